# SPDX-License-Identifier: Apache-2.0
"""Law and figures of a market: acts, thresholds, dated figures with their age, duties, bodies, words, open points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.entry import Reason
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.national_notes import notes_page_of
from srpp_criteria.site.page import Page
from srpp_criteria.site.register_reading import Said, is_old, said, union_law
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.law import LawOfEdition
    from srpp_criteria.models.base import Source
    from srpp_criteria.models.market import DatedValue, Fact, Market, NationalAct, NationalDuty, Provision
    from srpp_criteria.models.registers import Act
    from srpp_criteria.site.edition_site import EditionSite


@dataclass(frozen=True, slots=True)
class ActShown:
    """A national act and the places in it that tenders cite."""

    act: NationalAct
    title: Said
    short: Said
    provisions: tuple[tuple[Provision, Said], ...]


@dataclass(frozen=True, slots=True)
class ValueShown:
    """A value of a dated figure."""

    value: DatedValue
    source: Source | None
    current: bool
    old: bool


@dataclass(frozen=True, slots=True)
class FactShown:
    """A dated figure with all its values, the newest first."""

    fact: Fact
    label: Said
    values: tuple[ValueShown, ...]


@dataclass(frozen=True, slots=True)
class DutyShown:
    """Something the law demands, with its ground as it is cited."""

    duty: NationalDuty
    title: Said
    basis: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TransposedShown:
    """An article of EU law and where the market put it."""

    union: str
    url: str | None
    national: tuple[str, ...]
    note: str | None


def market_pages(site: EditionSite) -> Iterator[Page]:
    """The page of the edition's market; for the master edition the law of the Union."""
    market = site.edition.market
    words = site.words
    title = words["site-market"]
    markdown = _national(site, market) if market is not None else _union(site)
    yield Page(f"{site.locale}/market.md", title, markdown, site.locale, words["site-market-lead"])


def _national(site: EditionSite, market: Market) -> str:
    language, today = site.edition.language, site.whole.today
    sources = {source.key: source for source in market.sources}
    cites: dict[str, str] = {provision.key: said(provision.cite, language).text for provision in market.provisions}
    mandatory = [entry for entry in site.edition if entry.mandatory is not None]
    facts: dict[str, Said] = {fact.key: said(fact.label, language) for fact in market.facts}
    master, union = site.whole.editions[MASTER], union_law(site)
    missing = [
        (master[one.item].title if one.item in master else one.item, one) for one in site.edition.missing.values()
    ]
    return rendered(
        "market.md",
        locale=site.locale,
        words=site.words,
        today=today,
        market=market,
        name=said(market.name, language),
        acts=_acts(market, language),
        facts=[_fact(fact, language, sources, today) for fact in market.facts],
        duties=[_duty(duty, language, cites) for duty in market.duties],
        mandatory=[
            (entry, facts.get(entry.mandatory.threshold or ""), [cites.get(k, k) for k in entry.mandatory.legal_basis])
            for entry in mandatory
            if entry.mandatory is not None
        ],
        bodies=[(body, said(body.name, language)) for body in market.bodies],
        terms=[(term, said(term.words, language)) for term in market.terms],
        cases=market.cases,
        transposed=[
            TransposedShown(
                *_union_words(site, union, one.eu), tuple(cites.get(key, key) for key in one.national), one.note
            )
            for one in market.transposition
        ],
        decided=[(title, one) for title, one in missing if one.reason is not Reason.NOT_DECIDED],
        undecided=[(title, one) for title, one in missing if one.reason is Reason.NOT_DECIDED],
        sources=market.sources,
        thresholds=_thresholds(site),
        notes_page=notes_page_of(site),
    )


def _union(site: EditionSite) -> str:
    return rendered(
        "market-union.md",
        locale=site.locale,
        words=site.words,
        today=site.whole.today,
        thresholds=_thresholds(site),
        notes_page=notes_page_of(site),
        markets=[
            (other.locale, other.name, other.edition.market.market)
            for other in site.whole.sites.values()
            if other.edition.market is not None
        ],
    )


def _acts(market: Market, language: str) -> list[ActShown]:
    below: dict[str, list[tuple[Provision, Said]]] = {act.key: [] for act in market.acts}
    for provision in market.provisions:
        below.setdefault(provision.act, []).append((provision, said(provision.cite, language)))
    return [
        ActShown(act, said(act.title, language), said(act.short, language), tuple(below[act.key]))
        for act in market.acts
    ]


def _fact(fact: Fact, language: str, sources: Mapping[str, Source], today: dt.date) -> FactShown:
    # As `Edition.fact` reads them: of several values without an end the newest counts.
    present = next((value for value in fact.values if value.holds_on(today)), None)
    values = tuple(
        ValueShown(value, sources.get(value.source or ""), value is present, is_old(value.seen, today))
        for value in fact.values
    )
    return FactShown(fact, said(fact.label, language), values)


def _duty(duty: NationalDuty, language: str, cites: Mapping[str, str]) -> DutyShown:
    return DutyShown(duty, said(duty.title, language), tuple(cites.get(key, key) for key in duty.legal_basis))


def _union_words(site: EditionSite, union: LawOfEdition, key: str) -> tuple[str, str | None]:
    """How an article of the Union is called in the language of the edition."""
    citation = union.citation(key)
    if citation is not None:
        return citation.text, citation.url
    act = site.whole.shelf.registers.acts.get(key)
    return (act.short, act.url) if act is not None else (key, None)


def _thresholds(site: EditionSite) -> list[Act]:
    """Acts of the Union that apply from a value."""
    return [act for act in site.whole.shelf.registers.acts.values() if act.thresholds]
