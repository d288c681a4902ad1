# SPDX-License-Identifier: Apache-2.0
"""The figures of a parameter as a reader sees them, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.fill import show
from srpp_criteria.edition.locale import Locale
from srpp_criteria.models.parameter import BooleanParameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.models.parameter import Parameter


@dataclass(frozen=True, slots=True)
class Figures:
    """Start value, limits and lock of a parameter as a reader sees them; empty where there is none."""

    default: str
    minimum: str
    maximum: str
    locked: bool


@dataclass(frozen=True, slots=True)
class ChangedParameter:
    """A figure that was changed; `before` is None for one that was added, as with another remedy ladder."""

    name: str
    label: str
    before: Figures | None
    after: Figures
    reason: str = ""


def figures(parameter: Parameter, locale: str, words: Mapping[str, str]) -> Figures:
    """The figures of a parameter as the readers of a locale write them."""
    cldr = Locale.parse(locale).cldr
    low, high = getattr(parameter, "minimum", None), getattr(parameter, "maximum", None)
    return Figures(
        "" if parameter.default is None else shown(parameter, parameter.default, cldr, words),
        "" if low is None else show(parameter, low, cldr),
        "" if high is None else show(parameter, high, cldr),
        parameter.locked,
    )


def shown(parameter: Parameter, value: object, cldr: str, words: Mapping[str, str]) -> str:
    """A value as it is read; yes and no in words."""
    if isinstance(parameter, BooleanParameter):
        return words["yes"] if value else words["no"]
    return show(parameter, value, cldr)
