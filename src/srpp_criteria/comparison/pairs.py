# SPDX-License-Identifier: Apache-2.0
"""Which two texts are laid side by side, so that one language is compared with itself. Why: docs/decisions/0033."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from srpp_criteria.edition.entry import Reason
from srpp_criteria.edition.locale import Locale
from srpp_criteria.edition.resolve import before_market, gloss
from srpp_criteria.errors import InvalidLibrary, NotComparable, UnknownItem, UnknownLocale
from srpp_criteria.shelf.shelf import MASTER

if TYPE_CHECKING:
    from srpp_criteria.comparison.collection import Collection
    from srpp_criteria.comparison.reference import TextReference
    from srpp_criteria.edition.entry import EditionData, Entry
    from srpp_criteria.shelf.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of one language.

    Attributes:
        before: the text before.
        after: the text after.
        before_name: what it is called: its stamp, or what it was made from.
        after_name: the same for the text after.
        note: in which language they are read, if that is not the one that was asked for; otherwise empty.
        waits: which edition still shows an old text, and why; empty if none does.
    """

    before: Entry
    after: Entry
    before_name: str
    after_name: str
    note: str = ""
    waits: str = ""


def pair_of(library: Collection, before: TextReference, after: TextReference) -> Pair:
    """Find two texts and read them in one language.

    The base text against a market: in the market's language, as it was before the market changed it. Two markets of
    different languages: both in English.

    Raises:
        NotComparable: their languages differ, and one of them was released; or there is no checkout to read them from.
        UnknownText: see `TextReference.entry`, which also says what else is raised.
    """
    locales = before.locale or MASTER, after.locale or MASTER
    for locale, reference in zip(locales, (before, after), strict=True):
        # Released texts of an edition that is no longer published stay on record.
        is_on_record = not reference.is_present and library.register.of(reference.item, locale)
        if locale not in library.locales and not is_on_record:
            raise UnknownLocale(locale, library.locales)
    languages = [Locale.parse(locale).language for locale in locales]
    if MASTER in locales and locales[0] != locales[1] and before.is_present and after.is_present:
        return _base_and_market(library, before, after)
    if languages[0] == languages[1]:
        old, new = before.entry(library), after.entry(library)
        waits = [_why_it_waits(library, one) for one in (before, after)]
        return Pair(old, new, old.stamp, new.stamp, waits=" ".join(dict.fromkeys(filter(None, waits))))
    if before.is_present and after.is_present:
        return _two_markets(library, before, after)
    raise NotComparable(
        str(before),
        str(after),
        f"{before} and {after} are texts of two languages, and a released text has only its own",
        "name two texts of one language, or the present texts of both: "
        f"{before.item}+{locales[0]} {after.item}+{locales[1]}",
    )


def _why_it_waits(library: Collection, reference: TextReference) -> str:
    """Why an edition still shows the text that was released last; empty if it shows the present one."""
    if not reference.is_present:
        return ""
    edition = library.edition(reference.locale or MASTER)
    # An edition that keeps an old text holds it, and its data say beside why the present one is missing.
    missing = next((one for one in edition.data.missing if one.item == reference.item), None)
    if missing is None or reference.item not in edition:
        return ""
    kept = edition[reference.item]
    waits = "the decision of its market waits" if missing.reason is Reason.STALE else "its translation waits"
    return f"{edition.locale} still shows {kept.version} (revision {kept.revision}), since {waits}: {missing.says}."


def _refuse_what_waits(library: Collection, before: TextReference, after: TextReference) -> None:
    """The text that was released last is held against no present text: the difference would be of two times."""
    for reference in (before, after):
        says = _why_it_waits(library, reference)
        if not says:
            continue
        item, locale = reference.item, reference.locale or MASTER
        kept = reference.entry(library).version
        now = library.edition(MASTER)[item].version if item in library.edition(MASTER) else kept
        english = f"{item}@{kept} {item}" + (f"@{now}" if now != kept else "")
        hint = f"compare the English texts: {english}; the market's own text is {item}@{kept}+{locale}"
        raise NotComparable(str(before), str(after), says.rstrip("."), hint)


def _base_and_market(library: Collection, before: TextReference, after: TextReference) -> Pair:
    shelf = _shelf(library, before, after)
    _refuse_what_waits(library, before, after)
    base_first = (before.locale or MASTER) == MASTER
    base, national = (before, after) if base_first else (after, before)
    locale = national.locale or MASTER
    base_entry = _entry(before_market(shelf, locale), base.item)
    entry = national.entry(library)
    name = f"{base.item}@{base_entry.version}, the base text in {locale}"
    note = f"The base text is read in the language of {locale}, as it is before the market changes it."
    if base_first:
        return Pair(base_entry, entry, name, entry.stamp, note)
    return Pair(entry, base_entry, entry.stamp, name, note)


def _two_markets(library: Collection, before: TextReference, after: TextReference) -> Pair:
    shelf = _shelf(library, before, after)
    _refuse_what_waits(library, before, after)
    sides, names = [], []
    for reference in (before, after):
        own = reference.entry(library)
        market = Locale.parse(own.locale).market
        sides.append(_in_english(gloss(shelf, market), before, after, reference) if market else own)
        names.append(f"{own.stamp}, in English")
    note = "Both are read in English, since they have different languages: nobody signs these words."
    return Pair(sides[0], sides[1], names[0], names[1], note)


def _shelf(library: Collection, before: TextReference, after: TextReference) -> Shelf:
    try:
        return library.shelf
    except InvalidLibrary as invalid:
        raise NotComparable(
            str(before),
            str(after),
            "a base text and a market, or two markets, are compared from the files of the library",
            "install it from a checkout, or name two texts of one language",
        ) from invalid


def _entry(data: EditionData, item: str) -> Entry:
    known = {entry.id: entry for entry in data.entries}
    if item not in known:
        says = next((missing.says for missing in data.missing if missing.item == item), "")
        raise UnknownItem(item, data.locale, known, says)
    return known[item]


def _in_english(data: EditionData, before: TextReference, after: TextReference, reference: TextReference) -> Entry:
    try:
        return _entry(data, reference.item)
    except UnknownItem as unknown:
        why = unknown.missing or "the market has no such text"
        raise NotComparable(
            str(before),
            str(after),
            f"{reference} cannot be read in English: {why}",
            f"compare each with the base text: {reference.item} {reference}",
        ) from unknown


def in_locale(reference: TextReference, locale: str | None) -> TextReference:
    """The reference in an edition, if it leaves open which one."""
    return reference if reference.locale is not None or locale is None else replace(reference, locale=locale)
