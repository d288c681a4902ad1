# SPDX-License-Identifier: Apache-2.0
"""Run every check over a shelf and give each finding its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from srpp_criteria.checks import chain, drafting, law, markets, structure, versions
from srpp_criteria.checks.languages import check_catalogue, check_interface, check_ladders
from srpp_criteria.checks.registry import (
    ITEM_CHECKS,
    MARKET_CHECKS,
    OVERLAY_CHECKS,
    PACK_CHECKS,
    Check,
)
from srpp_criteria.diagnostics import Diagnostic
from srpp_criteria.source import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved

MODULES = (structure, chain, drafting, law, markets, versions)
"""Importing them enters their checks in the lists."""


def check_shelf(shelf: Shelf) -> list[Diagnostic]:
    """Everything that is wrong with a shelf, reading included, in the order of files and lines."""
    found = list(shelf.diagnostics)
    with uncollected():
        for item in shelf.items.values():
            found += _run(ITEM_CHECKS, item, item.value, shelf)
        for pack in shelf.packs.values():
            found += _run(PACK_CHECKS, pack, pack.value, shelf)
        for market in shelf.markets.values():
            found += _run(MARKET_CHECKS, market, market.value, shelf)
        for overlay in shelf.overlays.values():
            found += _run(OVERLAY_CHECKS, overlay, overlay, shelf)
        found += check_ladders(shelf)
        found += check_interface(shelf)
        for catalogue in shelf.catalogues.values():
            found += check_catalogue(catalogue, shelf)
    return sorted(dict.fromkeys(found), key=lambda diagnostic: (diagnostic.place, diagnostic.code, diagnostic.says))


def _run(checks: list[Check[Any]], file: Shelved[Any], subject: object, shelf: Shelf) -> Iterator[Diagnostic]:
    for one in checks:
        for finding in one.function(subject, shelf):
            yield Diagnostic(file.place(finding.at), finding.code or one.code, finding.says, finding.hint, one.severity)
