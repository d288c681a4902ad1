# SPDX-License-Identifier: Apache-2.0
"""First step: every word of every item in the language of the edition, as far as the catalogues go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from srpp_criteria.edition.draft import Origin
from srpp_criteria.models.base import Model
from srpp_criteria.models.words import with_words, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from srpp_criteria.edition.draft import Draft
    from srpp_criteria.edition.locale import Locale
    from srpp_criteria.shelf.catalogue import Catalogue, Translation
    from srpp_criteria.shelf.shelf import Shelf

M = TypeVar("M", bound=Model)


def translate(draft: Draft, shelf: Shelf, locale: Locale) -> Draft:
    """Put the catalogue's words in the place of the English ones; remember their origin, and what is missing."""
    catalogues = catalogues_of(shelf, locale)
    if not locale.catalogues:
        return draft
    entries = {}
    for name, entry in draft.entries.items():
        item, untranslated, origins = translated(entry.item, f"{name}:", catalogues)
        entries[name] = replace(entry, item=item, untranslated=untranslated, origins=origins)
    return replace(draft, entries=entries)


def translated(model: M, prefix: str, catalogues: Sequence[Catalogue]) -> tuple[M, frozenset[str], dict[str, Origin]]:
    """A model in another language, the addresses that have no translation, and the origin of those that have one.

    The context of a message is the prefix and the address: `<item-id>:` for an item, `<register>:<key>.` for an entry.
    """
    found: dict[str, str] = {}
    origins: dict[str, Origin] = {}
    missing: list[str] = []
    for words in words_of(model):
        translation = find(catalogues, f"{prefix}{words.address}", words.text)
        if translation is None:
            missing.append(words.address)
        else:
            found[words.address] = translation.text
            origins[words.address] = Origin("translation", translation.place)
    return with_words(model, found), frozenset(missing), origins


def find(catalogues: Sequence[Catalogue], context: str, english: str) -> Translation | None:
    """The first catalogue that knows the words wins: a variant such as de_AT holds only what differs from de."""
    for catalogue in catalogues:
        translation = catalogue.find(context, english)
        if translation is not None:
            return translation
    return None


def catalogues_of(shelf: Shelf, locale: Locale) -> list[Catalogue]:
    """The catalogues of a locale that exist, the most special first."""
    return [shelf.catalogues[name] for name in locale.catalogues if name in shelf.catalogues]
