# SPDX-License-Identifier: Apache-2.0
"""The start page of an edition: the procurer's question, and the ways that lead on from it."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from srpp_criteria.models.market import FactKind
from srpp_criteria.models.registers import BandRegister, CpvRegister
from srpp_criteria.site.page import Page
from srpp_criteria.site.purchase_words import known_words
from srpp_criteria.site.register_reading import register
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sector_pages import by_name, packs_by_title, sector_name
from srpp_criteria.wording import format_date, format_money

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.entry import Duty, Entry
    from srpp_criteria.models.market import Market
    from srpp_criteria.models.registers import Band
    from srpp_criteria.site.edition_site import EditionSite

SCRIPT_WORDS = (
    "value-wrong",
    "band",
    "band-unknown",
    "band-raised",
    "band-long",
    "pack-same",
    "cpv-found",
    "recognised",
)
"""Endings of the interface words that the script needs."""

_WORKS = "construction"
_LONG = re.compile(r"^Contracts of ([0-9]{1,3}) months and more\.$")


@dataclass(frozen=True, slots=True)
class Rate:
    """What a euro is in the currency of the market, read off the works threshold that both laws know.

    Attributes:
        currency: ISO 4217 code.
        euro: the value of one euro.
        shown: the threshold in that currency, as the edition writes it.
        since: day from which it held.
    """

    currency: str
    euro: Decimal
    shown: str
    since: dt.date | None

    def of(self, value: Decimal | int) -> int:
        """A limit in the currency, rounded to two leading digits: more would feign exactness.

        >>> Rate("NOK", Decimal("10.7"), "", None).of(216000)
        2300000
        """
        exact = Decimal(value) * self.euro
        return int(exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1)))


@dataclass(frozen=True, slots=True)
class Limit:
    """From which value on a contract of a sector belongs to a band, in the currency that the buyer counts in."""

    sector: str
    lowest: int
    below: int | None
    shown: str
    months: int | None
    also: str


@dataclass(frozen=True, slots=True)
class Size:
    """A band as the page shows it."""

    key: str
    title: str
    follow_up: str
    limits: tuple[Limit, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """A text that the law of the market demands."""

    entry: Entry
    duty: Duty
    since: str


def start_pages(site: EditionSite) -> Iterator[Page]:
    """The start page, as an iterator like all makers of pages."""
    words, market = site.words, site.edition.market
    rate = _rate(market, site) if market is not None else None
    currency = rate.currency if rate is not None else "EUR"
    registers = site.whole.shelf.registers
    text = rendered(
        "start.md",
        locale=site.locale,
        words=words,
        name=site.name,
        status=site.edition.data.status.value,
        currency=currency,
        rate=rate,
        example=format_money(Decimal(6_000_000 if rate else 600_000), currency, site.cldr),
        sizes=[_size(band, site, rate) for band in registers.bands.values()],
        risk_rule=_risk_rule(site),
        sectors=_sectors(site),
        divisions=json.dumps(_divisions(site)),
        known=json.dumps(known_words(site), ensure_ascii=False, separators=(",", ":")),
        english=site.edition.language == "en",
        packs=packs_by_title(site.edition.data.packs),
        demands=_demands(site),
        editions=[(other.locale, other.name) for other in site.whole.sites.values() if other.locale != site.locale],
        count=len(site.edition),
        missing=len(site.edition.missing),
        script_words=json.dumps({name: words[f"site-start-{name}"] for name in SCRIPT_WORDS}, ensure_ascii=False),
    )
    yield Page(
        f"{site.locale}/index.md",
        words["site-start-title"],
        text,
        site.locale,
        description=words["site-start-lead"],
        scripts=("start",),
        wide=True,
    )


def _rate(market: Market, site: EditionSite) -> Rate | None:
    """The rate of a market that does not count in euro; nothing if its sheet holds no works threshold.

    No rate of exchange is kept here, and none is needed: thresholds are set in both currencies by law.
    """
    if market.currency == "EUR":
        return None
    thresholds = (fact for fact in market.facts if fact.kind is FactKind.THRESHOLD and fact.unit == market.currency)
    works = next((fact for fact in thresholds if fact.key.endswith("-threshold-works")), None)
    known = next((one for one in works.values if isinstance(one.value, int | Decimal)), None) if works else None
    euro = _works_threshold(site.whole.shelf.registers.bands)
    if known is None or euro is None or isinstance(known.value, str | None):
        return None
    shown = format_money(Decimal(known.value), market.currency, site.cldr)
    return Rate(market.currency, Decimal(known.value) / euro, shown, known.valid_from)


def _works_threshold(bands: Mapping[str, Band]) -> Decimal | None:
    """The limit of the register that is the EU threshold for works: the highest one."""
    limits = [limit.from_value for band in bands.values() for limit in band.limits if limit.sector == _WORKS]
    return Decimal(max(limits)) if limits else None


def _size(band: Band, site: EditionSite, rate: Rate | None) -> Size:
    limits = []
    for limit in band.limits:
        long = _LONG.match(limit.also or "")
        lowest, below = (
            (None if value is None else rate.of(Decimal(value)) if rate else int(value))
            for value in (limit.from_value, limit.below_value)
        )
        limits.append(
            Limit(
                limit.sector,
                lowest or 0,
                below,
                range_of(lowest or 0, below, site, rate.currency if rate else limit.currency),
                int(long[1]) if long else None,
                limit.also or "",
            )
        )
    title = site.edition.data.bands.get(band.key) or band.title
    return Size(band.key, title, band.follow_up, tuple(limits))


def range_of(lowest: int, below: int | None, site: EditionSite, currency: str) -> str:
    """The limits of a band in words, as a buyer reads them: below, between, or from an amount."""

    def money(value: int) -> str:
        return format_money(Decimal(value), currency, site.cldr)

    if below is None:
        return site.words["site-start-from"].replace("{value}", money(lowest))
    if lowest == 0:
        return site.words["site-start-below"].replace("{value}", money(below))
    return site.words["site-start-between"].replace("{from}", money(lowest)).replace("{below}", money(below))


def _risk_rule(site: EditionSite) -> str:
    found = register(site.whole, "bands", BandRegister)
    return found.risk_rule if found is not None else ""


def _sectors(site: EditionSite) -> list[tuple[str, str, int]]:
    """Key, name and number of texts of each sector, by name."""
    counts: Counter[str] = Counter(sector for entry in site.edition for sector in entry.item.sectors)
    return [(sector, sector_name(sector, site.words), counts[sector]) for sector in by_name(counts, site.words)]


def _divisions(site: EditionSite) -> dict[str, list[str]]:
    """The sectors that buy what stands under the first two digits of a CPV code."""
    codes = register(site.whole, "cpv", CpvRegister)
    if codes is None:
        return {}
    groups = {group.key: group.sectors for group in codes.groups}
    found: dict[str, dict[str, None]] = {}
    for entry in codes.entries:
        found.setdefault(entry.code[:2], {}).update(dict.fromkeys(groups[entry.group]))
    return {division: list(sectors) for division, sectors in sorted(found.items())}


def _demands(site: EditionSite) -> list[Demand]:
    demands = []
    for entry in site.edition.mandatory(on=site.whole.today):
        duty = entry.mandatory
        if duty is not None:
            day = format_date(duty.valid_from, site.cldr) if duty.valid_from else ""
            demands.append(Demand(entry, duty, site.words["required-since"].replace("{date}", day) if day else ""))
    return demands
