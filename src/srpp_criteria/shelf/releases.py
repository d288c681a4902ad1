# SPDX-License-Identifier: Apache-2.0
"""Read the folders of the register of published texts, and prove on the way that nobody touched them.

    criteria/published/2026-11-29/release.json    the seal: hashes of the files, and of the seal before
    criteria/published/2026-11-29/en.jsonl        one line a text

Every byte is hashed, but no entry is read: that is left to who wants one, and to `srpp check`.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from pydantic import ValidationError

from srpp_criteria.diagnostics import Diagnostic, Place, counted
from srpp_criteria.models.published import Release
from srpp_criteria.shelf.register import Register
from srpp_criteria.shelf.released import Released, dumped
from srpp_criteria.source.files import name_in, read_bytes
from srpp_criteria.source.limits import MAX_PUBLISHED_BYTES, MAX_REFUSALS, MAX_SEAL_BYTES
from srpp_criteria.source.refusals import Refusal, Refusals

if TYPE_CHECKING:
    from pathlib import Path

SEAL = "release.json"

BROKEN_LINE = "SRPP601"
BROKEN_SEAL = "SRPP613"
OUT_OF_ORDER = "SRPP614"

RESTORE = "restore it from the history; what was released is never changed"

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d{1,5}))?")


def release_order(name: str) -> tuple[str, int]:
    """By which folders are put in order: the day, then the number on that day.

    >>> sorted(["2026-11-29-10", "2026-11-30", "2026-11-29-2", "2026-11-29"], key=release_order)
    ['2026-11-29', '2026-11-29-2', '2026-11-29-10', '2026-11-30']
    """
    match = _NAME.fullmatch(name)
    return (name, 0) if match is None else (match[1], int(match[2] or 1))


def read_register(folder: Path, root: Path) -> tuple[Register, list[Diagnostic]]:
    """The register below a folder, and everything that is wrong with it; broken lines are left out."""
    reading = _Reading(root)
    names = reading.names(folder)
    lines: list[Released] = []
    seal: str | None = None
    for name in sorted(names, key=release_order):
        found, seal = reading.release(folder / name, seal)
        lines += found
    return Register(reading.in_order(lines), seal=seal), reading.diagnostics


class _Reading:
    """One pass over the folders; diagnostics gather on the way."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.diagnostics: list[Diagnostic] = []

    def names(self, folder: Path) -> list[str]:
        """Folders of releases; what else lies there is reported, but for leftovers of a killed run."""
        names = []
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.startswith("."):
                continue
            if path.is_dir() and _NAME.fullmatch(path.name):
                names.append(path.name)
            else:
                hint = "only srpp release adds something here"
                self._complain(Place(name_in(self.root, path)), Refusal.STRAY_NAME, "this is no release", hint)
        return names

    def release(self, folder: Path, before: str | None) -> tuple[list[Released], str | None]:
        """The lines of one release, and the hash of its seal."""
        name = name_in(self.root, folder)
        place = Place(f"{name}/{SEAL}")
        content = self._bytes(folder / SEAL, MAX_SEAL_BYTES)
        if content is None:
            return [], None
        lines: list[Released] = []
        hashes: dict[str, str] = {}
        texts = 0
        for path in sorted(folder.iterdir()):
            if path.name == SEAL or path.name.startswith("."):
                continue
            if path.suffix != ".jsonl" or not path.is_file():
                self._complain(
                    Place(name_in(self.root, path)), Refusal.STRAY_NAME, "this belongs to no release", RESTORE
                )
                continue
            data = self._bytes(path, MAX_PUBLISHED_BYTES)
            if data is None:
                continue
            hashes[path.name] = hashlib.sha256(data).hexdigest()
            found, count = self._lines(data, path, folder.name)
            texts += count
            lines += found
        self._prove(content, place, folder.name, before, hashes, texts)
        return lines, hashlib.sha256(content).hexdigest()

    def _lines(self, data: bytes, path: Path, release: str) -> tuple[list[Released], int]:
        file = name_in(self.root, path)
        found: list[Released] = []
        broken = 0
        lines = data.split(b"\n")
        if lines[-1]:
            says, hint = "the file ends in the middle of a line", RESTORE
            self._complain(Place(file, len(lines)), BROKEN_LINE, says, hint)
        for number, line in enumerate(lines[:-1], 1):
            place = Place(file, number)
            text = Released.parse(line, release, place)
            if text is not None and text.locale == path.stem and text.released.isoformat() == release_order(release)[0]:
                found.append(text)
                continue
            broken += 1
            if broken > MAX_REFUSALS:
                continue
            if text is None:
                says = "line of the register of published texts is broken: it does not begin as srpp release writes it"
            elif text.locale != path.stem:
                says = f'line of the register of published texts is broken: locale "{text.locale}" has another file'
            else:
                says = (
                    f"line of the register of published texts is broken: {text.released} is not the day of the folder"
                )
            self._complain(place, BROKEN_LINE, says, RESTORE)
        return found, len(lines) - 1

    def _prove(
        self, content: bytes, place: Place, release: str, before: str | None, hashes: dict[str, str], texts: int
    ) -> None:
        """Whether the seal holds: in its form, to the seal before, and to the files beside it."""
        try:
            seal = Release.model_validate_json(content)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            field = ".".join(str(step) for step in first["loc"])
            self._complain(place, BROKEN_SEAL, f"the seal of the release is broken: {field} {first['msg']}", RESTORE)
            return
        if dumped(seal) + b"\n" != content:
            self._complain(place, BROKEN_SEAL, "the seal of the release is not as srpp release writes it", RESTORE)
        if seal.released.isoformat() != release_order(release)[0]:
            self._complain(place, BROKEN_SEAL, f"the release of {seal.released} has another folder", RESTORE)
        if seal.previous != before:
            says = "the chain of releases is broken: the release before was changed or removed"
            self._complain(place, BROKEN_SEAL, says, RESTORE)
        for file in sorted(seal.files.keys() | hashes.keys()):
            there = Place(place.file.removesuffix(SEAL) + file)
            if file not in hashes:
                self._complain(there, BROKEN_SEAL, "a file of the release is missing", RESTORE)
            elif file not in seal.files:
                self._complain(there, BROKEN_SEAL, "the file was added to the release later", "take it out again")
            elif seal.files[file] != hashes[file]:
                self._complain(there, BROKEN_SEAL, "the file was changed after its release", RESTORE)
        if seal.texts != texts:
            says = f"the release has {counted(texts, 'text')}, its seal counts {seal.texts}"
            self._complain(place, BROKEN_SEAL, says, RESTORE)

    def in_order(self, lines: list[Released]) -> list[Released]:
        """Each text once, the revisions of a version one after the other from 1; what is not is left out and said."""
        kept: list[Released] = []
        revisions: dict[tuple[str, str, str], dict[int, Released]] = {}
        for line in lines:
            before = revisions.setdefault((line.item, line.version, line.locale), {})
            same = before.get(line.revision)
            if same is not None:
                says = f"{line.stamp.partition('#')[0]} stands already in {same.place}"
                self._complain(line.place, OUT_OF_ORDER, says, RESTORE)
                continue
            if line.revision != len(before) + 1:
                says = (
                    f"revision {line.revision} of {line.item} {line.version} in {line.locale} follows on {len(before)}"
                )
                self._complain(line.place, OUT_OF_ORDER, says, RESTORE)
            twin = next((one for one in before.values() if one.sha256 == line.sha256), None)
            if twin is not None:
                says = f"the same words were released before, in {twin.place}"
                self._complain(line.place, OUT_OF_ORDER, says, RESTORE)
            before[line.revision] = line
            kept.append(line)
        return kept

    def _bytes(self, path: Path, limit: int) -> bytes | None:
        refusals = Refusals(name_in(self.root, path))
        content = read_bytes(path, self.root, limit, refusals)
        self.diagnostics += refusals.in_reading_order()
        return content

    def _complain(self, place: Place, code: str, says: str, hint: str) -> None:
        self.diagnostics.append(Diagnostic(place, code, says, hint))
