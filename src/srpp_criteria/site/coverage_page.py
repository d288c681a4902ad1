# SPDX-License-Identifier: Apache-2.0
"""The coverage map: sector × topic × section of a tender × market, as a picture that is also a table.

Beside each topic stands whether it has a core text; below each table, why some topics have none.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from srpp_criteria.edition.coverage import core_cells
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


class Core(StrEnum):
    """Whether a topic of a sector has a core text."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    REASON = "reason"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CoreShown:
    """The core texts of one topic in one sector.

    Attributes:
        state: whether there is one in this edition, only in the English library, or none with or without a reason.
        number: how many there are in this edition.
        reason: why there is none, as the register says it in English.
    """

    state: Core
    number: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One topic of the map."""

    topic: str
    title: str
    core: CoreShown
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SectorMap:
    """The map of one sector.

    Attributes:
        sector: its key.
        name: its name in the language of the edition.
        groups: topics by the need they serve.
        numbers: how many texts each section holds.
        bare: names of the topics of which the edition has no text.
        cores: how many topics have a core text in this edition.
    """

    sector: str
    name: str
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    numbers: tuple[int, ...]
    bare: tuple[str, ...]
    cores: int

    @property
    def rows(self) -> tuple[Row, ...]:
        """All topics."""
        return tuple(row for _, rows in self.groups for row in rows)

    @property
    def unanswered(self) -> tuple[Row, ...]:
        """Topics for which the register says why there is no core text."""
        return tuple(row for row in self.rows if row.core.state is Core.REASON)


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
    core = _cores(site)
    needs = by_need(whole)
    maps = []
    for sector in sectors_of(site):
        groups = tuple(
            (
                need,
                tuple(
                    Row(
                        topic,
                        topic_name(site, topic),
                        core[sector, topic],
                        tuple(_cell((sector, topic, section), own, markets, whole.repository) for section in SECTIONS),
                    )
                    for topic in topics
                ),
            )
            for need, topics in needs.items()
        )
        rows = [row for _, rows_of_need in groups for row in rows_of_need]
        maps.append(
            SectorMap(
                sector,
                sector_name(sector, words),
                groups,
                tuple(sum(n for (s, _, section), n in own.items() if (s, section) == (sector, k)) for k in SECTIONS),
                tuple(row.title for row in rows if not any(cell.number for cell in row.cells)),
                sum(1 for row in rows if row.core.state is Core.HERE),
            )
        )
    cells = [cell for one in maps for row in one.rows for cell in row.cells]
    markdown = rendered(
        "coverage.md",
        locale=site.locale,
        words=words,
        maps=maps,
        sections=SECTIONS,
        markets=list(whole.shelf.markets),
        market_names={code: market_name(code, site) for code in whole.shelf.markets},
        number=len(site.edition),
        filled=sum(1 for cell in cells if cell.number),
        possible=len(cells),
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


def _cores(site: EditionSite) -> dict[tuple[str, str], CoreShown]:
    """What each topic of each sector has; the reasons are those of the register, and speak of the whole library."""
    shelf = site.whole.shelf
    here = core_cells(entry.item for entry in site.edition)
    anywhere = core_cells(item.value for item in shelf.items.values())
    found = {}
    for key, topic in shelf.registers.topics.items():
        reasons: dict[str, str] = {one.sector: one.reason for one in topic.no_core}
        for sector in sectors_of(site):
            number = len(here.get((sector, key), ()))
            reason = reasons.get(sector, "")
            if number:
                state = Core.HERE
            elif (sector, key) in anywhere:
                state = Core.ELSEWHERE
            else:
                state = Core.REASON if reason else Core.NONE
            found[str(sector), str(key)] = CoreShown(state, number, reason if state is Core.REASON else "")
    return found


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
