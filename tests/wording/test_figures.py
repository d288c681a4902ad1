# SPDX-License-Identifier: Apache-2.0
"""Figures look as readers in that country write them, in Word and in the browser alike."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.messageformat import MessageFormat

from srpp_criteria.wording import format_date, format_decimal, format_integer, format_money, format_percentage

# Every official language of the EU and EEA, and the first markets.
LOCALES = [
    *("en", "de", "de_AT", "nb_NO", "nn_NO", "nl", "nl_BE", "fr", "fr_BE", "fr_LU", "bg", "hr", "cs", "da", "et", "fi"),
    *("el", "hu", "ga", "it", "lv", "lt", "mt", "pl", "pt_PT", "ro", "sk", "sl", "es", "sv", "is"),
]
NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("locale", "integer", "decimal", "percentage", "money", "cents", "day"),
    [
        ("en", "110,000", "1.5", "7.5%", "EUR~110,000", "EUR~1,234.50", "5 March 2026"),
        ("de", "110.000", "1,5", "7,5~%", "110.000~EUR", "1.234,50~EUR", "5. März 2026"),
        ("de_AT", "110~000", "1,5", "7,5~%", "EUR~110.000", "EUR~1.234,50", "5. März 2026"),
        ("nb_NO", "110~000", "1,5", "7,5~%", "110~000~EUR", "1~234,50~EUR", "5. mars 2026"),
        ("nl_BE", "110.000", "1,5", "7,5%", "EUR~110.000", "EUR~1.234,50", "5 maart 2026"),
        ("fr_BE", "110'000", "1,5", "7,5~%", "110'000~EUR", "1'234,50~EUR", "5 mars 2026"),
    ],
)
def test_figures_of_the_first_markets(
    locale: str, integer: str, decimal: str, percentage: str, money: str, cents: str, day: str
) -> None:
    """~ is a no-break space, ' a narrow one."""
    written = [
        format_integer(110_000, locale),
        format_decimal(Decimal("1.50"), locale),
        format_percentage(Decimal("7.5"), locale),
        format_money(110_000, "EUR", locale),
        format_money(Decimal("1234.5"), "EUR", locale),
        format_date(date(2026, 3, 5), locale),
    ]
    assert [text.replace(NBSP, "~").replace(NARROW, "'") for text in written] == [
        integer, decimal, percentage, money, cents, day,
    ]  # fmt: skip


def test_seven_is_seven_per_cent() -> None:
    """Percentages are given as people say them, and lose no digit."""
    assert format_percentage(7, "en") == "7%"
    assert format_percentage(Decimal("0.125"), "en") == "0.125%"


def test_money_is_rounded_to_the_cent_half_up() -> None:
    """As in an invoice."""
    assert format_money(Decimal("0.005"), "EUR", "en") == f"EUR{NBSP}0.01"
    assert format_money(Decimal("2.999"), "NOK", "nb_NO") == f"3{NBSP}NOK"


AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


@given(st.sampled_from(LOCALES), st.integers(-(10**9), 10**9), st.decimals(-(10**6), 10**6, places=4), AMOUNTS)
def test_a_browser_writes_the_same_figures(locale: str, whole: int, decimal: Decimal, amount: Decimal) -> None:
    """ICU, which is what a browser's Intl uses, agrees with Babel on every number, percentage and amount."""
    intl = "en_IE" if locale == "en" else locale

    def icu(skeleton: str, value: Decimal | int) -> str:
        return MessageFormat(f"{{n, number, ::{skeleton}}}", intl).format({"n": value})

    assert format_integer(whole, locale) == icu("precision-integer", whole)
    assert format_decimal(decimal, locale) == icu(".####", decimal)
    assert format_percentage(decimal, locale) == icu("percent .####", decimal)
    cents = "precision-integer" if amount == int(amount) else ".00"
    assert format_money(amount, "EUR", locale) == icu(f"currency/EUR unit-width-iso-code {cents}", amount)


@given(st.sampled_from(LOCALES), st.integers(0, 36_500))
def test_a_browser_writes_the_same_days(locale: str, days: int) -> None:
    """The same for dates; French counts the first day of a month (1er mars), ours on both sides and not CLDR."""
    day = date(1970, 1, 2) + timedelta(days)
    intl = "en_IE" if locale == "en" else locale
    written = format_date(day, locale).replace("1er ", "1 ") if locale.startswith("fr") else format_date(day, locale)
    assert written == MessageFormat("{day, date, long}", intl).format({"day": day})


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_only_finite_numbers_are_written(value: Decimal) -> None:
    """A wrong figure is an error of the caller, not a word in a contract."""
    for write in (format_decimal, format_percentage):
        with pytest.raises(ValueError, match="not a finite number"):
            write(value, "en")
    with pytest.raises(ValueError, match="not a finite number"):
        format_money(value, "EUR", "en")


@pytest.mark.parametrize("currency", ["€", "eur", "EURO", "", "¤¤¤", "EU\n"])
def test_a_currency_is_a_code(currency: str) -> None:
    """Three capitals, nothing that could change the format."""
    with pytest.raises(ValueError, match="not an ISO 4217 code"):
        format_money(1, currency, "en")


def test_an_unknown_locale_is_a_plain_error() -> None:
    """No traceback out of Babel's data files."""
    for locale in ("xx", "../../etc", "", "de_AT\n"):
        with pytest.raises(ValueError, match="is unknown to CLDR"):
            format_integer(1, locale)
