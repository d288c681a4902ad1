# SPDX-License-Identifier: Apache-2.0
"""What happened when a text of this library was used: in the words of those who used it, without names."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from srpp_criteria.models.base import Line, Model, Note, Seen, Url
from srpp_criteria.models.names import ItemIdField, MarketCodeField, RegisterKeyField, VersionField


class Outcome(StrEnum):
    """What came of it."""

    WORKED = "worked"
    PARTLY = "partly"
    FAILED = "failed"
    LEFT_OUT = "left-out"


class Experience(Model):
    """One use of one text; nobody is named, neither person nor firm."""

    key: RegisterKeyField
    item: ItemIdField
    version: VersionField | None = Field(default=None, description="Version that was used; null: see the stamp.")
    stamp: Annotated[str, Field(pattern=r"^srpp:\S+$", max_length=200)] | None = Field(
        default=None, description="Source stamp of the text that was used; null: only the version is known."
    )
    market: MarketCodeField
    year: Annotated[int, Field(ge=2000, le=2100, description="Year in which it was used.")]
    what: Note = Field(description="What happened, in the words of who was there.")
    outcome: Outcome = Field(description="worked, partly, failed, or left-out: it was considered and not used.")
    note: Line | None = Field(default=None, description="What a reader should know about this record.")
    source: Url | None = Field(default=None, description="Address at which it can be read; null: told, not published.")
    seen: Seen

    @model_validator(mode="after")
    def _text_is_known(self) -> Experience:
        if self.version is None and self.stamp is None:
            msg = "an experience names the version or the stamp of the text that was used"
            raise ValueError(msg)
        if self.seen is not None and self.source is None:
            msg = "seen is a day, but there is no source that could have been read (write seen: null)"
            raise ValueError(msg)
        return self


class ExperienceRegister(Model):
    """Experiences from the field; only such that really happened."""

    register_name: Literal["experiences"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[Experience, ...], Field(min_length=1)] = Field(description="The entries.")
