# SPDX-License-Identifier: Apache-2.0
"""Which files `srpp fmt` takes in hand, and how one of them is replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from srpp_criteria.authoring.checkout import NoCheckout, checkout_around
from srpp_criteria.authoring.formatting import formatted
from srpp_criteria.authoring.replacing import replace_file
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.source import yaml_files
from srpp_criteria.source.files import name_in, read_bytes
from srpp_criteria.source.limits import MAX_YAML_BYTES
from srpp_criteria.source.refusals import Refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

FOLDERS: Final = ("criteria", "locales/markets")
"""Where a checkout holds YAML that people write."""


def files_to_format(paths: Sequence[Path]) -> list[Path]:
    """The files that are named, and those in the folders that are named; without any, those of the checkout.

    Raises:
        NoCheckout: nothing is named, and there is no checkout here.
    """
    found: dict[Path, None] = {}
    if not paths:
        root = checkout_around(Path.cwd())
        if root is None:
            raise NoCheckout
        return [Path(_shown(path)) for path in yaml_files(root, *FOLDERS)]
    for path in paths:
        inside = yaml_files(path) if path.is_dir() else (path,)
        found |= dict.fromkeys(inside)
    return list(found)


def format_file(path: Path, *, write: bool, final: bool = False) -> bool:
    """Whether a file is not yet in the form of the library; with `write` it is afterwards.

    With `final`, that form has no help of `srpp new` in it.

    Raises:
        InvalidLibrary: it cannot be read; it is as it was.
    """
    root = path.parent
    refusals = Refusals(name_in(Path.cwd(), path))
    content = read_bytes(path, root, MAX_YAML_BYTES, refusals)
    if content is None:
        raise InvalidLibrary(refusals.in_reading_order())
    tidy = formatted(content, file=refusals.file, final=final)
    if tidy == content:
        return False
    if write:
        replace_file(path, tidy)
    return True


def _shown(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
