# SPDX-License-Identifier: Apache-2.0
"""What comes out: a verdict for each criterion, their sum, and the next step."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from srpp_criteria.rubric.rubric import MOST_POINTS, NEEDS_OTHERS, POINTS, RUBRIC, Quality, Result

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

Fact: TypeAlias = "int | Decimal | str | dt.date"
"""What a sentence about a text is filled with."""

_HOURS: Mapping[Quality, int] = {rule.quality: rule.hours for rule in RUBRIC}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far a text meets one criterion, and why.

    Attributes:
        quality: the criterion.
        result: how far it is met.
        reason: end of the interface word that says why, behind `site-rubric-`.
        step: end of the interface word that says what to do; empty if nothing is open.
        facts: what both sentences are filled with.
    """

    quality: Quality
    result: Result
    reason: str
    step: str = ""
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def applies(self) -> bool:
        """Whether it counts."""
        return self.result is not Result.NOT_APPLICABLE

    @property
    def points(self) -> int:
        """Points reached."""
        return POINTS[self.result]

    @property
    def gain(self) -> int:
        """Points that are still to be had."""
        return MOST_POINTS - self.points if self.applies else 0


@dataclass(frozen=True, slots=True)
class Score:
    """The verdicts on a text, one for each criterion of the rubric and in its order."""

    verdicts: tuple[Verdict, ...]

    @property
    def points(self) -> int:
        """Points reached."""
        return sum(verdict.points for verdict in self.verdicts)

    @property
    def most(self) -> int:
        """Points that apply to the text."""
        return sum(MOST_POINTS for verdict in self.verdicts if verdict.applies)

    @property
    def most_alone(self) -> int:
        """Points that its authors can reach before anybody else has reviewed or used it."""
        return self.most - sum(verdict.gain for verdict in self.verdicts if verdict.quality in NEEDS_OTHERS)

    @property
    def share(self) -> Fraction:
        """Points reached of points that apply, to put texts in an order."""
        return Fraction(self.points, self.most)

    @property
    def next_step(self) -> Verdict | None:
        """The open criterion that brings the most points an hour; None if nothing is open.

        >>> Score((Verdict(Quality.REMEDY, Result.PARTLY, ""), Verdict(Quality.LAW_SEEN, Result.PARTLY, ""))).next_step
        Verdict(quality=<Quality.LAW_SEEN: 'law-seen'>, ...)
        """
        return next(iter(self.steps), None)

    @property
    def steps(self) -> tuple[Verdict, ...]:
        """All that is open, the best step first."""
        still_open = (verdict for verdict in self.verdicts if verdict.gain)
        return tuple(sorted(still_open, key=_order))


def _order(verdict: Verdict) -> tuple[Fraction, int]:
    """Most points an hour first; of two that are alike the one with less work, and then the order of the rubric."""
    hours = _HOURS[verdict.quality]
    return -Fraction(verdict.gain, hours), hours
