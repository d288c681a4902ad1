# SPDX-License-Identifier: Apache-2.0
"""The coverage map: sector × topic × section of a tender × market, as a picture that is also a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.tender import SECTIONS, section_of
from srpp_criteria.site.page import Page
from srpp_criteria.site.proposals import propose_an_item
from srpp_criteria.site.register_reading import market_name
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sections import query_of
from srpp_criteria.site.sector_pages import sector_name, sectors_of
from srpp_criteria.site.topic_pages import by_need, topic_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.site.edition_site import EditionSite, WholeSite

Spot = tuple[str, str, str]
"""Sector, topic, section."""

_DEEPEST = 4
"""The darkest shade stands for this number of texts and more."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the map.

    Attributes:
        section: section of the tender.
        number: how many texts of the edition answer it.
        markets: codes of the markets that have one.
        elsewhere: whether only other editions have one.
        propose: address of a filled-in proposal for an empty cell; empty if there is no repository.
    """

    section: str
    number: int
    markets: tuple[str, ...]
    elsewhere: bool
    propose: str

    @property
    def shade(self) -> int:
        """How dark it is, 0 to 4."""
        return min(self.number, _DEEPEST)

    @property
    def query(self) -> str:
        """How the catalogue is asked for it."""
        return query_of(self.section)


def coverage_pages(site: EditionSite) -> Iterator[Page]:
    """The map of an edition."""
    words, whole = site.words, site.whole
    own = _counts(site.edition)
    markets = _by_market(whole)
    sectors = list(sectors_of(site))
    maps = []
    filled = possible = 0
    for sector in sectors:
        groups = []
        for need, topics in by_need(whole).items():
            rows = []
            for topic in topics:
                cells = [_cell((sector, topic, section), own, markets, whole.repository) for section in SECTIONS]
                rows.append((topic, topic_name(site, topic), cells))
                filled += sum(1 for cell in cells if cell.number)
                possible += len(cells)
            groups.append((need, rows))
        numbers = [sum(n for (s, _, section), n in own.items() if (s, section) == (sector, name)) for name in SECTIONS]
        bare = [
            topic_name(site, t)
            for t in whole.shelf.registers.topics
            if not any((sector, t, s) in own for s in SECTIONS)
        ]
        maps.append((sector, sector_name(sector, words), groups, numbers, bare))
    markdown = rendered(
        "coverage.md",
        locale=site.locale,
        words=words,
        maps=maps,
        sections=SECTIONS,
        markets=list(whole.shelf.markets),
        market_names={code: market_name(code, site) for code in whole.shelf.markets},
        number=len(site.edition),
        filled=filled,
        possible=possible,
        can_propose=bool(whole.repository),
    )
    yield Page(
        f"{site.locale}/coverage.md",
        words["site-coverage"],
        markdown,
        site.locale,
        words["site-coverage-lead"],
        wide=True,
    )


def _counts(edition: Edition) -> dict[Spot, int]:
    found: dict[Spot, int] = {}
    for entry in edition:
        section = section_of(entry)
        for sector in entry.item.sectors:
            for topic in entry.item.topics:
                spot = (sector, topic, section)
                found[spot] = found.get(spot, 0) + 1
    return found


def _by_market(whole: WholeSite) -> dict[Spot, tuple[str, ...]]:
    """The markets of each spot, in the order of the library."""
    found: dict[Spot, dict[str, None]] = {}
    for edition in whole.editions.values():
        code = edition.market.market if edition.market is not None else ""
        for spot in _counts(edition):
            found.setdefault(spot, {})[code] = None
    return {spot: tuple(codes) for spot, codes in found.items()}


def _cell(spot: Spot, own: Mapping[Spot, int], markets: Mapping[Spot, tuple[str, ...]], repository: str) -> Cell:
    sector, topic, section = spot
    number = own.get(spot, 0)
    there = markets.get(spot, ())
    return Cell(
        section,
        number,
        tuple(code for code in there if code),
        elsewhere=not number and bool(there),
        propose="" if number else propose_an_item(repository, sector=sector, topic=topic, kind=section),
    )
