# SPDX-License-Identifier: Apache-2.0
"""What research saw or recalled of single countries: on the page of an item, on a page by country, and as a file.

The notes are seeds for the national adaptations, no legal advice. They are in English; an edition of a market shows
those of its own country, and the English edition all.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from srpp_criteria.documents.printable import web_address
from srpp_criteria.models.registers import ConstructionNotes, FoodNotes, TextilesNotes
from srpp_criteria.models.registers.national_note import Mark
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.page import Asset, Page
from srpp_criteria.site.register_reading import market_name, register
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sector_pages import by_name, sector_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.base import Source
    from srpp_criteria.models.registers.national_note import NationalNote
    from srpp_criteria.site.edition_site import EditionSite, WholeSite

NOTES_FILE = "national-notes.json"
"""All notes for programs, below the root of the site."""

OTHERS = "others"
"""The page of the countries of which little is known."""

_FEW = 10
"""A country with fewer notes has no page of its own."""

_REGISTERS: dict[str, type[ConstructionNotes | TextilesNotes | FoodNotes]] = {
    "construction": ConstructionNotes,
    "textiles": TextilesNotes,
    "food": FoodNotes,
}
"""The register of each sector."""

_LONGEST_ADDRESS = 60


@dataclass(frozen=True, slots=True)
class Known:
    """A note with the item and the sector it was written for, and the sources that carry it.

    Attributes:
        sector: sector of its register.
        item: id of the item.
        note: the note.
        sources: what was read for the note.
        shared: what was read for all notes on the item, where somebody read the note and it names no source of its own.
    """

    sector: str
    item: str
    note: NationalNote
    sources: tuple[Source, ...]
    shared: tuple[Source, ...]

    def is_of(self, country: str) -> bool:
        """Whether it speaks of a country or of one of its regions."""
        return any(country_of(code) == country for code in self.note.countries)


Read = tuple[str, str]
"""A source that was read: its address, and the short form that a reader recognises."""


@dataclass(frozen=True, slots=True)
class NoteShown:
    """A note as a reader sees it.

    Attributes:
        countries: names of the countries and regions, in the language of the edition.
        says: the fact, in English.
        seen: day on which somebody read it; None if nobody did.
        marks: how far it was looked up otherwise, in words.
        sources: what was read for the note.
        shared: whether its sources are among those of the item as a whole.
    """

    countries: tuple[str, ...]
    says: str
    seen: dt.date | None
    marks: tuple[str, ...]
    sources: tuple[Read, ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class ItemKnown:
    """What is known for one item.

    Attributes:
        item: its id.
        title: its title, in English if the edition does not hold it.
        here: whether the edition holds it.
        notes: what is known.
        read: what was read for all of them, where a note names no source of its own.
    """

    item: str
    title: str
    here: bool
    notes: tuple[NoteShown, ...]
    read: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class SectorKnown:
    """What is known for the items of one sector."""

    key: str
    name: str
    items: tuple[ItemKnown, ...]


@dataclass(frozen=True, slots=True)
class CountryKnown:
    """What is known of one country.

    Attributes:
        code: of the country, in lower case: its place on a page.
        name: in the language of the edition.
        number: how many notes there are.
        sectors: the notes by sector and item.
        page: name of the page they stand on.
    """

    code: str
    name: str
    number: int
    sectors: tuple[SectorKnown, ...]
    page: str


def country_of(code: str) -> str:
    """The country of a region.

    >>> country_of("ES-CT"), country_of("NO")
    ('ES', 'NO')
    """
    return code.partition("-")[0]


def place_name(code: str, site: EditionSite) -> str:
    """A country or region as readers of the edition call it; the country with the code where a region has no name."""
    country, _, region = code.partition("-")
    if not region:
        return market_name(code, site)
    return site.words.get(f"site-region-{code.lower()}", f"{market_name(country, site)} ({region})")


def short_address(url: str) -> str:
    """An address as a reader recognises it: host and path, cut where it is long.

    >>> short_address("https://www.example.org/pay/"), short_address("https://example.org/" + "a" * 80)[-6:]
    ('example.org/pay', 'aaaaa…')
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url[:_LONGEST_ADDRESS]
    shown = f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
    return shown if len(shown) <= _LONGEST_ADDRESS else f"{shown[: _LONGEST_ADDRESS - 1]}…"


def known_notes(whole: WholeSite) -> Iterator[Known]:
    """Every note of every register."""
    for sector, kind in _REGISTERS.items():
        notes = register(whole, f"national-notes-{sector}", kind)
        if notes is None:
            continue
        sources = {source.key: source for source in notes.sources}
        for entry in notes.entries:
            for note in entry.notes:
                # A note that nobody looked up has no source, whatever was read for the item as a whole.
                shared = entry.sources if note.seen is not None and not note.sources else ()
                own, all_ = (tuple(sources[key] for key in keys) for keys in (note.sources, shared))
                yield Known(sector, entry.item, note, own, all_)


def told_notes(site: EditionSite) -> dict[str, tuple[Known, ...]]:
    """What an edition tells, by item: the English one everything, the others what is known of their own country."""
    country = _country(site)
    found: dict[str, list[Known]] = {}
    for one in known_notes(site.whole):
        if country is None or one.is_of(country):
            found.setdefault(one.item, []).append(one)
    return {item: tuple(notes) for item, notes in found.items()}


def notes_of(entry: Entry, site: EditionSite) -> tuple[NoteShown, ...]:
    """What the page of an item shows: all notes in the English edition, elsewhere those of the edition's country."""
    return tuple(_shown(one, site) for one in site.national_notes.get(entry.id, ()))


def read_for_all(notes: Iterable[Known]) -> tuple[Read, ...]:
    """What was read for notes that name no source of their own, each address once."""
    return tuple(dict.fromkeys(link for known in notes for link in _links(known.shared)))


def notes_page_of(site: EditionSite) -> str:
    """Where the notes of an edition stand, below its root; empty if there are none."""
    if not site.national_notes:
        return ""
    country = _country(site)
    return "countries/" if country is None else f"countries/{country.lower()}/"


def country_pages(site: EditionSite) -> Iterator[Page]:
    """A page for each country of which much is known, one for the others, and a list of them all.

    An edition of a market has one page only, that of its own country.
    """
    known, words = [one for notes in site.national_notes.values() for one in notes], site.words
    if not known:
        return
    country = _country(site)
    codes = [country] if country is not None else dict.fromkeys(country_of(c) for k in known for c in k.note.countries)
    countries = sorted((_of_country(code, known, site) for code in codes), key=lambda one: one.name.casefold())
    pages: dict[str, list[CountryKnown]] = {}
    for one in countries:
        pages.setdefault(one.page, []).append(one)
    for name, these in pages.items():
        title = words["site-countries-others"] if name == OTHERS else these[0].name
        markdown = rendered(
            "country.md",
            locale=site.locale,
            words=words,
            title=words["site-countries-of"].replace("{country}", title) if name != OTHERS else title,
            countries=these,
            several=name == OTHERS,
            master=country is None,
        )
        yield Page(f"{site.locale}/countries/{name}.md", title, markdown, site.locale, words["site-countries-lead"])
    if country is None:
        markdown = rendered(
            "countries.md", locale=site.locale, words=words, countries=countries, number=len(known), file=NOTES_FILE
        )
        title = words["site-countries"]
        yield Page(f"{site.locale}/countries/index.md", title, markdown, site.locale, words["site-countries-lead"])


def note_files(whole: WholeSite) -> Iterator[Asset]:
    """All notes as one file, each with its marks and sources; no file where there are none."""
    known = tuple(known_notes(whole))
    if not known:
        return
    data = {
        "about": whole.sites[MASTER].words["site-countries-caution"],
        "licence": "CC0-1.0",
        "notes": [
            {
                "item": one.item,
                "sector": one.sector,
                "countries": one.note.countries,
                "says": one.note.says,
                "marks": [mark.value for mark in one.note.marks],
                "seen": one.note.seen.isoformat() if one.note.seen is not None else None,
                "sources": _named(one.sources),
                "sources_of_the_item": _named(one.shared),
            }
            for one in known
        ],
    }
    yield Asset(NOTES_FILE, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def _country(site: EditionSite) -> str | None:
    """The country of the edition; None in the English edition, which belongs to none."""
    market = site.edition.market
    return country_of(market.market) if market is not None else None


def _shown(known: Known, site: EditionSite) -> NoteShown:
    note, words = known.note, site.words
    named = {Mark.MARKET_SHEET: "site-note-market-sheet", Mark.RECALLED: "site-note-recalled"}
    return NoteShown(
        tuple(place_name(code, site) for code in note.countries),
        note.says,
        note.seen,
        tuple(words[named[mark]] for mark in note.marks if mark in named),
        _links(known.sources),
        bool(known.shared),
    )


def _links(sources: Iterable[Source]) -> tuple[Read, ...]:
    return tuple((url, short_address(url)) for source in sources if (url := web_address(source.url or "")))


def _named(sources: Iterable[Source]) -> list[dict[str, str | None]]:
    return [{"title": source.title, "url": source.url} for source in sources]


def _of_country(code: str, known: Iterable[Known], site: EditionSite) -> CountryKnown:
    own = [one for one in known if one.is_of(code)]
    by_sector: dict[str, dict[str, list[Known]]] = {}
    for one in own:
        by_sector.setdefault(one.sector, {}).setdefault(one.item, []).append(one)
    alone = _country(site) is not None or len(own) >= _FEW
    return CountryKnown(
        code.lower(),
        market_name(code, site),
        len(own),
        tuple(
            SectorKnown(sector, sector_name(sector, site.words), _items(by_sector[sector], site))
            for sector in by_name(by_sector, site.words)
        ),
        code.lower() if alone else OTHERS,
    )


def _items(known: Mapping[str, Sequence[Known]], site: EditionSite) -> tuple[ItemKnown, ...]:
    master = site.whole.sites[MASTER].titles
    return tuple(
        ItemKnown(
            item,
            site.titles.get(item) or master.get(item, item),
            item in site.titles,
            tuple(_shown(note, site) for note in notes),
            read_for_all(notes),
        )
        for item, notes in known.items()
    )
