# SPDX-License-Identifier: Apache-2.0
"""Inlines as OpenDocument text; fields as input fields and drop-down lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.documents.inlines import Break, Emphasis, Field, Inline, Link, Strong, Text, Value, as_field
from srpp_criteria.documents.odt_xml import o
from srpp_criteria.documents.printable import one_line, web_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from srpp_criteria.documents.document import OpenBlank

_STRESS = {(True, False): "Strong_20_Emphasis", (False, True): "Emphasis", (True, True): "SRPP_20_Strong_20_Stress"}
"""Text style for (strong, emphasis)."""


class InlineWriter:
    """Writes inlines; remembers which bookmarks are set.

    Args:
        places: the bookmark of each heading anchor and open blank, see `reading_order.places`.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places
        self._placed: set[str] = set()

    def write(
        self, inlines: tuple[Inline, ...], *, strong: bool = False, emphasis: bool = False
    ) -> Iterator[etree._Element | str]:
        """The content of a paragraph for these inlines."""
        for inline in inlines:
            match inline:
                case Text(text):
                    yield _styled(_STRESS.get((strong, emphasis)), text)
                case Break():
                    yield o("text:line-break")
                case Emphasis(inner):
                    yield from self.write(inner, strong=strong, emphasis=True)
                case Strong(inner):
                    yield from self.write(inner, strong=True, emphasis=emphasis)
                case Link(target, inner):
                    yield from self._link(target, tuple(self.write(inner, strong=strong, emphasis=emphasis)))
                case Value():
                    field = as_field(inline)
                    look = "Placeholder" if field.blank else _STRESS.get((strong, emphasis))
                    words = self.field(field, look)
                    yield from self.at_blank(field, words)

    def jump_to_blank(self, blank: OpenBlank) -> etree._Element | str:
        """The label of an open blank, leading to its place in the text if it has one."""
        place = self._places.get(blank.field)
        return _anchor(f"#{place}", one_line(blank.label)) if place else one_line(blank.label)

    def at_blank(self, field: Value, words: etree._Element | str) -> Iterator[etree._Element | str]:
        """The words, inside the bookmark of this open blank where it is met for the first time."""
        place = self._places.get(field.name) if field.blank else None
        if place is None or place in self._placed:
            yield words
        else:
            self._placed.add(place)
            yield from at(place, words)

    def field(self, field: Field, look: str | None) -> etree._Element | str:
        """A field the reader can fill in, in a text style (None: as the words around it)."""
        shown, label = field.on_paper, one_line(field.label or field.name)
        if field.options:
            choices = [one_line(words) or one_line(key) for key, words in field.options]
            # The entry in sight must be one of the list, or LibreOffice shows the first instead.
            entries = list(dict.fromkeys([*(() if shown in choices else (shown,)), *choices]))
            labels = (
                o("text:label", {"text:value": entry} | ({"text:current-selected": "true"} if entry == shown else {}))
                for entry in entries
            )
            return _styled(look, o("text:drop-down", {"text:name": label}, *labels, shown))
        # Not text:placeholder: LibreOffice does not print it, and an unfilled contract would show an innocent gap.
        return _styled(look, o("text:text-input", {"text:description": label}, shown))

    def _link(self, target: str, words: tuple[etree._Element | str, ...]) -> Iterator[etree._Element | str]:
        target = target.strip()
        address = f"#{self._places[target]}" if target in self._places else web_address(target)
        if address is None:
            yield from words
        else:
            yield _anchor(address, *words)


def at(place: str, *words: etree._Element | str) -> Iterator[etree._Element | str]:
    """The words inside a bookmark of this name; each name once in a document."""
    yield o("text:bookmark-start", {"text:name": place})
    yield from words
    yield o("text:bookmark-end", {"text:name": place})


def _anchor(address: str, *words: etree._Element | str) -> etree._Element:
    look = {"text:style-name": "Internet_20_link", "text:visited-style-name": "Internet_20_link"}
    return o("text:a", {"xlink:type": "simple", "xlink:href": address} | look, *words)


def _styled(style: str | None, words: etree._Element | str) -> etree._Element | str:
    return words if style is None else o("text:span", {"text:style-name": style}, words)
