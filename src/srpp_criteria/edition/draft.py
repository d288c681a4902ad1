# SPDX-License-Identifier: Apache-2.0
"""An edition in the making: what each step of the resolution receives and hands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.diagnostics import Place
    from srpp_criteria.edition.entry import Adaptation, Duty, Missing
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.registers import Ladder


WHOLE: Final = ""
"""The address under which the origin of a whole entry stands, if it came in one piece."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from: the layer in words, and the file and line."""

    layer: str
    place: Place

    def __str__(self) -> str:
        return f"{self.place} ({self.layer})"


@dataclass(frozen=True, slots=True)
class DraftEntry:
    """One item half-way: its present form, what still lacks a translation, and the origin of what changed."""

    item: Item
    untranslated: frozenset[str] = frozenset()
    origins: Mapping[str, Origin] = field(default_factory=dict)
    ladder: Ladder | None = None
    adaptations: tuple[Adaptation, ...] = ()
    mandatory: Duty | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """All items half-way, and those that fell out so far."""

    entries: Mapping[str, DraftEntry]
    missing: tuple[Missing, ...] = ()
