# SPDX-License-Identifier: Apache-2.0
"""Which entries answer a buyer's question."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from srpp_criteria.edition.cpv import serves_cpv
from srpp_criteria.models.item import Criterion
from srpp_criteria.models.words import words_of

if TYPE_CHECKING:
    from srpp_criteria.edition.entry import Entry


def matches(
    entry: Entry,
    *,
    sector: str | None,
    topic: str | None,
    kind: str | None,
    stage: str | None,
    level: str | None,
    cpv: str | None,
    text: str | None,
) -> bool:
    """Whether an entry meets every condition that is given."""
    item = entry.item
    return (
        (sector is None or sector in item.sectors)
        and (topic is None or topic in item.topics)
        and (kind is None or kind == item.kind)
        and (stage is None or (isinstance(item, Criterion) and stage == item.stage.value))
        and (level is None or level == item.level.value)
        and (cpv is None or serves_cpv(item.codes.cpv, cpv))
        and (text is None or holds_words(entry, text))
    )


def holds_words(entry: Entry, text: str) -> bool:
    """Whether all words occur in the entry, in any order, case and accent."""
    body = folded(" ".join([entry.id, *(words.text for words in words_of(entry.item))]))
    return all(word in body for word in folded(text).split())


def folded(text: str) -> str:
    """Text without case and accents, for comparison.

    >>> folded("Lærlinger på Straße à Liège")
    'lærlinger pa strasse a liege'
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
