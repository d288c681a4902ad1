# SPDX-License-Identifier: Apache-2.0
"""axe-core finds nothing on any type of page, in light and dark, on a desktop and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

TIERS = "construction-subcontracting-tier-limit"
PAGES = {
    "root": "",
    "guide": "guide/procurer/",
    "reference": "reference/checks/",
    "api": "reference/api/",
    "start": "nb-NO/",
    "catalogue": "nb-NO/catalogue/?q=arbeid",
    "list": "nb-NO/catalogue/clause/",
    "basket": "nb-NO/basket/",
    "verify": "nb-NO/verify/",
    "clause": f"nb-NO/{TIERS}/",
    "award": "en/construction-award-extra-training-hours/",
    "form": "de-AT/construction-form-labour-compliance-plan/",
    "sheet": "nl-BE/textiles-monitoring-supply-chain-register/",
    "visit": "fr-BE/food-sv-kitchen-canteen/",
    "dialogue": "fr-BE/food-md-global-commodities/",
    "meeting": "en/shared-expert-meeting-item-review/",
    "compare": f"de-AT/compare/{TIERS}/",
    "comparisons": "de-AT/compare/",
    "sectors": "en/sectors/",
    "sector": "en/sectors/textiles/",
    "topics": "en/topics/",
    "topic": "en/topics/living-wage/",
    "packs": "nb-NO/packs/",
    "pack": "nb-NO/packs/workwear/",
    "market": "de-AT/market/",
    "glossary": "fr-BE/glossary/",
    "labels": "en/labels/",
    "coverage": "nl-BE/coverage/",
    "law": "nb-NO/law/",
    "methods": "fr-BE/methods/",
    "cases": "de-AT/cases/",
    "countries": "en/countries/",
    "country": "en/countries/de/",
    "other countries": "en/countries/others/",
    "own country": "nb-NO/countries/no/",
    "core and reasons": "en/coverage/",
    "quality": "en/quality/",
    "data": "en/data/",
}
if any((ROOT / "criteria" / "published").glob("*/nb-NO.jsonl")):  # pages of released texts are there after a release
    PAGES |= {
        "versions": f"nb-NO/{TIERS}/versions/",
        "released clause": f"nb-NO/{TIERS}/1.0.0-r1/",
        "released award": "en/construction-award-extra-training-hours/1.0.0-r1/",
        "released form": "de-AT/construction-form-labour-compliance-plan/1.0.0-r1/",
        "released visit": "fr-BE/food-sv-kitchen-canteen/1.0.0-r1/",
    }
AXE = """() => axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
}).then(found => found.violations.map(one =>
    [one.id, one.help, one.nodes.slice(0, 3).map(node => node.target.join(" ") + " " + node.failureSummary)]))"""


@pytest.fixture(scope="session")
def axe(repository: Path) -> str:
    """axe-core, from the locked packages of the front end."""
    modules = repository / "src" / "srpp_criteria" / "site" / "frontend" / "node_modules"
    return (modules / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def opened(page: Page, address: str) -> None:
    """The page when its scripts are done; without motion, so that nothing is looked at half-way."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_violation(page: Page, site: str, axe: str, name: str) -> None:
    """WCAG 2.2 AA, as EN 301 549 asks of public bodies, as far as a program can tell."""
    opened(page, site + PAGES[name])
    page.evaluate(axe)
    found = {}
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found[f"{width} {scheme}"] = page.evaluate(AXE)

    assert found == {f"{width} {scheme}": [] for width in (1280, 390) for scheme in SCHEMES}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_scrolled_sideways_on_a_narrow_phone(page: Page, site: str, name: str) -> None:
    """At 320 pixels, or at 400 percent on a desktop, text is read in one direction (WCAG 1.4.10)."""
    page.set_viewport_size({"width": 320, "height": 800})
    opened(page, site + PAGES[name])

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
