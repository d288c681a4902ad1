# SPDX-License-Identifier: Apache-2.0
"""Check a draft against everything the library ever published and what it holds now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.recognition.drafts.draft import read_draft
from srpp_criteria.recognition.index import Index
from srpp_criteria.recognition.index_data import index_data, known_texts
from srpp_criteria.recognition.recognise import recognise

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.library import Library
    from srpp_criteria.recognition.findings import Recognition


def verify(path: Path, library: Library, locale: str | None = None) -> Recognition:
    """What of the library stands in a file.

    Args:
        path: docx, odt, txt, md or html.
        library: whose texts are looked for, in all locales and versions.
        locale: preferred where texts of several editions fit equally well.

    Raises:
        UnreadableDraft: the file cannot be read safely.
    """
    draft = read_draft(path)
    return recognise(draft.blocks, index_of(library), locale=locale, notes=draft.notes)


def index_of(library: Library) -> Index:
    """The index of all texts of a library, released or not."""
    return Index.of(index_data(known_texts(library.register, map(library.edition, library.locales))))
