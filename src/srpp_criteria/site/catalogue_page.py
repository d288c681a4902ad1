# SPDX-License-Identifier: Apache-2.0
"""The catalogue of an edition: the search with its filters, and a plain list of each kind for everybody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.tender import SECTIONS, section_of
from srpp_criteria.models.item import Level
from srpp_criteria.site.page import Page
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.site.edition_site import EditionSite

SCRIPT_WORDS = (
    "show-more",
    "nothing",
    "try-fewer",
    "try-filter",
    "try-propose",
    "count",
    "count-one",
    "searching",
    "failed",
    "basket-put",
    "basket-in",
    "basket-put-what",
    "basket-in-what",
    "basket-full",
    "in-this-size",
    "cpv-wrong",
    "purchase-size",
    "purchase-months",
    "page",
)
"""Endings of the interface words that the script needs; they travel with the page, so that no request waits for them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a filter."""

    key: str
    words: str
    count: int = 0


def catalogue_pages(site: EditionSite) -> Iterator[Page]:
    """The search, then one list for each section of a tender that has texts."""
    sections = _sections(site)
    yield _search_page(site, sections)
    for section, entries in sections.items():
        yield _list_page(site, section, entries, sections)


def in_tender_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries as they follow each other in a tender."""
    return sorted(entries, key=lambda entry: SECTIONS.index(section_of(entry)))


def _sections(site: EditionSite) -> dict[str, list[Entry]]:
    """The entries of each section that has any, in the order of a tender."""
    sections: dict[str, list[Entry]] = {}
    for entry in in_tender_order(site.edition):
        sections.setdefault(section_of(entry), []).append(entry)
    return sections


def _search_page(site: EditionSite, sections: dict[str, list[Entry]]) -> Page:
    words, items = site.words, [entry.item for entry in site.edition]
    sectors = sorted({sector for item in items for sector in item.sectors})
    levels = [level.value for level in Level if any(item.level is level for item in items)]
    topics = {topic: site.edition.data.topics.get(topic) or topic for item in items for topic in item.topics}
    script_words = {name: words[f"site-catalogue-{name}"] for name in SCRIPT_WORDS}
    script_words["required"] = words["required-by-law"]
    text = rendered(
        "catalogue.md",
        locale=site.locale,
        words=words,
        script_words=json.dumps(script_words, ensure_ascii=False),
        bands=json.dumps(site.edition.data.bands, ensure_ascii=False),
        sectors=[Choice(key, words[f"sector-{key}"]) for key in sectors],
        kinds=[Choice(key, words[f"section-{key}"], len(entries)) for key, entries in sections.items()],
        levels=[Choice(key, words[f"level-{key}"]) for key in levels],
        topics=[Choice(key, title) for key, title in sorted(topics.items(), key=lambda topic: topic[1].casefold())],
        has_duties=any(entry.mandatory for entry in site.edition),
        count=len(items),
        market=site.name,
    )
    return Page(
        f"{site.locale}/catalogue.md",
        words["site-catalogue"],
        text,
        site.locale,
        description=words["site-catalogue-lead"],
        scripts=("catalogue",),
        wide=True,
    )


def _list_page(site: EditionSite, section: str, entries: list[Entry], sections: dict[str, list[Entry]]) -> Page:
    title = site.words[f"section-{section}"]
    text = rendered(
        "list-section.md",
        locale=site.locale,
        words=site.words,
        title=title,
        entries=entries,
        section=section,
        kinds=[Choice(key, site.words[f"section-{key}"], len(some)) for key, some in sections.items()],
    )
    return Page(
        f"{site.locale}/catalogue/{section}.md",
        title,
        text,
        site.locale,
        description=f"{title} – {site.words['site-catalogue']}, {site.name}",
        wide=True,
    )
