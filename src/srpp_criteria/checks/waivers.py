# SPDX-License-Identifier: Apache-2.0
"""False alarms that a file waives with a reason: which findings they cover, and which of them cover nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from srpp_criteria.diagnostics import Diagnostic, Severity
from srpp_criteria.models.base import Model
from srpp_criteria.models.words import entry_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.checks.registry import Check
    from srpp_criteria.models.waiver import Waiver
    from srpp_criteria.models.words import Path
    from srpp_criteria.shelf.shelved import Shelved

MUST_NOT = "SRPP139"
COVERS_NOTHING = "SRPP138"


class Waived(NamedTuple):
    """A finding that is not reported, and why."""

    finding: Diagnostic
    reason: str


@dataclass(slots=True)
class Waivers:
    """The waivers of one file while its findings come in."""

    file: Shelved[Any]
    waived: list[Waived] = field(default_factory=list)
    _used: set[int] = field(default_factory=set)

    def cover(self, finding: Diagnostic, *, check: Check[Any], address: str, language: str | None) -> bool:
        """Whether a waiver of the file covers a finding; it is then noted with its reason.

        A finding of the item as a whole has no language; a waiver of one language does not cover it.
        """
        if not check.waivable:
            return False
        for position, waiver in enumerate(self.file.value.waivers):
            if waiver.check == finding.code and _fits(waiver, address, language):
                self._used.add(position)
                self.waived.append(Waived(finding, waiver.reason))
                return True
        return False

    def complaints(self, known: Mapping[str, Check[Any]]) -> Iterator[Diagnostic]:
        """Waivers of checks that nobody may waive, and waivers that cover nothing."""
        for position, waiver in enumerate(self.file.value.waivers):
            check = known.get(waiver.check)
            if check is None or not check.waivable:
                says = f"{waiver.check} cannot be waived" if check else f"no check {waiver.check} can be waived"
                place = self.file.place(("waivers", position, "check"))
                yield Diagnostic(place, MUST_NOT, says, "mend what it finds and delete the waiver")
            elif position not in self._used:
                says = f"the waiver of {waiver.check} covers no finding"
                place = self.file.place(("waivers", position))
                yield Diagnostic(place, COVERS_NOTHING, says, "correct at and language, or delete it", Severity.WARNING)


def address_of(value: Any, path: Path) -> str:
    """The address of a field: its path with list positions replaced by the names of the entries.

    >>> from srpp_criteria.models.item import Codes, Part
    >>> address_of(Codes(cpv=("15000000-8",)), ("cpv", 0))
    'cpv.1'
    """
    names: list[str] = []
    for step in path:
        if isinstance(step, int) and isinstance(value, tuple):
            if not step < len(value):
                break
            value = value[step]
            names.append(entry_name(value, step + 1))
        else:
            names.append(str(step))
            value = getattr(value, str(step), None) if isinstance(value, Model) else _inside(value, step)
    if len(names) == len("abc") and names[0] == names[-1] == "text":
        names.pop()  # the text of a part is called by the part alone, as people say it
    return ".".join(names)


def _inside(value: Any, step: str | int) -> Any:
    return value.get(step) if hasattr(value, "get") else None


def _fits(waiver: Waiver, address: str, language: str | None) -> bool:
    at_field = waiver.at is None or address == waiver.at or address.startswith(f"{waiver.at}.")
    return at_field and (waiver.language is None or waiver.language == language)
