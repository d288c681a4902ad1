# SPDX-License-Identifier: Apache-2.0
"""What a change of files does to the texts: two checkouts compared, edition by edition.

Both sides may have faults: what can be read is compared, and what is wrong on the new side alone is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from srpp_criteria.checks import check_shelf
from srpp_criteria.comparison.texts import compare
from srpp_criteria.comparison.weight import heaviest, least_change_of
from srpp_criteria.edition.adapt import is_stale
from srpp_criteria.edition.resolve import resolve
from srpp_criteria.shelf.reading import read_shelf
from srpp_criteria.shelf.shelf import MASTER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from srpp_criteria.comparison.texts import Comparison
    from srpp_criteria.comparison.weight import Least
    from srpp_criteria.diagnostics import Diagnostic
    from srpp_criteria.edition.entry import EditionData, Entry
    from srpp_criteria.models.item import Weight
    from srpp_criteria.shelf.register import Register
    from srpp_criteria.shelf.shelf import Shelf

PUBLISHED = "criteria/published"


class Outcome(StrEnum):
    """What became of a text in one edition."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    BESIDE = "changed beside the text"
    """Advice, sources, codes: nothing that stands in a contract."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """One text of one edition that is not what it was.

    Attributes:
        item: id of the item.
        locale: the edition.
        outcome: added, changed, removed, or changed beside the text.
        before: the text as it was; None if it is new.
        after: the text as it is now; None if the edition has it no more.
        comparison: every signed field that differs; None unless the text changed.
        entered: the heaviest kind of change that the changelog names since then; None without a new version.
        least: the smallest honest kind of change; None unless the text changed.
        why: why the edition has it no more; empty otherwise.
        is_released: whether somebody may hold the version as it was, because it stands in the register.
    """

    item: str
    locale: str
    outcome: Outcome
    before: Entry | None = None
    after: Entry | None = None
    comparison: Comparison | None = None
    entered: Weight | None = None
    least: Least | None = None
    why: str = ""
    is_released: bool = False

    @property
    def title(self) -> str:
        """The title in the language of the edition."""
        entry = self.after or self.before
        return entry.title if entry else self.item


@dataclass(frozen=True, slots=True)
class StaleOverlay:
    """A market's decision that waits for its expert: it was written for an older text.

    Attributes:
        market: code of the market.
        item: id of the item.
        reviewed_for: the version it was written for.
        version: the version that the item has now.
    """

    market: str
    item: str
    reviewed_for: str
    version: str


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """All that a reviewer wants to know before reading the files.

    Attributes:
        texts: every text that differs, those of the master edition first.
        findings: what the checks say of the new side and did not say of the old one.
        stale: decisions of markets that became too old by this change.
        broken_releases: files of the register of published texts that changed or went; must be empty.
        new_releases: files that came into the register.
    """

    texts: tuple[TextChange, ...]
    findings: tuple[Diagnostic, ...]
    stale: tuple[StaleOverlay, ...]
    broken_releases: tuple[str, ...]
    new_releases: tuple[str, ...]


def change_report(base: Path, root: Path) -> ChangeReport:
    """Compare two checkouts.

    Args:
        base: the checkout as it was.
        root: the checkout as it shall be.
    """
    old, new = read_shelf(base), read_shelf(root)
    was, now = _releases(base), _releases(root)
    return ChangeReport(
        texts=tuple(_texts(old, new)),
        findings=_new_findings(old, new),
        stale=tuple(sorted(set(_stale(new)) - set(_stale(old)), key=lambda one: (one.market, one.item))),
        broken_releases=tuple(name for name, content in was.items() if now.get(name) != content),
        new_releases=tuple(name for name in now if name not in was),
    )


def _texts(old: Shelf, new: Shelf) -> Iterator[TextChange]:
    locales = [*new.locales, *(locale for locale in old.locales if locale not in new.locales)]
    for locale in sorted(locales, key=lambda locale: locale != MASTER):
        before = _edition(old, locale)
        after = _edition(new, locale)
        yield from _changed_texts(before, after, locale, new.register)


def _edition(shelf: Shelf, locale: str) -> EditionData | None:
    return resolve(shelf, locale)[0] if locale in shelf.locales else None


def _changed_texts(
    before: EditionData | None, after: EditionData | None, locale: str, register: Register
) -> Iterator[TextChange]:
    was = {entry.id: entry for entry in before.entries} if before else {}
    now = {entry.id: entry for entry in after.entries} if after else {}
    reasons = {missing.item: missing.says for missing in after.missing} if after else {}
    for item in sorted(was.keys() | now.keys()):
        old, new = was.get(item), now.get(item)
        if old is None:
            yield TextChange(item, locale, Outcome.ADDED, after=new)
        elif new is None:
            yield TextChange(item, locale, Outcome.REMOVED, before=old, why=reasons.get(item, ""))
        elif old.sha256 != new.sha256 or old.version != new.version:
            yield TextChange(
                item,
                locale,
                Outcome.CHANGED,
                before=old,
                after=new,
                comparison=compare(old, new),
                entered=_entered(old, new),
                least=least_change_of(old, new),
                is_released=register.find(item, old.version, MASTER) is not None,
            )
        elif old.item != new.item:
            yield TextChange(item, locale, Outcome.BESIDE, before=old, after=new)


def _entered(old: Entry, new: Entry) -> Weight | None:
    known = {change.version for change in old.item.changelog}
    return heaviest([change.change for change in new.item.changelog if change.version not in known])


def _stale(shelf: Shelf) -> Iterator[StaleOverlay]:
    for (market, item), overlay in shelf.overlays.items():
        base = shelf.items.get(item)
        decision = overlay.value
        if base is not None and is_stale(reviewed_for=decision.reviewed_for, base=base.value.version):
            yield StaleOverlay(market, item, decision.reviewed_for, base.value.version)


def _new_findings(old: Shelf, new: Shelf) -> tuple[Diagnostic, ...]:
    """A finding that only moved to another line is not new."""
    known = {(one.place.file, one.code, one.says) for one in check_shelf(old)}
    return tuple(one for one in check_shelf(new) if (one.place.file, one.code, one.says) not in known)


def _releases(root: Path) -> dict[str, bytes]:
    """Every file of the register by its name; a link is its own kind of change and is not followed."""
    folder = root / PUBLISHED
    return {
        path.relative_to(root).as_posix(): b"" if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }
