# SPDX-License-Identifier: Apache-2.0
"""Finished text becomes paragraphs and lists with fields, and never anything else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srpp_criteria.wording import (
    Block,
    Break,
    Emphasis,
    Field,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Strong,
    Text,
    clean_value,
    mark,
    parse_markup,
    plain_text,
    strip_marks,
)


def inlines(text: str) -> tuple[Inline, ...]:
    """The content of a text that is one paragraph."""
    (paragraph,) = parse_markup(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


def words(*texts: str) -> tuple[Paragraph, ...]:
    """Paragraphs of nothing but words."""
    return tuple(Paragraph((Text(text),)) for text in texts)


def test_plain_words_are_one_paragraph() -> None:
    """Most texts are just that."""
    assert parse_markup("The contractor's staff (all of them): 5 % – paid.") == words(
        "The contractor's staff (all of them): 5 % – paid."
    )
    assert parse_markup("") == ()
    assert parse_markup(" \n ") == ()


def test_a_blank_line_parts_paragraphs_and_a_single_break_is_a_space() -> None:
    """Re-wrapping a paragraph changes nothing."""
    assert parse_markup("one\ntwo\n\nthree") == words("one two", "three")


def test_emphasis_strong_and_links() -> None:
    """They nest, and a link keeps its words and its target."""
    assert inlines("*a **b*** [c *d*](https://example.org/x?y=1) <mailto:e@example.org>") == (
        Emphasis((Text("a "), Strong((Text("b"),)))),
        Text(" "),
        Link("https://example.org/x?y=1", (Text("c "), Emphasis((Text("d"),)))),
        Text(" "),
        Link("mailto:e@example.org", (Text("mailto:e@example.org"),)),
    )


def test_a_hard_break_is_kept() -> None:
    """Two spaces or a backslash at the end of a line."""
    assert inlines("a\\\nb  \nc") == (Text("a"), Break(), Text("b"), Break(), Text("c"))


def test_lists_nest_and_count_from_their_first_number() -> None:
    """Items hold blocks: paragraphs and further lists."""
    assert parse_markup("Send:\n\n3. the list\n4. the proof:\n   - payslips\n   - contracts") == (
        Paragraph((Text("Send:"),)),
        ListBlock(
            ordered=True,
            start=3,
            items=(
                words("the list"),
                (
                    *words("the proof:"),
                    ListBlock(ordered=False, start=1, items=(words("payslips"), words("contracts"))),
                ),
            ),
        ),
    )


def test_fields_stand_where_the_values_stood() -> None:
    """Inside emphasis, in a link's words, at the start of a line, next to each other."""
    text = f"{mark('a', '1')}{mark('b', '2', blank=True)} **{mark('a', '3')}** _{mark('c', '4')}_"
    assert inlines(text) == (
        Field("a", "1"),
        Field("b", "2", blank=True),
        Text(" "),
        Strong((Field("a", "3"),)),
        Text(" "),
        Emphasis((Field("c", "4"),)),
    )
    assert inlines(f"[see {mark('a', 'x')}](https://example.org)") == (
        Link("https://example.org", (Text("see "), Field("a", "x"))),
    )
    assert parse_markup(f"- {mark('a', 'x')}") == (ListBlock(False, 1, ((Paragraph((Field("a", "x"),)),),)),)


HOSTILE_VALUES = [
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "**x**",
    "*",
    "_",
    "`code`",
    "[a](javascript:1)",
    "[a](https://example.org)",
    "![a](https://example.org/a.png)",
    "<https://example.org>",
    "# heading",
    "> quote",
    "- item",
    "1. item",
    "---",
    "===",
    "\\",
    "&lt;b&gt;",
    "&#xE000;x&#xE001;",
    "](https://example.org)",
    "{x, plural, other {y}}",
    "    code",
    "a\n\n# b",
    "```\ncode",
    "| a | b |",
    "\ue000forged\ue001x\ue002",
    "\U000f0000",
]


@pytest.mark.parametrize("value", HOSTILE_VALUES)
@pytest.mark.parametrize(
    "around", ["{}", "{} a", "a {}", "**{}**", "- {}", "a\n{}\n---x", "1. a\n2. {}", "[{}](https://x.eu)"]
)
def test_a_value_is_never_read_as_markup(value: str, around: str) -> None:
    """The tree is the one of a harmless value, with the hostile one in its field, letter by letter."""
    shown = clean_value(strip_marks(value))

    def with_value(text: str) -> tuple[Block, ...]:
        return parse_markup(around.replace("{}", mark("value", text)))

    assert repr(with_value(value)) == repr(with_value("harmless")).replace("'harmless'", repr(shown))


@pytest.mark.parametrize(
    "text",
    [
        "a <script>alert(1)</script> b",
        "<div onclick=x>",
        "<!-- hidden -->",
        "# heading",
        "> quote",
        "a `code` b",
        "a | b",
        "--- ---",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,x)",
        "[a](vbscript:x)",
        "[a](//evil.example)",
        "[a](../up)",
        "[a](https://user@evil.example)",
        "<javascript:alert(1)>",
    ],
)
def test_what_content_may_not_use_stays_characters(text: str) -> None:
    """The writers get words only, even from a text that nobody checked."""
    assert plain_text(parse_markup(text)).replace(" ", "") == text.replace(" ", "")
    assert all(isinstance(inline, Text) for inline in inlines(text))


@pytest.mark.parametrize(
    "text",
    [
        "[a](&#106;avascript:alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](&#x01;javascript:alert(1))",
        "[a]( <java\nscript:alert(1)> )",
        "[a](https://example.org/&#x202E;x)",
        "[a](https://example.org/%E2%80%AEx)",
        "[a]: javascript:alert(1)\n\n[a]",
        "![a](https://example.org/x.png)",
        "[a](https&#58;//evil.example&#64;x)",
    ],
)
def test_no_spelling_makes_a_forbidden_link(text: str) -> None:
    """Entities, tabs, line breaks, percent signs: a target that is not plainly allowed is no target."""

    def links(parts: tuple[Inline, ...]) -> list[str]:
        return [part.target for part in parts if isinstance(part, Link)]

    for block in parse_markup(text):
        assert isinstance(block, Paragraph)
        assert set(links(block.inlines)) <= {"https://example.org/x.png"}


def test_characters_written_as_numbers_cannot_pose_as_a_field() -> None:
    """A character reference to the stand-in of a field, or to a marker, is dropped."""
    text = f"{mark('a', 'x')} &#xF0000; &#xE000;b&#xE001;y&#xE002; &amp; \\*"
    assert [piece for piece in inlines(text) if isinstance(piece, Field)] == [Field("a", "x")]
    assert plain_text(parse_markup(text)) == "x  by & *"


def test_plain_text_reads_like_the_document() -> None:
    """Lists keep their labels, links show where they lead."""
    text = "See [the guide](https://example.org) or <https://x.eu>:\n\n9. one\n10. two\n    - a\n\n      b"
    assert plain_text(parse_markup(text)) == (
        "See the guide (https://example.org) or https://x.eu:\n\n9. one\n10. two\n    - a\n      b"
    )


SYNTAX = "* _ [ ]( ) < > - 1. &amp; &#xF0000; # ` \\ ! a".split()  # noqa: SIM905  a list of them is hard to read
FIELDS = st.text(max_size=5).map(lambda value: mark("f", value))


@given(st.lists(st.sampled_from([*SYNTAX, "\n", "\n\n", " ", "  "]) | FIELDS, max_size=25).map("".join))
def test_every_text_is_read_and_keeps_its_fields(text: str) -> None:
    """No text makes the reader fail, and every field arrives exactly once."""
    blocks = parse_markup(text)
    assert repr(blocks).count("Field(") == text.count("\ue000")
    assert not any("\ue000" <= character <= "\uf8ff" for character in plain_text(blocks))


def test_very_deep_and_very_long_texts_are_read() -> None:
    """No recursion limit, no endless run."""
    for text in ["- " * 5000 + "a", "*" * 20000, "[" * 20000, "> " * 5000, "a_" * 20000]:
        assert parse_markup(text)
