# SPDX-License-Identifier: Apache-2.0
"""OpenDocument elements, written as short as they read: `o("text:p", {}, "words", o("text:line-break"))`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from srpp_criteria.documents.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT_WIDTH = 160.0
"""Width of the text on the page in millimetres: A4 less two margins of 25 mm."""

NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

_SPACES = re.compile(r"(\n|^ +|(?<= ) +|(?<=\n) +)")


def qualified(name: str) -> str:
    """`text:p` as lxml wants it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def o(
    name: str, attributes: Mapping[str, str | int] | None = None, /, *children: etree._Element | str
) -> etree._Element:
    """An OpenDocument element; strings among the children become text with line breaks and spaces that stay."""
    element = etree.Element(qualified(name))
    for key, value in (attributes or {}).items():
        element.set(qualified(key), str(value))
    for child in children:
        if isinstance(child, str):
            _say(element, printable(child))
        else:
            element.append(child)
    return element


def paragraph(style: str, *children: etree._Element | str) -> etree._Element:
    """A paragraph in a named style."""
    return o("text:p", {"text:style-name": style}, *children)


def plain(style: str, text: str) -> etree._Element:
    """A paragraph of plain words on one line."""
    return paragraph(style, one_line(text))


def _say(element: etree._Element, text: str) -> None:
    # OpenDocument folds white space like HTML; a space at the start of a piece or after another one is an element.
    for piece in _SPACES.split(text):
        if piece == "\n":
            element.append(o("text:line-break"))
        elif piece and not piece.strip(" ") and (piece != " " or _ends_open(element)):
            element.append(o("text:s", {"text:c": len(piece)}))
        elif piece:
            if len(element):
                element[-1].tail = (element[-1].tail or "") + piece
            else:
                element.text = (element.text or "") + piece


def _ends_open(element: etree._Element) -> bool:
    before = element[-1].tail if len(element) else element.text
    return not before or before.endswith(" ")
