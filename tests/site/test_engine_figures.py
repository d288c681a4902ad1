# SPDX-License-Identifier: Apache-2.0
"""Figures and points in the browser are Python's, and what a person types is understood or told to be wrong."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from tests.site.engine import Engine
from tests.written_cases import written_cases

from srpp_criteria import Library
from srpp_criteria.scoring import METHODS, points
from srpp_criteria.wording import format_date, format_decimal, format_money, format_percentage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

FIRST = ("en_IE", "nb_NO", "de_AT", "nl_BE", "fr_BE")
"""Those of the editions."""
# And every official language of the EU and EEA.
LOCALES = [
    *FIRST,
    *("de", "nn_NO", "nl", "fr", "fr_LU", "bg", "hr", "cs", "da", "et", "fi"),
    *("el", "hu", "ga", "it", "lv", "lt", "mt", "pl", "pt_PT", "ro", "sk", "sl", "es", "sv", "is"),
]  # fmt: skip


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Engine]:
    """The engine in a page."""
    page = browser.new_page()
    yield Engine(page)
    page.close()


@pytest.fixture(scope="module")
def words(repository: Path) -> dict[str, str]:
    """English interface words."""
    return Library.load(repository).edition("en").data.words


def parameter(kind: str, **more: Any) -> dict[str, Any]:
    """A parameter as the browser knows it."""
    fields = ("help", "unit", "default", "minimum", "maximum", "currency", "maximum_length")
    missing: dict[str, Any] = dict.fromkeys(fields)
    fixed = {"name": "x", "type": kind, "label": "X", "options": [], "locked": False, "ladder": False}
    return {**missing, **fixed, **more}


# --- as a reader sees them


@pytest.mark.parametrize("locale", LOCALES)
def test_figures_look_the_same(engine: Engine, locale: str) -> None:
    """A hundred numbers of every size, three currencies, days of all months."""
    chance = random.Random(locale)  # noqa: S311  # examples, no secrets
    numbers = [Decimal(chance.randrange(-(10**digits), 10**digits)).scaleb(-chance.randrange(7))
               for digits in range(1, 16) for _ in range(7)]  # fmt: skip
    numbers += [
        Decimal(text) for text in ("0", "1", "0.5", "1000", "1234", "9999.99", "10000", "0.005", "-0.5", "999999.995")
    ]
    # An amount below half a cent is none; Python would show its sign.
    money = [
        (number, currency) for number in numbers for currency in ("EUR", "NOK", "JPY") if not -1 < number * 100 < 0
    ]
    days = [date(2026, 1, 1) + timedelta(days=29 * count) for count in range(60)] + [
        date(1999, 12, 31),
        date(987, 6, 5),
    ]

    if locale not in FIRST and not engine.call("supports", locale.replace("_", "-")):
        pytest.skip(f"this browser does not know {locale}")

    found = engine.call(
        "shown",
        {
            "locale": locale.replace("_", "-"),
            "numbers": [format(number, "f") for number in numbers],
            "money": [[format(number, "f"), currency] for number, currency in money],
            "days": [f"{day:%Y-%m-%d}".zfill(10) for day in days],
        },
    )

    assert found["decimal"] == [format_decimal(number, locale) for number in numbers]
    assert found["percentage"] == [format_percentage(number, locale) for number in numbers]
    assert found["money"] == [format_money(number, currency, locale) for number, currency in money]
    # Bulgarian dates got another kind of space in between two releases of CLDR.
    assert [" ".join(day.split()) if locale == "bg" else day for day in found["days"]] == [
        " ".join(format_date(day, locale).split()) if locale == "bg" else format_date(day, locale) for day in days
    ]


# --- points


def test_points_are_the_same(engine: Engine) -> None:
    """The written cases, and thousands of offers, among them such that lie exactly on half a cent."""
    chance = random.Random(3)  # noqa: S311  # examples, no secrets
    cases: list[tuple[str, dict[str, str]]] = [
        (case.values[0]["method"], {name: str(number) for name, number in case.values[0]["numbers"].items()})  # type: ignore[index]
        for case in written_cases("scoring/points.yml")
    ]
    inputs = {
        "linear": ("floor", "ceiling", "offer"),
        "quality-scale": ("best_mark", "mark"),
        "quantity-times-credibility": ("floor", "ceiling", "offer"),
        "level-ladder": ("top_level", "share_1", "share_2", "share_3"),
        "monetised": ("value", "price", "fulfilment"),
        "price-anchored": ("low_anchor", "high_anchor", "price"),
    }
    assert set(inputs) == set(METHODS)
    for method, names in inputs.items():
        for _ in range(600):
            numbers = {name: str(Decimal(chance.randrange(1000)) / chance.choice((1, 10, 100))) for name in names}
            numbers["weight"] = str(Decimal(chance.randrange(1, 10000)) / chance.choice((1, 10, 100, 1000)))
            if method == "quantity-times-credibility":
                numbers["factor"] = chance.choice(("0.5", "0.75", "1"))
            if method == "level-ladder":
                numbers |= {name: str(chance.randrange(34)) for name in names[1:]}
            cases.append((method, numbers))

    assert engine.each("score", [list(case) for case in cases]) == [_points(*case) for case in cases]


def _points(method: str, numbers: dict[str, str]) -> str | None:
    try:
        return str(points(method, **{name: Decimal(number) for name, number in numbers.items()}))
    except ValueError:
        return None


# --- as a person types them


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("nb-NO", "7,5", 7.5),
        ("nb-NO", "7.5", 7.5),
        ("nb-NO", "110 000", 110000),
        ("nb-NO", "110\u00a0000", 110000),
        ("nb-NO", "110.000", 110000),
        ("de-AT", "110.000", 110000),
        ("de-AT", "1.234,50", 1234.5),
        ("nl-BE", "110.000", 110000),
        ("nl-BE", "12.5", 12.5),
        ("fr-BE", "1\u202f234,5", 1234.5),
        ("en-IE", "110,000", 110000),
        ("en-IE", "1,234.5", 1234.5),
        ("en-IE", "7,5", 7.5),
        ("en-IE", "1.234", 1.234),
        ("de-AT", "1.234.567", 1234567),
        ("en-IE", "1.234.567", 1234567),
        ("de-AT", "0.125", 0.125),
        ("de-CH", "1'234.5", 1234.5),
        ("en-IE", " 12 ", 12),
        ("en-IE", "−3", -3),
    ],
)
def test_a_number_is_read_as_people_of_the_country_write_it(
    engine: Engine, locale: str, text: str, value: float
) -> None:
    """Point, comma and space mean what they mean there; a foreign decimal sign is understood where it can be one."""
    assert engine.call("typed", [parameter("decimal"), text, locale]) == {"ok": True, "value": value}


def test_units_may_be_typed_too(engine: Engine) -> None:
    """A percent sign, the code of the currency."""
    typed = [
        [parameter("percentage"), "7,5 %", "nb-NO"],
        [parameter("money", currency="EUR"), "EUR 1.200", "de-AT"],
        [parameter("money", currency="NOK"), "1 200 nok", "nb-NO"],
        [parameter("date"), "5.3.2026", "nb-NO"],
        [parameter("date"), "2026-03-05", "nb-NO"],
    ]

    assert [each["value"] for each in engine.each("typed", typed)] == [7.5, 1200, 1200, "2026-03-05", "2026-03-05"]


SHORT = parameter("text", default="x", maximum_length=3)
FROM_2026 = parameter("date", minimum="2026-01-01")
LIMITED = parameter("decimal", minimum=1000, maximum=2500.5, default=1000)


@pytest.mark.parametrize(
    ("asked", "text", "kind", "sentence"),
    [
        (LIMITED, "abc", "not-a-number", "Write a number."),
        (LIMITED, "=1+1", "not-a-number", "Write a number."),
        (LIMITED, "1,2,3", "not-a-number", "Write a number."),
        (LIMITED, "1e3", "not-a-number", "Write a number."),
        (LIMITED, "999", "below-minimum", "Write a value from 1,000 to 2,500.5. Yours is lower."),
        (LIMITED, "2501", "above-maximum", "Write a value from 1,000 to 2,500.5. Yours is higher."),
        (LIMITED, "1000.1234567", "too-many-decimals", "Write at most 6 decimals."),
        (LIMITED, "9" * 20, "too-large", "This number is larger than any figure of a contract."),
        (LIMITED, "  ", "empty", "This value must not be empty."),
        (parameter("integer"), "2.5", "not-whole", "Write a whole number."),
        (SHORT, "long", "too-long", "Write at most 3 characters. Yours has 4."),
        (SHORT, "\u202e", "empty", "This value must not be empty."),
        (parameter("date"), "2026-02-30", "not-a-date", "Write a date that exists, such as 2026-03-05."),
        (FROM_2026, "2025-12-31", "before-minimum", "Write a date from 1 January 2026 on."),
        (parameter("date", maximum="2026-01-01"), "2026-12-31", "after-maximum", "Write a date up to 1 January 2026."),
        (parameter("boolean", default=True), "maybe", "not-yes-or-no", "Choose yes or no."),
        (
            parameter("choice", default="a", options=[{"key": "a", "label": "Paper"}, {"key": "b", "label": "Web"}]),
            "c",
            "not-an-option",
            "Choose one of these: Paper, Web.",
        ),
    ],
)  # fmt: skip
def test_a_wrong_value_gets_a_plain_answer(
    engine: Engine, words: dict[str, str], asked: dict[str, Any], text: str, kind: str, sentence: str
) -> None:
    """What is wrong, with the limits as the country writes them."""
    found = engine.call("typed", [asked, text, "en-IE"])

    assert found["error"]["kind"] == kind
    assert engine.call("errorSentence", found["error"], words) == sentence


def test_a_field_without_default_may_stay_empty(engine: Engine) -> None:
    """It is an open blank then."""
    assert engine.call("typed", [parameter("integer"), "", "en-IE"]) == {"ok": True}


@pytest.mark.parametrize("locale", [locale.replace("_", "-") for locale in LOCALES])
def test_a_field_shows_a_number_that_it_reads_back(engine: Engine, locale: str) -> None:
    """Whatever the country, a buyer who changes nothing changes nothing."""
    numbers = [0, 1, 7.5, 0.125, 1000, 1234.5, 110000, 1234567.891, -3]

    found = engine.each("typedAgain", [[parameter("decimal"), number, locale] for number in numbers])

    assert [each["value"] for each in found] == numbers
