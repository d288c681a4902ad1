# SPDX-License-Identifier: Apache-2.0
"""An item whose figures are still open: where a figure, or words that depend on one, will stand.

Python reads the sentence patterns and the markup once; whoever fills the item in later, such as a browser, only chooses
among words that are already a tree. A figure still to come is a `Value` of the document tree, like a filled one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.documents.document import Block, Inlines, NumberedClause, Table
from srpp_criteria.documents.inlines import Flow, Inline, Paragraph, Value, with_fields
from srpp_criteria.edition.fill import CITATION
from srpp_criteria.models.parameter import BooleanParameter, ChoiceParameter, DateParameter, TextParameter
from srpp_criteria.wording import mark, parse, parse_markup, strip_marks
from srpp_criteria.wording.message import Argument, Branch, Count, Literal, Node, Plural, Select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Part
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.models.scoring import Scoring, WorkedExample

_NEVER_CHOOSES = (DateParameter, TextParameter)


@dataclass(frozen=True, slots=True)
class Constant(Value):
    """Words that no parameter changes but that stand apart from their sentence: the citation of a law."""


@dataclass(frozen=True, slots=True)
class OpenPlural(Value):
    """Words chosen by the number of the parameter `name`; a branch for `=0`, `one`, `other` and so on."""

    branches: tuple[tuple[str, Inlines], ...] = ()


@dataclass(frozen=True, slots=True)
class OpenSelect(Value):
    """Words chosen by the answer to the parameter `name`; by its key, or `other`."""

    branches: tuple[tuple[str, Inlines], ...] = ()


@dataclass(frozen=True, slots=True)
class PartClause(NumberedClause):
    """A clause that is a part of the item's text, with the condition under which it is there."""

    part: Part


@dataclass(frozen=True, slots=True)
class ExamplesTable(Table):
    """Worked examples, a row each, with what must hold for a row to be printed."""

    examples: tuple[WorkedExample, ...] = ()


class OpenReading:
    """An item nobody has filled in yet."""

    def __init__(self, entry: Entry) -> None:
        self._entry = entry
        self._parameters = entry.parameters
        self._citations = {CITATION + one.key.replace("-", "_"): one.text for one in entry.citations}

    def flow(self, template: str) -> tuple[Flow, ...]:
        """A template as paragraphs and lists, its figures open.

        Raises:
            ValueError: a template that cannot be filled in afterwards; see `_Compiled`.
        """
        return _Compiled(template, self._parameters, self._citations).blocks()

    def value(self, name: str) -> Inlines:
        """The value to come."""
        return (Value(name, ""),)

    def part(self, part: Part, clause: NumberedClause) -> list[Block]:
        """The clause with its condition."""
        return [PartClause(clause.level, clause.blocks, part)]

    def examples(self, scoring: Scoring, table: Table) -> list[Block]:
        """All examples."""
        return [ExamplesTable(table.header, table.rows, table.caption, table.widths, examples=scoring.examples)]


class _Compiled:
    """A template on its way from pattern to tree: what depends on a figure becomes one letter before Markdown reads it.

    So a figure and the words it chooses are never read as markup together with what stands around them. Words to choose
    from may hold emphasis and links, not paragraphs or lists: that would be another tree for each value.
    """

    def __init__(self, template: str, parameters: Mapping[str, Parameter], citations: Mapping[str, str]) -> None:
        self._template = template
        self._parameters = parameters
        self._citations = citations
        self._nodes: dict[str, Inline] = {}

    def blocks(self) -> tuple[Flow, ...]:
        if "{" not in self._template and "'" not in self._template:
            return parse_markup(self._template)
        return self._read(self._marked(parse(self._template).nodes))

    def _marked(self, nodes: tuple[Node, ...]) -> str:
        return "".join(node.text if isinstance(node, Literal) else self._stand_in(node) for node in nodes)

    def _stand_in(self, node: Argument | Count | Plural | Select) -> str:
        name = f"node_{len(self._nodes)}"
        self._nodes[name] = Value("", "")  # keeps the name while the branches take theirs
        match node:
            case Argument(cited) if cited in self._citations:
                made: Inline = Constant(cited, strip_marks(mark(cited, self._citations[cited])))
            case Argument(parameter) | Count(parameter):
                self._known(parameter)
                made = Value(parameter, "")
            case Plural(parameter, branches):
                self._chooses(parameter, "plural", by_number=True)
                made = OpenPlural(parameter, "", branches=self._branches(branches))
            case Select(parameter, branches):
                self._chooses(parameter, "select", by_number=False)
                made = OpenSelect(parameter, "", branches=self._branches(branches))
        self._nodes[name] = made
        return mark(name, "")

    def _chooses(self, parameter: str, use: str, *, by_number: bool) -> None:
        known = self._known(parameter)
        if isinstance(known, ChoiceParameter | BooleanParameter) is by_number or isinstance(known, _NEVER_CHOOSES):
            raise ValueError(f'"{parameter}" is a {known.type}, no {use} can choose by it: {self._template}')

    def _known(self, parameter: str) -> Parameter:
        if parameter not in self._parameters:
            raise ValueError(f'no parameter "{parameter}" for this template: {self._template}')
        return self._parameters[parameter]

    def _branches(self, branches: tuple[Branch, ...]) -> tuple[tuple[str, Inlines], ...]:
        return tuple((branch.key, self._inlines(branch.nodes)) for branch in branches)

    def _inlines(self, nodes: tuple[Node, ...]) -> Inlines:
        """The words of a branch. A letter before and behind them keeps the spaces at their ends."""
        words = self._marked(nodes)
        if not words:
            return ()
        alone = self._read(words)
        framed = self._read(mark("edge", "") + words + mark("edge", ""))
        if [type(block) for block in (*alone, *framed)] not in ([Paragraph], [Paragraph, Paragraph]):
            raise ValueError(f"words chosen by a value hold paragraphs or a list of their own: {self._template}")
        (paragraph,) = framed
        assert isinstance(paragraph, Paragraph)  # noqa: S101  # for mypy; the line above has seen to it
        return paragraph.inlines[1:-1]

    def _read(self, marked: str) -> tuple[Flow, ...]:
        return with_fields(parse_markup(marked), lambda value: self._nodes.get(value.name, value))
