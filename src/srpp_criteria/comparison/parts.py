# SPDX-License-Identifier: Apache-2.0
"""The parts of two texts side by side, in plain words with their start values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from srpp_criteria.comparison.word_marks import Run, differs, marks
from srpp_criteria.wording import parse_markup, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.entry import Entry


class Fate(StrEnum):
    """What happened to a part or a field of the text."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class PartText:
    """A part with its start values, in plain words."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """A part of two texts: changed, added, taken out, or the same in both.

    Attributes:
        id: name of the part.
        title: its heading, empty if it has none.
        fate: what happened to it.
        runs: the words, marked against the text before.
        reason: why, in English; empty if the market gave one for the whole item only.
    """

    id: str
    title: str
    fate: Fate
    runs: tuple[Run, ...]
    reason: str = ""


def part_texts(entry: Entry) -> dict[str, PartText]:
    """All parts of an item with their start values, also those that stand under a condition."""
    filled = entry.fill()
    return {
        part.id: PartText(part.id, part.title or "", plain_text(parse_markup(filled.sentence(part.text))))
        for part in entry.item.text
    }


def compared_parts(before: Mapping[str, PartText], after: Mapping[str, PartText]) -> Iterator[ChangedPart]:
    """Every part of the text after, in its order, then those that are gone."""
    for name, part in after.items():
        old = before.get(name)
        runs = marks(old.text if old is not None else "", part.text)
        if old is None:
            yield ChangedPart(name, part.title, Fate.ADDED, runs)
        else:
            changed = differs(runs) or old.title != part.title
            yield ChangedPart(name, part.title, Fate.CHANGED if changed else Fate.SAME, runs)
    for name, part in before.items():
        if name not in after:
            yield ChangedPart(name, part.title, Fate.REMOVED, marks(part.text, ""))
