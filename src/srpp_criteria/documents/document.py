# SPDX-License-Identifier: Apache-2.0
"""What a finished document says, free of any file format.

A `Document` is a tree of blocks (headings, clauses, lists, tables …) whose leaves are inlines (text, emphasis, links,
fields). It is pure data and knows nothing of Word, of editions or of procurement law. Every word in it is already in
the language of the document; the words that a writer needs of its own ("Page 2 of 7") travel along as `Labels`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from srpp_criteria.documents.inlines import Field, Flow, Inline, ListBlock, Paragraph

__all__ = [
    "DEEPEST_HEADING",
    "Block",
    "Direction",
    "Document",
    "FieldLine",
    "Flow",
    "HeaderInfo",
    "Heading",
    "Inlines",
    "Labels",
    "ListBlock",
    "Notice",
    "NoticeKind",
    "NumberedClause",
    "OpenBlank",
    "PageBreak",
    "Paragraph",
    "Stamp",
    "Table",
]

Inlines: TypeAlias = tuple[Inline, ...]

DEEPEST_HEADING = 4
"""Headings have levels 1 to 4; a clause may stand one level below the deepest heading."""


class Direction(StrEnum):
    """In which direction the language is written."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


class NoticeKind(StrEnum):
    """How loudly a boxed notice speaks."""

    STATUS = "status"
    """The standing of the text itself: draft, not reviewed."""
    WARNING = "warning"
    """Something the reader must not overlook."""
    NOTE = "note"
    """Something good to know."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section title.

    `level` runs from 1 to 4 (the document's own title stands above them); `anchor` is the name by which a
    `Link("#anchor", …)` finds it, empty when nobody links; an annex heading may go without a clause number.
    """

    level: int
    text: str
    anchor: str = ""
    numbered: bool = True

    def __post_init__(self) -> None:
        if not 1 <= self.level <= DEEPEST_HEADING:
            msg = f"heading level {self.level} is outside 1 to {DEEPEST_HEADING}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class NumberedClause:
    """A contract clause with its automatic number: level 3 under heading 1.2 becomes 1.2.1, 1.2.2 ….

    The number stands at the first paragraph; what follows belongs to the same clause. `level` runs from 1 to 5 and is
    usually one more than that of the heading above.
    """

    level: int
    blocks: tuple[Flow, ...]

    def __post_init__(self) -> None:
        if not 1 <= self.level <= DEEPEST_HEADING + 1:
            msg = f"clause level {self.level} is outside 1 to {DEEPEST_HEADING + 1}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header that repeats on every page.

    `widths` are relative (2, 1, 1: half, a quarter, a quarter); without them the writer judges by the content.
    `row_headers` says that the first cell of each row names the row.
    """

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    caption: str = ""
    widths: tuple[float, ...] = ()
    row_headers: bool = False

    def __post_init__(self) -> None:
        columns = len(self.header)
        if not columns:
            msg = "a table needs at least one column header"
            raise ValueError(msg)
        for number, row in enumerate(self.rows, start=1):
            if len(row) != columns:
                msg = f"row {number} has {len(row)} cells under {columns} column headers"
                raise ValueError(msg)
        if self.widths and (len(self.widths) != columns or min(self.widths) <= 0):
            msg = f"widths need {columns} positive numbers, one per column"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Notice:
    """A box that stands out from the text."""

    kind: NoticeKind
    blocks: tuple[Flow, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """The source stamp by which a pasted text is found again, one line."""

    text: str


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One line of a form: what is asked, a sentence that helps if there is one, and the room to answer."""

    label: str
    field: Field
    help: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block: TypeAlias = Heading | NumberedClause | Paragraph | ListBlock | Table | Notice | Stamp | FieldLine | PageBreak


@dataclass(frozen=True, slots=True)
class HeaderInfo:
    """The line on top of every page: the title, and which locale this is, in words ("Norge, bokmål")."""

    title: str
    locale: str


@dataclass(frozen=True, slots=True)
class OpenBlank:
    """A value the buyer still has to fill in.

    `field` is the name of the `Field` in the text, `where` the section in which the reader finds it.
    """

    field: str
    label: str
    where: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The words a writer needs of its own, in the language of the document."""

    page: str
    """Footer, with `{n}` and `{total}`: "Side {n} av {total}"."""
    contents: str
    """Heading above the table of contents."""
    open_blanks: str
    """Heading above the list of values that are still missing."""
    open_blanks_note: str
    """One sentence under that heading: what the reader should do."""
    blank: str
    """Column header: what has to be filled in."""
    where: str
    """Column header: where it stands."""
    labelled: str = "{label}: "
    """How a label stands before its text; French puts a space before the colon."""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready for any writer.

    Args:
        title: name of the document, also in the file's properties.
        language: BCP 47 tag such as `nb-NO`, so that the spell checker of the reader's program works.
        direction: writing direction of that language.
        header: what stands on top of every page.
        labels: the writers' own words in this language.
        blocks: the content in reading order.
        notice: status of the text ("draft, not reviewed"), boxed on the first page; None: nothing to say.
        open_blanks: values still missing, listed on the first page.
        contents_depth: deepest heading level in the table of contents; 0: no table.
    """

    title: str
    language: str
    direction: Direction
    header: HeaderInfo
    labels: Labels
    blocks: tuple[Block, ...]
    notice: str | None = None
    open_blanks: tuple[OpenBlank, ...] = field(default=())
    contents_depth: int = 0
