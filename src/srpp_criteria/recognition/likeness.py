# SPDX-License-Identifier: Apache-2.0
"""How much of a segment a stretch of the draft shares, and what differs: sections 3 and 5 of the specification."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from srpp_criteria.recognition.index import Choice, Gap
from srpp_criteria.recognition.walk import Taken, gap_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from srpp_criteria.recognition.draft_words import DraftWords
    from srpp_criteria.recognition.index import Element, Segment

MOST_WORDS_ALIKE: Final = 8


class Likeness(NamedTuple):
    """What a window shares with a segment."""

    value: float
    shared: int


def flat_words(segment: Segment, window: Mapping[str, int]) -> tuple[str, ...]:
    """The words of a segment, of each choice the branch that has most words in the window."""
    if segment.flat is not None:
        return segment.flat
    return tuple(element for element in settled(segment.elements, window) if isinstance(element, str))


def settled(elements: tuple[Element, ...], window: Mapping[str, int]) -> list[str | Gap]:
    """Elements without choices."""
    found: list[str | Gap] = []
    for element in elements:
        if isinstance(element, Choice):
            branches = [settled(branch, window) for branch in element.branches]
            found += max(branches, key=lambda branch: _in_common(branch, window))
        else:
            found.append(element)
    return found


def _in_common(branch: Iterable[str | Gap], window: Mapping[str, int]) -> int:
    words = Counter(word for word in branch if isinstance(word, str))
    return sum(min(count, window.get(word, 0)) for word, count in words.items())


def likeness(words: Sequence[str], window: Sequence[str], allowance: int) -> Likeness:
    """Twice what both have in common, by what both have; gaps may take `allowance` tokens for nothing.

    >>> likeness(["a", "b", "c", "d"], ["a", "x", "c", "d"], 0)
    Likeness(value=0.75, shared=3)
    """
    shared = common_subsequence(words, window)
    extra = max(0, len(window) - shared - allowance)
    whole = 2 * shared + (len(words) - shared) + extra
    return Likeness(2 * shared / whole if whole else 0.0, shared)


def common_subsequence(one: Sequence[str], other: Sequence[str]) -> int:
    """Length of the longest common subsequence, all places of `one` at once in the bits of an integer.

    >>> common_subsequence("abcbdab", "bdcaba")
    4
    """
    places: dict[str, int] = {}
    for place, word in enumerate(one):
        places[word] = places.get(word, 0) | (1 << place)
    every = (1 << len(one)) - 1
    open_places = every
    for word in other:
        here = places.get(word)
        if here is not None:
            hit = open_places & here
            open_places = ((open_places + hit) | (open_places - hit)) & every
    return len(one) - open_places.bit_count()


class Step(NamedTuple):
    """One step of an alignment: `kept`, `deleted`, `inserted` or `filled`."""

    fate: str
    word: str
    start: int
    end: int


_ENDLESS = 1 << 30


def align(segment: Segment, draft: DraftWords, start: int, end: int) -> tuple[list[Step], list[Taken]]:
    """The cheapest way from a segment to a window: which words stayed, went and came, and what fills the gaps."""
    elements = settled(segment.elements, Counter(draft.norms[start:end]))
    cost = _costs(elements, draft, start, end)
    steps: list[Step] = []
    values: list[Taken] = []
    row, place = 0, start
    while row < len(elements) or place < end:
        here = cost[row][place - start]
        element = elements[row] if row < len(elements) else None
        if isinstance(element, str) and place < end and draft.norms[place] == element:
            if here == cost[row + 1][place + 1 - start]:
                steps.append(Step("kept", element, place, place + 1))
                row, place = row + 1, place + 1
                continue
        elif isinstance(element, Gap):
            behind = next(
                (one for one in _ends(element, draft, place, end) if here == cost[row + 1][one - start]), None
            )
            if behind is not None:
                steps.append(Step("filled", element.name, place, behind))
                values.append(Taken(element.name, place, behind))
                row, place = row + 1, behind
                continue
        if element is not None and here == 1 + cost[row + 1][place - start]:
            word = element if isinstance(element, str) else f"[{element.name}]"
            steps.append(Step("deleted", word, place, place))
            row += 1
        else:
            steps.append(Step("inserted", draft.norms[place], place, place + 1))
            place += 1
    return steps, values


def _costs(elements: list[str | Gap], draft: DraftWords, start: int, end: int) -> list[list[int]]:
    """`cost[i][j]`: the least that leads from element i on to place j on."""
    width = end - start
    added = [0 if draft.label[place] else 1 for place in range(start, end)]
    below = [0] * (width + 1)
    for at in range(width - 1, -1, -1):
        below[at] = below[at + 1] + added[at]
    cost = [below]
    for element in reversed(elements):
        row = [_ENDLESS] * width + [below[width] + 1]
        for at in range(width - 1, -1, -1):
            best = min(1 + below[at], added[at] + row[at + 1])
            if isinstance(element, str):
                if draft.norms[start + at] == element:
                    best = min(best, below[at + 1])
            else:
                for behind in _ends(element, draft, start + at, end):
                    best = min(best, below[behind - start])
            row[at] = best
        cost.append(row)
        below = row
    cost.reverse()
    return cost


def _ends(gap: Gap, draft: DraftWords, place: int, end: int) -> list[int]:
    if place >= end:
        return []
    limit = min(end, place + MOST_WORDS_ALIKE) if gap.kind == "t" else end
    return [one for one in gap_ends(gap.kind, draft, place, final=False) if one <= limit]
