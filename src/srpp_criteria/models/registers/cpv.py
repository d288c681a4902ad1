# SPDX-License-Identifier: Apache-2.0
"""CPV codes in use here. The check digit is looked up, never computed: the official list departs from the rule."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from srpp_criteria.models.base import Line, Model, Note
from srpp_criteria.models.names import CpvCodeField, RegisterKeyField, SectorField
from srpp_criteria.models.registers.provenance import Sourced


class Regime(StrEnum):
    """Which rules of Directive 2014/24/EU a code falls under."""

    WORKS = "works"
    SUPPLIES_OR_SERVICES = "supplies-or-services"
    LIGHT_REGIME = "light-regime"


class CpvEntry(Model):
    """One code with its English label."""

    code: CpvCodeField
    title: Line = Field(description="English label of the code.")
    group: RegisterKeyField = Field(description="Key of the group it is listed under.")
    note: Note | None = Field(default=None, description="What to check when this code is used.")
    unverified: Note | None = Field(default=None, description="Why this row was not matched with the lists.")


class CpvGroup(Model):
    """Codes that are bought together."""

    key: RegisterKeyField
    title: Line = Field(description="Name of the group.")
    sectors: Annotated[tuple[SectorField, ...], Field(min_length=1)] = Field(description="Sectors that buy it.")
    regime: Regime = Field(description="Rules of the directive it falls under.")


class CpvRegister(Sourced):
    """The codes that items and packs may name; the rows were matched with the lists named as sources."""

    register_name: Literal["cpv"] = Field(alias="register", description="Name of this register.")
    groups: Annotated[tuple[CpvGroup, ...], Field(min_length=1)] = Field(description="Groups of codes.")
    entries: Annotated[tuple[CpvEntry, ...], Field(min_length=1)] = Field(description="The entries.")

    @model_validator(mode="after")
    def _groups_exist(self) -> CpvRegister:
        known = {group.key for group in self.groups}
        for entry in self.entries:
            if entry.group not in known:
                raise ValueError(f'code {entry.code} names the unknown group "{entry.group}"')
        return self
