# SPDX-License-Identifier: Apache-2.0
"""The same item in all markets side by side, and what a market changed."""

from __future__ import annotations

from tests.site.wholes import TIERS, faults, html_of, poisoned_whole, whole

from srpp_criteria.comparison.parts import Fate
from srpp_criteria.edition.entry import Reason
from srpp_criteria.site import rendering
from srpp_criteria.site.compare_pages import compare_pages
from srpp_criteria.site.national_changes import changes_of


def test_a_market_says_what_it_changed_and_why() -> None:
    """Norway allows fewer grounds for a further tier, locks figures and gives its reasons."""
    site = whole().sites["nb-NO"]
    changes = changes_of(site.edition[TIERS], site)

    assert changes is not None
    assert [one.by for one in changes.decisions] == ["NO"]
    assert {part.id: part.fate for part in changes.parts}["consent"] is Fate.CHANGED
    assert "max_tiers" in {one.name for one in changes.parameters}
    assert all(part.fate is not Fate.SAME for part in changes.parts)
    assert not changes.are_none


def test_the_master_edition_has_no_national_changes() -> None:
    """Nobody decided there."""
    site = whole().sites["en"]

    assert changes_of(site.edition[TIERS], site) is None


def test_changes_are_words_for_those_who_see_no_colours() -> None:
    """A screen reader says "removed" and "added"."""
    site = whole().sites["nb-NO"]
    template = '{% from "_changes.html" import changes_block with context %}{{ changes_block(changes, "Norge") }}'
    shown = (
        rendering._environment()  # noqa: SLF001  # a template of the test's own
        .from_string(template)
        .render(locale="nb-NO", words=site.words, changes=changes_of(site.edition[TIERS], site))
    )

    assert f'<del><span class="srpp-hidden">[{site.words["site-mark-removed"]}' in shown
    assert f'<ins><span class="srpp-hidden">[{site.words["site-mark-added"]}' in shown


def test_every_item_is_compared_in_every_edition() -> None:
    """An item that a market leaves out has a page there, too: with the reason."""
    for locale, site in whole().sites.items():
        pages = {page.twin: page for page in compare_pages(site)}

        assert set(pages) == {"compare/", *(f"compare/{entry.id}/" for entry in whole().editions["en"])}, locale


def test_the_own_edition_comes_first_and_each_text_says_its_language() -> None:
    """A reader of Norwegian sees Norwegian first; every other text is marked with its language."""
    site = whole().sites["nb-NO"]
    page = next(page for page in compare_pages(site) if TIERS in page.path)
    html = html_of(page.markdown)

    assert html.index("Norge</h3>".replace("</h3>", "")) < html.index(site.words["site-compare-base"])
    for locale in ("nb-NO", "de-AT", "nl-BE", "fr-BE", "en"):
        assert f'class="ref-text" lang="{locale}"' in html


def test_an_item_that_a_market_left_out_shows_its_reason() -> None:
    """The reader of another country learns why."""
    norway = whole().sites["nb-NO"]
    missing = next(one for one in norway.edition.missing.values() if one.reason is Reason.EXCLUDED)
    page = next(p for p in compare_pages(whole().sites["de-AT"]) if p.path.endswith(f"{missing.item}.md"))

    assert whole().sites["de-AT"].words["site-decision-exclude"] in page.markdown
    assert missing.says[:40].replace("'", "&#39;") in page.markdown


def test_hostile_words_stay_words() -> None:
    """In texts, glosses, reasons and citations alike."""
    for page in compare_pages(poisoned_whole().sites["nb-NO"]):
        assert faults(html_of(page.markdown)) == [], page.path
