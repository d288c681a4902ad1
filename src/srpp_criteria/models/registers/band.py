# SPDX-License-Identifier: Apache-2.0
"""Contract-size bands: how much follow-up is in proportion to a contract."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from srpp_criteria.models.base import Line, Model, Note, Number, Prose
from srpp_criteria.models.names import BandKeyField, SectorField
from srpp_criteria.models.parameter import Basis


class BandLimits(Model):
    """From which to which estimated value a contract of a sector belongs to the band."""

    sector: SectorField
    from_value: Annotated[
        Number, Field(ge=0, json_schema_extra={"minimum": 0}, description="Lowest value, without VAT, included.")
    ]
    below_value: Number | None = Field(default=None, description="Value, without VAT, at which the next band starts.")
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(description="ISO 4217 code.")
    also: Note | None = Field(default=None, description="Contracts that belong here whatever their value.")

    @model_validator(mode="after")
    def _is_a_range(self) -> BandLimits:
        if self.below_value is not None and self.below_value <= self.from_value:
            raise ValueError(f"below_value {self.below_value} is not above from_value {self.from_value}")
        return self


# Said twice: Pydantic leaves limits of a union (whole or decimal) out of the schema.
_MostHours = Annotated[Number, Field(gt=0, le=10000, json_schema_extra={"exclusiveMinimum": 0, "maximum": 10000})]


class BurdenLimits(Model):
    """Most hours that all texts of a selection together may cost: one bid, and one round of follow-up."""

    bidder_tender: _MostHours = Field(description="Hours of one bidder until the contract is signed.")
    bidder_contract: _MostHours = Field(
        description="Hours of the contractor from the start on, each proof given once however often it comes back."
    )
    buyer: _MostHours = Field(description="Hours of the buyer, before and after, for one bid and one round.")
    basis: Basis = Field(description="Why the limits are drawn there.")


class Band(Model):
    """One band: its limits by sector, and the follow-up that fits."""

    key: BandKeyField
    title: Prose = Field(description="Name of the band.")
    follow_up: Note = Field(description="Follow-up that is in proportion.")
    limits: Annotated[tuple[BandLimits, ...], Field(min_length=1)] = Field(description="Values by sector.")
    basis: Basis = Field(description="Why the limits are drawn there.")
    burden: BurdenLimits = Field(description="Most hours that a selection for such a contract may cost.")
    threshold: Line | None = Field(default=None, description="EU threshold at which the band starts, if it is one.")


class BandRegister(Model):
    """The bands A to D, and the rule by which risk moves a contract."""

    register_name: Literal["bands"] = Field(alias="register", description="Name of this register.")
    risk_rule: Note = Field(description="When a contract counts as one band higher.")
    entries: Annotated[tuple[Band, ...], Field(min_length=1)] = Field(description="The entries.")
