# SPDX-License-Identifier: Apache-2.0
"""Every text that is published, in every language, with the place where somebody can mend it.

English words stand in the items and the remedy ladders, translations in the catalogues, national words in the overlays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from srpp_criteria.diagnostics import Place
from srpp_criteria.models.words import words_of
from srpp_criteria.shelf.shelf import MASTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.overlay import Overlay
    from srpp_criteria.models.registers import DraftingWords
    from srpp_criteria.models.words import Path, Words
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one language.

    `field` is the field of the item it belongs to, such as `text` or `evidence`; `item` is None for a remedy ladder.
    `signed` is true for words that go into the tender or contract.
    """

    words: str
    language: str
    at: Shelved[Any] | Place
    """The file, read for the place only when something is found there, or the place itself."""
    path: Path
    address: str
    field: str
    signed: bool
    item: Item | None = None

    @property
    def place(self) -> Place:
        """Where the text stands."""
        return self.at if isinstance(self.at, Place) else self.at.place(self.path)

    @property
    def name(self) -> str:
        """How a message calls the text: its address, and its language unless that is English."""
        return self.address if self.language == MASTER else f"{self.address} ({self.language})"


def drafting_words(text: Text, shelf: Shelf) -> DraftingWords | None:
    """The words by which the language is read; a variant such as de_AT is read like its language."""
    known = shelf.registers.drafting
    return known.get(text.language) or known.get(text.language.partition("_")[0])


def texts_of_item(item: Shelved[Item], shelf: Shelf, words: tuple[Words, ...]) -> Iterator[Text]:
    """The English words of an item and all their translations."""
    yield from _in_all_languages(_Origin(item, (), f"{item.value.id}:", "", item.value), words, shelf)


def texts_of_overlay(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Text]:
    """The words that a market puts into an item, in each of its languages."""
    item = shelf.items.get(overlay.value.item)
    for path, address, texts in words_of_overlay(overlay.value):
        signed = path[-1] in {"languages", "what"}
        for language, words in texts.items():
            at = (*path, language)
            yield Text(words, language, overlay, at, address, str(path[0]), signed, item.value if item else None)


def texts_of_ladders(shelf: Shelf) -> Iterator[Text]:
    """The remedies, which are contract text like that of items."""
    register = shelf.registers.files.get("remedy-ladders")
    if register is None:
        return
    for position, (key, ladder) in enumerate(shelf.registers.ladders.items()):
        origin = _Origin(register, ("entries", position), f"remedy-ladders:{key}.", f"{key}.", None)
        yield from _in_all_languages(origin, words_of(ladder), shelf)


def words_of_overlay(overlay: Overlay) -> Iterator[tuple[Path, str, Mapping[str, str]]]:
    """By path and address: new words in their languages."""
    for position, change in enumerate(overlay.text):
        part = change.replace or change.id
        if change.languages:
            yield ("text", position, "languages"), f"text.{part}", change.languages
        if change.title:
            yield ("text", position, "title"), f"text.{part}.title", change.title
    for position, proof in enumerate(overlay.evidence):
        yield ("evidence", position, "what"), f"evidence.{proof.id}.what", proof.what
        yield ("evidence", position, "how_checked"), f"evidence.{proof.id}.how_checked", proof.how_checked


_READ_BESIDE = frozenset({"evidence", "sections", "columns"})
"""Fields whose plain words are read too: how a proof is checked, and what a form asks for."""


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where the words of a model stand: its file, the path to it, and what the catalogues and messages call it."""

    file: Shelved[Any]
    path: Path
    context: str
    prefix: str
    item: Item | None


def _in_all_languages(origin: _Origin, words: Iterable[Words], shelf: Shelf) -> Iterator[Text]:
    for one in words:
        if not (one.message or one.path[0] in _READ_BESIDE):
            continue  # titles, advice and labels are read by nobody here
        field, address, item = str(one.path[0]), origin.prefix + one.address, origin.item
        yield Text(one.text, MASTER, origin.file, (*origin.path, *one.path), address, field, one.message, item)
        for catalogue in shelf.catalogues.values():
            found = catalogue.find(origin.context + one.address, one.text)
            if found is not None:
                yield Text(found.text, catalogue.language, found.place, (), address, field, one.message, item)
