# SPDX-License-Identifier: Apache-2.0
"""One line of the append-only register of published texts."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from srpp_criteria.models.base import Day, Model
from srpp_criteria.models.names import ItemIdField, LocaleField, VersionField


class PublishedText(Model):
    """A text that was released once and never changes: what a signed contract may hold."""

    item: ItemIdField
    version: VersionField
    locale: LocaleField
    revision: Annotated[int, Field(ge=1, description="Counts better translations or overlays of the same version.")]
    released: Day = Field(description="Day of the release.")
    sha256: Annotated[
        str, Field(pattern=r"^[0-9a-f]{64}$", description="Over the canonical JSON of parts and parameters.")
    ]
    entry: dict[str, Any] = Field(description="The whole entry of the edition as it was released.")
