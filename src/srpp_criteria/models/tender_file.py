# SPDX-License-Identifier: Apache-2.0
"""The tender file `*.srpp.yml`: which items a buyer took or left, with which figures, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from srpp_criteria.models.base import Day, FirstFormat, Line, Model, Note, Number
from srpp_criteria.models.names import CpvCodeField, ItemIdField, LocaleField, ParameterNameField, VersionField


class Choice(StrEnum):
    """What the buyer decided about an item."""

    TAKEN = "taken"
    LEFT = "left"


class TenderItem(Model):
    """One item of the tender."""

    item: ItemIdField
    version: VersionField | None = Field(default=None, description="Version that was taken; missing: the present one.")
    revision: Annotated[int, Field(ge=1, le=999_999)] | None = Field(
        default=None,
        description="Revision of that version in the language that was taken; missing: the newest one of the version.",
    )
    decision: Choice = Field(default=Choice.TAKEN, description="taken or left.")
    reason: Note | None = Field(
        default=None, description="Why it was taken or left; printed into the procurement file."
    )
    parameters: dict[ParameterNameField, Number | bool | str] = Field(
        default_factory=dict, description="Values filled in, by parameter name; dates as YYYY-MM-DD."
    )


class TenderFile(Model):
    """A selection that the site, the command line and Python read and write alike."""

    srpp: FirstFormat = Field(description="Format of this file.")
    title: Line = Field(description="Title of the tender.")
    locale: LocaleField
    created: Day | None = Field(default=None, description="Day on which the file was made.")
    cpv: tuple[CpvCodeField, ...] = Field(default=(), description="What is bought.")
    items: Annotated[tuple[TenderItem, ...], Field(min_length=1)] = Field(
        description="What was taken or left, in the buyer's order."
    )
