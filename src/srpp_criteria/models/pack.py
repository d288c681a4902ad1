# SPDX-License-Identifier: Apache-2.0
"""Packs: named selections of items for a typical purchase."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from srpp_criteria.models.base import FirstFormat, Model, Number, Prose
from srpp_criteria.models.guidance import Grade
from srpp_criteria.models.item import Status
from srpp_criteria.models.names import (
    BandKeyField,
    CpvCodeField,
    ItemIdField,
    PackIdField,
    ParameterNameField,
    SectorField,
    VersionField,
)


class PackEntry(Model):
    """One item of a pack, its figures for this purchase, and why it is there."""

    item: ItemIdField
    why: Prose = Field(description="One sentence: what the item does for this purchase.")
    parameters: dict[ParameterNameField, Number | bool | str] = Field(
        default_factory=dict, description="Values that differ from the item's defaults; options by their key."
    )
    texts: dict[ParameterNameField, Prose] = Field(
        default_factory=dict, description="Words for text parameters; translated like all words."
    )


class Pack(Model):
    """A selection that fits a typical purchase and keeps the effort in proportion."""

    pack: FirstFormat = Field(default=1, description="Format of this file.")
    id: PackIdField
    version: VersionField
    status: Status = Field(description="draft until a qualified person has reviewed it.")
    title: Prose = Field(description="Name of the purchase.")
    intent: Prose = Field(description="The purchase this pack is for.")
    sectors: Annotated[tuple[SectorField, ...], Field(min_length=1)] = Field(description="Sectors of the purchase.")
    band: BandKeyField
    risk: Grade = Field(description="Risk to workers in the chain of this purchase.")
    cpv: Annotated[tuple[CpvCodeField, ...], Field(min_length=1)] = Field(description="What is bought.")
    items: Annotated[tuple[PackEntry, ...], Field(min_length=3)] = Field(
        description="The items, in the order in which a buyer reads them."
    )
