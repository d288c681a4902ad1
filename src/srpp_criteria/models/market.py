# SPDX-License-Identifier: Apache-2.0
"""A national market: its law, how it transposed EU law, its thresholds, dated figures, bodies and words."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from srpp_criteria.models.base import Day, FirstFormat, Line, Model, Note, Number, Seen, Source, Url
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
    number: Line | None = Field(default=None, description="Official number.")
    date: Day | None = Field(default=None, description="Day of the act.")
    url: Url | None = Field(default=None, description="Where it can be read.")
    seen: Seen
    source: SourceKeyField | None = Field(default=None, description="Key of the source in this sheet.")
    note: Note | None = Field(default=None, description="What has to be known about it.")


class Provision(Model):
    """One place in a national act, as it is cited in a tender."""

    key: LawKeyField
    act: LawKeyField = Field(description="Key of the act it stands in.")
    cite: LanguageTexts = Field(description="The full citation as it stands in a tender of that language.")
    says: Note | None = Field(default=None, description="What the provision allows or obliges, in own words.")
    seen: Seen
    source: SourceKeyField | None = Field(default=None, description="Key of the source in this sheet.")


class Transposition(Model):
    """Which national provisions carry an article of EU law."""

    eu: LawKeyField = Field(description="Key of the EU article in registers/laws.yml.")
    national: Annotated[tuple[LawKeyField, ...], Field(min_length=1, description="Keys of provisions of this market.")]
    note: Note | None = Field(default=None, description="What differs from the EU text.")


class DatedValue(Model):
    """A value that holds for some time."""

    value: Number | Line | None = Field(description="The value; null: known to exist, figure not found.")
    valid_from: Day | None = Field(default=None, description="First day; null: unknown.")
    valid_to: Day | None = Field(default=None, description="Last day; null: still valid as far as known.")
    seen: Seen
    source: SourceKeyField | None = Field(default=None, description="Key of the source in this sheet.")
    note: Note | None = Field(default=None, description="What has to be known about the value.")

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
    kind: FactKind = Field(description="What the figure is about.")
    label: LanguageTexts = Field(description="Name of the figure by language.")
    unit: Line | None = Field(default=None, description="Unit or currency, such as NOK, NOK/hour, percent.")
    values: Annotated[tuple[DatedValue, ...], Field(min_length=1, description="Newest first.")]


class NationalDuty(Model):
    """What the law of the market demands whatever the buyer wants."""

    key: LawKeyField
    title: LanguageTexts = Field(description="Name of the duty by language.")
    says: Note = Field(description="What has to be done.")
    topics: tuple[TopicKeyField, ...] = Field(default=(), description="Topics it serves.")
    cpv: tuple[CpvCodeField, ...] = Field(default=(), description="What is bought.")
    legal_basis: tuple[LawKeyField, ...] = Field(default=(), description="Provisions behind it.")
    facts: tuple[LawKeyField, ...] = Field(default=(), description="Facts that hold the threshold or figure.")
    valid_from: Day | None = Field(default=None, description="First day.")
    valid_to: Day | None = Field(default=None, description="Last day.")
    seen: Seen
    source: SourceKeyField | None = Field(default=None, description="Key of the source in this sheet.")


class Body(Model):
    """An authority, register or organisation a buyer or worker turns to."""

    key: LawKeyField
    name: LanguageTexts = Field(description="Native name by language.")
    does: Note = Field(description="What it does for buyers or workers.")
    url: Url | None = Field(default=None, description="Its address.")
    seen: Seen


class Term(Model):
    """A procurement word as this market writes it."""

    term: Line = Field(description="The English term.")
    words: LanguageTexts = Field(description="The words by language.")
    note: Note | None = Field(default=None, description="When the word is used.")
    seen: Seen


class NationalCase(Model):
    """A good-practice case of this market."""

    key: LawKeyField
    authority: Line = Field(description="Public buyer.")
    year: Line = Field(description="Year or years.")
    what: Note = Field(description="What was done.")
    result: Note | None = Field(default=None, description="What came of it; only what was seen.")
    seen: Seen
    source: SourceKeyField | None = Field(default=None, description="Key of the source in this sheet.")


class Market(Model):
    """One national market; regions extend their country."""

    market: MarketCodeField
    extends: MarketCodeField | None = Field(default=None, description="The country of a region.")
    name: LanguageTexts = Field(description="Name of the market by language.")
    status: Status = Field(description="draft until a qualified person of the market has reviewed it.")
    locales: Annotated[tuple[LocaleField, ...], Field(min_length=1, description="Published locales, the first leads.")]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(description="ISO 4217 code.")
    union: UnionStatus = Field(description="Member State or EEA State.")
    checked: Day = Field(description="Day on which this sheet was last looked through as a whole.")
    acts: tuple[NationalAct, ...] = Field(description="National acts and regulations.")
    provisions: tuple[Provision, ...] = Field(description="Places in them that tenders cite.")
    transposition: tuple[Transposition, ...] = Field(description="Which provisions carry which article of EU law.")
    facts: tuple[Fact, ...] = Field(default=(), description="Dated figures.")
    duties: tuple[NationalDuty, ...] = Field(default=(), description="What the law demands whatever the buyer wants.")
    ladders: dict[LadderKeyField, LadderKeyField] = Field(
        default_factory=dict, description="Remedy ladders that this market replaces, and by which."
    )
    ladder_parameters: dict[LadderKeyField, dict[ParameterNameField, ParameterChange]] = Field(
        default_factory=dict, description="Figures of remedy ladders that differ here, such as amounts in kroner."
    )
    bodies: tuple[Body, ...] = Field(default=(), description="Authorities, registers and organisations.")
    terms: tuple[Term, ...] = Field(default=(), description="Procurement words as this market writes them.")
    cases: tuple[NationalCase, ...] = Field(default=(), description="Good-practice cases.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(description="Where the facts come from.")
    open_points: tuple[Note, ...] = Field(default=(), description="What has to be checked before release.")
    format: FirstFormat = Field(default=1, description="Format of this file.")
