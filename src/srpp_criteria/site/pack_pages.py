# SPDX-License-Identifier: Apache-2.0
"""Packs: the items of a typical purchase, why each is there, and the whole of it to take away."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.comparison.parameter_figures import shown
from srpp_criteria.documents.printable import one_line
from srpp_criteria.edition.fill import read_value
from srpp_criteria.edition.locale import Locale
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.page import Asset, Page
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sector_pages import sector_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.edition.entry import Entry, Missing
    from srpp_criteria.models.pack import Pack, PackEntry
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
        bidder_hours: what its proofs cost the bidder, each once.
        buyer_hours: what they cost the buyer.
    """

    entry: Entry
    why: str
    values: dict[str, int | float | bool | str]
    settings: tuple[Setting, ...]
    bidder_hours: float
    buyer_hours: float

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


def pack_pages(site: EditionSite) -> Iterator[Page]:
    """A page for each pack of the edition, and a list of them."""
    words, registers = site.words, site.whole.shelf.registers
    listed = []
    for pack in site.edition.data.packs:
        chosen = [_chosen(one, site) for one in pack.items]
        missing = _missing(pack, site)
        bidder, buyer = sum(one.bidder_hours for one in chosen), sum(one.buyer_hours for one in chosen)
        listed.append((pack, len(chosen), bidder, buyer, [sector_name(s, words) for s in pack.sectors]))
        band = registers.bands.get(pack.band)
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
            bidder_hours=bidder,
            buyer_hours=buyer,
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
    for entry in pack.items:
        one = _chosen(entry, site)
        lines += [
            f"  - item: {_scalar(one.entry.id)}",
            f"    version: {_scalar(one.entry.version)}",
            f"    reason: {_scalar(one.why)}",
        ]
        if one.values:
            lines.append("    parameters:")
            lines += [f"      {name}: {_scalar(value)}" for name, value in one.values.items()]
    return "\n".join(lines) + "\n"


def _chosen(wanted: PackEntry, site: EditionSite) -> Chosen:
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
            text = shown(parameter, read, cldr, site.words)
        except ValueError:
            text = str(value)
        settings.append(Setting(parameter.label, text, fits))
    efforts = [proof.effort for proof in entry.item.evidence]
    return Chosen(
        entry,
        wanted.why,
        values,
        tuple(settings),
        sum(float(effort.bidder_hours) for effort in efforts),
        sum(float(effort.buyer_hours) for effort in efforts),
    )


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
