# SPDX-License-Identifier: Apache-2.0
"""What happens after award: indicators, duties of the buyer, remedies, flow-down."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from srpp_criteria.models.base import Model, Note, Number, Prose, Template
from srpp_criteria.models.evidence import Role
from srpp_criteria.models.names import ItemIdField, LadderKeyField, ParameterNameField, PartIdField


class Rhythm(StrEnum):
    """How often something is measured or reported."""

    ONCE = "once"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    PER_DELIVERY = "per-delivery"
    PER_EVENT = "per-event"


class Indicator(Model):
    """One measured quantity that shows whether the promise is kept."""

    id: PartIdField
    indicator: Template = Field(description="What is measured, so that two people get one number.")
    unit: Prose = Field(description="Unit of the number, such as tiers, percent of hours, persons.")
    target: Template = Field(description="Value that must be reached.")
    rhythm: Rhythm = Field(description="How often it is measured.")
    due: Template = Field(description="When the figure is on the checker's desk, counted from a fixed event.")
    reported_by: Role = Field(description="Who reports it.")
    checked_by: Role = Field(description="Who checks it.")
    sheet: ItemIdField | None = Field(default=None, description="The monitoring sheet in which the figure is kept.")


class BuyerDuty(Model):
    """What the contracting authority itself must do, so that the contractor can perform."""

    id: PartIdField
    duty: Template = Field(description="Contract text of the duty.")


class Remedies(Model):
    """What follows a breach: a ladder of the register, with this item's own figures."""

    ladder: LadderKeyField
    figures: dict[ParameterNameField, Number | bool | str] = Field(
        default_factory=dict, description="Defaults of the ladder's parameters that differ for this item."
    )
    specific: Template | None = Field(
        default=None, description="A consequence that only this item has; contract text, printed before the ladder."
    )
    note: Note | None = Field(default=None, description="Why this ladder and these figures.")


class FlowDown(Model):
    """Who else must keep the duty, and how the contractor passes it on."""

    applies_to: Prose = Field(description="Which firms below the contractor are bound.")
    duty: Template = Field(description="Contract text by which the contractor passes the duty on.")
