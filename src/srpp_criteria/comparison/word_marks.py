# SPDX-License-Identifier: Apache-2.0
"""Two texts compared word by word: what stayed, what went, what came. Data; pages and terminals draw it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

# A word or a single sign, with the spaces behind it. Spaces are no words of their own: there would be so many of them
# that the comparison of two long texts took minutes.
_WORDS = re.compile(r"(\w+(?:['’-]\w+)*|[^\w\s])(\s*)")


class Mark(StrEnum):
    """What happened to a run of words."""

    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share one fate, with the spaces between them."""

    mark: Mark
    text: str


@lru_cache(maxsize=8192)
def marks(before: str, after: str) -> tuple[Run, ...]:
    """The runs that lead from one text to the other; other spaces alone are no difference.

    Pages of all editions compare the same texts, so the last few thousand answers are remembered.

    >>> [(run.mark.value, run.text) for run in marks("on time always, paid", "on time, paid")]
    [('kept', 'on time'), ('deleted', ' always'), ('kept', ', paid')]
    >>> [(run.mark.value, run.text) for run in marks("at most 2 tiers.", "at most 1 tier.")]
    [('kept', 'at most '), ('deleted', '2 tiers'), ('inserted', '1 tier'), ('kept', '.')]
    """
    if before == after:
        return (Run(Mark.KEPT, after),) if after else ()
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    runs: list[Run] = []
    for is_kept, start, end, new_start, new_end in _steps([word for word, _ in old], [word for word, _ in new]):
        if is_kept:
            _add(runs, Mark.KEPT, _joined(new[new_start:new_end]))
            continue
        gone, came = _joined(old[start:end]), _joined(new[new_start:new_end])
        # Where the new text goes on with a comma, the space that stood here before is shown with what went.
        apart = gone and start and old[start - 1][1] and runs and not runs[-1].text[-1].isspace()
        _add(runs, Mark.DELETED, (" " if apart else "") + gone.rstrip())
        _add(runs, Mark.INSERTED, came.rstrip())
        # The space behind the words belongs to the text, not to the mark.
        _add(runs, Mark.KEPT, came[len(came.rstrip()) :] or (gone[len(gone.rstrip()) :] if not came else ""))
    return tuple(runs)


def differs(runs: tuple[Run, ...]) -> bool:
    """Whether any word went or came."""
    return any(run.mark is not Mark.KEPT for run in runs)


_Step = tuple[bool, int, int, int, int]
"""Whether words stayed, where they stand in the text before and where in the text after."""

_MOST_PAIRS = 100_000
"""Up to so many pairs of equal words, the words are compared one by one."""

_SENTENCE_ENDS = frozenset(".;:!?")


def _steps(old: Sequence[str], new: Sequence[str]) -> list[_Step]:
    """The way from one list of words to the other.

    Comparing word by word costs the product of the lengths where words repeat, so two texts that are long and say the
    same words over and over are first compared sentence by sentence. Whatever they say, an answer comes at once.
    """
    if _pairs(old, new) <= _MOST_PAIRS:
        return _matched(old, new)
    sentences = _sentences(old), _sentences(new)
    starts, new_starts = ([0, *accumulate(map(len, side))] for side in sentences)
    rough = _matched(*sentences) if _pairs(*sentences) <= _MOST_PAIRS else _ends_matched(*sentences)
    found: list[_Step] = []
    for is_kept, start, end, new_start, new_end in rough:
        here = starts[start], starts[end], new_starts[new_start], new_starts[new_end]
        gone, came = old[here[0] : here[1]], new[here[2] : here[3]]
        if is_kept or _pairs(gone, came) > _MOST_PAIRS:
            found.append((is_kept, *here))
        else:
            found += [
                (kept, first + here[0], last + here[0], new_first + here[2], new_last + here[2])
                for kept, first, last, new_first, new_last in _matched(gone, came)
            ]
    return found


def _ends_matched(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[_Step]:
    """What both have in common at the beginning and at the end; all between is another text."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    steps = (
        (True, 0, head, 0, head),
        (False, head, len(old) - tail, head, len(new) - tail),
        (True, len(old) - tail, len(old), len(new) - tail, len(new)),
    )
    return [step for step in steps if step[1] < step[2] or step[3] < step[4]]


def _matched(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[_Step]:
    # Left to itself, difflib ignores words that are frequent in a long text, and marks half of it.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(tag == "equal", *places) for tag, *places in matcher.get_opcodes()]  # type: ignore[misc]  # four numbers


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many pairs of equal words there are: what the comparison costs."""
    counts = Counter(new)
    return sum(counts[word] for word in old)


def _sentences(words: Sequence[str]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    start = 0
    for position, word in enumerate(words, 1):
        if word in _SENTENCE_ENDS or position == len(words):
            found.append(tuple(words[start:position]))
            start = position
    return found


def _joined(words: list[tuple[str, str]]) -> str:
    return "".join(word + space for word, space in words)


def _add(runs: list[Run], mark: Mark, text: str) -> None:
    if not text:
        return
    if runs and runs[-1].mark is mark:
        runs[-1] = Run(mark, runs[-1].text + text)
    else:
        runs.append(Run(mark, text))
