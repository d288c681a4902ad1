# SPDX-License-Identifier: Apache-2.0
"""The whole site: a pure function from editions to pages and the files beside them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from srpp_criteria.edition.edition import Edition
from srpp_criteria.edition.resolve import before_market, gloss
from srpp_criteria.errors import UnknownItem
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.api_reference import api_pages
from srpp_criteria.site.basket_page import basket_pages
from srpp_criteria.site.cases_page import case_pages
from srpp_criteria.site.catalogue_page import catalogue_pages
from srpp_criteria.site.compare_pages import compare_pages
from srpp_criteria.site.coverage_page import coverage_pages
from srpp_criteria.site.crosswalk import crosswalk_files, crosswalk_pages
from srpp_criteria.site.data_page import data_pages
from srpp_criteria.site.edition_site import EditionSite, WholeSite
from srpp_criteria.site.feeds import feeds, item_feeds
from srpp_criteria.site.glossary_page import glossary_pages
from srpp_criteria.site.item_page import item_pages
from srpp_criteria.site.label_pages import label_pages
from srpp_criteria.site.law_page import law_pages
from srpp_criteria.site.market_page import market_pages
from srpp_criteria.site.methods_page import method_pages
from srpp_criteria.site.national_notes import country_pages, note_files
from srpp_criteria.site.pack_pages import pack_files, pack_pages
from srpp_criteria.site.page import Asset
from srpp_criteria.site.quality_page import quality_pages
from srpp_criteria.site.sector_pages import sector_pages
from srpp_criteria.site.start_page import start_pages
from srpp_criteria.site.topic_pages import topic_pages
from srpp_criteria.site.twins import edition_twins, item_twins, register_files, released_twins, schemas
from srpp_criteria.site.verify_page import known_text_files, verify_pages
from srpp_criteria.site.version_pages import version_pages

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from srpp_criteria.edition.entry import EditionData
    from srpp_criteria.library import Library
    from srpp_criteria.site.page import Page

EDITION_PAGES: tuple[Callable[[EditionSite], Iterable[Page]], ...] = (
    start_pages,
    catalogue_pages,
    item_pages,
    version_pages,
    basket_pages,
    verify_pages,
    sector_pages,
    topic_pages,
    pack_pages,
    market_pages,
    law_pages,
    country_pages,
    glossary_pages,
    label_pages,
    method_pages,
    case_pages,
    crosswalk_pages,
    coverage_pages,
    quality_pages,
    compare_pages,
    data_pages,
    api_pages,
)
"""Makers of the pages of an edition."""

EDITION_ASSETS: tuple[Callable[[EditionSite], Iterable[Asset]], ...] = (
    item_twins,
    released_twins,
    edition_twins,
    pack_files,
    feeds,
    item_feeds,
    known_text_files,
)
"""Makers of the files that every edition has beside its pages."""

WHOLE_ASSETS: tuple[Callable[[WholeSite], Iterable[Asset]], ...] = (
    schemas,
    register_files,
    note_files,
    crosswalk_files,
)
"""Makers of the files that the site has once."""


CHECKSUMS = "sha256sums.txt"
"""Every machine file with its checksum, as `sha256sum --check` reads it."""


def whole_site(library: Library, *, repository: str, address: str, today: dt.date) -> WholeSite:
    """Everything the pages are made from, resolved once."""
    shelf = library.shelf
    editions = {locale: library.edition(locale) for locale in library.locales}
    return WholeSite(
        shelf,
        editions,
        {locale: _readable(before_market(shelf, locale)) for locale in editions if locale != MASTER},
        {locale: _readable(gloss(shelf, e.market.market)) for locale, e in editions.items() if e.market is not None},
        repository,
        address,
        today,
    )


def _readable(data: EditionData) -> Edition:
    """An edition that is only compared with: nobody asks it where its values come from."""

    def nowhere(item: str) -> None:
        raise UnknownItem(item, data.locale, (), "it is not published")

    return Edition(data, nowhere)  # type: ignore[arg-type]  # it never returns


def pages_of(whole: WholeSite) -> Iterator[Page]:
    """Every page of every edition."""
    for site in whole.sites.values():
        for make in EDITION_PAGES:
            yield from make(site)


def page_files(whole: WholeSite) -> Iterator[Asset]:
    """Every page as a Markdown file with its title and language on top, for generators other than MkDocs."""
    for page in pages_of(whole):
        top = {"title": page.title, "description": page.description, "lang": page.locale}
        if not page.indexed:
            top["robots"] = "noindex"
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in top.items()]
        yield Asset(page.path, "\n".join(["---", *lines, "---", "", page.markdown]).encode())


def assets_of(whole: WholeSite) -> Iterator[Asset]:
    """Every file that is no page, and last a list of them all with their checksums."""
    sums = []
    for asset in _assets(whole):
        sums.append(f"{hashlib.sha256(asset.content).hexdigest()}  {asset.path}\n")
        yield asset
    yield Asset(CHECKSUMS, "".join(sorted(sums, key=lambda line: line.partition("  ")[2])).encode())


def _assets(whole: WholeSite) -> Iterator[Asset]:
    for site in whole.sites.values():
        for make in EDITION_ASSETS:
            yield from make(site)
    for make_once in WHOLE_ASSETS:
        yield from make_once(whole)
