# SPDX-License-Identifier: Apache-2.0
"""Release texts: find what is new, write it into the register, write the changelog from the register."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from srpp_criteria.checks import check_shelf
from srpp_criteria.diagnostics import Severity
from srpp_criteria.edition.released import published
from srpp_criteria.edition.resolve import resolve
from srpp_criteria.edition.text_changelog import FILE, text_changelog
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.publishing.folder import next_name, remove_unfinished, write_release
from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srpp_criteria.models.published import PublishedText
    from srpp_criteria.shelf.shelf import Shelf

DOES_NOT_STOP = "SRPP617"
"""The changelog of the texts that is behind: a release mends it."""


@dataclass(frozen=True, slots=True)
class ReleasePlan:
    """What a release would do: the texts it adds, and the name it gets; no name if there is nothing to add."""

    day: dt.date
    name: str | None
    texts: tuple[PublishedText, ...]
    changelog_is_behind: bool

    @property
    def drafts(self) -> int:
        """Texts among them that nobody qualified has reviewed yet."""
        return sum(1 for text in self.texts if text.entry["item"]["status"] == "draft")


def plan_release(root: Path, day: dt.date | None = None) -> ReleasePlan:
    """What `release` would do now; nothing is written.

    Raises:
        InvalidLibrary: `srpp check` finds errors.
        ReleaseRefused: a later day was released already.
    """
    return _plan(_sound_shelf(root), day or dt.datetime.now(tz=dt.UTC).date())


def release(root: Path, day: dt.date | None = None) -> ReleasePlan:
    """Add every text that is new to the register of a checkout, then write the changelog of the texts.

    A run that is killed leaves the register as it was, or with the whole release; in the second case the next run
    writes the changelog.

    Raises:
        InvalidLibrary: `srpp check` finds errors.
        ReleaseRefused: a later day was released already, or somebody else released meanwhile.
    """
    shelf = _sound_shelf(root)
    plan = _plan(shelf, day or dt.datetime.now(tz=dt.UTC).date())
    folder = root / "criteria" / "published"
    if plan.name is not None:
        write_release(folder, shelf.register, plan.texts, plan.day)
        shelf = read_shelf(root)
    else:
        remove_unfinished(folder)
    wanted = text_changelog(shelf.register)
    if len(shelf.register) and _text(root / FILE) != wanted:
        _replace(root / FILE, wanted)
    return plan


def new_texts(shelf: Shelf, day: dt.date) -> tuple[PublishedText, ...]:
    """Every text of every edition that is not on record yet, by edition and item.

    A text that an edition keeps because its national decision is stale was released before; it has a note.
    """
    found: list[PublishedText] = []
    for locale in shelf.locales:
        data, _ = resolve(shelf, locale)
        for entry in data.entries:
            known = {line.sha256 for line in shelf.register.lines_of(entry.id, locale) if line.version == entry.version}
            if entry.note is None and entry.sha256 not in known:
                found.append(published(entry, day))
    return tuple(found)


def _plan(shelf: Shelf, day: dt.date) -> ReleasePlan:
    texts = new_texts(shelf, day)
    name = next_name(shelf.register, day) if texts else None
    behind = bool(len(shelf.register)) and _text(shelf.root / FILE) != text_changelog(shelf.register)
    return ReleasePlan(day, name, texts, behind)


def _sound_shelf(root: Path) -> Shelf:
    shelf = read_shelf(root)
    errors = [one for one in check_shelf(shelf) if one.severity is Severity.ERROR and one.code != DOES_NOT_STOP]
    if errors:
        raise InvalidLibrary(errors)
    return shelf


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _replace(file: Path, text: str) -> None:
    """Write a file as a whole or not at all."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=".changelog-") as folder:
        unfinished = Path(folder) / file.name
        with unfinished.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(file)


def as_rows(texts: Sequence[PublishedText]) -> list[dict[str, object]]:
    """What `srpp release --json` prints of each text."""
    return [
        {
            "stamp": text.stamp,
            "item": text.item,
            "version": text.version,
            "locale": text.locale,
            "revision": text.revision,
            "status": text.entry["item"]["status"],
            "sha256": text.sha256,
        }
        for text in texts
    ]
