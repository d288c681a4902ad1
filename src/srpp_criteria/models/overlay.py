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
from srpp_criteria.models.waiver import Waiver


class Decision(StrEnum):
    """What the market does with an item."""

    ADOPT = "adopt"
    ADAPT = "adapt"
    EXCLUDE = "exclude"


class PartChange(Model):
    """One change to the text: exactly one of replace, after, before, remove names the part it acts on."""

    replace: PartIdField | None = Field(default=None, description="Part whose words are replaced.")
    after: PartIdField | None = Field(default=None, description="Part after which a new one is put.")
    before: PartIdField | None = Field(default=None, description="Part before which a new one is put.")
    remove: PartIdField | None = Field(default=None, description="Part that is taken out.")
    id: PartIdField | None = Field(default=None, description="Name of the new part, for after and before.")
    title: LanguageTexts | None = Field(default=None, description="Heading of the new words, by language.")
    languages: LanguageTexts | None = Field(
        default=None, description="The words in every language the market publishes, and an English gloss (en)."
    )
    when: Condition | None = Field(default=None, description="Condition of the new part.")
    reason: Note | None = Field(default=None, description="Why the words differ here.")

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
    stage: EvidenceStage = Field(description="When the proof is due.")
    what: LanguageTexts = Field(description="What is handed in, by language.")
    given_by: Role = Field(description="Who hands it in.")
    checked_by: Role = Field(description="Who checks it.")
    how_checked: LanguageTexts = Field(description="What the checker does, by language.")
    standards: tuple[StandardKeyField, ...] = Field(
        default=(), description="Standards or labels accepted as proof, or equivalent."
    )
    form: ItemIdField | None = Field(default=None, description="The form or sheet that is used.")
    effort: Effort = Field(description="Hours it costs both sides.")


class RemediesChange(Model):
    """Another ladder or other figures for this item in this market."""

    ladder: LadderKeyField | None = Field(default=None, description="Another ladder of the register.")
    figures: dict[ParameterNameField, Number | bool | str] = Field(
        default_factory=dict, description="Other figures of the ladder."
    )
    reason: Note = Field(description="Why the remedies differ here.")


class GuidanceChange(Model):
    """Advice that holds in this market besides the general one."""

    use_when: LanguageTexts | None = Field(default=None, description="Further situations for it, by language.")
    avoid_when: LanguageTexts | None = Field(default=None, description="Further situations against it, by language.")
    watch_out: LanguageTexts | None = Field(default=None, description="A further mistake to avoid, by language.")


class Mandatory(Model):
    """The law of the market demands the item, from a day and above a threshold."""

    valid_from: Day | None = Field(default=None, description="First day of the duty; null: unknown.")
    valid_to: Day | None = Field(default=None, description="Last day; null: still in force as far as known.")
    threshold: LawKeyField | None = Field(
        default=None, description="Key of the market's fact that holds the threshold."
    )
    scope: LanguageTexts = Field(description="Which contracts are caught.")
    legal_basis: tuple[LawKeyField, ...] = Field(default=(), description="National provisions behind it.")
    seen: Seen
    source: SourceKeyField | None = Field(
        default=None, description="Key of the source in this file or in the market sheet."
    )


class Overlay(Model):
    """The market's decision about one item and the changes that follow from it."""

    item: ItemIdField
    reviewed_for: VersionField = Field(description="Version of the item this was written against.")
    decision: Decision = Field(description="adopt, adapt or exclude.")
    reason: Note = Field(description="Why the market adopts, adapts or excludes the item.")
    legal_basis: tuple[LawKeyField, ...] = Field(default=(), description="National provisions that are added.")
    parameters: dict[ParameterNameField, ParameterChange] = Field(
        default_factory=dict, description="Other figures, by parameter."
    )
    text: tuple[PartChange, ...] = Field(default=(), description="Changes to the parts, applied in order.")
    evidence: tuple[AddedEvidence, ...] = Field(default=(), description="Proofs that are added.")
    remedies: RemediesChange | None = Field(default=None, description="Another ladder or other figures.")
    guidance: GuidanceChange | None = Field(default=None, description="Advice that holds here.")
    mandatory: Mandatory | None = Field(default=None, description="The law demands the item.")
    sources: tuple[Source, ...] = Field(default=(), description="Sources of what is said here.")
    waivers: tuple[Waiver, ...] = Field(
        default=(), description="Findings of a check that somebody looked at and keeps, with the reason."
    )

    @model_validator(mode="after")
    def _decision_fits_the_changes(self) -> Overlay:
        changes = self.parameters or self.text or self.evidence or self.remedies
        if self.decision is not Decision.ADAPT and changes:
            msg = f"decision is {self.decision.value}, but the file changes the item (write decision: adapt)"
            raise ValueError(msg)
        return self
