# SPDX-License-Identifier: Apache-2.0
"""The words of an HTML file as blocks; scripts and styles are left out, nothing is fetched or run."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_SKIPPED: Final = frozenset(
    (
        "script",
        "style",
        "title",
        "template",
        "noscript",
        "head",
        "del",
        "svg",
        "math",
        "select",
        "textarea",
    )
)
_INLINE: Final = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    )
)


def blocks_of_html(text: str) -> list[str]:
    """Everything between two tags that are not inline is one block.

    >>> blocks_of_html("<p>The <b>Contractor</b><br>pays.<script>x</script><li>wages")
    ['The Contractor\\npays.', 'wages']
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    return reader.blocks


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._pieces: list[str] = []
        self._skipping: list[str] = []

    def end_block(self) -> None:
        block = "".join(self._pieces)
        if block.strip():
            self.blocks.append(block.strip())
        self._pieces = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "body":  # the end of the head may be left out
            self._skipping = []
        if self._skipping:
            if tag == self._skipping[0]:
                self._skipping.append(tag)
            return
        if tag in _SKIPPED:
            self._skipping.append(tag)
        elif tag == "br":
            self._pieces.append("\n")
        elif tag not in _INLINE:
            self.end_block()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SKIPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
        elif tag not in _INLINE:
            self.end_block()

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            # Line ends in the source are spaces on the page.
            self._pieces.append(" ".join(data.split("\n")))
