# SPDX-License-Identifier: Apache-2.0
"""Released texts as the site shows them: where each has its page, what its changelog says, and its words in any case.

A text of ten years ago may not fit today's models. Its page must be there all the same, so whatever a page needs of
such a text is taken from its JSON, and nothing in it is believed to be what it should be.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from srpp_criteria.edition.released import entry_of
from srpp_criteria.errors import UnreadableRelease
from srpp_criteria.shelf.released import version_numbers

if TYPE_CHECKING:
    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.shelf.released import Released
    from srpp_criteria.site.edition_site import EditionSite

_VERSION = re.compile(r"[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class Note:
    """What the changelog says of one version."""

    version: str
    says: str


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part of a text as the register holds it: figures stand in braces."""

    title: str
    text: str


@dataclass(frozen=True)
class ReleasedText:
    """A line of the register as a page reads it.

    Attributes:
        line: the line.
        before: the line before it in the history of the item in this edition.
    """

    line: Released
    before: Released | None = None

    @property
    def name(self) -> str:
        """Version and revision, as its address has them: `1.0.0-r1`."""
        return name_of(self.line)

    @cached_property
    def entry(self) -> Entry | None:
        """The entry as it was released; None if it does not fit today's models."""
        try:
            # Asked of a copy of the line: the line itself would keep what it has read until the whole site is built.
            return entry_of(replace(self.line).text)
        except UnreadableRelease:
            return None

    @property
    def title(self) -> str:
        """The title it was released under; the id of the item if it has none."""
        return _words(self._item.get("title")) or self.line.item

    @property
    def intent(self) -> str:
        """What the item was for, in the words of the release; empty if nobody said so."""
        return _words(self._item.get("intent"))

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors it served."""
        found = self._item.get("sectors")
        return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()

    @property
    def kind(self) -> str:
        """What the step from the text before means: first, major, minor, patch or revision."""
        return "first" if self.before is None else kind_of_step(self.before, self.line)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the changelog says of every version since the text before, the newest first."""
        return self.notes_since(self.before)

    def notes_since(self, before: Released | None) -> tuple[Note, ...]:
        """What the changelog says of the versions after another text; of the own version, if there is no other."""
        start = version_numbers(before.version) if before is not None else None
        end = version_numbers(self.line.version)
        told = ((version_numbers(note.version), note) for note in self._notes)
        return tuple(note for at, note in told if (at == end if start is None else start < at <= end))

    @property
    def parts(self) -> tuple[WrittenPart, ...]:
        """The parts as they are written, whatever the models of today say."""
        return tuple(WrittenPart(_words(part.get("title")), _words(part.get("text"))) for part in self._listed("text"))

    @property
    def _notes(self) -> list[Note]:
        notes = [Note(_words(one.get("version")), _words(one.get("says"))) for one in self._listed("changelog")]
        return [note for note in notes if _VERSION.fullmatch(note.version) and note.says]

    def _listed(self, field: str) -> list[dict[str, Any]]:
        found = self._item.get(field)
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    @cached_property
    def _item(self) -> dict[str, Any]:
        try:
            line = json.loads(self.line.line)
        except (ValueError, RecursionError):  # the head of the line is enough for its page
            return {}
        entry = line.get("entry")
        item = entry.get("item") if isinstance(entry, dict) else None
        return item if isinstance(item, dict) else {}


def history_of(item: str, site: EditionSite) -> tuple[ReleasedText, ...]:
    """Every released text of an item in an edition, the oldest first."""
    lines = site.whole.shelf.register.lines_of(item, site.locale)
    return tuple(ReleasedText(line, before) for before, line in zip((None, *lines), lines, strict=False))


def name_of(line: Released) -> str:
    """Version and revision, as the address of its page has them."""
    return f"{line.version}-r{line.revision}"


def address_of(line: Released) -> str:
    """Where the page of a released text lies below the folder of its edition, for ever."""
    return f"{line.item}/{name_of(line)}/"


def kind_of_step(before: Released, after: Released) -> str:
    """What a step means for those who hold the text before; the numbers say so, and a check that they are right."""
    old, new = version_numbers(before.version), version_numbers(after.version)
    if old == new:
        return "revision"
    if old[0] != new[0]:
        return "major"
    return "minor" if old[1] != new[1] else "patch"


def _words(value: object) -> str:
    return value if isinstance(value, str) else ""
