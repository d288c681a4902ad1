# SPDX-License-Identifier: Apache-2.0
"""The remedy ladders of a locale: in its language, with the figures of its market; made once for a whole edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.draft import Origin
from srpp_criteria.edition.figures import with_market_figures
from srpp_criteria.edition.translate import catalogues_of, translated
from srpp_criteria.models.names import LadderKey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.locale import Locale
    from srpp_criteria.models.registers import Ladder
    from srpp_criteria.shelf.shelf import Shelf


@dataclass(frozen=True, slots=True)
class LocalLadder:
    """A ladder as a locale reads it.

    Attributes:
        ladder: its words and figures; without the market's figures if they do not fit.
        untranslated: addresses without a translation.
        origins: where what differs from the register came from.
        misfit: why the market's figures do not fit the ladder; None if they do.
    """

    ladder: Ladder
    untranslated: frozenset[str]
    origins: Mapping[str, Origin]
    misfit: str | None = None


def local_ladders(shelf: Shelf, locale: Locale) -> dict[str, LocalLadder]:
    """Every ladder of the register, by key."""
    catalogues = catalogues_of(shelf, locale)
    sheets = [shelf.markets[name].value for name in locale.markets if name in shelf.markets]
    found = {}
    for key, base in shelf.registers.ladders.items():
        ladder, untranslated, origins = base, frozenset[str](), dict[str, Origin]()
        if locale.catalogues:
            ladder, untranslated, origins = translated(base, f"remedy-ladders:{key}.", catalogues)
        origins |= _market_origins(shelf, locale, key)
        misfit = None
        try:
            for sheet in sheets:
                ladder = with_market_figures(ladder, sheet.ladder_parameters.get(LadderKey(key), {}))
        except ValueError as unfit:
            misfit = str(unfit)
        found[str(key)] = LocalLadder(ladder, untranslated, origins, misfit)
    return found


def _market_origins(shelf: Shelf, locale: Locale, ladder: str) -> dict[str, Origin]:
    """Where the figures of a ladder stand that a market has changed."""
    origins = {}
    for name in locale.markets:
        sheet = shelf.markets.get(name)
        changes = sheet.value.ladder_parameters.get(LadderKey(ladder), {}) if sheet is not None else {}
        for parameter, change in changes.items():
            for field in change.model_fields_set - {"reason"}:
                place = shelf.markets[name].place(("ladder_parameters", ladder, parameter, field))
                origins[f"parameters.{parameter}.{field}"] = Origin(f"market {name}", place)
    return origins
