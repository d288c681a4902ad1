# SPDX-License-Identifier: Apache-2.0
"""Change a YAML file that a person wrote, and leave the rest of it as it stands.

Our strict reader goes first, so a bad file is refused with its findings and no anchor or tag comes further. What is
written is read again and compared with what was meant, and every comment must still be there, before the old file is
replaced.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from srpp_criteria.authoring.carried_over import carried_over
from srpp_criteria.authoring.comments import comments_of
from srpp_criteria.authoring.new_values import as_read, tree_of_value
from srpp_criteria.authoring.replacing import replace_file
from srpp_criteria.authoring.round_trip import UnwritableYaml, text_of, tree_of
from srpp_criteria.authoring.trailing import Trailing, put_trailing, take_below, take_trailing
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.source import parse_yaml, read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from srpp_criteria.source import Plain

ValuePath: TypeAlias = "Sequence[str | int]"
"""The way from the top of a file to a value: `("items", 0, "version")`."""

_BOM = "\ufeff"


class YamlFile:
    """One YAML file that is open for changes; nothing is written before `save`.

    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "x.yml").write_text("id: x # kept\\nversion: 1.0.0\\nlog:\\n  - first\\n", encoding="utf-8")
    >>> file = YamlFile.open(folder / "x.yml", root=folder)
    >>> file.set(("version",), "1.1.0")
    >>> file.insert(("log",), "second")
    >>> print(file.text())
    id: x # kept
    version: 1.1.0
    log:
      - second
      - first
    <BLANKLINE>
    """

    def __init__(self, path: Path, text: str, data: Plain) -> None:
        """A file whose text our strict reader has accepted as `data`; use `YamlFile.open`."""
        self._path = path
        self._before = text
        self._data = copy.deepcopy(data)
        self._tree = tree_of(text)
        self._unchanged = text_of(self._tree, like=text)

    @classmethod
    def open(cls, path: Path, *, root: Path) -> YamlFile:
        """Open a file inside of `root`.

        Raises:
            InvalidLibrary: the strict reader refuses the file; its findings say why.
            UnwritableYaml: it cannot be changed by a program.
        """
        read = read_yaml(path, root=root)
        if read.diagnostics:
            raise InvalidLibrary(read.diagnostics)
        text = path.read_bytes().decode("utf-8").removeprefix(_BOM).replace("\r\n", "\n")
        return cls(path, text, read.data)

    @property
    def data(self) -> Plain:
        """What the file will say; a copy."""
        return copy.deepcopy(self._data)

    def set(self, path: ValuePath, value: Plain, *, after: str | None = None) -> None:
        """Change the value at a path; a key that is not there yet is added, at the end or `after` another one.

        Raises:
            KeyError: nothing stands at the path above its last step.
        """
        *around, last = path
        data, tree = self._at(around)
        if isinstance(data, list):
            if not isinstance(last, int) or not 0 <= last < len(data):
                raise KeyError(last)
            data[last] = as_read(value)
            _put(tree, last, value)
            return
        if not isinstance(last, str):
            raise KeyError(last)
        if last in data:
            data[last] = as_read(value)
            _put(tree, last, value)
            return
        keys = list(data)
        position = keys.index(after) + 1 if after in keys else len(keys)
        entries = list(data.items())
        entries.insert(position, (last, as_read(value)))
        data.clear()
        data.update(entries)
        below = take_below(tree, keys[position - 1]) if position else ""
        tree.insert(position, last, _fitting(tree, value))
        put_trailing(tree, last, Trailing("", below))

    def insert(self, path: ValuePath, value: Plain, *, at: Literal["top", "end"] = "top") -> None:
        """Put an entry on top or at the end of the list at a path; a list that is not there yet is made.

        Raises:
            KeyError: nothing stands at the path, or something else than a list.
        """
        *around, last = path
        data, _ = self._at(around)
        if isinstance(data, dict) and last not in data:
            self.set(path, [value])
            return
        entries, tree = self._at(path)
        if not isinstance(entries, list):
            raise KeyError(last)
        if not entries:
            self.set(path, [value])
            return
        if at == "top":
            entries.insert(0, as_read(value))
            tree.insert(0, _fitting(tree, value))
        else:
            entries.append(as_read(value))
            below = take_below(tree, len(tree) - 1)
            tree.append(_fitting(tree, value))
            put_trailing(tree, len(tree) - 1, Trailing("", below))

    def text(self) -> str:
        """The text of the file with all changes.

        Raises:
            UnwritableYaml: it would say something else than was meant, or lose a comment.
        """
        text = carried_over(self._before, self._unchanged, text_of(self._tree, like=self._before))
        read = parse_yaml(text.encode("utf-8", "surrogatepass"), file=self._path.name)
        if read.diagnostics:
            says = f"the changed file could not be read again: {read.diagnostics[0].says}"
            raise UnwritableYaml(says, read.diagnostics[0].hint)
        if _as_json(read.data) != _as_json(self._data):
            raise UnwritableYaml("the changed file would say something else than was meant", "change it by hand")
        if sorted(comments_of(text)) != sorted(comments_of(self._before)):
            raise UnwritableYaml("a comment would be lost", "change the file by hand")
        return text

    def save(self) -> None:
        """Replace the file, whole or not at all.

        Raises:
            UnwritableYaml: see `text`.
            OSError: the file cannot be written.
        """
        text = self.text()
        before = self._path.read_bytes()
        if b"\r\n" in before:
            text = text.replace("\n", "\r\n")
        if before.startswith(_BOM.encode()):
            text = _BOM + text
        replace_file(self._path, text.encode("utf-8"))

    def _at(self, path: ValuePath) -> tuple[Any, Any]:
        """The collection at a path, as data and as tree."""
        data: Any = self._data
        tree = self._tree
        for step in path:
            fits = isinstance(data, dict) if isinstance(step, str) else isinstance(data, list)
            if not fits:
                raise KeyError(step)
            try:
                data, tree = data[step], tree[step]
            except IndexError:
                raise KeyError(step) from None
        if not isinstance(data, (dict, list)):
            raise KeyError(path[-1] if path else "")
        return data, tree


def _put(tree: Any, key: str | int, value: Plain) -> None:
    """Put a value in the place of another one; comments and blank lines behind the old one stay there."""
    trailing = take_trailing(tree, key)
    tree[key] = _fitting(tree, value)
    put_trailing(tree, key, trailing)


def _fitting(tree: Any, value: Plain) -> Any:
    """A value as a tree that may stand in another one, in brackets or not."""
    return tree_of_value(value, in_brackets=bool(tree.fa.flow_style()))


def _as_json(data: Plain) -> str:
    """Data in a form in which 1, 1.0 and true differ."""
    return json.dumps(data, ensure_ascii=True)
