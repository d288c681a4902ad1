# SPDX-License-Identifier: Apache-2.0
"""The start page: the procurer's question, sizes in the currency of the market, packs, what the law demands."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import markdown  # type: ignore[import-untyped]  # no stubs
import pytest

from srpp_criteria import Library
from srpp_criteria.edition.edition import Edition
from srpp_criteria.site.edition_site import EditionSite
from srpp_criteria.site.pages import whole_site
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
    assert '<td lang="en" data-follow-up>' in page
    assert '<p lang="en" class="srpp-start__facts" data-risk-rule>' in page


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
