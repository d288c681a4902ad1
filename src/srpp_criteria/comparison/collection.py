# SPDX-License-Identifier: Apache-2.0
"""What a comparison asks of a library: its editions, its register, its shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.shelf.register import Register
    from srpp_criteria.shelf.shelf import Shelf


class Collection(Protocol):
    """The front door of the library, as far as comparing needs it; `Library` is one."""

    @property
    def locales(self) -> tuple[str, ...]:
        """Tags of all editions."""

    @property
    def register(self) -> Register:
        """Every text that was ever released."""

    @property
    def shelf(self) -> Shelf:
        """The files of a checkout."""

    def edition(self, locale: str) -> Edition:
        """The library as one locale reads it."""
