# SPDX-License-Identifier: Apache-2.0
"""`srpp fmt` changes the form of a file and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.authoring.conftest import FILES, ROOT

from srpp_criteria.authoring.comments import comments_of
from srpp_criteria.authoring.format_files import format_file
from srpp_criteria.authoring.formatting import formatted
from srpp_criteria.authoring.layout import layout_of
from srpp_criteria.authoring.prose_lines import one_sentence_per_line
from srpp_criteria.authoring.skeleton import KINDS
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.models.market import Market
from srpp_criteria.models.overlay import Overlay
from srpp_criteria.models.pack import Pack
from srpp_criteria.models.tender_file import TenderFile
from srpp_criteria.source import join_soft_breaks, parse_yaml

if TYPE_CHECKING:
    from pathlib import Path


def tidy(text: str) -> str:
    """A text in the form of the library."""
    return formatted(text.encode(), file="x.yml").decode()


def data_of(text: str) -> Any:
    """What a text says."""
    return parse_yaml(text.encode(), file="x.yml").data


def test_every_file_of_the_library_has_its_form() -> None:
    """The form of the present files is the norm, so they do not change."""
    wrong = [
        path.relative_to(ROOT).as_posix()
        for path in FILES
        if formatted(path.read_bytes(), file="x") != path.read_bytes()
    ]

    assert wrong == []


MESS = """\
# yaml-language-server: $schema=../../schemas/item.schema.json
# SPDX-License-Identifier: CC0-1.0
version:   1.0.0
kind: 'form'   # a form


id: "x"
# Whom it helps
intent: >
    Short. The buyer checks every
    week. It pays.
text:
- id: 'a'
  text: |
        One sentence here. Another one
        goes on.

        - A list. With two sentences.
evidence: [ {id: a,  what: 'b, c'} ]
"""


def test_a_file_in_disorder_becomes_one_of_the_library() -> None:
    """Order, quotes, indentation, blank lines and sentences, with the comments at their keys."""
    assert (
        tidy(MESS)
        == """\
# yaml-language-server: $schema=../../schemas/item.schema.json
# SPDX-License-Identifier: CC0-1.0
id: x
kind: form # a form
version: 1.0.0
# Whom it helps
intent: >
  Short. The buyer checks every
  week. It pays.

text:
  - id: a
    text: |
      One sentence here.
      Another one goes on.

      - A list.
        With two sentences.

evidence: [{id: a, what: "b, c"}]
"""
    )


def test_a_comment_that_belongs_to_no_key_keeps_the_order_of_its_file() -> None:
    """A comment torn from what it is about is worse than a key in an unusual place."""
    text = "title: x\n\n# Between the two\n\nsrpp: 1\n"

    assert tidy(text) == text


@pytest.mark.parametrize(
    "text",
    [
        'a: "NO"\n',
        'a: "1.0"\n',
        'a: "x: y"\n',
        'a: "https://example.org"\n',
        'a: ["x"]\n',
        'a: "#x"\n',
        'a: ""\n',
        "a: '\"'\n",
        'a: "x\\ty"\n',
    ],
)
def test_quotes_that_help_somebody_stay(text: str) -> None:
    """Other programs read NO as false; in brackets quotes show where words end."""
    assert tidy(f"srpp: 1\n{text}") == f"srpp: 1\n{text}"


def test_lists_in_brackets_over_several_lines_keep_their_lines() -> None:
    """Nobody wants to read a list of forty words in one line."""
    text = "srpp: 1\ncpv: [a,\n  b]\n"

    assert tidy(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("One. Two.\n", "One. Two.\n"),
        (
            "The buyer pays. It asks\nfor proof.\n",
            "The buyer pays.\nIt asks\nfor proof.\n".replace("asks\nfor", "asks for"),
        ),
        ("Nach Abs. Drei gilt z. B. Folgendes.\nWeiter.\n", "Nach Abs. Drei gilt z. B. Folgendes.\nWeiter.\n"),
        ("Within {n, plural, one {# day. Then} other {# days. Then}} it\nends.\n",) * 1
        + ("Within {n, plural, one {# day. Then} other {# days. Then}} it ends.\n",),
        ("Look:\n- one. Two\n", "Look:\n- one. Two\n"),
        ("> A quote. Another\n> one.\n", "> A quote. Another\n> one.\n"),
        ("```\nCode here. Another one\n```\n", "```\nCode here. Another one\n```\n"),
        ("Hard break\\\nhere it goes. Another one\n", "Hard break\\\nhere it goes.\nAnother one\n"),
    ],
)
def test_a_block_of_prose_has_one_sentence_per_line(before: str, after: str) -> None:
    """Where a sentence ends for sure a line ends; in the middle of one it does not."""
    assert one_sentence_per_line(before) == after


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('aB .!?:-*1\n>|`#\\{}[]"é'), max_size=120))
def test_sentences_on_lines_of_their_own_read_as_before(text: str) -> None:
    """The words that are hashed, translated and printed are the same, whatever the text."""
    once = one_sentence_per_line(text)

    assert join_soft_breaks(once) == join_soft_breaks(text)
    assert one_sentence_per_line(once) == once


PIECES = st.sampled_from(
    [
        "a: 1\n",
        "id: x\n",
        "kind: clause\n",
        "srpp: 1\n",
        "# A comment\n",
        "\n",
        "\n\n\n",
        "text:\n",
        "  - id: 'a'   # beside\n",
        "  - b\n",
        "    # deeper\n",
        "    t: |\n",
        "      Words here. More words\n",
        "      go on.\n",
        "\n      # no comment\n",
        "b: 'x'\n",
        'c: "NO"\n',
        "d: [a,  'b']  # list\n",
        "e: {a: 'b'}\n",
        "f: >-\n",
        "   Folded words.\n",
        "g:\n- x\n",
        "h: 'two\n  lines'\n",
        "i: |2\n    x\n",
        "j: \r\n",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12))
def test_for_any_file_data_and_comments_are_the_same_and_twice_is_once(pieces: list[str]) -> None:
    """A file that cannot be read is refused; every other one says the same, holds its comments, and is settled."""
    text = "".join(pieces)
    try:
        once = tidy(text)
    except InvalidLibrary:
        return

    before, after = data_of(text), data_of(once)
    assert after == before
    assert sorted(comments_of(once)) == sorted(comments_of(text.replace("\r\n", "\n")))
    assert tidy(once) == once


@pytest.mark.parametrize(
    ("start", "model"),
    [
        *(({"id": "x", "kind": kind}, model) for kind, model in KINDS.items()),
        ({"item": "x", "decision": "adopt"}, Overlay),
        ({"pack": 1}, Pack),
        ({"market": "NO"}, Market),
        ({"srpp": 1}, TenderFile),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_order_names_every_field_of_the_model_and_no_other(start: dict[str, Any], model: Any) -> None:
    """A new field gets its place in the order, or its files would keep theirs."""
    keys = layout_of(start).keys

    assert len(keys) == len(set(keys))
    assert set(model.model_fields) <= set(keys)
    if "kind" not in start:
        assert set(keys) == set(model.model_fields)


def test_a_file_that_cannot_be_read_is_not_touched(tmp_path: Path) -> None:
    """First the findings, then the form."""
    path = tmp_path / "x.yml"
    path.write_bytes(b"a: &x 1\n")

    with pytest.raises(InvalidLibrary):
        format_file(path, write=True)
    assert path.read_bytes() == b"a: &x 1\n"


def test_with_check_nothing_is_written(tmp_path: Path) -> None:
    """A pull request is told; its author runs the command."""
    path = tmp_path / "x.yml"
    path.write_text("a:   'b'\n", encoding="utf-8")

    assert format_file(path, write=False)
    assert path.read_text(encoding="utf-8") == "a:   'b'\n"
    assert format_file(path, write=True)
    assert not format_file(path, write=True)


def test_help_of_the_skeleton_stays_until_the_end_and_other_comments_always() -> None:
    """`srpp fmt` leaves lines that begin with #?; `srpp fmt --final` takes them out, and nothing else."""
    lines = ["# Licence", "#? Name.", "id: x # ours", "# ours, too", "title: |", "  #? in the text", "  More.", ""]
    text = "\n".join([*lines[:-1], "sectors:", "  #? why", "  - food", "#? sunset:", ""])
    kept = formatted(text.encode(), file="x.yml").decode()
    final = formatted(text.encode(), file="x.yml", final=True).decode()

    assert "#? Name." in kept
    assert "#? sunset:" in kept
    assert final.count("#?") == 1
    assert "  #? in the text" in final
    assert all(comment in final for comment in ("# Licence", "# ours", "# ours, too"))
