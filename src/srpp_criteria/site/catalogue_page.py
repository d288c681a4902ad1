# SPDX-License-Identifier: Apache-2.0
"""The catalogue of an edition: the search with its filters, and a plain list of each kind for everybody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.models.item import Level
from srpp_criteria.site.page import Page
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sections import by_section
from srpp_criteria.site.sector_pages import by_name, sector_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.site.edition_site import EditionSite
    from srpp_criteria.site.sections import Section

SCRIPT_WORDS = (
    "show-more",
    "nothing",
    "try-fewer",
    "try-filter",
    "try-propose",
    "count",
    "count-one",
    "count-both",
    "texts-one",
    "pages-one",
    "pages",
    "instead",
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
"""Endings of the interface words that the script needs; they come with the page, so that no request waits for them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a filter."""

    key: str
    words: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Texts of one kind that serve the same sectors, each with the line of facts below its title."""

    key: str
    title: str
    entries: tuple[tuple[Entry, str], ...]


def catalogue_pages(site: EditionSite) -> Iterator[Page]:
    """The search, then one list for each section of a tender that has texts."""
    sections = by_section(site.edition)
    yield _search_page(site, sections)
    for section in sections:
        yield _list_page(site, section, sections)


def _search_page(site: EditionSite, sections: tuple[Section, ...]) -> Page:
    words, items = site.words, [entry.item for entry in site.edition]
    sectors = by_name({sector for item in items for sector in item.sectors}, words)
    levels = [level.value for level in Level if any(item.level is level for item in items)]
    topics = {topic: site.edition.data.topics.get(topic) or topic for item in items for topic in item.topics}
    script_words = {name: words[f"site-catalogue-{name}"] for name in SCRIPT_WORDS}
    script_words["required"] = words["required-by-law"]
    script_words["replaced"] = words["site-status-deprecated"]
    script_words["texts"] = words["site-start-pack-texts"]
    text = rendered(
        "catalogue.md",
        locale=site.locale,
        words=words,
        script_words=json.dumps(script_words, ensure_ascii=False),
        bands=json.dumps(site.edition.data.bands, ensure_ascii=False),
        sectors=[Choice(key, sector_name(key, words)) for key in sectors],
        kinds=_kinds(sections, site),
        levels=[Choice(key, words[f"level-{key}"]) for key in levels],
        topics=[Choice(key, title) for key, title in sorted(topics.items(), key=lambda topic: topic[1].casefold())],
        packs=site.edition.packs.values(),
        currency=site.edition.market.currency if site.edition.market is not None else "EUR",
        has_duties=any(entry.mandatory for entry in site.edition),
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


def _list_page(site: EditionSite, section: Section, sections: tuple[Section, ...]) -> Page:
    words = site.words
    title = words[f"section-{section.name}"]
    text = rendered(
        "list-section.md",
        locale=site.locale,
        words=words,
        title=title,
        groups=list(_by_sectors(section, words)),
        section=section.name,
        kinds=_kinds(sections, site),
    )
    return Page(
        f"{site.locale}/catalogue/{section.name}.md",
        title,
        text,
        site.locale,
        description=f"{title} – {words['site-catalogue']}, {site.name}",
        wide=True,
    )


def _kinds(sections: tuple[Section, ...], site: EditionSite) -> list[Choice]:
    return [Choice(section.name, site.words[f"section-{section.name}"], section.total) for section in sections]


def _by_sectors(section: Section, words: Mapping[str, str]) -> Iterator[Group]:
    """The texts of a list by the sectors that they serve; those that serve several come last."""
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in section.entries:
        found.setdefault(tuple(by_name(entry.item.sectors, words)), []).append(entry)
    titles = {sectors: ", ".join(sector_name(one, words) for one in sectors) for sectors in found}
    for sectors in sorted(found, key=lambda sectors: (len(sectors), titles[sectors].casefold())):
        yield Group(
            "-".join(sectors), titles[sectors], tuple((entry, _facts(entry, words)) for entry in found[sectors])
        )


def _facts(entry: Entry, words: Mapping[str, str]) -> str:
    return " · ".join(
        [words[f"level-{entry.item.level.value}"], *(sector_name(one, words) for one in entry.item.sectors)]
    )
