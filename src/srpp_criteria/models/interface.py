# SPDX-License-Identifier: Apache-2.0
"""Words of the library itself: headings of documents, names of roles and rhythms; translated like content."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from srpp_criteria.models.base import Model, Note, Template


class InterfaceWord(Model):
    """One heading, label or short sentence that documents and pages print."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)] = Field(
        description="Name of the word in the code."
    )
    text: Template = Field(description="The English word or sentence; braces are filled in by the writer.")
    note: Note | None = Field(default=None, description="Where it stands, for the translator.")


class InterfaceRegister(Model):
    """All words of the library itself."""

    register_name: Literal["interface"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[InterfaceWord, ...], Field(min_length=1)] = Field(description="The entries.")
