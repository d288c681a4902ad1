# SPDX-License-Identifier: Apache-2.0
"""Field markers: which characters of a finished sentence are a parameter value, and of which parameter.

A sentence travels as plain text from the message formatter to the document writers. So that a writer can still make
"2" a fillable field, the value is wrapped in private-use characters:

    U+E000 name U+E001 shown U+E002        a filled field
    U+E003 name U+E001 shown U+E002        a blank that somebody still has to fill

The YAML reader refuses private-use characters in content and `clean_value` takes them out of values, so nobody can
forge a field.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

_FILLED, _NAME_END, _FIELD_END, _BLANK = "\ue000", "\ue001", "\ue002", "\ue003"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_FIELD = re.compile("([\ue000\ue003])([a-z][a-z0-9_]*)\ue001([^\ue000-\ue003]*)\ue002")

_PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_STRAY = re.compile(f"[{_PRIVATE_USE}]")
# Control characters, lone surrogates, bidirectional controls, invisible fillers, non-characters, private use.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    f"\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f{_PRIVATE_USE}]"
)
_LINE_BREAKS = re.compile("[ \t]*[\t\n\v\f\r\x85\u2028\u2029][ \t\n\v\f\r\x85\u2028\u2029]*")


@dataclass(frozen=True, slots=True)
class Text:
    """Words of the sentence itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """The value of the parameter `name` as the reader sees it; `blank` if nobody has filled it in yet."""

    name: str
    shown: str
    blank: bool = False


Piece: TypeAlias = Text | Field


def clean_value(value: str) -> str:
    r"""A value from outside on one line, without control, direction-changing and private-use characters.

    >>> clean_value("Rue de la Loi 16\n1000 Bruxelles")
    'Rue de la Loi 16 1000 Bruxelles'
    """
    if value.isascii() and value.isprintable():
        return value
    return _HIDDEN.sub("", _LINE_BREAKS.sub(" ", value))


def mark(name: str, shown: str, *, blank: bool = False) -> str:
    """Wrap a value in the markers of its parameter; the value is cleaned and loses markers of its own.

    Raises:
        ValueError: `name` is not a placeholder name (small letters, digits, underscores).

    >>> split_fields("at most " + mark("max_tiers", "2") + " tiers")
    [Text(text='at most '), Field(name='max_tiers', shown='2', blank=False), Text(text=' tiers')]
    """
    if not _NAME.fullmatch(name):
        message = f'"{name}" cannot name a field: small letters, digits and underscores only'
        raise ValueError(message)
    return f"{_BLANK if blank else _FILLED}{name}{_NAME_END}{clean_value(strip_marks(shown))}{_FIELD_END}"


def split_fields(text: str) -> list[Piece]:
    """The words and the fields of a marked text, in reading order; broken markers vanish, never the words."""
    if not _STRAY.search(text):
        return [Text(text)] if text else []
    pieces: list[Piece] = []
    end = 0
    for found in _FIELD.finditer(text):
        if words := _STRAY.sub("", text[end : found.start()]):
            pieces.append(Text(words))
        opener, name, shown = found.groups()
        pieces.append(Field(name, _STRAY.sub("", shown), opener == _BLANK))
        end = found.end()
    if words := _STRAY.sub("", text[end:]):
        pieces.append(Text(words))
    return pieces


def strip_marks(text: str) -> str:
    """The text as the reader sees it, without markers.

    >>> strip_marks("at most " + mark("max_tiers", "2") + " tiers")
    'at most 2 tiers'
    """
    if not _STRAY.search(text):
        return text
    return _STRAY.sub("", _FIELD.sub(r"\3", text))
