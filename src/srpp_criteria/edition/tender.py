# SPDX-License-Identifier: Apache-2.0
"""The selection of one purchase: entries with their figures, in the order of a tender."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.burden import burden_of
from srpp_criteria.errors import InvalidValue
from srpp_criteria.models.item import Criterion
from srpp_criteria.models.tender_file import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.burden import Burden
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.edition.fill import Filled
    from srpp_criteria.models.tender_file import TenderFile

SECTIONS = (
    "subject-matter",
    "exclusion",
    "selection",
    "technical-specification",
    "award",
    "clause",
    "form",
    "monitoring-sheet",
    "market-dialogue",
    "site-visit",
    "expert-meeting",
)
"""Sections of a tender in order: the stages of criteria, then the other kinds."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An entry that goes into the tender, filled in, and why."""

    filled: Filled
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """An entry the buyer considered and left out, and why."""

    entry: Entry
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Tender:
    """What a buyer takes away: by section, every figure checked."""

    title: str
    edition: Edition
    sections: Mapping[str, tuple[Taken, ...]]
    left: tuple[Left, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def taken(self) -> tuple[Taken, ...]:
        """All entries in reading order."""
        return tuple(taken for section in self.sections.values() for taken in section)

    @property
    def burden(self) -> Burden:
        """The hours that all texts together cost both sides, for one bid and one round of follow-up."""
        return burden_of(taken.filled.entry.item for taken in self.taken)


def section_of(entry: Entry) -> str:
    """The section of the tender in which an entry stands."""
    return entry.item.stage.value if isinstance(entry.item, Criterion) else entry.item.kind


def tender_of(file: TenderFile, edition: Edition) -> Tender:
    """Fill every item of a tender file in an edition and put them in order.

    Raises:
        UnknownItem: the edition does not hold one of the items.
        InvalidValue: values that do not fit; the complaints of all items together.
    """
    sections: dict[str, list[Taken]] = {name: [] for name in SECTIONS}
    left, notes, complaints = [], [], []
    for wanted in file.items:
        entry = edition[wanted.item]
        if wanted.version is not None and wanted.version != entry.version:
            notes.append(
                f"{entry.id}: the file was written for version {wanted.version}, the edition has {entry.version}"
            )
        elif wanted.version is not None and wanted.revision not in {None, entry.revision}:
            notes.append(
                f"{entry.id}: the file was written for revision {wanted.revision} of version {wanted.version},"
                f" the edition has revision {entry.revision}"
            )
        if wanted.decision is Choice.LEFT:
            left.append(Left(entry, wanted.reason))
            continue
        try:
            sections[section_of(entry)].append(Taken(entry.fill(**wanted.parameters), wanted.reason))
        except InvalidValue as invalid:
            complaints += [f"{entry.id}: {complaint}" for complaint in invalid.complaints]
    if complaints:
        raise InvalidValue("tender file", complaints)
    kept = {name: tuple(taken) for name, taken in sections.items() if taken}
    return Tender(file.title, edition, kept, tuple(left), tuple(notes))
