# SPDX-License-Identifier: Apache-2.0
"""A document as Markdown: CommonMark with pipe tables, readable in any editor.

Whatever stands in the document's texts stays text: each character that Markdown or its common dialects could take for
markup is escaped. Lists are indented by four columns, which old and new Markdown read alike.
"""

from __future__ import annotations

import re
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
from srpp_criteria.documents.printable import one_line, printable, web_address
from srpp_criteria.documents.reading_order import answer_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_INDENT = " " * 4
_HARD_BREAK = "  \n"

# Braces: attribute lists of some dialects could carry event handlers. A tilde strikes out, a dollar starts a formula.
_ACTIVE = re.compile(r"[\\`*_\[\]{}|~$]")
_ENTITY = re.compile(r"&(?=#|[A-Za-z])")
# What is markup only where a line begins: headings, quotes, lists, rules, setext underlines, admonitions, definitions.
_LINE_START = re.compile(r"[#>+=!:-]|\d{1,9}(?=[.)])")


def to_markdown(document: Document) -> str:
    """The document as Markdown text that ends with a line feed."""
    return "\n\n".join(_Writer(document).chunks()) + "\n"


def escaped(text: str) -> str:
    r"""The text with every character escaped that Markdown could take for markup.

    What is markup only at the start of a line, such as `#`, is left to those who know where lines start.

    >>> print(escaped("2 * 3 < [x](y) & &amp;"))
    2 \* 3 &lt; \[x\](y) & &amp;amp;
    """
    text = _ACTIVE.sub(r"\\\g<0>", printable(text))
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;")


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._count = ClauseCounter()

    def chunks(self) -> Iterator[str]:
        document, labels = self._document, self._document.labels
        yield f"# {_line(document.title)}"
        yield f"*{_line(document.header.locale)}*"
        if document.notice:
            yield _quoted(_flow((Paragraph((Text(document.notice),)),)))
        if document.open_blanks:
            yield f"## {_line(labels.open_blanks)}"
            yield _paragraph(_line(labels.open_blanks_note))
            rows = ([_line(blank.label), _line(blank.where)] for blank in document.open_blanks)
            yield _pipes([_line(labels.blank), _line(labels.where)], rows)
        for is_form, group in groupby(document.blocks, key=lambda block: isinstance(block, FieldLine)):
            if is_form:
                yield "\n".join(_form_line(line, labels.labelled) for line in group if isinstance(line, FieldLine))
            else:
                for block in group:
                    yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, text, _, numbered):
                number = f"{self._count.next(level)} " if numbered else ""
                yield f"{'#' * (level + 1)} {number}{_line(text)}"
            case NumberedClause(level, blocks):
                yield from _clause(self._count.next(level), blocks)
            case Paragraph() | ListBlock():
                yield _flow((block,))
            case Table():
                if block.caption:
                    yield f"**{_line(block.caption)}**"
                yield _table(block)
            case Notice(_, blocks):
                yield _quoted(_flow(blocks))
            case Stamp(text):
                yield f"`{one_line(text).replace('`', '')}`"
            case FieldLine():
                yield _form_line(block, self._document.labels.labelled)
            case PageBreak():
                yield "---"


def _clause(number: str, blocks: tuple[Flow, ...]) -> Iterator[str]:
    lead = f"**{number}**"
    match blocks:
        case (Paragraph(inlines), *rest):
            yield _paragraph(f"{lead} {_words(inlines)}")
        case _:
            rest = list(blocks)
            yield lead
    if rest:
        yield _flow(rest)


def _flow(blocks: Iterable[Flow]) -> str:
    return "\n\n".join(
        _paragraph(_words(block.inlines)) if isinstance(block, Paragraph) else _list(block) for block in blocks
    )


def _list(block: ListBlock) -> str:
    items = []
    for number, item in enumerate(block.items, start=block.start):
        marker = f"{number}." if block.ordered else "-"
        tight = all(isinstance(part, ListBlock) for part in item[1:])
        content = ("\n" if tight else "\n\n").join(_flow((part,)) for part in item)
        items.append(f"{marker:<4}{content}".replace("\n", f"\n{_INDENT}").replace(f"\n{_INDENT}\n", "\n\n"))
    return "\n".join(items)


def _table(table: Table) -> str:
    rows = ([_cell(cell) for cell in row] for row in table.rows)
    if table.row_headers:
        rows = ([f"**{first}**" if first else "", *rest] for first, *rest in rows)
    return _pipes([_cell(cell) for cell in table.header], rows)


def _pipes(header: list[str], rows: Iterable[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cell(inlines: tuple[Inline, ...]) -> str:
    return _words(inlines).strip().replace(_HARD_BREAK, "<br>").replace("\n", "<br>")


def _form_line(line: FieldLine, labelled: str) -> str:
    help_line = f"{_HARD_BREAK}{_INDENT}*{_line(line.help)}*" if one_line(line.help) else ""
    return f"-   {labelled.replace('{label}', _line(line.label))}{escaped(answer_room(line).on_paper)}{help_line}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def _line(text: str) -> str:
    return escaped(one_line(text))


def _paragraph(words: str) -> str:
    """A paragraph whose lines all start as text; spaces around them go, because four would make code of a sentence."""
    lines = (line.strip(" \n") for line in words.split(_HARD_BREAK))
    return _HARD_BREAK.join(map(_text_at_start, filter(None, lines)))


def _text_at_start(line: str) -> str:
    start = _LINE_START.match(line)
    if start is None:
        return line
    mark, rest = start[0], line[start.end() :]
    return f"{mark}\\{rest}" if mark[0].isdigit() else f"\\{mark}{rest}"


def _words(inlines: tuple[Inline, ...]) -> str:
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text):
                words.append(escaped(text).replace("\n", _HARD_BREAK))
            case Break():
                words.append(_HARD_BREAK)
            case Emphasis(inner):
                words.append(_wrapped("*", _words(inner)))
            case Strong(inner):
                words.append(_wrapped("**", _words(inner)))
            case Link(target, inner):
                address = web_address(target.strip())
                words.append(_words(inner) if address is None else f"[{_words(inner)}](<{address}>)")
            case Value():
                field = as_field(inline)
                shown = escaped(field.on_paper)
                words.append(f"\\[{shown}\\]" if field.blank else shown)
    return "".join(words)


def _wrapped(mark: str, words: str) -> str:
    """Stressed words; white space stays outside, or Markdown would not see the stress."""
    inner = words.strip()
    if not inner:
        return words
    before, _, after = words.partition(inner)
    return f"{before}{mark}{inner}{mark}{after}"
