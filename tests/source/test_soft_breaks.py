# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from srpp_criteria.source import join_soft_breaks

_COMMONMARK = MarkdownIt("commonmark", {"html": False})


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("One.\nTwo.\n", "One. Two."),
        ("One.\n\n\nTwo.\n", "One.\n\nTwo."),
        ("One.  \nTwo.", "One. Two."),
        ("One.\\\nTwo.", "One.\\\nTwo."),
        ("Path C:\\\\\nTwo.", "Path C:\\\\ Two."),
        ("- a\n- b\n  c\n", "- a\n- b c"),
        ("- a\nlazy", "- a lazy"),
        ("- a\n\n  b\n  c", "- a\n\n  b c"),
        ("- a\n  - b\n    c", "- a\n  - b c"),
        ("1. a\n2. b\n10) c", "1. a\n2. b\n10) c"),
        ("in the year\n2019. Then", "in the year 2019. Then"),
        ("It counts\n1. a\n2. b", "It counts\n1. a\n2. b"),
        ("a\n- \nb", "a\n-\nb"),
        ("a -\nb", "a - b"),
        ("a\n-5 degrees", "a -5 degrees"),
        ("# Title\nText\ngoes on", "# Title\nText goes on"),
        ("Title\n===\nText", "Title\n===\nText"),
        ("> quoted\n> more", "> quoted\n> more"),
        ("| a | b |\n| 1 | 2 |", "| a | b |\n| 1 | 2 |"),
        ("```\na\n\n\nb\n```\nc\nd", "```\na\n\n\nb\n```\nc d"),
        ("a\n***\nb", "a\n***\nb"),
        ("See\n<https://example.org>", "See <https://example.org>"),
        ("**Bold**\n*and slanted*", "**Bold** *and slanted*"),
        ("Art.\u00a05\nAbs. 1", "Art.\u00a05 Abs. 1"),
        ("\n\n", ""),
        ("one line ", "one line "),
    ],
)
def test_what_is_joined_and_what_stays(text: str, joined: str) -> None:
    """A line end inside a paragraph is a space; what carries meaning stays."""
    assert join_soft_breaks(text) == joined


_SENTENCES = st.lists(
    st.sampled_from(
        ["The contractor pays.", "It shows *pay slips*.", "See § 5, Abs. 2.", "**Within 5 days**", "{max_tiers}"]
    ),
    min_size=1,
    max_size=6,
)


@given(
    sentences=_SENTENCES,
    width=st.integers(12, 80),
    other_width=st.integers(12, 80),
    indent=st.sampled_from(["", "- ", "1. "]),
)
def test_wrapping_a_paragraph_anew_changes_nothing(
    sentences: list[str], width: int, other_width: int, indent: str
) -> None:
    """However an author wraps a paragraph or a list item, the text that is hashed and translated is the same."""

    def wrapped(columns: int) -> str:
        return textwrap.fill(
            " ".join(sentences),
            columns,
            initial_indent=indent,
            subsequent_indent=" " * len(indent),
            break_long_words=False,
            break_on_hyphens=False,
        )

    assert join_soft_breaks(wrapped(width) + "\n") == join_soft_breaks(wrapped(other_width) + "\n\n")


# One kind of line each: what CommonMark may take for a block, and what only looks like one.
_KINDS_OF_LINE = """\
Pay the wages.|pay|- item|-|* item|+ a|1. one|2. two|2019. year|1.|# Title|#1|***|---|===|> quote|```|~~~|`code`|a `b
*em|em*|**b**|[a](b|c)|- - x|- 1. y|back\\|back\\\\|||[x]: /y|<https://a.b>|* * *|- ---|- # T|- > q|- ```|-    five
-      code|    code|\ttab|¦a¦b¦""".replace("\n", "|").split("|")
_LINES = st.lists(
    st.sampled_from([kind.replace("¦", "|") for kind in _KINDS_OF_LINE]).flatmap(
        lambda line: st.sampled_from(["", "", "", " ", "  ", "   ", "    ", "      "]).map(lambda indent: indent + line)
    ),
    max_size=9,
)


@given(lines=_LINES)
@example(lines=["- a", "2. b"])
@example(lines=["- a", "      - b"])
@example(lines=["1. a", "   2. b", "   c"])
@example(lines=["back\\", "1.", "pay"])
@example(lines=["-", "  pay", "2. two"])
@example(lines=["- > quote", "pay", "2. two"])
def test_joining_changes_nothing_that_a_reader_sees(lines: list[str]) -> None:
    """Rendered by CommonMark, the text before and after differs only in line ends inside paragraphs."""
    text = "\n".join(lines)
    if _has_code(text):
        # Code blocks are no part of our Markdown; in them only blank lines may be lost.
        return
    assert _rendered(join_soft_breaks(text)) == _rendered(text)


@given(text=_LINES.map("\n".join) | st.text(st.sampled_from("ab -*1.#>\n\t\\`|"), max_size=60) | st.text(max_size=60))
def test_joining_twice_is_joining_once(text: str) -> None:
    """So it does not matter how often a text comes through the door."""
    once = join_soft_breaks(text)

    assert join_soft_breaks(once) == once


@given(text=st.text(st.sampled_from("abc .,-\n"), max_size=80))
def test_no_word_is_lost_or_made(text: str) -> None:
    """Only the space between words changes."""
    assert join_soft_breaks(text).split() == text.split()


def _rendered(text: str) -> str:
    html = re.sub(r"\s+", " ", _COMMONMARK.render(text))
    # Indentation inside of `code` that goes over two lines is shown or not, depending on the renderer.
    return re.sub(r" ?(</?code>) ?", r"\1", html)


def _has_code(text: str) -> bool:
    return any(token.type in {"code_block", "fence"} for token in _COMMONMARK.parse(text))
