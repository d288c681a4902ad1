# SPDX-License-Identifier: Apache-2.0
"""Which items, and which versions of them, the matches are: section 4 of docs/concepts/recognition.md."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from srpp_criteria.recognition.index_data import version_key
from srpp_criteria.recognition.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from srpp_criteria.recognition.draft_words import DraftWords
    from srpp_criteria.recognition.index import Element, Index, Text
    from srpp_criteria.recognition.scan import Match
    from srpp_criteria.recognition.stamps import StampFound
    from srpp_criteria.recognition.walk import Walked

LEAST_POINTS: Final = 12.0
"""Points of its own that a work needs, if one match is good."""
ENOUGH_POINTS: Final = 24.0
"""Points of its own that are enough without a good match."""
GOOD_WORDS: Final = 6
GOOD_LIKENESS: Final = 0.8
CONTRACT_WORDS: Final = frozenset({"core", "conditional", "side"})
"""Kinds of passages that are sentences of the contract; the others are titles and cells of tables."""
LEAST_TAKEN: Final = 4
"""Words of a neighbour that takes tokens from a shorter match."""
EQUAL: Final = 1e-6
FARTHEST: Final = 60
"""Tokens from a match to a neighbour that is looked for."""

Work: TypeAlias = "tuple[str, str]"
Slot: TypeAlias = "tuple[int, int]"
"""Passage and segment of a text, both by their place."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment of the chosen text where it stands in the draft."""

    slot: Slot
    segment: int
    start: int
    end: int
    exact: bool
    words: int
    """Words of the segment that stand there."""


@dataclass
class Copy:
    """One text as it stands in the draft."""

    work: Work
    text: Text
    also: tuple[Text, ...]
    points: float
    placed: list[Placed] = field(default_factory=list)
    """In the order of the draft."""


class _Tokens:
    """Who holds each token of the draft."""

    def __init__(self, number: int) -> None:
        self._held: list[tuple[Copy, Placed] | None] = [None] * number
        self.given_up = False
        """A match gave way to a longer one of another copy."""

    def hold(self, copy: Copy, placed: Placed) -> None:
        """Give tokens to a match."""
        self._held[placed.start : placed.end] = [(copy, placed)] * (placed.end - placed.start)

    def loose(self, start: int, end: int) -> bool:
        """Nobody holds one of them."""
        return not any(self._held[start:end])

    def weaker(self, found: Walked, copy: Copy) -> bool:
        """They are loose or held by matches of other copies that have fewer words, or as many on fewer tokens."""
        strength = (found.words, found.end - found.start)
        return all(
            held is None or (held[0] is not copy and (held[1].words, held[1].end - held[1].start) < strength)
            for held in self._held[found.start : found.end]
        )

    def take_over(self, start: int, end: int) -> None:
        """The matches that hold these tokens give way."""
        for held in self._held[start:end]:
            if held is not None and held[1] in held[0].placed:
                copy, placed = held
                copy.placed.remove(placed)
                self.given_up = True
                self._held[placed.start : placed.end] = [None] * (placed.end - placed.start)


def assign(
    draft: DraftWords, index: Index, matches: Sequence[Match], stamps: Iterable[StampFound], locale: str | None = None
) -> list[Copy]:
    """The texts that stand in the draft, in its order."""
    stamped = {(stamp.item, stamp.locale.partition("-")[0].lower()) for stamp in stamps if stamp.item in index.items}
    stamped_texts = {(s.item, s.version, s.locale, s.revision) for s in stamps if s.item in index.items}
    of_work = _by_work(index, matches, _found_works(index, matches, stamped))
    tokens = _Tokens(len(draft))
    copies: list[Copy] = []
    for work, own in of_work.items():
        for part in _copies(index, work, own):
            copies.append(_choose(index, work, part, stamped_texts, locale))
            _place(index, copies[-1], part, tokens)
    for contract in (True, False):  # a short cell must not take words out of a clause
        for copy in copies:
            _find_neighbours(draft, index, copy, tokens, contract=contract, take_over=contract)
    if tokens.given_up:
        for copy in copies:
            _find_neighbours(draft, index, copy, tokens, contract=True, take_over=False)
    return sorted((copy for copy in copies if copy.placed), key=lambda copy: (copy.placed[0].start, copy.work))


def _found_works(index: Index, matches: Iterable[Match], stamped: set[Work]) -> set[Work]:
    points: dict[Work, float] = defaultdict(float)
    good: set[Work] = set()
    touched: set[Work] = set()
    best: dict[tuple[int, ...], Match] = {}  # what is said twice is no better evidence than what is said once
    for match in matches:
        if match.segments not in best or match.best > best[match.segments].best:
            best[match.segments] = match
    for match in best.values():
        works = {work for segment in match.segments for work in index.works_of_segment[segment]}
        touched |= works
        if len({item for item, _ in works}) == 1:
            for work in works:
                points[work] += match.best
                if match.words >= GOOD_WORDS if match.exact else match.likeness >= GOOD_LIKENESS:
                    good.add(work)
    return (stamped & touched) | {
        work for work, sum_ in points.items() if sum_ >= (LEAST_POINTS if work in good else ENOUGH_POINTS)
    }


def _by_work(index: Index, matches: Sequence[Match], accepted: set[Work]) -> dict[Work, list[Match]]:
    """The matches of each work, in order."""
    choices: list[list[Work]] = []
    alone: dict[Work, float] = defaultdict(float)
    for match in matches:
        works = sorted({one for segment in match.segments for one in index.works_of_segment[segment]} & accepted)
        choices.append(works)
        if len(works) == 1:
            alone[works[0]] += match.best
    following: list[Work | None] = [None] * len(matches)
    ahead: Work | None = None
    for place in range(len(matches) - 1, -1, -1):
        following[place] = ahead
        if len(choices[place]) == 1:
            ahead = choices[place][0]
    found: dict[Work, list[Match]] = {}
    before: Work | None = None
    for match, works, ahead in zip(matches, choices, following, strict=True):
        if not works:
            continue
        if len(works) == 1:
            work = works[0]
        elif before in works:
            work = before
        elif ahead in works:
            work = ahead
        else:
            work = min(works, key=lambda one: (-alone.get(one, 0.0), one))
        before = work
        found.setdefault(work, []).append(match)
    return found


def _copies(index: Index, work: Work, matches: list[Match]) -> list[list[Match]]:
    """The matches of each copy of a work; of one copy the best match of each segment."""
    counts = Counter(match.segments for match in matches)
    room = {tied: _room(index, work, tied) if count > 1 else 1 for tied, count in counts.items()}
    repeats = sum(max(0, count - room[tied]) for tied, count in counts.items())
    if repeats * 2 <= len(counts):
        return [_best_of(matches, room)]
    copies: list[list[Match]] = []
    seen: Counter[tuple[int, ...]] = Counter()
    for match in matches:
        if not copies or seen[match.segments] >= room[match.segments]:
            copies.append([])
            seen = Counter()
        seen[match.segments] += 1
        copies[-1].append(match)
    return copies


def _room(index: Index, work: Work, tied: tuple[int, ...]) -> int:
    """How often one text of the work holds one of these segments."""
    most = 1
    for segment in tied:
        passages = {number: index.passages[number][2].count(segment) for number in index.passages_of_segment[segment]}
        for number in index.texts_of_segment[segment]:
            if index.works[number] == work:
                held = index.texts[number].passages
                most = max(most, sum(count * held.count(passage) for passage, count in passages.items()))
    return most


def _best_of(matches: list[Match], room: dict[tuple[int, ...], int]) -> list[Match]:
    by_segments: dict[tuple[int, ...], list[Match]] = {}
    for match in matches:
        by_segments.setdefault(match.segments, []).append(match)
    kept = [
        match
        for tied, same in by_segments.items()
        for match in sorted(same, key=lambda one: (not one.exact, one.start))[: room[tied]]
    ]
    return sorted(kept, key=lambda match: match.start)


def _choose(
    index: Index,
    work: Work,
    matches: list[Match],
    stamped: set[tuple[str, str, str, int]],
    locale: str | None,
) -> Copy:
    points: dict[int, float] = defaultdict(float)
    for match in matches:
        best: dict[int, float] = {}
        for segment, worth in match.points.items():
            for text in index.texts_of_segment[segment]:
                if worth > best.get(text, 0.0) and index.works[text] == work:
                    best[text] = worth
        for text, worth in best.items():
            points[text] += worth
    most = max(points.values())
    near = sorted(text for text, sum_ in points.items() if most - sum_ < EQUAL)
    missing = {text: _missing(index, text, matches) for text in near}
    least = min(missing.values())
    equal = [index.texts[text] for text in near if missing[text] == least]
    equal.sort(key=lambda text: text.locale)
    equal.sort(key=lambda text: (version_key(text.version), text.revision), reverse=True)
    equal.sort(
        key=lambda text: (
            (text.item, text.version, text.locale, text.revision) not in stamped,
            text.locale != locale,
        )
    )
    return Copy(work, equal[0], tuple(equal[1:]), most)


def _missing(index: Index, number: int, matches: list[Match]) -> int:
    """Segments without a match in passages that have one; those for which nothing may stand do not count."""
    matched = {segment for match in matches for segment in match.points}
    return sum(
        sum(
            segment not in matched and not index.segments[segment].may_be_empty
            for segment in index.passages[passage][2]
        )
        for passage in index.texts[number].passages
        if not matched.isdisjoint(index.passages[passage][2])
    )


def _slots(index: Index, text: Text) -> list[tuple[Slot, int]]:
    return [
        ((place, at), segment)
        for place, passage in enumerate(text.passages)
        for at, segment in enumerate(index.passages[passage][2])
    ]


def _place(index: Index, copy: Copy, matches: Iterable[Match], tokens: _Tokens) -> None:
    """Give each match its place in the chosen text: the first free one of the segment with most points."""
    free: dict[int, list[Slot]] = defaultdict(list)
    for slot, segment in _slots(index, copy.text):
        free[segment].append(slot)
    for match in sorted(matches, key=lambda one: not one.exact):
        order = sorted(match.points, key=lambda segment: (-match.points[segment], segment))
        fitting = next((one for one in order if free.get(one)), None)
        if fitting is not None:
            exact = match.exact and fitting in match.segments
            placed = Placed(free[fitting].pop(0), fitting, match.start, match.end, exact, match.words)
            copy.placed.append(placed)
            tokens.hold(copy, placed)
    copy.placed.sort(key=lambda placed: placed.start)
    if not copy.placed:  # cannot happen: the chosen text has points from a match
        raise AssertionError(copy.text.stamp)


def _find_neighbours(
    draft: DraftWords, index: Index, copy: Copy, tokens: _Tokens, *, contract: bool, take_over: bool
) -> None:
    """Look for segments without a match beside those that have one."""
    at = {placed.slot: placed for placed in copy.placed}
    slots = _slots(index, copy.text)
    following: list[Placed | None] = []
    ahead: Placed | None = None
    for slot, _ in reversed(slots):
        following.append(ahead)
        ahead = at.get(slot, ahead)
    following.reverse()
    before: Placed | None = None
    for (slot, segment), behind in zip(slots, following, strict=True):
        if slot in at:
            before = at[slot]
            continue
        elements = index.segments[segment].elements
        kind = index.passages[copy.text.passages[slot[0]]][1]
        if (kind in CONTRACT_WORDS) is not contract:
            continue
        search = _Search(draft, elements, copy, tokens, alone=kind == "title", take_over=take_over)
        found = None
        if before is not None:
            found = search.first(range(before.end, min(len(draft), before.end + FARTHEST)))
        if found is None and behind is not None:
            found = search.first(range(max(0, behind.start - FARTHEST), behind.start))
        if found is not None:
            tokens.take_over(found.start, found.end)
            before = Placed(slot, segment, found.start, found.end, exact=True, words=found.words)
            copy.placed.append(before)
            tokens.hold(copy, before)
    copy.placed.sort(key=lambda placed: placed.start)


@dataclass(frozen=True, slots=True)
class _Search:
    """Looks for a segment word for word, where neighbours of it stand."""

    draft: DraftWords
    elements: tuple[Element, ...]
    copy: Copy
    tokens: _Tokens
    alone: bool
    """A title: it stands alone, or its words are the start of a sentence."""
    take_over: bool
    """It may take tokens from shorter matches of other copies."""

    def first(self, starts: range) -> Walked | None:
        """The first exact match that may have its tokens."""
        draft, elements = self.draft, self.elements
        word = elements[0] if elements and isinstance(elements[0], str) else None
        for start in starts:
            if (word is not None and draft.norms[start] != word) or not (
                self.take_over or self.tokens.loose(start, start + 1)
            ):
                continue
            if self.alone and start and not (draft.stop[start - 1] or draft.label[start - 1]):
                continue
            found = walk(elements, draft, start)
            if found is None or found.end == found.start or not self._may_have(found):
                continue
            if not self.alone or draft.stop[found.end - 1]:
                return found
        return None

    def _may_have(self, found: Walked) -> bool:
        return self.tokens.loose(found.start, found.end) or (
            self.take_over and found.words >= LEAST_TAKEN and self.tokens.weaker(found, self.copy)
        )
