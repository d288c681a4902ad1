# SPDX-License-Identifier: Apache-2.0
"""Award criteria are scored exactly as the tender text promises."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.written_cases import written_cases

from srpp_criteria.edition.figures import example_holds
from srpp_criteria.models.item import Criterion
from srpp_criteria.models.names import ItemId
from srpp_criteria.scoring import METHODS, linear, points
from srpp_criteria.shelf.reading import read_shelf

ROOT = Path(__file__).parent.parent.parent
NUMBERS = st.decimals(min_value=0, max_value=1000, places=2)


@pytest.mark.parametrize("case", written_cases("scoring/points.yml"))
def test_an_offer_earns_what_the_rule_says(case: dict[str, Any]) -> None:
    """Or nothing is computed, and the reason is said."""
    numbers = {name: Decimal(str(number)) for name, number in case["numbers"].items()}

    if "refused" in case:
        with pytest.raises(ValueError, match=r".") as caught:
            points(case["method"], **numbers)
        assert case["refused"] in str(caught.value)
    else:
        assert str(points(case["method"], **numbers)) == case["points"]


def test_every_method_has_a_case() -> None:
    """And every method of the register can be computed."""
    shown = {case.values[0]["method"] for case in written_cases("scoring/points.yml")}  # type: ignore[index]
    register = read_shelf(ROOT).registers.scoring_methods

    assert set(METHODS) <= shown
    assert set(register) == set(METHODS)


def _examples() -> list[Any]:
    return [
        pytest.param(item.value, example, id=f"{name} {number}: {example.case[:50]}")
        for name, item in read_shelf(ROOT).items.items()
        if isinstance(item.value, Criterion) and item.value.scoring is not None
        for number, example in enumerate(item.value.scoring.examples, 1)
    ]


@pytest.mark.parametrize(("item", "example"), _examples())
def test_a_worked_example_of_the_library_earns_its_points(item: Criterion, example: Any) -> None:
    """Every example in every award criterion is computed again from the defaults of the item."""
    assert item.scoring is not None
    named = {"weight": item.scoring.weight, **item.scoring.settings}
    fixed = {
        name: getattr(item.parameters[value], "default", None) if isinstance(value, str) else value
        for name, value in named.items()
    }
    numbers = {name: Decimal(str(number)) for name, number in {**fixed, **example.offer}.items()}

    assert points(item.scoring.method, **numbers) == Decimal(str(example.points))


@given(
    weight=NUMBERS,
    floor=NUMBERS,
    width=st.decimals(min_value="0.01", max_value=100, places=2),
    offers=st.tuples(NUMBERS, NUMBERS),
)
def test_a_better_offer_never_earns_less(
    weight: Decimal, floor: Decimal, width: Decimal, offers: tuple[Decimal, Decimal]
) -> None:
    """On the straight line: more is never worse, and points stay between nothing and the weight."""
    worse, better = sorted(offers)
    earned = [linear(weight=weight, floor=floor, ceiling=floor + width, offer=offer) for offer in (worse, better)]

    assert Decimal(0) <= earned[0] <= earned[1] <= weight


def test_an_example_is_left_out_where_its_words_would_be_untrue() -> None:
    """The points of a mark come out with any value, so the words say themselves on which values they rest."""
    item = read_shelf(ROOT).items[ItemId("food-aw-short-chain-diversity")].value
    assert isinstance(item, Criterion)
    assert item.scoring is not None
    defaults = {str(name): getattr(one, "default", None) for name, one in item.parameters.items()}
    six_days = item.scoring.examples[3]
    assert "six days" in six_days.case

    assert example_holds(item.scoring, six_days, defaults)
    assert not example_holds(item.scoring, six_days, defaults | {"lesson_days": 7})
    assert not example_holds(item.scoring, six_days, defaults | {"lesson_days": None})
    assert example_holds(item.scoring, six_days, defaults | {"steps_full": 0})
