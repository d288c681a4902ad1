# SPDX-License-Identifier: Apache-2.0
"""What registers know beside an item and its page shows at the end: notes on single countries, other catalogues."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.site.crosswalk import crosswalk_of
from srpp_criteria.site.national_notes import notes_of, notes_page_of, read_for_all

if TYPE_CHECKING:
    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Crosswalk
    from srpp_criteria.site.edition_site import EditionSite
    from srpp_criteria.site.national_notes import NoteShown, Read


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside an item.

    Attributes:
        notes: what is known of single countries.
        read: what was read for all notes, where a note names no source of its own.
        notes_page: where all notes of the edition stand, below its root.
        crosswalk: comparable texts in other catalogues.
    """

    notes: tuple[NoteShown, ...]
    read: tuple[Read, ...]
    notes_page: str
    crosswalk: tuple[Crosswalk, ...]


def beside(entry: Entry, site: EditionSite) -> Beside:
    """What the template `_beside.html` shows; both parts may be empty."""
    read = read_for_all(site.national_notes.get(entry.id, ()))
    return Beside(notes_of(entry, site), read, notes_page_of(site), crosswalk_of(entry, site))
