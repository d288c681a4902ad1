# SPDX-License-Identifier: Apache-2.0
"""At which line and column each value of a file stands.

Most files are never asked: nothing is wrong with them. So nothing is kept but the bytes, and the first question reads
them again (a quarter of the time that libyaml needs to load them).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

import yaml

from srpp_criteria.diagnostics import Place
from srpp_criteria.source.events import Event, events_of

Path: TypeAlias = Sequence[str | int]
"""The way from the top of a file to a value, by keys and by positions in lists: `("text", 0, "id")`."""

_DICT_KEY: Final = "[key]"


class _Node:
    """A value, where it begins, where its key begins, and what it holds."""

    __slots__ = ("column", "entries", "key_column", "key_line", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line = line
        self.column = column
        self.key_line = line
        self.key_column = column
        self.entries: dict[str | int, _Node] = {}


class Places:
    """Line and column of every key and value of one YAML file.

    >>> places = Places("criteria/food/x.yml", b"id: x\\ntext:\\n  - id: obligation\\n    body: Pay.\\n")
    >>> print(places.value(("text", 0, "body")))
    criteria/food/x.yml:4:11
    >>> print(places.key(("text", 0, "body")))
    criteria/food/x.yml:4:5
    >>> print(places.value(("text", 0, "missing")))
    criteria/food/x.yml:3:5
    """

    __slots__ = ("_content", "_top", "file")

    def __init__(self, file: str, content: bytes) -> None:
        """Places in `content`, which the reader has accepted, or which is empty for a file it refused."""
        self.file = file
        self._content = content
        self._top: _Node | None = None

    def value(self, path: Path) -> Place:
        """Where the value at `path` begins; for a path that does not exist, the nearest value around it."""
        node = self._nearest(path)
        return Place(self.file, node.line, node.column)

    def key(self, path: Path) -> Place:
        """Where the key of the value at `path` begins; in a list the value itself, which has no key."""
        node = self._nearest(path)
        return Place(self.file, node.key_line, node.key_column)

    def of_error(self, location: Path) -> Place:
        """Where a person must look for a pydantic error with this `loc`.

        Pydantic puts names into a `loc` that stand in no file: the branch of a union, a validator, `[key]`. They are
        passed over; a missing field is shown at the mapping that lacks it, a bad key at the key.

        >>> places = Places("x.yml", b"kind: clause\\ntext:\\n  - id: obligation\\n    Body: Pay.\\n")
        >>> print(places.of_error(("clause", "text", 0, "TextPart", "id")))
        x.yml:3:9
        >>> print(places.of_error(("clause", "text", 0, "Body", "[key]")))
        x.yml:4:5
        """
        node = self._tree()
        for step in location:
            inside = node.entries.get(step)
            if inside is not None:
                node = inside
            elif step == _DICT_KEY:
                return Place(self.file, node.key_line, node.key_column)
            elif isinstance(step, int):
                break
        return Place(self.file, node.line, node.column)

    def _nearest(self, path: Path) -> _Node:
        node = self._tree()
        for step in path:
            inside = node.entries.get(step)
            if inside is None:
                break
            node = inside
        return node

    def _tree(self) -> _Node:
        if self._top is None:
            self._top = _read_tree(self._content)
        return self._top


def _read_tree(content: bytes) -> _Node:
    top = _Node(1, 1)
    # Each open mapping or list: its node, whether it is a mapping, and the key that waits for its value.
    open_nodes: list[tuple[_Node, bool]] = []
    key: Event | None = None
    next_event = events_of(content)
    while not isinstance(event := next_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.CollectionEndEvent):
            open_nodes.pop()
        elif isinstance(event, yaml.NodeEvent):
            around, in_mapping = open_nodes[-1] if open_nodes else (top, False)
            if in_mapping and key is None:
                key = event
                continue
            node = _Node(event.start_mark.line + 1, event.start_mark.column + 1)
            if key is not None:
                node.key_line, node.key_column = key.start_mark.line + 1, key.start_mark.column + 1
                around.entries[key.value] = node
                key = None
            elif open_nodes:
                around.entries[len(around.entries)] = node
            else:
                top = node
            if isinstance(event, yaml.CollectionStartEvent):
                open_nodes.append((node, isinstance(event, yaml.MappingStartEvent)))
    return top
