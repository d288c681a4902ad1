# SPDX-License-Identifier: Apache-2.0
"""What one market, or one organisation, changes in one item, and why."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field, model_validator

from srpp_criteria.models.base import Day, Model, Note, Number, Seen, Source
from srpp_criteria.models.evidence import Effort, EvidenceStage, Role
from srpp_criteria.models.item import Condition
from srpp_criteria.models.names import (
    ItemIdField,
    LadderKeyField,
    LawKeyField,
    ParameterNameField,
    PartIdField,
    SourceKeyField,
    StandardKeyField,
    VersionField,
)
from srpp_criteria.models.parameter_change import LanguageTexts, ParameterChange


class Decision(StrEnum):
    """What the market does with an item."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    EXCLUDE = "exclude"


class PartChange(Model):
    """One change to the text: exactly one of replace, after, before, remove names the part it acts on."""

    replace: PartIdField | None = None
    after: PartIdField | None = None
    before: PartIdField | None = None
    remove: PartIdField | None = None
    id: PartIdField | None = Field(default=None, description="Name of the new part, for after and before.")
    title: LanguageTexts | None = None
    languages: LanguageTexts | None = Field(
        default=None, description="The words in every language the market publishes, and an English gloss (en)."
    )
    when: Condition | None = None
    reason: Note | None = None

    @model_validator(mode="after")
    def _one_operation(self) -> PartChange:
        named = [name for name in ("replace", "after", "before", "remove") if getattr(self, name) is not None]
        if len(named) != 1:
            msg = f"a change names exactly one of replace, after, before, remove (found: {', '.join(named) or 'none'})"
            raise ValueError(msg)
        if self.remove is None and self.languages is None:
            msg = f"{named[0]} needs languages: the new words"
            raise ValueError(msg)
        if named[0] in {"after", "before"} and self.id is None:
            msg = f"{named[0]} needs an id for the new part"
            raise ValueError(msg)
        return self


class AddedEvidence(Model):
    """A proof that this market adds."""

    id: PartIdField
    stage: EvidenceStage
    what: LanguageTexts
    given_by: Role
    checked_by: Role
    how_checked: LanguageTexts
    standards: tuple[StandardKeyField, ...] = ()
    form: ItemIdField | None = None
    effort: Effort


class RemediesChange(Model):
    """Another ladder or other figures for this item in this market."""

    ladder: LadderKeyField | None = None
    figures: dict[ParameterNameField, Number | bool | str] = Field(default_factory=dict)
    reason: Note


class GuidanceChange(Model):
    """Advice that holds in this market besides the general one."""

    use_when: LanguageTexts | None = None
    avoid_when: LanguageTexts | None = None
    watch_out: LanguageTexts | None = None


class Mandatory(Model):
    """The law of the market demands the item, from a day and above a threshold."""

    valid_from: Day | None = None
    valid_to: Day | None = None
    threshold: LawKeyField | None = Field(
        default=None, description="Key of the market's fact that holds the threshold."
    )
    scope: LanguageTexts = Field(description="Which contracts are caught.")
    legal_basis: tuple[LawKeyField, ...] = ()
    seen: Seen
    source: SourceKeyField | None = None


class Overlay(Model):
    """The market's decision about one item and the changes that follow from it."""

    item: ItemIdField
    reviewed_for: VersionField = Field(description="Version of the item this was written against.")
    decision: Decision
    reason: Note = Field(description="Why the market adopts, adapts or excludes the item.")
    legal_basis: tuple[LawKeyField, ...] = Field(default=(), description="National provisions that are added.")
    parameters: dict[ParameterNameField, ParameterChange] = Field(default_factory=dict)
    text: tuple[PartChange, ...] = ()
    evidence: tuple[AddedEvidence, ...] = ()
    remedies: RemediesChange | None = None
    guidance: GuidanceChange | None = None
    mandatory: Mandatory | None = None
    sources: tuple[Source, ...] = ()

    @model_validator(mode="after")
    def _decision_fits_the_changes(self) -> Overlay:
        changes = self.parameters or self.text or self.evidence or self.remedies
        if self.decision is not Decision.ADAPT and changes:
            msg = f"decision is {self.decision.value}, but the file changes the item (write decision: adapt)"
            raise ValueError(msg)
        return self
