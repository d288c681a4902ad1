# SPDX-License-Identifier: Apache-2.0
"""The words of a draft, each with its place: section 1 of docs/concepts/recognition.md."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import starmap
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

BLANK: Final = "□"
"""The norm of a place that somebody still has to fill."""
SIGNS: Final = frozenset("%§€$£")

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile("[\t\r\u2028\u2029]")
_TOKEN = re.compile(
    r"(?P<target>\]\([^()\s]*\))"
    r"|(?P<blank>\[[^\[\]\n]{0,200}\](?!\()|_{3,}|\.{5,})"
    r"|(?P<number>[0-9]{1,3}(?:[ '’][0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,:/][0-9]+)*)"
    r"|(?P<sign>[%§€$£])"
    r"|(?P<word>(?![0-9])[^\W_]+)"
)
_GROUPING = re.compile("[ '’]")
_STOP = re.compile(r"[.!?;:](?:[^\w\s]|_)*\s")
_FULL_STOP = re.compile(r"[.!?](?:[^\w\s]|_)*\s")
_LABEL = re.compile(
    r"[\s>#|*+•·▪◦‣–—-]*"
    r"(?:\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)]+"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3})+\.?|§+\s*[0-9]{1,3}\.?)(?=[*_]{0,3}\s)"
)
SHORTEST_UNIT: Final = 4
"""Fewer tokens than this make no unit of their own."""


def clean(text: str) -> str:
    r"""Text without what nobody sees, in one way of writing each character.

    >>> clean("Auftrag\u00adnehmer\u00a0ﬁx")
    'Auftragnehmer fix'
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFKC", text.replace("\r\n", "\n"))
    return _INVISIBLE.sub("", _SPACES.sub(" ", text))


def norm(word: str) -> str:
    """A word as it is compared.

    >>> norm("Straße")
    'strasse'
    """
    lower = word.lower()
    return lower if lower.isascii() else lower.replace("ß", "ss").replace("ς", "σ")


class Token(NamedTuple):
    """One token of one block."""

    norm: str
    start: int
    end: int
    number: bool


def tokens_of(text: str) -> list[Token]:
    """The tokens of a clean block.

    >>> [token.norm for token in tokens_of("“Five” (5) sub-contractors: EUR 110 000, 7%")]
    ['five', '5', 'sub', 'contractors', 'eur', '110000', '7', '%']
    """
    return list(starmap(Token, zip(*_cut(text), strict=True)))


def _cut(text: str) -> tuple[list[str], list[int], list[int], list[bool]]:
    """Norms, starts, ends, and whether it is a number, of all tokens: lists, since a draft has hundred thousands."""
    norms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    numbers: list[bool] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            word = match[0].lower()
            norms.append(word if word.isascii() else norm(word))
        elif kind == "number":
            norms.append(_GROUPING.sub("", match[0]))
        elif kind == "sign":
            norms.append(match[0])
        elif kind == "blank":
            norms.append(BLANK)
        else:  # a link target
            continue
        start, end = match.span()
        starts.append(start)
        ends.append(end)
        numbers.append(kind == "number")
    return norms, starts, ends, numbers


def stops(between: str) -> bool:
    """Whether a sentence or clause ends in what stands between two tokens."""
    return between != " " and _STOP.search(between) is not None


def label_end(text: str) -> int:
    """Where the number or letter at the start of a block ends; 0 if it has none.

    >>> label_end("3.1 The Contractor"), label_end("**3.1** The Contractor"), label_end("(a) the work")
    (3, 5, 3)
    >>> label_end("5 workers")
    0
    """
    found = _LABEL.match(text)
    return found.end() if found else 0


@dataclass(frozen=True)
class DraftWords:
    """All tokens of a draft in one list; what belongs to token n stands at place n of each."""

    blocks: tuple[str, ...]
    norms: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    numbers: list[bool] = field(default_factory=list)
    stop: list[bool] = field(default_factory=list)
    full_stop: list[bool] = field(default_factory=list)
    label: list[bool] = field(default_factory=list)
    block: list[int] = field(default_factory=list)
    block_starts: list[int] = field(default_factory=list)
    block_ends: list[int] = field(default_factory=list)
    """For each token the place behind the last token of its block."""
    units: list[tuple[int, int]] = field(default_factory=list)
    _unit_starts: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, blocks: Iterable[str]) -> DraftWords:
        """Read the blocks of a draft; they must be clean, and stamps taken out.

        >>> words = DraftWords.of(["2. One two three four. Five six seven eight.", "Nine"])
        >>> words.norms[1], words.label[0], words.units
        ('one', True, [(0, 5), (5, 9), (9, 10)])
        """
        draft = cls(tuple(blocks))
        for number, text in enumerate(draft.blocks):
            draft._add(number, text)
        draft._unit_starts.extend(start for start, _ in draft.units)
        return draft

    def _add(self, number: int, text: str) -> None:
        norms, starts, ends, numbers = _cut(text)
        count = len(norms)
        if not count:
            return
        label, first = label_end(text), len(self.norms)
        unit, units = first, []
        self.norms.extend(norms)
        self.starts.extend(starts)
        self.ends.extend(ends)
        self.numbers.extend(numbers)
        self.label.extend([end <= label for end in ends])
        stop, full_stop = [False] * count, [False] * count
        for place, (end, following) in enumerate(zip(ends, [*starts[1:], -1], strict=True)):
            if following == end + 1 and text[end] == " ":
                continue
            if following >= 0:
                between = text[end:following]
                if _STOP.search(between) is None:
                    continue
                full_stop[place] = _FULL_STOP.search(between) is not None
            else:
                full_stop[place] = True
            stop[place] = True
            behind = first + place + 1
            if behind - unit >= SHORTEST_UNIT:
                units.append((unit, behind))
                unit = behind
        self.stop.extend(stop)
        self.full_stop.extend(full_stop)
        behind = first + count
        if unit < behind:
            if units:
                units[-1] = (units[-1][0], behind)
            else:
                units.append((unit, behind))
        self.units.extend(units)
        self.block.extend([number] * count)
        self.block_starts.extend([first] * count)
        self.block_ends.extend([behind] * count)

    def __len__(self) -> int:
        return len(self.norms)

    def unit_at(self, place: int) -> int:
        """The number of the unit that holds a token."""
        return bisect_right(self._unit_starts, place) - 1

    def behind_labels(self, start: int, end: int) -> int:
        """The first place from `start` that is no label, at most `end`."""
        while start < end and self.label[start]:
            start += 1
        return start

    def slice(self, start: int, end: int) -> str:
        """The draft's own spelling of `[start, end)`, spaces made single."""
        if start >= end:
            return ""
        pieces = []
        while start < end:
            stop = min(end, self.block_ends[start])
            pieces.append(self.blocks[self.block[start]][self.starts[start] : self.ends[stop - 1]])
            start = stop
        return " ".join(" ".join(pieces).split())
