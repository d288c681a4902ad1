# SPDX-License-Identifier: Apache-2.0
"""SRPP6xx: the register of published texts itself, line by line, and what is written from it.

Reading the shelf proves the chain of hashes; only here is every entry opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.diagnostics import Diagnostic, Place
from srpp_criteria.edition.released import entry_of
from srpp_criteria.edition.text_changelog import FILE, text_changelog
from srpp_criteria.errors import UnreadableRelease
from srpp_criteria.models.signed import fingerprint_of
from srpp_criteria.shelf.released import dumped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.shelf.released import Released
    from srpp_criteria.shelf.shelf import Shelf

RESTORE = "restore the line from the history; what was released is never changed"


def check_register(shelf: Shelf) -> Iterator[Diagnostic]:
    """Lines that do not hold together, released items that are gone, and a changelog that is behind."""
    broken = [diagnostic for line in shelf.register.lines for diagnostic in _line(line)]
    yield from broken
    yield from _gone(shelf)
    if not broken:
        yield from _changelog(shelf)


def _line(line: Released) -> Iterator[Diagnostic]:
    try:
        text = line.text
        same = dumped(text) == line.line
    except (UnreadableRelease, RecursionError, ValueError) as error:
        says = error.says if isinstance(error, UnreadableRelease) else "it cannot be read"
        yield Diagnostic(line.place, "SRPP601", f"line of the register of published texts is broken: {says}", RESTORE)
        return
    if not same:
        says = "line of the register of published texts is broken: it is not as srpp release writes it"
        yield Diagnostic(line.place, "SRPP601", says, RESTORE)
        return
    if fingerprint_of(text.entry) != text.sha256:
        yield Diagnostic(line.place, "SRPP615", f"the words of {line.stamp} do not have its fingerprint", RESTORE)
        return
    try:
        entry_of(text)
    except UnreadableRelease as unreadable:
        yield Diagnostic(line.place, "SRPP616", unreadable.says, unreadable.hint)


def _gone(shelf: Shelf) -> Iterator[Diagnostic]:
    for item in shelf.register.items:
        if item not in shelf.items:
            line = shelf.register.lines_of(item)[-1]
            says = f'the item "{item}" was released and is no longer in criteria/'
            hint = "bring its file back with status: deprecated, superseded_by and sunset"
            yield Diagnostic(line.place, "SRPP609", says, hint)


def _changelog(shelf: Shelf) -> Iterator[Diagnostic]:
    if not len(shelf.register):
        return
    file = shelf.root / FILE
    try:
        text = file.read_text(encoding="utf-8") if file.is_file() else ""
    except (OSError, UnicodeDecodeError):
        text = ""
    if text != text_changelog(shelf.register):
        says = "the changelog of the texts is not what the register gives"
        yield Diagnostic(Place(FILE), "SRPP617", says, "run srpp release; it is written, never edited")
