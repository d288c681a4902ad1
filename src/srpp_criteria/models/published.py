# SPDX-License-Identifier: Apache-2.0
"""The append-only register of published texts: one folder a release, one line a text."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from srpp_criteria.models.base import Day, FirstFormat, Model
from srpp_criteria.models.names import ItemIdField, LocaleField, VersionField

_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class PublishedText(Model):
    """A text that was released once and never changes: what a signed contract may hold."""

    srpp: FirstFormat = Field(default=1, description="Number of the format of this line: 1.")
    item: ItemIdField
    version: VersionField
    locale: LocaleField
    revision: Annotated[int, Field(ge=1, description="Counts better translations or overlays of the same version.")]
    released: Day = Field(description="Day of the release.")
    sha256: _Sha256 = Field(description="Over the canonical JSON of what is signed of the entry.")
    entry: dict[str, Any] = Field(
        description="The whole entry of the edition as it was released, without what has its default."
    )

    @property
    def stamp(self) -> str:
        """The line that stands below every copy of this text."""
        return f"srpp:{self.item}@{self.version}+{self.locale}.{self.revision}#{self.sha256[:8]}"


class Release(Model):
    """One release, sealed: `release.json` in its folder, and a link in the chain of all releases."""

    srpp: FirstFormat = Field(default=1, description="Number of the format of this file: 1.")
    released: Day = Field(description="Day of the release.")
    previous: _Sha256 | None = Field(
        description="SHA-256 of the bytes of the release.json before; null in the first release."
    )
    files: Annotated[
        dict[Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+\.jsonl$")], _Sha256],
        Field(min_length=1, description="SHA-256 of the bytes of each file of this folder."),
    ]
    texts: Annotated[int, Field(ge=1, description="Lines in all files together.")]
