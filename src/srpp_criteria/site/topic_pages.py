# SPDX-License-Identifier: Apache-2.0
"""Pages of the topics: what the library holds about each, and the need it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.site.page import Page
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sections import MOST, by_section
from srpp_criteria.site.sector_pages import cases_of, risks_of, sector_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.registers import Topic
    from srpp_criteria.site.edition_site import EditionSite, WholeSite


def topic_pages(site: EditionSite) -> Iterator[Page]:
    """A page for each topic, and a list of them by need."""
    words, topics = site.words, site.whole.shelf.registers.topics
    entries = _by_topic(site)
    risks, cases = risks_of(site.whole), cases_of(site.whole)
    sectors = {s: sector_name(s, words) for entry in site.edition for s in entry.item.sectors}
    titles = {entry.id: entry.title for entry in site.edition}
    for key, topic in topics.items():
        title = topic_name(site, key)
        markdown = rendered(
            "topic.md",
            locale=site.locale,
            words=words,
            today=site.whole.today,
            topic=topic,
            title=title,
            sections=by_section(entries[key], most=MOST),
            risks=[risk for risk in risks if key in risk.topics],
            cases=[case for case in cases if key in case.topics],
            sectors=sectors,
            titles=titles,
        )
        yield Page(f"{site.locale}/topics/{key}.md", title, markdown, site.locale, words["site-topics-lead"])
    needs = [
        (need, [(key, topic_name(site, key), topics[key].says, len(entries[key])) for key in keys])
        for need, keys in by_need(site.whole).items()
    ]
    index = rendered("topics.md", locale=site.locale, words=words, needs=needs)
    yield Page(f"{site.locale}/topics/index.md", words["site-topics"], index, site.locale, words["site-topics-lead"])


def topic_name(site: EditionSite, key: str) -> str:
    """A topic in the language of the edition; in English where it has no name there yet."""
    return site.edition.data.topics.get(key) or site.whole.shelf.registers.topics[key].title


def by_need(whole: WholeSite) -> Mapping[str, list[str]]:
    """Keys of the topics by the need they serve, in the order of the register."""
    found: dict[str, list[str]] = {}
    topic: Topic
    for key, topic in whole.shelf.registers.topics.items():
        found.setdefault(topic.need.value, []).append(key)
    return found


def _by_topic(site: EditionSite) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {key: [] for key in site.whole.shelf.registers.topics}
    for entry in site.edition:
        for topic in entry.item.topics:
            found[topic].append(entry)
    return found
