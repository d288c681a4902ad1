# SPDX-License-Identifier: Apache-2.0
"""A draft as blocks of text. What a file is, its bytes say; its name only tells HTML from text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from srpp_criteria.errors import UnreadableDraft
from srpp_criteria.recognition.drafts.lines import blocks_of_lines

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE: Final = 20 * 1024 * 1024

_ARCHIVE: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OTHERS: Final = (
    (b"%PDF-", "is a PDF (save the draft as DOCX, ODT or text and check that)"),
    (b"\xd0\xcf\x11\xe0", "is an old Word file or a file with a password (save it as DOCX without a password)"),
    (b"{\\rtf", "is RTF (save it as DOCX or ODT)"),
)
_HTML_NAME = re.compile(r"\.x?html?$", re.IGNORECASE)
_HTML_START = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_OFFICE_NAME = re.compile(r"\.(?:docx|docm|dotx|odt|ott)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """Paragraphs, headings, list entries and cells in order, and what a reader should know of the file."""

    blocks: tuple[str, ...]
    notes: tuple[str, ...] = ()


def read_draft(path: Path) -> Draft:
    """The blocks of a file.

    Raises:
        UnreadableDraft: the file cannot be read safely, or there are no words in it; the error says why.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnreadableDraft(path.name, f"cannot be opened ({error.strerror or 'no such file'})") from error
    return draft_of(data, path.name)


def draft_of(data: bytes, name: str) -> Draft:
    """The blocks of the bytes of a file.

    Raises:
        UnreadableDraft: as in `read_draft`.

    >>> draft_of(b"1. The Contractor pays.\\n\\nOn time.", "draft.txt").blocks
    ('1. The Contractor pays.', 'On time.')
    """
    if len(data) > LARGEST_FILE:
        raise UnreadableDraft(name, f"has more than {LARGEST_FILE // 1024 // 1024} MB (cut it into parts)")
    draft = _read(data, name)
    if not any(block.strip() for block in draft.blocks):
        raise UnreadableDraft(name, "has no words in it")
    return draft


def _read(data: bytes, name: str) -> Draft:
    if data.startswith(_ARCHIVE):
        from srpp_criteria.recognition.drafts.office import blocks_of_office

        return Draft(*blocks_of_office(data, name))
    for beginning, says in _OTHERS:
        if data.startswith(beginning):
            raise UnreadableDraft(name, says)
    if _OFFICE_NAME.search(name):
        raise UnreadableDraft(name, "is no office file, whatever its name says (is it damaged?)")
    text = _decoded(data, name)
    if _HTML_NAME.search(name) or _HTML_START.match(text):
        from srpp_criteria.recognition.drafts.html import blocks_of_html

        return Draft(tuple(blocks_of_html(text)))
    return Draft(tuple(blocks_of_lines(text)))


def _decoded(data: bytes, name: str) -> str:
    """The words of a text file: by its byte order mark, as UTF-8, or as Windows wrote it."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\0" in data:
        raise UnreadableDraft(name, "is neither text nor an office file")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("windows-1252", errors="replace")
