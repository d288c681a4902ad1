# SPDX-License-Identifier: Apache-2.0
"""Risk hot spots: where in a chain people are harmed. A starting hypothesis, never a criterion about origin."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from srpp_criteria.models.base import Line, Model, Note
from srpp_criteria.models.guidance import Grade
from srpp_criteria.models.names import CpvCodeField, ItemIdField, RegisterKeyField, SectorField, TopicKeyField
from srpp_criteria.models.registers.provenance import Sourced


class Risk(Sourced):
    """One hot spot: a product or trade, a stage, what happens there, and what helps."""

    key: RegisterKeyField
    sector: SectorField
    title: Line = Field(description="Name of the risk.")
    stage: Line = Field(description="Stage of the chain or phase of the work.")
    says: Note = Field(description="What happens to whom.")
    where: Note | None = Field(default=None, description="Where it was documented; about practices, not nationalities.")
    grade: Grade = Field(description="How grave it is.")
    topics: Annotated[tuple[TopicKeyField, ...], Field(min_length=1)] = Field(description="Topics it belongs to.")
    cpv: tuple[CpvCodeField, ...] = Field(default=(), description="What is bought.")
    items: tuple[ItemIdField, ...] = Field(default=(), description="Items of the library that answer the risk.")


class RiskRegister(Model):
    """Risk hot spots by sector."""

    register_name: Literal["risks"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[Risk, ...], Field(min_length=1)] = Field(description="The entries.")
