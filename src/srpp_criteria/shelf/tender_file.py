# SPDX-License-Identifier: Apache-2.0
"""Read a tender file, which anybody may have written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from srpp_criteria.errors import InvalidTenderFile
from srpp_criteria.models.tender_file import TenderFile
from srpp_criteria.shelf.validation import validated
from srpp_criteria.source import read_yaml

if TYPE_CHECKING:
    from pathlib import Path

_SHAPE: TypeAdapter[TenderFile] = TypeAdapter(TenderFile)


def read_tender_file(path: Path) -> TenderFile:
    """The selection in a file.

    Raises:
        InvalidTenderFile: it cannot be read, or is not a tender file; every finding is in the error.
    """
    path = path.resolve()
    file = read_yaml(path, root=path.parent)
    read, complaints = validated(file, _SHAPE)
    if read is None:
        raise InvalidTenderFile([*file.diagnostics, *complaints])
    return read.value
