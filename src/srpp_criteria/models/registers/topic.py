# SPDX-License-Identifier: Apache-2.0
"""Topics: what an item is about, and which need of the community of practice it serves."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from srpp_criteria.models.base import Line, Model, Note, Prose
from srpp_criteria.models.names import SectorField, TopicKeyField


class Need(StrEnum):
    """A need voiced by the community of practice that this library serves."""

    WORKING_CONDITIONS = "working-conditions"
    GENDER_EQUALITY = "gender-equality"
    SUPPLY_CHAIN = "supply-chain"
    DISABILITY_AND_VULNERABILITY = "disability-and-vulnerability"
    ONLINE_SAFETY = "online-safety"
    PRODUCT_SPECIFIC = "product-specific"


class WithoutCore(Model):
    """A sector without a core criterion or clause on the topic, and why that is right; a form may have the topic."""

    sector: SectorField
    reason: Note = Field(description="Why there is none.")


class Topic(Model):
    """One topic."""

    key: TopicKeyField
    title: Prose = Field(description="Name of the topic.")
    says: Note = Field(description="What belongs to the topic, in one or two sentences.")
    need: Need = Field(description="Need of the community of practice it serves.")
    eforms: Annotated[tuple[Line, ...], Field(description="Codes of eForms BT-775 that fit the topic.")] = ()
    no_core: tuple[WithoutCore, ...] = Field(default=(), description="Sectors without a core text, and why.")


class TopicRegister(Model):
    """All topics."""

    register_name: Literal["topics"] = Field(alias="register", description="Name of this register.")
    covers: tuple[SectorField, ...] = Field(
        default=(),
        description="Sectors in which each topic has a core criterion or clause, or a reason under no_core.",
    )
    entries: Annotated[tuple[Topic, ...], Field(min_length=1)] = Field(description="The entries.")
