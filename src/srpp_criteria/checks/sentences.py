# SPDX-License-Identifier: Apache-2.0
"""A sentence pattern as somebody would read it aloud, and its sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from srpp_criteria.wording import MessageError, parse
from srpp_criteria.wording.message import Argument, Count, Literal, Node, Plural

_END = re.compile(r"\n\s*[-*]\s+|\n{2,}|(?<=[.!?;:])\s+")
NUMBER = "00"
"""What stands for a value: a number, so that a time limit with a parameter is read as one."""


@lru_cache(maxsize=1024)
def sentences(pattern: str, *, message: bool) -> tuple[str, ...]:
    """The sentences of a text; a plural is read in its last form, a choice with all its words.

    >>> sentences("Within {n, plural, one {# day} other {# days}} of the notice. Then:\\n- one", message=True)
    ('Within 00 days of the notice.', 'Then:', 'one')
    """
    words = spoken(pattern) if message and "{" in pattern else pattern
    return tuple(piece for piece in _END.split(words) if piece.strip())


def spoken(pattern: str) -> str:
    """The words of a pattern; one that cannot be read stays as it is, because SRPP140 reports it."""
    try:
        return _read(parse(pattern).nodes)
    except MessageError:
        return pattern


def _read(nodes: tuple[Node, ...]) -> str:
    words = []
    for node in nodes:
        match node:
            case Literal(text):
                words.append(text)
            case Argument() | Count():
                words.append(NUMBER)
            case Plural(_, branches):
                words.append(_read(branches[-1].nodes))
            case _:
                words.append(", ".join(_read(branch.nodes) for branch in node.branches))
    return "".join(words)
