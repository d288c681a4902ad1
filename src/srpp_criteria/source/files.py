# SPDX-License-Identifier: Apache-2.0
"""Bytes of one file, from inside the folder that is read and from nowhere else."""

from __future__ import annotations

import os
import stat
from functools import lru_cache
from typing import TYPE_CHECKING

from srpp_criteria.source.refusals import Refusal, Refusals

if TYPE_CHECKING:
    from pathlib import Path

_KIB = 1024


def name_in(root: Path, path: Path) -> str:
    r"""The POSIX path of a file relative to `root`, as diagnostics show it.

    Outside of `root` only the last part is left, so that no path of a machine gets into a report. A character that
    could forge a report (a line break in a file name) is written as an escape.

    >>> from pathlib import Path
    >>> name_in(Path("checkout"), Path("checkout/criteria/food/x.yml"))
    'criteria/food/x.yml'
    >>> name_in(Path("checkout"), Path("elsewhere/x\n.yml"))
    'x\\n.yml'
    """
    top, full = os.path.abspath(root), os.path.abspath(path)
    if full == top:
        name = "."
    elif full.startswith(inside := top.rstrip(os.sep) + os.sep):
        name = full[len(inside) :].replace(os.sep, "/")
    else:
        name = os.path.basename(full)
    if name.isprintable():
        return name
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)


def is_inside(root: Path, path: Path) -> bool:
    """Whether a path, after all symbolic links are followed, is `root` or below it.

    >>> from pathlib import Path
    >>> is_inside(Path("checkout"), Path("checkout/criteria")), is_inside(Path("checkout"), Path("checkout/../x"))
    (True, False)
    """
    top, real = _real(os.path.abspath(root)), os.path.realpath(path)
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)


@lru_cache(maxsize=16)
def _real(folder: str) -> str:
    return os.path.realpath(folder)


def read_bytes(path: Path, root: Path, limit: int, refusals: Refusals) -> bytes | None:
    """The content of a regular file of at most `limit` bytes inside `root`, or None with the reason in `refusals`."""
    try:
        if not is_inside(root, path):
            says, hint = (
                "the file lies outside of the folder that is read",
                "replace the symbolic link by the file itself",
            )
            refusals.add(Refusal.OUTSIDE, 1, 1, says, hint)
            return None
        # Asked before opening: a named pipe would let us wait for ever.
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            says = "this is a folder" if stat.S_ISDIR(status.st_mode) else "this is not a regular file"
            refusals.add(Refusal.UNREADABLE, 1, 1, says, "name a file")
            return None
        with open(path, "rb", buffering=0) as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        refusals.add(Refusal.UNREADABLE, 1, 1, "there is no such file", "check the name, also its capital letters")
        return None
    except PermissionError:
        refusals.add(Refusal.UNREADABLE, 1, 1, "the file may not be read", "give yourself the right to read it")
        return None
    except (OSError, ValueError) as error:
        # ValueError: a NULL character in the path. Only strerror is shown; str(error) has the path of the machine.
        says = f"the file cannot be read: {getattr(error, 'strerror', None) or 'its name is no file name'}"
        refusals.add(Refusal.UNREADABLE, 1, 1, says, "check the name and the disk")
        return None
    return content if fits(content, limit, refusals) else None


def fits(content: bytes, limit: int, refusals: Refusals) -> bool:
    """Whether the content of a file has at most `limit` bytes; if not, `refusals` says so."""
    if len(content) <= limit:
        return True
    refusals.add(
        Refusal.TOO_LARGE, 1, 1, f"the file is larger than {limit // _KIB} KiB", "split it, one file for each item"
    )
    return False
