# SPDX-License-Identifier: Apache-2.0
"""Content comes from strangers. Whatever stands in a title, a clause, a label or a source comes out as words."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from tests.conftest import build_site, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

TIERS = "construction-subcontracting-tier-limit"
HOSTILE = {
    "Limit on the number of subcontracting tiers": "<script>window.hit=1</script> tiers {{ 7*7 }} ]]> & <b>x</b>",
    "Keep the chain below": "<img src=x onerror=window.hit=1> [x](javascript:window.hit=1) Keep the chain below",
    "    title: Limit\n": '    title: \'"><svg onload=window.hit=1> =HYPERLINK("http://example.org","x")\'\n',
    "label: Highest number of subcontracting tiers": 'label: "\'\\"><script>window.hit=1</script>"',
    "unit: tiers\n    default": "unit: '=cmd|''/c calc''!A1'\n    default",
    "Firms in the attendance": "</div></article><script>window.hit=1</script> Firms in the attendance",
    "title: DFØ": "title: '\"><script>window.hit=1</script> ${7*7} DFØ",
}


@pytest.fixture(scope="module")
def hostile_site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose library says hostile things wherever it may say anything."""
    root = tmp_path_factory.mktemp("hostile")
    for folder in ("criteria", "locales"):
        shutil.copytree(repository / folder, root / folder)
    file = root / "criteria" / "construction" / f"{TIERS}.yml"
    text = file.read_text(encoding="utf-8")
    for honest, hostile in HOSTILE.items():
        assert honest in text or honest == "title: DFØ", honest
        text = text.replace(honest, hostile, 1) if honest != "title: DFØ" else text
    file.write_text(text, encoding="utf-8")
    yield from served(build_site(root / "site", SRPP_LIBRARY=str(root)))


@pytest.mark.parametrize(
    "address",
    [
        f"en/{TIERS}/",
        f"en/compare/{TIERS}/",
        "en/",
        "en/catalogue/?q=chain",
        "en/catalogue/clause/",
        "en/sectors/construction/",
        "en/coverage/",
    ],
)
def test_nothing_runs_and_nothing_is_fetched(page: Page, hostile_site: str, address: str) -> None:
    """No script, no event handler, no link that runs, on any page that shows the text."""
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text) if message.type == "error" else None)
    page.goto(hostile_site + address)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.hit") is None
    assert trouble == []
    assert page.locator("a[href^='javascript' i], [onerror], [onload]").count() == 0


def test_hostile_words_are_shown_as_words(page: Page, hostile_site: str) -> None:
    """Nothing is swallowed either: the reader sees what was written."""
    page.goto(f"{hostile_site}en/{TIERS}/")

    assert "<script>window.hit=1</script> tiers {{ 7*7 }} ]]> & <b>x</b>" in page.locator("h1").inner_text()


def test_hostile_words_stay_words_in_basket_word_and_twins(page: Page, hostile_site: str) -> None:
    """What is taken away is as harmless as the page."""
    page.goto(f"{hostile_site}en/{TIERS}/")
    page.wait_for_selector("[data-srpp-ready]")
    page.locator("[data-srpp-do='basket']").click()
    with page.expect_download() as download:
        page.locator("[data-srpp-do='word']").click()
    word = download.value.path().read_bytes()
    page.goto(f"{hostile_site}en/basket/")
    page.wait_for_load_state("networkidle")
    twin = page.request.get(f"{hostile_site}en/{TIERS}/index.json").body()
    markdown = page.request.get(f"{hostile_site}en/{TIERS}/index.md").text()

    assert page.evaluate("window.hit") is None
    assert word.startswith(b"PK")
    assert json.loads(twin)["item"]["title"].startswith("<script>")
    assert "<script>" not in markdown
