# SPDX-License-Identifier: Apache-2.0
"""A national market: its law, how it transposed EU law, its thresholds, dated figures, bodies and words."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from srpp_criteria.models.base import Day, Line, Model, Note, Number, Seen, Source, Url
from srpp_criteria.models.item import Status
from srpp_criteria.models.names import (
    CpvCodeField,
    LadderKeyField,
    LawKeyField,
    LocaleField,
    MarketCodeField,
    ParameterNameField,
    SourceKeyField,
    TopicKeyField,
)
from srpp_criteria.models.parameter_change import LanguageTexts, ParameterChange


class UnionStatus(StrEnum):
    """How EU procurement law reaches the market."""

    EU = "eu"
    EEA = "eea"


class NationalAct(Model):
    """A national act or regulation."""

    key: LawKeyField
    title: LanguageTexts = Field(description="Native title in each language of the market, and an English gloss.")
    short: LanguageTexts = Field(description="Short name or abbreviation used in citations.")
    number: Line | None = None
    date: Day | None = None
    url: Url | None = None
    seen: Seen
    source: SourceKeyField | None = None
    note: Note | None = None


class Provision(Model):
    """One place in a national act, as it is cited in a tender."""

    key: LawKeyField
    act: LawKeyField
    cite: LanguageTexts = Field(description="The full citation as it stands in a tender of that language.")
    says: Note | None = Field(default=None, description="What the provision allows or obliges, in own words.")
    seen: Seen
    source: SourceKeyField | None = None


class Transposition(Model):
    """Which national provisions carry an article of EU law."""

    eu: LawKeyField
    national: Annotated[tuple[LawKeyField, ...], Field(min_length=1, description="Keys of provisions of this market.")]
    note: Note | None = None


class DatedValue(Model):
    """A value that holds for some time."""

    value: Number | Line | None = Field(description="The value; null: known to exist, figure not found.")
    valid_from: Day | None = Field(default=None, description="First day; null: unknown.")
    valid_to: Day | None = Field(default=None, description="Last day; null: still valid as far as known.")
    seen: Seen
    source: SourceKeyField | None = None
    note: Note | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> DatedValue:
        if self.valid_from is not None and self.valid_to is not None and self.valid_to < self.valid_from:
            msg = f"valid_to {self.valid_to} is before valid_from {self.valid_from}"
            raise ValueError(msg)
        return self

    def holds_on(self, day: dt.date) -> bool:
        """Whether the value is in force on a day; an unknown first day counts as begun."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class FactKind(StrEnum):
    """What a dated fact is about."""

    THRESHOLD = "threshold"
    WAGE = "wage"
    QUOTA = "quota"
    LIMIT = "limit"
    PENALTY = "penalty"
    TERM = "term"
    OTHER = "other"


class Fact(Model):
    """A dated figure of the market: a threshold, a wage, a quota, a limit."""

    key: LawKeyField
    kind: FactKind
    label: LanguageTexts
    unit: Line | None = Field(default=None, description="Unit or currency, such as NOK, NOK/hour, percent.")
    values: Annotated[tuple[DatedValue, ...], Field(min_length=1, description="Newest first.")]


class NationalDuty(Model):
    """What the law of the market demands whatever the buyer wants."""

    key: LawKeyField
    title: LanguageTexts
    says: Note
    topics: tuple[TopicKeyField, ...] = ()
    cpv: tuple[CpvCodeField, ...] = ()
    legal_basis: tuple[LawKeyField, ...] = ()
    facts: tuple[LawKeyField, ...] = Field(default=(), description="Facts that hold the threshold or figure.")
    valid_from: Day | None = None
    valid_to: Day | None = None
    seen: Seen
    source: SourceKeyField | None = None


class Body(Model):
    """An authority, register or organisation a buyer or worker turns to."""

    key: LawKeyField
    name: LanguageTexts
    does: Note
    url: Url | None = None
    seen: Seen


class Term(Model):
    """A procurement word as this market writes it."""

    term: Line = Field(description="The English term.")
    words: LanguageTexts
    note: Note | None = None
    seen: Seen


class NationalCase(Model):
    """A good-practice case of this market."""

    key: LawKeyField
    authority: Line
    year: Line
    what: Note
    result: Note | None = None
    seen: Seen
    source: SourceKeyField | None = None


class Market(Model):
    """One national market; regions extend their country."""

    market: MarketCodeField
    extends: MarketCodeField | None = Field(default=None, description="The country of a region.")
    name: LanguageTexts
    status: Status
    locales: Annotated[tuple[LocaleField, ...], Field(min_length=1, description="Published locales, the first leads.")]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    union: UnionStatus
    checked: Day = Field(description="Day on which this sheet was last looked through as a whole.")
    acts: tuple[NationalAct, ...]
    provisions: tuple[Provision, ...]
    transposition: tuple[Transposition, ...]
    facts: tuple[Fact, ...] = ()
    duties: tuple[NationalDuty, ...] = ()
    ladders: dict[LadderKeyField, LadderKeyField] = Field(
        default_factory=dict, description="Remedy ladders that this market replaces, and by which."
    )
    ladder_parameters: dict[LadderKeyField, dict[ParameterNameField, ParameterChange]] = Field(
        default_factory=dict, description="Figures of remedy ladders that differ here, such as amounts in kroner."
    )
    bodies: tuple[Body, ...] = ()
    terms: tuple[Term, ...] = ()
    cases: tuple[NationalCase, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    open_points: tuple[Note, ...] = Field(default=(), description="What has to be checked before release.")
    format: Literal[1] = Field(default=1, description="Format of this file.")
