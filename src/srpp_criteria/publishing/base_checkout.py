# SPDX-License-Identifier: Apache-2.0
"""The other side of a comparison: a folder that is there, or a commit whose content is taken out for a while."""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTENT = ("criteria", "locales")


class UnknownBase(ValueError):
    """The base is neither a checkout nor a commit; `base` says what was given."""

    def __init__(self, base: str) -> None:
        self.base = base
        super().__init__(
            f'"{base}" is neither a folder with a checkout nor a commit of this one'
            " (name a folder that holds criteria, or a commit such as origin/main)"
        )


@contextmanager
def base_checkout(base: str, root: Path) -> Iterator[Path]:
    """A folder with the content of the base; of a commit only as long as it is used.

    Args:
        base: a folder that holds `criteria/`, or a commit, branch or tag of the repository around `root`.
        root: the checkout that the base is compared with.

    Raises:
        UnknownBase: it is neither.
    """
    if base and (Path(base) / "criteria").is_dir():
        yield Path(base).resolve()
        return
    # A name that begins with a dash would be an option of git.
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    commit = found.decode("ascii", errors="replace").strip()
    if not commit:
        raise UnknownBase(base)
    folders = [name for name in CONTENT if _git(root, "ls-tree", commit, "--", name)]
    if "criteria" not in folders:
        raise UnknownBase(base)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "base.tar"
        _git(root, "archive", f"--output={archive}", commit, *folders)
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        archive.unlink()
        yield Path(folder)


def _git(root: Path, *arguments: str) -> bytes:
    """What git prints; nothing if it fails or is not there."""
    try:
        # No shell; a commit is verified before it is used, and git is the one of the path.
        command = ["git", *arguments]
        return subprocess.run(command, cwd=root, capture_output=True, check=True).stdout  # noqa: S603
    except (OSError, ValueError, subprocess.CalledProcessError):
        return b""
