# SPDX-License-Identifier: Apache-2.0
"""Whether a segment stands in a draft word by word: section 3 of docs/concepts/recognition.md."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from srpp_criteria.recognition.draft_words import BLANK, SIGNS
from srpp_criteria.recognition.index import Gap, nothing_may_stand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srpp_criteria.recognition.draft_words import DraftWords
    from srpp_criteria.recognition.index import Element

MOST_STEPS: Final = 4000
MOST_WORDS: Final = 80
"""Tokens that a gap for words takes."""
LONGEST_DATE: Final = 5
CODES: Final = SIGNS | {
    "eur",
    "nok",
    "sek",
    "dkk",
    "chf",
    "usd",
    "gbp",
    "pln",
    "czk",
    "huf",
    "ron",
    "bgn",
    "isk",
    "kr",
}

_Rest: TypeAlias = "tuple[tuple[Element, ...], int, _Rest] | None"


class Taken(NamedTuple):
    """What a gap took."""

    name: str
    start: int
    end: int


class Walked(NamedTuple):
    """An exact match."""

    start: int
    end: int
    values: tuple[Taken, ...]

    @property
    def words(self) -> int:
        """Tokens that are words of the text itself."""
        return self.end - self.start - sum(taken.end - taken.start for taken in self.values)


def walk(elements: tuple[Element, ...], draft: DraftWords, start: int) -> Walked | None:
    """Compare a pattern with the draft from `start`; None if they differ."""
    walker = _Walker(draft, start)
    end = walker.walk(elements, 0, start, None)
    return Walked(start, end, tuple(walker.values)) if end >= 0 else None


class _Walker:
    def __init__(self, draft: DraftWords, start: int) -> None:
        self._start = start
        self.values: list[Taken] = []
        self._draft = draft
        self._norms = draft.norms
        self._steps = MOST_STEPS

    def walk(self, elements: tuple[Element, ...], at: int, place: int, rest: _Rest) -> int:  # noqa: C901  # one loop: calls would double the cost
        """The place behind the match, or -1."""
        norms, last = self._norms, len(self._norms)
        while True:
            if at == len(elements):
                if rest is None:
                    return place
                elements, at, rest = rest
                continue
            self._steps -= 1
            if self._steps < 0:
                return -1
            element = elements[at]
            at += 1
            if isinstance(element, str):
                if place == last or norms[place] != element:
                    return -1
                place += 1
                continue
            known = len(self.values)
            if isinstance(element, Gap):
                final = at == len(elements) and _nothing(rest)
                # Words with nothing certain behind them go on to a full stop, or the first would do.
                open_end = element.kind == "t" and not final and _may_be_nothing(elements, at, rest)
                for end in gap_ends(element.kind, self._draft, place, final=final):
                    if place == self._start and self._full_stop_before(place, end):
                        break  # nothing says where words in front begin: they stay within their sentence
                    self.values.append(Taken(element.name, place, end))
                    found = self.walk(elements, at, end, rest)
                    if found >= 0 and (not open_end or self._draft.full_stop[found - 1]):
                        return found
                    del self.values[known:]
                return -1
            for branch in element.branches:
                found = self.walk(branch, 0, place, (elements, at, rest))
                if found >= 0:
                    return found
                del self.values[known:]
            return -1

    def _full_stop_before(self, start: int, end: int) -> bool:
        return any(self._draft.full_stop[start : end - 1])


def _nothing(rest: _Rest) -> bool:
    while rest is not None:
        if rest[1] < len(rest[0]):
            return False
        rest = rest[2]
    return True


def _may_be_nothing(elements: tuple[Element, ...], at: int, rest: _Rest) -> bool:
    """Whether only choices follow for which nothing may stand."""
    while True:
        if not nothing_may_stand(islice(elements, at, None)):
            return False
        if rest is None:
            return True
        elements, at, rest = rest


def gap_ends(kind: str, draft: DraftWords, place: int, *, final: bool) -> Iterable[int]:
    """The places behind what a gap may take from `place`, in the order in which they are tried."""
    if place >= len(draft):
        return ()
    if draft.norms[place] == BLANK:
        return (place + 1,)
    limit = draft.block_ends[place]
    if kind == "n":
        return _number_ends(draft, place, limit)
    if kind == "d":
        return _date_ends(draft, place, limit)
    most = min(limit, place + MOST_WORDS)
    if not final:
        return range(place + 1, most + 1)
    return next(((end,) for end in range(place + 1, most + 1) if draft.full_stop[end - 1]), ())


def _number_ends(draft: DraftWords, place: int, limit: int) -> list[int]:
    norms, numbers = draft.norms, draft.numbers
    if numbers[place]:
        code = place + 1 < limit and norms[place + 1] in CODES
        return [place + 2, place + 1] if code else [place + 1]
    if norms[place] in CODES and place + 1 < limit and numbers[place + 1]:
        code = place + 2 < limit and norms[place + 2] in CODES
        return [place + 3, place + 2] if code else [place + 2]
    return []


def _date_ends(draft: DraftWords, place: int, limit: int) -> list[int]:
    numbers = words = 0
    ends = []
    for end in range(place + 1, min(limit, place + LONGEST_DATE) + 1):
        if draft.norms[end - 1] in SIGNS or draft.norms[end - 1] == BLANK:
            break
        if draft.numbers[end - 1]:
            numbers += 1
        else:
            words += 1
        if numbers > 3 or words > 2:  # noqa: PLR2004  # day, month and year; a month and an ordinal
            break
        if numbers:
            ends.append(end)
    return ends[::-1]
