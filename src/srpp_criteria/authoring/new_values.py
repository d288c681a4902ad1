# SPDX-License-Identifier: Apache-2.0
"""Plain data as YAML that looks as if a drafter had typed it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from srpp_criteria.source import Plain, join_soft_breaks, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence


def tree_of_value(value: Plain, *, in_brackets: bool = False) -> Any:
    """A value as a piece of a tree: words without quotes where they need none, short lists in brackets.

    >>> from srpp_criteria.authoring.round_trip import text_of
    >>> print(text_of(tree_of_value({"version": "1.0", "says": "No: never.", "cpv": ["a"], "locked": True}), like=""))
    version: "1.0"
    says: "No: never."
    cpv: [a]
    locked: true
    <BLANKLINE>
    """
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.scalarstring import PlainScalarString

    if isinstance(value, str):
        return _words(value, in_brackets=in_brackets)
    if isinstance(value, dict):
        tree = CommentedMap()
        for key, inner in value.items():
            tree[_words(key)] = tree_of_value(inner)
        return tree
    if isinstance(value, list):
        return _list(value)
    return PlainScalarString(_plain(value))


def as_read(value: Plain) -> Plain:
    """What our reader makes of a value once it is written: the line ends inside a paragraph are not part of it."""
    if isinstance(value, str):
        return join_soft_breaks(value)
    if isinstance(value, dict):
        return {key: as_read(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_read(inner) for inner in value]
    return value


def needs_quotes(words: str) -> bool:
    """Whether words mean something else without quotes, or break the line they stand in.

    >>> [needs_quotes(words) for words in ("living wage", "NO", "2026-11-22", "1.0", "true", "a: b", "a, b")]
    [False, False, False, True, True, True, False]
    """
    if not words or words != words.strip() or "\n" in words or not words.isprintable():
        return True
    return parse_yaml(f"x: {words}\n".encode("utf-8", "replace"), file="x").data != {"x": words}


def needs_quotes_in_brackets(words: str) -> bool:
    """The same inside of a list or mapping in brackets, where a comma and a bracket mean something."""
    return needs_quotes(words) or parse_yaml(f"x: [{words}, x]\n".encode(), file="x").data != {"x": [words, "x"]}


def _words(words: str, *, in_brackets: bool = False) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString, PlainScalarString

    if "\n" in words.strip("\n") and not in_brackets:
        return LiteralScalarString(words.strip("\n") + "\n")
    quoted = needs_quotes_in_brackets(words) if in_brackets else needs_quotes(words)
    return DoubleQuotedScalarString(words) if quoted else PlainScalarString(words)


def _list(values: Sequence[Plain]) -> Any:
    from ruamel.yaml.comments import CommentedSeq
    from ruamel.yaml.scalarstring import PlainScalarString

    simple = not any(isinstance(value, (dict, list)) or (isinstance(value, str) and "\n" in value) for value in values)
    if not simple:
        return CommentedSeq([tree_of_value(value) for value in values])
    tree = CommentedSeq(
        [
            _words(value, in_brackets=True) if isinstance(value, str) else PlainScalarString(_plain(value))
            for value in values
        ]
    )
    tree.fa.set_flow_style()
    return tree


def _plain(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)
