# SPDX-License-Identifier: Apache-2.0
"""How a table stands on the page: the width of its columns, and whether it may break."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from srpp_criteria.documents.reading_order import words_of

if TYPE_CHECKING:
    from srpp_criteria.documents.document import Table

SHORT_TABLE = 7
"""Up to so many rows a table stays on one page; a longer one breaks between rows and repeats its header."""

_LINE = 95
"""Characters of a table's small type that fit on a line of the page, roughly."""
_ROOM = 3
"""Characters that the margins of a cell take, and bold type more than plain."""
_LONGEST_WORD = 22
"""A longer word, such as a stamp or an address, may be broken."""


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of the line each column takes; the shares add up to 1.

    Without given widths a column grows with the square root of its longest cell: long texts take more room than short
    ones, but do not starve them. In any case a column is as wide as its longest word.
    """
    columns = _columns(table)
    weights = table.widths or tuple(sqrt(max(1, *map(len, column))) for column in columns)
    return _with_floors(weights, tuple(_floor(column) for column in columns))


def fits_the_page(table: Table) -> bool:
    """Whether each column can be as wide as its longest word; otherwise words are broken in the middle.

    >>> from srpp_criteria.documents.document import Table
    >>> from srpp_criteria.documents.inlines import Text
    >>> fits_the_page(Table(((Text("Place"),), (Text("Qualification"),)), ()))
    True
    >>> fits_the_page(Table(((Text("Qualification"),),) * 15, ()))
    False
    """
    return sum(_floor(column) for column in _columns(table)) <= 1


def _columns(table: Table) -> list[list[str]]:
    return [[words_of(cell) for cell in column] for column in zip(table.header, *table.rows, strict=True)]


def _floor(column: list[str]) -> float:
    longest = max((len(word) for text in column for word in text.split()), default=0)
    return (min(longest, _LONGEST_WORD) + _ROOM) / _LINE


def _with_floors(weights: tuple[float, ...], floors: tuple[float, ...]) -> tuple[float, ...]:
    """Shares in proportion to the weights, except that none is below its floor."""
    if sum(floors) >= 1:
        return tuple(floor / sum(floors) for floor in floors)
    raised: set[int] = set()
    while True:
        left = 1 - sum(floors[number] for number in raised)
        total = sum(weight for number, weight in enumerate(weights) if number not in raised)
        shares = tuple(
            floors[number] if number in raised else weight / total * left for number, weight in enumerate(weights)
        )
        starved = {number for number, share in enumerate(shares) if number not in raised and share < floors[number]}
        if not starved:
            return shares
        raised |= starved
