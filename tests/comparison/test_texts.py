# SPDX-License-Identifier: Apache-2.0
"""Two texts compared: everything that is signed, and nothing else."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import ladder, parameter
from tests.comparison.changed_fields import changed_fields, master

from srpp_criteria import Entry, Library
from srpp_criteria.comparison.parts import Fate
from srpp_criteria.comparison.texts import Comparison, Difference, compare
from srpp_criteria.comparison.weight import least_change_of
from srpp_criteria.comparison.word_marks import Mark
from srpp_criteria.edition.stamp import fingerprint

if TYPE_CHECKING:
    from tests.checkout import Checkout


def two(checkout: Checkout, before: dict[str, Any], after: dict[str, Any]) -> dict[str, Difference]:
    """What differs between two states of the same item, by address."""
    entries = []
    for fields in (before, after):
        checkout.item(**fields)
        entries.append(checkout.edition("en")["fair-pay"])
    return {one.address: one for one in compare(*entries).differences}


@cache
def compared() -> tuple[tuple[str, Entry, Entry, Comparison], ...]:
    """Every changed field with its comparison."""
    return tuple((address, before, after, compare(before, after)) for address, before, after in changed_fields())


def print_of(entry: Entry) -> str:
    """The fingerprint of a text, whatever it says of itself."""
    return fingerprint(entry.item, entry.ladder, entry.locale)


def test_a_text_does_not_differ_from_itself() -> None:
    """In no edition, in no kind of item."""
    library = Library.load()
    for locale in library.locales:
        for entry in library.edition(locale):
            assert compare(entry, entry).is_same, entry.stamp


def test_every_signed_field_shows_up_and_no_other() -> None:
    """A comparison, the least weight and the fingerprint never disagree on whether something signed changed."""
    signed = 0
    for address, before, after, found in compared():
        identity = (before.item.id, before.item.version) != (after.item.id, after.item.version)
        if identity:
            continue
        differs = print_of(before) != print_of(after)
        signed += differs

        assert found.is_same is not differs, address
        assert (least_change_of(before, after) is not None) is differs, address
    assert 200 < signed < len(changed_fields())


@pytest.mark.parametrize("seed", range(5))
def test_any_two_texts_can_be_compared(seed: int) -> None:
    """Also two items of other kinds: nothing is taken for granted."""
    before, after = random.Random(seed).sample(master(), 2)  # noqa: S311  # no secret

    assert not compare(before, after).is_same


def test_words_are_shown_with_their_start_values(checkout: Checkout) -> None:
    """A reader sees the sentence, not the pattern."""
    days = {"days": parameter("integer", label="Days")}
    found = two(
        checkout,
        {"text": {"obligation": "Pay within {days, plural, one {# day} other {# days}}."}, "parameters": days},
        {"text": {"obligation": "Pay wages within {days, plural, one {# day} other {# days}}."}, "parameters": days},
    )

    one = found["text.obligation"]
    assert (one.fate, one.before, one.after) == (Fate.CHANGED, "Pay within 2 days.", "Pay wages within 2 days.")
    assert [run.text for run in one.runs if run.mark is Mark.INSERTED] == ["wages"]


def test_words_that_the_start_values_do_not_show_are_shown_too(checkout: Checkout) -> None:
    """A changed branch of a plural changes the contract of somebody else."""
    days = {"days": parameter("integer", label="Days")}
    pattern = "Pay within {{days, plural, one {{# {word}}} other {{# days}}}}."
    found = two(
        checkout,
        {"text": {"obligation": pattern.format(word="day")}, "parameters": days},
        {"text": {"obligation": pattern.format(word="working day")}, "parameters": days},
    )

    assert [run.text for run in found["text.obligation"].runs if run.mark is Mark.INSERTED] == ["working"]


def test_other_spaces_are_signed_and_told_though_nobody_sees_them(checkout: Checkout) -> None:
    """The fingerprint changed, so the comparison is not silent."""
    found = two(checkout, {"title": "Fair pay"}, {"title": "Fair  pay"})

    assert not found["title"].is_seen


def test_parts_come_go_and_move(checkout: Checkout) -> None:
    """Each with its fate; what only slid because of another one was not moved."""
    found = two(
        checkout,
        {"text": {"a": "First.", "b": "Second.", "c": "Third.", "d": "Fourth."}},
        {"text": {"c": "Third.", "a": "First.", "b": "Second.", "e": "Fifth."}},
    )

    assert {address: one.fate for address, one in found.items()} == {
        "text.c": Fate.MOVED,
        "text.d": Fate.REMOVED,
        "text.e": Fate.ADDED,
    }
    assert (found["text.c"].before, found["text.c"].after) == ("3", "1")


def test_a_condition_is_a_difference(checkout: Checkout) -> None:
    """The same words under another condition are another text."""
    asked = {"asked": parameter("boolean", label="Asked")}
    words = "Pay weekly."
    found = two(
        checkout,
        {
            "text": {"a": "Pay.", "b": {"text": words, "when": {"parameter": "asked", "equals": True}}},
            "parameters": asked,
        },
        {
            "text": {"a": "Pay.", "b": {"text": words, "when": {"parameter": "asked", "equals": False}}},
            "parameters": asked,
        },
    )

    assert (found["text.b.when"].before, found["text.b.when"].after) == ("asked = true", "asked = false")


def test_figures_are_written_as_the_readers_of_the_locale_write_them(checkout: Checkout) -> None:
    """Limits, start value, lock and unit, each on its own, under the label of the parameter."""
    old, new = parameter("money", label="Bond"), parameter("money", label="Bond", default=1500, maximum=2000)
    found = two(checkout, {"parameters": {"bond": old}}, {"parameters": {"bond": {**new, "locked": True}}})

    assert {address: (one.before, one.after) for address, one in found.items()} == {
        "parameters.bond.locked": ("no", "yes"),
        "parameters.bond.default": ("EUR\xa02", "EUR\xa01,500"),
        "parameters.bond.maximum": ("EUR\xa0100", "EUR\xa02,000"),
    }
    assert {one.group for one in found.values()} == {"Parameter: Bond"}


def test_the_remedy_ladder_is_part_of_the_text(checkout: Checkout) -> None:
    """Its words and figures stand in the contract."""
    entries = []
    for days, text in ((5, "Within {remedy_days} days."), (4, "Within {remedy_days} days, in writing.")):
        checkout.register("remedy-ladders", entries=[ladder("standard", text=text, days=days)])
        checkout.clause()
        entries.append(checkout.edition("en")["fair-pay"])
    found = compare(*entries)

    assert "ladder.parameters.remedy_days.default" in {one.address for one in found.parameters}
    assert {one.says for one in found.others} >= {"Remedy ladder, Step: Hearing, words"}


def test_reading_order_is_kept() -> None:
    """What belongs together stands together: each section once."""
    for address, _, _, found in compared():
        sections = [one.section for one in found.differences]
        assert sections == sorted(sections, key=sections.index), address
