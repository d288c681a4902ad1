# SPDX-License-Identifier: Apache-2.0
"""What an edition holds: each item as one market and one language read it, with all that belongs to it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from srpp_criteria.models.base import Day, FirstFormat, Model, Seen, Url
from srpp_criteria.models.item import Item, Status
from srpp_criteria.models.market import Market
from srpp_criteria.models.overlay import Decision
from srpp_criteria.models.pack import Pack
from srpp_criteria.models.registers import Ladder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.fill import Filled, Given
    from srpp_criteria.models.parameter import Parameter


class Citation(Model):
    """One legal reference as it stands in a tender of this market and language."""

    key: str = Field(description="Key of the EU act, article, convention or case, or of a national provision.")
    places: tuple[str, ...] = Field(
        min_length=1,
        description="The citation in words, national where the market transposed it; one for each provision.",
    )
    national: tuple[str, ...] = Field(default=(), description="Keys of the national provisions behind the words.")
    url: Url | None = Field(default=None, description="Where the text of the law can be read.")
    seen: Seen

    @property
    def text(self) -> str:
        """All places in one line."""
        return "; ".join(self.places)


class Duty(Model):
    """The law of the market demands the item: from when, for which contracts, on which ground."""

    valid_from: Day | None = Field(description="First day of the duty; null: unknown.")
    valid_to: Day | None = Field(description="Last day; null: still in force as far as known.")
    threshold: str | None = Field(description="Key of the market's fact that holds the threshold.")
    scope: str = Field(description="Which contracts are caught, in the language of the edition.")
    legal_basis: tuple[str, ...] = Field(description="National provisions behind it.")
    seen: Seen

    def holds_on(self, day: Day) -> bool:
        """Whether the duty is in force on a day; an unknown beginning counts as begun."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Adaptation(Model):
    """What a market or an organisation decided about the item, and which fields it changed."""

    by: str = Field(description="Market code, or the name of the organisation's folder.")
    decision: Decision = Field(description="adopt, adapt or exclude.")
    reason: str = Field(description="Why, in English.")
    reviewed_for: str = Field(description="Version of the item this was written against.")
    changed: tuple[str, ...] = Field(description="Addresses of the fields that differ from the base text.")


class Entry(Model):
    """An item as an edition reads it: words, figures, law, remedies; ready to be filled in."""

    item: Item = Field(description="The item in the language of the edition.")
    locale: str = Field(description="Tag of the edition.")
    revision: Annotated[int, Field(ge=1)] = Field(description="Counts better translations and overlays of one version.")
    sha256: str = Field(description="Over the canonical JSON of parts and parameters.")
    citations: tuple[Citation, ...] = Field(description="Legal basis as a tender cites it.")
    ladder: Ladder | None = Field(description="The remedy ladder, with this item's figures.")
    adaptations: tuple[Adaptation, ...] = Field(
        default=(), description="Decisions of the market and of the organisation."
    )
    mandatory: Duty | None = Field(default=None, description="The law demands the item.")
    note: str | None = Field(default=None, description="Why an older text is shown, if it is.")

    @property
    def id(self) -> str:
        """The name of the item, the same in every edition."""
        return self.item.id

    @property
    def title(self) -> str:
        """The title in the language of the edition."""
        return self.item.title

    @property
    def version(self) -> str:
        """The version of the base text."""
        return self.item.version

    @property
    def stamp(self) -> str:
        """One line by which a copied text is found again."""
        return f"srpp:{self.id}@{self.version}+{self.locale}.{self.revision}#{self.sha256[:8]}"

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """The figures a buyer may fill in: the item's own, then those of its remedy ladder."""
        own: dict[str, Parameter] = dict(self.item.parameters.items())
        own.update(self.ladder.parameters.items() if self.ladder else ())
        return own

    def fill(self, /, **values: Given) -> Filled:
        """The text with these values; parameters that are not named keep their default, or stay blank.

        Raises:
            InvalidValue: a name is no parameter, or a value has the wrong type or lies outside the limits.

        >>> from srpp_criteria import Library
        >>> clause = Library.load().edition("en")["construction-subcontracting-tier-limit"]
        >>> clause.fill(max_tiers=1).parts[0].text.splitlines()[0].split(".")[0]
        'The Contractor shall perform the contract with at most 1 tier of subcontractors below itself'
        """
        from srpp_criteria.edition.fill import fill

        return fill(self, values)


class Reason(StrEnum):
    """Why an item of the library is not in an edition, or not in its newest version."""

    NOT_DECIDED = "not-decided"
    EXCLUDED = "excluded"
    STALE = "stale"
    INCOMPLETE = "incomplete"
    INVALID = "invalid"


class Missing(Model):
    """An item that this edition does not hold, and why."""

    item: str = Field(description="Id of the item.")
    reason: Reason = Field(description="Kind of reason.")
    says: str = Field(description="The reason in words.")
    fields: tuple[str, ...] = Field(default=(), description="Addresses of fields without a translation.")


class ScoringMethodWords(Model):
    """How documents name a scoring method."""

    title: str = Field(description="Name of the method.")
    formula: str = Field(description="The rule in words.")


class EditionData(Model):
    """A whole edition as it is stored in the wheel and published as JSON."""

    format: FirstFormat = Field(default=1, description="Format of this file.")
    locale: str = Field(description="Tag of the edition.")
    language: str = Field(description="Language of all its words.")
    market: Market | None = Field(description="The market sheet; null in the master edition.")
    library_version: str = Field(description="Version of the package that made it.")
    status: Status = Field(description="draft until a qualified person of the market reviewed it as a whole.")
    words: dict[str, str] = Field(description="Headings and labels of documents and pages, by key.")
    entries: tuple[Entry, ...] = Field(description="The items it holds.")
    missing: tuple[Missing, ...] = Field(description="Items it does not hold, and why.")
    packs: tuple[Pack, ...] = Field(description="Packs with the items it holds.")
    topics: dict[str, str] = Field(description="Names of topics by key.")
    bands: dict[str, str] = Field(description="Names of contract-size bands by key.")
    scoring_methods: dict[str, ScoringMethodWords] = Field(description="Names and rules of scoring methods by key.")
    standards: dict[str, str] = Field(description="Designations of standards and labels, by key.")
    ladders: tuple[Ladder, ...] = Field(description="Remedy ladders in the language, with the market's figures.")
