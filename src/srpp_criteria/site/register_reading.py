# SPDX-License-Identifier: Apache-2.0
"""What the reference pages ask the registers and market sheets for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from srpp_criteria.edition.locale import Locale
from srpp_criteria.edition.resolve import interface_words, law_of
from srpp_criteria.edition.translate import catalogues_of
from srpp_criteria.models.base import Model
from srpp_criteria.wording.cldr import babel_locale

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from srpp_criteria.edition.law import LawOfEdition
    from srpp_criteria.site.edition_site import EditionSite, WholeSite

M = TypeVar("M", bound=Model)

OLD_AFTER_DAYS = 300
"""A figure that nobody has looked at for longer is shown as old: see the yearly check of the markets."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the language they are in."""

    text: str
    lang: str


def said(texts: Mapping[str, str], language: str) -> Said:
    """The words in a language; where there are none, in English, otherwise in the first language there is.

    >>> said({"nb": "minstelønn", "en": "minimum wage"}, "fr")
    Said(text='minimum wage', lang='en')
    """
    chosen = next((code for code in (language, "en") if code in texts), next(iter(texts)))
    return Said(texts[chosen], chosen)


def market_name(code: str, site: EditionSite) -> str:
    """A market as the readers of the edition call it: as its own sheet says, otherwise as CLDR does."""
    sheet = site.whole.shelf.markets.get(code)
    names = sheet.value.name if sheet is not None else {}
    if site.edition.language in names:
        return names[site.edition.language]
    territory = babel_locale(site.cldr).territories.get(code)
    return str(territory) if territory else names.get("en", code)


def register(whole: WholeSite, name: str, kind: type[M]) -> M | None:
    """A register as a whole; None if it could not be read."""
    found = whole.shelf.registers.files.get(name)
    return found.value if found is not None and isinstance(found.value, kind) else None


def law(site: EditionSite) -> LawOfEdition:
    """How the edition cites a key of the law. Costs a little: ask once for a page, not once for a key."""
    return _law(site, Locale.parse(site.locale).markets)


def union_law(site: EditionSite) -> LawOfEdition:
    """How the law of the Union is called in the language of the edition, whatever the market made of it."""
    return _law(site, ())


def _law(site: EditionSite, markets: Sequence[str]) -> LawOfEdition:
    locale, shelf = Locale.parse(site.locale), site.whole.shelf
    catalogues = catalogues_of(shelf, locale)
    sheets = [shelf.markets[code].value for code in markets if code in shelf.markets]
    return law_of(shelf, locale, sheets, catalogues, interface_words(shelf, catalogues, locale))


def is_old(seen: dt.date | None, today: dt.date) -> bool:
    """Whether nobody has looked at something for a long time, or ever."""
    return seen is None or (today - seen).days > OLD_AFTER_DAYS
