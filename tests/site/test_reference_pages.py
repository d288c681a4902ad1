# SPDX-License-Identifier: Apache-2.0
"""Pages of sectors, topics, packs, law, labels, words and coverage: they say what the registers say, and only that."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from tests.site.wholes import TODAY, faults, html_of, poisoned_whole, whole

from srpp_criteria import Library
from srpp_criteria.edition.burden import burden_of, plain
from srpp_criteria.edition.tender import SECTIONS, section_of
from srpp_criteria.models.evidence import Effort
from srpp_criteria.models.registers import GlossaryRegister, RiskRegister, StandardRegister
from srpp_criteria.shelf.tender_file import read_tender_file
from srpp_criteria.site.coverage_page import coverage_pages
from srpp_criteria.site.data_page import data_pages
from srpp_criteria.site.glossary_page import glossary_pages, national_terms
from srpp_criteria.site.label_pages import label_pages
from srpp_criteria.site.market_page import market_pages
from srpp_criteria.site.pack_pages import pack_files, pack_pages, tender_file
from srpp_criteria.site.register_reading import is_old, market_name, register
from srpp_criteria.site.sections import MOST, by_section
from srpp_criteria.site.sector_pages import sector_pages
from srpp_criteria.site.topic_pages import topic_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from srpp_criteria.site.edition_site import EditionSite
    from srpp_criteria.site.page import Page

    Maker = Callable[[EditionSite], Iterable[Page]]

MAKERS: tuple[Maker, ...] = (
    sector_pages,
    topic_pages,
    pack_pages,
    market_pages,
    glossary_pages,
    label_pages,
    coverage_pages,
    data_pages,
)
LOCALES = ("en", "nb-NO", "de-AT", "nl-BE", "fr-BE")


def pages(make: Maker, locale: str) -> dict[str, Page]:
    """The pages of a maker by their address inside the edition."""
    return {page.twin: page for page in make(whole().sites[locale])}


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_hostile_words_stay_words(make: Maker) -> None:
    """Whatever a register, a market or an item holds: nothing in a page runs, and no link leads to a script."""
    for locale in ("en", "nb-NO"):
        for page in make(poisoned_whole().sites[locale]):
            html = html_of(page.markdown)

            assert faults(html) == [], page.path
            if make is not data_pages:
                assert "alert(1)" in html or "alert" not in page.markdown, page.path


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_edition_has_the_same_pages_in_its_language(make: Maker, locale: str) -> None:
    """A switcher finds the page in the other edition; only packs may be missing."""
    here, master = pages(make, locale), pages(make, "en")

    assert set(here) <= set(master)
    assert all(page.locale == locale and page.path.startswith(f"{locale}/") for page in here.values())
    assert make is pack_pages or set(here) == set(master)


def test_a_market_page_shows_every_act_provision_and_figure() -> None:
    """What the sheet of the market holds is on the page, with its address."""
    site = whole().sites["nb-NO"]
    market = site.edition.market
    assert market is not None
    html = html_of(pages(market_pages, "nb-NO")["market/"].markdown)

    for act in market.acts:
        assert f'id="act-{act.key}"' in html
    for provision in market.provisions:
        assert f'id="law-{provision.key}"' in html
    for fact in market.facts:
        assert f'id="fact-{fact.key}"' in html
    for entry in site.edition:
        if entry.mandatory is not None:
            assert f'href="../{entry.id}/"' in html


def test_what_nobody_read_is_called_not_verified_and_what_is_old_is_called_old() -> None:
    """A figure never looks fresher than it is."""
    site = whole().sites["nb-NO"]
    fresh = pages(market_pages, "nb-NO")["market/"].markdown
    later = replace(whole(), today=TODAY.replace(year=2028))
    old = next(iter(market_pages(later.sites["nb-NO"]))).markdown

    assert site.words["unverified"] in fresh
    assert fresh.count(site.words["site-old"]) == 0
    assert old.count(site.words["site-old"]) > 20
    assert is_old(None, TODAY)


def test_a_missing_item_is_named_with_its_reason() -> None:
    """Norway left one text out; the page of its law says which and why."""
    site = whole().sites["nb-NO"]
    shown = html_of(pages(market_pages, "nb-NO")["market/"].markdown)

    assert site.edition.missing
    for missing in site.edition.missing.values():
        assert f"../compare/{missing.item}/" in shown
        assert site.words[f"site-missing-{missing.reason.value}"] in shown


def test_the_master_edition_leads_to_the_law_of_the_union() -> None:
    """It has no market; it says so, and leads to the markets and to the page of the register."""
    shown = html_of(pages(market_pages, "en")["market/"].markdown)

    assert whole().sites["en"].words["site-market-none"] in shown
    assert 'href="../law/"' in shown
    assert 'href="../../nb-NO/market/"' in shown


def test_a_sector_page_has_its_texts_by_section_and_its_risks() -> None:
    """Every text of the sector is linked, every risk is shown with its source or as not verified."""
    site = whole().sites["nb-NO"]
    risks = register(whole(), "risks", RiskRegister)
    assert risks is not None
    shown = html_of(pages(sector_pages, "nb-NO")["sectors/food/"].markdown)

    for entry in site.edition.select(sector="food"):
        assert f'href="../../{entry.id}/"' in shown
    for risk in risks.entries:
        assert (f'id="risk-{risk.key}"' in shown) == (risk.sector == "food")


def test_a_long_section_is_cut_and_says_where_the_rest_is() -> None:
    """A page stays readable and small, whatever the library grows to."""
    site = whole().sites["en"]
    entry = next(iter(site.edition))
    section = by_section([entry] * (MOST + 5), most=MOST)[0]

    assert len(section.entries) == MOST
    assert section.total == MOST + 5
    assert section.query == f"kind={section_of(entry)}"


def test_topics_stand_below_the_need_they_serve() -> None:
    """The list leads to every topic."""
    shown = pages(topic_pages, "nb-NO")["topics/"].markdown

    for key, topic in whole().shelf.registers.topics.items():
        assert f'href="{key}/"' in shown
        assert f"{{: #{topic.need.value} }}" in shown


@pytest.mark.parametrize("locale", LOCALES)
def test_a_pack_is_a_tender_file_that_the_library_accepts(locale: str, tmp_path: Path) -> None:
    """Downloaded and opened, it gives the items of the page, with the figures of the pack and the reasons."""
    site = whole().sites[locale]
    for pack, asset in zip(site.edition.data.packs, pack_files(site), strict=True):
        file = tmp_path / "pack.srpp.yml"
        file.write_bytes(asset.content)
        read = read_tender_file(file)

        assert [one.item for one in read.items] == [one.item for one in pack.items]
        assert [one.reason for one in read.items] == [one.why for one in pack.items]
        assert read.locale == locale
        for one in read.items:
            site.edition[one.item].fill(**one.parameters)  # raises if a value does not fit


def test_hostile_words_in_a_pack_stay_one_scalar(tmp_path: Path) -> None:
    """Quotes, line ends and the signs of YAML cannot begin a new key."""
    site = whole().sites["en"]
    pack = site.edition.data.packs[0]
    trick = 'x"\n  - item: other\n    reason: # {a: b} \\'
    bad = pack.model_copy(
        update={"title": trick, "items": tuple(one.model_copy(update={"why": trick.strip()}) for one in pack.items)}
    )
    file = tmp_path / "bad.srpp.yml"
    file.write_text(tender_file(bad, site), encoding="utf-8")

    assert len(read_tender_file(file).items) == len(pack.items)


def test_a_pack_shows_its_hours_against_the_limits_of_its_band() -> None:
    """Bidder, contractor and buyer, each sum with its limit; the items of the page add up to it."""
    site = whole().sites["en"]
    bands = site.whole.shelf.registers.bands
    for pack in site.edition.data.packs:
        burden, limits = burden_of(site.edition[one.item].item for one in pack.items), bands[pack.band].burden
        shown = pages(pack_pages, "en")[f"packs/{pack.id}/"].markdown

        for hours, limit in [
            (burden.bidder_tender, limits.bidder_tender),
            (burden.bidder_contract, limits.bidder_contract),
            (burden.buyer, limits.buyer),
        ]:
            assert f"{plain(hours)} h of at most {limit} h" in shown
        listed = [(Decimal(a), Decimal(b)) for a, b in re.findall(r"Bidder ([\d.]+) h, buyer ([\d.]+) h", shown)]
        assert sum(bidder for bidder, _ in listed) == burden.bidder_tender + burden.bidder_contract
        assert sum(buyer for _, buyer in listed) == burden.buyer


def test_a_pack_above_a_limit_says_so(repository: Path) -> None:
    """A market may add proofs, so that a pack in proportion in English is heavier there."""
    site = whole().sites["en"]
    pack = site.edition.data.packs[0]
    first = site.edition[pack.items[0].item]
    heavy = first.item.evidence[0].model_copy(update={"effort": Effort(bidder_hours=400, buyer_hours=400)})
    item = first.item.model_copy(update={"evidence": (heavy,)})
    entries = tuple(first.model_copy(update={"item": item}) if one.id == first.id else one for one in site.edition)
    data = site.edition.data.model_copy(update={"entries": entries, "packs": (pack,)})
    edition = type(site.edition)(data, Library.load(repository).edition("en").provenance)

    over = site.words["site-burden-over"]
    assert over not in next(iter(pack_pages(site))).markdown
    assert over in next(iter(pack_pages(replace(site, edition=edition)))).markdown


def test_a_pack_value_that_the_market_forbids_is_said_and_left_out(repository: Path) -> None:
    """The item keeps its start value; the page does not hide that the pack wanted another."""
    site = whole().sites["en"]
    pack = site.edition.data.packs[0]
    entry = next(e for e in (site.edition[one.item] for one in pack.items) if e.parameters)
    name = next(n for n, p in entry.parameters.items() if getattr(p, "maximum", None) is not None)
    changed = tuple(
        one.model_copy(update={"parameters": {name: 10**12}}) if one.item == entry.id else one for one in pack.items
    )
    data = site.edition.data.model_copy(update={"packs": (pack.model_copy(update={"items": changed}),)})
    edition = type(site.edition)(data, Library.load(repository).edition("en").provenance)
    bad = replace(site, edition=edition)

    assert site.words["site-pack-unfit"] in next(iter(pack_pages(bad))).markdown
    assert "1000000000000" not in tender_file(data.packs[0], bad)


def test_the_coverage_map_counts_what_the_edition_holds() -> None:
    """Each filled cell leads to the catalogue with its filters, each empty one to a proposal."""
    site = whole().sites["nb-NO"]
    html = html_of(pages(coverage_pages, "nb-NO")["coverage/"].markdown)
    cells = re.findall(
        r'href="\.\./catalogue/\?sector=([\w-]+)&amp;topic=([\w-]+)&amp;kind=([\w-]+)"><b>(\d+)</b>', html
    )
    expected = {
        (sector, topic, section): sum(
            1
            for entry in site.edition
            if sector in entry.item.sectors and topic in entry.item.topics and section_of(entry) == section
        )
        for sector in ("construction", "food", "textiles")
        for topic in whole().shelf.registers.topics
        for section in SECTIONS
    }

    assert {(s, t, k): int(n) for s, t, k, n in cells} == {spot: n for spot, n in expected.items() if n}
    assert html.count("issues/new?template=propose-an-item.yml") > 100


def test_without_a_repository_nothing_is_proposed() -> None:
    """A copy of the site that has no repository has no dead links."""
    bare = replace(whole(), repository="")

    assert "issues/new" not in next(iter(coverage_pages(bare.sites["en"]))).markdown


def test_the_glossary_has_every_word_and_the_national_one_where_it_is_known() -> None:
    """Each word has an address of its own."""
    glossary = register(whole(), "glossary", GlossaryRegister)
    assert glossary is not None
    shown = html_of(pages(glossary_pages, "nb-NO")["glossary/"].markdown)
    national = national_terms(whole().sites["nb-NO"])

    assert all(f'id="{term.key}"' in shown for term in glossary.entries)
    assert any(term.term.casefold() in national for term in glossary.entries)


def test_a_label_says_what_it_does_not_prove_and_what_nobody_looked_up() -> None:
    """Each scheme has its page; each cell of the matrix stands with its reason."""
    standards = register(whole(), "standards", StandardRegister)
    assert standards is not None
    here = pages(label_pages, "nb-NO")

    for standard in standards.entries:
        shown = here[f"labels/{standard.key}/"].markdown
        assert whole().sites["nb-NO"].words["site-labels-proves-not"] in shown
    for matrix in standards.matrices:
        table = html_of(here[f"labels/matrix-{matrix.sector}/"].markdown)
        assert table.count("<tr>") == len(matrix.rows) + 1
        assert all(f'id="requirement-{one.key}"' in table for one in matrix.requirements)


def test_only_the_newest_value_of_a_figure_is_called_still_valid() -> None:
    """An older value without a last day has been replaced; it must not look as if it held."""
    site = whole().sites["nb-NO"]
    market = site.edition.market
    assert market is not None
    shown = pages(market_pages, "nb-NO")["market/"].markdown
    open_ended = [
        fact
        for fact in market.facts
        if (first := next((v for v in fact.values if v.holds_on(TODAY)), None)) is not None and first.valid_to is None
    ]

    assert shown.count(f" – {site.words['site-still-valid']}</td>") == len(open_ended)


def test_countries_are_named_in_the_language_of_the_reader() -> None:
    """A sheet names its own country in its own languages; CLDR knows the others."""
    names = {locale: market_name("AT", site) for locale, site in whole().sites.items()}

    assert names == {
        "en": "Austria",
        "de-AT": "Österreich",
        "nb-NO": "Østerrike",
        "nl-BE": "Oostenrijk",
        "fr-BE": "Autriche",
    }
