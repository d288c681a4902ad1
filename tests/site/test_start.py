# SPDX-License-Identifier: Apache-2.0
"""The start page: the procurer's question, sizes in the currency of the market, packs, what the law demands."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING

import markdown  # type: ignore[import-untyped]  # no stubs
import pytest

from srpp_criteria import Library
from srpp_criteria.edition.edition import Edition
from srpp_criteria.site.catalogue_page import catalogue_pages
from srpp_criteria.site.edition_site import EditionSite
from srpp_criteria.site.pages import whole_site
from srpp_criteria.site.purchase_words import known_words
from srpp_criteria.site.sector_pages import sector_name, sectors_of
from srpp_criteria.site.start_page import start_pages

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.site.edition_site import WholeSite


@pytest.fixture(scope="module")
def whole(repository: Path) -> WholeSite:
    """The whole site, resolved once."""
    return whole_site(Library.load(repository), repository="", address="", today=dt.date(2026, 11, 22))


def shown(whole: WholeSite, locale: str) -> str:
    """The start page of an edition."""
    (page,) = start_pages(whole.sites[locale])
    assert page.address == f"{locale}/"
    return page.markdown


def test_the_question_stands_first_and_works_as_a_plain_form(whole: WholeSite) -> None:
    """Without a script it leads to the catalogue with what was asked."""
    page = shown(whole, "de-AT")

    assert '<form class="srpp-start__form" method="get" action="catalogue/"' in page
    assert page.index("<form") < page.index('class="srpp-start__steps"')
    for name in ("q", "sector", "value", "months"):
        assert f'name="{name}"' in page


def test_limits_of_the_register_stand_in_the_table(whole: WholeSite) -> None:
    """Every band and sector, in euro as the register has them."""
    page = shown(whole, "de-AT")
    for band in whole.shelf.registers.bands.values():
        assert f'data-size="{band.key}"' in page
        for limit in band.limits:
            below = f' data-below="{limit.below_value}"' if limit.below_value is not None else ""
            assert f'data-limit="{limit.sector}" data-lowest="{limit.from_value}"{below}' in page


def test_kroner_come_from_the_works_threshold_and_are_called_approximate(whole: WholeSite) -> None:
    """No rate of exchange is invented: both laws set the same threshold."""
    page = shown(whole, "nb-NO")
    lowest = [int(value) for value in re.findall(r'data-limit="construction" data-lowest="(\d+)"', page)]

    assert lowest == [0, 2700000, 11000000, 58000000]
    assert "57" in page
    assert whole.sites["nb-NO"].words["site-start-rate"].partition("{")[0] in page


def test_lengths_that_move_a_contract_are_read_from_the_register(whole: WholeSite) -> None:
    """Each note that speaks only of months is a rule the page applies; a note with more conditions is only shown."""
    notes = [one.also for band in whole.shelf.registers.bands.values() for one in band.limits if one.also]
    rules = [note for note in notes if note.startswith("Contracts of ")]

    assert len(re.findall(r"data-months=", shown(whole, "en"))) == len(rules) == 2


def test_the_status_is_said_and_english_notes_are_marked(whole: WholeSite) -> None:
    """A draft says so on the first screen; a screen reader reads English as English."""
    page = shown(whole, "nb-NO")

    assert whole.sites["nb-NO"].words["status-draft"] in page
    assert '<p lang="en" class="srpp-start__facts" data-risk-rule>' in page


def test_english_notes_are_folded_where_the_edition_speaks_another_language(whole: WholeSite) -> None:
    """They stand once, marked as English, and not in the buyer's way."""
    for locale, site in whole.sites.items():
        table, _, rest = shown(whole, locale).partition("</table>")
        for band in whole.shelf.registers.bands.values():
            if locale == "en":
                assert f'<td lang="en" data-follow-up="{band.key}">{band.follow_up}</td>' in table
            else:
                assert band.follow_up not in table
                assert f'<dd lang="en"><span data-follow-up="{band.key}">{band.follow_up}</span>' in rest
        assert ("<details" in rest) == (site.edition.language != "en")


def test_words_for_purchases_are_few_and_lead_to_one_sector(whole: WholeSite) -> None:
    """Packs, sectors, codes and topics by name; names of codes, which are English, in English alone."""
    english, norwegian = (known_words(whole.sites[tag]) for tag in ("en", "nb-NO"))

    assert "uniforms" in english["listed"]["textiles"]
    assert "workwear" in english["named"]["textiles"]
    assert "bread" in english["named"]["food"]
    assert sum(len(name) for names in norwegian["named"].values() for name in names) < 400
    assert english["topics"]["child-labour"] == ["Child labour"]
    every = [name for names in english["named"].values() for name in names]
    assert len(every) == len(set(every))
    for words in (english, norwegian):
        assert set(words["listed"]) == {"construction", "food", "textiles"}
        assert all(len(names) > 5 for names in words["listed"].values())
    for locale in whole.sites:
        assert len(json.dumps(known_words(whole.sites[locale])).encode()) < 6000


def test_sectors_stand_in_the_order_of_their_names_on_every_page(whole: WholeSite) -> None:
    """A procurer who knows where a sector stands finds it there again."""
    for site in whole.sites.values():
        names = {key: sector_name(key, site.words) for key in ("construction", "food", "textiles")}
        ordered = sorted(names, key=lambda key: names[key].casefold())
        start = re.findall(r'type="radio" name="sector" value="([a-z]+)"', shown(whole, site.locale))
        catalogue = re.findall(r'name="sector" value="([a-z]+)"', next(iter(catalogue_pages(site))).markdown)
        assert start == catalogue == list(sectors_of(site)) == ordered


def test_what_the_law_demands_is_listed_for_a_market_only(whole: WholeSite) -> None:
    """With its day, and whether somebody read it."""
    site = whole.sites["nb-NO"]
    page = shown(whole, "nb-NO")

    for entry in site.edition.mandatory(on=whole.today):
        assert f'<li><a href="{entry.id}/">' in page
    assert "srpp-start__demands" not in shown(whole, "en")


def test_other_markets_and_all_packs_are_linked(whole: WholeSite) -> None:
    """Where is part of the question."""
    page = shown(whole, "en")

    assert all(f'href="../{tag}/"' in page for tag in whole.sites if tag != "en")
    assert all(f'href="packs/{pack}/"' in page for pack in whole.editions["en"].packs)


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", '" onfocus="alert(1)', "<img src=x onerror=alert(1)>"]
)
def test_hostile_words_stay_words(whole: WholeSite, hostile: str) -> None:
    """Packs and bands come from strangers."""
    data = whole.editions["en"].data
    packs = tuple(pack.model_copy(update={"title": hostile, "intent": hostile}) for pack in data.packs)
    bands = dict.fromkeys(data.bands, hostile)
    edition = Edition(data.model_copy(update={"packs": packs, "bands": bands}), lambda _: None)  # type: ignore[arg-type, return-value]
    (page,) = start_pages(EditionSite(whole, edition))
    text = markdown.markdown(page.markdown, extensions=["attr_list"])

    assert not re.search(r"<script|<img|<[^>\"]*(\"[^\"]*\"[^>\"]*)*\son\w+=", text, re.IGNORECASE)
