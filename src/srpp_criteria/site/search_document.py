# SPDX-License-Identifier: Apache-2.0
"""What the search knows of an item: a short page that only Pagefind reads, with its words by weight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srpp_criteria.edition.cpv import branch
from srpp_criteria.edition.tender import section_of
from srpp_criteria.models.item import Status
from srpp_criteria.models.words import words_of
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.search_words import other_words
from srpp_criteria.site.sector_pages import sector_name
from srpp_criteria.wording import parse_markup, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.edition.fill import Filled
    from srpp_criteria.models.words import Words
    from srpp_criteria.site.edition_site import EditionSite
    from srpp_criteria.site.search_words import Synonyms

# Weights of Pagefind: from 0 to 10, and twice the weight counts four times.
_TITLE = 10
_INTENT = 3
_HEADING = 3
_NAMES = 2
_TEXT = 1
_AROUND = 0.7
_SYNONYMS = 0.3
_REPLACED = 0.2
"""By what every weight of a deprecated item is lowered, so that it comes after all that is in use."""

_NOT_SEARCHED = re.compile(r"title|guidance\..*|parameters\..*|.*\.(how_checked|effort\.says|due|help)")
"""Addresses of words that are not searched.

The title has a place of its own. Advice names what a text is *not* for, and would bring up every text that warns of
something. The rest is said in the text, too, or is the same everywhere: each word more makes every search slower.
"""


def item_document(entry: Entry, site: EditionSite, vocabulary: tuple[Synonyms, ...]) -> str:
    """One item as Pagefind reads it.

    A place in the tender is not among its keys: Pagefind would send the order of all items with the first search. The
    catalogue asks for one kind after the other instead.
    """
    item, filled = entry.item, entry.fill()
    replaced = item.status is Status.DEPRECATED
    lowered = _REPLACED if replaced else 1
    passages = [(round(weight * lowered, 3), text) for weight, text in _passages(entry, filled, site)]
    said = " ".join([item.title, *(text for _, text in passages)])
    also = [*other_words(said, vocabulary), *_master_title(entry, site)]
    return rendered(
        "search-item.html",
        locale=site.locale,
        entry=entry,
        section=section_of(entry),
        branches=sorted({branch(code) for code in item.codes.cpv}),
        intent=" ".join(item.intent.split()),
        bands=[(one.band, " ".join(one.do.split())) for one in item.guidance.proportionality],
        passages=passages,
        also=", ".join(dict.fromkeys(also)),
        also_weight=round(_SYNONYMS * lowered, 3),
        title_weight=round(_TITLE * lowered, 3),
        replaced=replaced,
    )


def _passages(entry: Entry, filled: Filled, site: EditionSite) -> Iterator[tuple[float, str]]:
    """The words of an item besides its title, each run with its weight, in the order in which excerpts prefer them."""
    data, item = site.edition.data, entry.item
    for words in words_of(item):
        weight = _weight(words)
        if weight:
            yield weight, _plain(filled.sentence(words.text) if words.message else words.text)
    topics = (data.topics.get(topic) or topic for topic in item.topics)
    kind = site.words[f"section-{section_of(entry)}"]
    yield _NAMES, ", ".join([kind, *topics, *(sector_name(one, site.words) for one in item.sectors)])
    if entry.ladder is not None:
        yield _AROUND, ". ".join([entry.ladder.title, *(step.title for step in entry.ladder.steps)])
    laws = [citation.text for citation in entry.citations]
    standards = (data.standards.get(key) or key for proof in item.evidence for key in proof.standards)
    yield _AROUND, ". ".join(dict.fromkeys([*laws, *standards]))
    yield _AROUND, entry.id


def _weight(words: Words) -> float:
    """How much the words of a field count; 0: they are not searched, or stand elsewhere."""
    address = words.address
    if _NOT_SEARCHED.fullmatch(address):
        return 0
    if address == "intent":
        return _INTENT
    if address.startswith("text."):
        return _HEADING if address.endswith(".title") else _TEXT
    return _AROUND


def _plain(text: str) -> str:
    """CommonMark without its signs."""
    return text if text.isalnum() else plain_text(parse_markup(text))


def _master_title(entry: Entry, site: EditionSite) -> Iterable[str]:
    """The English title, for those who know a text from abroad."""
    master = site.whole.editions[MASTER]
    return (master[entry.id].title,) if site.locale != MASTER and entry.id in master else ()
