# SPDX-License-Identifier: Apache-2.0
"""WordprocessingML elements, written as short as they read: `w("p", w("r", …))`.

The schema fixes the order of children inside `pPr`, `rPr`, `tblPr`, `tcPr` and `sdtPr`, and Word "repairs" a file that
breaks it. The builders here and in the other docx modules write them in that order; a test compares it with the
schema's.
"""

from __future__ import annotations

from lxml import etree

from srpp_criteria.documents.printable import one_line, printable

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

TEXT_WIDTH = 9070
"""Width of the text on the page, in twentieths of a point: A4 less two margins of 2.5 cm."""
CLAUSE_INDENT = 851
"""Where the words of a clause begin, right of the number: 1.5 cm."""


def w(name: str, /, *children: etree._Element | None, **attributes: str | int) -> etree._Element:
    """A WordprocessingML element with its children (None is left out) and `w:` attributes."""
    element = etree.Element(f"{{{WORD}}}{name}")
    for key, value in attributes.items():
        element.set(f"{{{WORD}}}{key}", str(value))
    element.extend(child for child in children if child is not None)
    return element


def run(text: str, properties: etree._Element | None = None) -> etree._Element:
    """Words with one look; a line feed becomes a line break."""
    element = w("r", properties)
    for number, line in enumerate(printable(text).split("\n")):
        if number:
            element.append(w("br"))
        if line:
            words = w("t")
            words.text = line
            if line != line.strip(" ") or "  " in line:
                words.set(_XML_SPACE, "preserve")
            element.append(words)
    return element


def paragraph(
    style: str, *children: etree._Element | None, properties: tuple[etree._Element, ...] = ()
) -> etree._Element:
    """A paragraph in a named style; `properties` follow the style in schema order."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *children)


def plain(style: str, text: str) -> etree._Element:
    """A paragraph of plain words on one line."""
    return paragraph(style, run(one_line(text)))
