# SPDX-License-Identifier: Apache-2.0
"""Remedy ladders: what follows a breach, step by step, as text that a contract can carry."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from srpp_criteria.models.base import Model, Note, Prose, Source, Template
from srpp_criteria.models.names import LadderKeyField, ParameterNameField, PartIdField
from srpp_criteria.models.parameter import Parameter


class Actor(StrEnum):
    """Who acts at a step."""

    CONTRACTING_AUTHORITY = "contracting-authority"
    CONTRACTOR = "contractor"


class Step(Model):
    """One rung: who does what, by when."""

    id: PartIdField
    title: Prose = Field(description="Short heading, without a number.")
    who: Actor = Field(description="Who acts.")
    text: Template = Field(description="Contract text of this step.")


class Ladder(Model):
    """Remedies in their order: hearing first, mending before money, termination last."""

    key: LadderKeyField
    title: Prose = Field(description="Name of the ladder.")
    use_when: Note = Field(description="For which breaches this ladder is made.")
    parameters: dict[ParameterNameField, Parameter] = Field(
        description="Figures of the ladder; names start with remedy_, an item may set its own defaults."
    )
    steps: Annotated[tuple[Step, ...], Field(min_length=3)] = Field(description="Steps, the mildest first.")
    skip_rule: Template = Field(description="Contract text: when a step may be skipped.")
    cap_rule: Template = Field(description="Contract text: the limit to all sums under this ladder, and what they are.")
    note: Note | None = Field(default=None, description="Why the steps stand in this order.")
    sources: tuple[Source, ...] = Field(default=(), description="Where its figures come from.")

    @model_validator(mode="after")
    def _names_and_bases_hold(self) -> Ladder:
        known = {source.key for source in self.sources}
        for name, parameter in self.parameters.items():
            if not name.startswith("remedy_"):
                raise ValueError(f'parameter "{name}" of a ladder starts with remedy_ (write remedy_{name})')
            if parameter.basis.source is not None and parameter.basis.source not in known:
                raise ValueError(f'parameter "{name}" names the unknown source "{parameter.basis.source}"')
        return self


class LadderRegister(Model):
    """All remedy ladders; items and markets use them by key."""

    register_name: Literal["remedy-ladders"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[Ladder, ...], Field(min_length=1)] = Field(description="The entries.")
