# SPDX-License-Identifier: Apache-2.0
"""Entries in the order of a tender, for pages that list them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.tender import SECTIONS, section_of
from srpp_criteria.models.item import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srpp_criteria.edition.entry import Entry

MOST = 60
"""Most entries that a page lists of one section; the catalogue, to which it leads, has them all."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a tender and what stands in it.

    Attributes:
        name: `award`, `clause`, …
        entries: what is listed.
        total: how many there are.
    """

    name: str
    entries: tuple[Entry, ...]
    total: int

    @property
    def query(self) -> str:
        """How the catalogue is asked for the section.

        >>> Section("award", (), 0).query
        'kind=award'
        """
        return query_of(self.name)


def query_of(section: str) -> str:
    """How the catalogue is asked for a section of a tender: it has one filter for kinds and stages."""
    return f"kind={section}"


def by_section(entries: Iterable[Entry], *, most: int | None = None) -> tuple[Section, ...]:
    """Entries by section, in the order of a tender, what is deprecated last; sections without any are left out."""
    found: dict[str, list[Entry]] = {name: [] for name in SECTIONS}
    for entry in sorted(entries, key=lambda entry: entry.item.status is Status.DEPRECATED):  # stable
        found[section_of(entry)].append(entry)
    return tuple(Section(name, tuple(these[:most]), len(these)) for name, these in found.items() if these)
