# SPDX-License-Identifier: Apache-2.0
"""The translations of one language, or of one variant of a language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Translation:
    """One translated sentence and the line of the catalogue it stands on."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Finished translations by context and English words; fuzzy and empty ones are not in it.

    A changed English sentence finds nothing here: a stale translation cannot pass for a fresh one.
    """

    language: str
    entries: Mapping[tuple[str, str], Translation]

    def find(self, context: str, english: str) -> Translation | None:
        """The translation of exactly these English words in exactly this place."""
        return self.entries.get((context, english))
