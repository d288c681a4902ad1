# SPDX-License-Identifier: Apache-2.0
"""The promise chain around an item: award criterion, clause, indicator, form, visit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.models.item import Clause, Criterion, Form, MonitoringSheet, SiteVisit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry

_MOST_OPEN = 12
"""Up to so many places of a link stand open on the page."""


@dataclass(frozen=True, slots=True)
class Node:
    """One place in the chain; without an address nothing can be opened there."""

    title: str
    address: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain: promise, clause, indicator, record or visit."""

    name: str
    nodes: tuple[Node, ...]

    @property
    def is_long(self) -> bool:
        """Whether the page folds it: a form that twenty clauses name has a hundred indicators behind it."""
        return len(self.nodes) > _MOST_OPEN


class Chains:
    """The chains of an edition. Who promises, records or visits for a clause is looked up once for all."""

    def __init__(self, edition: Edition) -> None:
        self._entries = {entry.id: entry for entry in edition}
        self._promises: dict[str, list[str]] = defaultdict(list)
        self._clauses_of: dict[str, list[str]] = defaultdict(list)
        self._visits: dict[str, list[str]] = defaultdict(list)
        self._visited: dict[str, list[str]] = defaultdict(list)
        self._indicators_of: dict[str, tuple[tuple[str, str, str | None], ...]] = {}
        for entry in edition:
            item = entry.item
            if isinstance(item, Criterion):
                for clause in item.related.secured_by:
                    self._promises[clause].append(entry.id)
            elif isinstance(item, Clause):
                for record in self._records(entry):
                    self._clauses_of[record].append(entry.id)
                for visit in self._visits_named(entry):
                    self._visits[entry.id].append(visit)
                    self._visited[visit].append(entry.id)
            elif isinstance(item, SiteVisit):
                for other in self._clauses_named(entry):
                    self._visits[other].append(entry.id)
                    self._visited[entry.id].append(other)

    def around(self, entry: Entry) -> tuple[Link, ...]:
        """The five links around an entry; nothing if no clause stands in its chain.

        Of the indicators of its clauses, a sheet shows those that it holds.
        """
        clauses = [name for name in dict.fromkeys(self._clauses(entry)) if name in self._entries]
        if not clauses:
            return ()
        promises = [promise for clause in clauses for promise in self._promises[clause]]
        if isinstance(entry.item, Criterion) and entry.id not in promises:
            promises.append(entry.id)
        bound = [self._entries[clause] for clause in clauses]
        records = [record for clause in bound for record in self._records(clause)]
        visits = [visit for clause in clauses for visit in self._visits[clause]]
        indicators = tuple(
            Node(
                name,
                f"{'' if clause.id == entry.id else f'../{clause.id}/'}#indicator-{key}",
            )
            for clause in bound
            for key, name, sheet in self._indicators(clause)
            if not isinstance(entry.item, MonitoringSheet) or sheet == entry.id
        )
        return (
            Link("promise", self._nodes(promises, entry)),
            Link("clause", self._nodes(clauses, entry)),
            Link("indicator", indicators),
            Link("record", self._nodes(records, entry)),
            Link("visit", self._nodes(visits, entry)),
        )

    def _clauses(self, entry: Entry) -> Iterable[str]:
        item = entry.item
        if isinstance(item, Clause):
            return [entry.id]
        if isinstance(item, Criterion):
            return item.related.secured_by
        if isinstance(item, Form | MonitoringSheet):
            return self._clauses_of[entry.id]
        if isinstance(item, SiteVisit):
            return self._visited[entry.id]
        return []

    def _records(self, entry: Entry) -> list[str]:
        """Forms and sheets that the evidence and the indicators of a clause name."""
        item = entry.item
        sheets = [indicator.sheet for indicator in item.monitoring] if isinstance(item, Clause) else []
        forms = [proof.form for proof in item.evidence]
        return [str(name) for name in dict.fromkeys([*sheets, *forms]) if name is not None]

    def _indicators(self, entry: Entry) -> tuple[tuple[str, str, str | None], ...]:
        """Key, name with start values, and sheet of each indicator of a clause; read once, as many chains show it."""
        if entry.id not in self._indicators_of:
            item, filled = entry.item, entry.fill()
            self._indicators_of[entry.id] = tuple(
                (indicator.id, filled.sentence(indicator.indicator), indicator.sheet)
                for indicator in (item.monitoring if isinstance(item, Clause) else ())
            )
        return self._indicators_of[entry.id]

    def _visits_named(self, entry: Entry) -> list[str]:
        named = (self._entries.get(name) for name in _named(entry))
        return [one.id for one in named if one is not None and isinstance(one.item, SiteVisit)]

    def _clauses_named(self, entry: Entry) -> list[str]:
        named = (self._entries.get(name) for name in _named(entry))
        return [one.id for one in named if one is not None and isinstance(one.item, Clause)]

    def _nodes(self, names: Iterable[str], here: Entry) -> tuple[Node, ...]:
        entries = (self._entries.get(name) for name in dict.fromkeys(names))
        return tuple(
            Node(entry.title, "" if entry.id == here.id else f"../{entry.id}/", here=entry.id == here.id)
            for entry in entries
            if entry is not None
        )


def _named(entry: Entry) -> list[str]:
    related = entry.item.related
    return [str(name) for name in (*related.requires, *related.see_also)]
