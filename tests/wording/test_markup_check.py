# SPDX-License-Identifier: Apache-2.0
"""The markup that content may use, and the plain answer to all other."""

from __future__ import annotations

import pytest

from srpp_criteria.wording import WordingFault, check_markup


def faults(text: str) -> list[WordingFault]:
    """Everything that is wrong with a text."""
    return list(check_markup(text))


@pytest.mark.parametrize(
    "text",
    [
        "The contractor's staff, 5 % of them, at most 40 hours!",
        "A paragraph.\n\nAnother, with *emphasis*, **strength** and _both_.",
        "- one\n- two\n  - three\n    - deep\n\n1. a\n2) b",
        "line\\\nline  \nline",
        "[guide](https://example.org/a_b?c=d#e), [mail](mailto:a@example.org), <https://example.org>",
        "costs < 5 and > 3, C# & Co; AT&T, 1 | 2 | 3",
        "soft&shy;hyphen, no&nbsp;break, &euro; 5, \\<b\\> \\# \\`x\\`",
        "#hashtag, #1, a - b -- c, 2026.",
        "{max_tiers, plural, one {# tier} other {# tiers}} of {place}",
        "Text:\n{n, plural,\n  one {# tier}\n  other {# tiers}\n}",
        "{n, plural, one {*# tier*} other {**# tiers**}}",
        "{first_name} and *{last_name}*, '{braces}'",
        "a { that is not a pattern",
    ],
)
def test_allowed_markup_has_no_fault(text: str) -> None:
    """Paragraphs, lists, emphasis, breaks, plain links, and sentence patterns around them."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("code", "text", "offset"),
    [
        ("SRPP150", "a <b>bold</b>", 2),
        ("SRPP150", "<script>alert(1)</script>", 0),
        ("SRPP150", "para\n\n<div>\nx\n</div>", 6),
        ("SRPP150", "a <!-- hidden --> b", 2),
        ("SRPP150", "a <?php x ?> b", 2),
        ("SRPP150", "a <img src=x onerror=y>", 2),
        ("SRPP150", "<![CDATA[x]]>", 0),
        ("SRPP151", "see ![plan](https://example.org/plan.png)", 4),
        ("SRPP151", "![x](data:image/png;base64,AA)", 0),
        ("SRPP152", "a `code` b", 2),
        ("SRPP152", "```\ncode\n```", 0),
        ("SRPP152", "~~~\ncode\n~~~", 0),
        ("SRPP152", "a\n\n    code", 3),
        ("SRPP152", "a\n\n\tcode", 3),
        ("SRPP153", "# Heading", 0),
        ("SRPP153", "a\n\n### Heading", 3),
        ("SRPP153", "Heading\n=======", 0),
        ("SRPP153", "Heading\n---", 0),
        ("SRPP154", "> quote", 0),
        ("SRPP154", "- > quote", 0),
        ("SRPP155", "| a | b |\n|---|---|\n| 1 | 2 |", 0),
        ("SRPP155", "a | b\n--- | ---\n1 | 2", 0),
        ("SRPP156", "a\n\n---\n\nb", 3),
        ("SRPP156", "* * *", 0),
        ("SRPP156", "___", 0),
        ("SRPP157", "[a](javascript:alert(1))", 0),
        ("SRPP157", "[a](JAVAscript:alert(1))", 0),
        ("SRPP157", "[a](&#106;avascript:alert(1))", 0),
        ("SRPP157", "[a](java&Tab;script:alert(1))", 0),
        ("SRPP157", "[a](<java&NewLine;script:x>)", 0),
        ("SRPP157", "[a](data:text/html,x)", 0),
        ("SRPP157", "[a](vbscript:x)", 0),
        ("SRPP157", "<javascript:alert(1)>", 0),
        ("SRPP157", "<data:text/html,x>", 0),
        ("SRPP157", "[a](//evil.example)", 0),
        ("SRPP157", "[a](page.md)", 0),
        ("SRPP157", "[a]()", 0),
        ("SRPP157", "[a](https://user@evil.example)", 0),
        ("SRPP157", "[a](https://example.org/{region})", 0),
        ("SRPP157", '[a](https://example.org "title")', 0),
        ("SRPP157", "[a]: https://example.org\n\n[a]", 0),
        ("SRPP157", "[unused]: https://example.org", 0),
        ("SRPP158", "- a\n  - b\n    - c\n      - d", 18),
        ("SRPP158", "- - - - a", 0),
        ("SRPP159", "a&#0;b", 1),
        ("SRPP159", "a&#x202E;b", 1),
        ("SRPP159", "a&#xE000;b", 1),
        ("SRPP159", "a&#10;b", 1),
        ("SRPP159", "a&ZeroWidthSpace;b", 1),
        ("SRPP159", "a&#xFEFF;b", 1),
    ],
)
def test_each_refused_construct_has_its_code_and_place(code: str, text: str, offset: int) -> None:
    """The fault says what stands there, from which character, and the way out."""
    found = faults(text)
    assert (code, offset) in {(fault.code, fault.offset) for fault in found}
    assert {fault.code for fault in found} == {code}
    assert all(fault.says and fault.hint for fault in found)


@pytest.mark.parametrize(
    ("code", "text", "at"),
    [
        ("SRPP150", "{n, plural, one {fine} other {<b>#</b>}}", "<b>"),
        ("SRPP152", "{how, select, a {x} b {y} other {{n, plural, one {x} other {a `code`}}}}", "`code`"),
        ("SRPP154", "{how, select, a {x} other {> quoted}}", "> quoted"),
        ("SRPP153", "{how, select, a {# heading} other {x}}", "# heading"),
        ("SRPP150", "{how, select, a {<} other {x}}{how, select, a {script>} other {x}}", "<"),
    ],
)
def test_every_text_that_a_pattern_can_become_is_checked(code: str, text: str, at: str) -> None:
    """A branch cannot hide markup, nor can two that only meet in the finished sentence."""
    (fault,) = faults(text)
    assert (fault.code, fault.offset) == (code, text.index(at))


def test_all_faults_of_a_text_are_told_at_once() -> None:
    """In reading order of the blocks."""
    assert [fault.code for fault in faults("# a\n\n> b\n\n<i>c</i>")] == ["SRPP153", "SRPP154", "SRPP150"]


def test_very_deep_and_very_long_texts_are_checked() -> None:
    """No recursion limit, no endless run."""
    for text in ["- " * 5000 + "a", "[" * 20000, "> " * 5000, "<" * 20000, "`" * 20000, "{" * 5000, "&" * 20000]:
        faults(text)
