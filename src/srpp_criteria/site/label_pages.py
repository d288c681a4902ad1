# SPDX-License-Identifier: Apache-2.0
"""Standards and labels: what each proves, what it does not, and which requirement each covers in a sector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.models.registers import StandardRegister
from srpp_criteria.models.registers.standard import Coverage
from srpp_criteria.site.page import Page
from srpp_criteria.site.register_reading import register
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sector_pages import sector_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.registers import Matrix
    from srpp_criteria.models.registers.standard import MatrixRow, Requirement, Standard
    from srpp_criteria.site.edition_site import EditionSite


@dataclass(frozen=True, slots=True)
class Judged:
    """One cell of a matrix: how far a scheme covers a requirement, why, and whether anybody looked it up."""

    requirement: Requirement
    coverage: Coverage
    why: str
    seen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One scheme in a matrix."""

    standard: Standard
    row: MatrixRow
    cells: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class SectorLine:
    """One scheme in the matrix of one sector, for the page of the scheme."""

    sector: str
    name: str
    line: Line


def label_pages(site: EditionSite) -> Iterator[Page]:
    """A page for each scheme, a matrix for each sector, and a list of all schemes."""
    found = register(site.whole, "standards", StandardRegister)
    if found is None:
        return
    words = site.words
    standards: dict[str, Standard] = {standard.key: standard for standard in found.entries}
    lines = {matrix.sector: tuple(_lines(matrix, standards)) for matrix in found.matrices}
    accepting = _accepting(site)
    by_standard: dict[str, list[SectorLine]] = {}
    for matrix in found.matrices:
        name = sector_name(matrix.sector, words)
        for line in lines[matrix.sector]:
            by_standard.setdefault(line.standard.key, []).append(SectorLine(matrix.sector, name, line))
        title = f"{words['site-labels-matrix']} – {name}"
        markdown = rendered(
            "matrix.md",
            locale=site.locale,
            words=words,
            title=title,
            matrix=matrix,
            lines=lines[matrix.sector],
            coverages=[coverage.value for coverage in Coverage],
        )
        path = f"{site.locale}/labels/matrix-{matrix.sector}.md"
        yield Page(path, title, markdown, site.locale, words["site-labels-lead"], wide=True)
    for standard in found.entries:
        markdown = rendered(
            "label.md",
            locale=site.locale,
            words=words,
            today=site.whole.today,
            standard=standard,
            sectors=by_standard.get(standard.key, ()),
            accepting=accepting.get(standard.key, ()),
        )
        yield Page(f"{site.locale}/labels/{standard.key}.md", standard.short, markdown, site.locale, standard.name)
    kinds: dict[str, list[Standard]] = {}
    for standard in found.entries:
        kinds.setdefault(standard.kind.value, []).append(standard)
    index = rendered(
        "labels.md",
        locale=site.locale,
        words=words,
        kinds=kinds,
        matrices=[(matrix.sector, sector_name(matrix.sector, words)) for matrix in found.matrices],
    )
    yield Page(f"{site.locale}/labels/index.md", words["site-labels"], index, site.locale, words["site-labels-lead"])


def _lines(matrix: Matrix, standards: dict[str, Standard]) -> Iterator[Line]:
    for row in matrix.rows:
        cells = tuple(
            Judged(one, row.coverage(one.key), row.why.get(one.key, ""), one.key in row.seen_cells)
            for one in matrix.requirements
        )
        yield Line(standards[row.standard], row, cells)


def _accepting(site: EditionSite) -> dict[str, list[Entry]]:
    """Which items accept a scheme as proof."""
    found: dict[str, dict[str, Entry]] = {}
    for entry in site.edition:
        for proof in entry.item.evidence:
            for key in proof.standards:
                found.setdefault(key, {})[entry.id] = entry
    return {key: list(entries.values()) for key, entries in found.items()}
