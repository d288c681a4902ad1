# SPDX-License-Identifier: Apache-2.0
"""Rows of `srpp list`, from the compiled index if there is one: no model is loaded then."""

from __future__ import annotations

from typing import Any

from srpp_criteria import shipped
from srpp_criteria.edition.cpv import serves_cpv
from srpp_criteria.errors import UnknownLocale

COLUMNS = ("id", "kind", "level", "version", "title")


def rows_of(locale: str) -> list[dict[str, Any]]:
    """All rows of an edition.

    Raises:
        UnknownLocale: there is no such edition.
    """
    if shipped.is_there():
        if locale not in shipped.index():
            raise UnknownLocale(locale, shipped.locales())
        return shipped.index()[locale]["rows"]
    from srpp_criteria.compiling import row
    from srpp_criteria.library import Library

    return [row(entry) for entry in Library.load().edition(locale)]


def meets(row: dict[str, Any], wanted: dict[str, str | None]) -> bool:
    """Whether a row meets every filter that is given."""
    for name in ("kind", "stage", "level"):
        if wanted.get(name) is not None and row[name] != wanted[name]:
            return False
    sector, topic, cpv = wanted.get("sector"), wanted.get("topic"), wanted.get("cpv")
    return (
        (sector is None or sector in row["sectors"])
        and (topic is None or topic in row["topics"])
        and (cpv is None or serves_cpv(row["cpv"], cpv))
    )


def cells(row: dict[str, Any]) -> list[str]:
    """The printed columns; the stage stands for the kind of a criterion, because that is what a buyer looks for."""
    return [row["id"], row["stage"] or row["kind"], row["level"], row["version"], row["title"]]
