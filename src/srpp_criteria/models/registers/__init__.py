# SPDX-License-Identifier: Apache-2.0
"""Registers: what many items use and only one place says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.models.registers.band import Band, BandRegister, BurdenLimits
from srpp_criteria.models.registers.case import Case, CaseRegister
from srpp_criteria.models.registers.cpv import CpvEntry, CpvGroup, CpvRegister
from srpp_criteria.models.registers.drafting import DraftingRegister, DraftingWords
from srpp_criteria.models.registers.experience import Experience, ExperienceRegister
from srpp_criteria.models.registers.glossary import GlossaryRegister, GlossaryTerm
from srpp_criteria.models.registers.ladder import Ladder, LadderRegister, Step
from srpp_criteria.models.registers.law import Act, Article, ConventionRegister, JudgmentRegister, LawRegister, Locator
from srpp_criteria.models.registers.national_note import (
    ConstructionNotes,
    FoodNotes,
    ItemNotes,
    NationalNote,
    TextilesNotes,
)
from srpp_criteria.models.registers.risk import Risk, RiskRegister
from srpp_criteria.models.registers.scoring_method import ScoringMethod, ScoringMethodRegister
from srpp_criteria.models.registers.standard import Matrix, Standard, StandardRegister
from srpp_criteria.models.registers.topic import Topic, TopicRegister

if TYPE_CHECKING:
    from srpp_criteria.models.base import Model

REGISTERS: dict[str, type[Model]] = {
    "laws": LawRegister,
    "conventions": ConventionRegister,
    "judgments": JudgmentRegister,
    "standards": StandardRegister,
    "cpv": CpvRegister,
    "topics": TopicRegister,
    "risks": RiskRegister,
    "cases": CaseRegister,
    "experiences": ExperienceRegister,
    "glossary": GlossaryRegister,
    "remedy-ladders": LadderRegister,
    "bands": BandRegister,
    "scoring-methods": ScoringMethodRegister,
    "drafting": DraftingRegister,
    "national-notes-construction": ConstructionNotes,
    "national-notes-textiles": TextilesNotes,
    "national-notes-food": FoodNotes,
}
"""The model of each register, by the name of its file in criteria/registers/."""

__all__ = [
    "REGISTERS",
    "Act",
    "Article",
    "Band",
    "BandRegister",
    "BurdenLimits",
    "Case",
    "CaseRegister",
    "ConstructionNotes",
    "ConventionRegister",
    "CpvEntry",
    "CpvGroup",
    "CpvRegister",
    "DraftingRegister",
    "DraftingWords",
    "Experience",
    "ExperienceRegister",
    "FoodNotes",
    "GlossaryRegister",
    "GlossaryTerm",
    "ItemNotes",
    "JudgmentRegister",
    "Ladder",
    "LadderRegister",
    "LawRegister",
    "Locator",
    "Matrix",
    "NationalNote",
    "Risk",
    "RiskRegister",
    "ScoringMethod",
    "ScoringMethodRegister",
    "Standard",
    "StandardRegister",
    "Step",
    "TextilesNotes",
    "Topic",
    "TopicRegister",
]
