# SPDX-License-Identifier: Apache-2.0
"""The ODT file around the text: template parts, language, properties, reproducible bytes."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from lxml import etree

from srpp_criteria.documents.archive import sealed
from srpp_criteria.documents.document import Direction, Document
from srpp_criteria.documents.odt_xml import qualified
from srpp_criteria.documents.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_MIMETYPE = b"application/vnd.oasis.opendocument.text"
_WITHOUT_REMARKS = etree.XMLParser(
    remove_comments=True, remove_blank_text=True, resolve_entities=False, no_network=True
)


def template(name: str) -> etree._Element:
    """A part of the empty file that lies beside this module, without its remarks."""
    source = resources.files("srpp_criteria.documents") / "odt_template" / name
    return etree.fromstring(source.read_bytes(), _WITHOUT_REMARKS)


def package_bytes(
    document: Document,
    content: etree._Element,
    header: Sequence[etree._Element],
    footer: Sequence[etree._Element],
) -> bytes:
    """The finished file around `content.xml`, byte for byte the same for the same text."""
    styles = template("styles.xml")
    _speak(styles, document)
    for place, margin in (("style:header", header), ("style:footer", footer)):
        next(styles.iter(qualified(place))).extend(margin)
    meta = template("meta.xml")
    next(meta.iter(qualified("dc:title"))).text = one_line(document.title)
    next(meta.iter(qualified("dc:language"))).text = document.language
    # Nothing but a zip archive: a library around it would write its own name, version and settings into the file.
    roots = {
        "META-INF/manifest.xml": template("manifest.xml"),
        "content.xml": content,
        "meta.xml": meta,
        "styles.xml": styles,
    }
    parts = {name: etree.tostring(root, encoding="UTF-8", xml_declaration=True) for name, root in roots.items()}
    return sealed(parts | {"mimetype": _MIMETYPE}, first="mimetype")


def _speak(styles: etree._Element, document: Document) -> None:
    """Tell the default style which language is written, so that the spell checker works."""
    default = next(styles.iter(qualified("style:default-style")))
    text = next(default.iter(qualified("style:text-properties")))
    language, *rest = document.language.split("-")
    text.set(qualified("fo:language"), language)
    for subtag in rest:
        if len(subtag) == len("Latn"):  # a script; a region has 2 letters or 3 digits
            text.set(qualified("fo:script"), subtag)
        else:
            text.set(qualified("fo:country"), subtag)
            break
    else:
        text.set(qualified("fo:country"), "none")
    if document.direction is Direction.RIGHT_TO_LEFT:
        next(styles.iter(qualified("style:page-layout-properties"))).set(qualified("style:writing-mode"), "rl-tb")
