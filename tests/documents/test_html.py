# SPDX-License-Identifier: Apache-2.0
"""The HTML page: right language, real structure, no script, nothing from elsewhere."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as reader
from tests.documents.sample import REPRESENTATIVE, document, run, words

from srpp_criteria.documents.document import Direction, HeaderInfo, Heading, Table
from srpp_criteria.documents.html import to_html
from srpp_criteria.documents.inlines import Field, Link, Text
from srpp_criteria.documents.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable


TAGS = {"html", "head", "meta", "title", "style", "body", "header", "main", "aside", "h1", "h2", "p", "br", "span"} | {
    *("table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td")
}


def folded(text: str) -> str:
    """Words with single spaces between them, as a browser shows them."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def page() -> etree._Element:
    """The representative document as a browser would see it."""
    return reader.document_fromstring(to_html(REPRESENTATIVE))


def test_the_representative_document(snapshot: Callable[[str, str], None]) -> None:
    """One of everything; the style sheet is left out, it has a file of its own."""
    whole = to_html(REPRESENTATIVE)
    snapshot("documents/representative.html", re.sub(r"<style>.*</style>\n", "", whole, flags=re.DOTALL))


def test_language_and_direction_stand_on_the_page() -> None:
    """So that screen readers pronounce it and browsers hyphenate it."""
    assert '<html lang="nb-NO" dir="ltr">' in to_html(REPRESENTATIVE)
    assert '<html lang="he-IL" dir="rtl">' in to_html(
        document(words("שלום"), language="he-IL", direction=Direction.RIGHT_TO_LEFT)
    )


def test_headings_form_one_tree(page: etree._Element) -> None:
    """One title, and no level is skipped on the way down."""
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_table_headers_have_a_scope(page: etree._Element) -> None:
    """Columns, and rows where the first cell names the row; a table with a name says it."""
    assert {cell.get("scope") for cell in page.iter("th")} == {"col", "row"}
    assert [caption.text for caption in page.iter("caption")] == ["Dokumentasjon ved tilbud", "Poengskala"]


def test_links_inside_the_page_find_their_place(page: etree._Element) -> None:
    """Every id is there once, and every link to one is good."""
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    inside = {link.get("href", "")[1:] for link in page.iter("a") if link.get("href", "").startswith("#")}
    assert inside
    assert inside <= set(ids)
    labels = {element.get("aria-labelledby") for element in page.iter() if element.get("aria-labelledby")}
    assert labels <= set(ids)


def test_nothing_runs_and_nothing_is_fetched(page: etree._Element) -> None:
    """No script, picture, frame, font or style from elsewhere, and a policy that would forbid them."""
    assert not list(page.iter("script", "img", "iframe", "link", "object", "embed", "form", "svg"))
    assert not [name for element in page.iter() for name in element.attrib if str(name).startswith("on")]
    assert "default-src 'none'" in to_html(REPRESENTATIVE)
    assert "url(" not in to_html(REPRESENTATIVE)


def test_an_unfilled_value_is_marked(page: etree._Element) -> None:
    """A program finds it by item and parameter, a reader by its colour and its label."""
    blank = next(element for element in page.iter() if element.get("id") == "blank_1")
    assert (blank.tag, blank.get("class"), blank.get("title")) == ("mark", "blank", "Varslingsfrist i dager")
    assert blank.get("data-field") == "construction-subcontracting-tier-limit.notice_days"


@given(st.text())
def test_no_text_is_ever_read_as_markup(text: str) -> None:
    """In words, titles, labels, cells and attributes, what is written is what is read."""
    hostile = document(
        Heading(1, text, anchor=text),
        words(text, Field(text, text, label=text), Link(text, (Text(text),))),
        Table(header=(run(text),), rows=((run(text),),), caption=text),
        title=text,
        header=HeaderInfo(text, text),
        notice=text,
    )
    page = reader.document_fromstring(to_html(hostile))
    assert {element.tag for element in page.iter()} <= TAGS
    assert not [name for element in page.iter() for name in element.attrib if str(name).startswith("on")]
    assert folded("".join(text for cell in page.iter("td") for text in map(str, cell.itertext()))) == folded(
        printable(text)
    )


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "//x.y"])
def test_a_link_that_is_no_web_address_is_plain_text(target: str) -> None:
    """Its words stay."""
    shown = to_html(document(words(Link(target, run("her")))))
    assert "<p>her</p>" in shown
