# SPDX-License-Identifier: Apache-2.0
"""Figures of a parameter changed by a market or an item, always checked again as a whole."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from srpp_criteria.models.item import Criterion
from srpp_criteria.models.parameter import Parameter
from srpp_criteria.scoring import points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.names import ParameterName
    from srpp_criteria.models.parameter_change import ParameterChange
    from srpp_criteria.models.registers import Ladder
    from srpp_criteria.models.scoring import Scoring, WorkedExample

_PARAMETER: TypeAdapter[Parameter] = TypeAdapter(Parameter)


def changed_parameter(old: Parameter, change: ParameterChange, default: object) -> Parameter:
    """A parameter with the figures that a market or organisation names; what is not named stays.

    Raises:
        ValueError: default and limits no longer fit each other, or have the wrong type.
    """
    given = change.model_dump(mode="json", exclude_none=True, exclude={"reason", "default"})
    if default is not None:
        given["default"] = default
    return _checked({**old.model_dump(mode="json"), **given})


def with_default(old: Parameter, default: object) -> Parameter:
    """A parameter with another start value.

    Raises:
        ValueError: the value has the wrong type or lies outside the limits.
    """
    return _checked({**old.model_dump(mode="json"), "default": default})


def with_market_figures(ladder: Ladder, changes: Mapping[ParameterName, ParameterChange]) -> Ladder:
    """A remedy ladder with the figures of a market, such as amounts in its own currency.

    Raises:
        ValueError: a figure does not fit its parameter.
    """
    wanted = {name: change for name, change in changes.items() if name in ladder.parameters}
    if not wanted:
        return ladder
    parameters = dict(ladder.parameters)
    for name, change in wanted.items():
        parameters[name] = changed_parameter(parameters[name], change, change.default)
    return ladder.model_copy(update={"parameters": parameters})


def examples_that_hold(item: Item) -> Item:
    """An award criterion whose worked examples still earn their points with the present defaults; others fall out."""
    if not isinstance(item, Criterion) or item.scoring is None:
        return item
    numbers: dict[str, Any] = {name: getattr(parameter, "default", None) for name, parameter in item.parameters.items()}
    kept = tuple(example for example in item.scoring.examples if example_holds(item.scoring, example, numbers))
    return item.model_copy(update={"scoring": item.scoring.model_copy(update={"examples": kept})})


def example_holds(scoring: Scoring, example: WorkedExample, numbers: Mapping[str, Any]) -> bool:
    """Whether an example earns what it says, and its words are true, when the parameters have these values."""
    if any(not _equal(numbers.get(name), figure) for name, figure in example.figures.items()):
        return False
    given = {"weight": scoring.weight, **scoring.settings}
    values = {name: numbers.get(value) if isinstance(value, str) else value for name, value in given.items()}
    if any(isinstance(value, bool | str) or value is None for value in values.values()):
        return False
    exact = {name: Decimal(str(value)) for name, value in {**values, **example.offer}.items()}
    try:
        return points(scoring.method, **exact) == Decimal(str(example.points))
    except (ValueError, TypeError):
        return False


def _equal(number: object, figure: float) -> bool:
    if isinstance(number, bool) or not isinstance(number, int | float | Decimal):
        return False
    return Decimal(str(number)) == Decimal(str(figure))


def _checked(fields: dict[str, Any]) -> Parameter:
    try:
        return _PARAMETER.validate_json(json.dumps(fields, ensure_ascii=False))
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"].removeprefix("Value error, ")) from error
