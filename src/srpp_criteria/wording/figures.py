# SPDX-License-Identifier: Apache-2.0
"""Numbers, percentages, money and dates as a reader in that country writes them.

All formats are CLDR's through Babel, and so are a browser's (`Intl`). Where Babel does not follow CLDR it is corrected
here, and tests compare with ICU, on which browsers build. Spaces inside a figure do not break. A locale is CLDR's name,
such as `nb_NO`, `de_AT`, `en`.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from srpp_criteria.wording.cldr import babel_locale

if TYPE_CHECKING:
    from datetime import date

    from babel.numbers import NumberPattern

_GROUP_MARK: Final = {"de_AT": "\u00a0"}
"""CLDR groups Austrian numbers by a space and amounts of money by a point; Babel uses the point for both."""

_FOUR_FIGURES_TOGETHER: Final = frozenset({"bg", "es", "et", "hu", "it", "lv", "pl", "sl"})
"""Languages that write 1000 but 10 000 (CLDR, minimumGroupingDigits); Portugal does, Brazil does not."""

_CENT: Final = Decimal("0.01")


def format_integer(value: int, locale: str) -> str:
    """A whole number.

    >>> format_integer(110000, "en"), format_integer(110000, "de")
    ('110,000', '110.000')
    """
    return format_decimal(value, locale)


def format_decimal(value: Decimal | int, locale: str) -> str:
    """A number with as many decimals as it has, without trailing zeros.

    Raises:
        ValueError: `value` is not a finite number, or the locale is unknown.

    >>> format_decimal(Decimal("1.50"), "en"), format_decimal(Decimal("1.50"), "nb_NO")
    ('1.5', '1,5')
    """
    from babel.numbers import format_decimal as babel_format

    shown = babel_format(_exact(value), locale=babel_locale(locale), decimal_quantization=False)
    return _as_in_cldr(_spaced(shown, locale), locale)


def format_percentage(value: Decimal | int, locale: str) -> str:
    """A percentage; 7 is seven per cent.

    Raises:
        ValueError: `value` is not a finite number, or the locale is unknown.

    >>> format_percentage(7, "en"), format_percentage(Decimal("7.5"), "nl_BE")
    ('7%', '7,5%')
    """
    from babel.numbers import format_percent

    hundredth = _exact(value).scaleb(-2)
    shown = format_percent(hundredth, locale=babel_locale(locale), decimal_quantization=False)
    return _as_in_cldr(_spaced(shown, locale), locale)


def format_money(amount: Decimal | int, currency: str, locale: str) -> str:
    r"""An amount with the code of its currency: no decimals if it is whole, else two, halves rounded up.

    Args:
        amount: in units of the currency.
        currency: ISO 4217, such as `EUR`. Contracts write codes, not symbols: kr is money in three countries.
        locale: CLDR locale.

    Raises:
        ValueError: `amount` is not a finite number, `currency` is not three capitals, or the locale is unknown.

    >>> format_money(110000, "EUR", "en") == "EUR\u00a0110,000"
    True
    """
    if not re.fullmatch("[A-Z]{3}", currency):
        message = f'currency "{currency}" is not an ISO 4217 code (three capitals, such as EUR)'
        raise ValueError(message)
    exact = +_exact(amount).quantize(_CENT, ROUND_HALF_UP)  # the plus takes the sign from a zero
    whole = exact == exact.to_integral_value()
    pattern = _money_pattern(locale, whole=whole)
    shown = pattern.apply(exact, babel_locale(locale), currency=currency, currency_digits=False)
    return _as_in_cldr(shown, locale)


def format_date(day: date, locale: str) -> str:
    """A day with the month in words, so that nobody reads 5/3 as the third of May.

    >>> from datetime import date
    >>> format_date(date(2026, 3, 5), "en"), format_date(date(2026, 3, 5), "de_AT")
    ('5 March 2026', '5. März 2026')
    """
    from babel.dates import format_date as babel_format

    shown = babel_format(day, format="long", locale=babel_locale(locale))
    # French counts the first day of a month (1er mars); CLDR's long format does not.
    return re.sub("^1(?= )", "1er", shown) if locale.partition("_")[0] == "fr" else shown


def _exact(value: Decimal | int) -> Decimal:
    exact = Decimal(value)
    if not exact.is_finite():
        message = f"{value} is not a finite number"
        raise ValueError(message)
    return exact


def _spaced(shown: str, locale: str) -> str:
    """Numbers of `_GROUP_MARK`'s locales have a point only between groups: their decimal sign is the comma."""
    return shown.replace(".", _GROUP_MARK[locale]) if locale in _GROUP_MARK else shown


def _as_in_cldr(shown: str, locale: str) -> str:
    """Where Babel does not follow CLDR: the minus sign, and four-figure numbers of `_FOUR_FIGURES_TOGETHER`."""
    from babel.numbers import get_group_symbol, get_minus_sign_symbol

    if "-" in shown:
        shown = shown.replace("-", get_minus_sign_symbol(babel_locale(locale)))
    if locale == "pt_PT" or locale.partition("_")[0] in _FOUR_FIGURES_TOGETHER:
        group = re.escape(get_group_symbol(babel_locale(locale)))
        return re.sub(rf"(?<!\d)(\d){group}(\d\d\d)(?!\d|{group}\d)", r"\1\2", shown)
    return shown


@lru_cache(maxsize=256)
def _money_pattern(locale: str, *, whole: bool) -> NumberPattern:
    from babel.numbers import parse_pattern

    # ¤ is the symbol, ¤¤ the code. CLDR (currencySpacing) wants a space before a code where a symbol needs none.
    pattern = babel_locale(locale).currency_formats["standard"].pattern
    pattern = re.sub("¤(?=[-#0])", "¤\u00a0", pattern)
    pattern = re.sub("(?<=[#0])¤", "\u00a0¤", pattern)
    pattern = re.sub(r"0\.0+", "0" if whole else "0.00", pattern)
    return parse_pattern(pattern.replace("¤", "¤¤"))
