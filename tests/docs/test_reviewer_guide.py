# SPDX-License-Identifier: Apache-2.0
"""The reviewers' guide says what the files hold and what the checks refuse."""

from __future__ import annotations

import json
import re
from pathlib import Path

from pydantic import TypeAdapter
from tests.docs.fences import fences

from srpp_criteria import Library
from srpp_criteria.models.review import Review, ReviewerRole, ReviewOutcome
from srpp_criteria.source import parse_yaml

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide" / "reviewer.md"


def row(field: str) -> set[str]:
    """The words in code in the row of a field of a review."""
    (cells,) = re.findall(rf"^\| `{field}` \| (.+) \|$", GUIDE.read_text(encoding="utf-8"), re.MULTILINE)
    return set(re.findall(r"`([\w-]+)`", cells))


def test_the_guide_names_every_field_role_and_outcome() -> None:
    """A chair finds the word to enter, and no word that the file would refuse."""
    fields = set(re.findall(r"^\| `(\w+)` \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE))

    assert fields == set(Review.model_fields)
    assert row("role") == {str(role) for role in ReviewerRole}
    assert row("outcome") == {str(outcome) for outcome in ReviewOutcome}


def test_the_example_of_a_record_is_valid() -> None:
    """Whoever copies it and changes the words gets a file that is read."""
    (example,) = [fence for fence in fences(GUIDE) if fence.language == "yaml"]
    data = parse_yaml(example.text.encode(), file="example.yml").data
    assert isinstance(data, dict)

    (review,) = TypeAdapter(tuple[Review, ...]).validate_json(json.dumps(data["reviews"]))

    assert review.role is ReviewerRole.EXPERT_MEETING


def test_both_agendas_stand_in_every_edition() -> None:
    """An expert reads the agenda in his own language, and it ends in the record of reviews."""
    library = Library.load(ROOT)
    agendas = {"shared-expert-meeting-item-review", "shared-expert-meeting-market-adaptation"}

    assert all(agenda in GUIDE.read_text(encoding="utf-8") for agenda in agendas)
    for locale in library.locales:
        edition = library.edition(locale)
        assert [agenda for agenda in sorted(agendas) if not edition[agenda].fill().text] == [], locale
    for agenda in agendas:
        entry = library.edition("en")[agenda]
        assert "the item's reviews" in entry.fill().text
        assert "without any name" in entry.fill().text
