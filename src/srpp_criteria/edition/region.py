# SPDX-License-Identifier: Apache-2.0
"""A region extends its country: what its sheet does not say, the sheet of the country says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srpp_criteria.models.market import Market

_NAMED_BY: Final = {
    "acts": "key",
    "provisions": "key",
    "transposition": "eu",
    "facts": "key",
    "duties": "key",
    "bodies": "key",
    "terms": "term",
    "cases": "key",
    "sources": "key",
}
"""Lists of a market sheet, and the field by which the region's entry takes the place of the country's."""


def extended(markets: Sequence[Market]) -> Market | None:
    """One sheet out of those of a locale, the country first; None for the master edition."""
    if not markets:
        return None
    whole = markets[0]
    for region in markets[1:]:
        whole = _extended(whole, region)
    return whole


def _extended(country: Market, region: Market) -> Market:
    lists = {}
    for field, name in _NAMED_BY.items():
        own = getattr(region, field)
        taken = {getattr(entry, name) for entry in own}
        lists[field] = (*own, *(entry for entry in getattr(country, field) if getattr(entry, name) not in taken))
    return region.model_copy(
        update={
            **lists,
            "ladders": {**country.ladders, **region.ladders},
            "ladder_parameters": {**country.ladder_parameters, **region.ladder_parameters},
        }
    )
