# SPDX-License-Identifier: Apache-2.0
"""Wording: sentences with placeholders, their markup, and figures as a country writes them. Knows strings only.

The way of a text: `check_message` and `check_markup` judge it as it stands in the content; `parse` and
`format_message` make the sentence from values that `figures` has written and `mark` has wrapped; `parse_markup` turns
the sentence into blocks with fields.

Each name is loaded from its module when it is first asked for, and ICU, Babel and markdown-it when they are first
needed: a command that shows no sentence pays for none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from srpp_criteria.wording.fault import FAULT_TITLES, WordingFault
    from srpp_criteria.wording.figures import (
        format_date,
        format_decimal,
        format_integer,
        format_money,
        format_percentage,
    )
    from srpp_criteria.wording.markers import Field, Piece, Text, clean_value, mark, split_fields, strip_marks
    from srpp_criteria.wording.markup import (
        Block,
        Break,
        Emphasis,
        Inline,
        Link,
        ListBlock,
        Paragraph,
        Strong,
        parse_markup,
        plain_inlines,
        plain_text,
    )
    from srpp_criteria.wording.markup_check import check_markup
    from srpp_criteria.wording.message import Message, MessageError, unparse
    from srpp_criteria.wording.message_check import Takes, TakesNumber, TakesOption, TakesText, check_message
    from srpp_criteria.wording.message_parser import parse
    from srpp_criteria.wording.plurals import plural_categories, required_categories
    from srpp_criteria.wording.sentence import Value, format_message

_HOMES = {
    "fault": ("FAULT_TITLES", "WordingFault"),
    "figures": ("format_date", "format_decimal", "format_integer", "format_money", "format_percentage"),
    "markers": ("Field", "Piece", "Text", "clean_value", "mark", "split_fields", "strip_marks"),
    "markup": (
        "Block",
        "Break",
        "Emphasis",
        "Inline",
        "Link",
        "ListBlock",
        "Paragraph",
        "Strong",
        "parse_markup",
        "plain_inlines",
        "plain_text",
    ),
    "markup_check": ("check_markup",),
    "message": ("Message", "MessageError", "unparse"),
    "message_check": ("Takes", "TakesNumber", "TakesOption", "TakesText", "check_message"),
    "message_parser": ("parse",),
    "plurals": ("plural_categories", "required_categories"),
    "sentence": ("Value", "format_message"),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "FAULT_TITLES",
    "Block",
    "Break",
    "Emphasis",
    "Field",
    "Inline",
    "Link",
    "ListBlock",
    "Message",
    "MessageError",
    "Paragraph",
    "Piece",
    "Strong",
    "Takes",
    "TakesNumber",
    "TakesOption",
    "TakesText",
    "Text",
    "Value",
    "WordingFault",
    "check_markup",
    "check_message",
    "clean_value",
    "format_date",
    "format_decimal",
    "format_integer",
    "format_message",
    "format_money",
    "format_percentage",
    "mark",
    "parse",
    "parse_markup",
    "plain_inlines",
    "plain_text",
    "plural_categories",
    "required_categories",
    "split_fields",
    "strip_marks",
    "unparse",
]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    found = globals()[name] = getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    return found
