# SPDX-License-Identifier: Apache-2.0
"""The words of the item that is being checked, gathered once for all checks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from srpp_criteria.models.words import Words, words_of

if TYPE_CHECKING:
    from srpp_criteria.models.item import Item


class _SameItem:
    """An item as a key: models hold mappings and so have no hash; the checks of one item follow each other."""

    __slots__ = ("item",)

    def __init__(self, item: Item) -> None:
        self.item = item

    def __hash__(self) -> int:
        return id(self.item)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameItem) and other.item is self.item


def words_in(item: Item) -> tuple[Words, ...]:
    """All translatable words of an item, in reading order."""
    return _gathered(_SameItem(item))


@lru_cache(maxsize=1)
def _gathered(key: _SameItem) -> tuple[Words, ...]:
    return tuple(words_of(key.item))
