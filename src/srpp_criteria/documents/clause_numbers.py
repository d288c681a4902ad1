# SPDX-License-Identifier: Apache-2.0
"""Clause numbers 1, 1.1, 1.1.1 for the writers whose format cannot count by itself."""

from __future__ import annotations


class ClauseCounter:
    """Counts headings and clauses together, as the multilevel numbering of a word processor does.

    >>> count = ClauseCounter()
    >>> [count.next(level) for level in (1, 2, 3, 3, 2, 3, 1)]
    ['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1', '2']
    """

    def __init__(self) -> None:
        self._counts: list[int] = []

    def next(self, level: int) -> str:
        """The number of the next heading or clause on this level (1 is the outermost).

        A level that was skipped counts as 1, as in Word: a clause on level 2 before any heading is 1.1.
        """
        self._counts = [*self._counts, *[1] * (level - 1 - len(self._counts)), *[0] * (len(self._counts) < level)]
        self._counts = [*self._counts[: level - 1], self._counts[level - 1] + 1]
        return ".".join(map(str, self._counts))
