# SPDX-License-Identifier: Apache-2.0
"""The fingerprint of a text: a SHA-256 over the canonical JSON of what a buyer would sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from srpp_criteria.models.signed import LADDER_SIGNED, NOT_SIGNED, fingerprint_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.names import ParameterName
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.models.registers import Ladder


def fingerprint(item: Item, ladder: Ladder | None, locale: str) -> str:
    """SHA-256 in hex over everything of one item in one locale that stands in a tender or contract.

    Guidance, effort, codes and sources may be corrected without making it another text.
    """
    return fingerprint_of(
        {
            "locale": locale,
            "item": item_json(item, without=NOT_SIGNED),
            "ladder": None if ladder is None else ladder_json(ladder, only=LADDER_SIGNED),
        }
    )


def item_json(item: Item, *, without: AbstractSet[str] = frozenset()) -> dict[str, Any]:
    """An item as the register keeps it: what has its default is left out, its kind and the types of figures are not."""
    found = item.model_dump(mode="json", exclude_defaults=True, exclude=set(without))
    return _with_types({"kind": item.kind, **found}, item.parameters)


def ladder_json(ladder: Ladder, *, only: AbstractSet[str] | None = None) -> dict[str, Any]:
    """A remedy ladder as the register keeps it."""
    found = ladder.model_dump(mode="json", exclude_defaults=True, include=None if only is None else set(only))
    return _with_types(found, ladder.parameters)


def _with_types(found: dict[str, Any], parameters: Mapping[ParameterName, Parameter]) -> dict[str, Any]:
    """Put back what tells the branches of a union apart: to Pydantic it is a default like any other."""
    if parameters:
        shown = found["parameters"]
        found["parameters"] = {name: {"type": one.type, **shown[name]} for name, one in parameters.items()}
    return found
