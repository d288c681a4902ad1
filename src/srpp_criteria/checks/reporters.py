# SPDX-License-Identifier: Apache-2.0
"""Diagnostics as text, JSON, GitHub annotations and SARIF, each with the way to the page of its code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from srpp_criteria._version import __version__
from srpp_criteria.checks.addresses import PageAddresses
from srpp_criteria.checks.pages import explained

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from srpp_criteria.checks.waivers import Waived
    from srpp_criteria.diagnostics import Diagnostic

SARIF_VERSION = "2.1.0"


NOWHERE = PageAddresses(None)


def as_text(found: Sequence[Diagnostic], pages: PageAddresses = NOWHERE) -> str:
    """One line a finding."""
    del pages  # the closing line of the command names the way; addresses would hide the findings
    return "\n".join(str(diagnostic) for diagnostic in found)


def as_linked_text(found: Sequence[Diagnostic], pages: PageAddresses = NOWHERE) -> str:
    """One line a finding, for a terminal in which a code can be clicked (OSC 8)."""
    lines = []
    for diagnostic in found:
        address, code = pages.of(diagnostic.code), diagnostic.code
        link = f"\x1b]8;;{address}\x1b\\{code}\x1b]8;;\x1b\\" if address else code
        lines.append(str(diagnostic).replace(f": {code} ", f": {link} ", 1))
    return "\n".join(lines)


def as_json(found: Sequence[Diagnostic], pages: PageAddresses = NOWHERE) -> str:
    """A list of objects."""
    return json.dumps([_fields(diagnostic, pages) for diagnostic in found], ensure_ascii=False, indent=2)


def as_github(found: Sequence[Diagnostic], pages: PageAddresses = NOWHERE) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    lines = []
    for diagnostic in found:
        place = diagnostic.place
        head = f"file={_property(place.file)},line={place.line},col={place.column},title={diagnostic.code}"
        hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
        address = pages.of(diagnostic.code)
        more = f"\n{address}" if address else ""
        lines.append(f"::{diagnostic.severity.value} {head}::{_message(diagnostic.says + hint + more)}")
    return "\n".join(lines)


def as_sarif(found: Sequence[Diagnostic], pages: PageAddresses = NOWHERE) -> str:
    """A SARIF log with one run."""
    rules = sorted({diagnostic.code for diagnostic in found})
    results = [
        {
            "ruleId": diagnostic.code,
            "ruleIndex": rules.index(diagnostic.code),
            "level": diagnostic.severity.value,
            "message": {"text": diagnostic.says + (f" ({diagnostic.hint})" if diagnostic.hint else "")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": diagnostic.place.file},
                        "region": {"startLine": diagnostic.place.line, "startColumn": diagnostic.place.column},
                    }
                }
            ],
        }
        for diagnostic in found
    ]
    driver = {
        "name": "srpp",
        "version": __version__,
        "rules": [_rule(code, pages) for code in rules],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": SARIF_VERSION,
        "runs": [{"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def waived_as_text(waived: Sequence[Waived]) -> str:
    """One line a finding that a file waives, and the reason below it."""
    return "\n".join(f"{finding}\n    waived: {' '.join(reason.split())}" for finding, reason in waived)


def waived_as_json(waived: Sequence[Waived], pages: PageAddresses = NOWHERE) -> str:
    """A list of objects, each with its reason."""
    fields = [{**_fields(finding, pages), "reason": reason} for finding, reason in waived]
    return json.dumps(fields, ensure_ascii=False, indent=2)


REPORTERS: dict[str, Callable[[Sequence[Diagnostic], PageAddresses], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Every form by its name."""


def _rule(code: str, pages: PageAddresses) -> dict[str, Any]:
    one, address = explained().get(code), pages.of(code)
    rule: dict[str, Any] = {"id": code, "name": one.name if one else code}
    if one is not None:
        rule["shortDescription"] = {"text": one.says}
    if address is not None:
        rule["helpUri"] = address
    return rule


def _fields(diagnostic: Diagnostic, pages: PageAddresses) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "says": diagnostic.says,
        "hint": diagnostic.hint,
        "page": pages.of(diagnostic.code),
    }


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
