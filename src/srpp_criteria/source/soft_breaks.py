# SPDX-License-Identifier: Apache-2.0
"""Where a line ends in the source is not part of the text.

Content has one sentence per line, so that a comparison of two versions shows the sentence that changed. Inside a
CommonMark paragraph such a line end means a space. It is joined here, once, before anything is hashed or translated:
re-wrapping a paragraph then changes nothing.

What carries meaning stays: blank lines, list items, headings, quotes, tables, fences, and a backslash at the line end
(the visible hard break of CommonMark). Spaces at a line end never carry meaning here: editors remove them unseen.

Only "1." at the beginning of a line begins a list in the middle of a paragraph, as CommonMark has it; so a sentence is
not wrapped right before it ("§ 5 Abs. 1.").

In doubt a line is left alone: not joining never changes what a reader sees, joining wrongly would.
"""

from __future__ import annotations

import re
from typing import Final

from srpp_criteria.source.limits import MAX_NESTING

_ITEM: Final = re.compile(r"(?:[-*+]|[0-9]{1,9}[.)])(?= |$)")
# CommonMark: inside a paragraph neither an empty item nor a number other than 1 begins a list. So a sentence that is
# wrapped before "2019." stays a sentence.
_ITEM_INSIDE_PARAGRAPH: Final = re.compile(r"(?:[-*+]|1[.)]) +\S")
_FENCE: Final = re.compile(r"`{3,}(?=[^`]*$)|~{3,}")
# Headings and rules: nothing joins them, before or after. So it is with the underline of a heading, which is
# one only below a paragraph.
_STANDS_ALONE: Final = re.compile(r"#{1,6}(?= |$)|([*_-])(?: *\1){2,}$")
_UNDERLINE: Final = re.compile(r"(?:=+|-+)$")
_LINK_DEFINITION: Final = re.compile(r"\[[^\]]*\]:")
_QUOTE: Final = ">"
_TABLE_ROW: Final = "|"
_CODE_INDENT: Final = 4
_TAB_STOP: Final = 4
# Deeper lists than a file may nest are no lists that a person wrote.
_MAX_ITEMS: Final = MAX_NESTING


def join_soft_breaks(text: str) -> str:
    r"""The text with every paragraph and list item on one line, single blank lines, and no line break at the end.

    Applying it twice gives the same as applying it once; a text of one line comes back as it is.

    >>> join_soft_breaks("The contractor pays\nthe wages.\n\nThe buyer checks:\n- pay slips\n- bank\n  records\n")
    'The contractor pays the wages.\n\nThe buyer checks:\n- pay slips\n- bank records'
    """
    if "\n" not in text:
        return text
    lines = _Lines()
    for line in text.split("\n"):
        lines.add(line)
    return lines.joined()


class _Lines:
    """The lines so far, and what CommonMark needs to know of them to tell a sentence from a new block."""

    __slots__ = ("_after_quote", "_fence", "_in_paragraph", "_item_indents", "_keeps_break", "_lines")

    def __init__(self) -> None:
        # Each line of the result with the sentences that were joined to it.
        self._lines: list[list[str]] = []
        self._in_paragraph = False
        self._keeps_break = False
        # Columns where the text of the list items around the current line begins, outermost first.
        self._item_indents: list[int] = []
        self._fence = ""
        # A quote may go on without its sign, and then decides what the lines after it are: they all stay.
        self._after_quote = False

    def joined(self) -> str:
        """The text so far, without blank lines at its end."""
        return "\n".join([" ".join(line) for line in self._lines]).rstrip("\n")

    def add(self, line: str) -> None:
        """Take in the next line of the source."""
        if self._in_paragraph and not self._keeps_break and line[:1].isalpha() and not line.endswith((" ", "\\")):
            # By far the most frequent case, here only for speed: a sentence goes on or another one follows.
            self._lines[-1].append(line.expandtabs(_TAB_STOP) if "\t" in line else line)
            return
        if self._after_quote:
            self._lines.append([line.rstrip(" ")])
            return
        if self._fence:
            self._lines.append([line])
            closing = line.strip(" ")
            if closing.startswith(self._fence) and not closing.strip(self._fence[0]):
                self._fence = ""
            return
        if "\t" in line:
            line = line.expandtabs(_TAB_STOP)
        content = line.strip(" ")
        if not content:
            self._in_paragraph = False
            if self._lines and self._lines[-1] != [""]:
                self._lines.append([""])
            return
        self._add_content(line.rstrip(" "), content, len(line) - len(line.lstrip(" ")))

    def _add_content(self, line: str, content: str, indent: int) -> None:
        if self._in_paragraph and self._underlines(content, indent):
            self._lines.append([line])
            self._in_paragraph = False
            return
        if not (self._in_paragraph and self._continues(content, indent)):
            self._lines.append([line])
            content = self._begin_block(content, indent)
        elif self._keeps_break or content[0] == _TABLE_ROW:
            self._lines.append([line])
            if _ITEM.fullmatch(content):
                # Only text now; with the next line joined to it, it would begin a list.
                return
        else:
            self._lines[-1].append(content)
        # Two backslashes at the end are one written backslash; an odd number ends in a hard break.
        backslashes = len(content) - len(content.rstrip("\\"))
        self._keeps_break = backslashes % 2 == 1 or content.startswith(_TABLE_ROW)

    def _continues(self, content: str, indent: int) -> bool:
        """Whether a line goes on with the open paragraph; CommonMark also allows it less indented than its item."""
        around = max((column for column in self._item_indents if column <= indent), default=0)
        if indent - around >= _CODE_INDENT:
            return True
        if content[0] == _QUOTE or _STANDS_ALONE.match(content) or _FENCE.match(content):
            return False
        outside_item = bool(self._item_indents) and indent < self._item_indents[-1]
        return not (_ITEM if outside_item else _ITEM_INSIDE_PARAGRAPH).match(content)

    def _underlines(self, content: str, indent: int) -> bool:
        """Whether a line makes a heading of the open paragraph: only where the paragraph itself could go on."""
        inside = indent - (self._item_indents[-1] if self._item_indents else 0)
        return 0 <= inside < _CODE_INDENT and _UNDERLINE.match(content) is not None

    def _begin_block(self, content: str, indent: int) -> str:
        """Note what a new block is; returns its text without the list markers in front."""
        items = self._item_indents
        while items and indent < items[-1]:
            items.pop()
        self._in_paragraph = False
        if indent - (items[-1] if items else 0) >= _CODE_INDENT:
            return content
        while len(items) < _MAX_ITEMS and not _STANDS_ALONE.match(content) and (item := _ITEM.match(content)):
            rest = content[item.end() :].lstrip(" ")
            gap = len(content) - item.end() - len(rest)
            if not rest or gap > _CODE_INDENT:
                # An empty item, or code in an item: its text begins one column after the marker.
                items.append(indent + item.end() + 1)
                return rest
            indent += item.end() + gap
            items.append(indent)
            content = rest
        self._after_quote = content.startswith(_QUOTE)
        fence = _FENCE.match(content)
        if fence:
            self._fence = fence.group()
        self._in_paragraph = not (
            self._after_quote or fence or _STANDS_ALONE.match(content) or _LINK_DEFINITION.match(content)
        )
        return content
