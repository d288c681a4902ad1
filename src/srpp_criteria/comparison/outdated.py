# SPDX-License-Identifier: Apache-2.0
"""What became of the items of a tender file since it was written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from srpp_criteria.comparison.texts import Difference, compare, one_line
from srpp_criteria.comparison.weight import heaviest, least_change_of
from srpp_criteria.edition.fill import fill
from srpp_criteria.edition.released import entry_of
from srpp_criteria.errors import InvalidValue, UnreadableRelease
from srpp_criteria.models.item import Status, Weight
from srpp_criteria.shelf.released import version_numbers

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.tender_file import TenderFile, TenderItem
    from srpp_criteria.shelf.register import Register


class Standing(StrEnum):
    """How the text that a file was written for stands to the one of today."""

    CURRENT = "current"
    NEWER = "newer-text"
    AHEAD = "ahead"
    GONE = "gone"


class Matter(StrEnum):
    """What changed, in the words of those who hold the old text."""

    WORDING = "wording"
    ADDITION = "addition"
    DUTY = "duty"
    UNKNOWN = "unknown"


_MATTERS = {Weight.PATCH: Matter.WORDING, Weight.MINOR: Matter.ADDITION, Weight.MAJOR: Matter.DUTY}


@dataclass(frozen=True, slots=True)
class Step:
    """One version that came since: what its author says about it."""

    version: str
    change: Weight
    says: str


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value of the file that the text of today does not take."""

    name: str
    value: int | float | bool | str
    says: str


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """One item of the file, and what became of it.

    Attributes:
        position: its place in the file, from 0.
        item: its id.
        title: its title today; empty if it is gone.
        standing: current, newer-text, ahead (the file was written with a newer library) or gone.
        held_version: version of the file; None: always the present one.
        held_revision: revision of the file; None: the newest of the version.
        version: the version of today; None if the item is gone.
        revision: the revision of today; None if the item is gone.
        matter: wording, addition or duty; unknown where the old text is not on record and nobody said; None if current.
        steps: versions that came since, the newest first.
        differences: what differs, word by word.
        says: what a reader has to know beside: why the difference cannot be shown, or why the item is gone.
        deprecated: whether the item is no longer kept up.
        superseded_by: its successor.
        sunset: day after which it is no longer put into new tenders.
        misfits: values of the file that do not fit any more.
        doubts: why a duty may have changed, though no author says so; empty where one does, or where none did.
    """

    position: int
    item: str
    title: str
    standing: Standing
    held_version: str | None
    held_revision: int | None
    version: str | None
    revision: int | None
    matter: Matter | None = None
    steps: tuple[Step, ...] = ()
    differences: tuple[Difference, ...] = ()
    says: str = ""
    deprecated: bool = False
    superseded_by: str | None = None
    sunset: dt.date | None = None
    misfits: tuple[Misfit, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def needs_a_look(self) -> bool:
        """Whether the buyer has something to decide."""
        return self.standing is not Standing.CURRENT or self.deprecated or bool(self.misfits)


def standings(file: TenderFile, edition: Edition, register: Register) -> tuple[ItemStanding, ...]:
    """Each item of a tender file against the edition of today, in the order of the file.

    Args:
        file: the tender file.
        edition: the edition it is written for.
        register: released texts, from which the difference is shown.
    """
    return tuple(_standing(position, wanted, edition, register) for position, wanted in enumerate(file.items))


def _standing(position: int, wanted: TenderItem, edition: Edition, register: Register) -> ItemStanding:
    if wanted.item not in edition:
        says = _why_gone(wanted.item, edition, register)
        return ItemStanding(
            position, wanted.item, "", Standing.GONE, wanted.version, wanted.revision, None, None, says=says
        )
    entry = edition[wanted.item]
    standing = _standing_of(wanted, entry)
    since = _Since()
    if standing is Standing.NEWER:
        since = _since(wanted, entry, register)
    elif standing is Standing.AHEAD:
        since = _Since(says="the file was written with a newer library (pip install --upgrade srpp-criteria)")
    item = entry.item
    return ItemStanding(
        position,
        wanted.item,
        one_line(entry.title),
        standing,
        wanted.version,
        wanted.revision,
        entry.version,
        entry.revision,
        since.matter,
        since.steps,
        since.differences,
        since.says,
        item.status is Status.DEPRECATED,
        item.superseded_by,
        item.sunset,
        _misfits(wanted, entry),
        since.doubts,
    )


def _standing_of(wanted: TenderItem, entry: Entry) -> Standing:
    if wanted.version is None:
        return Standing.CURRENT
    held = (version_numbers(wanted.version), entry.revision if wanted.revision is None else wanted.revision)
    now = (version_numbers(entry.version), entry.revision)
    if held[0] != now[0]:
        return Standing.NEWER if held[0] < now[0] else Standing.AHEAD
    return Standing.CURRENT if held == now else Standing.NEWER if held < now else Standing.AHEAD


@dataclass(frozen=True, slots=True)
class _Since:
    """What came since the text that the file was written for; see `ItemStanding`."""

    matter: Matter | None = None
    steps: tuple[Step, ...] = ()
    differences: tuple[Difference, ...] = ()
    says: str = ""
    doubts: tuple[str, ...] = ()


def _since(wanted: TenderItem, entry: Entry, register: Register) -> _Since:
    """What its author and the difference itself say of a newer text; the heavier of both counts."""
    steps = _steps(entry, wanted.version or "")
    recorded = _matter([step.change for step in steps])
    held = register.find(wanted.item, wanted.version or "", entry.locale, wanted.revision)
    if held is None:
        text = f"{wanted.version}+{entry.locale}" + (f".{wanted.revision}" if wanted.revision else "")
        return _Since(recorded, steps, (), f"the text {text} is not on record, so the difference cannot be shown")
    try:
        before = entry_of(held)
    except UnreadableRelease as unreadable:
        return _Since(recorded, steps, (), str(unreadable))
    least = least_change_of(before, entry)
    if least is None:
        return _Since(recorded if steps else Matter.WORDING, steps, (), "nothing that is signed differs")
    weights = [*(step.change for step in steps), least.weight]
    matter = _matter(weights)
    doubts: tuple[str, ...] = ()
    if matter is Matter.DUTY and recorded is not Matter.DUTY:
        doubts = tuple(f"{reason.address}: {reason.why}" for reason in least.decisive)
    return _Since(matter, steps, compare(before, entry).differences, "", doubts)


def _matter(weights: Sequence[Weight]) -> Matter:
    found = heaviest(weights)
    return Matter.UNKNOWN if found is None else _MATTERS.get(found, Matter.UNKNOWN)


def _steps(entry: Entry, held: str) -> tuple[Step, ...]:
    """What the changelog says of the versions after the one that is held."""
    since = version_numbers(held)
    return tuple(
        Step(change.version, change.change, change.says)
        for change in entry.item.changelog
        if version_numbers(change.version) > since
    )


def _why_gone(item: str, edition: Edition, register: Register) -> str:
    if item in edition.missing:
        return edition.missing[item].says
    latest = register.latest(item, edition.locale)
    if latest is not None:
        return f"the library no longer holds it; its last released text is {latest.stamp}"
    return f"the edition {edition.locale} has no such item, and no text of it was ever released"


def _misfits(wanted: TenderItem, entry: Entry) -> tuple[Misfit, ...]:
    """Values that the text of today does not know, or that lie outside its limits."""
    found = []
    for name, value in wanted.parameters.items():
        if name not in entry.parameters:
            known = ", ".join(entry.parameters) or "none"
            found.append(Misfit(name, value, f"the text has no parameter {name} any more (parameters: {known})"))
            continue
        try:
            fill(entry, {name: value})
        except InvalidValue as invalid:
            found.append(Misfit(name, value, "; ".join(invalid.complaints)))
    return tuple(found)
