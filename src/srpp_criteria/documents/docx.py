# SPDX-License-Identifier: Apache-2.0
"""A document as a Word file (DOCX): real styles, real numbering, content controls for what the buyer fills in."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from srpp_criteria.documents.columns import SHORT_TABLE, column_shares
from srpp_criteria.documents.document import (
    Block,
    Direction,
    Document,
    FieldLine,
    Heading,
    Notice,
    NoticeKind,
    NumberedClause,
    PageBreak,
    Stamp,
    Table,
)
from srpp_criteria.documents.docx_inlines import InlineWriter
from srpp_criteria.documents.docx_package import empty_package, package_bytes
from srpp_criteria.documents.docx_xml import CLAUSE_INDENT, TEXT_WIDTH, WORD, paragraph, plain, run, w
from srpp_criteria.documents.inlines import Flow, ListBlock, Paragraph, Text
from srpp_criteria.documents.printable import one_line
from srpp_criteria.documents.reading_order import answer_room, contents, place_of_heading, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as Package

_CLAUSES, _BULLETS, _COUNTED = 1, 2, 3
"""Ids in docx_template/numbering.xml: `w:num` of the clauses, of bullets; `w:abstractNum` of counted lists."""
_LIST_STEP = 397
"""How far each list level stands further in: 7 mm."""
_DEEPEST_LIST = 8

_BOX = {
    NoticeKind.STATUS: ("FFF7E0", "D99A00"),
    NoticeKind.WARNING: ("FDECEA", "B3261E"),
    NoticeKind.NOTE: ("EEF2F4", "1F4E5F"),
}
"""Fill and bar of each kind of notice."""


def to_docx(document: Document) -> bytes:
    """The document as a Word file; the same document gives the same bytes."""
    package = empty_package(document.title, document.language, document.direction)
    writer = _Writer(document, package)
    writer.write_margins()
    body = package.element.body
    for element in _on_new_pages((*writer.front(), *writer.blocks(document.blocks))):
        body.insert(len(body) - 1, element)  # before the section properties, which close the body
    return package_bytes(package)


class _Writer:
    def __init__(self, document: Document, package: Package) -> None:
        self._document = document
        self._package = package
        self._numbering = package.part.numbering_part.element
        self._listed = list(contents(document))
        self._mirrored = document.direction is Direction.RIGHT_TO_LEFT
        self._inline = InlineWriter(self._relate, places(document))
        self._headings_met = 0

    def _relate(self, address: str) -> str:
        return self._package.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    # --- around the text

    def write_margins(self) -> None:
        """The line on top of every page and the page number below."""
        section = self._package.sections[0]
        info = self._document.header
        top = paragraph("Header", run(one_line(info.title)), w("r", w("tab")), run(one_line(info.locale)))
        bottom = paragraph("Footer", *self._page_number())
        for margin, content in ((section.header, top), (section.footer, bottom)):
            margin.is_linked_to_previous = False
            margin.part.element[:] = [content]

    def _page_number(self) -> Iterator[etree._Element]:
        before, _, rest = one_line(self._document.labels.page).partition("{n}")
        between, _, after = rest.partition("{total}")
        yield run(before)
        yield w("fldSimple", run("1"), instr=" PAGE ")
        yield run(between)
        yield w("fldSimple", run("1"), instr=" NUMPAGES ")
        yield run(after)

    def front(self) -> Iterator[etree._Element]:
        """Title, status, what is still open, contents."""
        document, labels = self._document, self._document.labels
        yield plain("Title", document.title)
        if document.notice:
            yield from self._notice(Notice(NoticeKind.STATUS, (Paragraph((Text(document.notice),)),)))
        if document.open_blanks:
            yield plain("SRPPFrontHeading", labels.open_blanks)
            yield plain("Normal", labels.open_blanks_note)
            rows = [
                [[self._inline.jump_to_blank(blank)], [run(one_line(blank.where))]] for blank in document.open_blanks
            ]
            header = [[run(one_line(labels.blank))], [run(one_line(labels.where))]]
            yield from self._grid(header, rows, (0.5, 0.5), labels.open_blanks, row_headers=False)
        if self._listed:
            yield plain("SRPPFrontHeading", labels.contents)
            yield from self._contents()
        if document.open_blanks or self._listed:
            yield _page_break()

    def _contents(self) -> Iterator[etree._Element]:
        """A table of contents without page numbers (`\\n`): right as it stands, without asking Word to update it."""
        for number, listed in enumerate(self._listed, start=1):
            line = paragraph(f"TOC{listed.heading.level}")
            if number == 1:
                line.extend((_field_mark("begin"), w("r", self._contents_code()), _field_mark("separate")))
            count = (run(listed.number), w("r", w("tab"))) if listed.number else ()
            line.append(w("hyperlink", *count, run(one_line(listed.heading.text)), anchor=listed.place, history=1))
            if number == len(self._listed):
                line.append(_field_mark("end"))
            yield line

    def _contents_code(self) -> etree._Element:
        code = w("instrText")
        code.text = f' TOC \\o "1-{self._document.contents_depth}" \\n \\h '
        return code

    # --- the text

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[etree._Element]:
        """The children of the body for these blocks; form lines that follow each other share one table."""
        for is_form, group in groupby(blocks, key=lambda block: isinstance(block, FieldLine)):
            if is_form:
                yield from self._form([block for block in group if isinstance(block, FieldLine)])
            else:
                for block in group:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[etree._Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case NumberedClause():
                yield from self._clause(block)
            case Paragraph() | ListBlock():
                yield from self._flow((block,), "Normal")
            case Table():
                yield from self._table(block)
            case Notice():
                yield from self._notice(block)
            case Stamp(text):
                yield plain("SRPPStamp", text)
            case FieldLine():
                yield from self._form([block])
            case PageBreak():
                yield _page_break()

    def _heading(self, heading: Heading) -> etree._Element:
        self._headings_met += 1
        words = self._inline.at(place_of_heading(self._headings_met), run(one_line(heading.text)))
        # numId 0 is Word's way to say: this style counts, this paragraph does not.
        uncounted = (
            () if heading.numbered else (w("numPr", w("ilvl", val=0), w("numId", val=0)), w("ind", left=0, firstLine=0))
        )
        return paragraph(f"Heading{heading.level}", *words, properties=uncounted)

    def _clause(self, clause: NumberedClause) -> Iterator[etree._Element]:
        number = w("numPr", w("ilvl", val=clause.level - 1), w("numId", val=_CLAUSES))
        first, rest = clause.blocks[:1], clause.blocks[1:]
        if first and isinstance(first[0], Paragraph):
            # A title, or words that lead to a list, do not stay behind on the page before.
            place = (w("keepNext"), number) if rest else (number,)
            yield paragraph("SRPPClause", *self._inline.write(first[0].inlines), properties=place)
        else:
            yield paragraph("SRPPClause", properties=(number,))
            rest = clause.blocks
        yield from self._flow(rest, "SRPPClauseText", indent=CLAUSE_INDENT)

    def _flow(self, blocks: tuple[Flow, ...], style: str, indent: int = 0, depth: int = 0) -> Iterator[etree._Element]:
        for block, following in zip_longest(blocks, blocks[1:]):
            match block:
                case Paragraph(inlines):
                    place = (w("keepNext"),) if isinstance(following, ListBlock) else ()
                    yield paragraph(style, *self._inline.write(inlines), properties=place)
                case ListBlock():
                    yield from self._list(block, indent, min(depth, _DEEPEST_LIST))

    def _list(self, block: ListBlock, indent: int, depth: int) -> Iterator[etree._Element]:
        style = "ListNumber" if block.ordered else "ListBullet"
        left = indent + _LIST_STEP * (depth + 1)
        marker = w(
            "numPr",
            w("ilvl", val=depth),
            w("numId", val=self._new_count(block.start, depth) if block.ordered else _BULLETS),
        )
        for item in block.items:
            first = True
            for part in item or (Paragraph(()),):
                match part:
                    case Paragraph(inlines) if first:
                        place = (_copy(marker), w("ind", left=left, hanging=_LIST_STEP))
                        yield paragraph(style, *self._inline.write(inlines), properties=place)
                    case Paragraph(inlines):
                        yield paragraph("ListContinue", *self._inline.write(inlines), properties=(w("ind", left=left),))
                    case ListBlock():
                        yield from self._list(part, indent, min(depth + 1, _DEEPEST_LIST))
                first = False

    def _new_count(self, start: int, depth: int) -> int:
        """A `w:num` of its own for a counted list, so that it does not count on where the last one ended."""
        number = len(self._numbering.findall(f"{{{WORD}}}num")) + 1
        restart = w("lvlOverride", w("startOverride", val=start), ilvl=depth)
        self._numbering.append(w("num", w("abstractNumId", val=_COUNTED), restart, numId=number))
        return number

    # --- tables

    def _table(self, table: Table) -> Iterator[etree._Element]:
        if table.caption:
            yield plain("Caption", table.caption)
        header = [list(self._inline.write(cell)) for cell in table.header]
        rows = [[list(self._inline.write(cell)) for cell in row] for row in table.rows]
        yield from self._grid(header, rows, column_shares(table), table.caption, row_headers=table.row_headers)

    def _grid(
        self,
        header: list[list[etree._Element]],
        rows: list[list[list[etree._Element]]],
        shares: tuple[float, ...],
        caption: str,
        *,
        row_headers: bool,
    ) -> Iterator[etree._Element]:
        widths = _widths(shares)
        flags = {
            "firstRow": 1,
            "lastRow": 0,
            "firstColumn": int(row_headers),
            "lastColumn": 0,
            "noHBand": 1,
            "noVBand": 1,
        }
        look = w("tblLook", val="06A0" if row_headers else "0620", **flags)
        table = self._frame("SRPPTable", widths, look, caption)
        table.append(_row(header, widths, header=True))
        for number, row in enumerate(rows, start=1):
            table.append(_row(row, widths, stays=number < len(rows) <= SHORT_TABLE))
        yield table
        yield paragraph("SRPPGap")

    def _form(self, lines: list[FieldLine]) -> Iterator[etree._Element]:
        widths = _widths((0.36, 0.64))
        table = self._frame("SRPPForm", widths, _plain_look(), "")
        for number, line in enumerate(lines, start=1):
            field = answer_room(line)
            control = self._inline.control(field, "SRPPAnswer")
            answer = list(self._inline.at_blank(field, control))
            stays = number < len(lines) <= SHORT_TABLE
            row = _row([[run(one_line(line.label))], answer], widths, stays=stays)
            if line.help:
                row[1].append(plain("SRPPHelp", line.help))  # row[0] holds the row's properties
            table.append(row)
        yield table
        yield paragraph("SRPPGap")

    def _notice(self, notice: Notice) -> Iterator[etree._Element]:
        fill, bar = _BOX[notice.kind]
        width = TEXT_WIDTH
        table = self._frame("SRPPBox", [width], _plain_look(), "")
        content = list(self._flow(notice.blocks, "SRPPNotice")) or [paragraph("SRPPNotice")]
        borders = w("tcBorders", w("left" if not self._mirrored else "right", val="single", sz=24, space=0, color=bar))
        properties = w("tcPr", w("tcW", w=width, type="dxa"), borders, w("shd", val="clear", color="auto", fill=fill))
        table.append(w("tr", w("trPr", w("cantSplit")), w("tc", properties, *content)))
        yield table
        yield paragraph("SRPPGap")

    def _frame(self, style: str, widths: list[int], look: etree._Element, caption: str) -> etree._Element:
        properties = w(
            "tblPr",
            w("tblStyle", val=style),
            w("bidiVisual") if self._mirrored else None,
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            look,
            w("tblCaption", val=one_line(caption)) if caption else None,
        )
        return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)))


def _row(
    cells: list[list[etree._Element]], widths: list[int], *, header: bool = False, stays: bool = False
) -> etree._Element:
    """A row that never splits; one that `stays` is on the same page as the next."""
    row = w("tr", w("trPr", w("cantSplit"), w("tblHeader") if header else None))
    for cell, width in zip(cells, widths, strict=True):
        keep = (w("keepNext"),) if header or stays else ()
        row.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph("SRPPCell", *cell, properties=keep)))
    return row


def _widths(shares: tuple[float, ...]) -> list[int]:
    widths = [round(TEXT_WIDTH * share) for share in shares]
    return [*widths[:-1], TEXT_WIDTH - sum(widths[:-1])]


def _plain_look() -> etree._Element:
    return w("tblLook", val="0600", firstRow=0, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)


def _field_mark(kind: str) -> etree._Element:
    return w("r", w("fldChar", fldCharType=kind))


def _page_break() -> etree._Element:
    return paragraph("SRPPGap", w("r", w("br", type="page")))


def _on_new_pages(elements: tuple[etree._Element, ...]) -> Iterator[etree._Element]:
    """Let the paragraph after a page break start the page itself; a break of its own could leave an empty page."""
    breaks = False
    for element in elements:
        if element.find(f"{{{WORD}}}r/{{{WORD}}}br[@{{{WORD}}}type='page']") is not None:
            breaks = True
            continue
        if breaks:
            properties = element.find(f"{{{WORD}}}pPr")
            if properties is None:  # a table cannot start a page
                yield _page_break()
            else:
                properties.insert(1, w("pageBreakBefore"))  # right after the style
        breaks = False
        yield element


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element))
