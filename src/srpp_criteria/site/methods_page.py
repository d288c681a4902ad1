# SPDX-License-Identifier: Apache-2.0
"""Methods: contract-size bands, scoring methods and remedy ladders, each with the texts that use it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.fill import default_values
from srpp_criteria.edition.locale import Locale
from srpp_criteria.models.item import Clause, Criterion
from srpp_criteria.models.registers import BandRegister, ScoringMethodRegister
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.page import Page
from srpp_criteria.site.register_reading import Said, register, union_law
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sector_pages import sector_name
from srpp_criteria.site.start_page import range_of
from srpp_criteria.wording import format_message, parse, strip_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.registers import Band, Ladder, ScoringMethod
    from srpp_criteria.models.registers.band import BandLimits
    from srpp_criteria.site.edition_site import EditionSite


@dataclass(frozen=True, slots=True)
class BandShown:
    """A band with its name in the edition and its limits by sector."""

    band: Band
    title: Said
    limits: tuple[tuple[str, BandLimits], ...]


@dataclass(frozen=True, slots=True)
class MethodShown:
    """A scoring method with its name and rule in the edition, and the award criteria that use it."""

    method: ScoringMethod
    title: Said
    formula: Said
    used_by: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class StepShown:
    """One rung: its heading, who acts, and its words with the start values of the ladder."""

    title: Said
    who: str
    text: Said


@dataclass(frozen=True, slots=True)
class LadderShown:
    """A ladder with its words and figures in the edition, and the clauses that use it."""

    ladder: Ladder
    title: Said
    steps: tuple[StepShown, ...]
    skip_rule: Said
    cap_rule: Said
    used_by: tuple[Entry, ...]


def method_pages(site: EditionSite) -> Iterator[Page]:
    """The page of an edition."""
    words, shelf = site.words, site.whole.shelf
    bands = register(site.whole, "bands", BandRegister)
    methods = register(site.whole, "scoring-methods", ScoringMethodRegister)
    markdown = rendered(
        "methods.md",
        locale=site.locale,
        words=words,
        today=site.whole.today,
        limit_words=lambda limit: range_of(limit.from_value, limit.below_value, site, limit.currency),
        bands=[_band(band, site) for band in shelf.registers.bands.values()],
        risk_rule=bands.risk_rule if bands is not None else "",
        methods=list(_methods(site)),
        rules=methods.rules if methods is not None else (),
        law=dict(_law(site)),
        ladders=list(_ladders(site)),
    )
    yield Page(f"{site.locale}/methods.md", words["site-methods"], markdown, site.locale, words["site-methods-lead"])


def _law(site: EditionSite) -> Iterator[tuple[str, tuple[str, str]]]:
    """Where the law page has each law that a method rests on, and how the edition cites it."""
    union, registers = union_law(site), site.whole.shelf.registers
    for method in registers.scoring_methods.values():
        for key in method.legal_basis:
            citation = union.citation(key)
            if citation is not None:
                yield key, (f"act-{key}" if key in registers.acts else f"law-{key}", citation.text)


def _band(band: Band, site: EditionSite) -> BandShown:
    title = _said(site.edition.data.bands.get(band.key), band.title, site)
    return BandShown(band, title, tuple((sector_name(limit.sector, site.words), limit) for limit in band.limits))


def _methods(site: EditionSite) -> Iterator[MethodShown]:
    using: dict[str, list[Entry]] = {}
    for entry in site.edition:
        if isinstance(entry.item, Criterion) and entry.item.scoring is not None:
            using.setdefault(entry.item.scoring.method, []).append(entry)
    for key, method in site.whole.shelf.registers.scoring_methods.items():
        words = site.edition.data.scoring_methods.get(key)
        yield MethodShown(
            method,
            _said(words.title if words is not None else None, method.title, site),
            _said(words.formula if words is not None else None, method.formula, site),
            tuple(using.get(key, ())),
        )


def _ladders(site: EditionSite) -> Iterator[LadderShown]:
    using: dict[str, list[Entry]] = {}
    for entry in site.edition:
        if isinstance(entry.item, Clause) and entry.ladder is not None:
            using.setdefault(entry.ladder.key, []).append(entry)
    local: Mapping[str, Ladder] = {ladder.key: ladder for ladder in site.edition.data.ladders}
    for key, master in site.whole.shelf.registers.ladders.items():
        # A ladder that is not whole in the language is shown in English, as other register texts are.
        whole = key in local
        yield _ladder(local[key] if whole else master, site.locale if whole else MASTER, tuple(using.get(key, ())))


def _ladder(ladder: Ladder, tag: str, used_by: tuple[Entry, ...]) -> LadderShown:
    locale = Locale.parse(tag)
    values = default_values(ladder.parameters, locale.cldr)

    def filled(template: str) -> Said:
        return Said(strip_marks(format_message(parse(template), values, locale.cldr)), locale.language)

    return LadderShown(
        ladder,
        Said(ladder.title, locale.language),
        tuple(StepShown(Said(step.title, locale.language), step.who.value, filled(step.text)) for step in ladder.steps),
        filled(ladder.skip_rule),
        filled(ladder.cap_rule),
        used_by,
    )


def _said(here: str | None, english: str, site: EditionSite) -> Said:
    """Words in the language of the edition; those that nobody translated are English and say so."""
    return Said(english, MASTER) if here is None or here == english else Said(here, site.edition.language)
