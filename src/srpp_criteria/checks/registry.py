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
    waivable: bool = False
    """Whether a file may say, with a reason, that a finding is a false alarm."""


ITEM_CHECKS: list[Check[Any]] = []
PACK_CHECKS: list[Check[Any]] = []
MARKET_CHECKS: list[Check[Any]] = []
OVERLAY_CHECKS: list[Check[Any]] = []
TOPIC_CHECKS: list[Check[Any]] = []
"""Checks of the register of topics against the whole shelf."""
TEXT_CHECKS: list[Check[Any]] = []
"""Checks of one text in one language, wherever it stands: in an item, a catalogue, an overlay or a remedy ladder."""
FILE_CHECKS: list[Check[Any]] = []
"""Checks of any file, whatever it describes."""


def registered() -> Iterator[Check[Any]]:
    """Every check that has entered itself in a list."""
    lists = (ITEM_CHECKS, PACK_CHECKS, MARKET_CHECKS, OVERLAY_CHECKS, TOPIC_CHECKS, TEXT_CHECKS, FILE_CHECKS)
    for checks in lists:
        yield from checks


def check(
    checks: list[Check[Any]],
    code: str,
    name: str,
    *,
    since: str = "0.1",
    severity: Severity = Severity.ERROR,
    waivable: bool = False,
) -> Callable[[Callable[[T, Shelf], Iterator[Finding]]], Callable[[T, Shelf], Iterator[Finding]]]:
    """Enter a function in a list of checks under a code that is never used again."""

    def enter(function: Callable[[T, Shelf], Iterator[Finding]]) -> Callable[[T, Shelf], Iterator[Finding]]:
        checks.append(Check(code, name, since, severity, function, waivable))
        return function

    return enter
