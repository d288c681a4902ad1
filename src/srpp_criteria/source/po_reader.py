# SPDX-License-Identifier: Apache-2.0
"""Translations out of gettext PO files.

Babel reads them; but Babel forgives, and silently loses text where a quotation mark is missing, an entry stands twice
or a header asks for a thousand million plural forms. So every line is checked first, and only a file in good order
is handed on. Obsolete entries (`#~`) are what Weblate keeps for later; they are no translations and are passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser

from srpp_criteria.source.characters import is_clean, refuse_escapes, text_of
from srpp_criteria.source.files import fits, name_in, read_bytes
from srpp_criteria.source.limits import MAX_PO_BYTES
from srpp_criteria.source.refusals import Refusal, Refusals

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from srpp_criteria.diagnostics import Diagnostic

_QUOTED: Final = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_KEYWORD_LINE: Final = re.compile(rf"(msgctxt|msgid|msgstr) +({_QUOTED})\s*")
_CONTINUATION: Final = re.compile(rf"{_QUOTED}\s*")
_ESCAPE: Final = re.compile(r"\\(.)")
_KNOWN_ESCAPES: Final = frozenset('\\"nt')
_PLURAL: Final = re.compile(r"msgid_plural\b|msgstr\[")
_WORD: Final = re.compile(r"[^\s\"]*\s*")

_NOT_LAST: Final = ("msgctxt", "msgid")
# After which keyword an entry may go on with which: its context may be left out, its translation may not.
_MAY_FOLLOW: Final = {
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgstr",),
    "msgstr": ("msgctxt", "msgid"),
}
_UTF8: Final = ("utf-8", "utf8", "us-ascii")
_NOT_QUOTED: Final = "the text is not between two quotation marks"
_HOW_TO_QUOTE: Final = 'write "…", and \\" for a quotation mark inside'


class PoKey(NamedTuple):
    """What a translation belongs to: its context `<item-id>:<part-or-field>` (empty: none) and the English text."""

    context: str
    msgid: str


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One translation.

    Attributes:
        text: the translated text (`msgstr`); empty while nobody has translated it.
        fuzzy: the original changed since, or a machine guessed; not to be used before somebody has looked.
        line: line of the `msgid` in the file, from 1.
    """

    text: str
    fuzzy: bool
    line: int


@dataclass(frozen=True, slots=True)
class PoFile:
    """One gettext catalogue as it was read.

    Attributes:
        file: POSIX path relative to the root that was read.
        header: the lines of the header entry by name, such as `Language`.
        entries: the translations, in the order of the file; empty when the file was refused.
        diagnostics: why it was refused, in reading order; empty when it was not.
    """

    file: str
    header: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[PoKey, PoEntry] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def read_po(path: Path, root: Path) -> PoFile:
    """Read one PO file below `root`; never raises for what is in it, nor for a file that cannot be read."""
    file = name_in(root, path)
    refusals = Refusals(file)
    content = read_bytes(path, root, MAX_PO_BYTES, refusals)
    if content is None:
        return PoFile(file, diagnostics=refusals.in_reading_order())
    return parse_po(content, file=file)


def parse_po(content: bytes, *, file: str) -> PoFile:
    r"""Read the bytes of one PO file; `file` is its name in diagnostics.

    >>> po = parse_po(b'msgctxt "wages:title"\nmsgid "Wages"\nmsgstr "L\xc3\xb8nn"\n', file="nb.po")
    >>> po.entries[PoKey("wages:title", "Wages")]
    PoEntry(text='Lønn', fuzzy=False, line=2)
    >>> print(*parse_po(b'msgid "Wages\nmsgstr "L"\n', file="nb.po").diagnostics)
    nb.po:1:7: SRPP108 the text is not between two quotation marks (write "…", and \" for a quotation mark inside)
    """
    refusals = Refusals(file)
    if not fits(content, MAX_PO_BYTES, refusals) or (text := text_of(content, refusals)) is None:
        return PoFile(file, diagnostics=refusals.in_reading_order())
    lines = _live_lines(text)
    _refuse_disorder(lines, refusals)
    if refusals.found:
        return PoFile(file, diagnostics=refusals.in_reading_order())
    catalog = _StrictCatalog(refusals)
    try:
        PoFileParser(catalog, ignore_obsolete=True, abort_invalid=True).parse(lines)
    except PoFileError as error:
        refusals.add(Refusal.SYNTAX, max(error.lineno, 0) + 1, 1, "not readable as PO", "open and save it in Poedit")
    if refusals.found:
        return PoFile(file, diagnostics=refusals.in_reading_order())
    return PoFile(file, MappingProxyType(catalog.header), MappingProxyType(catalog.entries))


class _StrictCatalog(Catalog):
    """A catalogue that keeps what it is given: Babel's own merges duplicates and trusts every header."""

    def __init__(self, refusals: Refusals) -> None:
        super().__init__()
        self.entries: dict[PoKey, PoEntry] = {}
        self.header: dict[str, str] = {}
        self._refusals = refusals
        self._header_line = 0

    def __setitem__(self, msgid: object, message: Message) -> None:
        """Take in one entry as Babel's parser hands it over."""
        line = message.lineno or 1
        key = PoKey(message.context or "", str(msgid))
        msgstr = str(message.string)
        for text in (*key, msgstr):
            if not is_clean(text):
                refuse_escapes(text, line, 1, self._refusals)
        is_header = key == ("", "")
        first = self._header_line if is_header else self.entries[key].line if key in self.entries else 0
        if first:
            what = "the header" if is_header else "this entry"
            says = f"{what} stands here and in line {first}"
            self._refusals.add(Refusal.DUPLICATE, line, 1, says, "keep one of the two")
        elif is_header:
            self._header_line = line
            pairs = (entry.partition(":") for entry in msgstr.split("\n") if ":" in entry)
            self.header.update({name.strip(): value.strip() for name, _, value in pairs})
            self._refuse_other_charset(line)
        else:
            self.entries[key] = PoEntry(msgstr, message.fuzzy, line)

    def _refuse_other_charset(self, line: int) -> None:
        charset = self.header.get("Content-Type", "").lower().partition("charset=")[2]
        if charset and charset not in _UTF8:
            says, hint = f"the header says charset={charset}", "write charset=UTF-8: other programs believe the header"
            self._refusals.add(Refusal.NOT_UTF8, line, 1, says, hint)


def _live_lines(text: str) -> list[str]:
    """The lines of a file, obsolete entries blanked so that line numbers stay."""
    return ["" if line.startswith("#~") else line for line in (raw.strip(" \t\r") for raw in text.split("\n"))]


def _refuse_disorder(lines: list[str], refusals: Refusals) -> None:
    """Note every line that Babel would misread or pass over."""
    last = ""
    for number, line in enumerate(lines, start=1):
        if refusals.are_full():
            return
        if line.startswith("#"):
            if last in _NOT_LAST:
                says = f"a comment stands between {last} and what belongs to it"
                refusals.add(Refusal.SYNTAX, number, 1, says, "move it above the entry")
        elif line:
            last = (
                _continuation(line, number, last, refusals)
                if line[0] == '"'
                else _keyword(line, number, last, refusals)
            )
            _refuse_unknown_escapes(line, number, refusals)
    if last in _NOT_LAST:
        refusals.add(Refusal.SYNTAX, len(lines), 1, f"the last entry ends after {last}", "add the missing msgstr")


def _continuation(line: str, number: int, last: str, refusals: Refusals) -> str:
    """Check a line that is only text; returns the keyword it belongs to."""
    if not last:
        refusals.add(
            Refusal.SYNTAX, number, 1, "a text without msgid or msgstr", "delete the line, or write msgid before it"
        )
    if not _CONTINUATION.fullmatch(line):
        refusals.add(Refusal.SYNTAX, number, 1, _NOT_QUOTED, _HOW_TO_QUOTE)
    return last


def _keyword(line: str, number: int, last: str, refusals: Refusals) -> str:
    """Check a line that begins with a keyword; returns the keyword, or `last` if there is none."""
    if _PLURAL.match(line):
        hint = "numbers are written as {name, plural, …} inside the text"
        refusals.add(Refusal.SYNTAX, number, 1, "gettext plural forms are not used here", hint)
        return "msgstr" if line.startswith("msgstr") else "msgid"
    word = _WORD.match(line)
    keyword = line.partition(" ")[0].partition('"')[0].strip()
    if keyword not in _MAY_FOLLOW:
        says = f"a line of a PO file cannot begin with {keyword[:20]!r}"
        refusals.add(Refusal.SYNTAX, number, 1, says, 'it begins with msgctxt, msgid, msgstr, # or "')
        return last
    if not _KEYWORD_LINE.fullmatch(line):
        column = word.end() + 1 if word else 1
        refusals.add(Refusal.SYNTAX, number, column, _NOT_QUOTED, _HOW_TO_QUOTE)
    if keyword not in _MAY_FOLLOW[last]:
        says = f"{keyword} does not follow {last}" if last else f"the file begins with {keyword}"
        refusals.add(Refusal.SYNTAX, number, 1, says, "an entry is msgctxt, msgid, msgstr, in this order")
    return keyword


def _refuse_unknown_escapes(line: str, number: int, refusals: Refusals) -> None:
    for escape in _ESCAPE.finditer(line):
        if escape[1] not in _KNOWN_ESCAPES:
            says = f"the escape \\{escape[1]} is unknown"
            hint = 'only \\n, \\t, \\" and \\\\ are used; write a backslash twice'
            refusals.add(Refusal.SYNTAX, number, escape.start() + 1, says, hint)
