# SPDX-License-Identifier: Apache-2.0
"""The catalogue and the start page in a real browser: finding, filtering, coming back, the purchase, the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Request

APPRENTICES = "construction-clause-apprentice-hours"


def titles(page: Page) -> Locator:
    """The links of the results."""
    return page.locator("[data-results] h3 a")


def opened(page: Page, address: str) -> Page:
    """A page whose search, if its address asks one, has been answered."""
    page.goto(address)
    if "?" in address:
        expect(page.locator("[data-found]")).to_be_visible()
        expect(page.locator("#srpp-count")).not_to_have_text(re.compile(r"…|^$"))
    return page


def hrefs(page: Page) -> list[str]:
    """Where the results lead, as ids of items."""
    expect(titles(page).first).to_be_visible()
    return [
        str(link).rstrip("/").rpartition("/")[2] for link in titles(page).evaluate_all("all => all.map(a => a.href)")
    ]


@pytest.mark.parametrize(
    ("locale", "words", "item"),
    [
        ("en", "apprentice", APPRENTICES),
        ("de-AT", "Lehrling", APPRENTICES),
        ("nl-BE", "leerling", APPRENTICES),
        ("fr-BE", "apprenti", APPRENTICES),
        ("nb-NO", "lærling", APPRENTICES),
        ("nb-NO", "levelønn", "textiles-clause-living-wage"),
        ("nb-NO", "living wage", "textiles-clause-living-wage"),
        ("nb-NO", "underentreprenør", "construction-subcontracting-tier-limit"),
        ("en", APPRENTICES, APPRENTICES),
    ],
    ids=lambda value: str(value)[:20],
)
def test_an_item_is_found_by_an_inflected_word_a_synonym_or_its_id(
    page: Page, site: str, locale: str, words: str, item: str
) -> None:
    """Stemming is that of the language; words of the trade and English ones lead to the national text."""
    assert item in hrefs(opened(page, f"{site}{locale}/catalogue/?q={words}"))


def test_typing_searches_marks_the_words_and_writes_the_address(page: Page, site: str) -> None:
    """No button is needed, and the address can be sent to a colleague."""
    opened(page, f"{site}en/catalogue/")
    page.get_by_label("What are you looking for?").fill("subcontractor")
    expect(titles(page).first).to_be_visible()
    expect(page.locator("[data-results] mark").first).to_have_text(re.compile("subcontract", re.IGNORECASE))
    expect(page).to_have_url(re.compile(r"\?q=subcontractor$"))


def test_filters_narrow_count_and_can_be_gone_back_from(page: Page, site: str) -> None:
    """A filter is a step of the history; its count says how many it would leave."""
    opened(page, f"{site}en/catalogue/?q=workers")
    food = page.get_by_role("checkbox", name=re.compile("Food"))
    count = page.locator("label", has=page.locator('input[value="food"]')).locator("[data-count]")
    expect(count).to_have_text(re.compile(r"^\d+$"))
    wanted = count.inner_text()
    food.check()
    expect(page.locator("#srpp-count")).to_contain_text(wanted)
    expect(page).to_have_url(re.compile("sector=food"))
    page.go_back()
    expect(food).not_to_be_checked()
    expect(page).not_to_have_url(re.compile("sector=food"))


def test_an_address_restores_everything(page: Page, site: str) -> None:
    """Words, filters, order and purchase."""
    opened(
        page,
        f"{site}en/catalogue/?q=workers&sector=construction&kind=clause&cpv=45210000&sort=tender&band=B&months=24",
    )
    expect(page.get_by_label("What are you looking for?")).to_have_value("workers")
    expect(page.get_by_role("checkbox", name=re.compile("Construction"))).to_be_checked()
    expect(page.get_by_label("CPV code")).to_have_value("45210000")
    expect(page.get_by_label("Order")).to_have_value("tender")
    expect(page.locator("[data-purchase]")).to_contain_text("24")
    expect(page.locator(".srpp-result__advice").first).to_be_visible()


def test_a_code_finds_the_texts_of_every_group_above_it_and_none_beside(page: Page, site: str) -> None:
    """45210000 stands below 45000000; nothing for clothing serves it."""
    found = hrefs(opened(page, f"{site}en/catalogue/?cpv=45210000-2&kind=clause"))

    assert found
    assert all(item.startswith("construction-") for item in found)


def test_what_is_no_code_is_said_and_not_searched(page: Page, site: str) -> None:
    """The message quotes what was typed, as words."""
    page.goto(f"{site}en/catalogue/")
    page.get_by_label("CPV code").fill("<b>4521</b>")
    page.get_by_label("CPV code").press("Enter")
    expect(page.locator("#cpv-error")).to_contain_text("“<b>4521</b>” is no CPV code")
    expect(page.locator("[data-found]")).to_be_hidden()


@pytest.mark.parametrize("words", ["xyzzyq", "<img src=x onerror=alert(1)>qqq", "apprentice xyzzyq"])
def test_nonsense_finds_nothing_and_ways_out_are_shown(page: Page, site: str, words: str) -> None:
    """Pagefind alone would shorten the word until it fits something."""
    page.goto(f"{site}en/catalogue/")
    page.get_by_label("What are you looking for?").fill(words)
    expect(page.locator("#srpp-count")).to_have_text("Nothing found.")
    expect(page.locator("[data-nothing] li").first).to_be_visible()
    expect(titles(page)).to_have_count(0)


def test_as_in_a_tender_sorts_by_section_and_more_is_shown_on_demand(page: Page, site: str) -> None:
    """Subject matter stands first; going on keeps the focus where the new texts begin, and the address remembers."""
    opened(page, f"{site}en/catalogue/?sector=construction")
    kinds = page.locator(".srpp-result__kind")
    expect(kinds.first).to_have_text("Subject matter of the contract")
    expect(kinds).to_have_count(10)
    page.locator("[data-more]").click()
    expect(kinds).not_to_have_count(10)
    expect(titles(page).nth(10)).to_be_focused()
    shown = kinds.count()
    page.reload()
    expect(kinds).to_have_count(shown)


def test_a_result_goes_into_the_basket_and_out_again(page: Page, site: str) -> None:
    """The head of the page counts along."""
    opened(page, f"{site}en/catalogue/?q=apprentice")
    button = page.locator(f'[data-basket-item="{APPRENTICES}"]')
    expect(button).to_have_accessible_name(re.compile("^Put into basket: "))
    button.click()
    expect(button).to_have_accessible_name(re.compile("^In the basket: "))
    expect(page.locator("[data-srpp-basket-count]")).to_have_text("1")
    button.click()
    expect(page.locator("[data-srpp-basket-count]")).to_be_hidden()


def test_a_slash_leads_to_the_search_but_stays_a_slash_in_a_field(page: Page, site: str) -> None:
    """The whole page works by keyboard."""
    page.goto(f"{site}en/catalogue/")
    page.keyboard.press("/")
    words = page.get_by_label("What are you looking for?")
    expect(words).to_be_focused()
    page.keyboard.type("a/b")
    expect(words).to_have_value("a/b")


def test_nothing_is_loaded_before_somebody_searches(page: Page, site: str) -> None:
    """The index comes with the first search; what counts and filters comes after its first result."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(f"{site}en/catalogue/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/pagefind/" in url]

    page.goto(f"{site}en/catalogue/?q=apprentice")
    expect(titles(page).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    kinds = [url.rpartition(".")[2] for url in asked]
    facets = next(place for place, url in enumerate(asked) if url.endswith("/facets.json"))
    assert kinds.index("pf_fragment") < facets
    assert "pf_filter" not in kinds
    assert not [url for url in asked if not url.startswith(site)]
    assert not [url for url in asked if "worker" in url]


@pytest.mark.parametrize(
    ("locale", "typed", "months", "sector", "band"),
    [
        ("de-AT", "600.000", "", "textiles", "C"),
        ("de-AT", "€ 600.000,-", "", "textiles", "C"),
        ("en", "600,000", "", "construction", "B"),
        ("fr-BE", "40 000", "", "food", "A"),
        ("fr-BE", "40 000", "12", "food", "B"),
        ("nl-BE", "1000000", "", "food", "D"),
        ("nb-NO", "6 000 000 kr", "", "construction", "B"),
    ],
)
def test_a_purchase_gets_its_size_and_leads_to_the_texts(
    page: Page, site: str, locale: str, typed: str, months: str, sector: str, band: str
) -> None:
    """An amount is read as people of the locale write it; length moves a contract up where the register says so."""
    page.goto(f"{site}{locale}/")
    page.locator(f'[name="sector"][value="{sector}"]').check()
    page.locator("#value").fill(typed)
    page.locator("#months").fill(months)
    expect(page.locator("[data-answer]")).to_be_visible()
    page.locator(".srpp-start__go button").click()
    expect(page).to_have_url(re.compile(f"/{locale}/catalogue/\\?sector={sector}&band={band}"))
    expect(titles(page).first).to_be_visible()


@pytest.mark.parametrize(
    ("locale", "typed", "sector"),
    [
        ("en", "workwear", "textiles"),
        ("en", "uniforms", "textiles"),
        ("en", "Workwear for our staff", "textiles"),
        ("en", "a new school building", "construction"),
        ("en", "school meals", "food"),
        ("de-AT", "Textilien", "textiles"),
        ("nl-BE", "Schoolmaaltijden", "food"),
        ("fr-BE", "textile", "textiles"),
        ("nb-NO", "Arbeidsklær og uniformer", "textiles"),
    ],
)
def test_what_is_bought_chooses_the_sector_and_is_not_searched(
    page: Page, site: str, locale: str, typed: str, sector: str
) -> None:
    """Buyers say it in their words; the texts of the sector seldom hold them."""
    page.goto(f"{site}{locale}/")
    page.locator("#what").fill(typed)
    expect(page.locator(f'[name="sector"][value="{sector}"]')).to_be_checked()
    expect(page.locator("#what-said")).not_to_be_empty()
    page.locator("#value").fill("600,000")
    page.locator("#months").fill("24")
    page.locator(".srpp-start__go button").click()
    expect(page).to_have_url(re.compile(f"/{locale}/catalogue/\\?sector={sector}&band=[A-D]&months=24&value=600000$"))
    expect(titles(page).nth(5)).to_be_visible()


def test_a_chosen_sector_stays_and_a_recognised_one_goes_with_its_words(page: Page, site: str) -> None:
    """What the buyer chose is never overruled."""
    page.goto(f"{site}en/")
    sector = page.locator('[name="sector"]:checked')
    page.locator("#what").fill("uniforms")
    expect(sector).to_have_value("textiles")
    page.locator("#what").fill("office chairs")
    expect(sector).to_have_value("")
    page.locator('[name="sector"][value="food"]').check()
    page.locator("#what").fill("uniforms")
    expect(sector).to_have_value("food")


def test_a_topic_is_recognised_and_the_unknown_is_searched(page: Page, site: str) -> None:
    """Words are sent where nothing else is known, with the value that was given."""
    page.goto(f"{site}en/")
    page.locator("#what").fill("child labour")
    page.locator(".srpp-start__go button").click()
    expect(page).to_have_url(re.compile(r"\?topic=child-labour$"))
    page.goto(f"{site}en/")
    page.locator("#what").fill("apprentices")
    page.locator("#value").fill("600.000")
    expect(page.locator("#value-read")).to_contain_text("EUR 600,000 · Choose a sector")
    page.locator(".srpp-start__go button").click()
    expect(page).to_have_url(re.compile(r"\?q=apprentices&value=600000$"))
    expect(page.locator("[data-purchase]")).to_contain_text("EUR 600,000")


@pytest.mark.parametrize("typed", ["€600.000", "600.000", "600,000", "600 000", "EUR 600000"])
@pytest.mark.parametrize("locale", ["en", "de-AT"])
def test_three_digits_behind_a_sign_are_thousands_and_the_value_is_said(
    page: Page, site: str, locale: str, typed: str
) -> None:
    """Nobody buys for six hundred euro and no thousandths."""
    page.goto(f"{site}{locale}/")
    page.locator('[name="sector"][value="textiles"]').check()
    page.locator("#value").fill(typed)
    expect(page.locator("#value-read")).to_have_text(re.compile(r"^EUR\s600[.,\s]000 · \w+"))


def test_filters_without_a_hit_show_the_sector_and_its_pack(page: Page, site: str) -> None:
    """A buyer is never left with one text of another kind, or with none."""
    opened(page, f"{site}en/catalogue/?q=workwear+xyzzyq&sector=textiles&cpv=18110000")
    expect(page.locator("[data-instead]")).to_contain_text("Textiles")
    expect(page.locator("[data-packs]").get_by_role("link", name="Workwear and uniforms")).to_be_visible()
    assert all(item.startswith("textiles-") for item in hrefs(page))


def test_texts_and_pages_are_counted_apart(page: Page, site: str) -> None:
    """A page of the site is no text for a tender."""
    opened(page, f"{site}en/catalogue/?q=wages")
    expect(page.locator("#srpp-count")).to_have_text(re.compile(r"^\d+ texts? and \d+ pages?$"))


def test_the_number_has_the_focus_after_find_and_the_filters_can_be_skipped(page: Page, site: str) -> None:
    """By keyboard nobody walks through thirty boxes to the first result."""
    opened(page, f"{site}en/catalogue/?q=apprentice")
    page.get_by_label("What are you looking for?").fill("wages")
    page.keyboard.press("Enter")
    expect(page.locator("#srpp-count")).to_be_focused()
    page.locator(".srpp-catalogue__go").focus()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to results")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#srpp-count")).to_be_focused()
    expect(page).to_have_url(re.compile(r"\?q=wages$"))


def test_risk_moves_one_size_up_and_packs_that_fit_are_named(page: Page, site: str) -> None:
    """Workwear for 600 000 is a large contract; its pack is made for risk, and fits whether or not risk raised it."""
    page.goto(f"{site}en/")
    page.get_by_label("What do you buy?").fill("18110000")
    page.locator("#value").fill("600000")
    answer = page.locator("[data-answer]")
    expect(answer).to_contain_text("Large contract")
    expect(answer.get_by_role("link", name="Workwear and uniforms")).to_be_visible()
    page.locator("[data-risk]").check()
    expect(answer).to_contain_text("Very large contract")
    expect(answer.get_by_role("link", name="Workwear and uniforms")).to_be_visible()
    page.locator(".srpp-start__go button").click()
    expect(page).to_have_url(re.compile(r"/en/catalogue/\?sector=textiles&cpv=18110000&band=D&value=600000&risk=1$"))
    expect(page.locator("[data-packs]").get_by_role("link", name="Workwear and uniforms")).to_be_visible()


def test_what_is_no_amount_is_said_before_it_is_sent(page: Page, site: str) -> None:
    """The form stays, with the focus on the field."""
    page.goto(f"{site}en/")
    page.locator("#value").fill("a lot")
    page.locator(".srpp-start__go button").click()
    expect(page.locator("#value-error")).to_contain_text("“a lot” is no amount")
    expect(page.locator("#value")).to_be_focused()


def test_the_lists_need_no_script(site: str, browser: object) -> None:
    """Every text can be reached."""
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto(f"{site}nb-NO/catalogue/?q=x")
    expect(page.locator(".srpp-catalogue form")).to_be_hidden()
    page.locator('.srpp-catalogue__lists a[href="clause/"]').click()
    expect(page.locator(".srpp-list__items h3 a").first).to_be_visible()
    context.close()
