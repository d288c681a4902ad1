# SPDX-License-Identifier: Apache-2.0
"""A whole pack is put into the basket with one press."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.site.wholes import whole

if TYPE_CHECKING:
    from playwright.sync_api import Page


def basket(page: Page) -> list[dict[str, object]]:
    """What the browser keeps."""
    kept = page.evaluate("localStorage.getItem('srpp-basket')")
    items: list[dict[str, object]] = json.loads(kept)["items"] if kept else []
    return items


def test_a_pack_goes_into_the_basket_with_its_figures_and_reasons(site: str, page: Page) -> None:
    """The texts of the page, the values of the pack, and why each is there; the page says so."""
    pack = whole().editions["nb-NO"].packs["workwear"]
    page.goto(f"{site}nb-NO/packs/workwear/")
    page.locator("[data-srpp-pack]").click()
    page.wait_for_function("document.querySelector('[data-srpp-pack-status]').textContent !== ''")
    kept = {one["item"]: one for one in basket(page)}

    assert list(kept) == [one.item for one in pack.items]
    for one in pack.items:
        assert kept[one.item]["reason"] == one.why
        assert kept[one.item]["parameters"] == {**one.parameters, **one.texts}
    expect(page.locator("[data-srpp-pack-basket]")).to_be_visible()
    assert page.evaluate("JSON.parse(localStorage.getItem('srpp-basket')).title") == pack.title
    in_basket = page.locator("[data-srpp-pack]").get_attribute("data-taken")
    assert in_basket
    assert in_basket in page.locator("[data-srpp-pack]").inner_text()

    page.reload()
    page.wait_for_selector("[data-srpp-pack]:not([hidden])")
    assert in_basket in page.locator("[data-srpp-pack]").inner_text()


def test_a_tender_that_has_a_title_keeps_it(site: str, page: Page) -> None:
    """The pack names only a tender without a name."""
    page.goto(f"{site}nb-NO/packs/workwear/")
    page.evaluate("localStorage.setItem('srpp-basket', JSON.stringify({title: 'Mine', locale: 'nb-NO', items: []}))")
    page.locator("[data-srpp-pack]").click()
    page.wait_for_function("document.querySelector('[data-srpp-pack-status]').textContent !== ''")

    assert page.evaluate("JSON.parse(localStorage.getItem('srpp-basket')).title") == "Mine"


def test_both_buttons_of_a_pack_are_equally_high(site: str, page: Page) -> None:
    """One is a button, the other a link."""
    page.goto(f"{site}nb-NO/packs/workwear/")
    page.wait_for_selector("[data-srpp-pack]:not([hidden])")

    heights = page.locator(".srpp-actions .md-button").evaluate_all("all => all.map(one => one.offsetHeight)")
    assert len(heights) == 2
    assert len(set(heights)) == 1


def test_what_the_buyer_filled_in_stays(site: str, page: Page) -> None:
    """A pack that is taken twice, or after an item of it, does not undo the work."""
    page.goto(f"{site}nb-NO/packs/workwear/")
    page.locator("[data-srpp-pack]").click()
    page.wait_for_function("localStorage.getItem('srpp-basket') !== null")
    page.evaluate(
        """() => {
            const kept = JSON.parse(localStorage.getItem("srpp-basket"));
            kept.items[0].reason = "My own reason";
            localStorage.setItem("srpp-basket", JSON.stringify(kept));
        }"""
    )
    page.locator("[data-srpp-pack]").click()

    assert basket(page)[0]["reason"] == "My own reason"


def test_without_scripts_the_pack_can_be_downloaded(site: str, page: Page) -> None:
    """The button is not there before the script is; the tender file always is."""
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{site}nb-NO/packs/workwear/")

    assert page.locator("[data-srpp-pack]").is_hidden()
    expect(page.locator('a[href="../workwear.srpp.yml"]')).to_be_visible()
