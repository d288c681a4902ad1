# SPDX-License-Identifier: Apache-2.0
"""Every page of a check shows a wrong and a right example, and both are what the page says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from tests.checks.example_library import lay_over, write_library

from srpp_criteria.checks import check_shelf
from srpp_criteria.checks.pages import explained
from srpp_criteria.shelf.reading import read_shelf
from srpp_criteria.source import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

NOT_SHOWN = {
    "SRPP101": "needs a file that cannot be opened",
    "SRPP102": "needs a link",
    "SRPP103": "needs 256 KiB",
    "SRPP104": "needs bytes that are no text",
    "SRPP504": "needs a whole market in a language that the register does not know",
    "SRPP523": "its findings have the codes SRPP140 to SRPP159",
    **dict.fromkeys(
        ("SRPP601", "SRPP605", "SRPP606", "SRPP607", "SRPP608", "SRPP609"), "needs a release (tests/publishing)"
    ),
    "SRPP611": "needs two deprecated items that name each other",
    **dict.fromkeys(("SRPP613", "SRPP614", "SRPP615", "SRPP616", "SRPP617"), "needs a release (tests/publishing)"),
}
"""Codes that no fragment of a text file can show, and why; other tests make them happen."""

SHOWN = [code for code in explained() if code not in NOT_SHOWN]

_EXAMPLE = r"## {}\n+```\w+\n(.*?)```"


def example(code: str, heading: str) -> str:
    """The words of an example on the page of a code."""
    found = re.search(_EXAMPLE.format(heading), explained()[code].body, re.DOTALL)
    assert found is not None, f"the page of {code} has no {heading.lower()} example"
    return found[1]


def codes(tmp_path: Path, repository: Path, code: str, heading: str) -> set[str]:
    """What `srpp check` finds in the small library with the example in it."""
    text = example(code, heading)
    if code < "SRPP119":
        name, _, content = text.removeprefix("# ").partition("\n")
        return {one.code for one in parse_yaml(content.encode(), file=name).diagnostics}
    write_library(tmp_path, repository)
    lay_over(tmp_path, text, whole=False)
    return {one.code for one in check_shelf(read_shelf(tmp_path))}


def test_the_library_of_the_examples_has_no_fault(tmp_path: Path, repository: Path) -> None:
    """What an example shows comes from the example alone."""
    write_library(tmp_path, repository)

    assert [str(one) for one in check_shelf(read_shelf(tmp_path))] == []


@pytest.mark.parametrize("code", SHOWN)
def test_the_wrong_example_gives_exactly_this_code(tmp_path: Path, repository: Path, code: str) -> None:
    """A reader who makes the mistake of the page gets the code of the page and no other."""
    assert codes(tmp_path, repository, code, "Wrong") == {code}


@pytest.mark.parametrize("code", SHOWN)
def test_the_right_example_gives_no_finding(tmp_path: Path, repository: Path, code: str) -> None:
    """Who follows the page is done."""
    assert codes(tmp_path, repository, code, "Right") == set()


def test_what_is_not_shown_is_a_code_of_the_program() -> None:
    """The list of exceptions holds no code that is gone."""
    assert set(NOT_SHOWN) <= set(explained())


@pytest.mark.parametrize("code", list(explained()))
def test_each_page_says_why_and_how_to_mend(code: str) -> None:
    """No code is left without a reason and a way out."""
    body = explained()[code].body

    assert re.search(r"^## Why it matters\n+\S", body, re.MULTILINE)
    assert re.search(r"^## How to mend it\n+\S", body, re.MULTILINE)
