# SPDX-License-Identifier: Apache-2.0
"""The one door through which YAML comes in.

Bytes are decoded, their characters checked, then `plain_data` builds what they say. Nothing else in the package touches
YAML.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from srpp_criteria.source.characters import text_of
from srpp_criteria.source.files import fits, name_in, read_bytes
from srpp_criteria.source.limits import MAX_YAML_BYTES
from srpp_criteria.source.places import Places
from srpp_criteria.source.plain_data import Plain, plain_data
from srpp_criteria.source.refusals import Refusals

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.diagnostics import Diagnostic

_NO_CONTENT: Final = b""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One YAML file as it was read.

    Attributes:
        file: POSIX path relative to the root that was read.
        data: the content, a mapping at the top; None when the file was refused, and only then.
        places: line and column of every value; knows only the file when it was refused.
        diagnostics: why it was refused, in reading order; empty when it was not.
    """

    file: str
    data: Plain
    places: Places
    diagnostics: tuple[Diagnostic, ...]


def read_yaml(path: Path, *, root: Path) -> SourceFile:
    """Read one YAML file below `root`.

    Never raises for what is in the file, nor for a file that is missing, unreadable or outside of `root`: the
    diagnostics of the result say what is wrong.
    """
    file = name_in(root, path)
    refusals = Refusals(file)
    content = read_bytes(path, root, MAX_YAML_BYTES, refusals)
    if content is None:
        return SourceFile(file, None, Places(file, _NO_CONTENT), refusals.in_reading_order())
    return parse_yaml(content, file=file)


def parse_yaml(content: bytes, *, file: str) -> SourceFile:
    """Read the bytes of one YAML file; `file` is its name in diagnostics.

    >>> parse_yaml(b"market: NO\\nthresholds: [1_000, 12:30, 600000, 2.5]\\n", file="market.yml").data
    {'market': 'NO', 'thresholds': ['1_000', '12:30', 600000, 2.5]}
    >>> print(*parse_yaml(b"id: a\\nid: b\\n", file="a.yml").diagnostics)
    a.yml:2:1: SRPP113 the key "id" stands here and in line 1 (keep one of the two)
    """
    refusals = Refusals(file)
    data: Plain = None
    if fits(content, MAX_YAML_BYTES, refusals) and (text := text_of(content, refusals)) is not None:
        data = plain_data(text, refusals)
    if refusals.found:
        return SourceFile(file, None, Places(file, _NO_CONTENT), refusals.in_reading_order())
    return SourceFile(file, data, Places(file, content), ())
