# SPDX-License-Identifier: Apache-2.0
"""The page of the basket before any script runs: what it promises, and what to do without scripts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from srpp_criteria import Library
from srpp_criteria.site.basket_page import basket_pages
from srpp_criteria.site.edition_site import EditionSite, WholeSite

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.site.page import Page

PLACES = ("srpp-basket", "srpp-basket-unread", "srpp-basket-editions")
"""Elements that `frontend/src/pages/basket.ts` looks for."""


@pytest.fixture(scope="module")
def sites(repository: Path) -> dict[str, EditionSite]:
    """Two editions; the basket needs no market and no gloss."""
    library = Library.load(repository)
    editions = {locale: library.edition(locale) for locale in ("en", "nb-NO")}
    whole = WholeSite(library.shelf, editions, {}, {}, "", "", dt.date(2026, 11, 28))
    return dict(whole.sites)


@pytest.fixture
def page(sites: dict[str, EditionSite]) -> Page:
    """The Norwegian basket."""
    (made,) = basket_pages(sites["nb-NO"])
    return made


def test_each_edition_has_one_basket_at_the_same_place(page: Page) -> None:
    """So the switcher of languages stays on the basket."""
    assert page.address == "nb-NO/basket/"
    assert page.twin == "basket/"
    assert page.scripts == ("basket",)
    assert page.wide


def test_the_page_says_that_nothing_is_sent_and_how_to_keep_it(page: Page, sites: dict[str, EditionSite]) -> None:
    """Before anybody types a word, and without any script."""
    assert sites["nb-NO"].words["site-basket-note"] in page.markdown
    assert "Nothing is sent" in sites["en"].words["site-basket-note"]


def test_without_scripts_there_are_other_ways(page: Page, sites: dict[str, EditionSite]) -> None:
    """Item pages, Markdown twins, the command line."""
    without = page.markdown.split("<noscript>")[1].split("</noscript>")[0]

    for word in ("site-basket-no-script", "site-basket-no-script-items", "site-basket-no-script-twins"):
        assert sites["nb-NO"].words[word] in without
    assert "srpp tender" in without


def test_the_script_finds_its_places_and_the_other_editions(page: Page) -> None:
    """A tender file may have been made in another edition; the basket there is a link away."""
    for place in PLACES:
        assert f'id="{place}"' in page.markdown
    assert '<a href="../../en/basket/" hreflang="en">' in page.markdown
