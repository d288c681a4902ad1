# SPDX-License-Identifier: Apache-2.0
"""What all documents of an edition share: its words, and a Word file without text.

The browser puts a `fillable` item into this frame as `compose` does with a filled one. The types of the JSON stand in
`site/frontend/src/engine/fillable.ts`.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from srpp_criteria.documents.compose import labels, language_tag, locale_name
from srpp_criteria.documents.document import Direction, Document, HeaderInfo
from srpp_criteria.edition.tender import SECTIONS
from srpp_criteria.wording.cldr import ENGLISH_OF_EUROPE

if TYPE_CHECKING:
    from srpp_criteria.edition.edition import Edition

_WORDS = (
    "tender-title",
    "annex-texts",
    "annex-number",
    "annex-item",
    "annex-version",
    "annex-stamp",
    "annex-left",
    "annex-taken",
    "annex-reason",
    "none-given",
    "yes",
    "no",
)


def frame(edition: Edition) -> dict[str, Any]:
    """What a program needs to make documents of this edition, as JSON.

    >>> from srpp_criteria import Library
    >>> frame(Library.load().edition("nb-NO"))["labels"]["page"]
    'Side {n} av {total}'
    """
    data = edition.data
    return {
        "format": 1,
        "locale": edition.locale,
        "language": language_tag(edition.locale),
        "formats": _formats(edition.locale),
        "locale_name": locale_name(edition),
        "library_version": data.library_version,
        "status": data.status.value,
        "labels": asdict(labels(data.words)),
        "sections": {name: data.words[f"section-{name}"] for name in SECTIONS},
        "notices": {
            "draft": data.words["status-draft"],
            "deprecated": data.words["status-deprecated"],
            "reviewed": data.words["status-reviewed"],
            "older": data.words["older-text"],
        },
        "words": {key: data.words[key] for key in _WORDS},
        "mandatory": [
            {
                "id": entry.id,
                "title": entry.title,
                "sectors": list(entry.item.sectors),
                "valid_from": duty.valid_from.isoformat() if duty.valid_from else None,
                "valid_to": duty.valid_to.isoformat() if duty.valid_to else None,
            }
            for entry in edition
            if (duty := entry.mandatory) is not None
        ],
    }


def word_template(edition: Edition) -> bytes:
    """A Word file in our styles and the language of the edition, with the parts that a text needs and none of its own.

    Whoever fills it replaces what stands in body, header and footer, and the title among the properties.
    """
    from srpp_criteria.documents.docx import to_docx

    empty = Document(
        title="",
        language=language_tag(edition.locale),
        direction=Direction.LEFT_TO_RIGHT,
        header=HeaderInfo("", ""),
        labels=labels(edition.data.words),
        blocks=(),
    )
    return to_docx(empty)


def _formats(locale: str) -> str:
    """The tag under which a browser (`Intl`) knows the numbers, dates and plurals of a locale."""
    return (ENGLISH_OF_EUROPE if locale == "en" else locale).replace("_", "-")
