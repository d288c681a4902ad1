# SPDX-License-Identifier: Apache-2.0
"""How an item's templates are read while its blocks are built: with their figures, or still open.

`ItemBlocks` knows which blocks an item has and in which order; a reading knows what a template, a conditional part and
a worked example become. So a document for Word and the one that a browser fills in come from the same lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from srpp_criteria.documents.document import Block, Inlines, NumberedClause, Paragraph, Table
from srpp_criteria.documents.inlines import Field, Flow, Inline, Text, Value, with_fields
from srpp_criteria.edition.figures import example_holds
from srpp_criteria.models.parameter import BooleanParameter, ChoiceParameter
from srpp_criteria.wording import parse_markup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from srpp_criteria.edition.fill import Filled
    from srpp_criteria.models.item import Part
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.models.scoring import Scoring


class ItemReading(Protocol):
    """What the templates of one item become."""

    def flow(self, template: str) -> tuple[Flow, ...]:
        """A template as paragraphs and lists."""

    def value(self, name: str) -> Inlines:
        """The value of one parameter."""

    def part(self, part: Part, clause: NumberedClause) -> list[Block]:
        """A part of the text, as the clause made of it; none if its condition does not hold."""

    def examples(self, scoring: Scoring, table: Table) -> list[Block]:
        """The worked examples, a row each, of which only those may be printed that still earn their points."""


class FilledReading:
    """An item with the figures of one purchase."""

    def __init__(self, filled: Filled, words: Mapping[str, str]) -> None:
        self._filled = filled
        self._words = words

    def flow(self, template: str) -> tuple[Flow, ...]:
        """A template with its figures as fields."""
        return with_fields(parse_markup(self._filled.marked(template)), self._described)

    def value(self, name: str) -> Inlines:
        """The value as a field."""
        shown = with_fields(parse_markup(self._filled.values[name].shown), self._described)
        return tuple(inline for block in shown if isinstance(block, Paragraph) for inline in block.inlines)

    def part(self, part: Part, clause: NumberedClause) -> list[Block]:
        """The clause, if its condition holds."""
        return [clause] if part.when is None or self._filled.holds(part.when) else []

    def examples(self, scoring: Scoring, table: Table) -> list[Block]:
        """The examples that earn their points with the buyer's own figures; no table if none does."""
        numbers: dict[str, Decimal | int | None] = {name: value.number for name, value in self._filled.values.items()}
        pairs = zip(scoring.examples, table.rows, strict=True)
        rows = tuple(row for example, row in pairs if example_holds(scoring, example, numbers))
        return [Table(table.header, rows, table.caption, table.widths)] if rows else []

    def _described(self, value: Value) -> Inline:
        """A bare value as a fillable field; a citation is plain text, nobody fills it in."""
        entry = self._filled.entry
        parameter = entry.parameters.get(value.name)
        if parameter is None:
            return Text(value.shown)
        options = options_of(parameter, self._words)
        return Field(f"{entry.id}.{value.name}", value.shown, value.blank, label=parameter.label, options=options)


def options_of(parameter: Parameter, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The answers of a choice or of yes and no, each with its key; nothing for a parameter of another type."""
    if isinstance(parameter, ChoiceParameter):
        return tuple((option.key, option.label) for option in parameter.options)
    if isinstance(parameter, BooleanParameter):
        return (("true", words["yes"]), ("false", words["no"]))
    return ()
