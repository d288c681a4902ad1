# SPDX-License-Identifier: Apache-2.0
"""Sentence patterns: the part of ICU MessageFormat that content may use.

    {name}                                           the value
    {name, plural, =0 {none} one {# tier} other {# tiers}}
    {name, select, paper {on paper} other {online}}

Nothing else: no number, date, time, choice, selectordinal, offset. Content comes from strangers, so there is no
logic in it beyond the choice between ready-made words. Quoting is ICU's: an apostrophe quotes only before a brace (and
before `#` in a plural), so "contractor's" needs no care; `''` is always one apostrophe.

This module is the tree that a pattern is read into (`message_parser`), so that it can be checked (`message_check`) and
rewritten. Choosing the words for a value is ICU's work (`sentence`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias
from typing import Literal as OneOf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CITATION_PREFIX: Final = "cite_"
"""Placeholders that begin so name a law citation, not a parameter."""

Use: TypeAlias = OneOf["shown", "plural", "select"]
"""How a pattern uses an argument: shows it, or chooses words by it."""


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that stand in every reading of the pattern, without quoting."""

    text: str
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Argument:
    """`{name}`: the value of a parameter or the name of a law."""

    name: str
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Count:
    """`#`: the number of the plural directly around it, whose argument is `name`."""

    name: str
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Branch:
    """The words for one plural category (`one`), one exact number (`=0`) or one option (`paper`)."""

    key: str
    nodes: tuple[Node, ...]
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Plural:
    """`{name, plural, …}`: words chosen by a number. Always has a branch `other`."""

    name: str
    branches: tuple[Branch, ...]
    offset: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Select:
    """`{name, select, …}`: words chosen by an option. Always has a branch `other`."""

    name: str
    branches: tuple[Branch, ...]
    offset: int = field(default=0, compare=False)


Node: TypeAlias = Literal | Argument | Count | Plural | Select


class MessageError(ValueError):
    """A pattern that cannot be read: what is wrong, where (characters from 0), and the way out."""

    def __init__(self, says: str, offset: int, hint: str) -> None:
        super().__init__(f"{says} ({hint})")
        self.says = says
        self.offset = offset
        self.hint = hint


@dataclass(frozen=True)
class Message:
    """A pattern that was read. Two messages are equal if their patterns are."""

    pattern: str
    nodes: tuple[Node, ...] = field(compare=False)

    @cached_property
    def plural_uses(self) -> tuple[Plural, ...]:
        """Every plural, outer ones before those inside them."""
        return tuple(node for node in _walk(self.nodes) if isinstance(node, Plural))

    @cached_property
    def select_uses(self) -> tuple[Select, ...]:
        """Every select, outer ones before those inside them."""
        return tuple(node for node in _walk(self.nodes) if isinstance(node, Select))

    @cached_property
    def arguments(self) -> Mapping[str, frozenset[Use]]:
        """Every argument in reading order, with the ways it is used (`#` shows the number).

        >>> from srpp_criteria.wording.message_parser import parse
        >>> sorted(parse("{n, plural, other {# tiers}}").arguments["n"])
        ['plural', 'shown']
        """
        uses: dict[str, set[Use]] = {}
        for node in _walk(self.nodes):
            if isinstance(node, Literal):
                continue
            use: Use = "plural" if isinstance(node, Plural) else "select" if isinstance(node, Select) else "shown"
            uses.setdefault(node.name, set()).add(use)
        return {name: frozenset(ways) for name, ways in uses.items()}

    @cached_property
    def is_simple(self) -> bool:
        """No plural and no select: the sentence has only one form."""
        return not any(isinstance(node, Plural | Select) for node in self.nodes)

    def offset_of(self, name: str) -> int:
        """Where the argument is used first, in characters from the start of the pattern."""
        return next(node.offset for node in _walk(self.nodes) if not isinstance(node, Literal) and node.name == name)


def unparse(nodes: tuple[Node, ...]) -> str:
    """Write a tree as a pattern that reads back as the same tree.

    >>> from srpp_criteria.wording.message_parser import parse
    >>> unparse(parse("the contractor's {n, plural, one{'#'1} other{ # }}").nodes)
    "the contractor''s {n, plural, one {'#'1} other { # }}"
    """
    return _write(nodes, in_plural=False)


def quote(text: str, *, in_plural: bool = False) -> str:
    """Words as a pattern that shows exactly them."""
    special = _SPECIAL_IN_PLURAL if in_plural else _SPECIAL
    return special.sub(_quote_run, text)


_SPECIAL = re.compile(r"[{}']+")
_SPECIAL_IN_PLURAL = re.compile(r"[{}'#]+")


def _quote_run(run: re.Match[str]) -> str:
    doubled = run[0].replace("'", "''")
    return doubled if run[0].strip("'") == "" else f"'{doubled}'"


def _write(nodes: tuple[Node, ...], *, in_plural: bool) -> str:
    parts: list[str] = []
    for node in nodes:
        match node:
            case Literal(text):
                parts.append(quote(text, in_plural=in_plural))
            case Argument(name):
                parts.append(f"{{{name}}}")
            case Count():
                parts.append("#")
            case Plural(name, branches) | Select(name, branches):
                plural = isinstance(node, Plural)
                inner = " ".join(f"{each.key} {{{_write(each.nodes, in_plural=plural)}}}" for each in branches)
                parts.append(f"{{{name}, {'plural' if plural else 'select'}, {inner}}}")
    return "".join(parts)


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if isinstance(node, Plural | Select):
            for branch in node.branches:
                yield from _walk(branch.nodes)
