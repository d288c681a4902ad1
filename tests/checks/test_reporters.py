# SPDX-License-Identifier: Apache-2.0
"""Every form of a finding leads to the page of its code, and no form invents an address."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from srpp_criteria.checks.addresses import PageAddresses
from srpp_criteria.checks.reporters import as_github, as_json, as_linked_text, as_sarif, as_text
from srpp_criteria.diagnostics import Diagnostic, Place

if TYPE_CHECKING:
    from pathlib import Path

FOUND = [Diagnostic(Place("criteria/food/x.yml", 14, 5), "SRPP203", "award criterion has no secured_by", "name it")]
PAGES = PageAddresses("https://example.org/{code}")
ADDRESS = "https://example.org/SRPP203"


def test_json_has_the_address_of_the_page() -> None:
    """A program shows it; without a known address it is null."""
    assert json.loads(as_json(FOUND, PAGES))[0]["page"] == ADDRESS
    assert json.loads(as_json(FOUND))[0]["page"] is None


def test_sarif_has_name_sentence_and_address_of_the_rule() -> None:
    """Code scanning shows a link at the rule."""
    (rule,) = json.loads(as_sarif(FOUND, PAGES))["runs"][0]["tool"]["driver"]["rules"]

    assert rule["helpUri"] == ADDRESS
    assert rule["name"] == "award-criterion-without-clause"
    assert "helpUri" not in as_sarif(FOUND)


def test_an_annotation_ends_with_the_address() -> None:
    """It stands on a line of its own, in the message of the workflow command."""
    assert as_github(FOUND, PAGES).endswith(f"%0A{ADDRESS}")
    assert "http" not in as_github(FOUND)


def test_a_terminal_can_click_the_code_and_a_file_gets_plain_lines() -> None:
    """OSC 8 around the code, nothing in plain text."""
    assert f"\x1b]8;;{ADDRESS}\x1b\\SRPP203\x1b]8;;\x1b\\ award" in as_linked_text(FOUND, PAGES)
    assert as_linked_text(FOUND) == as_text(FOUND, PAGES) == str(FOUND[0])


def test_the_address_is_that_of_the_site_or_of_the_repository(tmp_path: Path) -> None:
    """The only address stands in mkdocs.yml; a site that is given comes first."""
    (tmp_path / "docs" / "reference" / "checks").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nrepo_url: https://example.org/repo/\n", encoding="utf-8")

    assert PageAddresses.of_checkout(tmp_path).of("SRPP203") == (
        "https://example.org/repo/blob/main/docs/reference/checks/SRPP203.md"
    )
    assert PageAddresses.of_checkout(tmp_path, site="https://example.org/site/").of("SRPP203") == (
        "https://example.org/site/reference/checks/SRPP203/"
    )


@pytest.mark.parametrize("content", [None, b"", b"repo_url: javascript:x\n", b"repo_url: \xff\n"])
def test_without_a_sound_address_there_is_none(tmp_path: Path, content: bytes | None) -> None:
    """A checkout of somebody else, or a broken file, gives no link and no traceback."""
    (tmp_path / "docs" / "reference" / "checks").mkdir(parents=True)
    if content is not None:
        (tmp_path / "mkdocs.yml").write_bytes(content)

    assert PageAddresses.of_checkout(tmp_path).of("SRPP203") is None
    assert PageAddresses.of_checkout(None).of("SRPP203") is None
