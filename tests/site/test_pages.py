# SPDX-License-Identifier: Apache-2.0
"""The site is a pure function of the library: pages with addresses, and files beside them."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from srpp_criteria import Library
from srpp_criteria.models.item import Clause
from srpp_criteria.models.words import with_words
from srpp_criteria.site.frame import Frames
from srpp_criteria.site.item_page import item_page
from srpp_criteria.site.pages import assets_of, pages_of, whole_site

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.site.edition_site import WholeSite
    from srpp_criteria.site.page import Page

TIERS = "construction-subcontracting-tier-limit"


@pytest.fixture(scope="module")
def whole(repository: Path) -> WholeSite:
    """The site of this library, on a fixed day."""
    return whole_site(
        Library.load(repository),
        repository="https://example.org/r",
        address="https://example.org/",
        today=dt.date(2026, 11, 28),
    )


@pytest.fixture(scope="module")
def pages(whole: WholeSite) -> dict[str, Page]:
    """Every page by its path."""
    return {page.path: page for page in pages_of(whole)}


def test_each_entry_of_each_edition_has_its_page(whole: WholeSite, pages: dict[str, Page]) -> None:
    """The address is the locale and the id."""
    for locale, edition in whole.editions.items():
        assert {f"{locale}/{entry.id}.md" for entry in edition} <= set(pages)


def test_no_two_pages_and_no_two_files_share_an_address(whole: WholeSite, pages: dict[str, Page]) -> None:
    """Nothing overwrites anything."""
    addresses = [page.address for page in pages_of(whole)]
    files = [asset.path for asset in assets_of(whole)]

    assert len(addresses) == len(set(addresses)) == len(pages)
    assert len(files) == len(set(files))


def test_each_item_page_has_its_twins(whole: WholeSite) -> None:
    """Beside each page the same as JSON and as Markdown."""
    files = {asset.path for asset in assets_of(whole)}

    for locale, edition in whole.editions.items():
        assert {f"{locale}/{entry.id}/index.{form}" for entry in edition for form in ("json", "md")} <= files
        assert {f"{locale}/edition.json", f"{locale}/feed.xml"} <= files


def test_every_machine_file_is_listed_with_its_checksum(whole: WholeSite) -> None:
    """Whoever mirrors the data can tell whether it is whole."""
    *files, sums = assets_of(whole)

    assert sums.path == "sha256sums.txt"
    assert dict(line.split("  ")[::-1] for line in sums.content.decode().splitlines()) == {
        file.path: hashlib.sha256(file.content).hexdigest() for file in files
    }


def test_a_page_says_what_a_buyer_needs_in_the_language_of_the_edition(
    whole: WholeSite, pages: dict[str, Page]
) -> None:
    """Text, values, follow-up, remedies, guidance, law, national changes, sources, status."""
    words = whole.editions["nb-NO"].data.words
    shown = pages[f"nb-NO/{TIERS}.md"].markdown

    for key in ("page-values", "monitoring", "remedies", "buyer-duties", "evidence", "page-guidance", "legal-basis"):
        assert f"## {words[key]}" in shown
    for key in ("page-use-when", "page-avoid-when", "page-national", "page-sources", "status-draft", "site-item-chain"):
        assert words[key] in shown
    assert whole.editions["nb-NO"][TIERS].stamp in shown


def test_no_figure_stays_open_in_a_chain(whole: WholeSite) -> None:
    """The names of indicators hold figures; the chain shows their start values, or what has to be filled in."""
    titles = [
        node.title
        for site in whole.sites.values()
        for entry in site.edition
        for link in site.chains.around(entry)
        for node in link.nodes
    ]

    assert titles
    assert not [title for title in titles if "{" in title]


def test_a_sheet_shows_the_indicators_that_it_holds(whole: WholeSite) -> None:
    """And not all those of its clauses, of which other sheets hold the rest."""
    site = whole.sites["en"]
    sheet = "shared-sheet-complaint-log"
    indicators = next(link for link in site.chains.around(site.edition[sheet]) if link.name == "indicator")
    held = {
        f"../{entry.id}/#indicator-{indicator.id}"
        for entry in site.edition
        if isinstance(entry.item, Clause)
        for indicator in entry.item.monitoring
        if indicator.sheet == sheet
    }

    assert {node.address for node in indicators.nodes} == held
    assert indicators.is_long == (len(held) > 12)


def test_a_pack_says_what_its_figures_count(pages: dict[str, Page]) -> None:
    """A bare number is no figure: five what? The unit of the field is a plural, so that one has it apart."""
    assert "<b>2 learners</b>" in pages["en/packs/new-school-building.md"].markdown
    assert "<b>5 working days</b>" in pages["en/packs/new-school-building.md"].markdown
    assert "<b>1 (articles)</b>" in pages["en/packs/coffee-tea-cocoa.md"].markdown


def test_the_switcher_leads_to_the_same_page_or_to_the_start(whole: WholeSite, pages: dict[str, Page]) -> None:
    """An item that a market left out leads to the start of that market's edition."""
    frames = Frames(whole, pages.values())
    translations = {way.lang: way for way in frames.of("en/construction-award-extra-training-hours.md").translations}

    assert translations["de-AT"].address == "de-AT/construction-award-extra-training-hours/"
    assert translations["nb-NO"].address == "nb-NO/"
    assert not translations["nb-NO"].active


def test_a_page_that_is_written_by_hand_stands_in_the_english_frame(whole: WholeSite, pages: dict[str, Page]) -> None:
    """Guides and decisions are English."""
    frame = Frames(whole, pages.values()).of("guide/procurer.md")

    assert frame.locale == "en"
    assert not frame.is_edition


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "[click](JaVaScRiPt&#58;alert(1))",
        "![x](https://example.org/x.png)",
        "{{ 7 * 7 }} {% raw %} {: onclick=alert(1) }",
        "</div></div><script>alert(1)</script>",
    ],
)
def test_hostile_words_come_out_as_words(whole: WholeSite, hostile: str) -> None:
    """Even if a check were passed over, a page runs nothing and loads nothing."""
    site = whole.sites["nb-NO"]
    entry = site.edition[TIERS]
    changed = (
        "title",
        "intent",
        "text.obligation.title",
        "text.obligation",
        "guidance.use_when",
        "buyer_duties.count-on-site.duty",
    )
    item = with_words(entry.item, dict.fromkeys(changed, hostile.replace("{", "'{'").replace("}", "'}'")))
    shown = item_page(entry.model_copy(update={"item": item}), site).markdown

    assert not re.search(r"<script|<img|<[^>]*onerror|href=\"javascript", shown, re.IGNORECASE)
    assert not re.search(r"^#.*(?<!\\)[{<]", shown.split("\n", 1)[0])
