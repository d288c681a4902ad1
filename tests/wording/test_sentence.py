# SPDX-License-Identifier: Apache-2.0
"""A pattern and values become the sentence that ICU itself would write."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.messageformat import MessageFormat

from srpp_criteria.wording import Value, format_decimal, format_message, mark, parse, split_fields, unparse
from srpp_criteria.wording.markers import Field, Text
from srpp_criteria.wording.message import Argument, Branch, Count, Literal, Node, Plural, Select

LOCALES = ["en", "de", "de_AT", "nb_NO", "nl_BE", "fr_BE", "pl", "lt"]


def number(value: Decimal | int, locale: str) -> Value:
    """A number as Babel shows it."""
    return Value(format_decimal(value, locale), number=value)


@pytest.mark.parametrize(
    ("locale", "pattern", "expected"),
    [
        (
            "en",
            "{n, plural, =0 {no tier} one {# tier} other {# tiers}}",
            {0: "no tier", 1: "1 tier", 2: "2 tiers", 1500: "1,500 tiers", Decimal("1.50"): "1.5 tiers"},
        ),
        (
            "fr_BE",
            "{n, plural, one {# jour} many {# de jours} other {# jours}}",
            {0: "0 jour", 1: "1 jour", Decimal("1.5"): "1,5 jour", 2: "2 jours", 1_000_000: "1 000 000 de jours"},
        ),
        (
            "pl",
            "{n, plural, one {# osoba} few {# osoby} many {# osób} other {# osoby}}",
            {1: "1 osoba", 3: "3 osoby", 12: "12 osób", 22: "22 osoby", Decimal("0.5"): "0,5 osoby"},
        ),
        (
            "lt",
            "{n, plural, one {# asmuo} few {# asmenys} many {# asmens} other {# asmenų}}",
            {1: "1 asmuo", 21: "21 asmuo", 2: "2 asmenys", Decimal("1.5"): "1,5 asmens", 11: "11 asmenų"},
        ),
    ],
)
def test_each_number_gets_the_words_of_its_language(
    locale: str, pattern: str, expected: dict[Decimal | int, str]
) -> None:
    """The plural form is the language's, the figure is written as in that country."""
    message = parse(pattern)
    shown = {
        value: format_message(message, {"n": number(value, locale)}, locale).replace("\u202f", " ")
        for value in expected
    }
    assert shown == expected


def test_one_point_zero_reads_like_one() -> None:
    """Trailing zeros are not shown, so they do not change the words either."""
    message = parse("{n, plural, one {# day} other {# days}}")
    assert format_message(message, {"n": number(Decimal("1.0"), "en")}, "en") == "1 day"


def test_more_decimals_than_icu_looks_at_still_count() -> None:
    """ICU would round 1.00004 to 1 before it chooses the words."""
    message = parse("{n, plural, =1 {exactly one} one {# day} other {# days}}")
    assert format_message(message, {"n": number(Decimal("1.00004"), "en")}, "en") == "1.00004 days"


def test_an_option_chooses_the_words() -> None:
    """A select looks at the key, not at what is shown."""
    message = parse("{how, select, paper {on paper} other {online}} ({how})")
    assert format_message(message, {"how": Value("Papier", key="paper")}, "de") == "on paper (Papier)"
    assert format_message(message, {"how": Value("Netz", key="web")}, "de") == "online (Netz)"


def test_a_blank_reads_in_the_most_general_form() -> None:
    """A figure that nobody filled in shows its blank with the words of `other`."""
    message = parse("{n, plural, =1 {one tier} one {# tier} other {# tiers}}, {how, select, a {x} other {y}}")
    values = {"n": Value("……", blank=True), "how": Value("……", blank=True)}
    assert format_message(message, values, "en") == "…… tiers, y"


def test_a_blank_choice_is_seen_even_if_other_has_no_words() -> None:
    """An open choice must not vanish from the sentence."""
    message = parse("Send it {how, select, paper {on paper} web {online} other {}}.")
    assert format_message(message, {"how": Value("[how]", blank=True)}, "en") == "Send it [how]."


def test_a_value_is_never_read_as_a_pattern() -> None:
    """Braces, apostrophes and number signs in a value stay what they are."""
    hostile = "{n} '{' # {x, plural, other {y}}"
    message = parse("{a} {n, plural, one {#} other {{a}}}")
    values = {"a": Value(hostile), "n": Value(hostile, number=7)}
    assert format_message(message, values, "en") == f"{hostile} {hostile}"


def test_markers_pass_through_the_formatter() -> None:
    """The field can be found again in the finished sentence."""
    message = parse("At most {n, plural, one {# tier} other {# tiers}}.")
    sentence = format_message(message, {"n": Value(mark("n", "2"), number=2)}, "en")
    assert split_fields(sentence) == [Text("At most "), Field("n", "2"), Text(" tiers.")]


def test_a_missing_value_is_named() -> None:
    """Callers learn which argument they forgot, in simple sentences and others."""
    for pattern in ("{max_tiers}", "{max_tiers, plural, other {x}}"):
        with pytest.raises(KeyError, match="max_tiers"):
            format_message(parse(pattern), {}, "en")


WORDS = st.text(st.sampled_from("ab {}'#|<ü\n"), min_size=1, max_size=8).filter(
    lambda words: "'<" not in words  # refused: ICU and browsers read it differently
)
NUMBERS = st.integers(-(10**6), 2 * 10**6) | st.integers(0, 30) | st.decimals(0, 30, places=1)


@st.composite
def nodes(draw: st.DrawFn, depth: int = 0, plural: str | None = None, *, in_select: bool = False) -> tuple[Node, ...]:
    """Any tree that a readable pattern can have."""
    made: list[Node] = []
    for kind in draw(st.lists(st.sampled_from("lannps" if depth < 4 else "la"), max_size=3)):
        if kind == "l" and not (made and isinstance(made[-1], Literal)):
            words = draw(WORDS)
            made.append(Literal(words.replace("#", "") or "x" if in_select and plural else words))
        elif kind == "a":
            made.append(Argument(draw(st.sampled_from(["n", "m", "k"]))))
        elif kind == "n" and plural and not in_select:
            made.append(Count(plural))
        elif kind == "p":
            name = draw(st.sampled_from(["n", "m"]))
            keys = [*draw(st.sets(st.sampled_from(["=0", "=1", "=7", "one", "two", "few", "many"]))), "other"]
            made.append(Plural(name, tuple(Branch(key, draw(nodes(depth + 1, name))) for key in keys)))
        elif kind == "s":
            keys = [*draw(st.sets(st.sampled_from(["a", "b"]))), "other"]
            made.append(Select("k", tuple(Branch(key, draw(nodes(depth + 1, plural, in_select=True))) for key in keys)))
    return tuple(made)


@given(nodes(), st.sampled_from(LOCALES), NUMBERS, NUMBERS, st.sampled_from(["a", "b", "c"]))
def test_every_readable_pattern_is_formatted_as_icu_formats_it(
    tree: tuple[Node, ...], locale: str, n: Decimal | int, m: Decimal | int, k: str
) -> None:
    """Our reading, rewriting and quoting change nothing: ICU, given the pattern as it stands, writes the same."""
    pattern = unparse(tree)
    message = parse(pattern)
    assert message.nodes == tree

    icu_number = MessageFormat("{n, number}", locale)
    values = {
        "n": Value(icu_number.format({"n": n}), number=n),
        "m": Value(icu_number.format({"n": m}), number=m),
        "k": Value(k, key=k),
    }
    expected = MessageFormat(pattern, locale).format({"n": n, "m": m, "k": k})
    assert format_message(message, values, locale) == expected
