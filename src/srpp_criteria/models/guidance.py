# SPDX-License-Identifier: Apache-2.0
"""Guidance for the buyer: when to use an item, when not, and how to keep it in proportion."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from srpp_criteria.models.base import Day, Model, Prose
from srpp_criteria.models.names import BandKeyField, SourceKeyField


class Grade(StrEnum):
    """A coarse grade."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Proportionality(Model):
    """How the item is used, shrunk or left out in one contract-size band."""

    band: BandKeyField
    do: Prose = Field(description="What to do in this band.")


class MarketReadiness(Model):
    """How much of the market can meet the item today."""

    grade: Grade = Field(description="How much of the market can meet it.")
    says: Prose = Field(description="What is known about the market.")
    as_of: Day = Field(description="Day on which this was judged.")
    sources: tuple[SourceKeyField, ...] = Field(default=(), description="Keys of the sources.")


class LegalRisk(Model):
    """How likely the item is attacked, and on which ground."""

    grade: Grade = Field(description="How high the risk is.")
    says: Prose = Field(description="On which ground it can be attacked, and what helps.")


class Guidance(Model):
    """Advice that stands beside the text and is never pasted into it."""

    use_when: Prose = Field(description="Situations in which the item is a good choice.")
    avoid_when: Prose = Field(description="Situations in which the item does harm or is unlawful.")
    proportionality: Annotated[tuple[Proportionality, ...], Field(min_length=1)] = Field(
        description="How to use it in each contract-size band."
    )
    watch_outs: Annotated[tuple[Prose, ...], Field(min_length=1, description="Mistakes that happened to others.")]
    market_readiness: MarketReadiness = Field(description="Whether the market can meet it.")
    legal_risk: LegalRisk = Field(description="How likely it is attacked.")
