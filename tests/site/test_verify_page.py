# SPDX-License-Identifier: Apache-2.0
"""The page that checks a draft before any script runs: what it promises, and what to do without scripts."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from srpp_criteria import Library
from srpp_criteria.site.edition_site import EditionSite, WholeSite
from srpp_criteria.site.frame import Frames
from srpp_criteria.site.verify_page import verify_pages

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.site.page import Page

PLACES = ("srpp-verify", "srpp-verify-unread", "srpp-verify-editions")
"""Elements that `frontend/src/pages/verify.ts` looks for."""


@pytest.fixture(scope="module")
def sites(repository: Path) -> dict[str, EditionSite]:
    """Two editions; the page needs no market and no gloss."""
    library = Library.load(repository)
    editions = {locale: library.edition(locale) for locale in ("en", "nb-NO")}
    whole = WholeSite(library.shelf, editions, {}, {}, "", "", dt.date(2026, 11, 28))
    return dict(whole.sites)


@pytest.fixture
def page(sites: dict[str, EditionSite]) -> Page:
    """The Norwegian page."""
    (made,) = verify_pages(sites["nb-NO"])
    return made


def test_each_edition_has_the_page_at_the_same_place(page: Page) -> None:
    """So the switcher of languages stays on it."""
    assert page.address == "nb-NO/verify/"
    assert page.twin == "verify/"
    assert page.scripts == ("verify",)
    assert page.wide


def test_the_page_says_that_nothing_leaves_the_computer(page: Page, sites: dict[str, EditionSite]) -> None:
    """Before anybody chooses a file, and without any script."""
    assert sites["nb-NO"].words["site-verify-note"] in page.markdown
    assert "Nothing leaves your computer" in sites["en"].words["site-verify-note"]


def test_without_scripts_the_command_line_does_it(page: Page, sites: dict[str, EditionSite]) -> None:
    """Who switched scripts off is told what does the same."""
    without = page.markdown.split("<noscript>")[1].split("</noscript>")[0]

    assert sites["nb-NO"].words["site-verify-no-script"] in without
    assert "srpp verify" in without


def test_the_script_finds_its_places_and_the_other_editions(page: Page) -> None:
    """A draft may hold texts of several editions."""
    for place in PLACES:
        assert f'id="{place}"' in page.markdown
    assert '<a href="../../en/" hreflang="en">' in page.markdown


def test_every_page_of_the_edition_leads_to_it(sites: dict[str, EditionSite], page: Page) -> None:
    """In the menu, in the language of the edition."""
    frames = Frames(sites["nb-NO"].whole, [page])

    ways = {way.address: way.words for way in frames.of(page.path).ways}

    assert ways["nb-NO/verify/"] == sites["nb-NO"].words["site-verify"]
