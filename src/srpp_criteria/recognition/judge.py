# SPDX-License-Identifier: Apache-2.0
"""What is said of each text in the draft: section 5 of docs/concepts/recognition.md."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from srpp_criteria.recognition.assign import CONTRACT_WORDS
from srpp_criteria.recognition.draft_words import BLANK
from srpp_criteria.recognition.findings import PassageFound, Run, State, TextFound, TextName, Verdict
from srpp_criteria.recognition.index_data import version_key
from srpp_criteria.recognition.likeness import align
from srpp_criteria.recognition.order import in_order
from srpp_criteria.recognition.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from srpp_criteria.recognition.assign import Copy, Placed, Slot
    from srpp_criteria.recognition.draft_words import DraftWords
    from srpp_criteria.recognition.index import Index, Text
    from srpp_criteria.recognition.likeness import Step
    from srpp_criteria.recognition.walk import Taken

FARTHEST_APART: Final = 120
"""Tokens between two sentences of one passage that still count as put between them."""


def judge(draft: DraftWords, index: Index, copies: Sequence[Copy], stamped: set[str]) -> list[TextFound]:
    """One finding for each copy."""
    owners: list[int] = [-1] * len(draft)
    for number, copy in enumerate(copies):
        for placed in copy.placed:
            owners[placed.start : placed.end] = [number] * (placed.end - placed.start)
    newest = _newest(index)
    return [
        _Judge(draft, index, copies[number], number, owners).found(stamped, newest) for number in range(len(copies))
    ]


def _newest(index: Index) -> dict[tuple[str, str], Text]:
    newest: dict[tuple[str, str], Text] = {}
    for text in index.texts:
        key = (text.item, text.locale)
        rank = (version_key(text.version), text.revision)
        if key not in newest or rank > (version_key(newest[key].version), newest[key].revision):
            newest[key] = text
    return newest


def name_of(text: Text) -> TextName:
    """A known text by its name."""
    return TextName(text.version, text.locale, text.revision, text.stamp, text.released)


class _Judge:
    def __init__(self, draft: DraftWords, index: Index, copy: Copy, number: int, owners: list[int]) -> None:
        self._draft = draft
        self._index = index
        self._copy = copy
        self._number = number
        self._owners = owners
        self._values: dict[str, list[str]] = {}
        self._blanks: dict[str, None] = {}

    def found(self, stamped: set[str], newest: dict[tuple[str, str], Text]) -> TextFound:
        text, index = self._copy.text, self._index
        passages = self._passages()
        facts = index.items[text.item]
        last = newest[text.item, text.locale]
        placed = self._copy.placed
        return TextFound(
            item=text.item,
            title=facts["title"],
            text=name_of(text),
            also=tuple(name_of(one) for one in self._copy.also),
            verdict=_verdict(passages),
            stamped=text.stamp.lower() in stamped,
            blocks=(self._draft.block[placed[0].start], max(self._draft.block[one.end - 1] for one in placed)),
            passages=passages,
            values={name: tuple(dict.fromkeys(values)) for name, values in self._values.items()},
            open_blanks=tuple(self._blanks),
            newer=name_of(last) if last.stamp != text.stamp and _later(last, text) else None,
            deprecated=facts["status"] == "deprecated",
            superseded_by=facts["superseded_by"],
        )

    def _passages(self) -> tuple[PassageFound, ...]:
        at = {placed.slot: placed for placed in self._copy.placed}
        added = self._added()
        moved = self._moved()
        found = []
        for place, number in enumerate(self._copy.text.passages):
            address, kind, segments = self._index.passages[number]
            own = [at.get((place, each)) for each in range(len(segments))]
            here = [one for one in own if one is not None]
            if not here:
                found.append(PassageFound(address, kind, State.MISSING))
                continue
            runs, altered = self._runs(own, segments, place, added)
            if altered and kind == "title" and place in moved:
                # Other words in another place: a heading of somebody else.
                found.append(PassageFound(address, kind, State.MISSING))
                continue
            found.append(
                PassageFound(
                    address,
                    kind,
                    State.ALTERED if altered else State.EXACT,
                    place in moved,
                    self._draft.block[min(one.start for one in here)],
                    runs if altered else (),
                )
            )
        return tuple(found)

    def _moved(self) -> set[int]:
        """Passages, by their place in the text, that do not stand where the others let expect them."""
        starts: dict[int, list[int]] = defaultdict(list)
        for placed in sorted(self._copy.placed, key=lambda one: one.slot):
            starts[placed.slot[0]].append(placed.start)
        places = list(starts)
        kept = [places[each] for each in in_order([min(starts[place]) for place in places])]
        moved = set(places).difference(kept) | {place for place in places if starts[place] != sorted(starts[place])}
        # The second sentence of a passage may have gone behind the next one.
        return moved | {one for one, following in pairwise(kept) if max(starts[one]) > min(starts[following])}

    def _runs(
        self,
        own: Sequence[Placed | None],
        segments: Sequence[int],
        place: int,
        added: dict[Slot, list[tuple[int, int]]],
    ) -> tuple[tuple[Run, ...], bool]:
        runs: list[tuple[str, str]] = []
        altered = False
        before = added.get((place, -1), [])
        for start, end in before:
            altered = True
            runs.append(("inserted", self._draft.slice(start, end)))
        for at, (placed, segment) in enumerate(zip(own, segments, strict=True)):
            if placed is None:
                if not self._index.segments[segment].may_be_empty:
                    altered = True
                    runs.append(("deleted", _shown(self._index, segment)))
            elif placed.exact:
                self._take(segment, placed)
                runs.append(("kept", self._draft.slice(placed.start, placed.end)))
            else:
                steps, values = align(self._index.segments[segment], self._draft, placed.start, placed.end)
                self._fill(values)
                marked = list(_marked(steps, self._draft))
                altered = altered or any(mark != "kept" for mark, _ in marked)
                runs += marked
            for start, end in added.get((place, at), ()):
                altered = True
                runs.append(("inserted", self._draft.slice(start, end)))
        return _joined(runs), altered

    def _take(self, segment: int, placed: Placed) -> None:
        walked = walk(self._index.segments[segment].elements, self._draft, placed.start)
        if walked is not None:
            self._fill(walked.values)

    def _fill(self, values: Iterable[Taken]) -> None:
        for name, start, end in values:
            if self._draft.norms[start] == BLANK:
                self._blanks[name] = None
            else:
                self._values.setdefault(name, []).append(self._draft.slice(start, end))

    def _added(self) -> dict[Slot, list[tuple[int, int]]]:
        """Stretches that were put to the text, by the slot that they stand behind; segment -1: before the passage."""
        marked = self._between()
        kinds = [self._index.passages[number][1] for number in self._copy.text.passages]
        for placed in self._copy.placed:
            if kinds[placed.slot[0]] in CONTRACT_WORDS:
                passage, segment = placed.slot
                for token in self._beside(placed, backwards=True):
                    marked.setdefault(token, (passage, segment - 1))
                for token in self._beside(placed, backwards=False):
                    marked.setdefault(token, placed.slot)
        stretches: dict[Slot, list[tuple[int, int]]] = defaultdict(list)
        for token in sorted(marked):
            if self._owners[token] >= 0 or self._draft.label[token]:
                continue
            own = stretches[marked[token]]
            if own and own[-1][1] == token:
                own[-1] = (own[-1][0], token + 1)
            else:
                own.append((token, token + 1))
        return stretches

    def _between(self) -> dict[int, Slot]:
        """Tokens between two matches of one passage."""
        return {
            token: one.slot
            for one, following in pairwise(self._copy.placed)
            if one.slot[0] == following.slot[0] and following.start - one.end <= FARTHEST_APART
            for token in range(one.end, following.start)
        }

    def _beside(self, placed: Placed, *, backwards: bool) -> Iterator[int]:
        """Loose tokens in the sentence of a match; behind it also those of the paragraph, if that begins with ours."""
        draft = self._draft
        if backwards:
            beside = range(placed.start - 1, draft.units[draft.unit_at(placed.start)][0] - 1, -1)
        else:
            last = placed.end - 1
            end = draft.block_ends[last] if self._opens(last) else draft.units[draft.unit_at(last)][1]
            beside = range(placed.end, end)
        return takewhile(lambda token: self._owners[token] < 0, beside)

    def _opens(self, token: int) -> bool:
        """Whether the block of a token begins with words of this copy."""
        end = self._draft.block_ends[token]
        first = self._draft.behind_labels(self._draft.block_starts[token], end)
        return first < end and self._owners[first] == self._number


def _verdict(passages: Iterable[PassageFound]) -> Verdict:
    passages = [one for one in passages if one.kind != "title"]
    if any(one.state is State.ALTERED for one in passages):
        return Verdict.ALTERED
    if any(one.state is State.MISSING and one.kind == "core" for one in passages):
        return Verdict.EXACT_IN_PART
    return Verdict.EXACT


def _later(one: Text, other: Text) -> bool:
    return (version_key(one.version), one.revision) > (version_key(other.version), other.revision)


def _shown(index: Index, segment: int) -> str:
    from srpp_criteria.recognition.likeness import settled

    words = settled(index.segments[segment].elements, {})
    return " ".join(word if isinstance(word, str) else f"[{word.name}]" for word in words)


def _marked(steps: Iterable[Step], draft: DraftWords) -> Iterable[tuple[str, str]]:
    """Runs of one fate, in the draft's spelling where the words stand there."""
    fate, start, end, words = "", 0, 0, list[str]()
    for step in steps:
        now = "kept" if step.fate == "filled" else step.fate
        if step.fate == "inserted" and draft.label[step.start]:
            now = "kept"
        if now != fate:
            if fate:
                yield fate, " ".join(words) if fate == "deleted" else draft.slice(start, end)
            fate, start, words = now, step.start, []
        end = step.end
        words.append(step.word)
    if fate:
        yield fate, " ".join(words) if fate == "deleted" else draft.slice(start, end)


def _joined(runs: Iterable[tuple[str, str]]) -> tuple[Run, ...]:
    found: list[Run] = []
    for mark, text in runs:
        if not text:
            continue
        if found and found[-1].mark == mark:
            found[-1] = Run(mark, f"{found[-1].text} {text}")
        else:
            found.append(Run(mark, text))
    return tuple(found)
