# SPDX-License-Identifier: Apache-2.0
"""From a pattern and values to the sentence a reader sees.

Two libraries share the work. Babel has written every value as text before (`Value.shown`), so numbers look the same
in a sentence, a table and a field. ICU (icu4py) chooses the plural and select branches. For that the pattern is
rewritten: `{n}` and `#` become the text argument `{n_SHOWN}`, while `{n, plural, …}` still sees the number. Own names
have no capitals, so the two cannot collide.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from srpp_criteria.wording.message import (
    Argument,
    Branch,
    Count,
    Literal,
    Message,
    Node,
    Plural,
    Select,
    unparse,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icu4py.messageformat import MessageFormat

_SHOWN = "_SHOWN"
# ICU keeps 18 digits before the point and rounds to 3 behind it before it chooses a plural form.
_ICU_WHOLE = 10**15
_ICU_FRACTION_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Value:
    """What a placeholder stands for.

    Args:
        shown: the text for the reader, already formatted for the locale, and marked if it goes on to `parse_markup`.
        number: for a plural; `None` if the value is not a number.
        key: for a select: the option, `true` or `false`; `None` if the value is not a choice.
        blank: nobody has filled the value in yet. `shown` is then the blank to print; a plural uses its branch `other`,
            and so does a select, but if that branch is empty the blank itself is printed.
    """

    shown: str
    number: Decimal | int | None = None
    key: str | None = None
    blank: bool = False


def format_message(message: Message, values: Mapping[str, Value], locale: str) -> str:
    """The sentence for these values in the language of `locale` (CLDR, such as `nb_NO`).

    Args:
        message: the pattern; a plural or select whose value has no number or key is read as for a blank.
        values: one for every argument of the message; more do no harm.
        locale: decides which plural form a number takes, nothing else.

    Raises:
        KeyError: a value is missing; the argument is the name.

    >>> from srpp_criteria.wording.message_parser import parse
    >>> tiers = parse("At most {n, plural, one {# tier} other {# tiers}}.")
    >>> format_message(tiers, {"n": Value("1", number=1)}, "en")
    'At most 1 tier.'
    >>> format_message(tiers, {"n": Value("……", blank=True)}, "en")
    'At most …… tiers.'
    """
    if message.is_simple:
        return "".join(_simple(node, values) for node in message.nodes)
    undecided = frozenset(
        name for name, uses in message.arguments.items() if not uses <= {"shown"} and _is_undecided(values[name], uses)
    )
    arguments: dict[str, int | str | Decimal] = {}
    for name, uses in message.arguments.items():
        value = values[name]
        arguments[name + _SHOWN] = value.shown
        if name in undecided:
            continue
        if value.number is not None and "plural" in uses:
            arguments[name] = number_for_icu(value.number)
        elif value.key is not None and "select" in uses:
            arguments[name] = value.key
    return _rewritten(message, undecided, locale).format(arguments)  # type: ignore[arg-type]  # dict is invariant


def number_for_icu(number: Decimal | int) -> Decimal | int:
    """A number that takes the same plural form and that ICU does not round or cut.

    Trailing zeros go, because the text that Babel shows has none either. All plural rules look at the last digits only.

    >>> number_for_icu(Decimal("1.00004")), number_for_icu(Decimal("2.50"))
    (Decimal('1.004'), Decimal('2.5'))
    """
    whole, point, fraction = format(abs(number), "f").partition(".")
    fraction = fraction.rstrip("0") if point else ""
    if int(whole) >= _ICU_WHOLE:
        whole = str(_ICU_WHOLE + int(whole) % 10**9)
    if not fraction:
        return -int(whole) if number < 0 else int(whole)
    exact = Decimal(f"{whole}.{fraction[-_ICU_FRACTION_DIGITS:]}")
    return -exact if number < 0 else exact


def _simple(node: Node, values: Mapping[str, Value]) -> str:
    return node.text if isinstance(node, Literal) else values[node.name].shown


def _is_undecided(value: Value, uses: frozenset[str]) -> bool:
    return value.blank or (value.number is None and "plural" in uses) or (value.key is None and "select" in uses)


@lru_cache(maxsize=8192)
def _rewritten(message: Message, undecided: frozenset[str], locale: str) -> MessageFormat:
    from icu4py.messageformat import MessageFormat

    return MessageFormat(unparse(_rewrite(message.nodes, undecided)), locale)


def _rewrite(nodes: tuple[Node, ...], undecided: frozenset[str]) -> tuple[Node, ...]:
    rewritten: list[Node] = []
    for node in nodes:
        match node:
            case Literal():
                rewritten.append(node)
            case Argument(name) | Count(name):
                rewritten.append(Argument(name + _SHOWN))
            case Plural(name, branches) | Select(name, branches) if name in undecided:
                other = next(branch.nodes for branch in branches if branch.key == "other")
                no_words = isinstance(node, Select) and not unparse(other).strip()
                rewritten.extend((Argument(name + _SHOWN),) if no_words else _rewrite(other, undecided))
            case Plural(name, branches):
                rewritten.append(Plural(name, _rewrite_branches(branches, undecided)))
            case Select(name, branches):
                rewritten.append(Select(name, _rewrite_branches(branches, undecided)))
    return _joined(rewritten)


def _rewrite_branches(branches: tuple[Branch, ...], undecided: frozenset[str]) -> tuple[Branch, ...]:
    return tuple(Branch(branch.key, _rewrite(branch.nodes, undecided)) for branch in branches)


def _joined(nodes: list[Node]) -> tuple[Node, ...]:
    """Neighbouring words as one literal: two quotations side by side would read as one apostrophe."""
    joined: list[Node] = []
    for node in nodes:
        if isinstance(node, Literal) and joined and isinstance(previous := joined[-1], Literal):
            joined[-1] = Literal(previous.text + node.text)
        else:
            joined.append(node)
    return tuple(joined)
