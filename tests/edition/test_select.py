# SPDX-License-Identifier: Apache-2.0
"""A buyer's question to an edition: by sector, topic, kind, stage, level, code and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import ladder

if TYPE_CHECKING:
    from tests.checkout import Checkout


@pytest.fixture
def shop(checkout: Checkout) -> Checkout:
    """Three items that differ in everything one can ask for."""
    checkout.register("remedy-ladders", entries=[ladder("standard")])
    checkout.item("fair-pay", title="Fair pay for pickers", codes={"cpv": ["15000000-8"]})
    checkout.item(
        "safe-site",
        title="Safe sites",
        stage="exclusion",
        sectors=["construction"],
        topics=["safety"],
        level="advanced",
        codes={"cpv": ["45000000-7"]},
    )
    checkout.clause(
        "pay-slips",
        title="Lærlinger på Straße à Liège",
        sectors=["food", "construction"],
        topics=["pay", "safety"],
        level="spearhead",
        codes={"cpv": ["15800000-6", "45210000-2"]},
    )
    return checkout


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["fair-pay", "pay-slips", "safe-site"]),
        ({"sector": "construction"}, ["pay-slips", "safe-site"]),
        ({"topic": "pay"}, ["fair-pay", "pay-slips"]),
        ({"kind": "clause"}, ["pay-slips"]),
        ({"stage": "selection"}, ["fair-pay"]),
        ({"stage": "exclusion"}, ["safe-site"]),
        ({"level": "advanced"}, ["safe-site"]),
        ({"cpv": "45211000"}, ["pay-slips", "safe-site"]),
        ({"cpv": "15810000-9"}, ["fair-pay", "pay-slips"]),
        ({"text": "PICKERS"}, ["fair-pay"]),
        ({"text": "pay-slips"}, ["pay-slips"]),
        ({"text": "laerlinger"}, []),
        ({"text": "lærlinger liege strasse"}, ["pay-slips"]),
        ({"text": "sites pickers"}, []),
        ({"sector": "food", "topic": "safety"}, ["pay-slips"]),
        ({"kind": "criterion", "cpv": "45000000"}, ["safe-site"]),
        ({"kind": "clause", "stage": "selection"}, []),
        ({"sector": "textiles"}, []),
    ],
    ids=str,
)
def test_a_question_finds_what_meets_all_of_it(shop: Checkout, asked: dict[str, Any], found: list[str]) -> None:
    """Every condition that is given must hold; the order is that of the edition."""
    assert [entry.id for entry in shop.edition("en").select(**asked)] == found


def test_words_are_sought_in_the_language_of_the_edition(shop: Checkout) -> None:
    """A Norwegian reader finds Norwegian words, and not the English original."""
    shop.market("NO")
    shop.decide("NO")
    shop.translate("nb", {"fair-pay:title": "Rettferdig lønn"})

    edition = shop.edition("nb-NO")

    assert [entry.id for entry in edition.select(text="rettferdig lonn")] == []
    assert [entry.id for entry in edition.select(text="RETTFERDIG LØNN")] == ["fair-pay"]
    assert edition.select(text="pickers") == []


def test_an_edition_behaves_like_a_collection(shop: Checkout) -> None:
    """Length, order by id, membership, and an error that knows near names."""
    from srpp_criteria import UnknownItem

    edition = shop.edition("en")

    assert len(edition) == 3
    assert [entry.id for entry in edition] == ["fair-pay", "pay-slips", "safe-site"]
    assert "fair-pay" in edition
    assert "fare-pay" not in edition
    with pytest.raises(UnknownItem, match=r"there is no item \"fare-pay\" in the edition en \(did you mean fair-pay"):
        edition["fare-pay"]
