# SPDX-License-Identifier: Apache-2.0
"""The fingerprint of a text: a SHA-256 over the canonical JSON of what a buyer would sign."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.names import ParameterName
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.models.registers import Ladder


_NOT_SIGNED = {
    "status": True,
    "superseded_by": True,
    "sectors": True,
    "topics": True,
    "level": True,
    "intent": True,
    "guidance": True,
    "related": True,
    "legal_basis": True,
    "codes": True,
    "crosswalk": True,
    "sources": True,
    "changelog": True,
    "parameters": True,
    "evidence": {"__all__": {"effort"}},
}


def fingerprint(item: Item, ladder: Ladder | None, locale: str) -> str:
    """SHA-256 in hex over everything of one item in one locale that stands in a tender or contract.

    Guidance, effort, codes and sources may be corrected without making it another text.
    """
    signed = {
        "locale": locale,
        "item": item.model_dump(mode="json", exclude_none=True, exclude=_NOT_SIGNED),  # type: ignore[arg-type]  # nested form
        "parameters": _figures(item.parameters),
        "ladder": None
        if ladder is None
        else {
            "steps": [step.model_dump(mode="json", exclude_none=True) for step in ladder.steps],
            "parameters": _figures(ladder.parameters),
        },
    }
    return hashlib.sha256(canonical(signed)).hexdigest()


def _figures(parameters: Mapping[ParameterName, Parameter]) -> dict[ParameterName, object]:
    return {
        name: parameter.model_dump(mode="json", exclude_none=True, exclude={"basis", "help"})
        for name, parameter in parameters.items()
    }


def canonical(value: object) -> bytes:
    """JSON with sorted keys, no spaces and no escapes beyond what JSON demands: one value, one form.

    >>> canonical({"b": "ø", "a": 1})
    b'{"a":1,"b":"\\xc3\\xb8"}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
