# SPDX-License-Identifier: Apache-2.0
"""What an unquoted word of YAML means: as little as possible.

YAML 1.1 takes the market code of Norway for *false*, `12:30` for 750 and a day for a date object. Here only what
cannot be anything else is more than text: `true`, `false`, `null`, `~`, nothing at all, and numbers as one writes them.

A decimal becomes a `float`, not a `Decimal`. JSON, JSON Schema, pydantic and the browser then see the same value, and
because at most 15 digits are read as a number, `str(float)` gives back every digit that counts: a model that asks for
`Decimal` gets exactly what the author wrote. Longer rows of digits (account numbers) and leading zeros (CPV codes) stay
text.
"""

from __future__ import annotations

import re
from typing import Final

from srpp_criteria.source.limits import MAX_DIGITS

WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None, "~": None, "": None}
"""The unquoted words that are not text. `True`, `Yes`, `NO`, `Null` are text."""

_MAY_BEGIN_NUMBER: Final = frozenset("-0123456789")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?", re.ASCII)


def plain_value(word: str) -> str | int | float | bool | None:
    """The value of one unquoted scalar.

    >>> [plain_value(word) for word in ("true", "~", "12", "-0.5", "600000")]
    [True, None, 12, -0.5, 600000]
    >>> [plain_value(word) for word in ("NO", "1_000", "12:30", "2026-11-22", "012", "1e3", "1.0.0", ".5", "+1")]
    ['NO', '1_000', '12:30', '2026-11-22', '012', '1e3', '1.0.0', '.5', '+1']
    """
    if word in WORDS:
        return WORDS[word]
    # A sign and a point come on top of the digits.
    if len(word) > MAX_DIGITS + 2:
        return word
    number = _NUMBER.fullmatch(word)
    if number is None or sum(map(str.isdigit, word)) > MAX_DIGITS:
        return word
    return float(word) if number[1] else int(word)


def may_not_be_text(word: str) -> bool:
    """Whether an unquoted scalar deserves a closer look: a quick question, asked for every word of the library."""
    return word in WORDS or word[0] in _MAY_BEGIN_NUMBER
