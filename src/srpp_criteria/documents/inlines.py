# SPDX-License-Identifier: Apache-2.0
"""The leaves of a document.

Text, emphasis, links and line breaks are those of `srpp_criteria.wording`: what the wording parser reads stands in a
document as it is. Only a field says more here, because a Word file names it, labels it and offers its choices.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.documents.printable import printable
from srpp_criteria.wording.markers import Field as Value
from srpp_criteria.wording.markers import Text
from srpp_criteria.wording.markup import (
    Block as Flow,
)
from srpp_criteria.wording.markup import (
    Break,
    Emphasis,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Strong,
)

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "Break",
    "Emphasis",
    "Field",
    "Flow",
    "Inline",
    "Link",
    "ListBlock",
    "Paragraph",
    "Strong",
    "Text",
    "Value",
    "as_field",
    "with_fields",
]


@dataclass(frozen=True, slots=True)
class Field(Value):
    """A value that stands in the text and that the reader may change or still has to fill in.

    `name` is `item-id.parameter`; `shown` what stands on paper (for a blank: the prompt; if it is empty, the label);
    `options` are the (key, label) pairs of a choice.
    """

    label: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def on_paper(self) -> str:
        """What stands on paper, on one line."""
        return next(filter(None, map(_on_one_line, (self.shown, self.label, self.name))), "")


def _on_one_line(value: str) -> str:
    return printable(value).replace("\n", " ")


def as_field(value: Value) -> Field:
    """The field itself, or one without label and options for a value that the wording parser has left bare."""
    return value if isinstance(value, Field) else Field(value.name, value.shown, value.blank, label=value.name)


def with_fields(blocks: tuple[Flow, ...], describe: Callable[[Value], Inline]) -> tuple[Flow, ...]:
    """Blocks of the wording parser, each bare value in them replaced by what `describe` makes of it.

    That is a `Field` for a parameter, and plain `Text` for a value that nobody may change, such as a citation.


    >>> from srpp_criteria.wording import mark, parse_markup
    >>> blocks = parse_markup("At most **" + mark("max_tiers", "2") + "** tiers.")
    >>> with_fields(blocks, lambda value: Field("tier-limit." + value.name, value.shown, label="Tiers"))[0].inlines[1]
    Strong(inlines=(Field(name='tier-limit.max_tiers', shown='2', blank=False, label='Tiers', options=()),))
    """
    return tuple(_flow(block, describe) for block in blocks)


def _flow(block: Flow, describe: Callable[[Value], Inline]) -> Flow:
    match block:
        case Paragraph(inlines):
            return Paragraph(_inlines(inlines, describe))
        case ListBlock(ordered, start, items):
            return ListBlock(ordered, start, tuple(with_fields(item, describe) for item in items))


def _inlines(inlines: tuple[Inline, ...], describe: Callable[[Value], Inline]) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case Value():
                found.append(describe(inline))
            case Emphasis(inner):
                found.append(Emphasis(_inlines(inner, describe)))
            case Strong(inner):
                found.append(Strong(_inlines(inner, describe)))
            case Link(target, inner):
                found.append(Link(target, _inlines(inner, describe)))
            case Text() | Break():
                found.append(inline)
    return tuple(found)
