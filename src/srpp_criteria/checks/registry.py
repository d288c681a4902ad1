# SPDX-License-Identifier: Apache-2.0
"""How a check is written down, and the list of all checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from srpp_criteria.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from srpp_criteria.models.words import Path
    from srpp_criteria.shelf.shelf import Shelf

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong at a field of the file that is checked, and how to mend it."""

    at: Path
    says: str
    hint: str = ""
    code: str = ""
    """Only for a check that stands for a family of codes (the faults of wording)."""


@dataclass(frozen=True, slots=True)
class Check(Generic[T]):
    """One check: its code and name, since when, how heavy, and the function."""

    code: str
    name: str
    since: str
    severity: Severity
    function: Callable[[T, Shelf], Iterator[Finding]]


ITEM_CHECKS: list[Check[Any]] = []
PACK_CHECKS: list[Check[Any]] = []
MARKET_CHECKS: list[Check[Any]] = []
OVERLAY_CHECKS: list[Check[Any]] = []


def check(
    checks: list[Check[Any]], code: str, name: str, *, since: str = "0.1", severity: Severity = Severity.ERROR
) -> Callable[[Callable[[T, Shelf], Iterator[Finding]]], Callable[[T, Shelf], Iterator[Finding]]]:
    """Enter a function in a list of checks under a code that is never used again."""

    def enter(function: Callable[[T, Shelf], Iterator[Finding]]) -> Callable[[T, Shelf], Iterator[Finding]]:
        checks.append(Check(code, name, since, severity, function))
        return function

    return enter
