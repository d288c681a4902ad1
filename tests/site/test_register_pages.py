# SPDX-License-Identifier: Apache-2.0
"""Pages of the registers: notes on countries, other catalogues, law, methods, cases; and the core texts of the map."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest
from tests.site.wholes import HOSTILE, TIERS, faults, html_of, poisoned_whole, whole

from srpp_criteria.edition.coverage import core_cells
from srpp_criteria.models.item import Clause, Criterion, Crosswalk, Level
from srpp_criteria.models.registers.national_note import Mark
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.cases_page import case_pages
from srpp_criteria.site.coverage_page import coverage_pages
from srpp_criteria.site.crosswalk import CROSSWALK_FILE, crosswalk_files, crosswalk_of, crosswalk_pages
from srpp_criteria.site.data_page import data_pages
from srpp_criteria.site.item_page import item_page
from srpp_criteria.site.law_page import law_pages
from srpp_criteria.site.market_page import market_pages
from srpp_criteria.site.methods_page import method_pages
from srpp_criteria.site.national_notes import (
    NOTES_FILE,
    OTHERS,
    country_of,
    country_pages,
    known_notes,
    note_files,
    notes_of,
    place_name,
    short_address,
)
from srpp_criteria.site.sector_pages import cases_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from srpp_criteria.site.edition_site import EditionSite, WholeSite
    from srpp_criteria.site.page import Page

    Maker = Callable[[EditionSite], Iterable[Page]]

MAKERS: tuple[Maker, ...] = (law_pages, method_pages, case_pages, country_pages, crosswalk_pages, coverage_pages)
ONE_EACH: tuple[Maker, ...] = (law_pages, method_pages, case_pages)
LOCALES = ("en", "nb-NO", "de-AT", "nl-BE", "fr-BE")
DAY = dt.date(2026, 11, 29)
PAIRS = (
    Crosswalk(catalogue="A catalogue", number="A-12", url="https://example.org/a/12", seen=DAY),
    Crosswalk(catalogue="Another catalogue & more", number="7.3", url=None, seen=None),
)


def pages(make: Maker, locale: str, of: WholeSite | None = None) -> dict[str, Page]:
    """The pages of a maker by their address inside the edition."""
    return {page.twin: page for page in make((of or whole()).sites[locale])}


def with_crosswalk(pairs: tuple[Crosswalk, ...] = PAIRS, base: WholeSite | None = None) -> WholeSite:
    """The site with other catalogues beside one item, as if its file named them."""
    fine = base or whole()
    shelved = fine.shelf.items[TIERS]
    item = shelved.value.model_copy(update={"crosswalk": pairs})
    items = {**fine.shelf.items, TIERS: replace(shelved, value=item)}
    return replace(fine, shelf=replace(fine.shelf, items=items))


# ---- every page


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_hostile_words_stay_words(make: Maker) -> None:
    """Whatever a register or another catalogue holds: nothing in a page runs, and no link leads to a script."""
    bad = Crosswalk.model_construct(catalogue=HOSTILE, number=HOSTILE, url="javascript:alert(1)", seen=DAY)
    for locale in ("en", "nb-NO"):
        made = pages(make, locale, with_crosswalk((bad,), poisoned_whole()))

        assert made
        for page in made.values():
            html = html_of(page.markdown)
            assert faults(html) == [], page.path
            assert "alert(1)" in html or page.twin == "countries/", page.path  # the list holds names of countries only


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("make", ONE_EACH, ids=lambda make: make.__name__)
def test_every_edition_has_one_page(make: Maker, locale: str) -> None:
    """Law, methods and cases are in every edition under the same address."""
    assert set(pages(make, locale)) == set(pages(make, MASTER))
    assert len(pages(make, locale)) == 1


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_no_place_has_its_name_twice(make: Maker) -> None:
    """A fragment leads to one place."""
    for locale in ("en", "nl-BE"):
        for page in pages(make, locale, with_crosswalk()).values():
            names = re.findall(r'\bid="([^"]+)"', html_of(page.markdown))

            assert sorted(names) == sorted(set(names)), page.path


# ---- law


def test_the_law_page_has_every_act_and_place_with_its_day() -> None:
    """What the register holds is on the page in every edition; what nobody read is called not verified."""
    acts = whole().shelf.registers.acts
    for locale in LOCALES:
        page = pages(law_pages, locale)["law/"].markdown

        for act in acts.values():
            assert f'id="act-{act.key}"' in page
            for article in act.articles:
                assert f'id="law-{article.key}"' in page
        assert page.count(f">{whole().sites[locale].words['unverified']}<") == sum(
            1 for act in acts.values() for one in (act, *act.articles) if one.seen is None
        )


@pytest.mark.parametrize("locale", ["en", "nb-NO"])
def test_each_place_names_the_texts_that_rest_on_it(locale: str) -> None:
    """The list below a place is that of the edition, no more and no less."""
    site = whole().sites[locale]
    key = "eu-2014-24-art-70"
    place = re.search(rf'<li id="law-{key}">(.*?)</li>\n(?=<li id="law-|</ul>)', page_of(law_pages, locale), re.DOTALL)
    assert place is not None
    expected = [entry.id for entry in site.edition if key in entry.item.legal_basis]

    assert expected
    assert re.findall(r'href="\.\./([\w-]+)/"', place[1]) == expected


def page_of(make: Maker, locale: str) -> str:
    """The only page of a maker."""
    (page,) = pages(make, locale).values()
    return page.markdown


def test_english_explanations_are_marked_in_other_languages() -> None:
    """A screen reader does not read them with the voice of another language."""
    site = whole().sites["nb-NO"]
    act = next(act for act in whole().shelf.registers.acts.values() if act.says and "&" not in act.says)
    shown = html_of(page_of(law_pages, "nb-NO"))

    assert act.says is not None
    assert re.search(rf'<p lang="en">{re.escape(act.says[:40])}', shown)
    assert site.words["site-law"] in shown


# ---- methods


def test_the_methods_page_has_bands_methods_and_ladders_with_their_uses() -> None:
    """Every key of the three registers has its place, and each award criterion stands below its method."""
    site, registers = whole().sites["en"], whole().shelf.registers
    shown = page_of(method_pages, "en")

    assert all(f'id="band-{key}"' in shown for key in registers.bands)
    assert all(str(band.burden.basis.says) in unescape(shown) for band in registers.bands.values())
    assert all(f'id="scoring-{key}"' in shown for key in registers.scoring_methods)
    assert all(f'id="ladder-{key}"' in shown for key in registers.ladders)
    for entry in site.edition:
        if isinstance(entry.item, Clause) or (isinstance(entry.item, Criterion) and entry.item.scoring):
            assert f'href="../{entry.id}/"' in shown, entry.id


@pytest.mark.parametrize("locale", LOCALES)
def test_a_step_is_a_sentence_and_no_pattern(locale: str) -> None:
    """The figures of the ladder stand in its words; a ladder in English is marked as English."""
    shown = page_of(method_pages, locale)
    local = {ladder.key for ladder in whole().editions[locale].data.ladders}

    assert not re.search(r"\{remedy_|, plural,", shown)
    for key in whole().shelf.registers.ladders:
        start = shown.index(f'id="ladder-{key}"')
        ladder = shown[start : shown.index("</ol>", start)]
        assert ('<div lang="en">' in ladder) == (locale != MASTER and key not in local)


# ---- cases


def test_the_cases_page_has_those_that_were_read_and_only_those() -> None:
    """A case from memory is no example to follow."""
    cases = cases_of(whole())
    shown = page_of(case_pages, "nb-NO")

    assert cases
    assert set(re.findall(r'id="case-([\w-]+)"', shown)) == {case.key for case in cases if case.seen is not None}


# ---- notes on countries


def test_every_note_stands_on_a_page_of_each_of_its_countries() -> None:
    """The English edition tells everything, and the list leads to each country."""
    made = pages(country_pages, "en")
    index = made["countries/"].markdown
    counted: dict[str, int] = {}
    for known in known_notes(whole()):
        for country in {country_of(code) for code in known.note.countries}:
            counted[country] = counted.get(country, 0) + 1

    for country, number in counted.items():
        found = re.search(rf'href="([\w-]+)/#{country.lower()}">[^<]+</a> <span class="ref-small">(\d+)<', index)
        assert found is not None, country
        assert int(found[2]) == number
        assert f"countries/{found[1]}/" in made
    shown = sum(page.markdown.count('class="ref-line ref-small"') for page in made.values())
    assert shown == sum(counted.values())
    assert f"countries/{OTHERS}/" in made


@pytest.mark.parametrize(("locale", "country"), [("nb-NO", "NO"), ("de-AT", "AT"), ("nl-BE", "BE"), ("fr-BE", "BE")])
def test_an_edition_tells_what_is_known_of_its_own_country(locale: str, country: str) -> None:
    """One page, with the notes of the country and its regions, and the way to it from the market and the data page."""
    made = pages(country_pages, locale)
    (page,) = made.values()
    own = [one for one in known_notes(whole()) if one.is_of(country)]

    assert set(made) == {f"countries/{country.lower()}/"}
    assert page.markdown.count("ref-line ref-small") == len(own)
    for make, twin in ((market_pages, "market/"), (data_pages, "data/")):
        assert f'href="../countries/{country.lower()}/"' in pages(make, locale)[twin].markdown


def test_a_note_says_in_words_how_far_it_was_looked_up() -> None:
    """The day with links, the national sheet, or memory; a note nobody read has no link."""
    site = whole().sites["en"]
    marks = {
        Mark.MARKET_SHEET: site.words["site-note-market-sheet"],
        Mark.RECALLED: site.words["site-note-recalled"],
    }
    found: set[Mark] = set()
    for entry in site.edition:
        for known, shown in zip(site.national_notes.get(entry.id, ()), notes_of(entry, site), strict=True):
            assert shown.marks == tuple(marks[mark] for mark in known.note.marks if mark in marks)
            assert (shown.seen is not None) == (Mark.SEEN in known.note.marks)
            assert shown.seen is not None or not (shown.sources or shown.shared)
            found.update(known.note.marks)

    assert found == set(Mark)


def test_an_item_page_tells_what_is_known_and_warns() -> None:
    """All notes on the English page, those of Norway on the Norwegian one, marked as English; each page warns."""
    for locale in ("en", "nb-NO"):
        site = whole().sites[locale]
        entry = next(one for one in site.edition if site.national_notes.get(one.id))
        page = item_page(entry, site).markdown
        section = page[page.index("{: #countries }") :]

        assert site.words["site-countries-caution"] in section
        assert section.count("ref-line ref-small") == len(notes_of(entry, site))
        assert section.index("<details") < section.index('<span lang="en">') < section.index("</details>")


def test_sources_of_all_notes_on_an_item_are_listed_once() -> None:
    """A note without a source of its own says that its sources stand below; others have their own links."""
    site = whole().sites["en"]
    entry = next(one for one in site.edition if any(note.shared for note in notes_of(one, site)))
    page = item_page(entry, site).markdown
    section = page[page.index("{: #countries }") :].partition("\n## ")[0]
    known = site.national_notes[entry.id]
    expected = {source.url for one in known for source in (*one.sources, *one.shared) if source.url}

    assert section.count(site.words["site-note-shared"]) == sum(1 for one in known if one.shared)
    assert set(re.findall(r'<a href="(http[^"]+)"', section)) == expected


def test_an_item_without_notes_has_no_section_for_them() -> None:
    """Nothing stands where nothing is known."""
    site = whole().sites["nb-NO"]
    entry = next(one for one in site.edition if not site.national_notes.get(one.id))

    assert "{: #countries }" not in item_page(entry, site).markdown


def test_places_have_names() -> None:
    """Countries and regions are no codes; a region that nobody has named is told by its country."""
    site = whole().sites["en"]
    codes = {code for known in known_notes(whole()) for code in known.note.countries}

    assert all(place_name(code, site) != code for code in codes)
    assert place_name("ES-CT", site) == "Catalonia"
    assert place_name("ES-XX", site) == "Spain (XX)"


def test_a_broken_address_is_shown_as_it_is() -> None:
    """An address that cannot be taken apart stops no page."""
    assert short_address("https://[::1") == "https://[::1"


def test_the_file_of_the_notes_holds_every_note() -> None:
    """A program gets what the pages say, with marks and sources."""
    (file,) = note_files(whole())
    data = json.loads(file.content)
    known = list(known_notes(whole()))

    assert file.path == NOTES_FILE
    assert len(data["notes"]) == len(known)
    assert [note["says"] for note in data["notes"]] == [one.note.says for one in known]
    assert all((note["seen"] is not None) == ("seen" in note["marks"]) for note in data["notes"])
    assert "no" in data["about"] or "not" in data["about"]


def test_without_notes_there_is_no_page_and_no_file() -> None:
    """A library that knows nothing of countries shows nothing of them."""
    fine = whole()
    files = {name: file for name, file in fine.shelf.registers.files.items() if not name.startswith("national-notes")}
    bare = replace(fine, shelf=replace(fine.shelf, registers=replace(fine.shelf.registers, files=files)))

    assert list(country_pages(bare.sites["en"])) == []
    assert list(note_files(bare)) == []
    assert "countries/" not in next(iter(market_pages(bare.sites["en"]))).markdown


# ---- other catalogues


def test_other_catalogues_stand_on_the_item_page_on_one_page_and_in_a_file() -> None:
    """Catalogue, identifier and our item; an identifier without an address is no link, an unread one says so."""
    site = with_crosswalk().sites["en"]
    page = item_page(site.edition[TIERS], site).markdown
    section = page[page.index("{: #crosswalk }") :]
    (listed,) = crosswalk_pages(site)
    (file,) = crosswalk_files(site.whole)

    for shown in (section, listed.markdown):
        assert 'href="https://example.org/a/12"' in shown
        assert "Another catalogue &amp; more" in shown or "Another catalogue & more" in shown
        assert "7.3</a>" not in shown
        assert site.words["unverified"] in shown
    assert f'href="../{TIERS}/"' in listed.markdown
    assert file.path == CROSSWALK_FILE
    assert {(one["catalogue"], one["number"], one["item"]) for one in json.loads(file.content)["crosswalk"]} >= {
        (pair.catalogue, pair.number, TIERS) for pair in PAIRS
    }


def test_an_edition_with_an_older_text_has_the_newest_identifiers() -> None:
    """They point at the subject; a market that has not looked at the newest text yet loses none."""
    site = with_crosswalk().sites["nb-NO"]

    assert crosswalk_of(site.edition[TIERS], site) == PAIRS


def test_without_other_catalogues_nothing_is_shown() -> None:
    """No section, no page, no file, no link."""
    fine = whole()
    items = {
        name: replace(one, value=one.value.model_copy(update={"crosswalk": ()}))
        for name, one in fine.shelf.items.items()
    }
    bare = replace(fine, shelf=replace(fine.shelf, items=items))
    site = bare.sites["en"]

    assert "{: #crosswalk }" not in item_page(site.edition[TIERS], site).markdown
    assert list(crosswalk_pages(site)) == []
    assert list(crosswalk_files(bare)) == []
    assert "crosswalk" not in next(iter(data_pages(site))).markdown


# ---- core texts of the coverage map


def test_a_form_or_an_agenda_is_no_core_text() -> None:
    """Only what demands something covers a topic."""
    items = [item.value for item in whole().shelf.items.values()]
    covering = {name for ids in core_cells(items).values() for name in ids}

    assert covering == {
        item.id
        for item in items
        if item.level is Level.CORE and isinstance(item, Criterion | Clause) and item.status.value != "deprecated"
    }
    assert any(item.level is Level.CORE and item.id not in covering for item in items)


@pytest.mark.parametrize("locale", ["en", "nb-NO"])
def test_the_map_says_where_a_core_text_is_and_why_there_is_none(locale: str) -> None:
    """Each topic of each sector has one sign: here, elsewhere, or the reason of the register."""
    site = whole().sites[locale]
    html = html_of(pages(coverage_pages, locale)["coverage/"].markdown)
    here = core_cells(entry.item for entry in site.edition)
    anywhere = core_cells(item.value for item in whole().shelf.items.values())
    marked = re.findall(r'href="\.\./catalogue/\?sector=([\w-]+)&amp;topic=([\w-]+)&amp;level=core"', html)

    assert set(marked) == set(here)
    for key, topic in whole().shelf.registers.topics.items():
        for one in topic.no_core:
            explained = f'id="why-{one.sector}-{key}"' in html
            assert explained == ((one.sector, key) not in anywhere)
            assert not explained or f'<span lang="en">{one.reason}</span>' in html


def test_every_topic_of_every_covered_sector_is_answered() -> None:
    """The library holds a core text, or the register says why not: the promise of the coverage map."""
    anywhere = core_cells(item.value for item in whole().shelf.items.values())
    topics = whole().shelf.registers.topics

    assert [
        (sector, key)
        for key, topic in topics.items()
        for sector in ("construction", "textiles", "food")
        if ((sector, key) in anywhere) == (sector in {one.sector for one in topic.no_core})
    ] == []
