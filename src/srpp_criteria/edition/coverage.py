# SPDX-License-Identifier: Apache-2.0
"""Which topic of which sector has a core text: a demand that most buyers can make, not only a form or an agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.models.item import Clause, Criterion, Level, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from srpp_criteria.models.item import Item

Cell = tuple[str, str]
"""Sector and topic."""


def core_cells(items: Iterable[Item]) -> Mapping[Cell, tuple[str, ...]]:
    """The core criteria and clauses of each sector and topic, by id; a cell without any is left out.

    Forms, sheets, visits, dialogues and meetings serve what a criterion or clause demands. They demand nothing
    themselves, so they cover no topic; nor does a text that has been replaced.

    >>> core_cells([])
    {}
    """
    found: dict[Cell, dict[str, None]] = {}
    for item in items:
        if item.level is Level.CORE and isinstance(item, Criterion | Clause) and item.status is not Status.DEPRECATED:
            for sector in item.sectors:
                for topic in item.topics:
                    found.setdefault((sector, topic), {})[item.id] = None
    return {cell: tuple(ids) for cell, ids in found.items()}
