# SPDX-License-Identifier: Apache-2.0
"""What libyaml says, in words that help somebody who writes criteria and not parsers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from srpp_criteria.source.refusals import Refusal, Refusals

if TYPE_CHECKING:
    import yaml

    from srpp_criteria.source.events import Mark


class _Explanation(NamedTuple):
    problem: str
    """How libyaml begins its message."""
    says: str
    hint: str


_QUOTE_IT: Final = "put the whole value in quotes"
_EXPLANATIONS: Final = (
    _Explanation(
        "mapping values are not allowed",
        "a second colon, or a value that is indented under another value",
        'put a value with ": " in quotes, or write it on the next lines after "|"',
    ),
    _Explanation(
        "did not find expected key",
        "this line fits neither the indentation nor the quotes above it",
        "indent it like the lines it belongs to, with spaces; put a value that goes on after a closing quote in quotes",
    ),
    _Explanation(
        "did not find expected '-'",
        "a list goes on without a dash, or with another indentation",
        'begin each entry with "- " below the dash of the entry before',
    ),
    _Explanation(
        "did not find expected ',' or ']'",
        "a list in square brackets is not closed",
        'write "]" at its end and commas between the entries; put text that begins with "[" in quotes',
    ),
    _Explanation(
        "did not find expected ',' or '}'",
        "a mapping in braces is not closed",
        'write "}" at its end and commas between the entries; put text that begins with "{" in quotes',
    ),
    _Explanation(
        "could not find expected ':'",
        "a key without a colon",
        'write "key: value"; indent text that belongs to the line above',
    ),
    _Explanation(
        "block sequence entries are not allowed",
        "a list begins in the middle of a line",
        "begin the list on a line of its own, or put the value in quotes",
    ),
    _Explanation(
        "mapping keys are not allowed",
        "a key begins in the middle of a line",
        "begin it on a line of its own, or put the value in quotes",
    ),
    _Explanation(
        "found unexpected end of stream",
        "a quotation mark that opens here is never closed",
        "close it; write an apostrophe inside '...' twice",
    ),
    _Explanation(
        "found unexpected document indicator",
        "a quotation mark that opens here is never closed",
        "close it; write an apostrophe inside '...' twice",
    ),
    _Explanation(
        "found unknown escape character",
        'a backslash in "..." before a letter that needs none',
        "write the backslash twice or use '...'",
    ),
    _Explanation("found invalid Unicode", "an escape that is no character", "type the character itself"),
    _Explanation("did not find expected hexdecimal", "an escape that is no character", "type the character itself"),
    _Explanation(
        "did not find expected <document start>",
        "text after the end of the content",
        "indent it like the lines it belongs to",
    ),
    _Explanation(
        "did not find expected comment or line break",
        'something follows "|" or ">" on the same line',
        "begin the text on the next line",
    ),
    _Explanation("found a tab", "a tab where spaces must indent", "use spaces; two for each level"),
    _Explanation(
        "did not find expected node content",
        "a value begins with a bracket, a brace or a comma, or is missing",
        _QUOTE_IT,
    ),
)
# Whatever is wrong with a tag, an anchor or a directive: none of them is used here at all.
_REFUSED_ANYWAY: Final = (
    (re.compile("found (unknown directive|incompatible YAML|duplicate %)"), Refusal.DIRECTIVE),
    (re.compile("while (scanning|parsing) a (directive|%|tag directive)"), Refusal.DIRECTIVE),
    (re.compile("while (scanning|parsing) a tag|found undefined tag"), Refusal.TAG),
    (re.compile("while scanning an (anchor|alias)"), Refusal.ANCHOR),
)
_REFUSED_AS: Final = {
    Refusal.DIRECTIVE: ("a line begins with %", "delete it; put a value that begins with % in quotes"),
    Refusal.TAG: ("a value begins with !", _QUOTE_IT),
    Refusal.ANCHOR: ("a value begins with & or *", _QUOTE_IT),
}
# The end of the file is where libyaml notices an open quotation mark; a person looks for where it opens.
_POINTS_AT_OPENING: Final = ("found unexpected end of stream", "found unexpected document indicator")


def refuse_syntax(error: yaml.YAMLError, text: str, refusals: Refusals) -> None:
    """Note why libyaml stopped, where a person would look, and the way out."""
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not readable as YAML")
    context = str(getattr(error, "context", None) or "")
    mark: Mark | None = getattr(error, "problem_mark", None)
    if problem.startswith(_POINTS_AT_OPENING):
        mark = getattr(error, "context_mark", None) or mark
    line, column = _line_and_column(mark, text)
    if problem.startswith("found character that cannot start any token"):
        _refuse_first_character(text, line, column, refusals)
        return
    for message, reason in _REFUSED_ANYWAY:
        if message.match(problem) or message.match(context):
            begin = _line_and_column(getattr(error, "context_mark", None) or mark, text)
            refusals.add(reason, *begin, *_REFUSED_AS[reason])
            return
    if problem.startswith("exceeded maximum nesting depth"):  # libyaml since 0.2.6 stops before we can count
        refusals.add(Refusal.TOO_DEEP, line, column, "lists and mappings are nested far too deep", "use fewer levels")
        return
    for explanation in _EXPLANATIONS:
        if problem.startswith(explanation.problem):
            refusals.add(Refusal.SYNTAX, line, column, explanation.says, explanation.hint)
            return
    says = f"not readable as YAML: {problem} {context}".rstrip()
    refusals.add(Refusal.SYNTAX, line, column, says, "compare with a file that works; most often it is the indentation")


def _line_and_column(mark: Mark | None, text: str) -> tuple[int, int]:
    """Counted from 1, as people do; not behind the last line, where libyaml notices what is missing at the end."""
    last = text.count("\n")
    if mark is None or mark.line > last:
        return last + 1, len(text) - text.rfind("\n")
    return mark.line + 1, mark.column + 1


def _refuse_first_character(text: str, line: int, column: int, refusals: Refusals) -> None:
    character = text.split("\n")[line - 1][column - 1 : column]
    if character == "\t":
        refusals.add(Refusal.SYNTAX, line, column, "a tab where spaces must indent", "use spaces; two for each level")
    else:
        refusals.add(Refusal.SYNTAX, line, column, f"a value cannot begin with {character}", _QUOTE_IT)
