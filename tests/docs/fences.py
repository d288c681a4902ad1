# SPDX-License-Identifier: Apache-2.0
"""Reads the fenced blocks of a Markdown page.

A `text` block right below a block that runs is what it prints: lines in the same order, "…" for anything. A command
that is meant to fail says so: `srpp show nothing  # ends with 2`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = re.compile(r"^```(\w*)(?: title=\"(\S+)\"| \w+)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NOTHING = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Fence:
    """A block, the file it shows (its title), its line in the page, and what the page says it prints."""

    language: str
    title: str
    text: str
    line: int
    prints: str | None


def fences(page: Path) -> list[Fence]:
    """All fenced blocks of a page, in order."""
    words = page.read_text(encoding="utf-8")
    found = list(_FENCE.finditer(words))
    blocks = []
    for position, one in enumerate(found):
        below = found[position + 1] if position + 1 < len(found) else None
        is_output = (
            below is not None and below[1] == "text" and _NOTHING.fullmatch(words, one.end(), below.start()) is not None
        )
        line = words.count("\n", 0, one.start()) + 1
        blocks.append(Fence(one[1], one[2] or "", one[3], line, below[3] if below is not None and is_output else None))
    return blocks


def says(printed: str, expected: str) -> bool:
    """Whether a program printed what the page promises; spaces count as one, "…" stands for anything.

    >>> says("a\\tb\\nc\\n", "a b"), says("a b c", "a … c"), says("a b", "b a")
    (True, True, False)
    """
    pieces = [re.escape(" ".join(piece.split())) for piece in expected.split("…")]
    return re.search(r".*?".join(pieces), " ".join(printed.split()), re.DOTALL) is not None
