# SPDX-License-Identifier: Apache-2.0
"""The Word file around the text: template parts, language, properties, reproducible bytes."""

from __future__ import annotations

import io
from importlib import resources
from typing import TYPE_CHECKING

import docx
from lxml import etree

from srpp_criteria.documents.archive import sealed, unsealed
from srpp_criteria.documents.document import Direction
from srpp_criteria.documents.docx_xml import WORD, w
from srpp_criteria.documents.printable import one_line

if TYPE_CHECKING:
    from docx.document import Document as Package

_TYPES = "[Content_Types].xml"
_PARTS = {
    _TYPES: "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/document.xml": "document.xml",
    "word/numbering.xml": "numbering.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
}
_WITHOUT_REMARKS = etree.XMLParser(
    remove_comments=True, remove_blank_text=True, resolve_entities=False, no_network=True
)


def empty_package(title: str, language: str, direction: Direction) -> Package:
    """A Word file without text, in our styles and in the language of the document.

    python-docx has a template of its own; it is US Letter, English, carries a thumbnail and 400 kB of styles.
    """
    folder = resources.files("srpp_criteria.documents") / "docx_template"
    roots = {part: etree.fromstring((folder / file).read_bytes(), _WITHOUT_REMARKS) for part, file in _PARTS.items()}
    _speak(roots["word/styles.xml"], roots["word/document.xml"], language, direction)
    parts = {part: etree.tostring(root, encoding="UTF-8", standalone=True) for part, root in roots.items()}
    package = docx.Document(io.BytesIO(sealed(parts, first=_TYPES)))
    # The schema of core properties allows any length, python-docx 255 characters.
    package.core_properties.title = one_line(title)[:255]
    package.core_properties.language = language
    return package


def package_bytes(package: Package) -> bytes:
    """The finished file, byte for byte the same for the same text."""
    written = io.BytesIO()
    package.save(written)
    return sealed(unsealed(written.getvalue()), first=_TYPES)


def _speak(styles: etree._Element, document: etree._Element, language: str, direction: Direction) -> None:
    spoken = next(styles.iter(f"{{{WORD}}}lang"))
    spoken.set(f"{{{WORD}}}val", language)
    if direction is Direction.RIGHT_TO_LEFT:
        spoken.set(f"{{{WORD}}}bidi", language)
        # CT_PPrBase has bidi right before spacing, CT_SectPr near its end.
        spacing = next(next(styles.iter(f"{{{WORD}}}pPrDefault")).iter(f"{{{WORD}}}spacing"))
        spacing.addprevious(w("bidi"))
        next(document.iter(f"{{{WORD}}}sectPr")).append(w("bidi"))
