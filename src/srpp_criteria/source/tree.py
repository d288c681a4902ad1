# SPDX-License-Identifier: Apache-2.0
"""Which files of a checkout are content, in an order that is the same on every machine."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from srpp_criteria.diagnostics import Diagnostic, Place
from srpp_criteria.source.files import is_inside, name_in
from srpp_criteria.source.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_YAML: Final = ".yml"
_PO: Final = ".po"
# x.yaml, x.YML, x.yml.bak, x.yml~, "x.yml (copy)", x.po.orig … but not the licence beside a file (REUSE).
_LOOKS_LIKE: Final = {
    _YAML: re.compile(r"\.ya?ml(?![a-z0-9_-])(?!\.license$)", re.IGNORECASE),
    _PO: re.compile(r"\.po(?![a-z0-9_-])(?!\.license$)", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The content files below some folders, and what is wrong with how files are named or linked.

    Attributes:
        paths: the files, sorted by their POSIX path, each once.
        diagnostics: links that are not followed, names that nobody would read; in the same order.
    """

    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]

    def __iter__(self) -> Iterator[Path]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def yaml_files(root: Path, *folders: str) -> FoundFiles:
    """All `.yml` files below `folders` of `root` (below `root` itself if none is named).

    A folder that does not exist holds no files. Hidden files and folders are passed over. Links to folders are not
    followed, links to files only when they stay inside `root`.
    """
    return _files(root, folders, _YAML)


def po_files(root: Path, *folders: str) -> FoundFiles:
    """All `.po` files below `folders` of `root`, by the same rules as `yaml_files`."""
    return _files(root, folders, _PO)


def _files(root: Path, folders: tuple[str, ...], suffix: str) -> FoundFiles:
    paths: dict[str, Path] = {}
    diagnostics: dict[Diagnostic, None] = {}
    waiting = [root / folder for folder in folders] or [root]
    while waiting:
        folder = waiting.pop()
        if not is_inside(root, folder):
            says, hint = "the folder lies outside of the one that is read", "copy what is needed into the tree"
            diagnostics[Refusal.OUTSIDE.at(Place(name_in(root, folder)), says, hint)] = None
            continue
        try:
            with os.scandir(folder) as entries:
                visible = [entry for entry in entries if not entry.name.startswith(".")]
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            says, hint = "the folder may not be read", "give yourself the right to read it"
            diagnostics[Refusal.UNREADABLE.at(Place(name_in(root, folder)), says, hint)] = None
            continue
        for entry in visible:
            path = folder / entry.name
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
            elif refused := _refused(root, path, entry, suffix):
                diagnostics[refused] = None
            elif entry.name.endswith(suffix):
                paths[name_in(root, path)] = path
    return FoundFiles(
        tuple(path for _, path in sorted(paths.items())),
        tuple(sorted(diagnostics, key=lambda diagnostic: diagnostic.place)),
    )


def _refused(root: Path, path: Path, entry: os.DirEntry[str], suffix: str) -> Diagnostic | None:
    """Why an entry that is no folder must not be taken, or None."""
    place = Place(name_in(root, path))
    if entry.is_symlink() and not is_inside(root, path):
        says, hint = "the symbolic link leads out of the tree", "replace it by the file itself"
        return Refusal.OUTSIDE.at(place, says, hint)
    if entry.is_symlink() and entry.is_dir():
        says, hint = "the symbolic link to a folder is not followed", "put the files themselves here"
        return Refusal.OUTSIDE.at(place, says, hint)
    if not entry.name.endswith(suffix) and _LOOKS_LIKE[suffix].search(entry.name):
        says = f"a file with this name is not read, only files that end in {suffix}"
        return Refusal.STRAY_NAME.at(place, says, f"rename it to end in {suffix}, or delete it")
    return None
