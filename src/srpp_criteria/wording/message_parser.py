# SPDX-License-Identifier: Apache-2.0
"""Reads sentence patterns, and refuses with a plain answer whatever content may not use.

Own and small, because ICU's parser allows more than content may, and says "U_PATTERN_SYNTAX_ERROR" to a lawyer. What
passes here, ICU reads in the same way: a property test compares them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NoReturn
from typing import Literal as OneOf

from srpp_criteria.wording.message import Argument, Branch, Count, Literal, Message, MessageError, Node, Plural, Select

MAX_DEPTH: Final = 4
"""How deep plural and select may stand in each other; nobody can review more."""

_SYNTAX = re.compile(r"[{}']")
_WORDS = re.compile(r"[^{}'#]+")
_QUOTED = re.compile(r"'((?:[^']++|'')*+)'")
_SPACE = re.compile(r"[ \t\r\n]*+")
_WRITTEN_NAME = re.compile(r"[^\s{},#']*+")
_WRITTEN_KEY = re.compile(r"[^\s{}]*+")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_EXACT = re.compile(r"=(?:0|[1-9][0-9]{0,8})")
_KEY = re.compile(r"[A-Za-z0-9_]+")

_ALLOWED: Final = "allowed are {name}, {name, plural, …} and {name, select, …}"
_KIND_HINTS: Final = {
    "number": "write {name}: numbers are formatted for the reader's country by themselves",
    "date": "write {name}: dates are formatted for the reader's country by themselves",
    "time": "write {name}: dates are formatted for the reader's country by themselves",
    "choice": "use plural for numbers and select for options",
    "selectordinal": "write the sentence without 1st, 2nd, 3rd, or use a choice parameter with select",
}


def parse(pattern: str) -> Message:
    """Read a sentence pattern.

    Raises:
        MessageError: the pattern is broken or uses more of ICU MessageFormat than content may.

    >>> parse("At most {max_tiers} tiers.").nodes[1]
    Argument(name='max_tiers', offset=8)
    """
    if not _SYNTAX.search(pattern):
        return Message(pattern, (Literal(pattern),) if pattern else ())
    return _parse(pattern)


@lru_cache(maxsize=8192)
def _parse(pattern: str) -> Message:
    return Message(pattern, _Reader(pattern).message())


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the words being read: `#` and the depth limit depend on it."""

    kind: OneOf["text", "plural", "select"] = "text"
    plural: str | None = None
    """Argument of the nearest plural, also across a select."""
    depth: int = 0


class _Reader:
    """One pass over one pattern, left to right; `at` is the next character."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def message(self) -> tuple[Node, ...]:
        nodes = self.words(_Around())
        if self.next:
            self.refuse("} closes nothing", "write '}' between apostrophes if the brace itself is meant")
        return nodes

    @property
    def next(self) -> str:
        """The next character; nothing at the end."""
        return self.pattern[self.at : self.at + 1]

    def take(self, expected: re.Pattern[str]) -> str:
        """What matches here, perhaps nothing; the position moves behind it."""
        found = expected.match(self.pattern, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found[0]

    def refuse(self, says: str, hint: str, at: int | None = None) -> NoReturn:
        raise MessageError(says, self.at if at is None else at, hint)

    def words(self, around: _Around) -> tuple[Node, ...]:
        """Read until the end or until a `}` that closes the branch."""
        nodes: list[Node] = []
        literal, literal_at = "", self.at
        while self.next not in ("", "}"):
            if self.next == "{" or (self.next == "#" and around.plural):
                if literal:
                    nodes.append(Literal(literal, literal_at))
                nodes.append(self.placeholder(around) if self.next == "{" else self.count(around))
                literal, literal_at = "", self.at
            elif self.next == "'":
                literal += self.apostrophe(around)
            elif self.next == "#":
                literal += "#"
                self.at += 1
            else:
                literal += self.take(_WORDS)
        if literal:
            nodes.append(Literal(literal, literal_at))
        return tuple(nodes)

    def apostrophe(self, around: _Around) -> str:
        """The characters that an apostrophe stands for: itself, or the quotation that it begins."""
        start = self.at
        self.at += 1
        if self.next == "'":
            self.at += 1
            return "'"
        if self.next and self.next in "<>":
            # ICU shows both characters, the browser's formatter begins a quotation: refuse what reads two ways.
            self.refuse(f"' stands directly before {self.next}", "write ’ or put a space between", start)
        if self.next and (self.next in "{}" or (self.next == "#" and around.kind == "plural")):
            found = _QUOTED.match(self.pattern, start)
            if found is None:
                self.refuse(
                    f"' before {self.next} begins a quotation that does not end",
                    f"close it with a second ', or write ’ if an apostrophe is meant before {self.next}",
                    start,
                )
            self.at = found.end()
            return found[1].replace("''", "'")
        return "'"

    def count(self, around: _Around) -> Count:
        if around.kind == "select" or around.plural is None:
            # ICU would print the character itself here, which no author means.
            self.refuse("# inside a select does not show the number", f"write {{{around.plural}}} instead of #")
        self.at += 1
        return Count(around.plural, self.at - 1)

    def placeholder(self, around: _Around) -> Argument | Plural | Select:
        start = self.at
        self.at += 1
        self.take(_SPACE)
        name_at = self.at
        name = self.take(_WRITTEN_NAME)
        if not name:
            self.refuse("{ is not followed by a name", f"{_ALLOWED}; write '{{' if the brace itself is meant", start)
        if not _NAME.fullmatch(name):
            self.refuse(
                f'"{name}" cannot name a placeholder',
                "small letters, digits and underscores, beginning with a letter",
                name_at,
            )
        self.take(_SPACE)
        if not self.next:
            self.refuse(f"{{{name} is not closed", f"write {{{name}}}", start)
        if self.next not in "},":
            self.refuse(f"{{{name} is followed by something unexpected", _ALLOWED)
        if self.next == ",":
            return self.choice(name, start, around)
        self.at += 1
        return Argument(name, start)

    def choice(self, name: str, start: int, around: _Around) -> Plural | Select:
        self.at += 1
        self.take(_SPACE)
        kind_at = self.at
        kind = self.take(_WRITTEN_NAME)
        self.take(_SPACE)
        if kind not in ("plural", "select"):
            hint = _KIND_HINTS.get(kind, _ALLOWED).replace("{name}", f"{{{name}}}")
            self.refuse(f'placeholder kind "{kind}" is not allowed', hint, kind_at)
        if self.next != ",":
            self.refuse(f"{kind} has no branches", f"write {{{name}, {kind}, … other {{…}}}}")
        self.at += 1
        if around.depth == MAX_DEPTH:
            self.refuse(f"plural and select stand more than {MAX_DEPTH} deep in each other", "split the text", start)
        if kind == "plural":
            return Plural(name, self.branches(name, start, _Around("plural", name, around.depth + 1)), start)
        return Select(name, self.branches(name, start, _Around("select", around.plural, around.depth + 1)), start)

    def branches(self, name: str, start: int, around: _Around) -> tuple[Branch, ...]:
        branches: dict[str, Branch] = {}
        while branch := self.branch(name, start, around):
            if branch.key in branches:
                self.refuse(f'branch "{branch.key}" stands twice', "remove one of them", branch.offset)
            branches[branch.key] = branch
        if "other" not in branches:
            says = f"{around.kind} on {name} has no branch other"
            self.refuse(says, "add other {…}: it serves all that is left", start)
        return tuple(branches.values())

    def branch(self, name: str, start: int, around: _Around) -> Branch | None:
        """The next branch, or nothing if the choice ends here."""
        self.take(_SPACE)
        key_at = self.at
        key = self.take(_WRITTEN_KEY)
        self.take(_SPACE)
        if not self.next:
            self.refuse(f"{{{name}, {around.kind}, … is not closed", "add the missing }", start)
        if self.next == "}" and not key:
            self.at += 1
            return None
        self.check_key(key, key_at, around)
        if self.next != "{":
            self.refuse(f'branch "{key}" has no words', f"write {key} {{…}}", key_at)
        self.at += 1
        nodes = self.words(around)
        if not self.next:
            self.refuse(f'branch "{key}" is not closed', "add the missing }", key_at)
        self.at += 1
        return Branch(key, nodes, key_at)

    def check_key(self, key: str, at: int, around: _Around) -> None:
        plural = around.kind == "plural"
        if not key:
            self.refuse("a branch has no name", f"write {'one' if plural else 'option'} {{…}}", at)
        if key.startswith("offset:"):
            self.refuse("offset: is not allowed", "write the sentence with the number itself", at)
        if plural and key.startswith("="):
            if not _EXACT.fullmatch(key):
                self.refuse(f'"{key}" is not an exact number', "write = and a whole number, such as =0", at)
        elif not _KEY.fullmatch(key):
            self.refuse(f'"{key}" cannot name a branch', "letters, digits and underscores only", at)
