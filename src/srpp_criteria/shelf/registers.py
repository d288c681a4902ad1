# SPDX-License-Identifier: Apache-2.0
"""The registers of a checkout, indexed by key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, cast

from srpp_criteria.models.interface import InterfaceRegister, InterfaceWord
from srpp_criteria.models.names import LadderKey
from srpp_criteria.models.registers import (
    REGISTERS,
    Act,
    Article,
    Band,
    BandRegister,
    ConstructionNotes,
    ConventionRegister,
    CpvEntry,
    CpvRegister,
    DraftingRegister,
    DraftingWords,
    FoodNotes,
    ItemNotes,
    JudgmentRegister,
    Ladder,
    LadderRegister,
    LawRegister,
    ScoringMethod,
    ScoringMethodRegister,
    Standard,
    StandardRegister,
    TextilesNotes,
    Topic,
    TopicRegister,
)
from srpp_criteria.models.registers.standard import StandardKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.diagnostics import Place
    from srpp_criteria.models.base import Model
    from srpp_criteria.models.words import Path
    from srpp_criteria.shelf.shelved import Shelved

REGISTER_MODELS: dict[str, type[Model]] = {**REGISTERS, "interface": InterfaceRegister}
"""The model of each file in criteria/registers/, by its name without `.yml`."""


@dataclass(frozen=True)
class Registers:
    """What is named once and used by key; a register that could not be read is empty here."""

    files: Mapping[str, Shelved[Model]]

    def _entries(self, name: str, kind: type[Model]) -> tuple[Model, ...]:
        found = self.files.get(name)
        return found.value.entries if found is not None and isinstance(found.value, kind) else ()  # type: ignore[attr-defined]

    @cached_property
    def acts(self) -> Mapping[str, Act]:
        """Acts, conventions and judgments by key."""
        return {act.key: act for _, act in self.acts_by_register}

    @cached_property
    def acts_by_register(self) -> tuple[tuple[str, Act], ...]:
        """Acts, conventions and judgments, each with the name of the register that holds it."""
        return tuple(
            (name, act)
            for name, kind in (
                ("laws", LawRegister),
                ("conventions", ConventionRegister),
                ("judgments", JudgmentRegister),
            )
            for act in cast("tuple[Act, ...]", self._entries(name, kind))
        )

    @cached_property
    def articles(self) -> Mapping[str, tuple[Act, Article]]:
        """Articles by key, each with its act."""
        return {article.key: (act, article) for act in self.acts.values() for article in act.articles}

    @cached_property
    def ladders(self) -> Mapping[str, Ladder]:
        """Remedy ladders by key."""
        return {
            ladder.key: ladder for ladder in cast("tuple[Ladder, ...]", self._entries("remedy-ladders", LadderRegister))
        }

    def ladder_place(self, key: str, path: Path) -> Place:
        """Where a value of a remedy ladder stands in its file."""
        position = list(self.ladders).index(LadderKey(key))
        return self.files["remedy-ladders"].place(("entries", position, *path))

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Topics by key."""
        return {topic.key: topic for topic in cast("tuple[Topic, ...]", self._entries("topics", TopicRegister))}

    @cached_property
    def bands(self) -> Mapping[str, Band]:
        """Contract-size bands by key."""
        return {band.key: band for band in cast("tuple[Band, ...]", self._entries("bands", BandRegister))}

    @cached_property
    def scoring_methods(self) -> Mapping[str, ScoringMethod]:
        """Scoring methods by key."""
        found = cast("tuple[ScoringMethod, ...]", self._entries("scoring-methods", ScoringMethodRegister))
        return {method.key: method for method in found}

    @cached_property
    def standards(self) -> Mapping[str, Standard]:
        """Standards and labels by key."""
        return {
            standard.key: standard
            for standard in cast("tuple[Standard, ...]", self._entries("standards", StandardRegister))
        }

    @cached_property
    def label_names(self) -> tuple[str, ...]:
        """Every label or standard that a firm or product can have, by the name that documents print.

        Nobody is certified by guidance or by a register, so naming them shuts nobody out.
        """
        nobody_has = {StandardKind.GUIDANCE, StandardKind.REGISTER}
        return tuple(one.short for one in self.standards.values() if one.kind not in nobody_has)

    @cached_property
    def cpv(self) -> Mapping[str, CpvEntry]:
        """CPV entries by code."""
        return {entry.code: entry for entry in cast("tuple[CpvEntry, ...]", self._entries("cpv", CpvRegister))}

    @cached_property
    def national_notes(self) -> Mapping[str, ItemNotes]:
        """What is known of single countries, by item; the files are one a sector."""
        found = (
            *self._entries("national-notes-construction", ConstructionNotes),
            *self._entries("national-notes-textiles", TextilesNotes),
            *self._entries("national-notes-food", FoodNotes),
        )
        return {notes.item: notes for notes in cast("tuple[ItemNotes, ...]", found)}

    @cached_property
    def drafting(self) -> Mapping[str, DraftingWords]:
        """Words of the drafting checks by language."""
        return {
            words.language: words
            for words in cast("tuple[DraftingWords, ...]", self._entries("drafting", DraftingRegister))
        }

    @cached_property
    def interface(self) -> Mapping[str, InterfaceWord]:
        """Words of the library itself by key."""
        return {
            word.key: word for word in cast("tuple[InterfaceWord, ...]", self._entries("interface", InterfaceRegister))
        }
