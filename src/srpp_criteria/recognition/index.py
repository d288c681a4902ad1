# SPDX-License-Identifier: Apache-2.0
"""The known texts, so that four words of a draft lead to the segments that hold them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srpp_criteria.recognition.index_data import IndexData

KEY: Final = 4
"""So many neighbouring words make a key."""
MOST_SEGMENTS: Final = 500
"""A key of more segments tells nothing."""

Element: TypeAlias = "str | Gap | Choice"


class Gap(NamedTuple):
    """A place for a value."""

    kind: str
    name: str


class Choice(NamedTuple):
    """Words of which one branch stands in the draft."""

    name: str
    branches: tuple[tuple[Element, ...], ...]


def nothing_may_stand(elements: Iterable[Element]) -> bool:
    """Whether a draft may have no word at all for these elements."""
    return all(isinstance(one, Choice) and () in one.branches for one in elements)


class Text(NamedTuple):
    """One known text."""

    item: str
    version: str
    locale: str
    revision: int
    fingerprint: str
    released: bool
    passages: tuple[int, ...]

    @property
    def stamp(self) -> str:
        """The line that stands below its copies."""
        return f"srpp:{self.item}@{self.version}+{self.locale}.{self.revision}#{self.fingerprint}"

    @property
    def work(self) -> tuple[str, str]:
        """The item in one language."""
        return self.item, self.locale.partition("-")[0]


@dataclass(frozen=True)
class Segment:
    """A pattern, its words, and what its gaps may take."""

    elements: tuple[Element, ...]
    runs: tuple[tuple[str, ...], ...]
    lead: int
    """Words before the first gap or choice."""

    @cached_property
    def flat(self) -> tuple[str, ...] | None:
        """All words, if there is no choice between them."""
        if any(isinstance(element, Choice) for element in self.elements):
            return None
        return tuple(element for element in self.elements if isinstance(element, str))

    @cached_property
    def leading(self) -> list[str]:
        """The words before the first gap or choice: most candidates differ there already."""
        return list(self.runs[0]) if self.lead else []

    @property
    def may_be_empty(self) -> bool:
        """Whether nothing at all may stand for it."""
        return nothing_may_stand(self.elements)

    @cached_property
    def allowance(self) -> int:
        """Tokens that the gaps on the top level may take when a window is compared."""
        return sum({"n": 1, "d": 3, "t": 8}[one.kind] for one in self.elements if isinstance(one, Gap))


@dataclass(frozen=True)
class Index:
    """Known texts and the ways to them."""

    items: dict[str, dict[str, Any]]
    segments: list[Segment]
    passages: list[tuple[str, str, tuple[int, ...]]]
    texts: list[Text]
    keys: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """From four words to `(segment, offset)`."""

    @classmethod
    def of(cls, data: IndexData) -> Index:
        """Make the index; linear in the words of the texts."""
        index = cls(
            items=data["items"],
            segments=[_segment(pattern) for pattern in data["segments"]],
            passages=[(address, kind, tuple(segments)) for address, kind, segments in data["passages"]],
            texts=[_text(row) for row in data["texts"]],
        )
        for number, segment in enumerate(index.segments):
            offset = 0
            own: dict[str, int] = {}
            for run in segment.runs:
                for at in range(len(run) - KEY + 1):
                    own.setdefault(" ".join(run[at : at + KEY]), offset + at)
                offset += len(run)
            for key, place in own.items():
                index.keys.setdefault(key, []).append((number, place))
        for key in [key for key, found in index.keys.items() if len(found) > MOST_SEGMENTS]:
            del index.keys[key]
        return index

    @cached_property
    def passages_of_segment(self) -> list[list[int]]:
        """The passages that hold a segment."""
        found: list[list[int]] = [[] for _ in self.segments]
        for number, (_, _, segments) in enumerate(self.passages):
            for segment in dict.fromkeys(segments):
                found[segment].append(number)
        return found

    @cached_property
    def texts_of_segment(self) -> list[tuple[int, ...]]:
        """The texts that hold a segment, in order."""
        of_passage: list[list[int]] = [[] for _ in self.passages]
        for number, text in enumerate(self.texts):
            for passage in dict.fromkeys(text.passages):
                of_passage[passage].append(number)
        return [
            tuple(sorted({text for passage in passages for text in of_passage[passage]}))
            for passages in self.passages_of_segment
        ]

    @cached_property
    def works_of_segment(self) -> list[frozenset[tuple[str, str]]]:
        """The works that hold a segment in any version."""
        return [frozenset(self.works[text] for text in texts) for texts in self.texts_of_segment]

    @cached_property
    def works(self) -> list[tuple[str, str]]:
        """The work of each text."""
        return [text.work for text in self.texts]


def _text(row: list[Any]) -> Text:
    item, version, locale, revision, fingerprint, released, passages = row
    return Text(item, version, locale, revision, fingerprint, bool(released), tuple(passages))


def _segment(pattern: list[Any]) -> Segment:
    elements = _elements(pattern)
    runs = tuple(tuple(element.split(" ")) for element in pattern if isinstance(element, str))
    lead = len(runs[0]) if pattern and isinstance(pattern[0], str) else 0
    return Segment(elements, runs, lead)


def _elements(pattern: list[Any]) -> tuple[Element, ...]:
    found: list[Element] = []
    for element in pattern:
        if isinstance(element, str):
            found += element.split(" ")
        elif element[0] == "c":
            # The longest first: a branch may begin as another one does.
            branches = sorted(map(_elements, element[3::2]), key=len, reverse=True)
            found.append(Choice(element[1], tuple(branches)))
        else:
            found.append(Gap(*element))
    return tuple(found)
