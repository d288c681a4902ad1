# SPDX-License-Identifier: Apache-2.0
"""The catalogue as a page: its filters, and the plain lists for everybody."""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from typing import TYPE_CHECKING

import markdown  # type: ignore[import-untyped]  # no stubs
import pytest

from srpp_criteria import Library
from srpp_criteria.edition.edition import Edition
from srpp_criteria.models.words import with_words
from srpp_criteria.site.catalogue_page import catalogue_pages
from srpp_criteria.site.edition_site import EditionSite
from srpp_criteria.site.pages import whole_site

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.site.edition_site import WholeSite

TIERS = "construction-subcontracting-tier-limit"
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    '" autofocus onfocus="alert(1)',
    "{: onclick=alert(1) }",
]


@pytest.fixture(scope="module")
def whole(repository: Path) -> WholeSite:
    """The whole site, resolved once."""
    return whole_site(Library.load(repository), repository="", address="", today=dt.date(2026, 11, 22))


def test_every_text_stands_in_one_list(whole: WholeSite) -> None:
    """The lists need no script, and together they are the edition."""
    for site in whole.sites.values():
        search, *lists = catalogue_pages(site)
        linked = [
            link for page in lists for link in re.findall(r'<h3><a href="\.\./\.\./([a-z0-9-]+)/"', page.markdown)
        ]
        assert sorted(linked) == sorted(entry.id for entry in site.edition)
        assert all(f'<a href="{page.twin.split("/")[1]}/">' in search.markdown for page in lists)


def test_a_long_list_is_divided_by_sector(whole: WholeSite) -> None:
    """Eighty clauses in a row help nobody: each sector has its heading, and a way to it on top of the page."""
    pages = {page.path: page.markdown for page in catalogue_pages(whole.sites["en"])}
    clauses = pages["en/catalogue/clause.md"]
    headings = re.findall(r'<h2 id="([a-z-]+)">', clauses)

    assert headings[:3] == ["construction", "food", "textiles"]
    assert re.findall(r'<a href="#([a-z-]+)">', clauses) == headings


def test_the_search_page_does_not_grow_with_the_library(whole: WholeSite) -> None:
    """Five thousand items must not travel with the page: it names none."""
    site = whole.sites["en"]
    search = next(iter(catalogue_pages(site)))

    assert search.address == "en/catalogue/"
    assert search.scripts == ("catalogue",)
    assert not [entry.id for entry in site.edition if entry.id in search.markdown]


def test_only_filters_that_find_something_are_offered(whole: WholeSite) -> None:
    """The master edition has no law of a market."""
    english, norwegian = (next(iter(catalogue_pages(whole.sites[tag]))).markdown for tag in ("en", "nb-NO"))

    assert 'name="mandatory"' not in english
    assert 'name="mandatory"' in norwegian
    for page in (english, norwegian):
        assert set(re.findall(r'name="sector" value="([a-z-]+)"', page)) == {"construction", "food", "textiles"}


def test_every_field_has_its_label(whole: WholeSite) -> None:
    """A field without a name is no field for a screen reader."""
    page = next(iter(catalogue_pages(whole.sites["en"]))).markdown
    named = set(re.findall(r'<label[^>]* for="([a-z]+)"', page))

    assert set(re.findall(r'<(?:input|select)[^>]* id="([a-z]+)"', page)) == named


def test_the_words_of_the_script_travel_with_the_page(whole: WholeSite) -> None:
    """In the language of the edition, as JSON in an attribute."""
    page = next(iter(catalogue_pages(whole.sites["de-AT"]))).markdown
    found = re.search(r'data-words="([^"]*)"', page)

    assert found is not None
    words = json.loads(html.unescape(found[1]))
    assert words["required"] == whole.sites["de-AT"].words["required-by-law"]
    assert "{typed}" in words["cpv-wrong"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_words(whole: WholeSite, hostile: str) -> None:
    """Titles, topics and intents come from strangers."""
    data = whole.editions["nb-NO"].data
    entry = whole.editions["nb-NO"][TIERS]
    item = with_words(entry.item, {"title": hostile, "intent": hostile})
    entries = tuple(entry.model_copy(update={"item": item}) if one.id == TIERS else one for one in data.entries)
    topics = {**data.topics, item.topics[0]: hostile}
    edition = Edition(data.model_copy(update={"entries": entries, "topics": topics}), lambda _: None)  # type: ignore[arg-type, return-value]
    pages = [
        markdown.markdown(page.markdown, extensions=["attr_list"])
        for page in catalogue_pages(EditionSite(whole, edition))
    ]

    for page in pages:
        assert not re.search(
            r"<script|<img|javascript:[^<]*\"|<[^>]*\son\w+=", page.replace("&quot;", "'"), re.IGNORECASE
        )
