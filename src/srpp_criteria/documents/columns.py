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

_NARROWEST = 7.0
"""Characters below which no column is pressed."""


def column_shares(table: Table) -> tuple[float, ...]:
    """The share of the line each column takes; the shares add up to 1.

    Without given widths a column grows with the square root of its longest cell, and never below its longest word: long
    texts take more room than short ones, but do not starve them.
    """
    weights = list(table.widths)
    if not weights:
        for column in zip(table.header, *table.rows, strict=True):
            texts = [words_of(cell) for cell in column]
            longest_word = max((len(word) for text in texts for word in text.split()), default=0)
            longest_text = max(len(text) for text in texts)
            weights.append(max(_NARROWEST, float(min(longest_word, 24)), 2.6 * sqrt(longest_text)))
    total = sum(weights)
    return tuple(weight / total for weight in weights)
