# SPDX-License-Identifier: Apache-2.0
"""A value together with the file it came from, so that everyone can ask for the line of any part of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from srpp_criteria.diagnostics import Place
    from srpp_criteria.models.words import Path
    from srpp_criteria.source import Places

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Shelved(Generic[T_co]):
    """What one file says, and where it says it."""

    value: T_co
    file: str
    places: Places

    def place(self, path: Path = ()) -> Place:
        """Where the value at `path` stands; for a path that is not in the file, its nearest parent."""
        return self.places.value(path)
