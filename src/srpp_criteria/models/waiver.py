# SPDX-License-Identifier: Apache-2.0
"""A finding that somebody looked at and keeps, with the reason beside it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from srpp_criteria.models.base import Line, Model, Note
from srpp_criteria.models.names import LanguageField


class Waiver(Model):
    """One false alarm of one check in this file: it is not reported again, and readers see why."""

    check: Annotated[str, Field(pattern=r"^SRPP[0-9]{3}$", description="Code of the check, such as SRPP303.")]
    at: Line | None = Field(
        default=None, description="Address of the field, such as text.obligation; null: the whole item."
    )
    language: LanguageField | None = Field(default=None, description="Only in this language; null: in every one.")
    reason: Note = Field(description="Why the finding does not apply here.")
