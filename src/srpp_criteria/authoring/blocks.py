# SPDX-License-Identifier: Apache-2.0
"""A YAML file as the blocks of its top level: a key, what belongs to it, and the comments right above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from srpp_criteria.authoring.layout import Layout

_KEY: Final = re.compile(r"([A-Za-z_][A-Za-z0-9_]*):(?: |$)")


@dataclass(frozen=True, slots=True)
class _Block:
    """One key of the top level.

    Attributes:
        key: its name.
        above: the comments that stand right above it.
        lines: the line of the key and those below it.
        parted: whether a blank line stands before it.
    """

    key: str
    above: tuple[str, ...]
    lines: tuple[str, ...]
    parted: bool

    @property
    def is_long(self) -> bool:
        return len(self.above) + len(self.lines) > 1


def laid_out(text: str, layout: Layout) -> str:
    r"""The blocks of a text in the order of a layout, with its blank lines.

    A file in which a comment stands for itself between two blocks keeps its order: nobody knows to which it belongs.

    >>> from srpp_criteria.authoring.layout import Layout
    >>> layout = Layout(("id", "text", "sources"), head=frozenset({"id"}))
    >>> print(laid_out("sources: [a]\nid: x\n# Why\ntext:\n  - y\n", layout))
    id: x
    <BLANKLINE>
    # Why
    text:
      - y
    <BLANKLINE>
    sources: [a]
    <BLANKLINE>
    """
    head, blocks, floating = _split(text)
    if not blocks:
        return text
    rank = {key: number for number, key in enumerate(layout.keys)}
    ordered = blocks
    if layout.keys and not floating and all(block.key in rank for block in blocks):
        ordered = sorted(blocks, key=lambda block: rank[block.key])
    lines = list(head)
    for number, block in enumerate(ordered):
        if (
            blocks[0].parted
            if not number
            else _is_parted(block, ordered[number - 1], layout, same_order=ordered == blocks)
        ):
            lines.append("")
        lines += [*block.above, *block.lines]
    return "\n".join(lines) + "\n"


def _is_parted(block: _Block, before: _Block, layout: Layout, *, same_order: bool) -> bool:
    if layout.head is not None and not (block.key in layout.head and before.key in layout.head):
        long = block.is_long or before.is_long
        return long or (block.parted and same_order)
    return block.parted and same_order


def _split(text: str) -> tuple[list[str], list[_Block], bool]:
    """The lines above the first key, the blocks, and whether a comment belongs to none of them."""
    lines = text.rstrip("\n").split("\n")
    starts = [number for number, line in enumerate(lines) if _KEY.match(line)]
    if not starts:
        return lines, [], False
    blocks: list[_Block] = []
    floating = False
    head: list[str] = []
    begin = 0
    for position, start in enumerate(starts):
        above = start
        # What stands above the first key is the head of the file: licence, schema, what the file is about.
        while position and above > begin and lines[above - 1].startswith("#"):
            above -= 1
        between = lines[begin:above]
        parted = bool(between) and not between[-1].strip()
        while between and not between[-1].strip():
            between.pop()
        if position:
            before = blocks.pop()
            kept = (*before.lines, *between)
            floating = floating or any(line.startswith("#") for line in between)
            blocks.append(_Block(before.key, before.above, kept, before.parted))
        else:
            head = between
        found = _KEY.match(lines[start])
        blocks.append(_Block(found[1] if found else "", tuple(lines[above:start]), (lines[start],), parted))
        begin = start + 1
    last = blocks.pop()
    rest = lines[begin:]
    floating = floating or any(line.startswith("#") for line in rest)
    blocks.append(_Block(last.key, last.above, (*last.lines, *rest), last.parted))
    return head, blocks, floating
