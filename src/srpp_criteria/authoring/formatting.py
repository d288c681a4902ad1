# SPDX-License-Identifier: Apache-2.0
"""`srpp fmt`: the same file in the form that all files here have.

A formatter that changes a word or loses a note is used once. So each rule is a function from text to text, and what a
rule makes is taken only if it says the same and holds the same comments; otherwise the text stays as the rule found it.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

import yaml

from srpp_criteria.authoring.blocks import laid_out
from srpp_criteria.authoring.commented_yaml import HELP
from srpp_criteria.authoring.comments import comments_of
from srpp_criteria.authoring.events import begin_of, end_of, events_of
from srpp_criteria.authoring.layout import layout_of
from srpp_criteria.authoring.new_values import needs_quotes
from srpp_criteria.authoring.prose_lines import one_sentence_per_line
from srpp_criteria.authoring.round_trip import UnwritableYaml, text_of, tree_of
from srpp_criteria.authoring.trailing import is_collection, put_comment_close
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.source import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

_BOM: Final = "\ufeff"
_TRAILING: Final = re.compile(r"[ \t]+$", re.MULTILINE)
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_EVIDENT: Final = re.compile(r"[^\W\d_][^:#]*", re.DOTALL)
# Other programs read YAML 1.1, in which the market code of Norway is false.
_TRUTHS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_MOST_ROUNDS: Final = 4


def formatted(content: bytes, *, file: str, final: bool = False) -> bytes:
    r"""The content of a YAML file in the form that all files here have; its data and its comments are the same.

    With `final`, the help that `srpp new` wrote into the file is left out.

    Raises:
        InvalidLibrary: our strict reader refuses the file.

    >>> formatted(b"cpv: [ '18100000-0' ]   # kept\r\n\n\n\nsrpp: 1\n", file="x.srpp.yml").decode()
    'srpp: 1\ncpv: ["18100000-0"] # kept\n'
    """
    read = parse_yaml(content, file=file)
    if read.diagnostics:
        raise InvalidLibrary(read.diagnostics)
    original = content.decode("utf-8").removeprefix(_BOM).replace("\r\n", "\n")
    if final:
        original = _without_help(original)
    meaning = _meaning(original)
    layout = layout_of(read.data)
    rules: tuple[Callable[[str], str], ...] = (
        _clean_lines,
        lambda text: _written_anew(text, plain_words=layout.plain_words),
        lambda text: laid_out(text, layout),
    )
    text = original
    for _ in range(_MOST_ROUNDS):
        before = text
        for rule in rules:
            candidate = rule(text)
            if candidate != text and _meaning(candidate) == meaning:
                text = candidate
        if text == before:
            break
    return text.encode("utf-8")


def _without_help(text: str) -> str:
    """A text without the lines of help; a line of a block text that looks like one stays."""
    inside = {
        line
        for event in events_of(text)
        if isinstance(event, yaml.ScalarEvent)
        for line in range(begin_of(event).line + 1, end_of(event).line)
    }
    lines = enumerate(text.splitlines(keepends=True))
    return "".join(line for number, line in lines if number in inside or not line.lstrip(" ").startswith(HELP.strip()))


def _meaning(text: str) -> tuple[str, tuple[str, ...]]:
    """What a text says, and the notes in it; the order of the top level and of comments does not count."""
    read = parse_yaml(text.encode("utf-8"), file="")
    if read.diagnostics or not isinstance(read.data, dict):
        return "", ()
    return json.dumps(dict(sorted(read.data.items()))), tuple(sorted(comments_of(text)))


def _clean_lines(text: str) -> str:
    """No spaces at line ends, no two blank lines, one line end at the end."""
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip("\n") + "\n"


def _written_anew(text: str, *, plain_words: bool) -> str:
    """Indentation of two, quotes only where they help, one sentence per line in a block of prose.

    A list in brackets that its author broke into lines would become one long line; such a file keeps its lines.
    """
    if _has_broken_brackets(text):
        return text
    try:
        tree = tree_of(text)
        _tidy(tree, keeps_quotes=not plain_words)
        return text_of(tree, like="")
    except UnwritableYaml:
        return text


def _has_broken_brackets(text: str) -> bool:
    depth, line = 0, 0
    for event in events_of(text):
        if isinstance(event, yaml.CollectionStartEvent) and (depth or event.flow_style):
            line = line if depth else begin_of(event).line
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent) and depth:
            depth -= 1
            if not depth and end_of(event).line != line:
                return True
    return False


def _tidy(tree: Any, *, keeps_quotes: bool) -> None:
    entries = enumerate(tree) if isinstance(tree, list) else list(tree.items())
    for key, value in entries:
        put_comment_close(tree, key)
        if is_collection(value):
            _tidy(value, keeps_quotes=keeps_quotes or bool(value.fa.flow_style()))
        elif (tidied := _tidied(value, keeps_quotes=keeps_quotes)) is not value:
            tree[key] = tidied


def _tidied(value: Any, *, keeps_quotes: bool) -> Any:
    from ruamel.yaml.scalarstring import (
        DoubleQuotedScalarString,
        LiteralScalarString,
        PlainScalarString,
        SingleQuotedScalarString,
    )

    if isinstance(value, LiteralScalarString):
        lines = one_sentence_per_line(str(value))
        return value if lines == value else LiteralScalarString(lines)
    if not isinstance(value, (DoubleQuotedScalarString, SingleQuotedScalarString)):
        return value
    words = str(value)
    if not keeps_quotes and _EVIDENT.fullmatch(words) and words.lower() not in _TRUTHS and not needs_quotes(words):
        return PlainScalarString(words)
    if isinstance(value, SingleQuotedScalarString) and '"' not in words and "\\" not in words:
        return DoubleQuotedScalarString(words)
    return value
