# SPDX-License-Identifier: Apache-2.0
"""Typed parameters: the figures and words a buyer fills into a text."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from srpp_criteria.models.base import Day, Line, Model, Note, Number, Prose
from srpp_criteria.models.names import SourceKeyField


class BasisKind(StrEnum):
    """How well a default is founded."""

    SEEN = "seen"
    RECALLED = "recalled"
    JUDGEMENT = "judgement"


class Basis(Model):
    """Why the default and the bounds are what they are."""

    kind: BasisKind = Field(
        description="seen = read at the source; recalled = from memory; judgement = our own choice."
    )
    says: Note = Field(description="The reason in one or two sentences.")
    source: SourceKeyField | None = Field(default=None, description="Key of the source; needed when kind is seen.")

    @model_validator(mode="after")
    def _seen_needs_a_source(self) -> Basis:
        if self.kind is BasisKind.SEEN and self.source is None:
            msg = "a basis of kind seen names its source"
            raise ValueError(msg)
        return self


class DurationUnit(StrEnum):
    """Unit of a duration; the sentence around the number carries the noun."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working-days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


class _Parameter(Model):
    label: Prose = Field(description="What the buyer fills in, as a short noun phrase.")
    help: Prose | None = Field(default=None, description="One sentence that helps to choose the value.")
    basis: Basis = Field(description="Why the default and the limits are what they are.")
    locked: bool = Field(default=False, description="True: the market's law fixes the value; nobody may change it.")

    @model_validator(mode="after")
    def _locked_has_a_value(self) -> _Parameter:
        if self.locked and getattr(self, "default", None) is None:
            msg = "a locked parameter has no default (write the value that the law fixes)"
            raise ValueError(msg)
        return self


def _out_of_bounds(says: str) -> PydanticCustomError:
    """An error with a type of its own, so that the diagnostic gets its own code."""
    return PydanticCustomError("bounds", "{says}", {"says": says})


class _Bounded(_Parameter):
    @model_validator(mode="after")
    def _default_within_bounds(self) -> _Bounded:
        low, high, value = (getattr(self, name) for name in ("minimum", "maximum", "default"))
        if low is not None and high is not None and low > high:
            raise _out_of_bounds(f"minimum {low} is above the maximum {high}")
        if value is not None and high is not None and value > high:
            raise _out_of_bounds(
                f"default {value} is above the maximum {high} (lower the default or raise the maximum)"
            )
        if value is not None and low is not None and value < low:
            raise _out_of_bounds(f"default {value} is below the minimum {low} (raise the default or lower the minimum)")
        return self


class IntegerParameter(_Bounded):
    """A whole number, such as a number of tiers."""

    type: Literal["integer"] = Field(default="integer", description="A whole number.")
    unit: Prose | None = Field(
        default=None, description="Unit for the form, such as persons; the sentence carries the noun."
    )
    default: int | None = Field(description="Start value; null: the buyer must fill it in.")
    minimum: int = Field(description="Lowest value that makes sense.")
    maximum: int = Field(description="Highest value that makes sense.")


class DecimalParameter(_Bounded):
    """A number with decimals, such as a factor."""

    type: Literal["decimal"] = Field(default="decimal", description="A number with decimals.")
    unit: Prose | None = Field(default=None, description="Unit for the form; the sentence carries the noun.")
    default: Number | None = Field(description="Start value; null: the buyer must fill it in.")
    minimum: Number = Field(description="Lowest value that makes sense.")
    maximum: Number = Field(description="Highest value that makes sense.")


class PercentageParameter(_Bounded):
    """A percentage: 7 means 7 %."""

    type: Literal["percentage"] = Field(default="percentage", description="A percentage; 7 means 7 %.")
    default: Number | None = Field(description="Start value in percent; null: the buyer must fill it in.")
    minimum: Number = Field(description="Lowest percentage that makes sense.")
    maximum: Number = Field(description="Highest percentage that makes sense.")


class MoneyParameter(_Bounded):
    """An amount of money, excluding VAT unless the text says otherwise."""

    type: Literal["money"] = Field(default="money", description="An amount of money.")
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code, such as EUR.")]
    default: Number | None = Field(description="Start value in units of the currency; null: the buyer must fill it in.")
    minimum: Number = Field(description="Lowest amount that makes sense.")
    maximum: Number = Field(description="Highest amount that makes sense.")


class DurationParameter(_Bounded):
    """A number of hours, days, working days, weeks, months or years."""

    type: Literal["duration"] = Field(default="duration", description="A number of time units.")
    unit: DurationUnit = Field(description="Unit of the number.")
    default: int | None = Field(description="Start value in the unit; null: the buyer must fill it in.")
    minimum: int = Field(description="Lowest number that makes sense.")
    maximum: int = Field(description="Highest number that makes sense.")


class DateParameter(_Bounded):
    """A calendar day."""

    type: Literal["date"] = Field(default="date", description="A calendar day.")
    default: Day | None = Field(description="Start value; null: the buyer must fill it in.")
    minimum: Day | None = Field(default=None, description="First day allowed.")
    maximum: Day | None = Field(default=None, description="Last day allowed.")


class Option(Model):
    """One answer to a choice."""

    key: Annotated[
        str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60, description="Name used in the select of the text.")
    ]
    label: Prose = Field(description="The answer as the buyer reads it.")


class ChoiceParameter(_Parameter):
    """One of a few named answers; the text selects its words by the answer's key."""

    type: Literal["choice"] = Field(default="choice", description="One of a few named answers.")
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=20)] = Field(
        description="The answers, in the order in which they are offered."
    )
    default: Line = Field(description="Key of the option that applies unless the buyer chooses another.")

    @model_validator(mode="after")
    def _default_is_an_option(self) -> ChoiceParameter:
        keys = [option.key for option in self.options]
        if len(set(keys)) != len(keys):
            msg = "two options have the same key"
            raise ValueError(msg)
        if self.default not in keys:
            msg = f'default "{self.default}" is not an option (options: {", ".join(keys)})'
            raise ValueError(msg)
        return self


class BooleanParameter(_Parameter):
    """Yes or no; the text selects its words by true and false, or a part is there only `when` it is true."""

    type: Literal["boolean"] = Field(default="boolean", description="Yes or no.")
    default: bool = Field(description="What applies unless the buyer chooses otherwise.")


class TextParameter(_Parameter):
    """Words of the buyer's own, such as the name of an office."""

    type: Literal["text"] = Field(default="text", description="Words of the buyer's own.")
    default: Prose | None = Field(description="Start value; null: the buyer must fill it in.")
    maximum_length: Annotated[int, Field(ge=1, le=4000)] = Field(default=400, description="Most characters.")

    @field_validator("default")
    @classmethod
    def _one_paragraph(cls, value: str | None) -> str | None:
        if value is not None and "\n" in value:
            msg = "default of a text parameter is one paragraph"
            raise ValueError(msg)
        return value


Parameter = Annotated[
    IntegerParameter
    | DecimalParameter
    | PercentageParameter
    | MoneyParameter
    | DurationParameter
    | DateParameter
    | ChoiceParameter
    | BooleanParameter
    | TextParameter,
    Field(discriminator="type"),
]
