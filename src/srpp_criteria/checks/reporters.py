# SPDX-License-Identifier: Apache-2.0
"""Diagnostics as text, JSON, GitHub annotations and SARIF."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from srpp_criteria._version import __version__
from srpp_criteria.checks.registry import ITEM_CHECKS, MARKET_CHECKS, OVERLAY_CHECKS, PACK_CHECKS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from srpp_criteria.diagnostics import Diagnostic

SARIF_VERSION = "2.1.0"


def as_text(found: Sequence[Diagnostic]) -> str:
    """One line a finding."""
    return "\n".join(str(diagnostic) for diagnostic in found)


def as_json(found: Sequence[Diagnostic]) -> str:
    """A list of objects."""
    return json.dumps([_fields(diagnostic) for diagnostic in found], ensure_ascii=False, indent=2)


def as_github(found: Sequence[Diagnostic]) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    lines = []
    for diagnostic in found:
        place = diagnostic.place
        head = f"file={_property(place.file)},line={place.line},col={place.column},title={diagnostic.code}"
        hint = f" ({diagnostic.hint})" if diagnostic.hint else ""
        lines.append(f"::{diagnostic.severity.value} {head}::{_message(diagnostic.says + hint)}")
    return "\n".join(lines)


def as_sarif(found: Sequence[Diagnostic]) -> str:
    """A SARIF log with one run."""
    names = {
        one.code: one.name for checks in (ITEM_CHECKS, PACK_CHECKS, MARKET_CHECKS, OVERLAY_CHECKS) for one in checks
    }
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
        "rules": [{"id": code, "name": names.get(code, code)} for code in rules],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": SARIF_VERSION,
        "runs": [{"tool": {"driver": driver}, "results": results, "columnKind": "unicodeCodePoints"}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


REPORTERS: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""Every form by its name."""


def _fields(diagnostic: Diagnostic) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "says": diagnostic.says,
        "hint": diagnostic.hint,
    }


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
