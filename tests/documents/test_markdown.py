# SPDX-License-Identifier: Apache-2.0
"""Markdown: readable as it stands, and whatever stands in a text stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.documents.sample import REPRESENTATIVE, document, run, words

from srpp_criteria.documents.document import FieldLine, Heading, Notice, NoticeKind, NumberedClause, Table
from srpp_criteria.documents.inlines import Break, Emphasis, Field, Link, ListBlock, Strong
from srpp_criteria.documents.markdown import to_markdown
from srpp_criteria.documents.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from srpp_criteria.documents.document import Block

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def written(*blocks: Block) -> str:
    """The Markdown of these blocks, without the title above them."""
    return to_markdown(document(*blocks)).split("\n\n", 2)[2].removesuffix("\n")


def read(markdown: str) -> str:
    """All words a Markdown reader finds, white space folded, or a complaint if it finds markup."""
    found = []
    for token in READER.parse(markdown):
        assert token.type in ("paragraph_open", "inline", "paragraph_close"), token.type
        for child in token.children or ():
            assert child.type in ("text", "text_special", "softbreak", "hardbreak"), child.type
            found.append(child.content or " ")
    return " ".join("".join(found).split())


def test_the_representative_document(snapshot: Callable[[str, str], None]) -> None:
    """One of everything, as a reviewer reads it."""
    snapshot("documents/representative.md", to_markdown(REPRESENTATIVE))


@given(st.text())
def test_no_text_is_ever_read_as_markup(text: str) -> None:
    """Whatever the words are, a Markdown reader gives back the same words and no markup."""
    assert read(written(words("a", Break(), text))) == " ".join(f"a {printable(text)}".split())


@pytest.mark.parametrize(
    "text",
    [
        "# overskrift",
        "1. liste",
        "- liste",
        "+ liste",
        "> sitat",
        "    kode",
        "```",
        "~~~",
        "===",
        "---",
        "***",
        "a | b",
        "<script>alert(1)</script>",
        "<!-- x -->",
        "[x](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "[x]: https://example.org",
        "&lt;b&gt; &#60; R&D",
        "_a_ *b* **c** `d` ~~e~~",
        "a\\",
        "<https://example.org>",
        '{: onclick="x"}',
        "!!! note",
        ":::",
        "=HYPERLINK(1)",
    ],
)
def test_active_characters_are_escaped(text: str) -> None:
    """At the start of a paragraph and after a line break."""
    assert read(written(words(text, Break(), text))) == " ".join(f"{text} {text}".split())


def test_dialects_see_no_markup_either() -> None:
    """Old readers do not unescape `<` and `&`, so these become entities; attribute lists get no braces."""
    shown = written(words('<b onclick="x"> {: .x } $x$ &copy;'))
    assert shown == '&lt;b onclick="x"> \\{: .x \\} \\$x\\$ &amp;copy;'


def test_stress_and_links_survive() -> None:
    """White space goes outside the stars; addresses that lead nowhere good are dropped."""
    shown = written(
        words(
            Strong(run(" viktig ")),
            Emphasis(run("merk")),
            " ",
            Link("https://example.org/a(b)", run("her")),
            " ",
            Link("javascript:alert(1)", run("der")),
        )
    )
    assert shown == "**viktig** *merk* [her](<https://example.org/a(b)>) der"


def test_a_blank_stands_in_brackets() -> None:
    """A reader of plain files sees that something is missing."""
    assert written(words("innen ", Field("a.b", "", blank=True, label="dager"))) == "innen \\[dager\\]"


def test_clauses_and_headings_are_counted() -> None:
    """Markdown cannot count, so the numbers are written."""
    shown = written(
        Heading(1, "A"), NumberedClause(2, (words("b"),)), Heading(1, "C"), NumberedClause(2, (words("d"),))
    )
    assert shown == "## 1 A\n\n**1.1** b\n\n## 2 C\n\n**2.1** d"


def test_cells_keep_pipes_and_line_breaks() -> None:
    """A pipe in a cell ends no cell, a line break no row."""
    table = Table(header=(run("a|b"),), rows=((run("c", Break(), "d\ne|f"),),))
    assert written(table) == "| a\\|b |\n| --- |\n| c<br>d<br>e\\|f |"
    tokens = [token.type for token in READER.parse(written(table))]
    assert (tokens.count("tr_open"), tokens.count("th_open"), tokens.count("td_open")) == (2, 1, 1)


def test_lists_nest_for_old_and_new_readers() -> None:
    """Four columns of indent, and a paragraph after the inner list still belongs to its item."""
    inner = ListBlock(ordered=True, start=3, items=((words("c"),),))
    outer = ListBlock(ordered=False, start=1, items=((words("a"), words("b"), inner), (words("d"),)))
    assert written(outer) == "-   a\n\n    b\n\n    3.  c\n-   d"
    assert [t.type for t in READER.parse(written(outer))].count("list_item_open") == 3


def test_notices_and_form_lines() -> None:
    """A notice is a quotation, a form a list."""
    line = FieldLine("Navn", Field("a.navn", "", blank=True, label="Navn"), help="Slik det står i registeret.")
    shown = written(Notice(NoticeKind.NOTE, (words("a"), words("b"))), line, line)
    form = "-   Navn: …………  \n    *Slik det står i registeret.*"
    assert shown == f"> a\n>\n> b\n\n{form}\n{form}"
