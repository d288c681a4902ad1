# SPDX-License-Identifier: Apache-2.0
"""The check of a draft: choose, drop or paste it, and see what stands in it; nothing leaves the browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import AXE, SCHEMES
from tests.downloads import saved

from srpp_criteria import Library
from srpp_criteria.documents.compose import item_document, tender_document
from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.odt import to_odt
from srpp_criteria.documents.plain import to_text
from srpp_criteria.edition.tender import tender_of
from srpp_criteria.models.tender_file import TenderFile

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

    from srpp_criteria.documents.document import Document

TIERS = "construction-subcontracting-tier-limit"
PLAN = "construction-award-labour-compliance-plan"
PAY = "construction-clause-pay-working-conditions"
DROP = """([name, words]) => {
    const data = new DataTransfer();
    if (name) data.items.add(new File([words], name)); else data.setData("text/plain", words);
    const drop = new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true});
    document.querySelector("h1").dispatchEvent(drop);
}"""
PASTE = """([plain, html]) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    data.setData("text/html", html);
    const field = document.querySelector("#verify-text");
    field.focus();
    field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture(scope="module")
def library(repository: Path) -> Library:
    """The library that the site shows."""
    return Library.load(repository)


def tender(library: Library, locale: str = "en") -> Document:
    """A tender with the limit of tiers and an award criterion whose clause is missing."""
    file = {"srpp": 1, "title": "A new school", "locale": locale, "items": [{"item": TIERS}, {"item": PLAN}]}
    return tender_document(tender_of(TenderFile.model_validate_json(json.dumps(file)), library.edition(locale)))


def words(library: Library, locale: str = "en") -> str:
    """The limit of tiers as somebody copies it."""
    edition = library.edition(locale)
    return to_text(item_document(edition[TIERS].fill(), edition))


def opened(page: Page, site: str, locale: str = "en") -> Page:
    """The page, ready for a draft."""
    page.goto(f"{site}{locale}/verify/")
    page.wait_for_selector("#srpp-verify[data-srpp-ready]")
    return page


def check(page: Page, name: str, content: bytes) -> None:
    """Choose a file and wait for the answer."""
    page.set_input_files("#verify-file", {"name": name, "mimeType": "", "buffer": content})
    page.wait_for_selector(".srpp-verify-result, .srpp-open__trouble:not(:empty)")


@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_a_word_or_open_document_file_is_checked(page: Page, site: str, library: Library, ending: str) -> None:
    """Each text with its title, its version, and that it stands there word for word."""
    document = tender(library)
    check(opened(page, site), f"draft.{ending}", to_docx(document) if ending == "docx" else to_odt(document))

    cards = page.locator(".srpp-verify-text")
    expect(cards).to_have_count(2)
    expect(page.locator(".srpp-verify-counts")).to_contain_text("Texts found: 2")
    card = cards.filter(has=page.get_by_role("link", name="Limit on the number of subcontracting tiers"))
    expect(card).to_contain_text("Word for word")
    expect(card).to_contain_text(f"version {library.edition('en')[TIERS].version}")
    expect(card).to_contain_text("Highest number of subcontracting tiers: 2")


def test_altered_words_are_marked_where_they_stand(page: Page, site: str, library: Library) -> None:
    """What was struck out and what was put in, also for those who only hear it."""
    altered = words(library).replace("for technical reasons", "for any reason")
    assert altered != words(library)
    check(opened(page, site), "draft.txt", altered.encode())

    card = page.locator(".srpp-verify-text")
    expect(card).to_contain_text("Altered")
    expect(card.locator("del")).to_have_text("[removed: technical reasons]")
    expect(card.locator("ins")).to_have_text("[added: any reason]")


def test_missing_links_of_the_chain_go_into_the_basket(page: Page, site: str, library: Library) -> None:
    """The clause that makes the promise binding is named, linked, and one click away."""
    check(opened(page, site), "draft.docx", to_docx(tender(library)))

    row = page.locator(".srpp-verify-chain li").filter(has=page.locator(f'a[href$="/en/{PAY}/"]'))
    row.get_by_role("button").click()

    expect(row.get_by_role("button")).to_have_text("In the basket")
    basket = json.loads(page.evaluate("localStorage.getItem('srpp-basket')"))
    assert [one["item"] for one in basket["items"]] == [PAY]


def test_a_step_of_remedies_that_several_texts_share_is_told(page: Page, site: str, library: Library) -> None:
    """Alone it names no text; the reader learns why none was found."""
    steps = [step.text for ladder in library.edition("en").data.ladders for step in ladder.steps]
    step = next(words for words in steps if "{" not in words and len(words.split()) > 12)
    check(opened(page, site), "mail.txt", step.encode())

    expect(page.locator(".srpp-verify-counts")).to_contain_text("a remedy ladder that several texts share")


def test_a_piece_of_a_tender_is_told_where_the_links_are_needed(page: Page, site: str, library: Library) -> None:
    """One text that somebody copied lacks its clause in the tender, not in the piece."""
    check(opened(page, site), "piece.txt", words(library).encode())

    expect(page.locator(".srpp-verify-result")).to_contain_text("If this is a piece of a tender")


def test_open_blanks_are_called_by_their_labels(page: Page, site: str, library: Library) -> None:
    """As the page of the text calls the value."""
    text = words(library).replace("at most 2 tiers", "at most [number] tiers")
    check(opened(page, site), "draft.md", text.encode())

    expect(page.locator(".srpp-verify-text mark")).to_have_text(["Highest number of subcontracting tiers"])
    expect(page.locator(".srpp-verify-counts")).to_contain_text("open blanks: 1")


def test_an_older_version_leads_to_the_newest_and_to_what_changed(page: Page, site: str, library: Library) -> None:
    """A contract of long ago: the register has gone on since."""

    def later(route: Route) -> None:
        known = route.fetch().json()
        version = library.edition("en")[TIERS].version
        (text,) = [row for row in known["texts"] if row[:3] == [TIERS, version, "en"]]
        text[5] = 1
        known["texts"].append([TIERS, "99.0.0", "en", 1, "00000000", 1, text[6][:-3]])
        route.fulfill(json=known)

    page.context.route("**/en/recognition.json", later)
    check(opened(page, site), "contract.txt", words(library).encode())

    notice = page.locator(".srpp-verify-newer")
    expect(notice).to_contain_text("There is a newer text: 99.0.0.")
    expect(notice.get_by_role("link", name="Read the newest text")).to_have_attribute("href", f"{site}en/{TIERS}/")
    versions = notice.get_by_role("link", name="All versions and what changed")
    expect(versions).to_have_attribute("href", f"{site}en/{TIERS}/versions/")
    expect(page.locator(".srpp-verify-counts")).to_contain_text("with a newer version: 1")


def test_dropped_files_and_dropped_words_are_checked(page: Page, site: str, library: Library) -> None:
    """Anywhere on the page."""
    opened(page, site)
    for name in ("draft.txt", ""):
        page.evaluate(DROP, [name, words(library)])
        expect(page.locator(".srpp-verify-of").first).to_contain_text(name or "the pasted text")
        expect(page.locator(".srpp-verify-text")).to_have_count(1)


def test_pasted_formatted_text_comes_without_what_was_deleted_in_it(page: Page, site: str, library: Library) -> None:
    """Word puts tracked changes on the clipboard as HTML."""
    opened(page, site)
    html = (
        "".join(f"<p>{line}</p>" for line in words(library).split("\n") if line)
        + "<p>Not <del>us</del><script>x</script></p>"
    )
    page.evaluate(PASTE, [words(library), html])
    expect(page.locator("#verify-text")).to_have_value(re.compile(r"\n\nNot$"))
    page.get_by_role("button", name="Check the text").click()

    expect(page.locator(".srpp-verify-text")).to_contain_text("Word for word")


def test_a_stamp_of_another_edition_brings_its_texts(page: Page, site: str, library: Library) -> None:
    """Others are looked for on request, so that a visit costs one file and not five."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    opened(page, site)
    norwegian = words(library, "nb-NO")
    check(page, "kladd.txt", norwegian.encode())
    expect(page.locator(".srpp-verify-text")).to_have_count(1)
    assert {"en/recognition.json", "nb-NO/recognition.json"} == {
        url for url in asked if url.endswith("recognition.json")
    }

    check(page, "kladd.txt", norwegian.split("srpp:")[0].encode())
    expect(page.locator(".srpp-verify-counts")).to_contain_text("None of our texts")
    page.get_by_label("Look in the texts of all languages and markets").check()
    expect(page.locator(".srpp-verify-text")).to_have_count(1)


def test_nothing_is_sent(page: Page, site: str, library: Library) -> None:
    """Only files of the site are fetched; no request carries a body."""
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method != "GET" else None)
    page.on(
        "request", lambda request: sent.append(request.url) if not request.url.startswith((site, "blob:")) else None
    )
    check(opened(page, site), "draft.docx", to_docx(tender(library)))

    assert sent == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("draft.docx", b"PK\x03\x04 no archive", "no Word or OpenDocument file"),
        ("draft.pdf", b"%PDF-1.7", "PDF files are not read"),
        ("draft.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format .doc"),
        ("draft.txt", b"\0\1\2", "is no text"),
        ("draft.txt", b" ", "no words"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    page: Page, site: str, name: str, content: bytes, sentence: str
) -> None:
    """And nothing is said on the console."""
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    check(opened(page, site), name, content)

    expect(page.get_by_role("alert")).to_contain_text(sentence)
    assert trouble == []


def test_what_strangers_wrote_stays_words(page: Page, site: str, library: Library) -> None:
    """A draft may hold anything; none of it runs."""
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    hostile = "<img src=x onerror=alert(1)>"
    text = words(library).replace("for technical reasons", f"for {hostile} reasons")
    check(opened(page, site), f"{hostile}.html", f"<script>alert(1)</script><p>{text}</p>{hostile}".encode())
    check(page, "draft.txt", text.encode())

    expect(page.locator(".srpp-verify-text ins")).to_contain_text("img src")
    assert page.locator("#srpp-verify img, #srpp-verify script").count() == 0


def test_the_report_is_saved_as_text(page: Page, site: str, library: Library, tmp_path: Path) -> None:
    """For the procurement file."""
    check(opened(page, site), "draft.docx", to_docx(tender(library)))

    report = saved(page, "Save the report", tmp_path).read_text(encoding="utf-8")

    assert report.startswith("Checked: draft.docx\n=====")
    assert f"srpp:{TIERS}@{library.edition('en')[TIERS].version}+en.1#" in report
    assert "Missing links of the promise chain" in report


def test_a_site_that_does_not_answer_is_told(page: Page, site: str, library: Library) -> None:
    """And the same draft can be checked again."""
    opened(page, site)
    page.context.route("**/recognition.json", lambda route: route.abort())
    page.set_input_files("#verify-file", {"name": "a.txt", "mimeType": "", "buffer": words(library).encode()})
    expect(page.get_by_role("status")).to_contain_text("could not be finished")

    page.context.unroute("**/recognition.json")
    check(page, "a.txt", words(library).encode())
    expect(page.locator(".srpp-verify-text")).to_have_count(1)


def test_by_keyboard_and_by_ear(page: Page, site: str, library: Library) -> None:
    """The file button takes the focus; the result gets it, and its numbers are read out."""
    opened(page, site)
    page.locator("#verify-file").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#verify-text")).to_be_focused()
    page.keyboard.insert_text(words(library))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Result")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Texts found: 1")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_result_has_no_violation(page: Page, site: str, library: Library, repository: Path, width: int) -> None:
    """In light and dark, with marks, blanks and missing links; nothing scrolls sideways at 320 pixels."""
    modules = repository / "src" / "srpp_criteria" / "site" / "frontend" / "node_modules"
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    text = (
        to_text(tender(library))
        .replace("for technical reasons", "for any reason")
        .replace("at most 2 tiers", "at most ____ tiers")
    )
    check(opened(page, site), "draft.txt", text.encode())
    page.evaluate((modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(AXE) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
