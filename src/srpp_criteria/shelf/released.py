# SPDX-License-Identifier: Apache-2.0
"""A released text together with its line in the register of published texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from srpp_criteria.diagnostics import Place
    from srpp_criteria.models.published import PublishedText


@dataclass(frozen=True, slots=True)
class Released:
    """What was released, and where it is on record."""

    text: PublishedText
    place: Place
