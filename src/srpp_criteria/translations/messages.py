# SPDX-License-Identifier: Apache-2.0
"""Everything in the library that is translated, as messages with a context.

The context is `<item-id>:<address>` for items, `pack-<id>:…` for packs and `<register>:<key>.…` for registers. One
catalogue (`domain`) holds one folder of criteria/, so that translators share the work without meeting each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.models.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.diagnostics import Place
    from srpp_criteria.models.base import Model
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved

TRANSLATED_REGISTERS = (
    "interface",
    "topics",
    "bands",
    "scoring-methods",
    "remedy-ladders",
    "laws",
    "conventions",
    "judgments",
    "glossary",
)
"""Registers whose words documents and pages print."""


@dataclass(frozen=True, slots=True)
class TranslatableMessage:
    """One English text, its context, its catalogue and its line."""

    domain: str
    context: str
    english: str
    place: Place
    icu: bool


def messages(shelf: Shelf) -> Iterator[TranslatableMessage]:
    """All translatable messages of a shelf, item by item in reading order."""
    for name, item in shelf.items.items():
        yield from _of(item, item.file.split("/")[-2], name)
    for name, pack in shelf.packs.items():
        yield from _of(pack, "packs", f"pack-{name}")
    for name in TRANSLATED_REGISTERS:
        register = shelf.registers.files.get(name)
        if register is not None:
            yield from _of_register(register, name)


def _of(shelved: Shelved[Model], domain: str, context: str) -> Iterator[TranslatableMessage]:
    for words in words_of(shelved.value):
        yield TranslatableMessage(
            domain, f"{context}:{words.address}", words.text, shelved.place(words.path), words.message
        )


def _of_register(shelved: Shelved[Model], name: str) -> Iterator[TranslatableMessage]:
    for words in words_of(shelved.value):
        address = words.address.removeprefix("entries.")
        yield TranslatableMessage(
            "registers", f"{name}:{address}", words.text, shelved.place(words.path), words.message
        )
