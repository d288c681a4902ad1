# SPDX-License-Identifier: Apache-2.0
"""Bytes into text, and the characters that have no business in a tender.

What a buyer sees must be what a machine compares and what a court reads. So no character may be invisible, change the
reading direction, or mean something only to one program. Private-use characters are refused too because `wording` uses
them as markers inside a text.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import Final

from srpp_criteria.source.limits import MAX_CHARACTER_REFUSALS
from srpp_criteria.source.refusals import Refusal, Refusals

_DIRECTION: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE: Final = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff"
)
# NEL, LS and PS break lines in YAML 1.1 and in no editor: every line number after them would be wrong.
_NO_TEXT: Final = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000))
    + "\U000f0000-\U0010ffff"
)
_FORBIDDEN: Final = re.compile(f"[{_DIRECTION}{_INVISIBLE}{_NO_TEXT}]")
_LINE_END_OR_FORBIDDEN: Final = re.compile(f"\r\n|([{_DIRECTION}{_INVISIBLE}{_NO_TEXT}])")
_PLAIN_BYTES: Final = bytes([*b"\t\n", *range(0x20, 0x7F)])
_IS_DIRECTION: Final = re.compile(f"[{_DIRECTION}]")
_IS_INVISIBLE: Final = re.compile(f"[{_INVISIBLE}]")

_WIDE_ENCODINGS: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NAMES: Final = {
    "\x00": "NULL",
    "\x07": "BELL",
    "\x08": "BACKSPACE",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
    "\x85": "NEXT LINE",
}


def text_of(content: bytes, refusals: Refusals) -> str | None:
    """The text of a file without its byte order mark; None when the bytes are no UTF-8.

    A leading UTF-8 byte order mark is dropped: Windows editors write one, and it changes no word.
    A forbidden character is named in `refusals` and replaced by a harmless mark, one for one: the places of what
    follows stay right, and duplicate keys and the like are reported in the same run.
    """
    if content.startswith(_WIDE_ENCODINGS) or b"\x00" in content[:4]:
        says = "the file is saved as UTF-16 or UTF-32, or is no text file"
        refusals.add(Refusal.NOT_UTF8, 1, 1, says, 'save it again with the encoding "UTF-8"')
        return None
    # Not the codec "utf-8-sig": the positions in its errors point three bytes too far to the left.
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_bytes(content, refusals)
        return None
    # Without the plain bytes only a few letters with accents are left: searching them is fifty times faster.
    if is_clean(content.translate(None, _PLAIN_BYTES).decode("utf-8")):
        return text
    return _LINE_END_OR_FORBIDDEN.sub(_Naming(text, refusals), text)


class _Naming:
    """Names each forbidden character of a text and puts a mark in its place."""

    __slots__ = ("_left", "_refusals", "_text")

    def __init__(self, text: str, refusals: Refusals) -> None:
        self._text = text
        self._refusals = refusals
        self._left = MAX_CHARACTER_REFUSALS

    def __call__(self, found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        if self._left:
            self._left -= 1
            at = found.start()
            line, column = self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)
            _refuse_character(found[0], line, column, self._refusals)
        return "\ufffd"


def _refuse_bytes(content: bytes, refusals: Refusals) -> None:
    start = 0
    for _ in range(MAX_CHARACTER_REFUSALS):
        try:
            content[start:].decode("utf-8")
        except UnicodeDecodeError as error:
            at = start + error.start
            line_start = content.rfind(b"\n", 0, at) + 1
            column = len(content[line_start:at].decode("utf-8", errors="replace")) + 1
            says = f"the byte 0x{content[at]:02X} is not UTF-8"
            hint = 'the file was saved as Latin-1 or Windows-1252; save it again with the encoding "UTF-8"'
            refusals.add(Refusal.NOT_UTF8, content.count(b"\n", 0, at) + 1, column, says, hint)
            start += error.end
        else:
            return


def is_clean(text: str) -> bool:
    """Whether a value, after its escapes were resolved, has none of the forbidden characters.

    >>> is_clean("Grüße an alle"), is_clean("pay\\u202eyap")
    (True, False)
    """
    return _FORBIDDEN.search(text) is None


def refuse_escapes(value: str, line: int, column: int, refusals: Refusals) -> None:
    """Name the forbidden characters that a quoted value writes as an escape such as `\\u202e`; place: the value."""
    for character in dict.fromkeys(_FORBIDDEN.findall(value)):
        _refuse_character(character, line, column, refusals)


def _refuse_character(character: str, line: int, column: int, refusals: Refusals) -> None:
    """Name one forbidden character at a place."""
    name = f"U+{ord(character):04X}"
    called = _NAMES.get(character) or unicodedata.name(character, "")
    if called:
        name += f" {called}"
    if _IS_DIRECTION.match(character):
        says, hint = f"{name} changes the reading direction", "delete it: the text would not say what it shows"
        refusals.add(Refusal.DIRECTION, line, column, says, hint)
    elif _IS_INVISIBLE.match(character):
        says, hint = (
            f"{name} is invisible",
            "delete it; it often comes along when text is pasted from a web page or Word",
        )
        refusals.add(Refusal.INVISIBLE, line, column, says, hint)
    elif character == "\ufffd":
        says, hint = (
            f"{name} stands for a character that was lost",
            "type the right character; an earlier save broke it",
        )
        refusals.add(Refusal.NO_TEXT_CHARACTER, line, column, says, hint)
    else:
        says, hint = f"{name} is not a character of written text", "delete it or type the character that is meant"
        refusals.add(Refusal.NO_TEXT_CHARACTER, line, column, says, hint)
