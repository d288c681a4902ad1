# SPDX-License-Identifier: Apache-2.0
"""Acts, articles, conventions and cases: the keys by which items name the law they rest on."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from srpp_criteria.models.base import Day, Line, Model, Note, Number, Prose, Url
from srpp_criteria.models.names import LawKeyField
from srpp_criteria.models.registers.provenance import Sourced

_Unit = Annotated[str, Field(pattern=r"^[0-9A-Za-z]{1,8}$")]


class ActKind(StrEnum):
    """What sort of text a key stands for."""

    TREATY = "treaty"
    DIRECTIVE = "directive"
    REGULATION = "regulation"
    DECISION = "decision"
    CONVENTION = "convention"
    PROTOCOL = "protocol"
    RECOMMENDATION = "recommendation"
    GUIDANCE = "guidance"
    FRAMEWORK = "framework"
    CASE = "case"


class Moment(StrEnum):
    """Where in the life of a purchase a provision bites."""

    PREPARATION = "preparation"
    CALL = "call"
    EXCLUSION = "exclusion"
    SELECTION = "selection"
    TECHNICAL_SPECIFICATION = "technical-specification"
    AWARD = "award"
    PERFORMANCE = "performance"
    REPORTING = "reporting"


class Locator(Model):
    """A place inside an act, in pieces, so that each language prints it its own way.

    Exactly one of article, annex, recital and principle leads. `through` turns the last piece into a range:
    article 42, paragraph 3, through 6 is "Article 42(3) to (6)".

    >>> Locator(article="57", paragraph="4", point="a").slug
    'art-57-4-a'
    >>> Locator(annex="XII", part="II", point="d").slug
    'annex-xii-part-ii-d'
    """

    article: _Unit | None = Field(default=None, description="Number of the article.")
    annex: _Unit | None = Field(default=None, description="Number of the annex.")
    recital: _Unit | None = Field(default=None, description="Number of the recital.")
    principle: _Unit | None = Field(default=None, description="Number of the principle.")
    part: _Unit | None = Field(default=None, description="Part of an annex.")
    paragraph: _Unit | None = Field(default=None, description="Number of the paragraph.")
    subparagraph: _Unit | None = Field(default=None, description="Number of the subparagraph.")
    point: _Unit | None = Field(default=None, description="Letter or number of the point.")
    through: _Unit | None = Field(default=None, description="Last unit of a range that starts at the smallest piece.")

    @model_validator(mode="after")
    def _one_piece_leads(self) -> Locator:
        leading = [name for name in ("article", "annex", "recital", "principle") if getattr(self, name) is not None]
        if len(leading) != 1:
            found = ", ".join(leading) or "none"
            raise ValueError(f"a place starts with one of article, annex, recital, principle (found: {found})")
        if self.part is not None and self.annex is None:
            raise ValueError("only an annex has parts")
        return self

    @property
    def slug(self) -> str:
        """The end of the key of this place; a range is named by its first unit."""
        pieces = (
            ("art", self.article),
            ("annex", self.annex),
            ("rec", self.recital),
            ("principle", self.principle),
            ("part", self.part),
            ("", self.paragraph),
            ("sub", self.subparagraph),
            ("", self.point),
        )
        return "-".join(word for name, unit in pieces if unit is not None for word in (name, unit.lower()) if word)


class Article(Sourced):
    """One place in an act: what it allows or obliges, and where the limits are."""

    key: LawKeyField = Field(description="Key of the act, and the place: eu-2014-24-art-57-4-a.")
    locator: Locator = Field(description="The place inside the act.")
    says: Note | None = Field(default=None, description="What it allows or obliges, in own words.")
    limits: Note | None = Field(default=None, description="Where the permission ends.")
    stages: tuple[Moment, ...] = Field(default=(), description="Where in the life of a purchase it bites.")
    same_as: LawKeyField | None = Field(default=None, description="Twin in another act that explains it.")

    @model_validator(mode="after")
    def _is_explained(self) -> Article:
        if self.says is None and self.same_as is None:
            raise ValueError("an article says something, or names its twin (add says or same_as)")
        return self


class DateKind(StrEnum):
    """What happens on a day in the life of an act."""

    IN_FORCE = "in-force"
    TRANSPOSITION = "transposition"
    APPLIES = "applies"
    APPLIES_IN_PART = "applies-in-part"


class KeyDate(Sourced):
    """A day from which an act binds somebody."""

    kind: DateKind = Field(description="What happens on the day.")
    date: Day = Field(description="The day.")
    says: Note | None = Field(default=None, description="Whom or what it binds from then on, if not everybody.")


class Threshold(Sourced):
    """The value, without VAT, from which the act applies to a kind of contract."""

    applies_to: Note = Field(description="Which contracts.")
    amount: Number
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="ISO 4217 code.")]
    valid_from: Day = Field(description="First day.")
    valid_to: Day = Field(description="Last day.")
    changed_by: Line | None = Field(default=None, description="Act that set the figure; null: it has not changed.")


class CoreClass(StrEnum):
    """Class of an ILO convention."""

    FUNDAMENTAL = "fundamental"
    GOVERNANCE = "governance"
    TECHNICAL = "technical"


class Act(Sourced):
    """An act, convention, framework or case, with the places in it that items cite."""

    key: LawKeyField
    kind: ActKind = Field(description="What sort of text it is.")
    short: Prose = Field(description="How it is cited in a tender, before the article.")
    title: Line = Field(description="Full title in English.")
    number: Line | None = Field(default=None, description="Official number, such as 2014/24/EU or C-368/10.")
    url: Url | None = Field(default=None, description="Where the text can be read; no claim that somebody read it.")
    says: Note | None = Field(default=None, description="What matters here, or what the court decided, in own words.")
    drafting: Note | None = Field(default=None, description="What follows for somebody who writes a criterion.")
    ecli: Annotated[str, Field(pattern=r"^ECLI:EU:C:[0-9]{4}:[0-9]+$")] | None = Field(
        default=None, description="European Case Law Identifier of a judgment."
    )
    decided: Day | None = Field(default=None, description="Day of the judgment.")
    core: CoreClass | None = Field(default=None, description="Class of an ILO convention.")
    in_annex_x: bool = Field(default=False, description="Listed in Annex X of Directive 2014/24/EU.")
    amended_by: tuple[Line, ...] = Field(default=(), description="Acts that changed it, as far as known.")
    dates: tuple[KeyDate, ...] = Field(default=(), description="Days from which it binds somebody.")
    thresholds: tuple[Threshold, ...] = Field(default=(), description="Contract values from which it applies.")
    articles: tuple[Article, ...] = Field(default=(), description="Places in it that items cite.")

    @model_validator(mode="after")
    def _keys_say_the_place(self) -> Act:
        for article in self.articles:
            expected = f"{self.key}-{article.locator.slug}"
            if article.key != expected:
                raise ValueError(f'key "{article.key}" does not fit its locator (write {expected})')
        return self


_INTERNATIONAL = frozenset({ActKind.CONVENTION, ActKind.PROTOCOL, ActKind.FRAMEWORK})
"""Kinds of texts that are no law of the Union."""


class LawRegister(Model):
    """The law of the Union that items may cite; national law stands in the market sheets."""

    register_name: Literal["laws"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[Act, ...], Field(min_length=1)] = Field(description="The entries.")

    @model_validator(mode="after")
    def _only_acts_of_the_union(self) -> LawRegister:
        for act in self.entries:
            if act.kind is ActKind.CASE:
                raise ValueError(f'"{act.key}" is a judgment (write it into registers/judgments.yml)')
            if act.kind in _INTERNATIONAL:
                raise ValueError(f'"{act.key}" is no act of the Union (write it into registers/conventions.yml)')
        return self


class ConventionRegister(Model):
    """International law that items may cite, and the frameworks of international bodies."""

    register_name: Literal["conventions"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[Act, ...], Field(min_length=1)] = Field(description="The entries.")

    @model_validator(mode="after")
    def _nothing_of_the_union(self) -> ConventionRegister:
        for act in self.entries:
            if act.key.startswith("eu-") or act.kind is ActKind.CASE:
                raise ValueError(f'"{act.key}" is law of the Union (write it into registers/laws.yml or judgments.yml)')
        return self


class JudgmentRegister(Model):
    """Judgments that items may cite by key, like the acts; national judgments stand in the market sheets."""

    register_name: Literal["judgments"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[Act, ...], Field(min_length=1)] = Field(description="The entries.")

    @model_validator(mode="after")
    def _only_judgments(self) -> JudgmentRegister:
        for act in self.entries:
            if act.kind is not ActKind.CASE:
                raise ValueError(f'"{act.key}" is no judgment (write it into registers/laws.yml)')
        return self
