# SPDX-License-Identifier: Apache-2.0
"""Inlines as Word runs; fields as content controls that a buyer can fill in."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from srpp_criteria.documents.docx_xml import RELATIONSHIPS, WORD, run, w
from srpp_criteria.documents.inlines import Break, Emphasis, Field, Link, Strong, Text, Value, as_field
from srpp_criteria.documents.printable import one_line, web_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lxml import etree

    from srpp_criteria.documents.document import Inlines, OpenBlank

_LONGEST_NAME = 64
"""Word takes no longer title or tag of a content control."""


def control_tag(name: str) -> str:
    """The `w:tag` by which a program finds the field again: its name, or a shortened one that stays unique.

    >>> control_tag("construction-subcontracting-tier-limit.max_tiers")
    'construction-subcontracting-tier-limit.max_tiers'
    >>> len(control_tag("x" * 65))
    64
    """
    name = one_line(name)
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - 9]}~{hashlib.sha256(name.encode()).hexdigest()[:8]}"


class InlineWriter:
    """Writes inlines and counts what Word wants to be unique in a file: control ids and bookmarks.

    Args:
        address: makes a relationship for a web address and returns its id.
        places: the bookmark of each heading anchor and open blank, see `reading_order.places`.
    """

    def __init__(self, address: Callable[[str], str], places: Mapping[str, str]) -> None:
        self._address = address
        self._places = places
        self._placed: set[str] = set()
        self._controls = 0

    def write(
        self, inlines: Inlines, *, strong: bool = False, emphasis: bool = False, style: str = ""
    ) -> Iterator[etree._Element]:
        """The children of a paragraph for these inlines."""
        for inline in inlines:
            match inline:
                case Text(text):
                    yield run(text, _look(style, strong=strong, emphasis=emphasis))
                case Break():
                    yield w("r", w("br"))
                case Emphasis(inner):
                    yield from self.write(inner, strong=strong, emphasis=True, style=style)
                case Strong(inner):
                    yield from self.write(inner, strong=True, emphasis=emphasis, style=style)
                case Link(url, inner):
                    yield from self._link(url, inner, strong=strong, emphasis=emphasis)
                case Value():
                    control = self.control(
                        as_field(inline), "PlaceholderText", _look(style, strong=strong, emphasis=emphasis)
                    )
                    yield from self.at_blank(inline, control)

    def jump_to_blank(self, blank: OpenBlank) -> etree._Element:
        """The label of an open blank, leading to its place in the text if it has one."""
        place = self._places.get(blank.field)
        words = run(one_line(blank.label), _look("Hyperlink" if place else ""))
        return w("hyperlink", words, anchor=place, history=1) if place else words

    def at_blank(self, field: Value, control: etree._Element) -> Iterator[etree._Element]:
        """The control, inside the bookmark of this open blank where it is met for the first time."""
        place = self._places.get(field.name) if field.blank else None
        if place is None or place in self._placed:
            yield control
        else:
            yield from self.at(place, control)

    def at(self, place: str, *elements: etree._Element) -> Iterator[etree._Element]:
        """The elements inside a bookmark of this name; each name once."""
        self._placed.add(place)
        number = len(self._placed)
        yield w("bookmarkStart", id=number, name=place)
        yield from elements
        yield w("bookmarkEnd", id=number)

    def control(self, field: Field, blank_style: str, look: etree._Element | None = None) -> etree._Element:
        """A content control: plain text, or a drop-down list for a choice.

        While the field is blank, Word treats its prompt as placeholder: a click selects it, the first key replaces it.
        """
        self._controls += 1
        return w(
            "sdt",
            w(
                "sdtPr",
                w("alias", val=one_line(field.label or field.name)[:_LONGEST_NAME]),
                w("tag", val=control_tag(field.name)),
                w("id", val=self._controls),
                w("showingPlcHdr") if field.blank else None,
                _choice(field) if field.options else _free_text(field),
            ),
            w("sdtContent", run(field.on_paper, _look(blank_style) if field.blank else look)),
        )

    def _link(self, url: str, inner: Inlines, *, strong: bool, emphasis: bool) -> Iterator[etree._Element]:
        target = url.strip()
        address = web_address(target)
        if target in self._places:
            link = w("hyperlink", anchor=self._places[target], history=1)
        elif address is not None:
            link = w("hyperlink", history=1)
            link.set(f"{{{RELATIONSHIPS}}}id", self._address(address))
        else:
            yield from self.write(inner, strong=strong, emphasis=emphasis)
            return
        link.extend(self.write(inner, strong=strong, emphasis=emphasis, style="Hyperlink"))
        yield link


def _free_text(field: Field) -> etree._Element:
    # LibreOffice 7 turns a plain-text control into an input field and drops its look: a blank would lose its marking.
    return w("richText") if field.blank else w("text", multiLine=1)


def _choice(field: Field) -> etree._Element:
    choice = w("dropDownList")
    keys: set[str] = set()
    labels: set[str] = set()
    for given_key, given_label in field.options:
        key = one_line(given_key) or one_line(given_label)
        label = one_line(given_label) or key
        # Word refuses a list in which an entry stands twice.
        if key and key not in keys and label not in labels:
            choice.append(w("listItem", displayText=label, value=key))
            keys.add(key)
            labels.add(label)
            if not field.blank and field.shown in (key, label):
                choice.set(f"{{{WORD}}}lastValue", key)
    return choice


def _look(style: str = "", *, strong: bool = False, emphasis: bool = False) -> etree._Element | None:
    if not (style or strong or emphasis):
        return None
    properties = w("rPr", w("rStyle", val=style) if style else None)
    if strong:
        properties.extend((w("b"), w("bCs")))
    if emphasis:
        properties.extend((w("i"), w("iCs")))
    return properties
