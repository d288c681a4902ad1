# SPDX-License-Identifier: Apache-2.0
"""Which passages kept their order, so that one that was moved is told alone, and not all the others."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_order(begins: Sequence[int]) -> list[int]:
    """Places of the longest run whose values rise; of equally long ones, the one that keeps the earliest places.

    Args:
        begins: where each passage begins in the draft, all different, in the order of the text.

    >>> in_order([50, 0, 10, 20])
    [1, 2, 3]
    >>> in_order([10, 0])
    [0]
    """
    heads: list[int] = []  # by length, the highest value that begins such a run, negative, so that they rise
    lengths: list[int] = []
    for begin in reversed(begins):
        shorter = bisect_left(heads, -begin)
        heads[shorter : shorter + 1] = [-begin]
        lengths.append(shorter + 1)
    kept: list[int] = []
    for place, length in enumerate(reversed(lengths)):
        if length == len(heads) - len(kept) and (not kept or begins[place] > begins[kept[-1]]):
            kept.append(place)
    return kept
