# SPDX-License-Identifier: Apache-2.0
"""Good-practice cases: what a public buyer did and what came of it, as far as it was read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from srpp_criteria.models.base import Line, Model, Note
from srpp_criteria.models.names import MarketCodeField, RegisterKeyField, SectorField, TopicKeyField
from srpp_criteria.models.registers.provenance import Sourced


class Case(Sourced):
    """One purchase or programme of a public buyer."""

    key: RegisterKeyField
    authority: Line = Field(description="Public buyer.")
    country: MarketCodeField
    sectors: Annotated[tuple[SectorField, ...], Field(min_length=1)] = Field(description="Sectors of the purchase.")
    topics: Annotated[tuple[TopicKeyField, ...], Field(min_length=1)] = Field(description="Topics it serves.")
    year: Line = Field(description='Year or years; "undated" where none was seen.')
    what: Note = Field(description="What the buyer did.")
    result: Note | None = Field(default=None, description="What came of it; null: no result was seen.")
    lesson: Note = Field(description="What a buyer elsewhere can take from it.")


class CaseRegister(Model):
    """Good-practice cases; only such that were read."""

    register_name: Literal["cases"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[Case, ...], Field(min_length=1)] = Field(description="The entries.")
