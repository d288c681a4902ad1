# SPDX-License-Identifier: Apache-2.0
"""Write one release into the register: the whole folder or nothing.

Everything is written into a hidden folder beside its place, forced to the disk, and renamed. A run that is killed on
the way leaves the register as it was; what it wrote is hidden, read by nobody, and removed by the next release.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from srpp_criteria.errors import ReleaseRefused
from srpp_criteria.models.published import Release
from srpp_criteria.shelf.released import dumped
from srpp_criteria.shelf.releases import SEAL, release_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from srpp_criteria.models.base import Day
    from srpp_criteria.models.published import PublishedText
    from srpp_criteria.shelf.register import Register

_UNFINISHED = ".unfinished-"


def next_name(register: Register, day: Day) -> str:
    """The name of a release on this day: the day, from the second release of that day on with a number.

    Raises:
        ReleaseRefused: a later day was released already.
    """
    name = day.isoformat()
    if not register.releases:
        return name
    last, number = release_order(register.releases[-1])
    if last > name:
        raise ReleaseRefused(f"there is a release of {last}", "releases go forward; name that day or a later one")
    return f"{name}-{number + 1}" if last == name else name


def write_release(folder: Path, register: Register, texts: Sequence[PublishedText], day: Day) -> str:
    """Add one release with these texts to the register in `folder`; returns its name.

    Raises:
        ReleaseRefused: a later day was released already, or somebody else released meanwhile.
    """
    name = next_name(register, day)
    folder.mkdir(exist_ok=True)
    remove_unfinished(folder)
    lines: dict[str, list[bytes]] = {}
    for text in texts:
        lines.setdefault(f"{text.locale}.jsonl", []).append(dumped(text) + b"\n")
    files = {file: b"".join(content) for file, content in lines.items()}
    seal = Release(
        released=day,
        previous=register.seal,
        files={file: hashlib.sha256(content).hexdigest() for file, content in sorted(files.items())},
        texts=len(texts),
    )
    with _unfinished(folder) as unfinished:
        for file, content in files.items():
            _write(unfinished / file, content)
        _write(unfinished / SEAL, dumped(seal) + b"\n")
        _to_disk(unfinished)
        if (folder / name).exists():
            raise ReleaseRefused(f"somebody released {name} meanwhile", "run srpp release again")
        unfinished.rename(folder / name)
    _to_disk(folder)
    return name


def remove_unfinished(folder: Path) -> None:
    """Remove what a killed run left behind."""
    for path in folder.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """A hidden folder of its own; what is still there at the end is removed, whatever happened."""
    made = _made(folder)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _made(folder: Path) -> Path:
    from pathlib import Path

    made = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder))
    made.chmod(0o755)  # everybody may read what was released; a temporary folder is for its maker alone
    return made


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _to_disk(folder: Path) -> None:
    """Force the names in a folder to the disk, where a system can do that."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
