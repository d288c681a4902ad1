# SPDX-License-Identifier: Apache-2.0
"""How the page of a released text reads its templates: with the start values, leaving out nothing that is signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.documents.document import Block, NumberedClause, Paragraph, Table
from srpp_criteria.documents.inlines import Emphasis, Text
from srpp_criteria.documents.item_reading import FilledReading, options_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.fill import Filled
    from srpp_criteria.models.item import Condition, Part
    from srpp_criteria.models.scoring import Scoring


class ReleasedReading(FilledReading):
    """A text for its record: parts under any condition, and all worked examples."""

    def __init__(self, filled: Filled, words: Mapping[str, str]) -> None:
        super().__init__(filled, words)
        self._entry, self._names = filled.entry, words

    def part(self, part: Part, clause: NumberedClause) -> list[Block]:
        """The clause, and before it the value with which it stands in the text."""
        return [clause] if part.when is None else [self._condition(part.when), clause]

    def examples(self, scoring: Scoring, table: Table) -> list[Block]:
        """The examples as they were released."""
        return [table] if scoring.examples else []

    def _condition(self, when: Condition) -> Paragraph:
        parameter = self._entry.parameters[when.parameter]
        key = str(when.equals).lower() if isinstance(when.equals, bool) else when.equals
        answer = dict(options_of(parameter, self._names)).get(key, key)
        value = self._names["labelled"].replace("{label}", parameter.label) + answer
        return Paragraph((Emphasis((Text(self._names["site-version-condition"].replace("{value}", value)),)),))
