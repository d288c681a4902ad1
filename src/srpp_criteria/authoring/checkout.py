# SPDX-License-Identifier: Apache-2.0
"""Where in a checkout things lie that somebody writes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from srpp_criteria import shipped
from srpp_criteria.errors import InvalidLibrary, SrppError, UnknownItem
from srpp_criteria.shelf.reading import NOT_ITEMS

if TYPE_CHECKING:
    from collections.abc import Iterator


class NoCheckout(SrppError):
    """What was asked for changes files, and there is no checkout to change."""

    def __init__(self) -> None:
        super().__init__("there is no checkout of the library here", "go into its folder, the one that holds criteria")


def checkout_around(path: Path) -> Path | None:
    """The checkout a path lies in, or None."""
    return next((folder for folder in (path, *path.parents) if (folder / "criteria").is_dir()), None)


def checkout_here() -> Path:
    """The checkout around the working folder: the only one that a command may change.

    Raises:
        NoCheckout: there is none.
    """
    here = checkout_around(Path.cwd())
    if here is None:
        raise NoCheckout
    return here


def checkout_to_read() -> Path:
    """The checkout around the working folder, otherwise the one this package was installed from in place.

    Raises:
        NoCheckout: there is neither.
    """
    try:
        return checkout_around(Path.cwd()) or shipped.checkout()
    except InvalidLibrary:
        raise NoCheckout from None


def item_files(root: Path) -> Iterator[Path]:
    """The files of all items of a checkout."""
    for folder in sorted((root / "criteria").iterdir()):
        if folder.is_dir() and folder.name not in NOT_ITEMS and not folder.name.startswith("."):
            yield from sorted(folder.glob("*.yml"))


def item_file(root: Path, item: str) -> Path:
    """The file of an item.

    Raises:
        UnknownItem: no file has its name.
    """
    files = {path.stem: path for path in item_files(root)}
    if item not in files:
        raise UnknownItem(item, "en", files)
    return files[item]
