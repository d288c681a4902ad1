# SPDX-License-Identifier: Apache-2.0
"""Is a sentence pattern right for its parameters and its language?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from srpp_criteria.wording.fault import WordingFault, did_you_mean
from srpp_criteria.wording.message import CITATION_PREFIX, Literal, MessageError, Plural, Select
from srpp_criteria.wording.message_parser import parse
from srpp_criteria.wording.plurals import CATEGORIES, category_examples, plural_categories

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from decimal import Decimal

    from srpp_criteria.wording.message import Message


@dataclass(frozen=True, slots=True)
class TakesNumber:
    """A parameter whose value is a number between bounds (both included; `None` is open)."""

    minimum: Decimal | int | None = None
    maximum: Decimal | int | None = None
    decimals: bool = False


@dataclass(frozen=True, slots=True)
class TakesOption:
    """A parameter whose value is one of these options; a yes-or-no parameter has `true` and `false`."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakesText:
    """A parameter whose value can only be shown: text or a date."""


Takes: TypeAlias = TakesNumber | TakesOption | TakesText


def check_message(
    pattern: str, *, locale: str, parameters: Mapping[str, Takes], citations: Collection[str] | None = None
) -> Iterator[WordingFault]:
    """Everything that would make the sentence wrong for some allowed value.

    Args:
        pattern: the sentence as it stands in the content.
        locale: CLDR locale of its language; decides which plural forms must be there.
        parameters: what each declared parameter takes.
        citations: the declared placeholders that name a law (`cite_…`); `None` if the caller checks them elsewhere.

    Raises:
        ValueError: CLDR does not know the locale.
    """
    # Most strings have no placeholder; an apostrophe alone can only be wrong before < or >.
    if "{" not in pattern and "}" not in pattern and "'<" not in pattern and "'>" not in pattern:
        return
    try:
        message = parse(pattern)
    except MessageError as broken:
        yield WordingFault("SRPP140", broken.says, broken.hint, broken.offset)
        return
    yield from _undeclared(message, parameters, citations)
    for plural in message.plural_uses:
        takes = parameters.get(plural.name)
        if isinstance(takes, TakesNumber):
            yield from _plural_forms(plural, takes, locale)
        elif takes is not None:
            yield WordingFault(
                "SRPP142",
                f"plural on {plural.name}, which is not a number",
                "use select for options, or {" + plural.name + "} alone",
                plural.offset,
            )
    for select in message.select_uses:
        takes = parameters.get(select.name)
        if isinstance(takes, TakesOption):
            yield from _options(select, takes)
        elif takes is not None:
            way_out = "use plural for numbers" if isinstance(takes, TakesNumber) else "declare it as a choice"
            yield WordingFault("SRPP143", f"select on {select.name}, which is not a choice", way_out, select.offset)


def _undeclared(
    message: Message, parameters: Mapping[str, Takes], citations: Collection[str] | None
) -> Iterator[WordingFault]:
    for name, uses in message.arguments.items():
        if name.startswith(CITATION_PREFIX):
            if not uses <= {"shown"}:
                yield WordingFault(
                    "SRPP148", f"{name} names a law and can only be shown", f"write {{{name}}}", message.offset_of(name)
                )
            elif citations is not None and name not in citations:
                yield WordingFault(
                    "SRPP141",
                    f"placeholder {name} names no law of this text",
                    did_you_mean(name, sorted(citations)),
                    message.offset_of(name),
                )
        elif name not in parameters:
            yield WordingFault(
                "SRPP141",
                f"placeholder {name} is not declared as a parameter",
                did_you_mean(name, sorted(parameters)),
                message.offset_of(name),
            )


def _plural_forms(plural: Plural, takes: TakesNumber, locale: str) -> Iterator[WordingFault]:
    language = plural_categories(locale)
    exact = {int(branch.key[1:]) for branch in plural.branches if branch.key.startswith("=")}
    forms = {branch.key for branch in plural.branches}
    for branch in plural.branches:
        if branch.key.startswith("="):
            if not _allowed(int(branch.key[1:]), takes):
                yield WordingFault(
                    "SRPP149",
                    f"branch {branch.key} of {plural.name} can never be chosen",
                    f"{plural.name} is {_bounds(takes)}",
                    branch.offset,
                )
        elif branch.key not in CATEGORIES:
            yield WordingFault(
                "SRPP145",
                f'"{branch.key}" is not a plural form',
                did_you_mean(branch.key, list(language)),
                branch.offset,
            )
        elif branch.key not in language:
            yield WordingFault(
                "SRPP145",
                f'the language "{locale}" has no plural form "{branch.key}"',
                f"its forms are {', '.join(language)}",
                branch.offset,
            )
    examples = category_examples(locale, takes.minimum, takes.maximum, decimals=takes.decimals)
    for form in language:
        left = [number for number in examples.get(form, ()) if number not in exact]
        if left and form not in forms:
            such_as = ", ".join(str(number) for number in left[:3])
            yield WordingFault(
                "SRPP144",
                f'plural on {plural.name} has no form "{form}", which "{locale}" needs for {such_as}',
                f"add {form} {{…}}",
                plural.offset,
            )


def _options(select: Select, takes: TakesOption) -> Iterator[WordingFault]:
    keys = {branch.key for branch in select.branches}
    for branch in select.branches:
        if branch.key != "other" and branch.key not in takes.options:
            yield WordingFault(
                "SRPP146",
                f'{select.name} has no option "{branch.key}"',
                did_you_mean(branch.key, list(takes.options)),
                branch.offset,
            )
    other = next(branch for branch in select.branches if branch.key == "other")
    missing = [option for option in takes.options if option not in keys]
    if missing and not any(not isinstance(node, Literal) or node.text.strip() for node in other.nodes):
        yield WordingFault(
            "SRPP147",
            f"select on {select.name} has no words for {', '.join(missing)}",
            f"add {missing[0]} {{…}} or fill in other {{…}}",
            select.offset,
        )


def _allowed(number: int, takes: TakesNumber) -> bool:
    return not (takes.minimum is not None and number < takes.minimum) and not (
        takes.maximum is not None and number > takes.maximum
    )


def _bounds(takes: TakesNumber) -> str:
    bounds = [
        *([f"at least {takes.minimum}"] if takes.minimum is not None else []),
        *([f"at most {takes.maximum}"] if takes.maximum is not None else []),
    ]
    return " and ".join(bounds)
