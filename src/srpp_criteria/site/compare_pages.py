# SPDX-License-Identifier: Apache-2.0
"""The same item in other countries: the base text and every market side by side, part by part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from srpp_criteria.comparison.parameter_figures import Figures, figures
from srpp_criteria.comparison.parts import Fate, compared_parts, part_texts
from srpp_criteria.edition.locale import Locale
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.page import Page
from srpp_criteria.site.register_reading import market_name
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sections import by_section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.comparison.word_marks import Run
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry, Missing
    from srpp_criteria.models.overlay import Decision
    from srpp_criteria.site.edition_site import EditionSite, WholeSite


@dataclass(frozen=True, slots=True)
class Own:
    """The item in one edition: its own words."""

    locale: str
    texts: Mapping[str, str]
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A part in English, marked against the base text."""

    fate: Fate
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One column: the base text, or a market with all its editions.

    Attributes:
        code: market code; empty for the base text.
        entries: the item in each edition of the market that holds it, by locale.
        own: its words in each edition.
        glosses: the parts in English, by their id.
        english: the item of the market in English; None where it has none.
        missing: why the market has no such item, if it has none.
        decision: what the market decided.
        reason: why, in English.
    """

    code: str
    entries: Mapping[str, Entry]
    own: tuple[Own, ...]
    glosses: Mapping[str, Gloss]
    english: Entry | None = None
    missing: Missing | None = None
    decision: Decision | None = None
    reason: str = ""

    def holds(self, locale: str) -> bool:
        """Whether the column is the reader's own."""
        return locale in self.entries or (not self.code and locale == MASTER)


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter in every column, in the order of the columns; None where a column has no such parameter."""

    label: str
    cells: tuple[Figures | None, ...]

    @property
    def differs(self) -> bool:
        """Whether the markets do not agree."""
        return len(set(self.cells)) > 1


_SIDES: WeakKeyDictionary[Edition, dict[str, tuple[Side, ...]]] = WeakKeyDictionary()
"""The columns of each item by master edition: every edition shows the same ones, in an order of its own."""


def compare_pages(site: EditionSite) -> Iterator[Page]:
    """A page for each item of the library, and a list of them all."""
    words = site.words
    master = site.whole.editions[MASTER]
    known = _SIDES.setdefault(master, {})
    for base in master:
        if base.id not in known:
            known[base.id] = tuple(_sides(site.whole, base))
        sides = sorted(known[base.id], key=lambda side: not side.holds(site.locale))  # stable: own one first
        sides[0] = replace(sides[0], own=tuple(sorted(sides[0].own, key=lambda own: own.locale != site.locale)))
        entry = _here(site, base)
        markdown = rendered(
            "compare.md",
            locale=site.locale,
            words=words,
            entry=entry,
            title_lang="" if base.id in site.edition else MASTER,
            here=base.id in site.edition,
            sides=sides,
            parts=_part_titles(entry, sides),
            rows=_rows(site, entry, sides),
            names={locale: other.name for locale, other in site.whole.sites.items()},
            market_names={side.code: _market_name(side.code, site) for side in sides},
            Fate=Fate,
        )
        title = f"{entry.title} – {words['site-compare']}"
        yield Page(
            f"{site.locale}/compare/{base.id}.md", title, markdown, site.locale, words["site-compare-lead"], wide=True
        )
    yield _index(site, master)


def _index(site: EditionSite, master: Edition) -> Page:
    words = site.words
    sections = by_section(_here(site, base) for base in master)
    own = Locale.parse(site.locale).markets

    def foreign(code: str) -> bool:
        return code not in own

    markets = {
        base.id: [(code, _decision(site.whole, code, base.id)) for code in site.whole.shelf.markets] for base in master
    }
    markdown = rendered(
        "compare-index.md",
        locale=site.locale,
        words=words,
        sections=sections,
        markets=markets,
        codes=[(code, _market_name(code, site)) for code in sorted(site.whole.shelf.markets, key=foreign)],
    )
    return Page(f"{site.locale}/compare/index.md", words["site-compare"], markdown, site.locale, wide=True)


def _here(site: EditionSite, base: Entry) -> Entry:
    """The item in the edition; the base text where the edition has none."""
    return site.edition[base.id] if base.id in site.edition else base  # noqa: SIM401  # an edition has no `get`


def _decision(whole: WholeSite, code: str, item: str) -> Decision | None:
    overlay = whole.shelf.overlays.get((code, item))
    return overlay.value.decision if overlay is not None else None


def _sides(whole: WholeSite, base: Entry) -> Iterator[Side]:
    base_parts = part_texts(base)
    texts = {name: part.text for name, part in base_parts.items()}
    titles = {name: part.title for name, part in base_parts.items()}
    yield Side("", {MASTER: base}, (Own(MASTER, texts, titles),), {}, base)
    for code, sheet in whole.shelf.markets.items():
        editions = [whole.editions[locale] for locale in sheet.value.locales if locale in whole.editions]
        entries = {edition.locale: edition[base.id] for edition in editions if base.id in edition}
        own = tuple(_own(locale, entry) for locale, entry in entries.items())
        missing = next((e.missing[base.id] for e in editions if base.id in e.missing), None)
        gloss = next((whole.glosses[e.locale] for e in editions if e.locale in whole.glosses), None)
        english = gloss[base.id] if gloss is not None and base.id in gloss else None
        overlay = whole.shelf.overlays.get((code, base.id))
        yield Side(
            code,
            entries,
            own,
            {part.id: Gloss(part.fate, part.runs) for part in compared_parts(base_parts, part_texts(english))}
            if english is not None
            else {},
            english,
            missing if not entries else None,
            overlay.value.decision if overlay is not None else None,
            overlay.value.reason if overlay is not None else "",
        )


def _own(locale: str, entry: Entry) -> Own:
    parts = part_texts(entry)
    return Own(
        locale,
        {name: part.text for name, part in parts.items()},
        {name: part.title for name, part in parts.items()},
    )


def _part_titles(entry: Entry, sides: list[Side]) -> list[tuple[str, str, str]]:
    """Every part of any column: id, heading, language of the heading; those of the reader's text first."""
    found = {part.id: (part.title or "", "") for part in entry.item.text}
    for side in sides:
        for part in side.english.item.text if side.english is not None else ():
            found.setdefault(part.id, (part.title or "", MASTER))
    return [(name, title, lang) for name, (title, lang) in found.items()]


def _rows(site: EditionSite, entry: Entry, sides: list[Side]) -> list[Row]:
    labels = {name: parameter.label for name, parameter in entry.parameters.items()}
    columns = [dict(side.english.parameters) if side.english is not None else {} for side in sides]
    for column in columns:
        for name, parameter in column.items():
            labels.setdefault(name, parameter.label)
    rows = []
    for name, label in labels.items():
        cells = tuple(figures(column[name], site.locale, site.words) if name in column else None for column in columns)
        rows.append(Row(label, cells))
    return rows


def _market_name(code: str, site: EditionSite) -> str:
    return market_name(code, site) if code else site.words["site-compare-base"]
