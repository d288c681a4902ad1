# SPDX-License-Identifier: Apache-2.0
"""Which plural forms a text must have, given its language and the bounds of the number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.messageformat import MessageFormat

from srpp_criteria.wording import format_message, parse, plural_categories, required_categories
from srpp_criteria.wording.plurals import CATEGORIES, category_of
from srpp_criteria.wording.sentence import Value

LOCALES = ["en", "de_AT", "nb_NO", "nl_BE", "fr_BE", "pl", "lt", "es", "it", "pt", "cs", "sl", "ga", "ro", "mt", "lv"]


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("en", ("one", "other")),
        ("nb_NO", ("one", "other")),
        ("fr_BE", ("one", "many", "other")),
        ("pl", ("one", "few", "many", "other")),
        ("lt", ("one", "few", "many", "other")),
        ("ga", ("one", "two", "few", "many", "other")),
        ("lv", ("zero", "one", "other")),
    ],
)
def test_every_language_has_its_forms(locale: str, forms: tuple[str, ...]) -> None:
    """The forms are CLDR's, `other` is always the last."""
    assert plural_categories(locale) == forms


@pytest.mark.parametrize(
    ("locale", "minimum", "maximum", "decimals", "forms"),
    [
        ("en", 0, 10, False, ("one", "other")),
        ("en", 2, 10, False, ("other",)),
        ("en", 1, 1, False, ("one",)),
        ("fr", 0, 1, False, ("one",)),
        ("fr", 0, 500_000, False, ("one", "other")),
        ("fr", 0, 1_000_000, False, ("one", "many", "other")),
        ("fr", None, None, False, ("one", "other")),
        ("pl", 0, 10, False, ("one", "few", "many")),
        ("pl", 0, 10, True, ("one", "few", "many", "other")),
        ("pl", 5, 20, False, ("many",)),
        ("lt", 1, 100, False, ("one", "few", "other")),
        ("lt", 1, 100, True, ("one", "few", "many", "other")),
        ("lt", 2, 9, False, ("few",)),
        ("de", -5, 5, False, ("one", "other")),
        ("sl", 100, 110, False, ("one", "two", "few", "other")),
        ("lv", Decimal("0.1"), Decimal("0.5"), True, ("zero", "one", "other")),
        ("lt", Decimal("0.15"), Decimal("0.16"), True, ("many",)),
    ],
)
def test_only_the_forms_between_the_bounds_are_needed(
    locale: str, minimum: int | None, maximum: int | None, decimals: bool, forms: tuple[str, ...]
) -> None:
    """A form that no allowed value takes is not asked for; millions count only if they may occur."""
    assert required_categories(locale, minimum, maximum, decimals=decimals) == forms


@given(st.sampled_from(LOCALES), st.integers(0, 3000), st.integers(0, 300), st.data())
def test_no_number_between_the_bounds_takes_a_form_that_was_not_asked_for(
    locale: str, minimum: int, width: int, data: st.DataObject
) -> None:
    """Looking at samples only misses no form."""
    value = data.draw(st.integers(minimum, minimum + width))
    assert category_of(locale, value) in required_categories(locale, minimum, minimum + width)


@given(st.sampled_from(LOCALES), st.integers(0, 2_000_000) | st.decimals(0, 2000, places=2))
def test_babel_and_icu_choose_the_same_form(locale: str, value: Decimal | int) -> None:
    """The form that the check asks for is the one that the formatter uses."""
    spelled = " ".join(f"{category} {{{category}}}" for category in CATEGORIES)
    shown = Decimal(value).normalize() if value != int(value) else int(value)
    chosen = format_message(parse(f"{{n, plural, {spelled}}}"), {"n": Value("", number=value)}, locale)
    assert chosen == category_of(locale, shown)
    assert chosen == MessageFormat(f"{{n, plural, {spelled}}}", locale).format({"n": value})


def test_an_unknown_language_is_a_plain_error() -> None:
    """No traceback out of Babel's data files."""
    with pytest.raises(ValueError, match='locale "xx_YY" is unknown'):
        plural_categories("xx_YY")
