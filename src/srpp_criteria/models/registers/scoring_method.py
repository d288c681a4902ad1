# SPDX-License-Identifier: Apache-2.0
"""Scoring methods: how points are computed, in words; the computation itself lives in code."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from srpp_criteria.models.base import Model, Note, Prose
from srpp_criteria.models.names import LawKeyField, ScoringMethodKeyField

_Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]


class Quantity(Model):
    """A number the method works with, and its unit."""

    name: _Name = Field(description="Name used in the computation.")
    says: Note = Field(description="What it is.")


class ScoringMethod(Model):
    """One way of giving points."""

    key: ScoringMethodKeyField
    title: Prose = Field(description="Name of the method.")
    formula: Prose = Field(description="The rule in words, as a bidder reads it.")
    when: Note = Field(description="For which promises it is good.")
    watch_out: Note = Field(description="What goes wrong with it.")
    settings: tuple[Quantity, ...] = Field(default=(), description="Numbers fixed in the tender documents.")
    offer: Annotated[tuple[Quantity, ...], Field(min_length=1, description="Numbers taken from the offer.")]
    legal_basis: tuple[LawKeyField, ...] = Field(default=(), description="Law it rests on.")
    note: Note | None = Field(default=None, description="For the people who keep the register.")


class ScoringMethodRegister(Model):
    """All scoring methods that award criteria may name."""

    register_name: Literal["scoring-methods"] = Field(alias="register", description="Name of this register.")
    rules: Annotated[tuple[Note, ...], Field(min_length=1, description="Rules that hold for every method.")]
    entries: Annotated[tuple[ScoringMethod, ...], Field(min_length=1)] = Field(description="The entries.")
