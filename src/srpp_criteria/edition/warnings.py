# SPDX-License-Identifier: Apache-2.0
"""What a buyer should look at again before a tender goes out.

A warning stops nothing: there may be a good reason. It is data; its sentence is an interface word, `warning-<kind>`.
The site says the same in the browser (`site/frontend/src/engine/warnings.ts`); the cases in tests/cases/warnings/ hold
for both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING

from srpp_criteria.models.item import Clause, MonitoringSheet, Status
from srpp_criteria.models.monitoring import Rhythm

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from srpp_criteria.edition.fill import Filled
    from srpp_criteria.edition.tender import Tender
    from srpp_criteria.models.evidence import Role
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.monitoring import Indicator

_FIGURE = re.compile(r"(\d+)\s+([^\W\d_]+)")
"""A number and the word after it: "5 working"."""


class WarningKind(StrEnum):
    """What may be wrong, in the order in which it is told."""

    UNSECURED = "unsecured"
    """A promise is taken, none of the clauses that make it binding is."""
    REQUIRES = "requires"
    """An item is missing without which another one does not work."""
    FORM_MISSING = "form-missing"
    """A form or sheet is missing in which a taken item wants its figures."""
    CONFLICT = "conflict"
    """Two items must not stand in the same tender."""
    TWICE = "twice"
    """One item is taken twice."""
    STRICTER = "stricter"
    """An item is taken together with a milder one that it replaces."""
    DEPRECATED = "deprecated"
    """An item is taken that another one has replaced."""
    DEADLINES = "deadlines"
    """Items want the same report by different days."""
    OPEN_BLANK = "open-blank"
    """A value is still missing."""
    MANDATORY = "mandatory"
    """The law of the market demands an item that is not taken."""


@dataclass(frozen=True, slots=True)
class TenderWarning:
    """One thing to look at.

    Args:
        kind: what may be wrong.
        items: ids of the items it is about, the one to change first.
        names: what is missing or meant: ids of other items, or the name of a parameter for an open blank.
    """

    kind: WarningKind
    items: tuple[str, ...]
    names: tuple[str, ...] = ()


def warnings_of(tender: Tender, *, on: dt.date) -> tuple[TenderWarning, ...]:
    """Everything to look at again, kind by kind, in reading order of the tender.

    Args:
        tender: the filled selection.
        on: the day for which the law of the market is asked.
    """
    listed = [choice.filled for choice in tender.taken]
    taken = {filled.entry.id: filled for filled in listed}
    found = (
        *warnings_between(listed),
        *(
            TenderWarning(WarningKind.OPEN_BLANK, (item,), (blank.name,))
            for item, one in taken.items()
            for blank in one.blanks
        ),
        *_left_out_by_law(tender, taken, on),
    )
    order = list(WarningKind)
    return tuple(sorted(found, key=lambda warning: order.index(warning.kind)))


def warnings_between(listed: Sequence[Filled]) -> Iterator[TenderWarning]:
    """What items say to each other, in a tender or in a pack: links that are missing, clashes, reports at two times.

    Args:
        listed: the filled items in reading order; one that comes twice is a warning too.
    """
    taken = {filled.entry.id: filled for filled in listed}
    yield from _broken_chains(taken)
    yield from _clashes(taken, [filled.entry.id for filled in listed])
    yield from _replaced(taken)
    for sheet, _, apart in days_apart(taken):
        yield TenderWarning(WarningKind.DEADLINES, tuple(apart), (sheet,))


def sentence_of(
    warning: TenderWarning, words: Mapping[str, str], called: Callable[[str], str] = lambda item: item
) -> str:
    """A warning as a sentence.

    Args:
        warning: what is wrong.
        words: interface words of an edition.
        called: how an item, or the parameter of an open blank, is named; by its id, if nothing else is said.
    """
    items, names = [called(item) for item in warning.items], [called(name) for name in warning.names]
    told = {"item": items[0], "other": items[-1], "items": ", ".join(items), "names": ", ".join(names)}
    sentence = words[f"warning-{warning.kind.value}"]
    for name, value in told.items():
        sentence = sentence.replace(f"{{{name}}}", value)
    return sentence


def indicators_of(item: Item) -> tuple[Indicator, ...]:
    """The indicators of a clause or sheet; other items have none."""
    if isinstance(item, Clause):
        return item.monitoring
    return item.indicators if isinstance(item, MonitoringSheet) else ()


def missing_links(
    secured_by: Sequence[str], requires: Sequence[str], forms: Iterable[str], taken: Container[str]
) -> Iterator[tuple[WarningKind, tuple[str, ...]]]:
    """Which links of an item's chain are not there, in a tender file or in a finished draft.

    Args:
        secured_by: clauses of which one makes the promise binding.
        requires: items without which it does not work.
        forms: forms and sheets in which it wants its figures, each once.
        taken: ids of the items that are there.

    >>> [(kind.value, names) for kind, names in missing_links(["a", "b"], ["c"], ["c", "d"], {"b"})]
    [('requires', ('c',)), ('form-missing', ('d',))]
    """
    if secured_by and not any(clause in taken for clause in secured_by):
        yield WarningKind.UNSECURED, tuple(secured_by)
    for required in requires:
        if required not in taken:
            yield WarningKind.REQUIRES, (required,)
    for form in forms:
        if form not in taken and form not in requires:
            yield WarningKind.FORM_MISSING, (form,)


def _broken_chains(taken: Mapping[str, Filled]) -> Iterator[TenderWarning]:
    for name, filled in taken.items():
        item = filled.entry.item
        forms = [*(one.form for one in item.evidence), *(one.sheet for one in indicators_of(item))]
        wanted = dict.fromkeys(filter(None, forms))
        for kind, names in missing_links(item.related.secured_by, item.related.requires, wanted, taken):
            yield TenderWarning(kind, (name,), names)


def _clashes(taken: Mapping[str, Filled], as_listed: Sequence[str]) -> Iterator[TenderWarning]:
    for one, other in combinations(taken, 2):
        related, back = taken[one].entry.item.related, taken[other].entry.item.related
        if other in related.conflicts_with or one in back.conflicts_with:
            yield TenderWarning(WarningKind.CONFLICT, (one, other))
        if other in related.stricter_than:
            yield TenderWarning(WarningKind.STRICTER, (one, other))
        if one in back.stricter_than:
            yield TenderWarning(WarningKind.STRICTER, (other, one))
    for item in taken:
        if as_listed.count(item) > 1:
            yield TenderWarning(WarningKind.TWICE, (item,))


def _replaced(taken: Mapping[str, Filled]) -> Iterator[TenderWarning]:
    """Items on their way out, each with its successor; a check sees to it that there is one (SRPP604)."""
    for name, filled in taken.items():
        item = filled.entry.item
        if item.status is Status.DEPRECATED and item.superseded_by is not None:
            yield TenderWarning(WarningKind.DEPRECATED, (name,), (item.superseded_by,))


def days_apart(taken: Mapping[str, Filled]) -> Iterator[tuple[str, Rhythm, dict[str, set[str]]]]:
    """Sheets that items want in one rhythm and from one person, but on no day in common.

    A monthly sheet from which one clause counts by the quarter is not meant, nor what is reported when it happens.

    Yields:
        The sheet, the rhythm, and by item the deadlines of those that are apart, as they read in the tender.
    """
    reports: dict[tuple[str, Rhythm, Role], dict[str, set[str]]] = {}
    for name, filled in taken.items():
        for indicator in indicators_of(filled.entry.item):
            if indicator.sheet and indicator.rhythm is not Rhythm.PER_EVENT:
                report = reports.setdefault((indicator.sheet, indicator.rhythm, indicator.reported_by), {})
                report.setdefault(name, set()).add(filled.sentence(indicator.due))
    for (sheet, rhythm, _), wanted in reports.items():
        days = {name: set(map(_day, sentences)) for name, sentences in wanted.items()}
        pairs = [pair for pair in combinations(days, 2) if days[pair[0]].isdisjoint(days[pair[1]])]
        apart = {name: sentences for name, sentences in wanted.items() if any(name in pair for pair in pairs)}
        if apart:
            yield sheet, rhythm, apart


def _day(deadline: str) -> tuple[str, ...]:
    """What tells one deadline from another: its figures with the word after each; without figures, its words.

    >>> _day("With the register, within 5 working days after its last day.") == _day("Within 5 Working days.")
    True
    >>> _day("Within 5 days.") == _day("Within 5 working days.")
    False
    """
    figures = _FIGURE.findall(deadline)
    return tuple(sorted(f"{number} {word.lower()}" for number, word in figures)) or (deadline,)


def _left_out_by_law(tender: Tender, taken: Mapping[str, Filled], on: dt.date) -> Iterator[TenderWarning]:
    sectors = set(_sectors(taken.values()))
    for entry in tender.edition.mandatory(on=on):
        if entry.id not in taken and sectors.intersection(entry.item.sectors):
            yield TenderWarning(WarningKind.MANDATORY, (entry.id,))


def _sectors(taken: Iterable[Filled]) -> Iterator[str]:
    for filled in taken:
        yield from filled.entry.item.sectors
