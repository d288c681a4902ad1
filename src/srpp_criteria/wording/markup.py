# SPDX-License-Identifier: Apache-2.0
"""Paragraphs, lists, emphasis and links: the part of CommonMark that content may use, as a small tree.

`parse_markup` never fails and never lets anything else through: what content may not use (HTML, images, headings,
code …) is switched off and stays the characters that it is. That they stand in content at all is for `check_markup` to
say.

A parameter value is never read as markup. Before Markdown sees the text, each field becomes one private-use character,
which Markdown takes for an ordinary letter; afterwards the character becomes a `Field` again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from srpp_criteria.wording.link_target import is_allowed_target
from srpp_criteria.wording.markers import Field, Text, split_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed, usually in italics."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that are stressed strongly, usually in bold."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a web page or a mailbox; `target` begins with http://, https:// or mailto:."""

    target: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph that the author wants."""


Inline: TypeAlias = Text | Field | Emphasis | Strong | Link | Break


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; an ordered one counts from `start`. Each item is a sequence of blocks."""

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]


Block: TypeAlias = Paragraph | ListBlock

# Anything by which a text could be more than one plain paragraph. Kept wide: a false alarm only costs time.
_MARKUP = re.compile(r"[*\[\]<>`\\&\n\r]|(?<!\w)_|_(?!\w)|\A\s*(?:[-+]|[0-9])|  \Z")
_FIRST_STAND_IN = 0xF0000


def parse_markup(text: str) -> tuple[Block, ...]:
    """Read finished, marked text into blocks.

    Args:
        text: output of `format_message`. Values must be marked (`srpp_criteria.wording.markers.mark`), or they would be
            read as markup.

    >>> parse_markup("At most **two** tiers.")[0].inlines
    (Text(text='At most '), Strong(inlines=(Text(text='two'),)), Text(text=' tiers.'))
    """
    pieces = split_fields(text)
    fields = [piece for piece in pieces if isinstance(piece, Field)]
    stand_ins = (chr(_FIRST_STAND_IN + number) for number in range(len(fields)))
    plain = "".join(piece.text if isinstance(piece, Text) else next(stand_ins) for piece in pieces)
    if not _MARKUP.search(plain):
        # Markdown ignores white space around a paragraph.
        inlines = _with_fields(plain.strip(" \t"), fields)
        return (Paragraph(tuple(inlines)),) if inlines else ()
    return _Tree(_markdown().parse(plain), fields).blocks_until(None)


def plain_text(blocks: Iterable[Block]) -> str:
    r"""The same words without markup: paragraphs apart by a blank line, list items with a dash or number.

    >>> print(plain_text(parse_markup("Send us:\n\n1. the *list*\n2. the proof")))
    Send us:
    <BLANKLINE>
    1. the list
    2. the proof
    """
    return "\n\n".join(_plain_block(block) for block in blocks)


def plain_inlines(inlines: Iterable[Inline]) -> str:
    """The words of one paragraph; a link shows its target in brackets unless the words already are the target."""
    return "".join(map(_plain_inline, inlines))


def _plain_block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return plain_inlines(block.inlines)
    lines = []
    for number, item in enumerate(block.items, block.start):
        label = f"{number}. " if block.ordered else "- "
        inner = "\n".join(_plain_block(part) for part in item)
        lines.append(label + inner.replace("\n", "\n" + " " * len(label)))
    return "\n".join(lines)


def _plain_inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Field(_, shown):
            return shown
        case Break():
            return "\n"
        case Link(target, inlines):
            words = plain_inlines(inlines)
            return words if words in (target, target.removeprefix("mailto:")) else f"{words} ({target})"
        case Emphasis(inlines) | Strong(inlines):
            return plain_inlines(inlines)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    allowed = ["list", "newline", "escape", "emphasis", "link", "autolink", "entity"]
    # text_join would merge characters written as &#…; into the text, where they could pose as a field.
    parser = MarkdownIt("zero", {"maxNesting": 100}).enable(allowed).disable("text_join")
    parser.validateLink = is_allowed_target  # type: ignore[assignment, method-assign]
    return parser


class _Tree:
    """Markdown's flat row of tokens as our tree."""

    def __init__(self, tokens: Sequence[Token], fields: Sequence[Field]) -> None:
        self.tokens = iter(tokens)
        self.fields = fields

    def blocks_until(self, closing: str | None) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for token in self.tokens:
            if token.type == closing:
                break
            if token.type == "inline":
                inlines = _merged(self.inlines_until(None, iter(token.children or ())))
                if inlines:
                    blocks.append(Paragraph(inlines))
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                blocks.append(self.list_block(token))
        return tuple(blocks)

    def list_block(self, opening: Token) -> ListBlock:
        ordered = opening.type == "ordered_list_open"
        closing = opening.type.replace("open", "close")
        items: list[tuple[Block, ...]] = []
        for token in self.tokens:
            if token.type == closing:
                break
            items.append(self.blocks_until("list_item_close"))
        return ListBlock(ordered, int(opening.attrs.get("start", 1)) if ordered else 1, tuple(items))

    def inlines_until(self, closing: str | None, tokens: Iterable[Token]) -> list[Inline]:
        inlines: list[Inline] = []
        for token in tokens:
            if token.type == closing:
                break
            match token.type:
                case "text_special" if token.info == "entity":
                    # Whatever the reference stands for, it is not one of our stand-ins.
                    inlines.extend(split_fields(token.content))
                case "text" | "text_special":
                    inlines.extend(_with_fields(token.content, self.fields))
                case "softbreak":
                    inlines.append(Text(" "))
                case "hardbreak":
                    inlines.append(Break())
                case "em_open":
                    inlines.append(Emphasis(_merged(self.inlines_until("em_close", tokens))))
                case "strong_open":
                    inlines.append(Strong(_merged(self.inlines_until("strong_close", tokens))))
                case "link_open":
                    target = str(token.attrs["href"])
                    inlines.append(Link(target, _merged(self.inlines_until("link_close", tokens))))
        return inlines


def _with_fields(text: str, fields: Sequence[Field]) -> list[Inline]:
    if not fields:
        return [Text(text)] if text else []
    inlines: list[Inline] = []
    words_from = 0
    for at, character in enumerate(text):
        if (number := ord(character) - _FIRST_STAND_IN) >= 0:
            if at > words_from:
                inlines.append(Text(text[words_from:at]))
            inlines.append(fields[number])
            words_from = at + 1
    if words_from < len(text):
        inlines.append(Text(text[words_from:]))
    return inlines


def _merged(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and merged and isinstance(previous := merged[-1], Text):
            merged[-1] = Text(previous.text + inline.text)
        else:
            merged.append(inline)
    return tuple(merged)
