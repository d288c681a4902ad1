# SPDX-License-Identifier: Apache-2.0
"""A value in a sentence can be found again, and nobody can forge one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srpp_criteria.wording import Field, Piece, Text, clean_value, mark, split_fields, strip_marks

ORDINARY = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=12)
NAMES = st.from_regex("[a-z][a-z0-9_]{0,8}", fullmatch=True)
FIELDS = st.builds(Field, NAMES, ORDINARY | st.just(""), st.booleans())


def test_a_field_is_found_again() -> None:
    """Name, shown value and whether it is still blank survive."""
    sentence = f"Pay {mark('amount', 'EUR 5')} within {mark('days', '……', blank=True)}."
    assert split_fields(sentence) == [
        Text("Pay "),
        Field("amount", "EUR 5"),
        Text(" within "),
        Field("days", "……", blank=True),
        Text("."),
    ]
    assert strip_marks(sentence) == "Pay EUR 5 within ……."


@given(st.lists(st.one_of(ORDINARY.map(Text), FIELDS), max_size=8))
def test_marking_and_splitting_are_inverse(pieces: list[Piece]) -> None:
    """Whatever is marked comes back, in order; neighbouring words become one."""
    marked = "".join(
        piece.text if isinstance(piece, Text) else mark(piece.name, piece.shown, blank=piece.blank) for piece in pieces
    )
    again = split_fields(marked)
    assert [piece for piece in again if isinstance(piece, Field)] == [p for p in pieces if isinstance(p, Field)]
    shown = "".join(piece.text if isinstance(piece, Text) else piece.shown for piece in pieces)
    assert strip_marks(marked) == shown


@given(NAMES, st.text(max_size=20))
def test_a_value_cannot_leave_its_field(name: str, value: str) -> None:
    """Markers, controls and line breaks in a value from outside neither end the field nor begin another."""
    (field,) = split_fields(mark(name, value))
    assert isinstance(field, Field)
    assert field.name == name
    assert field.shown == clean_value(value) or "\ue000" in value or "\ue003" in value
    assert clean_value(field.shown) == field.shown


def test_marking_twice_keeps_the_outer_field() -> None:
    """A marked value inside another field is only text."""
    assert split_fields(mark("outer", f"<{mark('inner', '2')}>")) == [Field("outer", "<2>")]


@given(st.text(st.sampled_from("\ue000\ue001\ue002\ue003a1 \ue004\U000f0000"), max_size=20))
def test_broken_markers_vanish_and_words_stay(text: str) -> None:
    """Splitting never fails and never shows a private-use character."""
    shown = "".join(piece.text if isinstance(piece, Text) else piece.shown for piece in split_fields(text))
    assert shown == strip_marks(text)
    assert set(shown) <= set("a1 ")


@pytest.mark.parametrize(
    ("value", "clean"),
    [
        ("two\nlines", "two lines"),
        ("two \r\n\r\n paragraphs", "two paragraphs"),
        ("tab\tbed", "tab bed"),
        ("no\u00a0break 1\u202f000", "no\u00a0break 1\u202f000"),
        ("bell\x07 and \x1b[31mred", "bell and [31mred"),
        ("turned \u202eround\u2066", "turned round"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("private \ue000 use \U0010fffd", "private  use "),
        ("lone \udcff surrogate", "lone  surrogate"),
        ("e\u0301 stays, so does \U0001f600", "e\u0301 stays, so does \U0001f600"),
    ],
)
def test_a_value_from_outside_is_cleaned(value: str, clean: str) -> None:
    """One line, nothing hidden; accents, no-break spaces and signs stay."""
    assert clean_value(value) == clean


@pytest.mark.parametrize("name", ["", "Max", "a-b", "1a", "a\ue001", "a\n"])
def test_only_placeholder_names_name_a_field(name: str) -> None:
    """A name that could break the marker is a mistake of the caller."""
    with pytest.raises(ValueError, match="cannot name a field"):
        mark(name, "x")
