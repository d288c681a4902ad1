# SPDX-License-Identifier: Apache-2.0
"""What all models share: they are frozen, strict and closed, and their words say whether they are translated."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticKnownError


class Model(BaseModel):
    """A frozen value that refuses unknown fields and guesses no types.

    Validation is meant for JSON bytes (`validate_json`): there, and only there, an array may be a tuple and a string a
    date. Schemas are built on first use, so that a short command does not pay for models it never touches.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        defer_build=True,
        allow_inf_nan=False,
        str_strip_whitespace=False,
        validate_default=False,
    )


@dataclass(frozen=True, slots=True)
class Translated:
    """Marks a field whose words stand in the language catalogues.

    `message` is true for an ICU message (a text with typed parameters), false for prose without parameters.
    """

    message: bool = False


Prose = Annotated[str, Translated(), Field(min_length=1, max_length=6000)]
"""Words for a reader, translated; paragraphs, lists and emphasis of CommonMark, no parameters."""

Template = Annotated[str, Translated(message=True), Field(min_length=1, max_length=8000)]
"""Words of a tender or contract, translated; CommonMark with ICU parameters: {name}, plural and select."""

Note = Annotated[str, Field(min_length=1, max_length=4000)]
"""English explanation for the people who keep the library; never translated, never printed into a tender."""

Line = Annotated[str, Field(min_length=1, max_length=400, pattern=r"^[^\n]*$")]
"""One line that is no prose: a title of a source, a number, a proper name."""

Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=800, description="Address, http or https.")]

Day = Annotated[dt.date, Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}-\d{2}$"})]

Seen = Annotated[
    Day | None,
    Field(description="Day on which somebody read this at the named address; null: from memory only, unverified."),
]

Number = Annotated[int | float, Field(description="A number; decimals with a point.")]


def _refuse_truth(value: object) -> object:
    """In Python true equals 1; in a file it does not."""
    if isinstance(value, bool):
        raise PydanticKnownError("int_type")
    return value


FirstFormat = Annotated[Literal[1], BeforeValidator(_refuse_truth)]
"""The number of the file format: 1 so far."""


class Source(Model):
    """Where a fact, a figure or a practice comes from."""

    key: Annotated[
        str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80, description="Kebab-case, unique in this file.")
    ]
    title: Line = Field(description="What it is: title, publisher, year.")
    url: Url | None = Field(default=None, description="Address where it was or can be read; null if none is known.")
    seen: Seen
    supports: Note | None = Field(default=None, description="Which statement or figure rests on it.")
