# SPDX-License-Identifier: Apache-2.0
"""A document as one HTML page that needs nothing else: no script, no font, no picture, no other file."""

from __future__ import annotations

from html import escape
from importlib import resources
from itertools import groupby
from typing import TYPE_CHECKING

from srpp_criteria.documents.clause_numbers import ClauseCounter
from srpp_criteria.documents.columns import column_shares
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
    Field,
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
from srpp_criteria.documents.printable import one_line, printable, web_address
from srpp_criteria.documents.reading_order import answer_room, contents, place_of_heading, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Should a value ever get past the escaping, the browser still runs and fetches nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def to_html(document: Document) -> str:
    """The document as a whole HTML page that ends with a line feed."""
    style = (resources.files("srpp_criteria.documents") / "html_template" / "style.css").read_text(encoding="utf-8")
    style = style.partition("*/")[2].strip()  # the licence line at its top is for the source
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{_attribute(document.language)}" dir="{document.direction.value}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="generator" content="srpp-criteria">',
            f"<title>{_line(document.title)}</title>",
            f"<style>\n{style}\n</style>",
            "</head>",
            "<body>",
            *_Writer(places(document)).lines(document),
            "</body>",
            "</html>",
            "",
        )
    )


def flow_html(blocks: Iterable[Flow]) -> str:
    """Paragraphs and lists alone, for a page that has its own frame.

    >>> flow_html([Paragraph((Text("At most 2 < 3 tiers."),))])
    '<p>At most 2 &lt; 3 tiers.</p>'
    """
    return "\n".join(_Writer({}).flow(blocks))


def inlines_html(inlines: tuple[Inline, ...]) -> str:
    """The words of one paragraph alone.

    >>> inlines_html((Text("At most "), Link("javascript:alert(1)", (Text("two"),))))
    'At most two'
    """
    return _Writer({}).words(inlines)


def blocks_html(blocks: Iterable[Block]) -> str:
    """Any blocks, for a page that has its own frame; clauses are counted from 1.

    The policy of such a page may forbid styles in attributes, so the browser decides how wide columns are.
    """
    return "\n".join(_Writer({}, sized=False).body(blocks))


class _Writer:
    def __init__(self, places: Mapping[str, str], *, sized: bool = True) -> None:
        self._sized = sized
        self._count = ClauseCounter()
        self._places = places
        self._headings_met = 0
        self._placed: set[str] = set()

    def lines(self, document: Document) -> Iterator[str]:
        labels, listed = document.labels, list(contents(document))
        yield "<header>"
        yield f"<h1>{_line(document.title)}</h1>"
        yield f'<p class="locale">{_line(document.header.locale)}</p>'
        yield "</header>"
        if document.notice:
            yield f'<aside class="notice status" role="note">\n<p>{_text(document.notice)}</p>\n</aside>'
        if document.open_blanks:
            rows = (
                (_jump(self._places.get(blank.field), _line(blank.label)), _line(blank.where))
                for blank in document.open_blanks
            )
            yield '<section class="open-blanks" aria-labelledby="open-blanks">'
            yield f'<h2 id="open-blanks">{_line(labels.open_blanks)}</h2>'
            yield f"<p>{_line(labels.open_blanks_note)}</p>"
            yield from _grid((_line(labels.blank), _line(labels.where)), rows, (0.5, 0.5))
            yield "</section>"
        if listed:
            yield '<nav aria-labelledby="contents">'
            yield f'<h2 id="contents">{_line(labels.contents)}</h2>'
            yield "<ul>"
            for entry in listed:
                words = f"{_number(entry.number)}{_line(entry.heading.text)}"
                yield f'<li class="level-{entry.heading.level}">{_jump(entry.place, words)}</li>'
            yield "</ul>"
            yield "</nav>"
        yield "<main>"
        yield from self.body(document.blocks)
        yield "</main>"

    def body(self, blocks: Iterable[Block]) -> Iterator[str]:
        for is_form, group in groupby(blocks, key=lambda block: isinstance(block, FieldLine)):
            if is_form:
                yield from self._form([line for line in group if isinstance(line, FieldLine)])
            else:
                for block in group:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, text, _, numbered):
                number = _number(self._count.next(level)) if numbered else ""
                self._headings_met += 1
                tag = f"h{level + 1}"
                yield f'<{tag} id="{place_of_heading(self._headings_met)}">{number}{_line(text)}</{tag}>'
            case NumberedClause(level, blocks):
                yield '<div class="clause">'
                yield from self.flow(blocks, _number(self._count.next(level)))
                yield "</div>"
            case Paragraph() | ListBlock():
                yield from self.flow((block,))
            case Table():
                header = tuple(self.words(cell) for cell in block.header)
                rows = (tuple(self.words(cell) for cell in row) for row in block.rows)
                shares = column_shares(block) if self._sized else ()
                yield from _grid(header, rows, shares, caption=_line(block.caption), row_headers=block.row_headers)
            case Notice(kind, blocks):
                yield f'<aside class="notice {kind.value}" role="note">'
                yield from self.flow(blocks)
                yield "</aside>"
            case Stamp(text):
                yield f'<p class="stamp" translate="no">{_line(text)}</p>'
            case FieldLine():
                yield from self._form([block])
            case PageBreak():
                yield '<hr class="page">'

    def _form(self, lines: list[FieldLine]) -> Iterator[str]:
        yield '<table class="form">'
        for line in lines:
            field = answer_room(line)
            help_line = f"<small>{_line(line.help)}</small>" if one_line(line.help) else ""
            answer = self._field(field, "span", "answer")
            yield f'<tr><th scope="row">{_line(line.label)}{help_line}</th><td>{answer}</td></tr>'
        yield "</table>"

    def flow(self, blocks: Iterable[Flow], lead: str = "") -> Iterator[str]:
        for block in blocks:
            match block:
                case Paragraph(inlines):
                    yield f"<p>{lead}{self.words(inlines)}</p>"
                case ListBlock(ordered, start, items):
                    if lead:
                        yield f"<p>{lead}</p>"
                    tag = "ol" if ordered else "ul"
                    yield f'<{tag} start="{start}">' if ordered and start != 1 else f"<{tag}>"
                    for item in items:
                        yield f"<li>{self._item(item)}</li>"
                    yield f"</{tag}>"
            lead = ""
        if lead:
            yield f"<p>{lead}</p>"

    def _item(self, item: tuple[Flow, ...]) -> str:
        if len(item) == 1 and isinstance(item[0], Paragraph):
            return self.words(item[0].inlines)
        return "\n".join(self.flow(item))

    def words(self, inlines: tuple[Inline, ...]) -> str:
        words: list[str] = []
        for inline in inlines:
            match inline:
                case Text(text):
                    words.append(_text(text))
                case Break():
                    words.append("<br>")
                case Emphasis(inner):
                    words.append(f"<em>{self.words(inner)}</em>")
                case Strong(inner):
                    words.append(f"<strong>{self.words(inner)}</strong>")
                case Link(target, inner):
                    words.append(self._link(target.strip(), self.words(inner)))
                case Value():
                    field = as_field(inline)
                    words.append(
                        self._field(field, "mark" if field.blank else "span", "blank" if field.blank else "field")
                    )
        return "".join(words)

    def _link(self, target: str, words: str) -> str:
        if target in self._places:
            return _jump(self._places[target], words)
        address = web_address(target)
        return words if address is None else f'<a href="{_attribute(address)}" rel="noreferrer">{words}</a>'

    def _field(self, field: Field, tag: str, kind: str) -> str:
        target = self._places.get(field.name) if field.blank else None
        place = ""
        if target is not None and target not in self._placed:
            self._placed.add(target)
            place = f' id="{target}"'
        label = f' title="{_attribute(field.label)}"' if field.label else ""
        name = f' data-field="{_attribute(field.name)}"'
        return f'<{tag} class="{kind}"{place}{name}{label}>{_text(field.on_paper)}</{tag}>'


def _grid(
    header: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    shares: tuple[float, ...],
    *,
    caption: str = "",
    row_headers: bool = False,
) -> Iterator[str]:
    yield "<table>"
    if caption:
        yield f"<caption>{caption}</caption>"
    if shares:
        columns = "".join(f'<col style="width: {share:.1%}">' for share in shares)
        yield f"<colgroup>{columns}</colgroup>"
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in header)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for first, *rest in rows:
        head = f'<th scope="row">{first}</th>' if row_headers else f"<td>{first}</td>"
        yield f"<tr>{head}{''.join(f'<td>{cell}</td>' for cell in rest)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _jump(place: str | None, words: str) -> str:
    return f'<a href="#{place}">{words}</a>' if place else words


def _number(number: str) -> str:
    return f'<span class="number">{number}</span> ' if number else ""


def _text(text: str) -> str:
    return escape(printable(text)).replace("\n", "<br>")


def _line(text: str) -> str:
    return escape(one_line(text))


def _attribute(text: str) -> str:
    return escape(one_line(text), quote=True)
