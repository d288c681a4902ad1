# SPDX-License-Identifier: Apache-2.0
"""Pages of an edition as Markdown: a pure function from entries to addresses and text."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from srpp_criteria.documents.compose import item_document
from srpp_criteria.documents.document import Heading, Table
from srpp_criteria.documents.inlines import Text
from srpp_criteria.documents.markdown import to_markdown
from srpp_criteria.edition.fill import show
from srpp_criteria.edition.locale import Locale
from srpp_criteria.edition.tender import SECTIONS, section_of
from srpp_criteria.site.guidance import guidance_blocks
from srpp_criteria.wording import parse_markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.documents.document import Block
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path below the site's sources, its title and its Markdown."""

    path: str
    title: str
    markdown: str


def pages_of(edition: Edition) -> Iterator[Page]:
    """The index of an edition, then one page for each entry."""
    yield index_page(edition)
    for entry in edition:
        yield item_page(entry, edition)


def item_page(entry: Entry, edition: Edition) -> Page:
    """An entry with its default values, then what a buyer should know before using it."""
    document = item_document(entry.fill(), edition)
    text = document.blocks[1:]  # the page's own title stands in place of the item's heading
    blocks = (*_intent(entry, edition), *text, *_values(entry, edition), *guidance_blocks(entry, edition))
    whole = replace(document, open_blanks=(), blocks=blocks)
    return Page(f"{edition.locale}/{entry.id}.md", entry.title, _front_matter(entry.title) + to_markdown(whole))


def index_page(edition: Edition) -> Page:
    """All entries of an edition by section of the tender."""
    words = edition.data.words
    title = words.get(f"locale-{edition.locale.lower()}", edition.locale)
    lines = [f"# {title}", "", f"> {words['status-draft']}", ""]
    for section in SECTIONS:
        found = [entry for entry in edition if section_of(entry) == section]
        if found:
            lines += [f"## {words[f'section-{section}']}", ""]
            lines += [f"- [{_escaped(entry.title)}]({entry.id}.md)" for entry in found]
            lines.append("")
    return Page(f"{edition.locale}/index.md", title, _front_matter(title) + "\n".join(lines))


def _intent(entry: Entry, edition: Edition) -> list[Block]:
    return [Heading(2, edition.data.words["page-intent"], numbered=False), *parse_markup(entry.item.intent)]


def _values(entry: Entry, edition: Edition) -> list[Block]:
    if not entry.parameters:
        return []
    words, cldr = edition.data.words, Locale.parse(edition.locale).cldr
    rows = []
    for parameter in entry.parameters.values():
        low, high = getattr(parameter, "minimum", None), getattr(parameter, "maximum", None)
        options = getattr(parameter, "options", ())
        if options:
            limits = ", ".join(option.label for option in options)
            default = next(option.label for option in options if option.key == parameter.default)
        elif isinstance(parameter.default, bool):
            limits = f"{words['yes']}, {words['no']}"
            default = words["yes"] if parameter.default else words["no"]
        else:
            limits = (
                "" if low is None or high is None else f"{show(parameter, low, cldr)} – {show(parameter, high, cldr)}"
            )
            default = "" if parameter.default is None else show(parameter, parameter.default, cldr)
        if parameter.locked:
            limits = words["page-locked"]
        rows.append(((Text(parameter.label),), (Text(default),), (Text(limits),)))
    header = tuple((Text(words[name]),) for name in ("page-value", "page-default", "page-limits"))
    return [Heading(2, words["page-values"], numbered=False), Table(header, tuple(rows), widths=(4, 3, 3))]


def _front_matter(title: str) -> str:
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in "\\`*_{}[]<>#|" else character for character in text)
