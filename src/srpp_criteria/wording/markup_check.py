# SPDX-License-Identifier: Apache-2.0
"""Does a text use only the markup that content may use?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from srpp_criteria.wording.fault import WordingFault
from srpp_criteria.wording.link_target import holds_placeholder, is_allowed_target
from srpp_criteria.wording.message import MessageError
from srpp_criteria.wording.message_parser import parse
from srpp_criteria.wording.reading import Reading, readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

MAX_LIST_DEPTH: Final = 3
"""How deep lists may stand in each other; contracts number no deeper."""

# Anything that could be refused; emphasis never is. Kept wide: a false alarm only costs time.
_MARKUP = re.compile(r"[\[<`&|]|^\s*(?:[-+*_#>=~:]|[0-9]{1,9}[.)])|^(?: {4}| *\t)", re.MULTILINE)

_ALLOWED: Final = "only paragraphs, lists, emphasis and links"
_REFUSED: Final = {
    "html_block": ("SRPP150", "HTML stands in the text", f"{_ALLOWED}; write \\< for the character"),
    "html_inline": ("SRPP150", "HTML stands in the text", f"{_ALLOWED}; write \\< for the character"),
    "image": ("SRPP151", "an image stands in the text", "describe it in words; write !\\[ for the characters"),
    "fence": ("SRPP152", "a code block stands in the text", "write the words themselves"),
    "code_block": ("SRPP152", "a line is indented by four spaces and becomes code", "indent it less"),
    "code_inline": ("SRPP152", "words stand between ` and become code", "use *emphasis* or quotation marks"),
    "heading_open": ("SRPP153", "a heading stands in the text", "the document gives the headings; write \\# for #"),
    "blockquote_open": ("SRPP154", "a block quote stands in the text", "write \\> for the character"),
    "table_open": ("SRPP155", "a table stands in the text", "write a list"),
    "hr": ("SRPP156", "a line across the page stands in the text", "leave it out"),
}


def check_markup(text: str) -> Iterator[WordingFault]:
    """Everything in a text that is not a paragraph, list, emphasis, hard break or plain link.

    Args:
        text: content as it is written. If it is a sentence pattern, every text that it can become is checked.
    """
    if not _MARKUP.search(text) and "{" not in text:
        return
    seen: set[WordingFault] = set()
    for reading in _texts(text):
        if not _MARKUP.search(reading.text):
            continue
        for fault in _Faults(reading).found():
            if fault not in seen:
                seen.add(fault)
                yield fault


def _texts(text: str) -> tuple[Reading, ...]:
    if "{" not in text:
        return (Reading(text),)
    try:
        return readings(parse(text))
    except MessageError:
        # check_message says what is wrong with the pattern; the markup is checked as it stands.
        return (Reading(text),)


@dataclass(frozen=True, slots=True)
class _Block:
    """Where in the reading the words of one block begin and end."""

    start: int
    end: int


class _Faults:
    """Markdown's full reading of one text, and what in it is refused."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.line_starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", reading.text)), len(reading.text)]

    def found(self) -> Iterator[WordingFault]:
        env: dict[str, object] = {}
        depth = 0
        for token in _markdown().parse(self.reading.text, env):
            block = self.block(token)
            if token.type in ("bullet_list_open", "ordered_list_open"):
                depth += 1
                if depth == MAX_LIST_DEPTH + 1:
                    says = f"lists stand more than {MAX_LIST_DEPTH} deep in each other"
                    yield self.fault("SRPP158", says, "split the text", block.start)
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                depth -= 1
            elif token.type in _REFUSED:
                yield self.fault(*_REFUSED[token.type], block.start)
            elif token.type == "inline":
                yield from self.inline(token, block)
        if env.get("references"):
            yield self.fault("SRPP157", "a link target is defined apart from its words", "write [words](https://…)", 0)

    def inline(self, parent: Token, block: _Block) -> Iterator[WordingFault]:
        at = block.start
        html = False
        for token in parent.children or ():
            if written := _as_written(token):
                at = max(at, self.reading.text.find(written, at, block.end))
            if token.type == "html_inline" and html and token.content.startswith("</"):
                continue  # the opening tag was told already
            if token.type in _REFUSED:
                html = html or token.type == "html_inline"
                yield self.fault(*_REFUSED[token.type], at)
            elif token.type == "link_open":
                yield from self.link(token, at)
            elif token.type == "text_special" and token.info == "entity" and (hidden := _hidden(token.content)):
                yield self.fault(
                    "SRPP159", f"{token.markup} stands for a hidden character ({hidden})", "leave it out", at
                )

    def link(self, token: Token, at: int) -> Iterator[WordingFault]:
        target = str(token.attrs.get("href", ""))
        if holds_placeholder(target):
            yield self.fault(
                "SRPP157", "a placeholder stands in a link target", "write the whole address, or show it as words", at
            )
        elif not is_allowed_target(target):
            yield self.fault(
                "SRPP157",
                f'link target "{target[:80]}" is not allowed',
                "links begin with https://, http:// or mailto: and name host or mailbox in full",
                at,
            )
        elif "title" in token.attrs:
            yield self.fault("SRPP157", "a link has a title", "write [words](https://…) only", at)

    def block(self, token: Token) -> _Block:
        first, last = token.map or (0, len(self.line_starts) - 1)
        return _Block(
            self.line_starts[min(first, len(self.line_starts) - 1)],
            self.line_starts[min(last, len(self.line_starts) - 1)],
        )

    def fault(self, code: str, says: str, hint: str, position: int) -> WordingFault:
        return WordingFault(code, says, hint, self.reading.source_offset(position))


def _as_written(token: Token) -> str:
    """Characters by which the token can be found in the text; Markdown does not say where it stands."""
    if token.type == "image":
        return "!["
    return token.markup if token.type in ("code_inline", "text_special") else token.content


def _hidden(characters: str) -> str:
    """Unicode's name for the first character that a reader cannot see; soft hyphen and joiners are spelling."""
    for character in characters:
        if character in "\u00ad\u200c\u200d":
            continue
        if character == "\ufffd" or unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"):
            return f"U+{ord(character):04X}"
    return ""


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table").disable("text_join")
    # Every target is let through, so that a refused one is found here and does not just stay text.
    parser.validateLink = _every_target  # type: ignore[method-assign]
    return parser


def _every_target(url: str) -> bool:
    del url
    return True
