# SPDX-License-Identifier: Apache-2.0
"""A template as segments, each a pattern of words, gaps and choices: section 2 of docs/concepts/recognition.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from srpp_criteria.recognition.draft_words import clean, label_end, stops, tokens_of
from srpp_criteria.wording.message import CITATION_PREFIX, Argument, Count, Literal, Plural, Select
from srpp_criteria.wording.message_parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from srpp_criteria.wording.message import Node

Pattern: TypeAlias = "list[Any]"
"""JSON: strings are runs of words, lists are gaps `[kind, name]` and choices `["c", name, key, pattern, …]`."""

FEWEST_WORDS: Final = 4
"""A segment has at least so many words on its top level, if its block has."""

GAP_WORDS: Final = {"n": 1, "d": 3, "t": 4}

_KINDS: Final = {
    "integer": "n",
    "decimal": "n",
    "percentage": "n",
    "money": "n",
    "duration": "n",
    "date": "d",
}


def gap_kind(parameter_type: str) -> str:
    """What may stand in the gap of a parameter: a number, a date, or words."""
    return _KINDS.get(parameter_type, "t")


def segments_of(template: str, kinds: Mapping[str, str], citations: Mapping[str, str]) -> list[Pattern]:
    """The segments of a template, in reading order.

    Args:
        template: an ICU message.
        kinds: `n`, `d` or `t` by the name of a parameter.
        citations: the words of a law by the name of its placeholder.

    >>> segments_of("Within {n, plural, one {# day} other {# days}} of the request to {office}.", {"n": "n"}, {})
    [['within', ['c', 'n', 'one', [['n', 'n'], 'day'], 'other', [['n', 'n'], 'days']], 'of the request to', ['t',
    'office']]]
    """
    if "{" not in template and "'" not in template:
        nodes: Sequence[Node] = (Literal(template),)
    else:
        nodes = _cited(parse(template).nodes, citations)
    cutter = _Cutter(kinds)
    for node in nodes:
        cutter.add(node)
    cutter.end_block()
    return cutter.segments


def plain_segments(words: str) -> list[Pattern]:
    """The segments of words that are no template."""
    cutter = _Cutter({})
    cutter.add(Literal(words))
    cutter.end_block()
    return cutter.segments


def word_count(pattern: Pattern) -> int:
    """The words that a pattern has whatever is chosen; a gap counts as what usually fills it.

    >>> word_count(["at most", ["c", "n", "one", [["n", "n"], "day"], "other", []]])
    4
    """
    count = 0
    for element in pattern:
        if isinstance(element, str):
            count += element.count(" ") + 1
        elif element[0] == "c":
            count += min((word_count(branch) for branch in element[3::2] if branch), default=0)
        else:
            count += GAP_WORDS[element[0]]
    return count


def _cited(nodes: Iterable[Node], citations: Mapping[str, str]) -> list[Node]:
    """Nodes with the words of laws in place of their names, literals side by side joined."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Argument) and node.name.startswith(CITATION_PREFIX) and node.name in citations:
            _join(found, citations[node.name])
        elif isinstance(node, Literal):
            _join(found, node.text)
        else:
            found.append(node)
    return found


def _join(found: list[Node], text: str) -> None:
    if found and isinstance(found[-1], Literal):
        found[-1] = Literal(found[-1].text + text)
    else:
        found.append(Literal(text))


class _Cutter:
    """Collects the elements of a block and cuts them into segments."""

    def __init__(self, kinds: Mapping[str, str]) -> None:
        self.segments: list[Pattern] = []
        self._kinds = kinds
        self._block: list[Pattern] = []
        self._current: Pattern = []
        self._tail = ""
        """What stands behind the last token of the literal before."""

    def add(self, node: Node) -> None:
        if isinstance(node, Literal):
            first, *lines = clean(node.text).split("\n")
            self._words(first, fresh=not self._block and not self._current)
            for line in lines:
                self.end_block()
                self._words(line, fresh=True)
            return
        element = self._element(node)
        if element[0] != "t":  # words of the buyer's own stay with the words before them, which say where they begin
            self._cut_if(self._tail)
        self._current.append(element)
        self._tail = _tail(node)

    def end_block(self) -> None:
        if self._current:
            if self._block and word_count(self._current) < FEWEST_WORDS:
                for element in self._current:
                    _append(self._block[-1], element)
            else:
                self._block.append(self._current)
        self.segments.extend(self._block)
        self._block, self._current, self._tail = [], [], ""

    def _words(self, line: str, *, fresh: bool) -> None:
        label = label_end(line) if fresh else 0
        behind = 0
        for token in tokens_of(line):
            if token.end <= label:
                behind = token.end
                continue
            if self._current:
                self._cut_if(self._tail + line[behind : token.start])
            self._tail = ""
            _append(self._current, token.norm)
            behind = token.end
        self._tail += line[behind:]

    def _cut_if(self, between: str) -> None:
        current = self._current
        if not current or not stops(between) or word_count(current) < FEWEST_WORDS:
            return
        if all(not isinstance(element, str) and element[0] in GAP_WORDS for element in current):
            return  # the buyer's words alone could be any words
        self._block.append(current)
        self._current = []

    def _element(self, node: Node) -> list[Any]:
        if isinstance(node, Plural | Select):
            choice: list[Any] = ["c", node.name]
            for branch in node.branches:
                choice += [branch.key, self._branch(branch.nodes)]
            return choice
        if isinstance(node, Argument | Count):
            return [self._kinds.get(node.name, "t"), node.name]
        raise TypeError(node)

    def _branch(self, nodes: Iterable[Node]) -> Pattern:
        pattern: Pattern = []
        for node in nodes:
            if isinstance(node, Literal):
                for token in tokens_of(clean(node.text)):
                    _append(pattern, token.norm)
            else:
                pattern.append(self._element(node))
        return pattern


def _tail(node: Node) -> str:
    """What stands behind the last token of a choice: the sentence may end inside it.

    The branch for all else is often empty, so the last one that says something is asked.
    """
    if not isinstance(node, Plural | Select):
        return ""
    last = next((branch.nodes[-1] for branch in reversed(node.branches) if branch.nodes), None)
    if not isinstance(last, Literal):
        return ""
    text = clean(last.text)
    tokens = tokens_of(text)
    return text[tokens[-1].end :] if tokens else text


def _append(pattern: Pattern, element: str | list[Any]) -> None:
    """Add an element; a word joins the run before it."""
    if isinstance(element, str) and pattern and isinstance(pattern[-1], str):
        pattern[-1] += f" {element}"
    else:
        pattern.append(element)
