# SPDX-License-Identifier: Apache-2.0
"""Run every check over a shelf, give each finding its place, and leave out what a file waives with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from srpp_criteria.checks import (
    chain,
    coverage,
    drafting,
    drafting_texts,
    evidence,
    law,
    markets,
    packs,
    structure,
    to_dos,
    versions,
)
from srpp_criteria.checks.item_words import words_in
from srpp_criteria.checks.languages import check_catalogue, check_drafting_words, check_interface, check_ladders
from srpp_criteria.checks.register import check_register
from srpp_criteria.checks.registry import (
    FILE_CHECKS,
    ITEM_CHECKS,
    MARKET_CHECKS,
    OVERLAY_CHECKS,
    PACK_CHECKS,
    TEXT_CHECKS,
    TOPIC_CHECKS,
    Check,
    registered,
)
from srpp_criteria.checks.texts import texts_of_item, texts_of_ladders, texts_of_overlay
from srpp_criteria.checks.waivers import Waived, Waivers, address_of
from srpp_criteria.diagnostics import Diagnostic
from srpp_criteria.source import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from srpp_criteria.checks.texts import Text
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved

MODULES = (structure, to_dos, chain, drafting, drafting_texts, evidence, law, coverage, markets, packs, versions)
"""Importing them enters their checks in the lists."""


class Checked(NamedTuple):
    """What is wrong with a shelf, and what its files waive."""

    found: list[Diagnostic]
    waived: list[Waived]


def check_shelf(shelf: Shelf) -> list[Diagnostic]:
    """Everything that is wrong with a shelf, reading included, in the order of files and lines."""
    return checked(shelf).found


def checked(shelf: Shelf) -> Checked:
    """What `check_shelf` finds, and beside it the findings that a file waives."""
    found, waived = list(shelf.diagnostics), list[Waived]()
    known = {one.code: one for one in registered()}
    with uncollected():
        for item in shelf.items.values():
            waivers = Waivers(item)
            found += _run(ITEM_CHECKS, item, item.value, shelf, waivers)
            found += _run_texts(texts_of_item(item, shelf, words_in(item.value)), shelf, waivers)
            found += waivers.complaints(known)
            waived += waivers.waived
        for overlay in shelf.overlays.values():
            waivers = Waivers(overlay)
            found += _run(OVERLAY_CHECKS, overlay, overlay, shelf, waivers)
            found += _run_texts(texts_of_overlay(overlay, shelf), shelf, waivers)
            found += waivers.complaints(known)
            waived += waivers.waived
        for pack in shelf.packs.values():
            found += _run(PACK_CHECKS, pack, pack.value, shelf)
        for market in shelf.markets.values():
            found += _run(MARKET_CHECKS, market, market.value, shelf)
        for files in (shelf.items, shelf.overlays, shelf.packs, shelf.markets):
            for file in files.values():
                found += _run(FILE_CHECKS, file, file, shelf)
        topics = shelf.registers.files.get("topics")
        if topics is not None:
            found += _run(TOPIC_CHECKS, topics, topics.value, shelf)
        found += _run_texts(texts_of_ladders(shelf), shelf)
        found += check_ladders(shelf)
        found += check_register(shelf)
        found += check_interface(shelf)
        found += check_drafting_words(shelf)
        for catalogue in shelf.catalogues.values():
            found += check_catalogue(catalogue, shelf)
    return Checked(
        sorted(dict.fromkeys(found), key=_in_order), sorted(dict.fromkeys(waived), key=lambda one: _in_order(one[0]))
    )


def _in_order(diagnostic: Diagnostic) -> tuple[object, ...]:
    return diagnostic.place, diagnostic.code, diagnostic.says


def _run(
    checks: list[Check[Any]], file: Shelved[Any], subject: object, shelf: Shelf, waivers: Waivers | None = None
) -> Iterator[Diagnostic]:
    for one in checks:
        for finding in one.function(subject, shelf):
            place = file.place(finding.at)
            diagnostic = Diagnostic(place, finding.code or one.code, finding.says, finding.hint, one.severity)
            address = address_of(file.value, finding.at)
            if waivers is None or not waivers.cover(diagnostic, check=one, address=address, language=None):
                yield diagnostic


def _run_texts(texts: Iterable[Text], shelf: Shelf, waivers: Waivers | None = None) -> Iterator[Diagnostic]:
    for text in texts:
        for one in TEXT_CHECKS:
            for finding in one.function(text, shelf):
                diagnostic = Diagnostic(text.place, one.code, finding.says, finding.hint, one.severity)
                covered = waivers is not None and waivers.cover(
                    diagnostic, check=one, address=text.address, language=text.language
                )
                if not covered:
                    yield diagnostic
