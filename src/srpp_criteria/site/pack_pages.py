# SPDX-License-Identifier: Apache-2.0
"""Packs: the items of a typical purchase, why each is there, and the whole of it to take away."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.comparison.parameter_figures import shown
from srpp_criteria.documents.printable import one_line
from srpp_criteria.edition.burden import Burden, Hours, ItemBurden, burden_of, hours_of
from srpp_criteria.edition.fill import read_value
from srpp_criteria.edition.locale import Locale
from srpp_criteria.models.parameter import DurationParameter
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.page import Asset, Page
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sector_pages import packs_by_title, sector_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from srpp_criteria.edition.entry import Entry, Missing
    from srpp_criteria.models.pack import Pack, PackEntry
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.models.registers import BurdenLimits
    from srpp_criteria.site.edition_site import EditionSite

_LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that the pack sets, or one of its values that the market does not allow."""

    label: str
    shown: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """An item of a pack.

    Attributes:
        entry: the item.
        why: what it does for this purchase.
        values: what the pack sets and the edition allows, as in a tender file.
        settings: the same for a reader, with what is not allowed.
        burden: the hours that it adds to the sum of the pack.
    """

    entry: Entry
    why: str
    values: dict[str, int | float | bool | str]
    settings: tuple[Setting, ...]
    burden: ItemBurden

    @property
    def as_json(self) -> str:
        """The item as it is put into the basket."""
        return json.dumps(
            {
                "item": self.entry.id,
                "version": self.entry.version,
                "revision": self.entry.revision,
                "decision": "taken",
                "reason": self.why,
                "parameters": self.values,
            },
            ensure_ascii=False,
        )


@dataclass(frozen=True, slots=True)
class Phase:
    """A row of the table of hours: what both sides spend, and what the band allows them.

    Attributes:
        key: interface word that names the phase.
        hours: the sums.
        most_bidder: limit of the bidder or contractor, if there is one for this row.
        most_buyer: limit of the buyer.
    """

    key: str
    hours: Hours
    most_bidder: Decimal | None = None
    most_buyer: Decimal | None = None


def pack_pages(site: EditionSite) -> Iterator[Page]:
    """A page for each pack of the edition, and a list of them."""
    words, registers = site.words, site.whole.shelf.registers
    listed = []
    for pack in packs_by_title(site.edition.data.packs):
        burden = burden_of(site.edition[one.item].item for one in pack.items)
        chosen = [_chosen(one, burden, site) for one in pack.items]
        missing = _missing(pack, site)
        band = registers.bands.get(pack.band)
        listed.append((pack, len(chosen), burden, [sector_name(s, words) for s in pack.sectors]))
        markdown = rendered(
            "pack.md",
            locale=site.locale,
            words=words,
            pack=pack,
            band_name=site.edition.data.bands.get(pack.band) or (band.title if band is not None else pack.band),
            band=band,
            sectors=[(sector, sector_name(sector, words)) for sector in pack.sectors],
            cpv=[(code, registers.cpv[code].title if code in registers.cpv else "") for code in pack.cpv],
            chosen=chosen,
            missing=missing,
            phases=_phases(burden, band.burden if band is not None else None),
        )
        yield Page(
            f"{site.locale}/packs/{pack.id}.md",
            pack.title,
            markdown,
            site.locale,
            one_line(pack.intent),
            scripts=("pack",),
        )
    index = rendered("packs.md", locale=site.locale, words=words, packs=listed, bands=site.edition.data.bands)
    yield Page(
        f"{site.locale}/packs/index.md", words["page-packs"], index, site.locale, words["site-packs-lead"], wide=True
    )


def pack_files(site: EditionSite) -> Iterator[Asset]:
    """Each pack as a tender file, ready to be opened here or with `srpp tender`."""
    for pack in site.edition.data.packs:
        yield Asset(f"{site.locale}/packs/{pack.id}.srpp.yml", tender_file(pack, site).encode())


def tender_file(pack: Pack, site: EditionSite) -> str:
    """A pack as a tender file. Every scalar is a JSON string or number, which YAML reads as it stands."""
    lines = [
        "srpp: 1",
        f"title: {_scalar(one_line(pack.title)[:_LONGEST_LINE])}",
        f"locale: {_scalar(site.locale)}",
        f"cpv: [{', '.join(_scalar(code) for code in pack.cpv)}]",
        "items:",
    ]
    burden = burden_of(site.edition[entry.item].item for entry in pack.items)
    for entry in pack.items:
        one = _chosen(entry, burden, site)
        lines += [
            f"  - item: {_scalar(one.entry.id)}",
            f"    version: {_scalar(one.entry.version)}",
            f"    reason: {_scalar(one.why)}",
        ]
        if one.values:
            lines.append("    parameters:")
            lines += [f"      {name}: {_scalar(value)}" for name, value in one.values.items()]
    return "\n".join(lines) + "\n"


def _phases(burden: Burden, limits: BurdenLimits | None) -> tuple[Phase, ...]:
    """Before the contract, after its start, and together; a checkout with a broken register has no limits."""
    return (
        Phase("site-burden-before", burden.before, most_bidder=hours_of(limits.bidder_tender) if limits else None),
        Phase("site-burden-after", burden.after, most_bidder=hours_of(limits.bidder_contract) if limits else None),
        Phase("site-burden-whole", burden.before + burden.after, most_buyer=hours_of(limits.buyer) if limits else None),
    )


def _chosen(wanted: PackEntry, burden: Burden, site: EditionSite) -> Chosen:
    entry = site.edition[wanted.item]
    cldr = Locale.parse(site.locale).cldr
    values: dict[str, int | float | bool | str] = {}
    settings = []
    for name, value in {**wanted.parameters, **wanted.texts}.items():
        parameter = entry.parameters.get(name)
        if parameter is None:
            continue
        try:
            read = read_value(parameter, value)
            fits = not parameter.locked or read == parameter.default
        except ValueError:
            read, fits = str(value), False
        if fits:
            values[name] = value
        try:
            text = f"{shown(parameter, read, cldr, site.words)} {_unit(parameter, read, site)}".strip()
        except ValueError:
            text = str(value)
        settings.append(Setting(parameter.label, text, fits))
    return Chosen(entry, wanted.why, values, tuple(settings), burden.of(entry.item.id))


def _unit(parameter: Parameter, value: object, site: EditionSite) -> str:
    """What a bare number counts, as beside the field of the item's page; that word is a plural, so one has it apart."""
    unit = getattr(parameter, "unit", None) or ""
    if isinstance(parameter, DurationParameter):
        unit = site.words[f"ui-unit-{unit}"]
    return f"({unit})" if unit and value == 1 else unit


def _missing(pack: Pack, site: EditionSite) -> list[tuple[str, Missing | None]]:
    """Items of the pack that the edition does not hold, each with its English title and why."""
    master = site.whole.editions[MASTER]
    base = site.whole.shelf.packs.get(pack.id)
    wanted = [one.item for one in base.value.items] if base is not None else []
    return [
        (master[item].title if item in master else item, site.edition.missing.get(item))
        for item in wanted
        if item not in site.edition
    ]


def _scalar(value: object) -> str:
    """A value as JSON, which is YAML as well."""
    return json.dumps(value, ensure_ascii=False)
