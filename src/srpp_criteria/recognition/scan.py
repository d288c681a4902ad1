# SPDX-License-Identifier: Apache-2.0
"""Which segments stand in a draft, and where: section 3 of docs/concepts/recognition.md."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from srpp_criteria.recognition.index import KEY, Gap
from srpp_criteria.recognition.likeness import flat_words, likeness
from srpp_criteria.recognition.walk import Walked, walk

if TYPE_CHECKING:
    from srpp_criteria.recognition.draft_words import DraftWords
    from srpp_criteria.recognition.index import Index

MOST_CANDIDATES: Final = 40
MOST_COMPARED: Final = 16
MOST_STARTS: Final = 12
LEAST_LIKENESS: Final = 0.6
LEAST_SHARED: Final = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch of the draft that is, or is like, one or more equal segments."""

    start: int
    end: int
    exact: bool
    segments: tuple[int, ...]
    """The tied ones, in order."""
    points: dict[int, float]
    likeness: float
    words: int
    """Words that the draft shares with the segment."""

    @property
    def best(self) -> float:
        """Its points for the tied segments."""
        return self.points[self.segments[0]]


def scan(draft: DraftWords, index: Index) -> list[Match]:
    """All matches, in order; one look at each word of the draft."""
    return list(_Scanner(draft, index).matches())


class _Scanner:
    def __init__(self, draft: DraftWords, index: Index) -> None:
        self._draft = draft
        self._index = index

    def matches(self) -> list[Match]:
        found: list[Match] = []
        place, unit, units = 0, 0, self._draft.units
        while unit < len(units):
            end = units[unit][1]
            place = self._draft.behind_labels(max(place, units[unit][0]), end)
            back = max(self._draft.block_starts[place], found[-1].end if found else 0) if place < end else place
            match = self._match(place, end, unit, back) if place < end else None
            if match is None:
                place, unit = end, unit + 1
                continue
            found.append(match)
            place = match.end
            while unit < len(units) and units[unit][1] <= place:
                unit += 1
        return found

    def _match(self, start: int, end: int, unit: int, back: int) -> Match | None:
        hits, first = self._hits(start, end)
        if not hits:
            return None
        candidates = sorted(hits, key=lambda segment: (-hits[segment], segment))[:MOST_CANDIDATES]
        exact = self._exact(candidates, first, start, self._draft.behind_labels(back, start))
        if exact is not None and (exact.start <= start and (exact.end >= end or self._draft.stop[exact.end - 1])):
            return exact
        enough = hits[candidates[0]] / 2
        compared = [one for one in candidates if hits[one] >= enough][:MOST_COMPARED]
        alike = self._alike(compared, first, start, end, unit)
        if exact is not None and (alike is None or alike.words <= exact.words):
            return exact
        return alike

    def _hits(self, start: int, end: int) -> tuple[dict[int, int], dict[int, tuple[int, int]]]:
        draft, keys = self._draft, self._index.keys
        norms = draft.norms
        hits: dict[int, int] = {}
        first: dict[int, tuple[int, int]] = {}
        for place in range(start, min(end, draft.block_ends[start] - KEY + 1)):
            for segment, offset in keys.get(" ".join(norms[place : place + KEY]), ()):
                if segment in hits:
                    hits[segment] += 1
                else:
                    hits[segment] = 1
                    first[segment] = (place, offset)
        return hits, first

    def _exact(self, candidates: list[int], first: dict[int, tuple[int, int]], start: int, back: int) -> Match | None:
        best: Walked | None = None
        tied: list[int] = []
        for number in candidates:
            found = self._walk(number, *first[number], start, back)
            if found is None:
                continue
            if best is None or (found.start, -found.end) < (best.start, -best.end):
                best, tied = found, [number]
            elif (found.start, found.end) == (best.start, best.end):
                tied.append(number)
        if best is None:
            return None
        words = best.words
        return Match(
            best.start,
            best.end,
            exact=True,
            segments=tuple(sorted(tied)),
            points=dict.fromkeys(tied, float(words)),
            likeness=1.0,
            words=words,
        )

    def _walk(self, number: int, hit: int, offset: int, start: int, back: int) -> Walked | None:
        segment = self._index.segments[number]
        if offset + KEY <= segment.lead:
            begin = hit - offset
            behind = begin + segment.lead
            if begin < start or self._draft.norms[begin:behind] != segment.leading:
                return None
            if segment.lead == len(segment.elements):
                return Walked(begin, behind, ())
            return walk(segment.elements, self._draft, begin)
        own = segment.elements[0]
        before = (back,) if isinstance(own, Gap) and own.kind == "t" and back < start else ()
        for begin in (*before, *range(start, min(hit + 1, start + MOST_STARTS))):
            found = walk(segment.elements, self._draft, begin)
            if found is not None:
                return found
        return None

    def _alike(
        self, compared: list[int], first: dict[int, tuple[int, int]], start: int, end: int, unit: int
    ) -> Match | None:
        unit_window = Counter(self._draft.norms[start:end])
        points: dict[int, float] = {}
        best, span, tied = (0.0, 0), (start, end), list[int]()
        for number in compared:
            segment = self._index.segments[number]
            words = flat_words(segment, unit_window)
            window = self._window(first[number], len(words), segment.allowance, (start, end), unit)
            found = likeness(words, self._draft.norms[window[0] : window[1]], segment.allowance)
            if found.value < LEAST_LIKENESS or found.shared < LEAST_SHARED:
                continue
            points[number] = found.value * found.shared
            if found > best:
                best, span, tied = found, window, [number]
            elif found == best:
                tied.append(number)
        if not tied:
            return None
        return Match(
            *span,
            exact=False,
            segments=tuple(sorted(tied)),
            points=points,
            likeness=best[0],
            words=best[1],
        )

    def _window(
        self, hit: tuple[int, int], words: int, allowance: int, stretch: tuple[int, int], unit: int
    ) -> tuple[int, int]:
        start, end = stretch
        units = self._draft.units
        if 10 * (end - start) < 7 * words:
            while end - start < words and unit + 1 < len(units):
                unit += 1
                end = units[unit][1]
            return start, end
        if 10 * (end - start) > 16 * words + 10 * allowance:
            begin = max(start, hit[0] - hit[1] - 3)
            return begin, min(end, begin + words + allowance + 6)
        return stretch
