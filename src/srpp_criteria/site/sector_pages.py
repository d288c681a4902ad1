# SPDX-License-Identifier: Apache-2.0
"""Pages of the sectors: what the library holds for each, and where in its chains people are harmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.models.registers import CaseRegister, RiskRegister, StandardRegister
from srpp_criteria.site.page import Page
from srpp_criteria.site.register_reading import register
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sections import MOST, by_section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.pack import Pack
    from srpp_criteria.models.registers import Case, Risk
    from srpp_criteria.site.edition_site import EditionSite, WholeSite

_GRADES = ("high", "medium", "low")


def sector_pages(site: EditionSite) -> Iterator[Page]:
    """A page for each sector, and a list of them."""
    words, sectors = site.words, sectors_of(site)
    risks, cases = risks_of(site.whole), cases_of(site.whole)
    standards = register(site.whole, "standards", StandardRegister)
    matrices = {matrix.sector for matrix in standards.matrices} if standards is not None else set()
    titles = {entry.id: entry.title for entry in site.edition}
    shown = []
    for sector, entries in sectors.items():
        name = sector_name(sector, words)
        hot = sorted(
            (risk for risk in risks if risk.sector == sector), key=lambda risk: _GRADES.index(risk.grade.value)
        )
        packs = [pack for pack in packs_by_title(site.edition.data.packs) if sector in pack.sectors]
        shown.append((sector, name, len(entries), len(hot), packs))
        markdown = rendered(
            "sector.md",
            locale=site.locale,
            words=words,
            today=site.whole.today,
            sector=sector,
            name=name,
            sections=by_section(entries, most=MOST),
            risks=hot,
            packs=packs,
            cases=[case for case in cases if sector in case.sectors],
            has_matrix=sector in matrices,
            topics=site.edition.data.topics,
            titles=titles,
        )
        yield Page(
            f"{site.locale}/sectors/{sector}.md",
            name,
            markdown,
            site.locale,
            words["site-sector-lead"].replace("{sector}", name),
        )
    index = rendered("sectors.md", locale=site.locale, words=words, sectors=shown)
    yield Page(f"{site.locale}/sectors/index.md", words["site-sectors"], index, site.locale, wide=True)


def sectors_of(site: EditionSite) -> Mapping[str, list[Entry]]:
    """The entries of each sector that the library knows, whether or not the edition holds any."""
    found: dict[str, list[Entry]] = {name: [] for name in by_name(_known_sectors(site.whole), site.words)}
    for entry in site.edition:
        for sector in entry.item.sectors:
            found[sector].append(entry)
    return found


def sector_name(sector: str, words: Mapping[str, str]) -> str:
    """A sector in words; one that nobody has named yet is called by its key.

    >>> sector_name("waste-collection", {})
    'Waste collection'
    """
    return words.get(f"sector-{sector}") or sector.replace("-", " ").capitalize()


def by_name(sectors: Iterable[str], words: Mapping[str, str]) -> list[str]:
    """Sectors in the order of their names, which is the same on every page of an edition.

    >>> by_name(["textiles", "food"], {"sector-food": "Voeding", "sector-textiles": "Textiel"})
    ['textiles', 'food']
    """
    return sorted(sectors, key=lambda sector: sector_name(sector, words).casefold())


def packs_by_title(packs: Iterable[Pack]) -> list[Pack]:
    """Packs in the order of their titles, as a reader looks for them; in the data they go by their keys."""
    return sorted(packs, key=lambda pack: pack.title.casefold())


def risks_of(whole: WholeSite) -> tuple[Risk, ...]:
    """Risk hot spots of all sectors."""
    found = register(whole, "risks", RiskRegister)
    return found.entries if found is not None else ()


def cases_of(whole: WholeSite) -> tuple[Case, ...]:
    """Good-practice cases of all sectors."""
    found = register(whole, "cases", CaseRegister)
    return found.entries if found is not None else ()


def _known_sectors(whole: WholeSite) -> Iterable[str]:
    return {sector for edition in whole.editions.values() for entry in edition for sector in entry.item.sectors}
