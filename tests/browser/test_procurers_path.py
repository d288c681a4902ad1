# SPDX-License-Identifier: Apache-2.0
"""A procurer's whole path: find, fill in, collect, take away, open again. In each language, and by keyboard alone."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.downloads import saved

from srpp_criteria import Library
from srpp_criteria.documents.read_back import text_of_docx

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Page

TIERS = "construction-subcontracting-tier-limit"
PRESENCE = "construction-clause-site-id-presence-register"
REGISTER = "construction-monitor-workforce-register"
WORDS = {
    "en": "tiers",
    "nb-NO": "underleverandører",
    "de-AT": "Subunternehmer",
    "nl-BE": "onderaannemers",
    "fr-BE": "sous-traitants",
}


def words_of(repository: Path, locale: str) -> Mapping[str, str]:
    """What the pages of an edition print around the texts."""
    return Library.load(repository).edition(locale).data.words


def collected(page: Page, site: str, locale: str, item: str) -> None:
    """Put an item into the basket on its own page."""
    page.goto(f"{site}{locale}/{item}/")
    page.wait_for_selector("[data-srpp-ready]")
    page.locator("[data-srpp-do='basket']").click()


@pytest.mark.parametrize("locale", WORDS)
def test_from_a_word_to_a_word_file_and_back(
    page: Page, site: str, repository: Path, tmp_path: Path, locale: str
) -> None:
    """The Word file of the browser says, to the word, what `srpp tender` makes of the saved tender file."""
    words = words_of(repository, locale)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    # Find by a word, narrow down, open.
    page.goto(f"{site}{locale}/")
    page.locator(".srpp-find__words").fill(WORDS[locale])
    page.keyboard.press("Enter")
    page.wait_for_selector(".srpp-result")
    page.locator("form.srpp-catalogue__form input[name=kind][value=clause]").check()
    expect(page).to_have_url(re.compile(r"/catalogue/\?.*kind=clause"))
    page.locator(f".srpp-result a[href$='/{TIERS}/']").first.click()
    page.wait_for_selector("[data-srpp-ready]")

    # A wrong value is told in plain words of this language, a right one is taken.
    field = page.locator("[data-fields] [data-name='chart_update_time']").first
    field.fill("99")
    expect(page.locator("[data-fields] [role=alert]").first).to_contain_text("5")
    page.locator("[data-fields] [data-name='chart_update_time']").first.fill("3")
    expect(page.locator("[data-fields] [role=alert]")).to_have_count(0)

    # Copy, collect three.
    page.locator("[data-srpp-do='copy-rich']").click()
    expect(page.locator("[data-srpp-said]")).to_have_text(words["ui-copied"])
    page.locator("[data-srpp-do='basket']").click()
    collected(page, site, locale, PRESENCE)
    collected(page, site, locale, REGISTER)
    page.locator("a.srpp-to-basket").click()
    page.wait_for_selector("#srpp-basket[data-srpp-ready]")
    expect(page.locator(".srpp-text")).to_have_count(3)

    # Take away.
    word = saved(page, words["ui-basket-word"], tmp_path)
    tender = saved(page, words["ui-basket-file"], tmp_path)
    ours = tmp_path / "ours.docx"
    srpp = Path(sys.executable).with_name("srpp")
    done = subprocess.run([srpp, "tender", str(tender), "-o", str(ours)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert text_of_docx(word.read_bytes()) == text_of_docx(ours.read_bytes())

    # Open again in an empty browser.
    before = page.evaluate("localStorage.getItem('srpp-basket')")
    page.evaluate("localStorage.clear()")
    page.reload()
    page.locator("#basket-file").set_input_files(tender)
    expect(page.locator(".srpp-text")).to_have_count(3)
    expect(page.locator(f"#value-{TIERS}-chart_update_time")).to_have_value("3")

    assert '"chart_update_time":3' in before


def tab_to(page: Page, selector: str, most: int = 120) -> None:
    """Press Tab until an element has the focus; on the way it is always seen where the focus is."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by {most} tabs")


def test_the_whole_path_by_keyboard_alone(page: Page, site: str, tmp_path: Path) -> None:
    """Search, open, change a value, collect, name the tender, take the Word file: no mouse anywhere."""
    page.goto(f"{site}en/")
    tab_to(page, ".srpp-find__words")
    page.keyboard.type("tiers")
    page.keyboard.press("Enter")
    page.wait_for_selector(".srpp-result")
    tab_to(page, f".srpp-result a[href$='/{TIERS}/']")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-srpp-ready]")

    tab_to(page, "[data-srpp-do='basket']")
    page.keyboard.press("Enter")
    tab_to(page, "[data-fields] [data-name='max_tiers']")
    page.keyboard.press("Control+A")
    page.keyboard.type("1")
    expect(page.locator("#text-obligation")).to_contain_text("tier of subcontractors")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement !== document.body"), "the focus is lost behind a changed value"

    page.goto(f"{site}en/{TIERS}/")
    tab_to(page, "a.srpp-to-basket")
    page.keyboard.press("Enter")
    page.wait_for_selector("#srpp-basket[data-srpp-ready]")
    tab_to(page, "#srpp-basket input[type=text]")
    page.keyboard.press("Control+A")
    page.keyboard.type("A new school")
    tab_to(page, "#srpp-basket button.srpp-primary, #srpp-basket .md-button--primary", most=200)
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "tender.docx")
    text = "\n".join(text_of_docx((tmp_path / "tender.docx").read_bytes()))

    assert download.value.suggested_filename == "A-new-school.docx"
    assert "at most 1 tier of subcontractors" in text


def test_the_focus_is_seen_wherever_it_is(page: Page, site: str) -> None:
    """Each stop of the Tab key on an item page shows an outline, a border or another background (WCAG 2.4.7)."""
    page.goto(f"{site}en/{TIERS}/")
    page.wait_for_selector("[data-srpp-ready]")
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        shown = page.evaluate("""() => {
            const at = document.activeElement;
            const style = getComputedStyle(at);
            const box = at.getBoundingClientRect();
            const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
            return [outlined || style.boxShadow !== "none" || box.width === 0, at.outerHTML.slice(0, 120)];
        }""")
        if not shown[0]:
            unseen.append(shown[1])

    assert unseen == []
