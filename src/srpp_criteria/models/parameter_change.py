# SPDX-License-Identifier: Apache-2.0
"""Other figures for a parameter, and words by language: what market sheets and overlays are written with."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from srpp_criteria.models.base import Line, Model, Note, Number

LanguageTexts = Annotated[
    dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], Annotated[str, Field(min_length=1, max_length=8000)]],
    Field(min_length=1, description="Words by language, such as nb, de, nl, fr, en."),
]


class ParameterChange(Model):
    """Other figures for one parameter; what is not named stays."""

    default: Number | bool | Line | LanguageTexts | None = Field(
        default=None, description="New start value; for a text parameter words by language."
    )
    minimum: Number | Line | None = Field(default=None, description="New lowest value.")
    maximum: Number | Line | None = Field(default=None, description="New highest value.")
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = Field(
        default=None, description="Currency of an amount."
    )
    locked: bool | None = Field(default=None, description="True: the law fixes the value.")
    reason: Note = Field(description="Why the figure differs here.")
