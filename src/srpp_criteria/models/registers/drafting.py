# SPDX-License-Identifier: Apache-2.0
"""Words by which the drafting checks read a text, language by language.

A phrase is plain words. In it, `*` stands for any letters at that place of a word, and `…` for up to six words.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from srpp_criteria.models.base import Model
from srpp_criteria.models.names import LanguageField

Phrase = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^\S(?:[^\n]*\S)?$")]
Phrases = Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=120)]


class DraftingWords(Model):
    """What one language says where a text is weak, open, or owed by nobody."""

    language: LanguageField
    weak: Phrases = Field(description="Words after which nobody knows what is owed.")
    equivalent: Phrases = Field(description="Words that open a named label or standard to equal ones.")
    policy: Phrases = Field(description="Words for what a company does in general, outside the contract.")
    denial: Phrases = Field(description="Words by which a sentence says that something is not asked for.")
    within: Phrases = Field(description="Words that open a time limit.")
    units: Phrases = Field(description="Units of time, in the forms in which they follow a number.")
    starts: Phrases = Field(description="Words after the unit that name the event from which the time runs.")
    events: Phrases = Field(description="Words before the time limit that name the event in the same sentence.")
    duty_without_actor: Phrases = Field(description="Forms of a duty that do not say who has it.")
    actors: Phrases = Field(description="Words for those who can have a duty.")
    hollow: Phrases = Field(description="Words about checking that do not say what is done.")
    percent: Phrases = Field(description="Words and signs for a share.")
    no_unit: Phrases = Field(description="What is sometimes written instead of a unit.")


class DraftingRegister(Model):
    """The words of every language in which texts are published."""

    register_name: Literal["drafting"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[DraftingWords, ...], Field(min_length=1)] = Field(description="The entries.")
