# SPDX-License-Identifier: Apache-2.0
"""Texts of a page that change with the buyer's figures: what the page shows at first, and what a script needs later.

The page holds each text with the default figures. Beside it lies the same text with its figures still open; a number in
the page (`data-live`) says which. So a page is complete without any script, and a script needs to know no pattern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from srpp_criteria.documents.fillable import open_flow
from srpp_criteria.documents.html import flow_html
from srpp_criteria.documents.item_reading import FilledReading
from srpp_criteria.documents.open_reading import OpenReading
from srpp_criteria.models.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.edition.fill import Filled


def live_templates(entry: Entry) -> Iterator[str]:
    """Every template of an entry that shows a figure or depends on one, once, in an order of its own."""
    found = [word.text for word in words_of(entry.item) if word.message]
    if entry.ladder is not None:
        found += [word.text for word in words_of(entry.ladder) if word.message]
    yield from dict.fromkeys(text for text in found if "{" in text)


def live_flows(entry: Entry) -> list[list[dict[str, Any]]]:
    """The same templates as JSON, with their figures open, in the same order."""
    reading = OpenReading(entry)
    return [[open_flow(block) for block in reading.flow(template)] for template in live_templates(entry)]


class LiveTexts:
    """Templates of one filled entry as the page shows them."""

    def __init__(self, filled: Filled, words: Mapping[str, str]) -> None:
        self._reading = FilledReading(filled, words)
        self._numbers = {template: number for number, template in enumerate(live_templates(filled.entry))}

    def flow(self, template: str) -> Markup:
        """A template with its figures, as HTML."""
        return Markup(flow_html(self._reading.flow(template)))  # noqa: S704  # the writer escapes

    def marked(self, template: str, *, fields: bool = False) -> Markup:
        """The attributes by which a script finds the element again; with `fields` its figures become input fields."""
        number = self._numbers.get(template)
        if number is None:
            return Markup("")
        return Markup(' data-live="{}"{}').format(number, Markup(" data-fields") if fields else "")
