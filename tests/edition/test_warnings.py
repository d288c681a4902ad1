# SPDX-License-Identifier: Apache-2.0
"""Before a tender goes out, its buyer hears what to look at again."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.warning_cases import edition_of, taken_in
from tests.written_cases import written_cases

from srpp_criteria import Library
from srpp_criteria.edition.tender import tender_of
from srpp_criteria.edition.warnings import TenderWarning, WarningKind, sentence_of, warnings_of
from srpp_criteria.models.names import ItemId, ParameterName
from srpp_criteria.models.tender_file import TenderFile, TenderItem

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria import Edition


@pytest.fixture(scope="module")
def edition(repository: Path) -> Edition:
    """The real master edition."""
    return Library.load(repository).edition("en")


@pytest.mark.parametrize("case", written_cases("warnings/tenders.yml"))
def test_a_tender_gives_the_warnings_of_its_case(edition: Edition, case: dict[str, Any]) -> None:
    """Kind, items and names, in this order."""
    made = edition_of(case["items"], edition)
    items = tuple(
        TenderItem.model_construct(item=ItemId(item), parameters={ParameterName(name): values[name] for name in values})
        for item, values in taken_in(case)
    )
    tender = tender_of(TenderFile.model_construct(srpp=1, title="T", locale="en", items=items), made)

    found = warnings_of(tender, on=dt.date.fromisoformat(case["today"]))

    assert [[one.kind.value, list(one.items), list(one.names)] for one in found] == case["expect"]


def test_every_kind_of_warning_has_a_case_and_a_sentence(edition: Edition) -> None:
    """No kind is forgotten, and no sentence keeps a placeholder."""
    shown = {kind for case in written_cases("warnings/tenders.yml") for kind, *_ in case.values[0]["expect"]}  # type: ignore[index]

    assert shown == {kind.value for kind in WarningKind}
    for kind in WarningKind:
        sentence = sentence_of(TenderWarning(kind, ("a-1", "b-2"), ("c-3",)), edition.data.words)
        assert "a-1" in sentence
        assert "{" not in sentence


def test_a_pack_is_a_whole_chain(repository: Path) -> None:
    """A buyer who takes a pack hears nothing of missing, double or conflicting items, in no market.

    What a market has not got yet is named on the page of the pack, and cannot be asked for here.
    """
    library = Library.load(repository)
    for edition in map(library.edition, library.locales):
        for pack in edition.packs.values():
            items = [{"item": item.item} for item in pack.items]
            file = {"srpp": 1, "title": pack.title, "locale": edition.locale, "items": items}
            tender = tender_of(TenderFile.model_validate_json(json.dumps(file)), edition)
            found = warnings_of(tender, on=dt.date(2026, 11, 22))
            kinds = {one.kind for one in found if not one.names or any(name in edition for name in one.names)}
            allowed = {WarningKind.OPEN_BLANK, WarningKind.MANDATORY, WarningKind.DEADLINES}
            assert kinds <= allowed, f"{edition.locale} {pack.id}"
