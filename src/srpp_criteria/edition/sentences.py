# SPDX-License-Identifier: Apache-2.0
"""Whether every sentence of an entry can be filled in, so that no buyer meets one that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.edition.fill import CITATION
from srpp_criteria.models.words import words_of
from srpp_criteria.wording import MessageError, parse

if TYPE_CHECKING:
    from collections.abc import Collection

    from srpp_criteria.models.base import Model
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.registers import Ladder


def broken_sentence(item: Item, ladder: Ladder | None) -> str | None:
    """What is wrong with the first sentence of an item or its remedies that cannot be filled in; None if all can."""
    known = {*item.parameters, *(CITATION + key.replace("-", "_") for key in item.legal_basis)}
    fault = _first_fault(item, known, "")
    if fault is None and ladder is not None:
        fault = _first_fault(ladder, known | {*ladder.parameters}, "ladder.")
    return fault


def _first_fault(model: Model, known: Collection[str], prefix: str) -> str | None:
    for words in words_of(model):
        if not words.message or ("{" not in words.text and "'" not in words.text):
            continue
        try:
            unknown = [name for name in parse(words.text).arguments if name not in known]
        except MessageError as error:
            return f"{prefix}{words.address}: {error}"
        if unknown:
            return f"{prefix}{words.address}: nothing is known under {{{unknown[0]}}}"
    return None
