# SPDX-License-Identifier: Apache-2.0
"""National notes: what research saw or recalled of single countries, as seeds for market overlays; no legal advice."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from srpp_criteria.models.base import Model, Note, Seen, Source
from srpp_criteria.models.names import ItemIdField, MarketCodeField, SourceKeyField


class Mark(StrEnum):
    """How far a note was looked up."""

    SEEN = "seen"
    MARKET_SHEET = "market-sheet"
    RECALLED = "recalled"


class NationalNote(Model):
    """One fact about one or several countries, and how far it was looked up."""

    countries: Annotated[tuple[MarketCodeField, ...], Field(min_length=1)] = Field(
        description="Countries or regions it speaks of; EU: all member states; GB is for comparison only."
    )
    says: Note = Field(description="The fact, in own words.")
    marks: Annotated[tuple[Mark, ...], Field(min_length=1)] = Field(
        description="seen: an excerpt supports it; market-sheet: that sheet has it, with its mark; recalled: memory."
    )
    seen: Seen
    sources: tuple[SourceKeyField, ...] = Field(default=(), description="Sources of this register that were read.")

    @model_validator(mode="after")
    def _mark_and_day_agree(self) -> NationalNote:
        if (self.seen is not None) != (Mark.SEEN in self.marks):
            raise ValueError("the mark seen has a day, and no other mark has one (write seen: null)")
        if self.seen is None and self.sources:
            raise ValueError("seen is null, but a source is given (write the day on which it was read)")
        return self


class ItemNotes(Model):
    """All notes on one item."""

    item: ItemIdField
    sources: tuple[SourceKeyField, ...] = Field(
        default=(), description="Sources that were read for the item as a whole, where the notes name none."
    )
    notes: Annotated[tuple[NationalNote, ...], Field(min_length=1)] = Field(description="The notes.")


class _NoteRegister(Model):
    sources: tuple[Source, ...] = Field(default=(), description="What was read.")
    entries: Annotated[tuple[ItemNotes, ...], Field(min_length=1)] = Field(description="The entries.")

    @model_validator(mode="after")
    def _sources_are_known(self) -> _NoteRegister:
        known = {source.key for source in self.sources}
        for entry in self.entries:
            for key in (*entry.sources, *(key for note in entry.notes for key in note.sources)):
                if key not in known:
                    raise ValueError(f'a note on "{entry.item}" names the unknown source "{key}"')
        return self


class ConstructionNotes(_NoteRegister):
    """National notes on items for construction works."""

    register_name: Literal["national-notes-construction"] = Field(
        alias="register", description="Name of this register."
    )


class TextilesNotes(_NoteRegister):
    """National notes on items for workwear, linen, gloves, and laundry."""

    register_name: Literal["national-notes-textiles"] = Field(alias="register", description="Name of this register.")


class FoodNotes(_NoteRegister):
    """National notes on items for food and catering."""

    register_name: Literal["national-notes-food"] = Field(alias="register", description="Name of this register.")
