# SPDX-License-Identifier: Apache-2.0
"""The page of an item: values in place, texts that follow, errors in plain words, and the text to take away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from babel.dates import format_date
from playwright.sync_api import expect

from srpp_criteria import Library
from srpp_criteria.documents.compose import item_document
from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.read_back import text_of_docx

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

TIERS = "construction-subcontracting-tier-limit"
AWARD = "construction-award-extra-training-hours"


@pytest.fixture
def clause(page: Page, site: str) -> Page:
    """The English page of the tier limit, ready."""
    return opened(page, f"{site}en/{TIERS}/")


def opened(page: Page, address: str) -> Page:
    """An item page with its scripts at work."""
    page.goto(address)
    page.wait_for_selector("[data-srpp-ready]")
    return page


def in_place(page: Page, name: str) -> Locator:
    """The first input for a value inside the text."""
    return page.locator(f"[data-fields] [data-name='{name}']").first


def test_a_value_is_changed_in_the_sentence_and_the_sentence_stays_grammatical(clause: Page) -> None:
    """One tier, two tiers; the cursor stays where it is."""
    limit = clause.locator("#text-obligation")
    expect(limit).to_contain_text("tiers of subcontractors")

    in_place(clause, "max_tiers").fill("1")

    expect(limit).to_contain_text("tier of subcontractors")
    expect(in_place(clause, "max_tiers")).to_be_focused()
    expect(clause.locator("#indicator-deepest-tier")).to_contain_text("At most 1 tier,")


def test_a_wrong_value_is_told_at_its_place_and_kept_out_of_the_text(clause: Page) -> None:
    """What is wrong and which values fit, in a sentence; nothing can be taken away before it is mended."""
    in_place(clause, "max_tiers").fill("7")

    expect(in_place(clause, "max_tiers")).to_have_attribute("aria-invalid", "true")
    error = clause.locator("#text-obligation [role=alert]")
    expect(error).to_contain_text("3")
    clause.get_by_role("button", name="Download as Word").click()
    expect(clause.locator("[data-srpp-said]")).to_contain_text("Correct the marked values")

    in_place(clause, "max_tiers").fill("3")

    expect(error).to_have_count(0)


def test_all_values_go_back_to_their_start(clause: Page) -> None:
    """One button undoes every change."""
    in_place(clause, "max_tiers").fill("3")
    clause.get_by_role("button", name="All values back to their start").click()

    expect(in_place(clause, "max_tiers")).to_have_value("2")


def test_a_part_comes_and_goes_with_its_condition(clause: Page) -> None:
    """A clause on agencies stands there only while agencies count."""
    part = clause.locator("#text-agency")
    expect(part).to_be_visible()

    clause.get_by_role("group", name="A staffing agency counts as a tier").get_by_label("No").check()

    expect(part).to_be_hidden()


def test_figures_are_typed_as_the_country_writes_them(page: Page, site: str) -> None:
    """7,5 is seven and a half in Austria."""
    opened(page, f"{site}de-AT/{AWARD}/")
    field = in_place(page, "minimum_share")

    field.fill("7,5")

    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(page.locator("#scoring").locator("xpath=following-sibling::div[1]")).to_contain_text("7,5")


def test_the_calculator_gives_the_points_of_the_tender_text(page: Page, site: str) -> None:
    """An offer of 10 % with factor 0.75 earns 2.70 points, as the worked example says."""
    opened(page, f"{site}en/{AWARD}/")
    page.locator("#offer-offer").fill("10")
    page.locator("#offer-factor").select_option("0.75")

    expect(page.locator("[data-srpp-points]")).to_contain_text("2.7 points")


def test_a_worked_example_that_no_longer_holds_disappears(page: Page, site: str) -> None:
    """Nobody is shown points that the chosen values do not give."""
    opened(page, f"{site}en/{AWARD}/")
    examples = page.locator("[data-srpp-example]:visible")
    before = examples.count()

    in_place(page, "ceiling_share").fill("14")

    assert before == 4
    expect(examples).to_have_count(2)


def test_the_text_is_copied_with_and_without_formatting(page: Page, site: str) -> None:
    """What a buyer pastes has the values, the stamp, and nothing that runs."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, f"{site}en/{TIERS}/")
    in_place(page, "max_tiers").fill("1")
    page.get_by_role("button", name="Copy with formatting").click()
    expect(page.locator("[data-srpp-said]")).to_have_text("Copied.")
    read = """kind => navigator.clipboard.read()
        .then(items => items[0].getType(kind)).then(blob => blob.text())"""
    rich, plain = page.evaluate(read, "text/html"), page.evaluate(read, "text/plain")

    for text in (rich, plain):
        assert "at most 1 tier of subcontractors" in text.replace("<span>", "").replace("</span>", "")
        assert f"srpp:{TIERS}@" in text
    assert "<table" in rich

    page.get_by_label("with source stamp").uncheck()
    page.get_by_label("with evidence, follow-up and remedies").uncheck()
    page.get_by_role("button", name="Copy as plain text").click()
    expect(page.locator("[data-srpp-said]")).to_have_text("Copied.")
    alone = page.evaluate("navigator.clipboard.readText()")

    assert "at most 1 tier of subcontractors" in alone
    assert "srpp:" not in alone
    assert "Indicator" not in alone


def test_the_text_is_copied_where_there_is_no_https(page: Page, site: str) -> None:
    """A closed network often has plain http, where browsers hide the new clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    opened(page, f"{site}en/{TIERS}/")
    page.get_by_role("button", name="Copy with formatting").click()

    expect(page.locator("[data-srpp-said]")).to_have_text("Copied.")
    assert "at most 2 tiers of subcontractors" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("locale", ["en", "nb-NO", "de-AT", "nl-BE", "fr-BE"])
def test_the_word_file_says_what_the_library_says(page: Page, site: str, repository: Path, locale: str) -> None:
    """The browser and the command line write the same words."""
    opened(page, f"{site}{locale}/{TIERS}/")
    in_place(page, "max_tiers").fill("1")
    with page.expect_download() as download:
        page.locator("[data-srpp-do='word']").click()
    edition = Library.load(repository).edition(locale)
    ours = to_docx(item_document(edition[TIERS].fill(max_tiers=1), edition))

    assert download.value.suggested_filename == f"{TIERS}.docx"
    assert text_of_docx(download.value.path().read_bytes()) == text_of_docx(ours)


def test_values_wait_in_the_basket(page: Page, site: str) -> None:
    """Whoever comes back to the page finds the values that lie in the basket."""
    opened(page, f"{site}en/{TIERS}/")
    in_place(page, "max_tiers").fill("1")
    page.get_by_role("button", name="Put into the basket").click()
    expect(page.locator("[data-srpp-basket-count]")).to_have_text("1")
    opened(page, f"{site}nb-NO/{TIERS}/")

    expect(in_place(page, "max_tiers")).to_have_value("1")


def test_without_scripts_the_page_is_whole(browser: object, site: str) -> None:
    """The text with its start values, evidence, remedies and sources need no script."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]  # a Browser
    page = context.new_page()
    page.goto(f"{site}en/{TIERS}/")

    expect(page.locator("#text-obligation")).to_contain_text("at most 2 tiers of subcontractors")
    expect(page.locator(".srpp-ladder__step").first).to_be_visible()
    expect(page.locator("[data-srpp-actions]")).to_be_hidden()
    context.close()


def test_the_switcher_stays_on_the_item(clause: Page, site: str) -> None:
    """From the English page to the Norwegian one of the same text."""
    link = clause.locator(".md-select__link[hreflang='nb-NO']")

    assert clause.evaluate("a => a.href", link.element_handle()) == f"{site}nb-NO/{TIERS}/"


@pytest.mark.parametrize(
    ("locale", "cldr"), [("en", "en_GB"), ("de-AT", "de_AT"), ("fr-BE", "fr_BE"), ("nb-NO", "nb_NO")]
)
def test_a_page_is_in_its_language_to_the_last_date(page: Page, site: str, locale: str, cldr: str) -> None:
    """`lang`, the theme's words and dates follow the edition."""
    changed = Library.load().edition("en")[TIERS].item.changelog[0].date
    day = format_date(changed, "long", locale=cldr)
    page.goto(f"{site}{locale}/{TIERS}/")

    assert page.locator("html").get_attribute("lang") == locale
    expect(page.locator(".srpp-facts")).to_contain_text(day)
