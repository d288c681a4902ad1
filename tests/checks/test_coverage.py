# SPDX-License-Identifier: Apache-2.0
"""Each topic of a covered sector has a core text or a reason, and no reason outlives its gap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import REGISTERS, Checkout, ladder

from srpp_criteria.checks import check_shelf
from srpp_criteria.diagnostics import Severity
from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.diagnostics import Diagnostic

REASON = {"sector": "food", "reason": "The kitchen belongs to the buyer."}
PAY, SAFETY = REGISTERS["topics"]["entries"]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A library with one topic that is about to be covered, and one that is not."""
    made = Checkout(tmp_path)
    made.register("remedy-ladders", entries=[ladder("standard")])
    return made


def found(checkout: Checkout) -> list[Diagnostic]:
    """What the two checks find."""
    return [one for one in check_shelf(checkout.shelf) if one.code in {"SRPP406", "SRPP407"}]


def topics(checkout: Checkout, *entries: dict[str, Any], covers: tuple[str, ...] = ("food",)) -> str:
    """Write the register of topics."""
    return checkout.register("topics", covers=list(covers), entries=list(entries))


def test_a_topic_without_core_text_and_reason_is_an_error(checkout: Checkout) -> None:
    """The finding stands at the topic and names the sector."""
    file = topics(checkout, PAY, SAFETY)
    checkout.clause("fair-pay", topics=["pay"])
    (one,) = found(checkout)

    assert (one.code, one.severity) == ("SRPP406", Severity.ERROR)
    assert one.place.line == checkout.line(file, "key: safety")
    assert 'food has no core criterion or clause on "safety"' in one.says


def test_a_reason_answers_it(checkout: Checkout) -> None:
    """The register says why not, and is done."""
    topics(checkout, PAY, {**SAFETY, "no_core": [REASON]})
    checkout.clause("fair-pay", topics=["pay"])

    assert found(checkout) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"level": "advanced"},
        {"status": "deprecated", "superseded_by": "other-pay", "sunset": "2027-01-31"},
        {"sectors": ["textiles"]},
        {
            "kind": "form",
            "filled_by": "bidder",
            "sections": [{"id": "days", "title": "Days", "fields": [{"id": "day", "label": "Day", "type": "date"}]}],
        },
    ],
    ids=["advanced", "deprecated", "other sector", "form"],
)
def test_only_a_core_demand_of_the_sector_that_is_in_use_counts(checkout: Checkout, fields: dict[str, Any]) -> None:
    """An advanced text, a replaced one, one for another sector, and a form leave the topic open."""
    topics(checkout, PAY)
    checkout.item("fair-pay", **fields)

    assert [one.code for one in found(checkout)] == ["SRPP406"]


def test_a_reason_for_a_topic_with_a_core_text_is_a_warning(checkout: Checkout) -> None:
    """It stands at the reason and names the text."""
    file = topics(checkout, {**PAY, "no_core": [REASON]})
    checkout.item("fair-pay")
    (one,) = found(checkout)

    assert (one.code, one.severity) == ("SRPP407", Severity.WARNING)
    assert one.place.line == checkout.line(file, "sector: food")
    assert "fair-pay" in one.says


def test_a_sector_that_is_not_covered_may_grow_text_by_text(checkout: Checkout) -> None:
    """A new sector, and a small checkout, are left alone."""
    topics(checkout, PAY, SAFETY, covers=())
    checkout.item("fair-pay")

    assert found(checkout) == []


def test_the_shelf_of_this_library_has_no_gap_without_reason(repository: Path) -> None:
    """It covers three sectors, and every reason explains a gap."""
    shelf = read_shelf(repository)
    register = shelf.registers.files["topics"].value

    assert set(register.covers) == {"construction", "textiles", "food"}  # type: ignore[attr-defined]  # its model
    assert [str(one) for one in check_shelf(shelf) if one.code in {"SRPP406", "SRPP407"}] == []
