# SPDX-License-Identifier: Apache-2.0
"""The texts that a pattern can become, with one character for every placeholder: what a reader will see, to check."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final, TypeAlias

from srpp_criteria.wording.message import Literal, Node, Plural, Select

if TYPE_CHECKING:
    from srpp_criteria.wording.message import Message

PLACEHOLDER: Final = "\ue004"
"""Stands for a value in a reading. Private use, so that no content has it and Markdown sees an ordinary letter."""

_Segment: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """One text that a pattern can become, and where each stretch of it stands in the pattern."""

    text: str
    starts: tuple[int, ...] = (0,)
    offsets: tuple[int, ...] = (0,)

    def source_offset(self, position: int) -> int:
        """Where in the pattern the character at `position` of the reading comes from."""
        index = max(bisect_right(self.starts, position) - 1, 0)
        return self.offsets[index] + position - self.starts[index] if self.starts else 0


def readings(message: Message) -> tuple[Reading, ...]:
    """As few readings as show every branch at least once.

    >>> from srpp_criteria.wording.message_parser import parse
    >>> [reading.text for reading in readings(parse("{k, select, a {on paper} other {online}} only"))]
    ['on paper only', 'online only']
    """
    return tuple(_reading(segments) for segments in _variants(message.nodes))


def _variants(nodes: tuple[Node, ...]) -> list[list[_Segment]]:
    """Side by side, choices advance together: three branches beside two make three readings, not six."""
    columns = [_choices(node) for node in nodes]
    height = max((len(column) for column in columns), default=1)
    return [[segment for column in columns for segment in column[row % len(column)]] for row in range(height)]


def _choices(node: Node) -> list[list[_Segment]]:
    if isinstance(node, Plural | Select):
        return [variant for branch in node.branches for variant in _variants(branch.nodes)]
    return [[(node.text if isinstance(node, Literal) else PLACEHOLDER, node.offset)]]


def _reading(segments: list[_Segment]) -> Reading:
    starts = accumulate((len(text) for text, _ in segments[:-1]), initial=0)
    return Reading("".join(text for text, _ in segments), tuple(starts)[: len(segments)], tuple(o for _, o in segments))
