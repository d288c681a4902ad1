# SPDX-License-Identifier: Apache-2.0
"""What buyers call their purchases: the words by which the start page recognises the sector and the topic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srpp_criteria.edition.select import folded
from srpp_criteria.models.registers import CpvRegister
from srpp_criteria.site.register_reading import register
from srpp_criteria.site.sector_pages import sector_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from srpp_criteria.site.edition_site import EditionSite

_WORD = re.compile(r"[^\W\d_]{4,}")
_OF_WHAT_FOR_WHOM = re.compile(r" (?:for|of|and other|except|than) |,")
_SAYS_NOTHING = re.compile(
    r"accommodation|animal|articles|black|cotton|counselling|equipments?|facilities|goods|hire|installation|items|made|"
    r"medical|miscellaneous|other|package|parts|preparation|pressing|products?|related|safety|services?|sheets|site|"
    r"special|staff|suppl(?:y|ies)|surface|various|with|works?"
)
"""Words that say too little of what is bought to decide for a sector alone."""


def known_words(site: EditionSite) -> dict[str, dict[str, list[str]]]:
    """Words by sector and by topic: `listed` by people, `named` by the library, and names of `topics`.

    Names of CPV codes exist in English alone, so they serve the English edition alone.
    """
    sectors = sorted({sector for entry in site.edition for sector in entry.item.sectors})
    topics = {topic for entry in site.edition for topic in entry.item.topics}
    return {
        "listed": {sector: _listed(sector, site) for sector in sectors},
        "named": _named(sectors, site),
        "topics": {key: [title] for key, title in site.edition.data.topics.items() if key in topics},
    }


def _listed(sector: str, site: EditionSite) -> list[str]:
    words = site.words.get(f"site-start-known-{sector}", "").split(",")
    return list(dict.fromkeys(word.strip() for word in [sector_name(sector, site.words), *words] if word.strip()))


def _named(sectors: Iterable[str], site: EditionSite) -> dict[str, list[str]]:
    """Titles of packs and names of CPV codes that lead to one sector alone."""
    owners: dict[str, set[str]] = {}
    for pack in site.edition.packs.values():
        # The whole title: one of its words alone (a school, the work) may belong to any purchase.
        owners.setdefault(" ".join(_WORD.findall(folded(pack.title))), set()).update(pack.sectors)
    if site.edition.language == "en":
        for name, buyers in _code_names(site):
            owners.setdefault(name, set()).update(buyers)
    return {
        sector: shortest(
            name for name, buyers in owners.items() if name and buyers == {sector} and not _SAYS_NOTHING.fullmatch(name)
        )
        for sector in sectors
    }


def _code_names(site: EditionSite) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a code is about, without what it is for, and the sectors that buy it."""
    codes = register(site.whole, "cpv", CpvRegister)
    groups = {group.key: group.sectors for group in codes.groups} if codes is not None else {}
    for entry in codes.entries if codes is not None else ():
        told = _WORD.findall(folded(_OF_WHAT_FOR_WHOM.split(entry.title)[0]))
        words = [word for word in told if not _SAYS_NOTHING.fullmatch(word)]
        if words:
            yield " ".join(dict.fromkeys(words)), groups[entry.group]


def shortest(names: Iterable[str]) -> list[str]:
    """Names without those that hold all words of a shorter one: it recognises them as well.

    >>> shortest(["dried fruit", "fruit", "soft drinks"])
    ['fruit', 'soft drinks']
    """
    kept: list[set[str]] = []
    found = []
    for name in sorted(set(names), key=lambda name: (name.count(" "), name)):
        words = set(name.split())
        if not any(other <= words for other in kept):
            kept.append(words)
            found.append(name)
    return found
