# SPDX-License-Identifier: Apache-2.0
"""A document as plain text, for the terminal and for pasting into any other program."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from srpp_criteria.documents.clause_numbers import ClauseCounter
from srpp_criteria.documents.document import (
    Block,
    Document,
    FieldLine,
    Heading,
    Notice,
    NumberedClause,
    PageBreak,
    Stamp,
    Table,
)
from srpp_criteria.documents.inlines import (
    Break,
    Emphasis,
    Flow,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Strong,
    Text,
    Value,
    as_field,
)
from srpp_criteria.documents.printable import one_line, printable
from srpp_criteria.documents.reading_order import answer_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WIDEST_TABLE = 100
"""Columns of a terminal; a wider table is written row by row instead."""


def to_text(document: Document) -> str:
    """The document as plain text that ends with a line feed. Paragraphs are not wrapped: the reader's program does."""
    return "\n\n".join(chunk.rstrip() for chunk in _Writer(document).chunks() if chunk.strip()) + "\n"


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._count = ClauseCounter()

    def chunks(self) -> Iterator[str]:
        document, labels = self._document, self._document.labels
        yield f"{_underlined(one_line(document.title), '=')}\n{one_line(document.header.locale)}"
        if document.notice:
            yield _barred(printable(document.notice))
        if document.open_blanks:
            yield _underlined(one_line(labels.open_blanks), "-")
            yield one_line(labels.open_blanks_note)
            rows = [[one_line(blank.label), one_line(blank.where)] for blank in document.open_blanks]
            yield _columns([one_line(labels.blank), one_line(labels.where)], rows, labels.labelled)
        for is_form, group in groupby(document.blocks, key=lambda block: isinstance(block, FieldLine)):
            if is_form:
                yield "\n".join(_form_line(line, labels.labelled) for line in group if isinstance(line, FieldLine))
            else:
                for block in group:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, text, _, numbered):
                title = f"{self._count.next(level)} {one_line(text)}" if numbered else one_line(text)
                line = {1: "=", 2: "-"}.get(level)
                yield _underlined(title, line) if line else title
            case NumberedClause(level, blocks):
                yield f"{self._count.next(level)} {_flow(blocks)}"
            case Paragraph() | ListBlock():
                yield _flow((block,))
            case Table():
                if block.caption:
                    yield one_line(block.caption)
                yield _columns(
                    [_words(cell) for cell in block.header],
                    [[_words(cell) for cell in row] for row in block.rows],
                    self._document.labels.labelled,
                )
            case Notice(_, blocks):
                yield _barred(_flow(blocks))
            case Stamp(text):
                yield one_line(text)
            case FieldLine():
                yield _form_line(block, self._document.labels.labelled)
            case PageBreak():
                return


def _flow(blocks: Iterable[Flow]) -> str:
    return "\n\n".join(_words(block.inlines) if isinstance(block, Paragraph) else _list(block) for block in blocks)


def _list(block: ListBlock) -> str:
    items = []
    for number, item in enumerate(block.items, start=block.start):
        marker = f"{number}. " if block.ordered else "- "
        content = "\n".join(_flow((part,)) for part in item)
        items.append(marker + content.replace("\n", "\n" + " " * len(marker)))
    return "\n".join(items)


def _columns(header: list[str], rows: list[list[str]], labelled: str) -> str:
    """Aligned columns if they fit on a line and no cell has two lines; otherwise one labelled line per cell."""
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= _WIDEST_TABLE and not any("\n" in cell for row in rows for cell in row):
        lines = [header, ["-" * width for width in widths], *rows]
        padded = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)
        return "\n".join(line.rstrip() for line in padded)
    return "\n\n".join(
        "\n".join(
            (labelled.replace("{label}", name) + cell).replace("\n", "\n  ")
            for name, cell in zip(header, row, strict=True)
        )
        for row in rows
    )


def _form_line(line: FieldLine, labelled: str) -> str:
    help_line = f"\n  ({one_line(line.help)})" if one_line(line.help) else ""
    return f"{labelled.replace('{label}', one_line(line.label))}{answer_room(line).on_paper}{help_line}"


def _underlined(title: str, line: str) -> str:
    return f"{title}\n{line * len(title)}"


def _barred(text: str) -> str:
    return "\n".join(f"| {line}".rstrip() for line in text.split("\n"))


def _words(inlines: tuple[Inline, ...]) -> str:
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text):
                words.append(printable(text))
            case Break():
                words.append("\n")
            case Link(target, inner):
                shown = _words(inner)
                address = one_line(target)
                is_told = address.startswith("#") or shown in (address, address.removeprefix("mailto:"))
                words.append(shown if is_told else f"{shown} ({address})")
            case Emphasis(inner) | Strong(inner):
                words.append(_words(inner))
            case Value():
                field = as_field(inline)
                words.append(f"[{field.on_paper}]" if field.blank else field.on_paper)
    return "".join(words)
