# SPDX-License-Identifier: Apache-2.0
"""Glossary: the words of this library, explained in own words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from srpp_criteria.models.base import Line, Model, Note
from srpp_criteria.models.names import LawKeyField, RegisterKeyField


class GlossaryTerm(Model):
    """One word: what it means here."""

    key: RegisterKeyField
    term: Line = Field(description="The word.")
    means: Note = Field(description="What it means here, in own words.")
    not_to_confuse_with: Line | None = Field(default=None, description="A word that is often taken for it.")
    law: tuple[LawKeyField, ...] = Field(default=(), description="Where the law defines or uses it.")
    see_also: tuple[RegisterKeyField, ...] = Field(default=(), description="Other words of the glossary.")


class GlossaryRegister(Model):
    """All words."""

    register_name: Literal["glossary"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[GlossaryTerm, ...], Field(min_length=60)] = Field(description="The entries.")
