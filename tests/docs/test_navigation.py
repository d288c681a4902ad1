# SPDX-License-Identifier: Apache-2.0
"""Every page has a way to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def pages_in(nav: Any) -> Iterator[str]:
    """All pages of a part of the navigation, in order."""
    if isinstance(nav, str):
        yield nav
    else:
        for inner in nav.values() if isinstance(nav, dict) else nav:
            yield from pages_in(inner)


@pytest.fixture(scope="module")
def navigation(repository: Path) -> list[str]:
    """The pages in the navigation of the site, in order."""
    text = (repository / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", "")  # a tag of MkDocs' own
    config = yaml.safe_load(text)
    return list(pages_in(config["nav"]))


def test_guides_come_first_and_decisions_last(navigation: list[str]) -> None:
    """Who comes to do something meets the guides; who asks why finds the decisions behind all else."""
    assert navigation[0] == "index.md"
    assert navigation[1:3] == ["guide/index.md", "guide/procurer.md"]
    assert navigation[-1] == "decisions/index.md"


def test_every_written_page_is_in_the_navigation(repository: Path, navigation: list[str]) -> None:
    """A page that nobody finds is not written; those of decisions and checks are found from their index."""
    docs = repository / "docs"
    written = {
        page.relative_to(docs).as_posix()
        for page in docs.rglob("*.md")
        if page.parent.name not in {"decisions", "checks"} or page.name == "index.md"
        if page.name != "guide.md"  # one a language
    }

    assert {page for page in navigation if (docs / page).exists()} == written


def test_the_first_page_leads_to_every_edition(repository: Path) -> None:
    """Whoever publishes a new locale adds its line, in its own language."""
    first = (repository / "docs" / "index.md").read_text(encoding="utf-8")

    assert set(re.findall(r"\]\((en|[a-z]+-[A-Z]{2})/index\.md\)", first)) == set(read_shelf(repository).locales)
