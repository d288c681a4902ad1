# SPDX-License-Identifier: Apache-2.0
"""What each parameter of an item can put into a sentence."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from srpp_criteria.models.parameter import (
    BooleanParameter,
    ChoiceParameter,
    DateParameter,
    DecimalParameter,
    MoneyParameter,
    PercentageParameter,
    TextParameter,
)
from srpp_criteria.wording import TakesNumber, TakesOption, TakesText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.names import ParameterName
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.wording import Takes


def takes_of(parameters: Mapping[ParameterName, Parameter]) -> dict[str, Takes]:
    """By parameter: numbers between its bounds, one of its options, or text."""
    return {name: _takes(parameter) for name, parameter in parameters.items()}


def citations_of(item: Item) -> set[str]:
    """Placeholders that cite a law of the item's legal basis."""
    return {f"cite_{key.replace('-', '_')}" for key in item.legal_basis}


def _takes(parameter: Parameter) -> Takes:
    match parameter:
        case BooleanParameter():
            return TakesOption(("true", "false"))
        case ChoiceParameter():
            return TakesOption(tuple(option.key for option in parameter.options))
        case TextParameter() | DateParameter():
            return TakesText()
        case DecimalParameter() | PercentageParameter() | MoneyParameter():
            return TakesNumber(Decimal(str(parameter.minimum)), Decimal(str(parameter.maximum)), decimals=True)
        case _:
            return TakesNumber(parameter.minimum, parameter.maximum)
