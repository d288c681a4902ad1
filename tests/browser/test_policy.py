# SPDX-License-Identifier: Apache-2.0
"""The site asks nobody else for anything, and its policy forbids that anybody makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

TIERS = "construction-subcontracting-tier-limit"
PAGES = [
    "",
    "guide/procurer/",
    "nb-NO/",
    "nb-NO/catalogue/?q=lærling",
    "nb-NO/basket/",
    "nb-NO/verify/",
    f"nb-NO/{TIERS}/",
    "en/construction-award-labour-compliance-plan/",
    f"de-AT/compare/{TIERS}/",
    "fr-BE/coverage/",
    "nl-BE/market/",
    "en/packs/workwear/",
]


@pytest.mark.parametrize("address", PAGES)
def test_no_request_leaves_the_origin_and_nothing_is_refused(page: Page, site: str, address: str) -> None:
    """No font, no counter, no picture from elsewhere; nothing of our own runs against the policy; no cookie is set."""
    asked: list[str] = []
    trouble: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("console", lambda message: trouble.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto(site + address)
    page.wait_for_load_state("networkidle")

    assert [url for url in asked if not url.startswith((site, "blob:", "data:"))] == []
    assert trouble == []
    assert page.context.cookies() == []


def test_every_page_carries_the_policy(page: Page, site: str) -> None:
    """No inline script, no inline style, no plug-in, no frame, no other host."""
    page.goto(f"{site}nb-NO/{TIERS}/")
    policy = page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content") or ""
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert rules["style-src"] == "'self'"
    assert rules["connect-src"] == "'self'"
    assert "unsafe-inline" not in policy
    assert "http" not in policy
