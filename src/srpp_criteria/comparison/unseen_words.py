# SPDX-License-Identifier: Apache-2.0
"""Words of a sentence that its start values do not show: the other branches of its plurals and choices.

They are signed like all others, for somebody else's value chooses them. A comparison shows a sentence with its start
values, so it has to tell these apart.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from srpp_criteria.wording import MessageError, parse
from srpp_criteria.wording.message import Argument, Count, Literal, Plural

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from srpp_criteria.wording.message import Node, Select


def unseen_words(before: str, after: str, name_of: Callable[[str], str] = str) -> tuple[str, str]:
    """What two patterns say for other values, as far as it differs; twice nothing if it does not.

    A plural whose value only one of them uses is left out: the sentence with its start value shows that it came or
    went, and its other forms say nothing else.

    Args:
        before: the pattern before.
        after: the pattern after.
        name_of: what readers call a parameter.

    Examples:
        >>> unseen_words("{n, plural, one {# day} other {# days}}", "{n, plural, one {a day} other {# days}}")
        ('n: one “# day”, other “# days”', 'n: one “a day”, other “# days”')
        >>> unseen_words("Soon.", "Within {n, plural, one {# day} other {# days}}.")
        ('', '')
        >>> unseen_words("Pay.", "{loud, select, true {Pay!} other {Pay.}}")
        ('', 'loud: true “Pay!”, other “Pay.”')
    """
    old, new = _choices(before), _choices(after)
    names = {choice.name for choice in old} & {choice.name for choice in new}
    sides = []
    for mine, others in ((old, new), (new, old)):
        same = Counter(_said(choice, name_of) for choice in others)
        found = []
        for choice in mine:
            said = _said(choice, name_of)
            if same[said]:
                same[said] -= 1
            elif choice.name in names or not isinstance(choice, Plural):
                found.append(said)
        sides.append("\n".join(found))
    return sides[0], sides[1]


def _choices(pattern: str) -> Sequence[Plural | Select]:
    try:
        message = parse(pattern)
    except MessageError:
        return ()
    return (*message.select_uses, *message.plural_uses)


def _said(choice: Plural | Select, name_of: Callable[[str], str]) -> str:
    branches = (f"{branch.key} “{''.join(_words(branch.nodes, name_of)).strip()}”" for branch in choice.branches)
    return f"{name_of(choice.name)}: {', '.join(branches)}"


def _words(nodes: Iterable[Node], name_of: Callable[[str], str]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Literal():
                yield node.text
            case Count():
                yield "#"
            case Argument():
                yield f"[{name_of(node.name)}]"
            case _:  # a choice in a choice has a line of its own; here its usual words stand for it
                yield from _words(node.branches[-1].nodes, name_of)
