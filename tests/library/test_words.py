# SPDX-License-Identifier: Apache-2.0
"""Translatable words of a model: each has an address that survives reordering and by which it can be exchanged."""

from __future__ import annotations

from pathlib import Path

import pytest

from srpp_criteria.models.base import Model
from srpp_criteria.models.item import FormField, Part, _Item
from srpp_criteria.models.words import entry_name, with_words, words_of
from srpp_criteria.shelf.reading import read_shelf

ROOT = Path(__file__).parent.parent.parent
SHELF = read_shelf(ROOT)
ITEMS: dict[str, _Item] = {name: item.value for name, item in SHELF.items.items()}


@pytest.mark.parametrize("name", ITEMS)
def test_every_word_of_an_item_has_an_address_of_its_own(name: str) -> None:
    """Two sentences under one address would get one translation."""
    addresses = [words.address for words in words_of(ITEMS[name])]

    assert len(addresses) == len(set(addresses))
    assert len(addresses) > 10


@pytest.mark.parametrize("name", ITEMS)
def test_an_address_leads_to_its_words(name: str) -> None:
    """The path beside it is the way through the file."""
    for words in words_of(ITEMS[name]):
        value: object = ITEMS[name]
        for step in words.path:
            value = getattr(value, str(step)) if isinstance(value, Model) else value[step]  # type: ignore[index]
        assert value == words.text


@pytest.mark.parametrize("name", ITEMS)
def test_all_words_are_exchanged_and_nothing_else(name: str) -> None:
    """Every sentence in capitals, every figure, key and code as before."""
    item = ITEMS[name]

    shouted = with_words(item, {words.address: words.text.upper() for words in words_of(item)})

    assert [words.text for words in words_of(shouted)] == [words.text.upper() for words in words_of(item)]
    back = with_words(shouted, {words.address: words.text for words in words_of(item)})
    assert back == item


def test_what_is_not_named_stays_the_very_same() -> None:
    """No copy is made of what did not change."""
    item = next(iter(ITEMS.values()))

    assert with_words(item, {}) is item
    changed = with_words(item, {"title": "Other"})
    assert changed.title == "Other"
    assert changed.text is item.text
    assert item.title != "Other"


def test_an_entry_is_called_by_its_id_and_not_by_its_place() -> None:
    """So that a translation stays with its sentence when parts are moved."""
    first, second = Part(id="a", text="One."), Part(id="b", text="Two.")  # type: ignore[arg-type]

    assert [entry_name(part, position) for position, part in enumerate((second, first), 1)] == ["b", "a"]
    assert entry_name("a watch-out", 2) == "2"


def test_words_for_a_reader_are_told_from_notes_and_names() -> None:
    """Ids, types and notes for the keepers of the library are not translated."""
    field = FormField.model_validate_json(
        '{"id": "name", "label": "Name", "type": "choice", "help": "As in the register.", "options": ["Yes", "No"]}'
    )

    assert [words.address for words in words_of(field)] == ["label", "help", "options.1", "options.2"]
