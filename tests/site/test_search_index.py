# SPDX-License-Identifier: Apache-2.0
"""What the search knows of an item, and the index that Pagefind makes of it."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from typing import TYPE_CHECKING

import pytest

from srpp_criteria import Library
from srpp_criteria.edition.tender import SECTIONS
from srpp_criteria.models.words import with_words
from srpp_criteria.site.pages import whole_site
from srpp_criteria.site.search_document import item_document
from srpp_criteria.site.search_index import write_search_index
from srpp_criteria.site.search_words import other_words, synonyms_of

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.site.edition_site import WholeSite

TIERS = "construction-subcontracting-tier-limit"
WAGE = "textiles-clause-living-wage"


@pytest.fixture(scope="module")
def whole(repository: Path) -> WholeSite:
    """The whole site, resolved once."""
    return whole_site(Library.load(repository), repository="", address="", today=dt.date(2026, 11, 22))


def document(whole: WholeSite, locale: str, item: str) -> str:
    """An item as Pagefind reads it."""
    site = whole.sites[locale]
    return item_document(site.edition[item], site, synonyms_of(site.edition))


def filters(text: str, name: str) -> list[str]:
    """The values of a filter."""
    return re.findall(rf'data-pagefind-filter="{name}\[content\]" content="([^"]*)"', text)


def test_the_title_weighs_most_and_the_text_is_filled_in(whole: WholeSite) -> None:
    """A buyer searches for what will stand in the tender, not for the names of parameters."""
    text = document(whole, "en", TIERS)
    entry = whole.sites["en"].edition[TIERS]

    assert f'<h1 data-pagefind-meta="title" data-pagefind-weight="10">{entry.title}</h1>' in text
    assert "tiers of subcontractors below itself" in text or "tier of subcontractors below itself" in text
    assert "max_tiers" not in text
    assert TIERS in re.sub(r"<meta[^>]*>", "", text)


def test_every_kind_of_item_brings_its_own_words(whole: WholeSite) -> None:
    """Questions, checks, fields, agenda points: whatever a kind holds is searched, advice is not."""
    site = whole.sites["en"]
    for entry in site.edition:
        text = document(whole, "en", entry.id)
        match entry.item.kind:
            case "market-dialogue":
                assert entry.item.questions[0].question.split()[-2] in text
            case "site-visit":
                assert entry.item.checks[0].check.split()[-2] in text
            case "clause":
                assert entry.item.monitoring[0].indicator.split()[0] in text
        body = text.partition("<body")[2]
        assert " ".join(entry.item.guidance.legal_risk.says.split()) not in body


def test_filters_are_those_of_the_catalogue(whole: WholeSite) -> None:
    """Keys, never words: an address works in every language."""
    text = document(whole, "nb-NO", TIERS)

    assert filters(text, "sector") == ["construction"]
    assert filters(text, "kind") == ["clause"]
    assert filters(text, "mandatory") == ["yes"]
    assert set(filters(text, "topic")) == set(whole.sites["nb-NO"].edition[TIERS].item.topics)


def test_a_cpv_code_is_kept_as_the_branch_that_it_serves(whole: WholeSite) -> None:
    """The browser asks for the branches above the typed code."""
    branches = filters(document(whole, "en", TIERS), "cpv")

    assert "45" in branches
    assert all(not branch.endswith("0") or len(branch) == 2 for branch in branches)


def test_synonyms_of_the_market_and_the_english_title_are_added(whole: WholeSite) -> None:
    """The Norwegian text says levelønn; a Norwegian who only knows the English term finds it."""
    text = document(whole, "nb-NO", WAGE)

    assert "living wage" in text
    assert whole.editions["en"][WAGE].title in text


def test_a_synonym_needs_a_sign_in_the_text(whole: WholeSite) -> None:
    """Inflected words and words of several parts count; what stands there already is not added again."""
    french = synonyms_of(whole.editions["fr-BE"])
    norwegian = synonyms_of(whole.editions["nb-NO"])

    assert "underentreprenør" in list(other_words("Underleverandørene skal", norwegian))
    assert "underleverandør" not in list(other_words("Underleverandørene skal", norwegian))
    assert list(other_words("Fisk og poteter", norwegian)) == []
    assert french


def test_the_english_edition_is_found_by_everyday_words(whole: WholeSite) -> None:
    """No market lends it a vocabulary, and buyers type the word of the trade or of the law."""
    assert "GDPR" in document(whole, "en", "food-cl-children-data-processing")
    assert "solar panels" in document(whole, "en", "construction-clause-solar-pv-batteries")
    assert "modern slavery" in document(whole, "en", "textiles-clause-cotton-forced-labour-traceability")
    assert "GDPR" not in document(whole, "en", TIERS)


def test_hostile_words_stay_words(whole: WholeSite) -> None:
    """Pagefind parses HTML: a title must not become an element of its own."""
    site = whole.sites["nb-NO"]
    entry = site.edition[TIERS]
    hostile = '</h1><script>alert(1)</script><p data-pagefind-filter="x:y">"'
    item = with_words(entry.item, {"title": hostile, "intent": hostile, "text.obligation": hostile.replace('"', "”")})
    text = item_document(entry.model_copy(update={"item": item}), site, ())

    assert "<script" not in text
    assert '<p data-pagefind-filter="x' not in text


@pytest.fixture(scope="module")
def written(whole: WholeSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one written page, with its index."""
    site_dir = tmp_path_factory.mktemp("site")
    for path in ("en/packs/workwear", "en/basket", "nb-NO/packs/workwear"):
        page = site_dir / path / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            "<html><body><nav>menu</nav><article class='x'><h1 id='a'>Workwear &amp; <em>uniforms</em>"
            '<a class="headerlink" href="#a">¶</a></h1><p>Quuxwords</p>'
            '<p class="y" lang="en">Frobnicated <b>note</b></p></article></body></html>',
            encoding="utf-8",
        )
    write_search_index(whole, site_dir)
    return site_dir / "pagefind"


def test_each_language_has_its_index_and_its_stemmer(written: Path, whole: WholeSite) -> None:
    """Every edition, under its own tag; pages worth finding are in it, others are not."""
    languages = json.loads((written / "pagefind-entry.json").read_text(encoding="utf-8"))["languages"]

    assert {tag.lower() for tag in whole.sites} == set(languages)
    assert all(index["wasm"] == tag for tag, index in languages.items())
    assert languages["en"]["page_count"] == len(whole.editions["en"]) + 1
    assert languages["nb-no"]["page_count"] == len(whole.editions["nb-NO"]) + 1


def test_pages_are_found_without_their_frame(written: Path) -> None:
    """The title without its anchor, the article without the menu, the address of the page."""
    fragments = [
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        for file in (written / "fragment").glob("en_*")
    ]
    page = next(fragment for fragment in fragments if "Quuxwords" in fragment["content"])

    assert page["url"] == "/en/packs/workwear/"
    assert page["meta"]["title"] == "Workwear & uniforms"
    assert "menu" not in page["content"]
    assert page["filters"] == {"kind": ["page"]}


def test_english_notes_of_a_page_are_found_in_the_english_edition_alone(written: Path) -> None:
    """An excerpt cannot mark a change of language, so that a screen reader would read it wrongly."""
    for locale, is_read in {"en": True, "nb-no": False}.items():
        files = (written / "fragment").glob(f"{locale}_*")
        texts = [gzip.decompress(file.read_bytes()).decode("utf-8") for file in files]
        (page,) = [text for text in texts if "Quuxwords" in text]
        assert ("Frobnicated" in page) == is_read


def test_facets_name_every_page_in_the_order_of_a_tender(written: Path, whole: WholeSite) -> None:
    """One small file for each edition; its names are those by which Pagefind knows its results."""
    edition = whole.editions["nb-NO"]
    facets = json.loads((written.parent / "nb-NO" / "catalogue" / "facets.json").read_text(encoding="utf-8"))
    kinds = [
        next(facets["facets"][place][1] for place in own if facets["facets"][place][0] == "kind")
        for _, own in facets["pages"]
    ]

    assert {name for name, _ in facets["pages"]} == {file.stem for file in (written / "fragment").glob("nb-no_*")}
    assert len(facets["pages"]) == len(edition) + 1
    assert list(dict.fromkeys(kinds)) == [*(kind for kind in SECTIONS if kind in kinds), "page"]


def test_what_the_site_does_not_use_is_not_published(written: Path) -> None:
    """Pagefind writes 500 KB of interfaces of its own."""
    assert {file.name for file in written.glob("*.js")} == {"pagefind.js"}
    assert not list(written.glob("*.css"))
    assert not (written / "filter").exists()
