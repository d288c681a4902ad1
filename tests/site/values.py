# SPDX-License-Identifier: Apache-2.0
"""Values that a buyer could give for an item: the defaults, the limits, each answer, hostile words."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from srpp_criteria.models.parameter import (
    BooleanParameter,
    ChoiceParameter,
    DateParameter,
    DurationParameter,
    IntegerParameter,
    TextParameter,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.parameter import Parameter

HOSTILE = (
    "<script>alert(1)</script> & <b>x</b>",
    "{x} '{y}' ''z'' # {n, plural, other {#}}",
    "*a* _b_ **c** [d](javascript:alert(1)) `e` ~f~ $g$ |h|",
    '=HYPERLINK("http://example.org")',
    "pay\u202eyap \u200bzero\tTab\nLine\u2028Sep \ue000f\ue001g\ue002",
    "- no list\n1. no list",
    "𝔘 naïve ½ “quoted” \u00a0 end",
)


def variants(entry: Entry) -> list[dict[str, Any]]:
    """Ways to fill in an entry, the first by its defaults; between them every answer and every limit is met."""
    makers: list[Callable[[Parameter, int], Any]] = [_lowest, _highest, _ones]
    most = max((len(one.options) for one in entry.parameters.values() if isinstance(one, ChoiceParameter)), default=0)
    makers += [_ones] * max(0, most - len(makers))
    return [{}, *(_filled(entry, maker, number) for number, maker in enumerate(makers))]


def _filled(entry: Entry, maker: Callable[[Parameter, int], Any], number: int) -> dict[str, Any]:
    return {
        name: maker(parameter, number + place * (not isinstance(parameter, ChoiceParameter)))
        for place, (name, parameter) in enumerate(entry.parameters.items())
        if not parameter.locked
    }


def _lowest(parameter: Parameter, number: int) -> Any:  # JSON
    return _limit(parameter, "minimum", number)


def _highest(parameter: Parameter, number: int) -> Any:  # JSON
    return _limit(parameter, "maximum", number)


def _limit(parameter: Parameter, name: str, number: int) -> Any:  # JSON
    match parameter:
        case ChoiceParameter():
            return parameter.options[number % len(parameter.options)].key
        case BooleanParameter():
            return name == "maximum"
        case TextParameter():
            return HOSTILE[number % len(HOSTILE)][: parameter.maximum_length]
        case DateParameter():
            day = getattr(parameter, name)
            return day.isoformat() if day else "2027-01-31"
        case _:
            return getattr(parameter, name)


def _ones(parameter: Parameter, number: int) -> Any:  # JSON
    """One where it is allowed, for the singular; else a number between the limits, with decimals where it may."""
    if isinstance(parameter, ChoiceParameter | BooleanParameter | TextParameter | DateParameter):
        return _limit(parameter, "maximum" if number % 2 else "minimum", number)
    low, high = Decimal(str(parameter.minimum)), Decimal(str(parameter.maximum))
    if low <= 1 <= high:
        return 1
    between = (low + high) / 2
    if isinstance(parameter, IntegerParameter | DurationParameter):
        return int(between)
    return float(between + Decimal("0.25") if between + Decimal("0.25") <= high else between)
