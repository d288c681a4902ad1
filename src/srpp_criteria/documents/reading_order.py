# SPDX-License-Identifier: Apache-2.0
"""A document as a reader meets it: its fields, its open blanks, its paragraphs one after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from srpp_criteria.documents.clause_numbers import ClauseCounter
from srpp_criteria.documents.document import (
    Block,
    Document,
    FieldLine,
    Heading,
    Inlines,
    Notice,
    NumberedClause,
    OpenBlank,
    Stamp,
    Table,
)
from srpp_criteria.documents.inlines import (
    Break,
    Emphasis,
    Field,
    Flow,
    Link,
    ListBlock,
    Paragraph,
    Strong,
    Text,
    Value,
    as_field,
)
from srpp_criteria.documents.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORM_BLANK = "…………"
"""What marks the room to answer in a form whose field has no prompt; no words, so that it fits every language."""


def words_of(inlines: Inlines) -> str:
    r"""The words of a run of inlines, fields as they stand on paper, line breaks as `\n`."""
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text):
                words.append(printable(text))
            case Value():
                words.append(as_field(inline).on_paper)
            case Break():
                words.append("\n")
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                words.append(words_of(inner))
    return "".join(words)


def answer_room(line: FieldLine) -> Field:
    """The field of a form line; without a prompt it gets dots, because the label already stands beside it."""
    asked = line.field
    return asked if asked.shown else replace(asked, shown=FORM_BLANK)


def fields_of(blocks: Iterable[Block]) -> Iterator[Field]:
    """Every field in reading order, as often as it stands in the text."""
    for block in blocks:
        if isinstance(block, FieldLine):
            yield block.field
        for inlines in _runs(block):
            yield from _fields_in(inlines)


def open_blanks(blocks: Iterable[Block]) -> tuple[OpenBlank, ...]:
    """The blanks of these blocks, each once, with the numbered heading under which it stands first.

    Form lines are left out: the bidder fills them in, not the buyer.
    """
    count = ClauseCounter()
    where = ""
    found: dict[str, OpenBlank] = {}
    for block in blocks:
        match block:
            case Heading(level, text, _, numbered):
                where = f"{count.next(level)} {text}" if numbered else text
            case NumberedClause(level):
                count.next(level)
            case FieldLine():
                continue
        for blank in fields_of((block,)):
            if blank.blank and blank.name not in found:
                found[blank.name] = OpenBlank(blank.name, blank.label, where)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: the heading, its clause number (empty if it has none) and its place."""

    heading: Heading
    number: str
    place: str


def contents(document: Document) -> Iterator[Entry]:
    """The table of contents, down to the depth that the document asks for."""
    count = ClauseCounter()
    met = 0
    for block in document.blocks:
        match block:
            case Heading(level, _, _, numbered):
                met += 1
                number = count.next(level) if numbered else ""
                if level <= document.contents_depth:
                    yield Entry(block, number, place_of_heading(met))
            case NumberedClause(level):
                count.next(level)


def place_of_heading(number: int) -> str:
    """The name (bookmark, id) of the first, second … heading of a document."""
    return f"section_{number}"


def places(document: Document) -> dict[str, str]:
    """Where a link can lead: the place of each heading anchor, as `#anchor`, and of each open blank, by field name.

    A blank that is listed but stands nowhere in the text has no place, so no link leads nowhere.
    """
    headings = (block for block in document.blocks if isinstance(block, Heading))
    found = {f"#{one.anchor}": place_of_heading(met) for met, one in enumerate(headings, start=1) if one.anchor}
    in_text = {field.name for field in fields_of(document.blocks) if field.blank}
    listed = (f"blank_{number}" for number, _ in enumerate(document.open_blanks, start=1))
    blanks = zip(document.open_blanks, listed, strict=True)
    return found | {blank.field: place for blank, place in blanks if blank.field in in_text}


def paragraphs(document: Document) -> list[str]:
    """Every paragraph, table cell and form line as plain words, without clause numbers, bullets and empty ones.

    This is what reading a written file back must give; see `read_back`.
    """
    found = [one_line(document.title), printable(document.notice or "")]
    if document.open_blanks:
        labels = document.labels
        found += map(one_line, (labels.open_blanks, labels.open_blanks_note, labels.blank, labels.where))
        for blank in document.open_blanks:
            found += one_line(blank.label), one_line(blank.where)
    listed = list(contents(document))
    if listed:
        found.append(one_line(document.labels.contents))
        found += (f"{entry.number} {one_line(entry.heading.text)}".strip() for entry in listed)
    for block in document.blocks:
        found += _paragraphs_of(block)
    return [text for text in found if text.strip()]


def _paragraphs_of(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text) | Stamp(text):
            yield one_line(text)
        case FieldLine(label):
            yield one_line(label)
            yield one_line(block.help)
            yield answer_room(block).on_paper
        case Table(caption=caption):
            yield one_line(caption)
    yield from map(words_of, _runs(block))


def _runs(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph(inlines):
            yield inlines
        case ListBlock(items=items):
            for item in items:
                yield from _flow_runs(item)
        case NumberedClause(_, blocks) | Notice(_, blocks):
            yield from _flow_runs(blocks)
        case Table(header, rows):
            yield from header
            for row in rows:
                yield from row


def _flow_runs(blocks: tuple[Flow, ...]) -> Iterator[Inlines]:
    for block in blocks:
        yield from _runs(block)


def _fields_in(inlines: Inlines) -> Iterator[Field]:
    for inline in inlines:
        match inline:
            case Value():
                yield as_field(inline)
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                yield from _fields_in(inner)
