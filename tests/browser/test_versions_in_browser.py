# SPDX-License-Identifier: Apache-2.0
"""Permanent pages in a browser: a small library with a past, built as the real one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.browser.test_accessibility import AXE, SCHEMES, axe, opened
from tests.checkout import Checkout
from tests.conftest import build_site, served
from tests.site.story import write_story

from srpp_criteria.models.signed import fingerprint_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

__all__ = ["axe"]

PAGES = {
    "newest": "en/fair-pay/2.0.0-r1/",
    "older": "en/fair-pay/1.0.0-r1/",
    "revision": "nb-NO/fair-pay/1.0.0-r2/",
    "replaced": "en/old-pay/1.0.0-r1/",
    "replaced item": "en/old-pay/",
    "list": "en/fair-pay/versions/",
    "list of what is gone": "en/gone-pay/versions/",
    "gone": "en/gone-pay/",
    "changes": "en/fair-pay/1.1.0-r1/changes/",
    "of another age": "en/strange-pay/1.0.0-r1/",
    "sections with a badge": "en/catalogue/selection/",
}


def of_another_age(line: dict[str, Any]) -> None:
    """Make a line one whose kind nobody knows any more."""
    line["entry"]["item"]["kind"] = "covenant"
    line["sha256"] = line["entry"]["sha256"] = fingerprint_of(line["entry"])


@pytest.fixture(scope="module")
def past_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a library with a past; one of its texts no longer fits the models."""
    root = tmp_path_factory.mktemp("past")
    checkout = Checkout(root / "checkout")
    checkout.item("strange-pay", title="Strange pay")
    checkout.damage(checkout.release(checkout.edition("en")["strange-pay"]), of_another_age)
    (checkout.root / "criteria/food/strange-pay.yml").unlink()
    write_story(checkout)
    # Not strict: guides lead to editions that this small library has not.
    given = {"SRPP_LIBRARY": str(checkout.root), "SITE_URL": "https://example.org/srpp/"}
    return build_site(root / "site", "--no-strict", **given)


@pytest.fixture(scope="module")
def past(past_folder: Path) -> Iterator[str]:
    """Its address."""
    yield from served(past_folder)


@pytest.mark.parametrize("name", PAGES)
def test_no_permanent_page_has_a_violation(page: Page, past: str, axe: str, name: str) -> None:
    """WCAG 2.2 AA in light and dark, wide and narrow; nothing is blocked or missing; no sideways scrolling."""
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    opened(page, past + PAGES[name])
    page.evaluate(axe)
    found = {}
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found[f"{width} {scheme}"] = page.evaluate(AXE)
    page.set_viewport_size({"width": 320, "height": 800})

    assert found == {f"{width} {scheme}": [] for width in (1280, 390) for scheme in SCHEMES}
    assert trouble == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_reader_of_an_old_text_gets_to_the_newest_in_two_clicks(page: Page, past: str) -> None:
    """From the address in the stamp, over what changed, to the text that can be filled in."""
    page.goto(past + PAGES["older"])
    page.get_by_role("link", name="See what changed").click()
    expect(page.locator("ins", has_text="all").first).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="2.0.0, revision 1").click()
    page.get_by_role("link", name="Fill it in").click()

    assert page.url == f"{past}en/fair-pay/"


def test_search_engines_are_kept_from_what_is_superseded(page: Page, past: str, past_folder: Path) -> None:
    """Older texts and comparisons ask not to be indexed and are not in the site map; the newest text is."""
    sitemap = (past_folder / "sitemap.xml").read_text(encoding="utf-8")
    robots = {}
    for name in ("newest", "older", "changes", "list"):
        page.goto(past + PAGES[name])
        robots[name] = page.locator("meta[name=robots]").count()

    assert robots == {"newest": 0, "older": 1, "changes": 1, "list": 0}
    assert "/en/fair-pay/2.0.0-r1/" in sitemap
    assert "/en/fair-pay/1.0.0-r1/" not in sitemap
    assert 'hreflang="nb-NO" href="https://example.org/srpp/nb-NO/fair-pay/versions/"' in sitemap


def test_the_head_of_a_page_names_its_feed(page: Page, past: str) -> None:
    """So that a feed reader finds it from any page of the item."""
    for address in ("en/fair-pay/", PAGES["list"], PAGES["older"]):
        page.goto(past + address)
        feeds = page.locator("link[type='application/atom+xml']").evaluate_all("all => all.map(link => link.href)")
        assert f"{past}en/fair-pay/feed.xml" in feeds, address


def test_the_search_finds_what_is_in_use_and_marks_what_is_replaced(page: Page, past: str) -> None:
    """No permanent page is found; a replaced item comes last with its badge."""
    page.goto(f"{past}en/catalogue/?q=pay")
    page.wait_for_selector(".srpp-result >> nth=1")
    found = page.locator(".srpp-result__title a").evaluate_all("all => all.map(a => a.pathname)")
    items = [address for address in found if "-pay/" in address]

    assert items == ["/en/fair-pay/", "/en/old-pay/"]
    assert page.locator(".srpp-result .srpp-replaced").count() == 1
    expect(page.locator(".srpp-result", has_text="Old pay").locator(".srpp-replaced")).to_be_visible()


def test_the_basket_warns_of_a_replaced_text(page: Page, past: str) -> None:
    """And offers its successor."""
    page.goto(f"{past}en/old-pay/")
    page.wait_for_selector("[data-srpp-ready]")
    page.get_by_role("button", name="Put into the basket").click()
    page.goto(f"{past}en/basket/")

    expect(page.get_by_text("has been replaced by").first).to_be_visible()
    page.get_by_role("button", name="Fair and full pay").first.click()
    page.goto(f"{past}en/basket/")
    expect(page.get_by_text("has been replaced by").first).to_be_visible()
