# SPDX-License-Identifier: Apache-2.0
"""What is wrong, where, and the way out: one small letter to a busy person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun.

    >>> [counted(number, "error") for number in (0, 1, 2)]
    ['0 errors', '1 error', '2 errors']
    >>> counted(2, "entry", "entries")
    '2 entries'
    """
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


class Severity(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    """The text must not be published like this."""
    WARNING = "warning"
    """Somebody should look; publishing is not stopped."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a source file that a person can jump to.

    `file` is a POSIX path relative to the root that was read; `line` and `column` count from 1.

    >>> str(Place("criteria/food/x.yml", 14, 5))
    'criteria/food/x.yml:14:5'
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where it is, its code, what is wrong, and how to mend it.

    >>> place = Place("criteria/food/x.yml", 14, 5)
    >>> print(Diagnostic(place, "SRPP125", 'stage "awrd" is unknown', 'did you mean "award"?'))
    criteria/food/x.yml:14:5: SRPP125 stage "awrd" is unknown (did you mean "award"?)
    """

    place: Place
    code: str
    says: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.code} {self.says}{hint}"
