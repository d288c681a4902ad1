# SPDX-License-Identifier: Apache-2.0
"""A document as an OpenDocument text (ODT), for LibreOffice and every office that reads ISO 26300."""

from __future__ import annotations

from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, TypeAlias

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
from srpp_criteria.documents.inlines import Flow, ListBlock, Paragraph, Text
from srpp_criteria.documents.odt_inlines import InlineWriter, at
from srpp_criteria.documents.odt_package import package_bytes, template
from srpp_criteria.documents.odt_xml import TEXT_WIDTH, o, paragraph, plain, qualified
from srpp_criteria.documents.printable import one_line
from srpp_criteria.documents.reading_order import answer_room, contents, place_of_heading, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    Cell: TypeAlias = "tuple[etree._Element | str, ...]"

_LEADS = {"SRPP_20_Clause_20_Text": "ClauseTextLead", "Text_20_body": "TextLead"}
"""The same styles for a paragraph that stays on one page with the list it leads to."""
_CONTENTS_TEMPLATE = ("link-start", "chapter", "text", "link-end")


def to_odt(document: Document) -> bytes:
    """The document as an ODT file; the same document gives the same bytes."""
    writer = _Writer(document)
    text = next(writer.content.iter(qualified("office:text")))
    text.extend((*writer.front(), *writer.blocks(document.blocks)))
    return package_bytes(document, writer.content, [writer.header()], [writer.footer()])


class _Writer:
    def __init__(self, document: Document) -> None:
        self.content = template("content.xml")
        self._styles = next(self.content.iter(qualified("office:automatic-styles")))
        self._document = document
        self._listed = list(contents(document))
        if document.direction is Direction.RIGHT_TO_LEFT:
            self._mirror_boxes()
        self._inline = InlineWriter(places(document))
        self._headings_met = 0
        self._counted = 0
        self._tables = 0

    def _mirror_boxes(self) -> None:
        """The bar of a notice stands where the line begins."""
        left, right = qualified("fo:border-left"), qualified("fo:border-right")
        for style in self._styles:
            if style.get(qualified("style:name"), "").startswith("box-"):
                box = style[0].attrib
                box[left], box[right] = box[right], box[left]

    # --- around the text

    def header(self) -> etree._Element:
        """The line on top of every page."""
        info = self._document.header
        return paragraph("Header", one_line(info.title), o("text:tab"), one_line(info.locale))

    def footer(self) -> etree._Element:
        """The page number, in the words of the document's language."""
        before, _, rest = one_line(self._document.labels.page).partition("{n}")
        between, _, after = rest.partition("{total}")
        page = o("text:page-number", {"text:select-page": "current"}, "1")
        return paragraph("Footer", before, page, between, o("text:page-count", {}, "1"), after)

    def front(self) -> Iterator[etree._Element]:
        """Title, status, what is still open, contents."""
        document, labels = self._document, self._document.labels
        yield plain("Title", document.title)
        if document.notice:
            yield from self._notice(Notice(NoticeKind.STATUS, (Paragraph((Text(document.notice),)),)))
        if document.open_blanks:
            yield plain("SRPP_20_Front_20_Heading", labels.open_blanks)
            yield plain("Text_20_body", labels.open_blanks_note)
            rows: list[Sequence[Cell]] = [
                ((self._inline.jump_to_blank(blank),), (one_line(blank.where),)) for blank in document.open_blanks
            ]
            header: Sequence[Cell] = ((one_line(labels.blank),), (one_line(labels.where),))
            yield from self._grid(header, rows, (0.5, 0.5))
        if self._listed:
            yield self._contents()
        if document.open_blanks or self._listed:
            yield paragraph("BreakGap")

    def _contents(self) -> etree._Element:
        depth = self._document.contents_depth
        source = o("text:table-of-content-source", {"text:outline-level": depth})
        for level in range(1, depth + 1):
            parts = (o(f"text:index-entry-{part}") for part in _CONTENTS_TEMPLATE)
            look = {"text:outline-level": str(level), "text:style-name": f"Contents_20_{level}"}
            source.append(o("text:table-of-content-entry-template", look, *parts))
        body = o("text:index-body")
        for entry in self._listed:
            count = (entry.number, o("text:tab")) if entry.number else ()
            link = _plain_jump(f"#{entry.place}", *count, one_line(entry.heading.text))
            body.append(paragraph(f"Contents_20_{entry.heading.level}", link))
        title = plain("SRPP_20_Front_20_Heading", self._document.labels.contents)
        body.insert(0, o("text:index-title", {"text:name": "contents-title"}, title))
        return o("text:table-of-content", {"text:name": "contents", "text:protected": "false"}, source, body)

    # --- the text

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[etree._Element]:
        """The content of the text for these blocks; form lines that follow each other share one table."""
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
                yield from self._flow((block,), "Text_20_body")
            case Table():
                yield from self._table(block)
            case Notice():
                yield from self._notice(block)
            case Stamp(text):
                yield plain("SRPP_20_Stamp", text)
            case FieldLine():
                yield from self._form([block])
            case PageBreak():
                yield paragraph("BreakGap")

    def _heading(self, heading: Heading) -> etree._Element:
        self._headings_met += 1
        words = at(place_of_heading(self._headings_met), one_line(heading.text))
        look = {"text:style-name": f"Heading_20_{heading.level}", "text:outline-level": str(heading.level)}
        title = o("text:h", look, *words)
        return self._numbered(heading.level, title) if heading.numbered else title

    def _numbered(self, level: int, element: etree._Element) -> etree._Element:
        """The element with the next number of its level: one list runs through headings and clauses."""
        for _ in range(level):
            element = o("text:list", {}, o("text:list-item", {}, element))
        element.set(qualified("text:style-name"), "Clauses")
        if self._counted:
            element.set(qualified("text:continue-list"), f"clauses-{self._counted}")
        self._counted += 1
        element.set(qualified("xml:id"), f"clauses-{self._counted}")
        return element

    def _clause(self, clause: NumberedClause) -> Iterator[etree._Element]:
        first, rest = clause.blocks[:1], clause.blocks[1:]
        words: Cell = ()
        if first and isinstance(first[0], Paragraph):
            words = tuple(self._inline.write(first[0].inlines))
        else:
            rest = clause.blocks
        # A title, or words that lead to a list, do not stay behind on the page before.
        style = "ClauseLead" if words and rest else "SRPP_20_Clause"
        yield self._numbered(clause.level, paragraph(style, *words))
        yield from self._flow(rest, "SRPP_20_Clause_20_Text", lists="Clause_20_")

    def _flow(self, blocks: tuple[Flow, ...], style: str, lists: str = "") -> Iterator[etree._Element]:
        for block, following in zip_longest(blocks, blocks[1:]):
            match block:
                case Paragraph(inlines):
                    leads = isinstance(following, ListBlock)
                    yield paragraph(_LEADS.get(style, style) if leads else style, *self._inline.write(inlines))
                case ListBlock():
                    yield self._list(block, lists)

    def _list(self, block: ListBlock, lists: str) -> etree._Element:
        whole = o("text:list", {"text:style-name": lists + ("Counted" if block.ordered else "Bullets")})
        for number, item in enumerate(block.items):
            entry = o("text:list-item", {"text:start-value": block.start} if block.ordered and not number else {})
            entry.extend(self._flow(item, "List_20_Item", lists))
            whole.append(entry)
        return whole

    # --- tables

    def _table(self, table: Table) -> Iterator[etree._Element]:
        if table.caption:
            yield plain("Caption", table.caption)
        header = [tuple(self._inline.write(cell)) for cell in table.header]
        rows = [[tuple(self._inline.write(cell)) for cell in row] for row in table.rows]
        yield from self._grid(header, rows, column_shares(table), table.caption, row_headers=table.row_headers)

    def _grid(
        self,
        header: Sequence[Cell],
        rows: Sequence[Sequence[Cell]],
        shares: tuple[float, ...],
        caption: str = "",
        *,
        row_headers: bool = False,
    ) -> Iterator[etree._Element]:
        table = self._frame(shares, caption, _table_style(len(rows)))
        heads = _row(*(_cell("HeaderCell", paragraph("Table_20_Heading", *cell)) for cell in header))
        table.append(o("table:table-header-rows", {}, heads))
        for number, row in enumerate(rows, start=1):
            box = "LastCell" if number == len(rows) else "Cell"
            styles = ["Table_20_Contents"] * len(row)
            if row_headers:
                styles[0] = "SRPP_20_Row_20_Heading"
            cells = (_cell(box, paragraph(style, *cell)) for style, cell in zip(styles, row, strict=True))
            table.append(_row(*cells))
        yield table
        yield paragraph("SRPP_20_Gap")

    def _form(self, lines: list[FieldLine]) -> Iterator[etree._Element]:
        table = self._frame((0.36, 0.64), style=_table_style(len(lines)))
        for line in lines:
            field = answer_room(line)
            answer = self._inline.at_blank(field, self._inline.field(field, "SRPP_20_Answer"))
            question = [plain("Table_20_Contents", line.label)]
            if line.help:
                question.append(plain("SRPP_20_Help", line.help))
            table.append(_row(_cell("FormCell", *question), _cell("FormCell", paragraph("Table_20_Contents", *answer))))
        yield table
        yield paragraph("SRPP_20_Gap")

    def _notice(self, notice: Notice) -> Iterator[etree._Element]:
        table = self._frame((1.0,))
        content = list(self._flow(notice.blocks, "SRPP_20_Notice")) or [paragraph("SRPP_20_Notice")]
        table.append(_row(_cell(f"box-{notice.kind.value}", *content)))
        yield table
        yield paragraph("SRPP_20_Gap")

    def _frame(self, shares: tuple[float, ...], caption: str = "", style: str = "Grid") -> etree._Element:
        self._tables += 1
        table = o("table:table", {"table:name": f"table-{self._tables}", "table:style-name": style})
        if caption:
            table.append(o("table:title", {}, one_line(caption)))
        for number, share in enumerate(shares, start=1):
            name = f"column-{self._tables}-{number}"
            width = o("style:table-column-properties", {"style:column-width": f"{TEXT_WIDTH * share:.2f}mm"})
            self._styles.append(o("style:style", {"style:name": name, "style:family": "table-column"}, width))
            table.append(o("table:table-column", {"table:style-name": name}))
        return table


def _table_style(rows: int) -> str:
    return "ShortGrid" if rows <= SHORT_TABLE else "Grid"


def _row(*cells: etree._Element) -> etree._Element:
    return o("table:table-row", {"table:style-name": "Row"}, *cells)


def _cell(style: str, *content: etree._Element) -> etree._Element:
    return o("table:table-cell", {"table:style-name": style, "office:value-type": "string"}, *content)


def _plain_jump(address: str, *words: etree._Element | str) -> etree._Element:
    look = {"text:style-name": "Index_20_Link", "text:visited-style-name": "Index_20_Link"}
    return o("text:a", {"xlink:type": "simple", "xlink:href": address} | look, *words)
