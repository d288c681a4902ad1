# SPDX-License-Identifier: Apache-2.0
"""Lines of plain text or Markdown as blocks: section 1 of docs/concepts/recognition.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srpp_criteria.recognition.draft_words import label_end

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")
_CLOSED = re.compile(r"[.!?;:][\"'”’»)\]*_]*\s*$")
_BULLET = re.compile(r"\s*[-*+•·▪◦‣–—>]\s")


def blocks_of_lines(text: str) -> Iterator[str]:
    """Lines that belong together, joined.

    >>> list(blocks_of_lines("The Contractor\\npays.\\n- wages\\n- taxes"))
    ['The Contractor\\npays.', '- wages', '- taxes']
    """
    block: list[str] = []
    for line in _LINE_END.split(text):
        alone = line.lstrip().startswith(("#", "|"))
        if block and (alone or not line.strip() or _begins(line) or _CLOSED.search(block[-1][-80:])):
            yield "\n".join(block)
            block = []
        if alone:
            yield from _cells(line)
        elif line.strip():
            block.append(line)
    if block:
        yield "\n".join(block)


def _begins(line: str) -> bool:
    start = line[:200]
    return _BULLET.match(start) is not None or label_end(start) > 0


def _cells(line: str) -> Iterator[str]:
    """The cells of a table row, or a heading."""
    if not line.lstrip().startswith("|"):
        yield line
        return
    yield from (cell for cell in line.split("|") if cell.strip(" \t:-"))
