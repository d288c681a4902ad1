# SPDX-License-Identifier: Apache-2.0
"""Find the phrases of the drafting register in a text, fast enough for every text in every language.

In a phrase, `*` stands for any letters at that place of a word and `…` for up to six words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_WORDS_BETWEEN = 6
MAX_READY = 512
_STEM = re.compile(r"[^\s*…]+")


class PhraseFinder:
    """Phrases ready for searching.

    >>> found = PhraseFinder(("strive*", "ist … zu erbringen"))
    >>> [match[0] for match in found.matches("She strives. Der Nachweis ist mit dem Angebot zu erbringen.")]
    ['strives', 'ist mit dem Angebot zu erbringen']
    """

    def __init__(self, phrases: tuple[str, ...]) -> None:
        # A plain search for the longest piece is many times faster than a pattern, and mostly finds nothing.
        self._phrases = [(max(_STEM.findall(phrase), key=len).lower(), _pattern(phrase)) for phrase in phrases]

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Every place where one of the phrases stands; phrases in their order, places from left to right."""
        lowered = text.lower()
        for stem, pattern in self._phrases:
            if stem in lowered:
                yield from pattern.finditer(text)

    def first(self, text: str) -> re.Match[str] | None:
        """The leftmost place, of two phrases at one place the longer one."""
        return min(self.matches(text), key=lambda match: (match.start(), -match.end()), default=None)

    def is_in(self, text: str) -> bool:
        """Whether one of the phrases stands anywhere."""
        return next(self.matches(text), None) is not None

    def removed_from(self, text: str) -> str:
        """The text without the phrases."""
        lowered = text.lower()
        for stem, pattern in self._phrases:
            if stem in lowered:
                text = pattern.sub(" ", text)
        return text


_READY: dict[int, tuple[tuple[str, ...], PhraseFinder]] = {}


def finder(phrases: tuple[str, ...]) -> PhraseFinder:
    """The same phrases are made ready once.

    Known by identity: to hash all phrases for each text would cost more than to search for them.
    """
    known = _READY.get(id(phrases))
    if known is not None and known[0] is phrases:
        return known[1]
    if len(_READY) >= MAX_READY:
        _READY.clear()
    found = PhraseFinder(phrases)
    _READY[id(phrases)] = phrases, found
    return found


def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase as a pattern: whole words, any white space between them."""
    between = rf"(?:\S+\s+){{0,{MAX_WORDS_BETWEEN}}}?"
    pieces, glue = [], ""
    for word in phrase.split():
        if word == "…":
            glue += between
            continue
        pieces.append(glue + re.escape(word).replace(r"\*", r"\w*"))
        glue = ""
    pattern = "".join(piece if number == 0 else rf"\s+{piece}" for number, piece in enumerate(pieces))
    start = r"(?<!\w)" if phrase[0].isalnum() else ""
    end = r"(?!\w)" if phrase[-1].isalnum() or phrase[-1] == "*" else ""
    return re.compile(start + pattern + end, re.IGNORECASE)
