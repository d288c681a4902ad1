# SPDX-License-Identifier: Apache-2.0
"""Editions compiled to JSON that travel in the wheel, and the checkout an editable installation stands in.

data/editions.json           locales in order, and for each entry what `srpp list` prints
data/editions/<locale>.json  a whole edition
data/provenance/<locale>.json  for each entry: address -> [layer, file, line, column]
data/published/<release>/    the register of published texts, as it lies in the checkout
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from srpp_criteria.diagnostics import Diagnostic, Place
from srpp_criteria.errors import InvalidLibrary

if TYPE_CHECKING:
    from srpp_criteria.edition.draft import Origin
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.provenance import Provenance
    from srpp_criteria.models.words import Path as FieldPath
    from srpp_criteria.shelf.register import Register

DATA = Path(__file__).parent / "data"
INDEX = "editions.json"
PUBLISHED = "published"


def is_there() -> bool:
    """Whether the package carries compiled editions that are not older than the files they were made from.

    A wheel has no such files beside it. In a checkout a changed word must be seen at once, so old data is passed over.
    """
    index_file = DATA / INDEX
    if not index_file.is_file():
        return False
    root = Path(__file__).resolve().parents[2]
    if not (root / "criteria").is_dir():
        return True
    made = index_file.stat().st_mtime_ns
    content = (_newest(root / folder, with_folders=True) for folder in ("criteria", "locales"))
    return max(*content, _newest(Path(__file__).parent, with_folders=False)) <= made


def _newest(folder: Path, *, with_folders: bool) -> int:
    """When anything below a folder last changed.

    A deleted file changes its folder. So does a first `__pycache__`, hence folders of code do not count.
    """
    newest = 0
    waiting = [str(folder)]
    while waiting:
        current = waiting.pop()
        try:
            if with_folders:
                newest = max(newest, os.stat(current).st_mtime_ns)
            with os.scandir(current) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name not in {"data", "__pycache__"}:
                            waiting.append(entry.path)
                    elif not entry.name.endswith(".pyc"):
                        newest = max(newest, entry.stat(follow_symlinks=False).st_mtime_ns)
        except FileNotFoundError:
            continue
    return newest


@cache
def index() -> dict[str, dict[str, list[dict[str, Any]]]]:
    """For each locale the rows of `srpp list` and what is missing; small, so that listing needs no models."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = json.loads((DATA / INDEX).read_bytes())
    return found


def locales() -> tuple[str, ...]:
    """Tags of the compiled editions, the master first."""
    return tuple(index())


def edition(locale: str) -> Edition:
    """One compiled edition, validated straight from its bytes."""
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import EditionData

    data = EditionData.model_validate_json((DATA / "editions" / f"{locale}.json").read_bytes())
    entries = {entry.id: entry for entry in data.entries}

    def provenance(item: str) -> Provenance:
        from srpp_criteria.edition.draft import Origin
        from srpp_criteria.edition.provenance import Provenance

        lines = json.loads((DATA / "provenance" / f"{locale}.json").read_bytes())[item]

        def trace(address: str, _: FieldPath) -> Origin:
            layer, file, line, column = lines[address]
            return Origin(layer, Place(file, line, column))

        return Provenance(entries[item], trace)

    return Edition(data, provenance)


def register() -> Register:
    """Every text that was ever released.

    Raises:
        InvalidLibrary: somebody changed it after it was packed.
    """
    from srpp_criteria.shelf.releases import read_register

    found, wrong = read_register(DATA / PUBLISHED, DATA)
    if wrong:
        raise InvalidLibrary(wrong)
    return found


def checkout() -> Path:
    """The checkout this package was installed from in place.

    Raises:
        InvalidLibrary: the package is neither a wheel with data nor an editable installation.
    """
    root = Path(__file__).resolve().parents[2]
    if (root / "criteria").is_dir():
        return root
    place = Place("criteria")
    raise InvalidLibrary([Diagnostic(place, "SRPP101", "there is no folder criteria", "name the folder of a checkout")])
