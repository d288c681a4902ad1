# SPDX-License-Identifier: Apache-2.0
"""Word and OpenDocument files as blocks, notes and headers included, deleted text left out; no macro is run."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from srpp_criteria.errors import MissingExtra, UnreadableDraft

if TYPE_CHECKING:
    import zipfile

    from lxml.etree import _Element

_BESIDE = re.compile(r"(?:footnotes|endnotes|header[0-9]*|footer[0-9]*)\.xml")
_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo", "tracked-changes"})

TRACKED_CHANGES = "The file has tracked changes: what was put in is read, what was deleted is not."
MACROS = "The file has macros; they were not run."
COMMENTS = "The file has comments; they were not read."


def blocks_of_office(data: bytes, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The blocks of a DOCX or ODT file, and notes about it.

    Raises:
        UnreadableDraft: neither of the two, damaged, encrypted, or unpacking to more than office files do.
        MissingExtra: the library that reads office files is not installed.
    """
    try:
        from srpp_criteria.documents import read_back
    except ImportError as error:
        raise MissingExtra("reading DOCX and ODT", "documents") from error
    try:
        with read_back.open_archive(data) as archive:
            if "content.xml" in archive.namelist():
                roots = [read_back.read_part(archive, part) for part in ("content.xml", *_styles(archive))]
                paragraphs = [
                    text
                    for root in roots
                    for text in read_back.paragraphs_of(root, read_back.is_odt_paragraph, read_back.odt_text)
                ]
            else:
                roots = [
                    read_back.read_part(archive, part) for part in _word_parts(archive, read_back.main_part(archive))
                ]
                paragraphs = [
                    text
                    for root in roots
                    for text in read_back.paragraphs_of(root, read_back.is_word_paragraph, read_back.word_text)
                ]
            return tuple(paragraphs), tuple(_notes(archive, roots))
    except read_back.UnreadableFile as error:
        raise UnreadableDraft(name, f"cannot be read: {error}") from error
    except RecursionError as error:
        raise UnreadableDraft(name, "is nested deeper than office files ever are") from error


def _styles(archive: zipfile.ZipFile) -> list[str]:
    """Where OpenDocument keeps headers and footers."""
    return ["styles.xml"] if "styles.xml" in archive.namelist() else []


def _word_parts(archive: zipfile.ZipFile, main: str) -> list[str]:
    folder = posixpath.dirname(main)
    names = sorted(set(archive.namelist()))
    beside = [one for one in names if posixpath.dirname(one) == folder and _BESIDE.fullmatch(posixpath.basename(one))]
    return [main, *beside]


def _notes(archive: zipfile.ZipFile, roots: list[_Element]) -> list[str]:
    from srpp_criteria.documents.read_back import local_name

    names = {posixpath.basename(name) for name in archive.namelist()}
    notes = []
    if any(local_name(element) in _TRACKED for root in roots for element in root.iter("*")):
        notes.append(TRACKED_CHANGES)
    if "vbaProject.bin" in names or any(name.startswith("Basic/") for name in archive.namelist()):
        notes.append(MACROS)
    if "comments.xml" in names:
        notes.append(COMMENTS)
    return notes
