# SPDX-License-Identifier: Apache-2.0
"""Why a file is not taken in: the codes SRPP101 to SRPP119.

| code    | name                | what was found                                                                    |
|---------|---------------------|-----------------------------------------------------------------------------------|
| SRPP101 | `UNREADABLE`        | the file is missing, a folder, not a regular file, or may not be read             |
| SRPP102 | `OUTSIDE`           | a symbolic link or path leads out of the folder that is being read                |
| SRPP103 | `TOO_LARGE`         | more than 256 KiB of YAML, more than 8 MiB of PO                                  |
| SRPP104 | `NOT_UTF8`          | bytes that are not UTF-8                                                          |
| SRPP105 | `NO_TEXT_CHARACTER` | control, private-use, replacement or unassigned-for-ever character                |
| SRPP106 | `DIRECTION`         | a character that reverses the reading direction: text would not say what it shows |
| SRPP107 | `INVISIBLE`         | a character of no width: two texts would look equal and differ                    |
| SRPP108 | `SYNTAX`            | this is not YAML, or not PO                                                       |
| SRPP109 | `EMPTY`             | nothing in the file                                                               |
| SRPP110 | `NO_MAPPING`        | the file is a list or one value, not `name: value` lines                          |
| SRPP111 | `SEVERAL_DOCUMENTS` | a second YAML document in the file                                                |
| SRPP112 | `DIRECTIVE`         | a `%YAML` or `%TAG` line                                                          |
| SRPP113 | `DUPLICATE`         | the same key, or the same PO entry, twice                                         |
| SRPP114 | `KEY_NOT_TEXT`      | a key that is a number, true, false, null, a list or a mapping                    |
| SRPP115 | `ANCHOR`            | an anchor `&name` or its alias `*name`                                            |
| SRPP116 | `MERGE_KEY`         | a merge key `<<`                                                                  |
| SRPP117 | `TAG`               | a tag such as `!name` or `!!python/object`                                        |
| SRPP118 | `TOO_DEEP`          | lists and mappings nested more than 20 deep                                       |
| SRPP119 | `STRAY_NAME`        | a file that looks like content but has a name nobody reads                        |

A refused file has no data at all: half a criterion must never reach a tender.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from srpp_criteria.diagnostics import Diagnostic, Place
from srpp_criteria.source.limits import MAX_REFUSALS


class Refusal(StrEnum):
    """The code of each reason; the table above says what it means."""

    UNREADABLE = "SRPP101"
    OUTSIDE = "SRPP102"
    TOO_LARGE = "SRPP103"
    NOT_UTF8 = "SRPP104"
    NO_TEXT_CHARACTER = "SRPP105"
    DIRECTION = "SRPP106"
    INVISIBLE = "SRPP107"
    SYNTAX = "SRPP108"
    EMPTY = "SRPP109"
    NO_MAPPING = "SRPP110"
    SEVERAL_DOCUMENTS = "SRPP111"
    DIRECTIVE = "SRPP112"
    DUPLICATE = "SRPP113"
    KEY_NOT_TEXT = "SRPP114"
    ANCHOR = "SRPP115"
    MERGE_KEY = "SRPP116"
    TAG = "SRPP117"
    TOO_DEEP = "SRPP118"
    STRAY_NAME = "SRPP119"

    def at(self, place: Place, says: str, hint: str) -> Diagnostic:
        """The diagnostic with this code.

        >>> print(Refusal.EMPTY.at(Place("criteria/food/x.yml"), "the file is empty", "write at least id and kind"))
        criteria/food/x.yml:1:1: SRPP109 the file is empty (write at least id and kind)
        """
        return Diagnostic(place, self.value, says, hint)


@dataclass(slots=True)
class Refusals:
    """The diagnostics of one file while it is being read: in reading order, and not more than a person can use."""

    file: str
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, reason: Refusal, line: int, column: int, says: str, hint: str) -> None:
        """Note one refusal at `line` and `column`, both counted from 1."""
        if not self.are_full():
            self.found.append(reason.at(Place(self.file, line, column), says, hint))

    def are_full(self) -> bool:
        """Whether more would not be kept; dear searches for a good message can then be spared."""
        return len(self.found) >= MAX_REFUSALS

    def in_reading_order(self) -> tuple[Diagnostic, ...]:
        """All refusals by place; equal places keep the order in which they were found."""
        return tuple(sorted(self.found, key=lambda diagnostic: diagnostic.place))
