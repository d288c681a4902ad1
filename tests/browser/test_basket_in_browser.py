# SPDX-License-Identifier: Apache-2.0
"""The basket: fill in, see what is missing, decide, take away, and open it again; all of it in the browser."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import FilePayload, expect
from tests.browser.test_accessibility import AXE, SCHEMES
from tests.checkout import version_in
from tests.downloads import saved

from srpp_criteria import Library
from srpp_criteria.documents.compose import tender_document
from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.markdown import to_markdown
from srpp_criteria.documents.read_back import text_of_docx
from srpp_criteria.edition.tender import tender_of
from srpp_criteria.shelf.tender_file import read_tender_file

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TIERS = "construction-subcontracting-tier-limit"
PRESENCE = "construction-clause-site-id-presence-register"
PLAN = "construction-award-labour-compliance-plan"
PAY = "construction-clause-pay-working-conditions"
SUBJECT = "construction-subject-decent-inclusive-works"
VISIT = "construction-visit-unannounced-labour"

STORE = "srpp-basket"


NAME_OF_FOCUSED = "(at => at.textContent.trim() || at.id || at.value)(document.activeElement)"


def now(name: str) -> str:
    """The version that an item has now; 1.0.0 for one that does not exist."""
    file = next(Path(__file__).parents[2].glob(f"criteria/*/{name}.yml"), None)
    return version_in(file) if file else "1.0.0"


def item(name: str, **more: object) -> dict[str, Any]:
    """An item as the browser keeps it."""
    return {
        "item": name,
        "version": now(name),
        "revision": None,
        "decision": "taken",
        "reason": "",
        "parameters": {},
        **more,
    }


def opened(page: Page, site: str, *items: dict[str, Any], locale: str = "en", **more: object) -> Page:
    """The page of the basket with these items in it."""
    basket = {"title": "A new school", "locale": locale, "created": None, "cpv": [], "items": items, **more}
    page.goto(f"{site}{locale}/basket/")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [STORE, json.dumps(basket)])
    page.reload()
    page.wait_for_selector("#srpp-basket[data-srpp-ready]")
    return page


def kept(page: Page) -> dict[str, Any]:
    """What the browser keeps now."""
    basket: dict[str, Any] = json.loads(page.evaluate("key => localStorage.getItem(key)", STORE))
    return basket


def card(page: Page, name: str) -> Locator:
    """One text of the basket."""
    return page.locator(f"#text-{name}")


def order(page: Page) -> list[str]:
    """The texts from top to bottom."""
    return [
        one.removeprefix("text-") for one in page.locator(".srpp-text").evaluate_all("all => all.map(one => one.id)")
    ]


def open_file(page: Page, name: str, content: str) -> None:
    """Choose a file in the dialog of the browser."""
    file = FilePayload(name=name, mimeType="application/yaml", buffer=content.encode())
    page.locator("#basket-file").set_input_files(file)


def test_an_empty_basket_says_how_to_fill_it(page: Page, site: str) -> None:
    """To the catalogue, to the packs, or with a tender file."""
    page.goto(f"{site}en/basket/")

    expect(page.get_by_role("link", name="Find texts")).to_have_attribute("href", "../catalogue/")
    expect(page.get_by_role("link", name="Choose a pack")).to_have_attribute("href", "../packs/")
    expect(page.get_by_label("Open a tender file")).to_be_attached()
    expect(page.get_by_role("button", name="Word file")).to_be_hidden()


def test_texts_stand_in_the_order_of_a_tender_and_move_within_their_section(page: Page, site: str) -> None:
    """Subject matter, award, clauses, visits, however they were collected. What moves a text keeps the focus."""
    opened(page, site, item(VISIT), item(TIERS), item(PRESENCE), item(PLAN), item(SUBJECT))
    assert order(page) == [SUBJECT, PLAN, TIERS, PRESENCE, VISIT]

    up = card(page, PRESENCE).get_by_role("button", name="Move up")
    up.focus()
    page.keyboard.press("Enter")

    assert order(page) == [SUBJECT, PLAN, PRESENCE, TIERS, VISIT]
    expect(up).to_be_focused()
    expect(up).to_have_attribute("aria-disabled", "true")
    assert [one["item"] for one in kept(page)["items"]] == [VISIT, PRESENCE, TIERS, PLAN, SUBJECT]


def test_a_value_gets_into_the_text_while_it_is_typed(page: Page, site: str) -> None:
    """The text follows; the field keeps cursor and focus; the start value comes back by a button."""
    opened(page, site, item(TIERS))
    text = card(page, TIERS)
    text.locator("summary").filter(has_text="Values").click()
    text.locator("summary").filter(has_text="Read the text").click()
    field = page.locator(f"#value-{TIERS}-max_tiers")
    expect(text).to_contain_text("at most 2 tiers of subcontractors")

    field.fill("1")

    expect(text).to_contain_text("at most 1 tier of subcontractors")
    expect(field).to_be_focused()
    assert kept(page)["items"][0]["parameters"] == {"max_tiers": 1}

    text.get_by_role("button", name="Reset: ").first.click()

    expect(text).to_contain_text("at most 2 tiers of subcontractors")
    assert kept(page)["items"][0]["parameters"] == {}


def test_a_wrong_value_is_told_at_its_field_and_in_the_list(page: Page, site: str) -> None:
    """It stays out of the text, and the way to it is a link, even where it is folded away."""
    opened(page, site, item(TIERS))
    text = card(page, TIERS)
    text.locator("summary").filter(has_text="Values").click()
    field = page.locator(f"#value-{TIERS}-max_tiers")
    field.fill("7")
    field.blur()

    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(f"#value-{TIERS}-max_tiers-error")).to_contain_text("1 to 3")
    told = page.get_by_role("region", name="What to look at")
    expect(told.get_by_role("heading", name="Values that do not fit")).to_be_visible()

    page.get_by_role("button", name="Hide all values").click()
    told.get_by_role("link", name="Highest number of subcontracting tiers").click()

    expect(field).to_be_focused()
    field.fill("3")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(told.get_by_role("heading", name="Values that do not fit")).to_be_hidden()


def test_what_was_typed_wrongly_is_still_there_after_a_reload(page: Page, site: str) -> None:
    """Nobody's figures are thrown away."""
    opened(page, site, item(TIERS))
    page.locator("summary").filter(has_text="Values").click()
    page.locator(f"#value-{TIERS}-max_tiers").fill("seven")
    page.reload()

    expect(page.locator(f"#value-{TIERS}-max_tiers")).to_have_value("seven")
    expect(page.locator(f"#value-{TIERS}-max_tiers")).to_have_attribute("aria-invalid", "true")


def test_open_blanks_are_listed_and_lead_to_their_fields(page: Page, site: str) -> None:
    """A blank without a start value waits for the buyer."""
    opened(page, site, item(SUBJECT))
    told = page.get_by_role("region", name="What to look at")
    expect(told.get_by_role("heading", name="Open blanks")).to_be_visible()

    told.get_by_role("link").first.click()
    page.keyboard.type("Extension of the school in Hall Street")

    expect(told).to_contain_text("All values are filled in")


def test_a_broken_chain_is_told_and_mended_by_a_button(page: Page, site: str) -> None:
    """An award criterion without its clause; the button adds the clause, and the focus goes on to the next warning."""
    opened(page, site, item(PLAN))
    told = page.locator(".srpp-look__advice")
    warning = told.filter(has_text="no text of this tender makes binding")

    warning.get_by_role("button", name="Add the missing text").click()

    expect(card(page, PAY)).to_be_visible()
    expect(warning).to_have_count(0)
    expect(told.first).to_be_focused()
    assert [one["item"] for one in kept(page)["items"]] == [PLAN, PAY]

    while told.get_by_role("button").count() > 0:
        told.get_by_role("button").first.click()
        expect(page.locator(".srpp-look__advice:focus, #basket-overview-title:focus")).to_have_count(1)


def test_warnings_that_one_text_would_mend_stand_together(page: Page, site: str) -> None:
    """Two texts ask for the same form: both sentences, one button."""
    opened(page, site, item(TIERS), item(PRESENCE))
    asks = page.locator(".srpp-look__advice").filter(has_text="refers to Workforce and training register")

    expect(asks).to_have_count(1)
    expect(asks.get_by_role("button")).to_have_count(1)
    assert asks.locator("div").count() == 2


def test_a_text_that_is_left_out_without_a_reason_is_told(page: Page, site: str) -> None:
    """The link leads to the field, and the line goes while the reason is typed."""
    opened(page, site, item(TIERS, decision="left"), item(PRESENCE))
    told = page.get_by_role("region", name="What to look at")
    heading = told.get_by_role("heading", name="No reason given")
    expect(heading).to_be_visible()

    told.locator(f"a[href='#text-{TIERS}-reason']").click()

    expect(card(page, TIERS).get_by_label("Reason")).to_be_focused()
    page.keyboard.type("One firm does it all.")
    expect(heading).to_have_count(0)


def test_a_wrong_value_is_counted_as_wrong_and_not_as_open(page: Page, site: str) -> None:
    """The same on the card and before taking away as in the list of what to look at."""
    opened(page, site, item(TIERS, parameters={"max_tiers": 7}))
    take = page.locator("#basket-take")

    expect(card(page, TIERS).locator(".srpp-text__count")).to_have_text("1 wrong")
    expect(take).to_contain_text("Values that do not fit: 1.")
    expect(take).not_to_contain_text("Still open")

    page.locator(f"#value-{TIERS}-max_tiers").fill("2")

    expect(take).not_to_contain_text("do not fit")


def test_a_text_taken_out_comes_back_as_it_was(page: Page, site: str) -> None:
    """The focus goes to the next title, Undo is announced, and the next Tab leads to it."""
    before = [item(PLAN), item(TIERS, parameters={"max_tiers": 1}, reason="High risk."), item(PRESENCE)]
    opened(page, site, *before)
    card(page, TIERS).get_by_role("button", name="Remove").click()
    assert TIERS not in order(page)
    expect(card(page, PRESENCE).locator("h3 a")).to_be_focused()
    expect(page.get_by_role("status")).to_have_text(re.compile("^Removed: .*The button “Undo” follows.$"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()

    page.keyboard.press("Enter")

    assert kept(page)["items"] == before
    expect(page.locator(f"#text-{TIERS}-title")).to_be_focused()


def test_where_the_focus_goes_when_the_last_texts_are_taken_out(page: Page, site: str) -> None:
    """To the text above, then to the words of the empty basket; Undo is a Tab away from there, too."""
    opened(page, site, item(TIERS), item(PRESENCE))
    card(page, PRESENCE).get_by_role("button", name="Remove").click()
    expect(card(page, TIERS).locator("h3 a")).to_be_focused()
    card(page, TIERS).get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Your basket is empty.")).to_be_focused()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator(f"#text-{TIERS}-title")).to_be_focused()


def test_messages_go_by_themselves_and_offers_stay_longer(page: Page, site: str) -> None:
    """Words for six seconds or until somebody types; an offer for twenty, and never under the focus."""
    page.clock.install()
    opened(page, site, item(TIERS), item(PRESENCE))
    line = page.locator(".srpp-status")
    page.get_by_role("button", name="Tender file", exact=True).click()
    expect(line).to_be_visible()
    page.clock.run_for(7_000)
    expect(line).to_be_hidden()
    page.get_by_role("button", name="Tender file", exact=True).click()
    expect(line).to_be_visible()
    card(page, TIERS).get_by_label("Reason").fill("x")
    expect(line).to_be_hidden()

    card(page, PRESENCE).get_by_role("button", name="Remove").click()
    card(page, TIERS).get_by_label("Reason").fill("y")
    page.clock.run_for(15_000)
    expect(line).to_be_visible()
    page.get_by_role("button", name="Undo").focus()
    page.clock.run_for(60_000)
    expect(line).to_be_visible()
    card(page, TIERS).get_by_label("Reason").focus()
    page.clock.run_for(21_000)
    expect(line).to_be_hidden()


def test_the_same_figure_is_set_in_all_texts_at_once(page: Page, site: str) -> None:
    """Clauses share the steps that follow a breach; nobody types a deadline five times."""
    opened(page, site, item(TIERS), item(PRESENCE))
    page.get_by_role("button", name="Show all values").click()
    page.locator(f"#value-{TIERS}-remedy_answer_days").fill("7")
    page.get_by_role("button", name="Same value in the other texts (1)").click()

    expect(page.locator(f"#value-{PRESENCE}-remedy_answer_days")).to_have_value("7")
    expect(page.locator(f"#value-{TIERS}-remedy_answer_days")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(f"#value-{PRESENCE}-remedy_answer_days")).not_to_have_value("7")


def test_decision_and_reason_stand_in_the_log(page: Page, site: str) -> None:
    """What was left out and why is as much a part of the file as what was taken. Only the log is printed."""
    opened(page, site, item(PLAN), item(TIERS))
    card(page, PLAN).get_by_label("Leave out").check(force=True)
    card(page, PLAN).get_by_label("Reason").fill("The market is not ready.")

    row = page.get_by_role("region", name="Log for the procurement file").get_by_role("row").last
    for words in ("left out", "The market is not ready.", now(PLAN), f"srpp:{PLAN}@"):
        expect(row).to_contain_text(words)
    assert kept(page)["items"][0]["decision"] == "left"

    page.emulate_media(media="print")
    expect(row).to_be_visible()
    expect(card(page, TIERS)).to_be_hidden()


@pytest.mark.parametrize(
    ("locale", "log"),
    [("en", False), ("en", True), ("nb-NO", True), ("de-AT", False), ("nl-BE", True), ("fr-BE", False)],
)
def test_word_and_markdown_say_what_the_command_line_says(
    page: Page, site: str, repository: Path, tmp_path: Path, locale: str, *, log: bool
) -> None:
    """The tender file, written here and read there, gives the same words, with the log of decisions or without."""
    items = [
        item(TIERS, parameters={"max_tiers": 1}, reason="High risk."),
        item(PAY),
        item(PLAN, decision="left", reason="No."),
    ]
    opened(page, site, *items, item(SUBJECT), locale=locale, title="Skole & «omsorg»")
    page.locator("#basket-log").set_checked(log)
    buttons = page.locator(".srpp-take__ways button")
    word = saved(page, buttons.nth(0).inner_text(), tmp_path)
    markdown = saved(page, buttons.nth(2).inner_text(), tmp_path)
    file = saved(page, buttons.nth(3).inner_text(), tmp_path)

    edition = Library.load(repository).edition(locale)
    ours = tender_document(tender_of(read_tender_file(file), edition), log=log)

    assert [word.name, markdown.name, file.name] == [f"Skole-omsorg{end}" for end in (".docx", ".md", ".srpp.yml")]
    assert text_of_docx(word.read_bytes()) == text_of_docx(to_docx(ours))
    assert markdown.read_text(encoding="utf-8") == to_markdown(ours)
    assert ("High risk." in markdown.read_text(encoding="utf-8")) is log


def test_a_document_may_go_without_source_stamps(page: Page, site: str, tmp_path: Path) -> None:
    """The annex lists them in any case."""
    opened(page, site, item(TIERS))
    with_stamps = saved(page, "Markdown file", tmp_path).read_text(encoding="utf-8")
    page.get_by_label("with source stamps").uncheck()
    without = saved(page, "Markdown file", tmp_path).read_text(encoding="utf-8")

    assert with_stamps.count(f"srpp:{TIERS}@") == without.count(f"srpp:{TIERS}@") + 1 == 2


def test_the_whole_is_copied_with_formatting(page: Page, site: str) -> None:
    """Tables stay tables in Word and in mail."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, site, item(TIERS))
    page.get_by_role("button", name="Copy with formatting").click()
    expect(page.get_by_role("status")).to_contain_text("Copied")
    read = "kind => navigator.clipboard.read().then(items => items[0].getType(kind)).then(blob => blob.text())"

    rich = page.evaluate(read, "text/html")
    assert "<h1>A new school</h1>" in rich
    assert "<table" in rich
    assert f"srpp:{TIERS}@" in page.evaluate(read, "text/plain")


def test_a_browser_without_clipboard_shows_the_text_to_copy_by_hand(page: Page, site: str) -> None:
    """In a window, marked, and closed with Escape."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    opened(page, site, item(TIERS))
    page.get_by_role("button", name="Copy with formatting").click()
    window = page.get_by_role("dialog")
    expect(window).to_contain_text("at most 2 tiers of subcontractors")
    assert "at most 2 tiers" in page.evaluate("getSelection().toString()")

    page.keyboard.press("Escape")

    expect(window).to_have_count(0)


def test_a_tender_file_opens_again_as_it_was_saved(page: Page, site: str, tmp_path: Path) -> None:
    """Items, order, decisions, reasons, values, CPV codes, and items that no edition knows."""
    items = [
        item(VISIT),
        item(TIERS, parameters={"max_tiers": 1, "pre_approved_trades": 'roofs: "tin" & lead'}, reason="Two\nlines."),
        item(PLAN, decision="left", version="0.9.0"),
        item("no-such-item", parameters={"days": 3, "free": "=HYPERLINK(1)"}, reason="From elsewhere."),
    ]
    opened(page, site, *items, cpv=["45214200-2"])
    content = saved(page, "Tender file", tmp_path).read_text(encoding="utf-8")
    before = kept(page)
    page.get_by_role("button", name="Empty the basket").click()
    expect(page.get_by_text("Your basket is empty.")).to_be_visible()

    open_file(page, "school.srpp.yml", content)
    expect(card(page, TIERS)).to_be_visible()

    assert kept(page) == before
    assert kept(page)["items"] == items


def test_items_of_other_editions_and_other_versions_are_told(page: Page, site: str) -> None:
    """They stay in the basket; a newer version is noted when the buyer has read it."""
    opened(page, site, item("no-such-item"), item(TIERS, version="0.9.0"))
    told = page.get_by_role("region", name="What to look at")
    expect(told.get_by_role("heading", name="Not in this edition")).to_be_visible()
    expect(told).to_contain_text("no-such-item")
    expect(card(page, TIERS)).to_contain_text("You took version 0.9.0")

    card(page, TIERS).get_by_role("button", name="I have read it").click()

    expect(card(page, TIERS)).not_to_contain_text("0.9.0")
    assert [one["version"] for one in kept(page)["items"]] == ["1.0.0", now(TIERS)]


@pytest.mark.parametrize(
    "content", ["srpp: 1\ntitle: A\nlocale: en\nitems: [", "{", "title: &a x\n", "PK\u0003\u0004", ""]
)
def test_a_file_that_cannot_be_read_changes_nothing(page: Page, site: str, content: str) -> None:
    """What is wrong and where is said in words; the basket stays."""
    opened(page, site, item(TIERS))
    open_file(page, "broken.srpp.yml", content)

    trouble = page.get_by_role("alert").filter(has_text="broken.srpp.yml")
    expect(trouble).to_contain_text("could not be opened")
    expect(trouble.get_by_role("listitem").first).to_contain_text("Line")
    expect(card(page, TIERS)).to_be_visible()
    assert [one["item"] for one in kept(page)["items"]] == [TIERS]


def test_a_file_that_replaces_a_basket_can_be_taken_back(page: Page, site: str) -> None:
    """Whoever opens the wrong file has lost nothing."""
    opened(page, site, item(TIERS, parameters={"max_tiers": 1}))
    open_file(page, "b.srpp.yml", f"srpp: 1\ntitle: Other\nlocale: en\nitems:\n  - item: {PAY}\n")
    expect(card(page, PAY)).to_be_visible()
    expect(card(page, TIERS)).to_have_count(0)

    expect(page.get_by_label("Title of the tender")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(card(page, TIERS)).to_be_visible()
    assert kept(page)["items"] == [item(TIERS, parameters={"max_tiers": 1})]


def test_a_file_may_be_dropped_on_the_page(page: Page, site: str) -> None:
    """As in a mail program."""
    page.goto(f"{site}en/basket/")
    page.wait_for_selector("#srpp-basket[data-srpp-ready]")
    page.evaluate(
        """text => {
            const files = new DataTransfer();
            files.items.add(new File([text], "dropped.srpp.yml"));
            document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true}));
        }""",
        f"srpp: 1\ntitle: Dropped\nlocale: en\nitems:\n  - item: {PAY}\n",
    )

    expect(card(page, PAY)).to_be_visible()
    expect(page.get_by_label("Title of the tender")).to_have_value("Dropped")


def test_a_basket_of_another_edition_is_told_and_can_move_over(page: Page, site: str) -> None:
    """The buyer goes to that edition, or goes on in this one."""
    opened(page, site, item(TIERS))
    page.goto(f"{site}nb-NO/basket/")
    notice = page.locator(".srpp-elsewhere")
    expect(notice).to_be_visible()
    assert notice.get_by_role("link").evaluate("link => link.href") == f"{site}en/basket/"

    notice.get_by_role("button").click()

    expect(notice).to_be_hidden()
    assert kept(page)["locale"] == "nb-NO"


def test_texts_that_do_not_arrive_are_told_and_asked_for_again(page: Page, site: str) -> None:
    """The basket is whole all the same, and no document is made without one of its texts."""
    page.route("**/fillable.json", lambda route: route.abort())
    opened(page, site, item(TIERS, parameters={"max_tiers": 1}))
    expect(page.get_by_role("alert").filter(has_text="could not be loaded")).to_be_visible()
    page.get_by_role("button", name="Word file").click()
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")

    page.unroute("**/fillable.json")
    page.get_by_role("button", name="Try again").click()

    expect(page.locator(f"#value-{TIERS}-max_tiers")).to_have_value("1")


@pytest.mark.parametrize(
    "hostile", ["<img src=x onerror=alert(1)>", "</h3><script>alert(1)</script>", "../../etc/passwd", "=HYPERLINK(1)"]
)
def test_a_hostile_title_reason_or_name_stays_words(page: Page, site: str, tmp_path: Path, hostile: str) -> None:
    """A tender file may come from anybody."""
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    opened(
        page,
        site,
        item(TIERS, reason=hostile, parameters={"pre_approved_trades": hostile}),
        item(hostile),
        title=hostile,
    )
    card(page, TIERS).locator("summary").filter(has_text="Read the text").click()

    expect(page.get_by_label("Title of the tender")).to_have_value(hostile)
    expect(page.get_by_role("region", name="Log for the procurement file").first).to_contain_text(hostile)
    assert page.locator("#srpp-basket img, #srpp-basket script").count() == 0
    name = saved(page, "Word file", tmp_path).name
    assert name.removesuffix(".docx").replace("-", "").isalnum()


def test_the_whole_way_by_keyboard(page: Page, site: str) -> None:
    """Every control is reached by Tab: what a buyer came for first, moving and removing last in each text."""
    opened(page, site, item(TIERS), item(PRESENCE))
    page.get_by_label("Title of the tender").focus()
    seen: list[str] = []
    while "Empty the basket" not in seen and len(seen) < 60:
        page.keyboard.press("Tab")
        seen.append(page.evaluate(NAME_OF_FOCUSED))

    texts = [["taken", f"text-{name}-reason", "Read the text", "↑", "↓", "✕"] for name in (TIERS, PRESENCE)]
    wanted = ["Take away", *texts[0], *texts[1], "Print the log", "Word file", "basket-log", "basket-file"]
    assert [name for name in seen if name in wanted] == wanted


def test_the_way_to_take_away_shows_up_by_keyboard_on_every_window(page: Page, site: str) -> None:
    """On a wide one it is there for the Tab key only."""
    opened(page, site, item(TIERS))
    page.get_by_label("Title of the tender").focus()
    way = page.locator("a.srpp-to-take")
    assert way.evaluate("at => at.getBoundingClientRect().width") <= 1

    page.keyboard.press("Tab")
    expect(way).to_be_focused()
    assert way.evaluate("at => at.getBoundingClientRect().width") > 24

    page.keyboard.press("Enter")
    expect(page.locator("#basket-take")).to_be_focused()


def test_a_text_alone_in_its_section_cannot_be_moved(page: Page, site: str) -> None:
    """So there is nothing to move it with."""
    opened(page, site, item(TIERS), item(PLAN))

    expect(page.get_by_role("button", name="Move up")).to_have_count(0)
    expect(page.get_by_role("button", name="Remove")).to_have_count(2)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_filled_basket_has_no_violation(page: Page, site: str, repository: Path, width: int) -> None:
    """With warnings, a wrong value, a text left out, and an offer to take something back; in light and dark."""
    modules = repository / "src" / "srpp_criteria" / "site" / "frontend" / "node_modules"
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    opened(
        page, site, item(TIERS, parameters={"max_tiers": 7}), item(PRESENCE), item(PLAN), item(VISIT, decision="left")
    )
    card(page, PRESENCE).get_by_role("button", name="Remove").click()
    page.evaluate((modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(AXE) == []


def test_nothing_scrolls_sideways_on_a_narrow_phone(page: Page, site: str) -> None:
    """320 pixels, all values shown."""
    page.set_viewport_size({"width": 320, "height": 700})
    opened(
        page,
        site,
        item(TIERS, version="0.9.0"),
        item(PLAN),
        item("no-such-item-with-a-very-long-name-that-nobody-breaks"),
        locale="de-AT",
    )
    page.locator(".srpp-texts__folds button").first.click()

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
