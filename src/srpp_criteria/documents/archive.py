# SPDX-License-Identifier: Apache-2.0
"""Zip archives that are the same bytes whenever and wherever they are written."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest moment a zip entry can bear: no clock, no time zone, no difference."""


def sealed(parts: Mapping[str, bytes], first: str) -> bytes:
    """The parts as one archive, `first` in front, the others by name, all with the same date.

    `first` is what a reader looks for at the start: `[Content_Types].xml` (OOXML) or `mimetype`, which ODF wants
    uncompressed so that the format can be told from the first bytes.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != first, name)):
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, also when written on Windows
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, parts[name])
    return out.getvalue()


def unsealed(data: bytes) -> dict[str, bytes]:
    """The parts of an archive we have just written ourselves. Strangers' files go through `read_back`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
