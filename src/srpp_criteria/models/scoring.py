# SPDX-License-Identifier: Apache-2.0
"""Scoring of award criteria: a method of the register, its settings, and worked examples that are tested."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from srpp_criteria.models.base import Model, Number, Prose, Template
from srpp_criteria.models.names import ParameterNameField, ScoringMethodKeyField


class Anchor(Model):
    """What earns a mark on a quality scale, or a level on a ladder."""

    mark: Annotated[int, Field(ge=0, le=10)] = Field(description="The mark or level.")
    means: Prose = Field(description="What an offer at this mark shows; two evaluators come to one result.")


class WorkedExample(Model):
    """An offer and the points it earns with the default parameters; a test computes it again."""

    case: Prose = Field(description="The offer in words, with its figures.")
    offer: dict[str, Number] = Field(description="Inputs of the scoring method, by name.")
    points: Number = Field(description="Points earned, two decimals.")
    figures: dict[ParameterNameField, Number] = Field(
        default_factory=dict,
        description="Values of parameters on which the words rest; where one is another, the example is left out.",
    )


class Scoring(Model):
    """How points are given."""

    method: ScoringMethodKeyField
    weight: ParameterNameField = Field(description="Parameter that holds the points (or percent) for the best offer.")
    settings: dict[str, ParameterNameField | Number] = Field(
        default_factory=dict, description="Settings of the method: a parameter's name, or a fixed number."
    )
    rule: Template = Field(description="The rule as it stands in the tender documents.")
    anchors: tuple[Anchor, ...] = Field(default=(), description="For quality scales: what each mark means.")
    examples: tuple[WorkedExample, ...] = Field(
        default=(), description="At least three in the base text; a market's edition drops those its figures overtake."
    )
