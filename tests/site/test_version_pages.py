# SPDX-License-Identifier: Apache-2.0
"""Permanent pages: a text that was released is found again, whatever became of its item."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import Checkout, parameter
from tests.site.story import LIMIT, WORDS, history, with_words, write_story
from tests.site.wholes import ADDRESS, HOSTILE, faults, html_of, xml_of
from tests.site.wholes import whole as this_site

from srpp_criteria.edition.released import published
from srpp_criteria.models.signed import fingerprint_of
from srpp_criteria.shelf.released import Released
from srpp_criteria.site.catalogue_page import catalogue_pages
from srpp_criteria.site.data_page import data_pages
from srpp_criteria.site.feeds import feed, item_feeds
from srpp_criteria.site.item_page import item_page
from srpp_criteria.site.pages import assets_of, pages_of, whole_site
from srpp_criteria.site.released_texts import ReleasedText
from srpp_criteria.site.search_document import item_document
from srpp_criteria.site.search_facets import facets_of
from srpp_criteria.site.twins import register_files, released_twins
from srpp_criteria.site.version_pages import laid_out, version_pages

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from srpp_criteria.site.edition_site import WholeSite
    from srpp_criteria.site.page import Page

ATOM = "{http://www.w3.org/2005/Atom}"


def site_of(checkout: Checkout) -> WholeSite:
    """The whole site of a checkout as it is now."""
    return whole_site(checkout.library, repository="", address=ADDRESS, today=dt.date(2027, 3, 1))


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """The checkout after a year."""
    return write_story(Checkout(tmp_path_factory.mktemp("story") / "checkout"))


@pytest.fixture(scope="module")
def whole(checkout: Checkout) -> WholeSite:
    """Its site."""
    return site_of(checkout)


@pytest.fixture(scope="module")
def english(whole: WholeSite) -> dict[str, Page]:
    """Permanent pages of the master edition by address."""
    return {page.address: page for page in version_pages(whole.sites["en"])}


@pytest.fixture(scope="module")
def norwegian(whole: WholeSite) -> dict[str, Page]:
    """Those of Norway."""
    return {page.address: page for page in version_pages(whole.sites["nb-NO"])}


# ---- addresses


def test_every_released_text_has_its_address(english: dict[str, Page], norwegian: dict[str, Page]) -> None:
    """Edition, item, version and revision: all of it stands in the stamp."""
    assert {name for name in english if "-r" in name and "changes" not in name} == {
        "en/fair-pay/1.0.0-r1/",
        "en/fair-pay/1.1.0-r1/",
        "en/fair-pay/2.0.0-r1/",
        "en/gone-pay/1.0.0-r1/",
        "en/old-pay/1.0.0-r1/",
    }
    assert {"nb-NO/fair-pay/1.0.0-r1/", "nb-NO/fair-pay/1.0.0-r2/", "nb-NO/old-pay/1.0.0-r1/"} <= set(norwegian)


def test_the_number_of_pages_grows_with_the_number_of_texts(english: dict[str, Page]) -> None:
    """A list for each item, two pages for each text that has others beside it, one for each that is alone."""
    assert len(english) == 3 + 2 * 3 + 2 + len(["the address of the item that is gone"])


def test_no_address_is_given_twice(whole: WholeSite) -> None:
    """Pages of the past and of the present lie side by side."""
    addresses = [page.address for page in pages_of(whole)]

    assert len(set(addresses)) == len(addresses)


# ---- the text


def test_a_page_shows_the_text_as_it_was_released(english: dict[str, Page], whole: WholeSite) -> None:
    """Its own title, words and start values, stamp, whole fingerprint and day; not those of today."""
    line = whole.shelf.register.lines_of("fair-pay", "en")[0]
    text = english["en/fair-pay/1.0.0-r1/"].markdown

    assert "# Fair pay" in text
    assert "Show the slips." in text
    assert line.stamp in text
    assert line.sha256 in text
    assert "29 November 2026" in text
    assert "all wages" not in text
    assert 'data-field="fair-pay.days"' in text


def test_parts_under_a_condition_are_part_of_the_record(tmp_path: Path) -> None:
    """The page of an item leaves out what the start values do not want; a record leaves out nothing that is signed."""
    small = with_words(Checkout(tmp_path / "checkout"))
    small.item(
        text={"obligation": "Pay.", "more": {"text": "Pay online.", "when": {"parameter": "way", "equals": "web"}}},
        parameters={"way": parameter("choice", label="Way")},
    )
    small.release(small.edition("en")["fair-pay"])
    text = next(page.markdown for page in version_pages(site_of(small).sites["en"]) if page.path.endswith("-r1.md"))

    assert "Only with: Way: Online" in text
    assert "Pay online." in text


def test_every_text_of_this_repository_could_be_laid_out() -> None:
    """A fault in the layout must not hide behind the plain words that stand in for texts of another age."""
    for site in this_site().sites.values():
        for entry in site.edition:
            line = Released.of(published(entry, dt.date(2026, 11, 29)))
            shown = laid_out(ReleasedText(line), site)
            assert shown is not None, entry.stamp
            assert len(shown.values) == len(entry.parameters)
            assert " style=" not in shown.blocks


def test_an_older_text_leads_to_the_newest_and_says_what_changed(english: dict[str, Page]) -> None:
    """Kind of change, words of the changelog of every version between, links; and search engines do not show it."""
    page = english["en/fair-pay/1.0.0-r1/"]

    assert "There is a newer text: 2.0.0, revision 1, released 10 January 2027." in page.markdown
    assert "A duty changed (major)" in page.markdown
    assert "All wages count." in page.markdown
    assert "A part that helps." in page.markdown
    assert 'href="../2.0.0-r1/"' in page.markdown
    assert 'href="changes/"' in page.markdown
    assert not page.indexed


def test_the_newest_text_says_so(english: dict[str, Page]) -> None:
    """And leads to the page where it is filled in."""
    page = english["en/fair-pay/2.0.0-r1/"]

    assert "This is the newest released text." in page.markdown
    assert "newer text" not in page.markdown
    assert '<a href="../">Fill it in' in page.markdown
    assert page.indexed


def test_a_better_translation_is_a_revision(norwegian: dict[str, Page]) -> None:
    """The first Norwegian text has the words of then, and knows that only the translation is newer."""
    first, again = norwegian["nb-NO/fair-pay/1.0.0-r1/"].markdown, norwegian["nb-NO/fair-pay/1.0.0-r2/"].markdown

    assert "# Riktig lønn" in first
    assert "# Rettferdig lønn" in again
    assert "better translation" in first
    assert "ver-note" not in again.partition("<dl")[0]


def test_a_replaced_text_names_its_successor_and_its_last_day(
    english: dict[str, Page], norwegian: dict[str, Page]
) -> None:
    """On its permanent page, above all else."""
    for page in (english["en/old-pay/1.0.0-r1/"], norwegian["nb-NO/old-pay/1.0.0-r1/"]):
        assert "fair-pay" in page.markdown
        assert "2027-06-30" in page.markdown
        assert "Fill it in" not in page.markdown


def test_an_item_that_is_gone_keeps_its_texts_and_its_address(english: dict[str, Page]) -> None:
    """Links of long ago lead somewhere."""
    assert "no longer in this edition" in english["en/gone-pay/1.0.0-r1/"].markdown
    assert "no longer in this edition" in english["en/gone-pay/versions/"].markdown
    gone = english["en/gone-pay/"]
    assert gone.title == "Gone pay"
    assert 'href="1.0.0-r1/"' in gone.markdown
    assert 'href="versions/"' in gone.markdown


def test_an_item_that_a_market_left_says_why(tmp_path: Path) -> None:
    """The reason of the market stands at its address."""
    small = with_words(Checkout(tmp_path / "checkout"))
    small.item()
    small.market("NO")
    small.decide("NO")
    small.translate("nb")
    small.release(small.edition("nb-NO")["fair-pay"])
    small.decide("NO", decision="exclude", reason="The law forbids it.")
    pages = {page.address: page.markdown for page in version_pages(site_of(small).sites["nb-NO"])}

    assert "The law forbids it." in pages["nb-NO/fair-pay/"]
    assert "nb-NO/fair-pay/1.0.0-r1/" in pages


# ---- texts of another age


def no_title(line: dict[str, Any]) -> None:
    """Nothing of the item is what it should be."""
    line["entry"]["item"] = {"title": 7, "text": [{"title": None, "text": HOSTILE}, "words", 3], "changelog": "none"}


def other_kind(line: dict[str, Any]) -> None:
    """A kind that nobody knows any more."""
    line["entry"]["item"]["kind"] = "covenant"


def unknown_method(line: dict[str, Any]) -> None:
    """A parameter that was taken away while the words still ask for it."""
    line["entry"]["item"]["parameters"] = {}


def no_entry(line: dict[str, Any]) -> None:
    """The entry is no mapping at all."""
    line["entry"] = {"item": []}


@pytest.mark.parametrize("change", [no_title, other_kind, unknown_method, no_entry])
def test_a_text_that_no_longer_fits_has_its_page(tmp_path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Its words as they are written, stamp and day; the build goes on, and nothing in it is taken for HTML."""
    small = with_words(Checkout(tmp_path / "checkout"))
    small.item(text={"obligation": WORDS}, parameters=LIMIT)
    file = small.release(small.edition("en")["fair-pay"])
    small.damage(file, lambda line: signed_again(line, change))
    site = site_of(small).sites["en"]
    lines = site.whole.shelf.register.lines_of("fair-pay", "en")
    pages = list(version_pages(site))

    assert len(lines) == 1
    text = next(page.markdown for page in pages if page.path.endswith("-r1.md"))
    assert lines[0].stamp in text
    assert "can no longer lay out" in text
    if change in {other_kind, unknown_method}:
        assert "Pay wages within {days, plural, one {# day} other {# days}}." in text
    for page in pages:
        assert faults(html_of(page.markdown)) == [], page.path
    assert xml_of(feed(site)).findall(f"{ATOM}entry")


def signed_again(line: dict[str, Any], change: Callable[[dict[str, Any]], None]) -> None:
    """A line as a release of another age could have written it: its fingerprint is right."""
    change(line)
    line["sha256"] = fingerprint_of(line["entry"])
    if "sha256" in line["entry"]:
        line["entry"]["sha256"] = line["sha256"]


def test_a_text_that_cannot_be_compared_says_so(tmp_path: Path) -> None:
    """Beside one that can: both are one click away."""
    small = with_words(Checkout(tmp_path / "checkout"))
    small.item()
    small.damage(small.release(small.edition("en")["fair-pay"]), lambda line: signed_again(line, other_kind))
    small.item(version="1.1.0", changelog=history("1.1.0", "More.", "2026-12-10"), title="Fairer pay")
    small.release(small.edition("en")["fair-pay"], on="2026-12-10")
    pages = {page.address: page.markdown for page in version_pages(site_of(small).sites["en"])}

    assert "can no longer compare" in pages["en/fair-pay/1.1.0-r1/changes/"]


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    """In the text, its title, its figures, its changelog and what is compared."""
    small = with_words(Checkout(tmp_path / "checkout"))
    bad = HOSTILE.replace("{", "").replace("'", "")
    for version, words in (("1.0.0", "Pay."), ("2.0.0", f"Pay all. {bad}")):
        small.item(
            version=version,
            title=f"Pay {bad}",
            text={"obligation": {"title": f"Part {bad}", "text": words}},
            parameters={"days": parameter("duration", label=f"Days {bad}", default=int(version[0]))},
            changelog=history("2.0.0", f"More {bad}", "2026-12-10")[-int(version[0]) :],
        )
        small.release(small.edition("en")["fair-pay"], on=f"2026-12-0{version[0]}")
    (small.root / "criteria/food/fair-pay.yml").unlink()
    small.item("other-pay")
    pages = list(version_pages(site_of(small).sites["en"]))

    assert len(pages) == 6
    for page in pages:
        assert faults(html_of(page.markdown)) == [], page.path


# ---- lists and comparisons


def test_the_list_names_every_text_the_newest_first(english: dict[str, Page]) -> None:
    """With its day, what changed, and the ways to its text and its comparison."""
    text = english["en/fair-pay/versions/"].markdown
    links = [f'href="../{name}-r1/"' for name in ("2.0.0", "1.1.0", "1.0.0")]

    assert [text.index(link) for link in links] == sorted(text.index(link) for link in links)
    assert "All wages count." in text
    assert 'href="../1.1.0-r1/changes/"' in text
    assert 'href="../../../nb-NO/fair-pay/versions/"' in text


def test_lists_of_two_editions_are_translations_of_each_other(
    english: dict[str, Page], norwegian: dict[str, Page]
) -> None:
    """So that the frame and the site map lead from one to the other."""
    assert english["en/fair-pay/versions/"].twin == norwegian["nb-NO/fair-pay/versions/"].twin == "fair-pay/versions/"


def test_a_text_is_compared_with_the_one_before_and_with_the_newest(english: dict[str, Page]) -> None:
    """Word by word, with parts that came and went and figures that changed."""
    middle = english["en/fair-pay/1.1.0-r1/changes/"].markdown
    before, _, newest = middle.partition("{: #newest }")

    assert "<b>1.0.0, revision 1 → 1.1.0, revision 1</b>" in before
    assert "Ask if in doubt." in before
    assert "Something was added" in before
    assert "<b>1.1.0, revision 1 → 2.0.0, revision 1</b>" in newest
    assert "Show the slips." in newest
    assert "added: </span>all<" in newest
    assert "Days to pay" in newest


def test_the_first_text_has_no_text_before_it_and_the_newest_none_after(english: dict[str, Page]) -> None:
    """One comparison each."""
    assert "{: #before }" not in english["en/fair-pay/1.0.0-r1/changes/"].markdown
    assert "{: #newest }" not in english["en/fair-pay/2.0.0-r1/changes/"].markdown
    assert "en/old-pay/1.0.0-r1/changes/" not in english


# ---- pages of the present


def test_the_page_of_an_item_says_how_its_text_stands_in_the_register(whole: WholeSite) -> None:
    """Released, with the day and the ways to its past."""
    site = whole.sites["en"]
    page = item_page(site.edition["fair-pay"], site)

    assert 'href="2.0.0-r1/">Released 10 January 2027' in page.markdown
    assert 'href="versions/"' in page.markdown
    assert page.feed == "en/fair-pay/feed.xml"


def test_a_text_that_was_changed_after_its_release_is_not_released(tmp_path: Path) -> None:
    """Its page leads to the newest text that was; the page of that one says that a newer one is in work."""
    small = with_words(Checkout(tmp_path / "checkout"))
    small.item()
    small.item("new-pay")
    small.release(small.edition("en")["fair-pay"], on="2026-11-29")
    small.item(version="1.1.0", title="Fairer pay", changelog=history("1.1.0", "More.", "2026-12-10"))
    site = site_of(small).sites["en"]
    page = item_page(site.edition["fair-pay"], site).markdown
    permanent = {one.address: one.markdown for one in version_pages(site)}["en/fair-pay/1.0.0-r1/"]

    assert "Not released yet" in page
    assert 'href="1.0.0-r1/">Newest released text: 1.0.0, revision 1, 29 November 2026' in page
    assert "A newer text, 1.1.0, is in the library but not released yet." in permanent
    assert "versions/" not in item_page(site.edition["new-pay"], site).markdown


def test_a_replaced_item_warns_and_comes_last(whole: WholeSite) -> None:
    """On its page, in the lists, in the search."""
    site = whole.sites["en"]
    page = item_page(site.edition["old-pay"], site).markdown
    listed = next(one.markdown for one in catalogue_pages(site) if one.path.endswith("selection.md"))

    assert "has been replaced" in page
    assert 'href="../fair-pay/"' in page
    assert "30 June 2027" in page
    assert listed.index("../fair-pay/") < listed.index("../old-pay/")
    assert listed.count("srpp-replaced") == 1
    assert 'data-pagefind-meta="status[content]" content="deprecated"' in item_document(
        site.edition["old-pay"], site, ()
    )
    assert "deprecated" not in item_document(site.edition["fair-pay"], site, ())


def test_replaced_texts_stand_last_in_their_section_of_the_search() -> None:
    """Whatever the names of their fragments."""
    old, new, award = (
        {"kind": [kind], **more}
        for kind, more in (("clause", {"status": ["deprecated"]}), ("clause", {}), ("award", {}))
    )
    pages = facets_of({"en_1": ("/a/", old), "en_2": ("/b/", new), "en_3": ("/c/", award)})["pages"]

    assert [name for name, _ in pages] == ["en_3", "en_2", "en_1"]  # type: ignore[attr-defined]


def test_everything_of_the_present_is_made_beside_it(whole: WholeSite) -> None:
    """The whole site with its files, from a checkout with a past."""
    assert all(page.markdown.strip() for page in pages_of(whole))


# ---- feeds and files


def test_an_item_has_a_feed_of_its_releases(whole: WholeSite) -> None:
    """Newest first, each with what changed and the address that stays."""
    feeds = {asset.path: asset.content for asset in item_feeds(whole.sites["en"])}
    root = xml_of(feeds["en/fair-pay/feed.xml"])
    entries = root.findall(f"{ATOM}entry")
    links = [entry.find(f"{ATOM}link[@type='text/html']") for entry in entries]

    assert set(feeds) == {f"en/{item}/feed.xml" for item in ("fair-pay", "gone-pay", "old-pay")}
    assert [link.get("href") for link in links if link is not None] == [
        f"{ADDRESS}en/fair-pay/{version}-r1/" for version in ("2.0.0", "1.1.0", "1.0.0")
    ]
    assert [entry.findtext(f"{ATOM}content") for entry in entries] == [
        "All wages count.",
        "A part that helps.",
        "First text.",
    ]
    assert root.findtext(f"{ATOM}updated") == "2027-01-10T00:00:00Z"


def test_a_revision_is_another_entry_of_the_feed(whole: WholeSite) -> None:
    """With an id of its own, and words that say that the version is the same."""
    root = xml_of(next(asset.content for asset in item_feeds(whole.sites["nb-NO"]) if "fair-pay" in asset.path))
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]

    assert ids == ["urn:srpp-criteria:nb-NO:fair-pay:1.0.0:r2", "urn:srpp-criteria:nb-NO:fair-pay:1.0.0"]


def test_the_feed_of_an_edition_keeps_the_id_of_a_text_when_it_is_released(tmp_path: Path) -> None:
    """Nobody is told twice; the address becomes the one that stays."""
    small = with_words(Checkout(tmp_path / "checkout"))
    small.item()
    before = xml_of(feed(site_of(small).sites["en"])).findall(f"{ATOM}entry")
    small.release(small.edition("en")["fair-pay"], on="2026-12-01")
    after = xml_of(feed(site_of(small).sites["en"])).findall(f"{ATOM}entry")

    assert [entry.findtext(f"{ATOM}id") for entry in before] == [entry.findtext(f"{ATOM}id") for entry in after]
    link = after[0].find(f"{ATOM}link[@type='text/html']")
    assert link is not None
    assert link.get("href") == f"{ADDRESS}en/fair-pay/1.0.0-r1/"


def test_the_data_of_a_text_is_its_line_of_the_register(whole: WholeSite, checkout: Checkout) -> None:
    """Byte for byte, so that whoever keeps a copy can compare."""
    twins = {asset.path: asset.content for asset in released_twins(whole.sites["en"])}
    lines = (checkout.root / "criteria/published/2027-01-10/en.jsonl").read_bytes()

    assert twins["en/fair-pay/2.0.0-r1/index.json"] == lines
    assert len(twins) == 5


def test_the_register_is_published_as_it_is(whole: WholeSite) -> None:
    """Anybody can recompute the sums of each release and follow the chain to the first."""
    files = {asset.path: asset.content for asset in register_files(whole)}
    seals = [name for name in files if name.endswith("release.json")]
    before = None

    assert len(seals) == len(whole.shelf.register.releases)
    for name in seals:
        seal = json.loads(files[name])
        folder = name.removesuffix("release.json")
        assert seal["previous"] == before
        assert seal["files"] == {
            path.removeprefix(folder): hashlib.sha256(content).hexdigest()
            for path, content in files.items()
            if path.startswith(folder) and path != name
        }
        before = hashlib.sha256(files[name]).hexdigest()


def test_the_data_page_lists_the_register_of_its_edition(whole: WholeSite) -> None:
    """Its own texts and the seals; those of others stand on their pages."""
    (page,) = data_pages(whole.sites["nb-NO"])

    assert 'href="../../register/2026-12-01/nb-NO.jsonl"' in page.markdown
    assert 'href="../../register/2026-12-01/release.json"' in page.markdown
    assert "/en.jsonl" not in page.markdown


def test_every_file_of_the_past_is_in_the_sums(whole: WholeSite) -> None:
    """The list of checksums names twins, feeds and register."""
    *_, sums = assets_of(whole)
    listed = sums.content.decode()

    for path in ("en/fair-pay/1.0.0-r1/index.json", "nb-NO/fair-pay/feed.xml", "register/2026-12-01/release.json"):
        assert f"  {path}\n" in listed
