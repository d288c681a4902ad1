# SPDX-License-Identifier: Apache-2.0
"""The list of all texts by their score can be put into another order, with mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect
from tests.browser.test_accessibility import opened

if TYPE_CHECKING:
    from playwright.sync_api import Page

TITLES = "[...document.querySelectorAll('.qual-list tbody th a')].map(link => link.textContent)"
SHARES = "[...document.querySelectorAll('.qual-list tbody td[data-value]')].map(cell => Number(cell.dataset.value))"


def test_the_list_is_sorted_by_any_column(page: Page, site: str) -> None:
    """A second press turns the order round; assistive technology is told which column it is."""
    opened(page, f"{site}en/quality/")
    texts = page.get_by_role("columnheader", name="Text")
    points = page.get_by_role("columnheader", name="Points")
    by_text, by_points = texts.get_by_role("button"), points.get_by_role("button")

    assert page.evaluate(SHARES) == sorted(page.evaluate(SHARES), reverse=True)
    expect(points).to_have_attribute("aria-sort", "descending")

    by_text.click()
    titles = page.evaluate(TITLES)
    assert titles == page.evaluate(
        "titles => titles.toSorted(new Intl.Collator('en', {numeric: true}).compare)", titles
    )
    expect(texts).to_have_attribute("aria-sort", "ascending")
    expect(points).not_to_have_attribute("aria-sort", "descending")

    by_text.press("Enter")
    expect(texts).to_have_attribute("aria-sort", "descending")
    assert page.evaluate(TITLES)[0] == titles[-1]

    by_points.press("Enter")
    by_points.press("Enter")
    assert page.evaluate(SHARES) == sorted(page.evaluate(SHARES))
