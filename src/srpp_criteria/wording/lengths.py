# SPDX-License-Identifier: Apache-2.0
"""How long a text is to read: words and sentences, counted once for the drafting checks and the published score."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ARGUMENT = re.compile(r"\{[^{}]*\}")
_SENTENCE = re.compile(r"[.!?:;]\s|\n\s*-|\n\n|\Z")
MAX_PART_WORDS = 180
"""A part of a text that is longer hides two duties."""
MAX_SENTENCE_WORDS = 25
"""Sentences that are longer on average are not understood at first reading."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long a text is.

    Attributes:
        words: all its words.
        sentences: the words of each sentence; an item of a list counts as a sentence.
    """

    words: int
    sentences: tuple[int, ...]


def length_of(pattern: str) -> Length:
    """The length of a pattern as it is read: an argument counts as one word.

    >>> length_of("The Contractor pays within {days, plural, one {# day} other {# days}}. It keeps the receipts.")
    Length(words=9, sentences=(5, 4))
    """
    text = without_arguments(pattern)
    pieces = (len(piece.split()) for piece in _SENTENCE.split(text) if piece.strip())
    return Length(len(text.split()), tuple(pieces))


def without_arguments(pattern: str) -> str:
    """The words of a pattern, with a sign for each argument.

    >>> without_arguments("within {days, plural, one {# day} other {# days}} of the notice")
    'within x of the notice'
    """
    before = ""
    while before != pattern:
        before, pattern = pattern, _ARGUMENT.sub("x", pattern)
    return pattern
