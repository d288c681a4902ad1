# SPDX-License-Identifier: Apache-2.0
"""What goes wrong inside the resolution and is caught there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from srpp_criteria.models.words import Path


class UnfitOverlay(Exception):
    """An overlay that does not fit its item; `path` points into the overlay's file."""

    def __init__(self, says: str, path: Path) -> None:
        self.path = path
        super().__init__(says)
