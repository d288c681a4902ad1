# SPDX-License-Identifier: Apache-2.0
"""Everything that was read from a checkout, indexed and immutable."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from srpp_criteria.shelf.register import Register

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from srpp_criteria.diagnostics import Diagnostic
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.market import Market
    from srpp_criteria.models.overlay import Overlay
    from srpp_criteria.models.pack import Pack
    from srpp_criteria.shelf.catalogue import Catalogue
    from srpp_criteria.shelf.registers import Registers
    from srpp_criteria.shelf.shelved import Shelved

MASTER = "en"
"""The language in which every text is written first, and the name of the edition without a market."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library as it lies in its files: nothing is translated, adapted or left out yet."""

    root: Path
    items: Mapping[str, Shelved[Item]]
    packs: Mapping[str, Shelved[Pack]]
    registers: Registers
    markets: Mapping[str, Shelved[Market]]
    overlays: Mapping[tuple[str, str], Shelved[Overlay]]
    catalogues: Mapping[str, Catalogue]
    register: Register = field(default_factory=Register)
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def locales(self) -> tuple[str, ...]:
        """Every locale that has an edition: the master first, then those the markets publish."""
        return (MASTER, *(locale for market in self.markets.values() for locale in market.value.locales))
