# SPDX-License-Identifier: Apache-2.0
"""Which plural forms a language needs for the numbers that a parameter may take."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from srpp_criteria.wording.cldr import babel_locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CATEGORIES: Final = ("zero", "one", "two", "few", "many", "other")
"""CLDR's words for plural forms, in CLDR's order."""

NO_MAXIMUM: Final = 999_999
"""How far we look if a parameter has no maximum.

French, Spanish, Italian and Portuguese have a form of their own for round millions ("un million d'euros"). A sentence
that writes the number in digits reads right with `other` too, so only a parameter that says that it may reach a million
needs it.
"""

# No language of CLDR has a rule that looks at more than the last two digits and is not seen in 200 numbers in a row;
# round numbers (hundreds, thousands, millions) have rules of their own and are added.
_IN_A_ROW: Final = 200
_ROUND: Final = (100, 1_000, 10_000, 100_000, 1_000_000)
_DECIMAL_WHOLES: Final = 32
_FRACTIONS: Final = tuple(
    Decimal(text)
    for text in (
        *(f"0.{tenths}" for tenths in range(1, 10)),
        *("0.01", "0.02", "0.03", "0.05", "0.11", "0.12", "0.15", "0.21", "0.22", "0.25", "0.75", "0.99"),
        *("0.001", "0.011", "0.125"),
    )
)


@lru_cache(maxsize=256)
def plural_categories(locale: str) -> tuple[str, ...]:
    """Every plural form that the language has, in CLDR's order; `other` is always the last.

    >>> plural_categories("lt")
    ('one', 'few', 'many', 'other')
    """
    tags = babel_locale(locale).plural_form.tags
    return tuple(category for category in CATEGORIES if category in tags or category == "other")


def required_categories(
    locale: str,
    minimum: Decimal | int | None = None,
    maximum: Decimal | int | None = None,
    *,
    decimals: bool = False,
) -> tuple[str, ...]:
    """The plural forms that some number between the bounds needs, in CLDR's order.

    Args:
        locale: CLDR locale, such as `pl` or `nb_NO`.
        minimum: lowest value; `None` is 0.
        maximum: highest value; `None` is `NO_MAXIMUM`.
        decimals: whether the value may have a fraction.

    >>> required_categories("pl", 1, 10)
    ('one', 'few', 'many')
    >>> required_categories("fr", 0, 100), required_categories("fr", 0, 2_000_000)
    (('one', 'other'), ('one', 'many', 'other'))
    """
    examples = category_examples(locale, minimum, maximum, decimals=decimals)
    return tuple(category for category in CATEGORIES if category in examples)


@lru_cache(maxsize=4096)
def category_examples(
    locale: str, minimum: Decimal | int | None, maximum: Decimal | int | None, *, decimals: bool
) -> Mapping[str, tuple[Decimal | int, ...]]:
    """For every plural form that occurs between the bounds: numbers that need it, smallest whole ones first.

    If a form is needed by a single number only, the list holds just that number; else it holds at least two.
    """
    low, high = _magnitudes(Decimal(minimum or 0), Decimal(NO_MAXIMUM if maximum is None else maximum))
    examples: dict[str, list[Decimal | int]] = {}
    for number in _samples(low, high, decimals=decimals):
        examples.setdefault(category_of(locale, number), []).append(number)
    return {category: tuple(numbers) for category, numbers in examples.items()}


@lru_cache(maxsize=65536)
def category_of(locale: str, number: Decimal | int) -> str:
    """The plural form for one number as CLDR has it.

    >>> category_of("fr", Decimal("1.5")), category_of("de", Decimal("1.5"))
    ('one', 'other')
    """
    return babel_locale(locale).plural_form(number)


def _magnitudes(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    """Plural rules look at numbers without their sign."""
    if low >= 0:
        return low, max(low, high)
    return (max(-high, Decimal(0)), max(-low, abs(high)))


def _samples(low: Decimal, high: Decimal, *, decimals: bool) -> Iterator[Decimal | int]:
    first, last = int(low.to_integral_value(ROUND_CEILING)), int(high.to_integral_value(ROUND_FLOOR))
    wholes = dict.fromkeys(range(first, min(first + _IN_A_ROW, last) + 1))
    for step in _ROUND:
        start = -(-first // step) * step
        wholes.update(dict.fromkeys(range(start, min(start + 20 * step, last) + 1, step)))
    yield from wholes
    if not decimals:
        return
    below = int(low.to_integral_value(ROUND_FLOOR))
    for whole in dict.fromkeys((*range(below, below + _DECIMAL_WHOLES), below + 100, 1_000_000, last)):
        for fraction in _FRACTIONS:
            if low <= whole + fraction <= high:
                yield whole + fraction
    for bound in (low, high):
        if bound != bound.to_integral_value():
            yield bound.normalize()
