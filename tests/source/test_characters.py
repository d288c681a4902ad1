# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import pytest

from srpp_criteria.source import Refusal, parse_po, parse_yaml


@pytest.mark.parametrize(
    ("character", "reason"),
    [
        ("\x00", Refusal.NO_TEXT_CHARACTER),
        ("\x07", Refusal.NO_TEXT_CHARACTER),
        ("\x0b", Refusal.NO_TEXT_CHARACTER),
        ("\x1b", Refusal.NO_TEXT_CHARACTER),
        ("\x7f", Refusal.NO_TEXT_CHARACTER),
        ("\x85", Refusal.NO_TEXT_CHARACTER),
        ("\u2028", Refusal.NO_TEXT_CHARACTER),
        ("\u2029", Refusal.NO_TEXT_CHARACTER),
        ("\ue000", Refusal.NO_TEXT_CHARACTER),
        ("\uf8ff", Refusal.NO_TEXT_CHARACTER),
        ("\ufdd0", Refusal.NO_TEXT_CHARACTER),
        ("\ufffd", Refusal.NO_TEXT_CHARACTER),
        ("\ufffe", Refusal.NO_TEXT_CHARACTER),
        ("\U0001ffff", Refusal.NO_TEXT_CHARACTER),
        ("\U000f0000", Refusal.NO_TEXT_CHARACTER),
        ("\U0010ffff", Refusal.NO_TEXT_CHARACTER),
        ("\u200e", Refusal.DIRECTION),
        ("\u202a", Refusal.DIRECTION),
        ("\u202e", Refusal.DIRECTION),
        ("\u2066", Refusal.DIRECTION),
        ("\u2069", Refusal.DIRECTION),
        ("\u00ad", Refusal.INVISIBLE),
        ("\u200b", Refusal.INVISIBLE),
        ("\u200d", Refusal.INVISIBLE),
        ("\u2060", Refusal.INVISIBLE),
        ("\ufe0f", Refusal.INVISIBLE),
        ("\ufeff", Refusal.INVISIBLE),
        ("\U000e0041", Refusal.INVISIBLE),
    ],
    ids=lambda value: f"U+{ord(value):04X}" if len(value) == 1 else None,
)
def test_a_character_that_nobody_sees_or_types_is_refused_where_it_stands(character: str, reason: Refusal) -> None:
    """In YAML and in PO alike, in a text, in a key and in a comment."""
    for text in (f"id: a\ntitle: Fair{character}wages\n", f"id: a\n{character}title: b\n", f"id: a\n# {character}\n"):
        source = parse_yaml(text.encode(), file="x.yml")
        at = text.index(character) - len("id: a\n") + 1
        assert source.data is None
        assert (reason, 2, at) in [(r.code, r.place.line, r.place.column) for r in source.diagnostics]
    po = parse_po(f'msgid "a"\nmsgstr "b{character}"\n'.encode(), file="x.po")
    assert [(r.code, r.place.line, r.place.column) for r in po.diagnostics] == [(reason, 2, 10)]
    assert not po.entries


@pytest.mark.parametrize(
    "text",
    [
        "Grüße",
        "žąsų",
        "ελληνικά",
        "Български",
        "§ 5 – „Lohn“ … ‚x‘ €",
        "Art.\u00a05",
        "12\u202f000",
        "日本",
        "👷",
        "tab\there",
    ],
)
def test_the_letters_of_europe_and_its_typography_pass(text: str) -> None:
    """Narrow and non-breaking spaces too: French law is written with them."""
    source = parse_yaml(f"title: '{text}'\n".encode(), file="x.yml")

    assert source.data == {"title": text}


def test_a_byte_order_mark_at_the_beginning_is_dropped() -> None:
    """Windows editors write one; the words and their places are the same without it."""
    source = parse_yaml(b"\xef\xbb\xbfid: a\ntitle: b\n", file="x.yml")

    assert source.data == {"id": "a", "title": "b"}
    assert str(source.places.value(("id",))) == "x.yml:1:5"


def test_windows_line_ends_change_nothing() -> None:
    """The same words, the same lines."""
    windows = parse_yaml(b"id: a\r\ntext: |\r\n  One.\r\n  Two.\r\nend: b\r\n", file="x.yml")

    assert windows.data == {"id": "a", "text": "One. Two.", "end": "b"}
    assert str(windows.places.value(("end",))) == "x.yml:5:6"


def test_a_lonely_carriage_return_is_refused() -> None:
    """Editors disagree whether it ends a line; every later line number would be disputed."""
    (refusal,) = parse_yaml(b"id: a\rb\n", file="x.yml").diagnostics

    assert refusal.code == Refusal.NO_TEXT_CHARACTER
    assert "CARRIAGE RETURN" in refusal.says


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_and_32_are_refused_with_one_clear_sentence(encoding: str) -> None:
    """Not with a thousand NULL characters."""
    (refusal,) = parse_yaml("id: a\ntitle: b\n".encode(encoding), file="x.yml").diagnostics

    assert refusal.code == Refusal.NOT_UTF8
    assert "UTF-8" in refusal.hint


def test_latin_1_is_refused_at_each_of_its_letters() -> None:
    """The first bad byte is named with line and column; so are the next ones."""
    source = parse_yaml("id: a\ntitle: Grüße\n".encode("latin-1"), file="x.yml")

    places = [(refusal.code, refusal.place.line, refusal.place.column) for refusal in source.diagnostics]
    assert places == [(Refusal.NOT_UTF8, 2, 10), (Refusal.NOT_UTF8, 2, 11)]


def test_the_column_counts_characters_not_bytes() -> None:
    """An editor's cursor shows the same number."""
    (refusal,) = parse_yaml("title: Løøn \u200b\n".encode(), file="x.yml").diagnostics

    assert (refusal.place.line, refusal.place.column) == (1, 13)


def test_a_hundred_forbidden_characters_give_twenty_diagnostics() -> None:
    """Whoever pasted a page from a web site knows enough after twenty."""
    assert len(parse_yaml(("a: " + "x\u200b" * 100).encode(), file="x.yml").diagnostics) == 20
