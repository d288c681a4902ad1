# SPDX-License-Identifier: Apache-2.0
"""Links to the forms for proposals fill in fields that the forms have."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from srpp_criteria import Library
from srpp_criteria.site.proposals import (
    adapt_to_a_market,
    correct_a_text,
    propose_an_item,
    tell_what_happened,
)

if TYPE_CHECKING:
    from pathlib import Path

REPOSITORY = "https://example.org/srpp"


def given(link: str) -> dict[str, str]:
    """What a link fills in."""
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def links(repository: Path) -> list[str]:
    """One link of each sort."""
    entry = Library.load(repository).edition("nb-NO")["construction-subcontracting-tier-limit"]
    return [
        correct_a_text(REPOSITORY, entry),
        adapt_to_a_market(REPOSITORY, entry),
        tell_what_happened(REPOSITORY, entry),
        propose_an_item(REPOSITORY, sector="food", topic="living-wage", kind="clause"),
    ]


def test_each_link_fills_in_fields_that_its_form_has(repository: Path) -> None:
    """A form that renames a field would lose what the page knows."""
    for link in links(repository):
        fields = given(link)
        form = yaml.safe_load((repository / ".github" / "ISSUE_TEMPLATE" / fields.pop("template")).read_text("utf-8"))

        assert set(fields) - {"title"} <= {field["id"] for field in form["body"]}


def test_a_correction_names_the_text_by_its_stamp(repository: Path) -> None:
    """Whoever reads the proposal knows item, version, market and words."""
    assert given(links(repository)[0])["stamp"].startswith("srpp:construction-subcontracting-tier-limit@")


@pytest.mark.parametrize("repository_address", ["", "https://example.org/srpp/"])
def test_without_a_repository_there_is_no_link(repository_address: str) -> None:
    """A site that is built from a copy leads nobody astray."""
    link = propose_an_item(repository_address, sector="food")

    assert link == "" if not repository_address else link.startswith("https://example.org/srpp/issues/new?")
