# SPDX-License-Identifier: Apache-2.0
"""What of an entry is signed, and its fingerprint: pure functions over JSON, so that old lines need no new models.

A fingerprint that was released must come out the same for ever. Hence three rules:

- what is absent, null or empty counts as the same, so that a new field of a model changes nothing where nobody uses it;
- a whole number is a whole number, written as 7 or as 7.0;
- lists of names below say what is left out; a name is added there only before a release could have used it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_SIGNED = frozenset(
    {
        "status",
        "superseded_by",
        "sunset",
        "sectors",
        "topics",
        "level",
        "intent",
        "guidance",
        "related",
        "legal_basis",
        "codes",
        "crosswalk",
        "sources",
        "changelog",
        "reviews",
        "waivers",
    }
)
"""Fields of an item that may be mended without making it another text."""

_INNER_NOT_SIGNED = {
    "parameters": frozenset({"basis", "help"}),
    "evidence": frozenset({"effort"}),
    "remedies": frozenset({"ladder", "figures", "note"}),
}
"""Fields of fields. The ladder of a clause is signed by its words and figures, not by the name it has here."""

LADDER_SIGNED = frozenset({"steps", "parameters", "skip_rule", "cap_rule"})
"""Fields of a remedy ladder that stand in the contract."""


def fingerprint_of(entry: Mapping[str, Any]) -> str:
    """SHA-256 in hex over the canonical JSON of what is signed of an entry.

    >>> text = {"locale": "en", "item": {"id": "fair-pay", "version": "1.0.0", "title": "Fair pay"}}
    >>> more = {"locale": "en", "item": {**text["item"], "status": "reviewed", "brand_new": None}, "note": "Kept."}
    >>> fingerprint_of(text) == fingerprint_of(more)
    True
    """
    return hashlib.sha256(canonical(signed(entry))).hexdigest()


def signed(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The part of an entry that a buyer would sign: the locale, words and figures of the item, and of its ladder.

    >>> signed({"locale": "en", "item": {"id": "fair-pay", "topics": ["pay"]}, "revision": 2, "ladder": None})
    {'locale': 'en', 'item': {'id': 'fair-pay'}}
    """
    item, ladder = entry.get("item"), entry.get("ladder")
    found: dict[str, Any] = {"locale": entry.get("locale")}
    if isinstance(item, dict):
        found["item"] = _item_signed(item)
    if isinstance(ladder, dict):
        found["ladder"] = {name: _field(name, value) for name, value in ladder.items() if name in LADDER_SIGNED}
    return _without_nothing(found)


def canonical(value: object) -> bytes:
    """JSON with sorted keys, no spaces and no escapes beyond what JSON demands: one value, one form.

    >>> canonical({"b": "ø", "a": 1})
    b'{"a":1,"b":"\\xc3\\xb8"}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def _item_signed(item: Mapping[str, Any]) -> dict[str, Any]:
    return _without_nothing({name: _field(name, value) for name, value in item.items() if name not in NOT_SIGNED})


def _field(name: str, value: object) -> object:
    """A field of an item or ladder without what is not signed inside of it."""
    left_out = _INNER_NOT_SIGNED.get(name, frozenset())
    if name == "parameters" and isinstance(value, dict):
        return {key: _reduced(inner, left_out) for key, inner in value.items()}
    if isinstance(value, list):
        return [_reduced(inner, left_out) for inner in value]
    return _reduced(value, left_out)


def _reduced(value: object, left_out: frozenset[str]) -> object:
    if isinstance(value, dict):
        return _plain({name: inner for name, inner in value.items() if name not in left_out})
    return _plain(value)


def _plain(value: object) -> object:
    """The same data in the one form that is hashed."""
    if isinstance(value, dict):
        return _without_nothing({name: _plain(inner) for name, inner in value.items()})
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _without_nothing(value: Mapping[str, Any]) -> dict[str, Any]:
    """Without fields that are null, an empty list or an empty mapping."""
    return {name: inner for name, inner in value.items() if inner is not None and inner not in ([], {})}
