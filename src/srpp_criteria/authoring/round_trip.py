# SPDX-License-Identifier: Apache-2.0
"""YAML into a tree that remembers how it was written, and back into the same text.

Every unquoted word is kept as text, letter by letter: what it means is decided by our strict reader alone. So no
market code becomes *false* and no version becomes a number on the way.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import yaml

from srpp_criteria.authoring.events import begin_of, events_of
from srpp_criteria.errors import MissingExtra, SrppError

if TYPE_CHECKING:
    from ruamel.yaml import YAML

Tree = Any
"""What ruamel.yaml makes of a file: mappings and lists with their comments, and scalars with their quotes."""


class UnwritableYaml(SrppError):
    """A file that cannot be changed without harm to what stands around the change; nothing was written."""


def tree_of(text: str) -> Tree:
    """The tree of a text that our strict reader has accepted.

    Raises:
        MissingExtra: ruamel.yaml is not installed.
        UnwritableYaml: ruamel.yaml does not read what libyaml reads.

    >>> tree_of("market: NO # kept\\n")["market"]
    'NO'
    """
    try:
        return _yaml(text).load(text)
    except MissingExtra:
        raise
    except Exception as trouble:  # whatever a second parser stumbles over, the drafter gets one sentence
        raise UnwritableYaml(*_unwritable(trouble)) from trouble


def text_of(tree: Tree, *, like: str) -> str:
    """The text of a tree, with lists indented as in the text it came from.

    >>> text_of(tree_of("a: [NO, 012] # kept\\n"), like="")
    'a: [NO, 012] # kept\\n'
    """
    written = io.StringIO()
    try:
        _yaml(like).dump(tree, written)
    except MissingExtra:
        raise
    except Exception as trouble:  # the same as above
        raise UnwritableYaml(*_unwritable(trouble)) from trouble
    return written.getvalue()


def _unwritable(trouble: Exception) -> tuple[str, str]:
    says = " ".join(str(trouble).split())[:200] or type(trouble).__name__
    return f"the file cannot be changed by a program: {says}", "change it by hand"


def _yaml(like: str) -> YAML:
    try:
        from ruamel.yaml import YAML
        from ruamel.yaml.nodes import ScalarNode
        from ruamel.yaml.resolver import VersionedResolver
        from ruamel.yaml.tag import Tag
    except ImportError as missing:
        raise MissingExtra("changing a YAML file", "authoring") from missing

    text_tag = Tag(suffix="tag:yaml.org,2002:str")

    class WordsAreText(VersionedResolver):
        """Takes every scalar for text."""

        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
            return text_tag if kind is ScalarNode else super().resolve(kind, value, implicit)

    trip = YAML(typ="rt")
    trip.Resolver = WordsAreText
    trip.preserve_quotes = True
    trip.width = 1 << 30  # a line ends where its author ended it
    trip.allow_duplicate_keys = True  # the strict reader has seen to it
    if _has_lists_under_their_keys(like):
        trip.indent(mapping=2, sequence=2, offset=0)
    else:
        trip.indent(mapping=2, sequence=4, offset=2)
    return trip


def _has_lists_under_their_keys(text: str) -> bool:
    """Whether the first list of a mapping stands as far to the left as its key."""
    columns: list[int] = []
    for event in events_of(text):
        if isinstance(event, yaml.CollectionStartEvent):
            column = begin_of(event).column
            if isinstance(event, yaml.SequenceStartEvent) and not event.flow_style and columns and columns[-1] >= 0:
                return columns[-1] == column
            columns.append(column if isinstance(event, yaml.MappingStartEvent) and not event.flow_style else -1)
        elif isinstance(event, yaml.CollectionEndEvent):
            columns.pop()
    return False
