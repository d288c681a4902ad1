# SPDX-License-Identifier: Apache-2.0
"""The seven kinds of items, and what they have in common."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from srpp_criteria.models.base import Day, Line, Model, Note, Prose, Source, Template
from srpp_criteria.models.evidence import Evidence, Role
from srpp_criteria.models.guidance import Guidance
from srpp_criteria.models.monitoring import BuyerDuty, FlowDown, Indicator, Remedies, Rhythm
from srpp_criteria.models.names import (
    CpvCodeField,
    ItemIdField,
    LawKeyField,
    ParameterNameField,
    PartIdField,
    SectorField,
    TopicKeyField,
    VersionField,
)
from srpp_criteria.models.parameter import Parameter
from srpp_criteria.models.scoring import Scoring


class Status(StrEnum):
    """How far a text has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DEPRECATED = "deprecated"


class Level(StrEnum):
    """How much an item asks of buyer and market."""

    CORE = "core"
    ADVANCED = "advanced"
    SPEARHEAD = "spearhead"


class Stage(StrEnum):
    """Where in the procedure a criterion stands."""

    SUBJECT_MATTER = "subject-matter"
    EXCLUSION = "exclusion"
    SELECTION = "selection"
    TECHNICAL_SPECIFICATION = "technical-specification"
    AWARD = "award"


class Condition(Model):
    """A part is in the text only when a boolean or choice parameter has this value."""

    parameter: ParameterNameField
    equals: bool | Line = Field(description="true or false for a boolean, the key of an option for a choice.")


class Part(Model):
    """A named part of the text: the unit of translation, national change, comparison and export."""

    id: PartIdField
    title: Prose | None = Field(default=None, description="Short heading of the part, without a number.")
    text: Template
    when: Condition | None = None


class Related(Model):
    """Other items this one stands in a chain with."""

    secured_by: tuple[ItemIdField, ...] = Field(default=(), description="The clauses that make this promise binding.")
    requires: tuple[ItemIdField, ...] = Field(default=(), description="Items without which this one does not work.")
    conflicts_with: tuple[ItemIdField, ...] = Field(
        default=(), description="Items that must not stand in the same tender."
    )
    stricter_than: tuple[ItemIdField, ...] = Field(
        default=(), description="Items this one replaces with a higher demand."
    )
    see_also: tuple[ItemIdField, ...] = ()


class Codes(Model):
    """Codes by which machines find the item."""

    cpv: Annotated[
        tuple[CpvCodeField, ...], Field(min_length=1, description="CPV codes served, with everything below them.")
    ]
    eforms: tuple[Line, ...] = Field(default=(), description="eForms codes, such as acc-ifa or inn-pur.")
    ocds: tuple[Line, ...] = Field(default=(), description="OCDS sustainability codes.")
    sdg: tuple[Annotated[str, Field(pattern=r"^[0-9]{1,2}\.[0-9a-d]{1,2}$")], ...] = Field(
        default=(), description="Targets of the UN Sustainable Development Goals, such as 8.7."
    )


class Crosswalk(Model):
    """The number of a comparable criterion in another catalogue."""

    catalogue: Line
    number: Line
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = None
    seen: Day | None


class Weight(StrEnum):
    """What a new version means for those who hold the old one."""

    FIRST = "first"
    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"


class Change(Model):
    """One version in the history of an item."""

    version: VersionField
    date: Day
    change: Weight
    says: Note


class _Item(Model):
    id: ItemIdField
    version: VersionField
    status: Status
    superseded_by: ItemIdField | None = Field(default=None, description="Successor of a deprecated item.")
    sectors: Annotated[tuple[SectorField, ...], Field(min_length=1)]
    topics: Annotated[tuple[TopicKeyField, ...], Field(min_length=1)]
    level: Level
    title: Prose
    intent: Prose = Field(description="What the item is for, in at most two sentences.")
    text: Annotated[
        tuple[Part, ...], Field(min_length=1, description="The words that go into the tender, part by part.")
    ]
    parameters: dict[ParameterNameField, Parameter] = Field(default_factory=dict)
    guidance: Guidance
    evidence: tuple[Evidence, ...] = ()
    legal_basis: Annotated[tuple[LawKeyField, ...], Field(min_length=1)]
    related: Related = Related.model_construct()
    codes: Codes
    crosswalk: tuple[Crosswalk, ...] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    changelog: Annotated[tuple[Change, ...], Field(min_length=1, description="Newest version first.")]


class Criterion(_Item):
    """What is asked before award."""

    kind: Literal["criterion"] = "criterion"
    stage: Stage
    scoring: Scoring | None = Field(default=None, description="Award criteria only, and there required.")


class Clause(_Item):
    """A contract performance condition: obligation, indicator, evidence, remedy."""

    kind: Literal["clause"] = "clause"
    monitoring: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    remedies: Remedies
    buyer_duties: Annotated[tuple[BuyerDuty, ...], Field(min_length=1)]
    flow_down: FlowDown | None = Field(
        default=None, description="Missing only where no other firm can perform the duty."
    )


class FieldType(StrEnum):
    """What is entered into a field of a form or column of a sheet."""

    TEXT = "text"
    LONG_TEXT = "long-text"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    DATE = "date"
    YES_NO = "yes-no"
    CHOICE = "choice"
    SIGNATURE = "signature"


class FormField(Model):
    """One field of a form, or one column of a sheet."""

    id: PartIdField
    label: Prose
    type: FieldType
    required: bool = True
    help: Prose | None = None
    options: tuple[Prose, ...] = Field(default=(), description="Answers of a choice.")


class FormSection(Model):
    """Fields that belong together; with `repeat` they are the columns of a table that the bidder fills row by row."""

    id: PartIdField
    title: Prose
    repeat: bool = False
    fields: Annotated[tuple[FormField, ...], Field(min_length=1)]


class Form(_Item):
    """An annex: declaration, plan or attestation, handed out as it is."""

    kind: Literal["form"] = "form"
    filled_by: Role
    sections: Annotated[tuple[FormSection, ...], Field(min_length=1)]


class MonitoringSheet(_Item):
    """A register or sheet of indicators kept during the contract."""

    kind: Literal["monitoring-sheet"] = "monitoring-sheet"
    rhythm: Rhythm
    kept_by: Role
    checked_by: Role
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]
    columns: Annotated[tuple[FormField, ...], Field(min_length=1, description="Columns; one row per record.")]


class Question(Model):
    """A question to the market."""

    id: PartIdField
    question: Prose
    why: Prose = Field(description="Why it is asked and what the answer decides.")
    good_answer: Prose = Field(description="What a good answer looks like.")


class MarketDialogue(_Item):
    """Questions before the tender."""

    kind: Literal["market-dialogue"] = "market-dialogue"
    questions: Annotated[tuple[Question, ...], Field(min_length=3)]


class CheckMethod(StrEnum):
    """How a visitor finds out."""

    LOOK = "look"
    INTERVIEW = "interview"
    DOCUMENT = "document"


class VisitCheck(Model):
    """One line of a visit checklist."""

    id: PartIdField
    check: Prose
    method: CheckMethod
    critical: bool = Field(default=False, description="A bad finding here starts the remedies at once.")


class Finding(Model):
    """One grade of a finding and what follows it."""

    id: PartIdField
    means: Prose
    follow_up: Template


class SiteVisit(_Item):
    """A checklist for a site, factory, farm or kitchen."""

    kind: Literal["site-visit"] = "site-visit"
    checks: Annotated[tuple[VisitCheck, ...], Field(min_length=5)]
    findings: Annotated[tuple[Finding, ...], Field(min_length=2, description="The scale, from good to critical.")]


class AgendaPoint(Model):
    """One point of a meeting: what is on the table and what is decided."""

    id: PartIdField
    point: Prose
    material: Prose
    decision: Prose
    minutes: Annotated[int, Field(ge=5, le=240)]


class ExpertMeeting(_Item):
    """The agenda by which experts review items or settle a question."""

    kind: Literal["expert-meeting"] = "expert-meeting"
    agenda: Annotated[tuple[AgendaPoint, ...], Field(min_length=3)]


Item = Annotated[
    Criterion | Clause | Form | MonitoringSheet | MarketDialogue | SiteVisit | ExpertMeeting,
    Field(discriminator="kind"),
]
