# SPDX-License-Identifier: Apache-2.0
"""Everything of a text that is signed, field by field: what the fingerprint counts, under addresses that people use.

Generic over the kinds of items: what a kind holds is read from its data, so that a new field is compared, weighed and
shown from the day on which it is signed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from srpp_criteria.models.signed import signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.registers import Ladder

Address: TypeAlias = tuple[str, ...]
"""Names on the way to a field: ("evidence", "chain-chart", "given_by")."""

Leaf: TypeAlias = "str | int | float | bool | tuple[str | int | float | bool, ...]"
"""The value of a field; a list of plain values counts as one field."""

_NAMING = ("id", "key", "mark")
"""Fields by which an entry of a list is called, as in `models.words.entry_name`."""

_NAMED_MAPPINGS = frozenset({"parameters"})
"""Mappings that hold one thing under each name, and not fields of one thing."""

_IDENTITY = frozenset({"id", "version"})
"""Says which text it is; no difference between two texts."""


@dataclass(frozen=True)
class SignedText:
    """The signed fields of a text.

    Attributes:
        fields: value by address, in reading order.
        orders: names of the entries of each list, in their order.
        names: what a person calls an entry: its title or label, otherwise its id.
    """

    fields: dict[Address, Leaf] = field(default_factory=dict)
    orders: dict[Address, tuple[str, ...]] = field(default_factory=dict)
    names: dict[Address, str] = field(default_factory=dict)

    def holds(self, unit: Address) -> bool:
        """Whether there is an entry of a list, or a thing under a name, at an address."""
        return unit in self.names


def signed_text(item: Item, ladder: Ladder | None = None) -> SignedText:
    """The signed fields of an item and of its remedy ladder; defaults of the models are written out.

    >>> from srpp_criteria import Library
    >>> entry = Library.load().edition("en")["construction-subcontracting-tier-limit"]
    >>> signed_text(entry.item).fields[("parameters", "max_tiers", "default")]
    2
    """
    data = signed(
        {
            "item": item.model_dump(mode="json"),
            "ladder": ladder.model_dump(mode="json") if ladder is not None else None,
        }
    )
    found = SignedText()
    for name, value in data["item"].items():
        if name not in _IDENTITY:
            _walk(value, (name,), found)
    if "ladder" in data:
        _walk(data["ladder"], ("ladder",), found)
    return found


def shown_address(address: Address) -> str:
    """An address as people write it: the words of a part are called by the part alone.

    >>> shown_address(("text", "obligation", "text"))
    'text.obligation'
    """
    if address[0] == "text" and address[2:] == ("text",):
        address = address[:2]
    return ".".join(address)


def _walk(value: object, address: Address, found: SignedText) -> None:
    if isinstance(value, dict) and address[0] == "text" and address[2:] == ("when",):
        found.fields[address] = f"{value['parameter']} = {json.dumps(value['equals'], ensure_ascii=False)}"
    elif isinstance(value, dict):
        for name, inner in value.items():
            if address[-1] in _NAMED_MAPPINGS:
                found.names[(*address, name)] = _called(inner, name)
            _walk(inner, (*address, name), found)
    elif isinstance(value, list) and any(isinstance(inner, dict) for inner in value):
        found.orders[address] = names = _entry_names(value)
        for name, inner in zip(names, value, strict=True):
            found.names[(*address, name)] = _called(inner, name)
            own = next((key for key in _NAMING if key in inner), "")  # said by the address already
            _walk({key: field for key, field in inner.items() if key != own}, (*address, name), found)
    else:
        found.fields[address] = tuple(value) if isinstance(value, list) else value  # type: ignore[assignment]  # plain JSON


def _entry_names(values: list[Any]) -> tuple[str, ...]:
    """Each entry's own name or its position; a name that stands twice is numbered, so that nothing is lost."""
    names: list[str] = []
    taken: set[str] = set()
    for position, value in enumerate(values, 1):
        own = next((str(value[name]) for name in _NAMING if name in value), str(position))
        name, number = own, 1
        while name in taken:
            number += 1
            name = f"{own}#{number}"
        taken.add(name)
        names.append(name)
    return tuple(names)


def _called(value: Mapping[str, Any], name: str) -> str:
    return next((str(value[field]) for field in ("title", "label") if field in value), name)
