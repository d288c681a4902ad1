# SPDX-License-Identifier: Apache-2.0
"""Fill the figures of a purchase into the text of an entry."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias, assert_never

from srpp_criteria.edition.locale import Locale
from srpp_criteria.errors import InvalidValue
from srpp_criteria.models.parameter import (
    BooleanParameter,
    ChoiceParameter,
    DateParameter,
    DecimalParameter,
    DurationParameter,
    IntegerParameter,
    MoneyParameter,
    Parameter,
    PercentageParameter,
    TextParameter,
)
from srpp_criteria.wording import (
    Value,
    clean_value,
    format_date,
    format_decimal,
    format_integer,
    format_message,
    format_money,
    format_percentage,
    mark,
    parse,
    strip_marks,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Condition
    from srpp_criteria.models.names import ParameterName

Given: TypeAlias = "int | float | Decimal | bool | str | dt.date"
"""What a buyer may give for a parameter; strings are read as the parameter's type ("2", "7,5" is not a number)."""

MOST_DECIMALS = 6

_TOO_LARGE: Final = 10**15
_PLAIN_NUMBER: Final = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")
"""What a person writes; `Decimal` would also take 1_000, 1e3 and digits of other scripts."""

CITATION = "cite_"
"""Placeholders that begin so name a law of the item's legal basis."""


@dataclass(frozen=True, slots=True)
class FilledPart:
    """A part of the text with its figures, in CommonMark."""

    id: str
    title: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A parameter nobody has filled in yet."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Filled:
    """An entry with the figures of one purchase."""

    entry: Entry
    values: Mapping[str, Value]

    @property
    def parts(self) -> tuple[FilledPart, ...]:
        """The parts that apply with these values."""
        return tuple(
            FilledPart(part.id, part.title, self.sentence(part.text))
            for part in self.entry.item.text
            if part.when is None or self.holds(part.when)
        )

    @property
    def text(self) -> str:
        """The whole text, paragraph by paragraph, in CommonMark; ready to be pasted."""
        return "\n\n".join(part.text for part in self.parts)

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """Parameters that somebody still has to fill in."""
        return tuple(
            Blank(name, self.entry.parameters[name].label) for name, value in self.values.items() if value.blank
        )

    @property
    def stamp(self) -> str:
        """The line by which a copied text is found again."""
        return self.entry.stamp

    def holds(self, condition: Condition) -> bool:
        """Whether a conditional part is in the text."""
        wanted = condition.equals
        key = str(wanted).lower() if isinstance(wanted, bool) else wanted
        value = self.values.get(condition.parameter)
        return value is not None and value.key == key

    def sentence(self, template: str) -> str:
        """A template of this entry as plain text with its figures."""
        return strip_marks(self.marked(template))

    def marked(self, template: str) -> str:
        """A template with its figures between field markers, for writers that make them fillable."""
        if "{" not in template and "'" not in template:
            return template
        return format_message(parse(template), self.values, Locale.parse(self.entry.locale).cldr)


def fill(entry: Entry, given: Mapping[str, Given]) -> Filled:
    """Check the values, take defaults for the rest, and show all of them as the locale writes them.

    Raises:
        InvalidValue: every complaint about every value at once.
    """
    locale = Locale.parse(entry.locale).cldr
    parameters = entry.parameters
    complaints = [_unknown(name, parameters) for name in given if name not in parameters]
    values: dict[str, Value] = {}
    for name, parameter in parameters.items():
        raw = given.get(name, parameter.default)
        try:
            if name in given and parameter.locked and not _same(read_value(parameter, raw), parameter.default):
                complaints.append(f"{name} is fixed by law ({show(parameter, parameter.default, locale)})")
                continue
            values[name] = _value(name, parameter, None if raw is None else read_value(parameter, raw), locale)
        except ValueError as wrong:
            complaints.append(f"{name} {wrong}")
    if complaints:
        raise InvalidValue(entry.id, complaints)
    for citation in entry.citations:
        name = CITATION + citation.key.replace("-", "_")
        values[name] = Value(shown=mark(name, citation.text))
    return Filled(entry, values)


def default_values(parameters: Mapping[ParameterName, Parameter], locale: str) -> dict[str, Value]:
    """What stands in a sentence before a buyer gave anything: start values, and the label where there is none.

    Args:
        parameters: of an item or of a remedy ladder.
        locale: CLDR's name of the locale that writes the figures.
    """
    found: dict[str, Value] = {}
    for name, parameter in parameters.items():
        default = parameter.default
        found[name] = _value(name, parameter, None if default is None else read_value(parameter, default), locale)
    return found


def _same(value: object, default: object) -> bool:
    return value == (Decimal(str(default)) if isinstance(default, float) else default)


def _unknown(name: str, parameters: Mapping[str, Parameter]) -> str:
    near = get_close_matches(name, list(parameters), n=1)
    known = f'did you mean "{near[0]}"?' if near else f"parameters: {', '.join(parameters) or 'none'}"
    return f'has no parameter "{name}" ({known})'


def _value(name: str, parameter: Parameter, value: Given | None, locale: str) -> Value:
    if value is None:
        return Value(shown=mark(name, f"[{parameter.label}]", blank=True), blank=True)
    number = value if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
    key = None
    if isinstance(parameter, BooleanParameter):
        key = "true" if value else "false"
    elif isinstance(parameter, ChoiceParameter):
        key = str(value)
    return Value(shown=mark(name, show(parameter, value, locale)), number=number, key=key)


def read_value(parameter: Parameter, raw: object) -> int | Decimal | bool | str | dt.date:
    """A value as its parameter's type, within its limits.

    Raises:
        ValueError: says what is wrong, to stand behind the parameter's name.
    """
    if isinstance(raw, int) and abs(raw) >= _TOO_LARGE:  # Python does not even print such a number
        raise ValueError("is larger than any figure of a contract (write a number such as 12 or 7.5)")
    match parameter:
        case IntegerParameter() | DurationParameter():
            return _bounded(_whole(raw), parameter)
        case DecimalParameter() | PercentageParameter() | MoneyParameter():
            return _bounded(_decimal(raw), parameter)
        case DateParameter():
            day = _day(raw)
            if parameter.minimum is not None and day < parameter.minimum:
                message = f"is {day}, before {parameter.minimum}"
                raise ValueError(message)
            if parameter.maximum is not None and day > parameter.maximum:
                message = f"is {day}, after {parameter.maximum}"
                raise ValueError(message)
            return day
        case BooleanParameter():
            if isinstance(raw, bool):
                return raw
            if isinstance(raw, str) and raw.strip().lower() in {"true", "false", "yes", "no"}:
                return raw.strip().lower() in {"true", "yes"}
            message = f'is "{raw}" (write true or false)'
            raise ValueError(message)
        case ChoiceParameter():
            keys = [option.key for option in parameter.options]
            if raw in keys:
                return str(raw)
            message = f'is "{raw}" (one of: {", ".join(keys)})'
            raise ValueError(message)
        case TextParameter():
            text = clean_value(str(raw)).strip()
            if not text:
                message = "is empty"
                raise ValueError(message)
            if len(text) > parameter.maximum_length:
                message = f"has {len(text)} characters (at most {parameter.maximum_length})"
                raise ValueError(message)
            return text
        case _:
            assert_never(parameter)


def show(parameter: Parameter, value: object, locale: str) -> str:
    """A value as the readers of a CLDR locale write it."""
    match parameter:
        case IntegerParameter() | DurationParameter():
            return format_integer(_whole(value), locale)
        case DecimalParameter():
            return format_decimal(_decimal(value), locale)
        case PercentageParameter():
            return format_percentage(_decimal(value), locale)
        case MoneyParameter():
            return format_money(_decimal(value), parameter.currency, locale)
        case DateParameter():
            return format_date(_day(value), locale)
        case ChoiceParameter():
            return next((option.label for option in parameter.options if option.key == value), str(value))
        case BooleanParameter():
            return "true" if value else "false"
        case TextParameter():
            return str(value)
        case _:
            assert_never(parameter)


def _whole(raw: object) -> int:
    number = _decimal(raw)
    if number != number.to_integral_value():
        message = f"is {raw} (write a whole number)"
        raise ValueError(message)
    return int(number)


def _decimal(raw: object) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal | str):
        message = f'is "{raw}" (write a number)'
        raise ValueError(message)
    if isinstance(raw, str):
        number = Decimal(raw.strip() if _PLAIN_NUMBER.fullmatch(raw.strip()) else "NaN")
    else:
        number = Decimal(str(raw))
    if not number.is_finite() or abs(number) >= _TOO_LARGE or number.as_tuple().exponent < -MOST_DECIMALS:  # type: ignore[operator]  # finite
        message = f'is "{raw}" (write a number such as 12 or 7.5)'
        raise ValueError(message)
    return number


def _bounded(number: int | Decimal, parameter: Parameter) -> int | Decimal:
    low, high = getattr(parameter, "minimum", None), getattr(parameter, "maximum", None)
    if low is not None and number < Decimal(str(low)):
        message = f"is {number}, below the minimum {low}"
        raise ValueError(message)
    if high is not None and number > Decimal(str(high)):
        message = f"is {number}, above the maximum {high}"
        raise ValueError(message)
    return number


def _day(raw: object) -> dt.date:
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    try:
        return dt.datetime.strptime(str(raw), "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no zone
    except ValueError:
        message = f'is "{raw}" (write a day as YYYY-MM-DD)'
        raise ValueError(message) from None
