# SPDX-License-Identifier: Apache-2.0
"""The words of a DOCX or ODT file, paragraph by paragraph, also of files that strangers made.

A file from outside may be a zip bomb, refer to files of this machine or be no office file at all. Each of these ends in
`UnreadableFile`; nothing is unpacked to disk and nothing is fetched.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of a packed file; a tender of a thousand pages has about one million."""
LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one unpacked part."""
LARGEST_WHOLE = 256 * 1024 * 1024
"""Bytes of all unpacked parts, pictures included."""
_MOST_PARTS = 5000

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",  # "Strict Open XML" in Word's save dialogue
)
_OPEN_DOCUMENT_TEXT = ("urn:oasis:names:tc:opendocument:xmlns:text:1.0",)
_SKIPPED = frozenset({"Fallback", "del", "moveFrom", "tracked-changes", "annotation", "ruby-text"})
"""Elements that hold other words than the text: alternatives for old programs, deleted text, comments."""


class UnreadableFile(ValueError):
    """The bytes are no office file that can be read safely; the message says why, in plain words."""


def text_of_docx(data: bytes) -> list[str]:
    r"""The paragraphs and table cells of a Word file in reading order, content controls included.

    Automatic numbers, headers and footers are not part of it; a line break is `\n`, a tab a space. Empty paragraphs are
    left out.

    Raises:
        UnreadableFile: not a Word file, damaged, too large, or with a document type declaration.
    """
    with open_archive(data) as archive:
        root = read_part(archive, main_part(archive))
    return paragraphs_of(root, is_word_paragraph, word_text)


def text_of_odt(data: bytes) -> list[str]:
    r"""The paragraphs, headings and table cells of an OpenDocument text in reading order, fields included.

    Numbers, headers and footers are not part of it; a line break is `\n`, a tab a space. Empty paragraphs are left out.

    Raises:
        UnreadableFile: not an OpenDocument file, damaged, too large, or with a document type declaration.
    """
    with open_archive(data) as archive:
        root = read_part(archive, "content.xml")
    return paragraphs_of(root, is_odt_paragraph, odt_text)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive of an office file, if it is one and no bomb.

    Raises:
        UnreadableFile: too large, no archive, encrypted, or unpacking to far more than office files do.
    """
    if len(data) > LARGEST_FILE:
        raise UnreadableFile(f"the file has {len(data)} bytes; more than {LARGEST_FILE} are not read")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableFile("the file is no zip archive, so it is neither DOCX nor ODT") from error
    if len(archive.namelist()) > _MOST_PARTS:
        raise UnreadableFile(f"the file has {len(archive.namelist())} parts; more than {_MOST_PARTS} are not read")
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile("the file is encrypted (open it in the office program and save it without a password)")
    # What the table of contents says may lie; read_part counts the bytes themselves.
    if sum(part.file_size for part in parts) > LARGEST_WHOLE:
        raise UnreadableFile(f"the file unpacks to more than {LARGEST_WHOLE} bytes")
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """One XML part as a tree.

    Raises:
        UnreadableFile: missing, damaged, too large, no XML, or with a document type declaration.
    """
    if name not in archive.namelist():
        raise UnreadableFile(f"the file has no part {name}")
    if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableFile(f"part {name} is packed in a way that office files never are")
    try:
        with archive.open(name) as part:
            # The size in the archive's table of contents may lie, so the bytes themselves are counted.
            content = part.read(LARGEST_PART + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise UnreadableFile(f"part {name} is damaged or encrypted") from error
    if len(content) > LARGEST_PART:
        raise UnreadableFile(f"part {name} unpacks to more than {LARGEST_PART} bytes")
    # One parser per part: a parser of lxml must not be shared between threads.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"part {name} is no well-formed XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableFile(f"part {name} has a document type declaration, which office files never have")
    return root


def main_part(archive: zipfile.ZipFile) -> str:
    """The name of the part that holds the words of a Word file."""
    for relationship in read_part(archive, "_rels/.rels"):
        if relationship.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relationship.get("Target", "")).lstrip("/")
    raise UnreadableFile("the file names no main document, so it is no Word file")


def paragraphs_of(
    root: etree._Element, is_paragraph: Callable[[etree._Element], bool], words: Callable[[etree._Element], str]
) -> list[str]:
    """The texts of all paragraphs that have any."""
    texts = (words(element) for element in elements_of(root, lambda _: False) if is_paragraph(element))
    return [text for text in texts if text.strip()]


def elements_of(root: etree._Element, stop: Callable[[etree._Element], bool]) -> Iterator[etree._Element]:
    """All elements below, in order, without those that stop and what is skipped."""
    waiting = list(reversed(root))
    while waiting:
        element = waiting.pop()
        if local_name(element) in _SKIPPED or stop(element):
            continue
        yield element
        waiting.extend(reversed(element))


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def is_word_paragraph(element: etree._Element) -> bool:
    """Whether an element is a paragraph of Word."""
    name = etree.QName(element)
    return name.localname == "p" and name.namespace in _WORD


def is_odt_paragraph(element: etree._Element) -> bool:
    """Whether an element is a paragraph or heading of an OpenDocument text."""
    name = etree.QName(element)
    return name.localname in ("p", "h") and name.namespace in _OPEN_DOCUMENT_TEXT


def word_text(paragraph: etree._Element) -> str:
    """The words of one paragraph of Word, not those of paragraphs inside it."""
    return "".join(map(_word_piece, elements_of(paragraph, is_word_paragraph)))


def _word_piece(element: etree._Element) -> str:
    name, parent = etree.QName(element), element.getparent()
    # w:tab is a tab in a run, but a tab stop in paragraph properties.
    if name.namespace not in _WORD or parent is None or local_name(parent) != "r":
        return ""
    match name.localname:
        case "t":
            return element.text or ""
        case "br" | "cr":
            return "\n" if element.get(f"{{{name.namespace}}}type") in (None, "textWrapping") else ""
        case "tab":
            return " "
        case "noBreakHyphen":
            return "\N{NON-BREAKING HYPHEN}"
        case _:
            return ""


def odt_text(element: etree._Element) -> str:
    """The words of one paragraph of an OpenDocument text."""
    pieces = [element.text or ""]
    for child in element:
        if local_name(child) not in _SKIPPED and not is_odt_paragraph(child):
            match local_name(child):
                case "s":
                    count = child.get(f"{{{_OPEN_DOCUMENT_TEXT[0]}}}c", "1")
                    pieces.append(" " * int(count[:3]) if count.isascii() and count.isdigit() else " ")
                case "tab":
                    pieces.append(" ")
                case "line-break":
                    pieces.append("\n")
                case _:
                    pieces.append(odt_text(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
