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
from srpp_criteria.models.review import Review
from srpp_criteria.models.scoring import Scoring
from srpp_criteria.models.waiver import Waiver


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
    text: Template = Field(description="The words of the tender or contract.")
    when: Condition | None = Field(default=None, description="The part is there only under this condition.")


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
    see_also: tuple[ItemIdField, ...] = Field(default=(), description="Items worth reading beside this one.")


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

    catalogue: Line = Field(description="Name of the other catalogue.")
    number: Line = Field(description="Number or name there.")
    url: Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$")] | None = Field(
        default=None, description="Address of the entry."
    )
    seen: Day | None = Field(description="Day on which it was read there.")


class Weight(StrEnum):
    """What a new version means for those who hold the old one."""

    FIRST = "first"
    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"


class Change(Model):
    """One version in the history of an item."""

    version: VersionField
    date: Day = Field(description="Day of the change.")
    change: Weight = Field(description="What it means for those who hold the version before.")
    says: Note = Field(description="What changed, in one sentence.")


class _Item(Model):
    id: ItemIdField
    version: VersionField
    status: Status = Field(description="draft until a qualified person has reviewed it.")
    superseded_by: ItemIdField | None = Field(default=None, description="Successor of a deprecated item.")
    sunset: Day | None = Field(
        default=None, description="Day after which a deprecated item is no longer put into new tenders."
    )
    sectors: Annotated[tuple[SectorField, ...], Field(min_length=1)] = Field(description="Sectors it serves.")
    topics: Annotated[tuple[TopicKeyField, ...], Field(min_length=1)] = Field(description="What it is about.")
    level: Level = Field(description="core, advanced or spearhead.")
    title: Prose = Field(description="Name of the item.")
    intent: Prose = Field(description="What the item is for, in at most two sentences.")
    text: Annotated[
        tuple[Part, ...], Field(min_length=1, description="The words that go into the tender, part by part.")
    ]
    parameters: dict[ParameterNameField, Parameter] = Field(
        default_factory=dict, description="Figures and words the buyer fills in, by name."
    )
    guidance: Guidance = Field(description="Advice beside the text.")
    evidence: tuple[Evidence, ...] = Field(default=(), description="Proofs, in the order in which they are due.")
    legal_basis: Annotated[tuple[LawKeyField, ...], Field(min_length=1)] = Field(
        description="Keys of the law it rests on."
    )
    related: Related = Field(default=Related.model_construct(), description="Other items of the chain.")
    codes: Codes = Field(description="CPV, eForms, OCDS and SDG codes.")
    crosswalk: tuple[Crosswalk, ...] = Field(
        default=(), description="Numbers in other catalogues; only such that were seen."
    )
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(
        description="Where facts and figures come from."
    )
    changelog: Annotated[tuple[Change, ...], Field(min_length=1, description="Newest version first.")]
    reviews: tuple[Review, ...] = Field(
        default=(), description="What qualified readers said about one version; roles, never names."
    )
    waivers: tuple[Waiver, ...] = Field(
        default=(), description="Findings of a check that somebody looked at and keeps, with the reason."
    )


class Criterion(_Item):
    """What is asked before award."""

    kind: Literal["criterion"] = Field(default="criterion", description="What is asked before award.")
    stage: Stage = Field(description="Where in the procedure it stands.")
    scoring: Scoring | None = Field(default=None, description="Award criteria only, and there required.")


class Clause(_Item):
    """A contract performance condition: obligation, indicator, evidence, remedy."""

    kind: Literal["clause"] = Field(default="clause", description="A contract performance condition.")
    monitoring: Annotated[tuple[Indicator, ...], Field(min_length=1)] = Field(
        description="Indicators that show whether the promise is kept."
    )
    remedies: Remedies = Field(description="What follows a breach.")
    buyer_duties: Annotated[tuple[BuyerDuty, ...], Field(min_length=1)] = Field(
        description="What the contracting authority itself must do."
    )
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
    label: Prose = Field(description="What is asked.")
    type: FieldType = Field(description="What is entered.")
    required: bool = Field(default=True, description="Whether it may stay empty.")
    help: Prose | None = Field(default=None, description="One sentence that helps to fill it in.")
    options: tuple[Prose, ...] = Field(default=(), description="Answers of a choice.")


class FormSection(Model):
    """Fields that belong together; with `repeat` they are the columns of a table that the bidder fills row by row."""

    id: PartIdField
    title: Prose = Field(description="Heading above the fields.")
    repeat: bool = Field(default=False, description="True: a table with one row for each entry.")
    fields: Annotated[tuple[FormField, ...], Field(min_length=1)] = Field(
        description="The fields, or the columns of the table."
    )


class Form(_Item):
    """An annex: declaration, plan or attestation, handed out as it is."""

    kind: Literal["form"] = Field(default="form", description="An annex handed out as it is.")
    filled_by: Role = Field(description="Who fills it in.")
    sections: Annotated[tuple[FormSection, ...], Field(min_length=1)] = Field(description="Groups of fields.")


class MonitoringSheet(_Item):
    """A register or sheet of indicators kept during the contract."""

    kind: Literal["monitoring-sheet"] = Field(
        default="monitoring-sheet", description="A register or sheet kept during the contract."
    )
    rhythm: Rhythm = Field(description="How often it is handed over.")
    kept_by: Role = Field(description="Who keeps it.")
    checked_by: Role = Field(description="Who checks it.")
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)] = Field(description="Figures computed from it.")
    columns: Annotated[tuple[FormField, ...], Field(min_length=1, description="Columns; one row per record.")]


class Question(Model):
    """A question to the market."""

    id: PartIdField
    question: Prose = Field(description="The question as it is asked.")
    why: Prose = Field(description="Why it is asked and what the answer decides.")
    good_answer: Prose = Field(description="What a good answer looks like.")


class MarketDialogue(_Item):
    """Questions before the tender."""

    kind: Literal["market-dialogue"] = Field(default="market-dialogue", description="Questions before the tender.")
    questions: Annotated[tuple[Question, ...], Field(min_length=3)] = Field(
        description="The questions, in the order of the talk."
    )


class CheckMethod(StrEnum):
    """How a visitor finds out."""

    LOOK = "look"
    INTERVIEW = "interview"
    DOCUMENT = "document"


class VisitCheck(Model):
    """One line of a visit checklist."""

    id: PartIdField
    check: Prose = Field(description="What has to be found out.")
    method: CheckMethod = Field(description="How it is found out.")
    critical: bool = Field(default=False, description="A bad finding here starts the remedies at once.")


class Grade(StrEnum):
    """How grave a finding is; `serious` is what some clauses call `major`."""

    GOOD = "good"
    MINOR = "minor"
    MAJOR = "major"
    SERIOUS = "serious"
    CRITICAL = "critical"


class Finding(Model):
    """One grade of a finding and what follows it."""

    id: Grade = Field(description="The grade.")
    means: Prose = Field(description="What a finding of this grade is.")
    follow_up: Template = Field(description="What follows it.")


class SiteVisit(_Item):
    """A checklist for a site, factory, farm or kitchen."""

    kind: Literal["site-visit"] = Field(default="site-visit", description="A checklist for a visit.")
    checks: Annotated[tuple[VisitCheck, ...], Field(min_length=5)] = Field(
        description="What is looked at, asked or read."
    )
    findings: Annotated[tuple[Finding, ...], Field(min_length=2, description="The scale, from good to critical.")]


class AgendaPoint(Model):
    """One point of a meeting: what is on the table and what is decided."""

    id: PartIdField
    point: Prose = Field(description="What is talked about.")
    material: Prose = Field(description="What lies on the table.")
    decision: Prose = Field(description="What the meeting decides.")
    minutes: Annotated[int, Field(ge=5, le=240)] = Field(description="Length in minutes.")


class ExpertMeeting(_Item):
    """The agenda by which experts review items or settle a question."""

    kind: Literal["expert-meeting"] = Field(default="expert-meeting", description="The agenda of a meeting of experts.")
    agenda: Annotated[tuple[AgendaPoint, ...], Field(min_length=3)] = Field(description="Points in order.")


Item = Annotated[
    Criterion | Clause | Form | MonitoringSheet | MarketDialogue | SiteVisit | ExpertMeeting,
    Field(discriminator="kind"),
]
