# SPDX-License-Identifier: Apache-2.0
"""Two texts compared word by word: what stayed, what went, what came. Data; pages and terminals draw it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

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

    >>> [(run.mark.value, run.text) for run in marks("at most 2 tiers.", "at most 1 tier.")]
    [('kept', 'at most '), ('deleted', '2 tiers'), ('inserted', '1 tier'), ('kept', '.')]
    """
    if before == after:
        return (Run(Mark.KEPT, after),) if after else ()
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    # Left to itself, difflib ignores words that are frequent in a long text, and marks half of it.
    matcher = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    runs: list[Run] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            _add(runs, Mark.KEPT, _joined(new[new_start:new_end]))
            continue
        gone, came = _joined(old[start:end]), _joined(new[new_start:new_end])
        _add(runs, Mark.DELETED, gone.rstrip())
        _add(runs, Mark.INSERTED, came.rstrip())
        # The space behind the words belongs to the text, not to the mark.
        _add(runs, Mark.KEPT, came[len(came.rstrip()) :] or (gone[len(gone.rstrip()) :] if not came else ""))
    return tuple(runs)


def differs(runs: tuple[Run, ...]) -> bool:
    """Whether any word went or came."""
    return any(run.mark is not Mark.KEPT for run in runs)


def _joined(words: list[tuple[str, str]]) -> str:
    return "".join(word + space for word, space in words)


def _add(runs: list[Run], mark: Mark, text: str) -> None:
    if not text:
        return
    if runs and runs[-1].mark is mark:
        runs[-1] = Run(mark, runs[-1].text + text)
    else:
        runs.append(Run(mark, text))
