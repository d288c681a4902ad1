# SPDX-License-Identifier: Apache-2.0
"""The hours of a selection: a paper that several items name counts once, and a band says how much is too much."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any

import pytest
from tests.written_cases import written_cases

from srpp_criteria import Library
from srpp_criteria.edition.burden import Burden, burden_of
from srpp_criteria.models.evidence import Effort, EvidenceStage
from srpp_criteria.models.names import ItemId
from srpp_criteria.models.parameter import Basis, BasisKind
from srpp_criteria.models.registers import BurdenLimits

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.models.item import Item

CASES = written_cases("burden/selections.yml")
JUDGEMENT = Basis(kind=BasisKind.JUDGEMENT, says="It is a test.")


@pytest.fixture(scope="module")
def item(repository: Path) -> Item:
    """A real item, whose proofs a case replaces."""
    return Library.load(repository).edition("en")["construction-subcontracting-tier-limit"].item


def made(name: str, proofs: list[list[Any]], item: Item) -> Item:
    """An item with these proofs: moment, hours of both sides, and the form."""
    evidence = [
        item.evidence[0].model_copy(
            update={
                "stage": EvidenceStage(stage),
                "effort": Effort(bidder_hours=bidder, buyer_hours=buyer),
                "form": ItemId(form[0]) if form else None,
            }
        )
        for stage, bidder, buyer, *form in proofs
    ]
    return item.model_copy(update={"id": ItemId(name), "evidence": tuple(evidence)})


def sums(burden: Burden) -> list[Decimal]:
    """The three sums that a band limits."""
    return [burden.bidder_tender, burden.bidder_contract, burden.buyer]


@pytest.mark.parametrize("case", CASES)
def test_a_selection_costs_the_hours_of_its_case(item: Item, case: dict[str, Any]) -> None:
    """Bidder until the contract, contractor after, buyer in all."""
    burden = burden_of(made(name, proofs, item) for name, proofs in case["items"].items())

    assert sums(burden) == [Decimal(str(hours)) for hours in case["expect"]]


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_items_does_not_change_a_sum(item: Item, case: dict[str, Any]) -> None:
    """A buyer who sorts the basket pays nothing for it."""
    items = [made(name, proofs, item) for name, proofs in case["items"].items()]

    assert all(sums(burden_of(order)) == sums(burden_of(items)) for order in permutations(items))


@pytest.mark.parametrize("case", CASES)
def test_no_item_costs_more_in_company_than_alone(item: Item, case: dict[str, Any]) -> None:
    """Papers are shared, never doubled; and the shares of the items are the sum."""
    items = [made(name, proofs, item) for name, proofs in case["items"].items()]
    burden = burden_of(items)

    for one in items:
        alone, share = burden_of([one]), burden.of(one.id)
        assert share.before.bidder <= alone.bidder_tender
        assert share.after.bidder <= alone.bidder_contract
        assert share.whole.buyer <= alone.buyer
    assert sum(one.whole.buyer for one in burden.items) == burden.buyer


def test_an_item_that_comes_twice_counts_once(item: Item) -> None:
    """A tender file may list a text twice; nobody fills it in twice."""
    one = made("clause", [["start", 4, 1]], item)

    assert sums(burden_of([one, one])) == [0, 4, 1]


def test_the_form_pays_for_itself_and_the_others_for_the_rest(item: Item) -> None:
    """What each item adds is said by item, so that one sees what leaving it out would save."""
    items = [
        made("award", [["tender", 10, 3, "site-form"]], item),
        made("site-form", [["tender", 8, 1]], item),
    ]
    burden = burden_of(items)

    assert {one.item: one.before.bidder for one in burden.items} == {"award": 2, "site-form": 8}
    assert not burden.of("not-taken").whole


def test_only_the_sums_above_their_limits_are_told(item: Item) -> None:
    """At the limit nothing is wrong; above it the three heaviest items are named, the heaviest first."""
    limits = BurdenLimits(bidder_tender=10, bidder_contract=10, buyer=100, basis=JUDGEMENT)
    items = [
        made("at-limit", [["tender", 10, 0]], item),
        *(made(f"clause-{hours}", [["performance", hours, 0]], item) for hours in (1, 4, 2, 5)),
    ]

    (excess,) = burden_of(items).over(limits)

    assert (excess.field, excess.hours, excess.limit) == ("bidder_contract", Decimal(12), Decimal(10))
    assert [(str(name), int(hours)) for name, hours in excess.heaviest] == [
        ("clause-5", 5),
        ("clause-4", 4),
        ("clause-2", 2),
    ]


def test_larger_bands_allow_more(repository: Path) -> None:
    """From band to band each limit grows, for both sides."""
    bands = [band.burden for _, band in sorted(Library.load(repository).shelf.registers.bands.items())]

    for lower, higher in pairwise(bands):
        assert lower.bidder_tender < higher.bidder_tender
        assert lower.bidder_contract < higher.bidder_contract
        assert lower.buyer < higher.buyer
