# SPDX-License-Identifier: Apache-2.0
"""What is wrong in a file is said at its line and column, in a buyer's words, all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import as_yaml, decision_fields, item_fields, market_fields, parameter

from srpp_criteria import InvalidLibrary

if TYPE_CHECKING:
    from tests.checkout import Checkout, Fields

ITEM = "criteria/food/fair-pay.yml"


def _broken(fields: Fields, change: Any) -> Fields:
    change(fields)
    return fields


def _with_figure(**fields: Any) -> Fields:
    return item_fields("fair-pay", parameters={"days": parameter("duration"), "tiers": parameter("integer", **fields)})


SAID = {
    "a missing field": (
        {name: value for name, value in item_fields("fair-pay").items() if name != "title"},
        "id: fair-pay",
        1,
        'SRPP120 field "title" is missing (add title: to this entry)',
    ),
    "a missing field deep inside": (
        _with_figure(label=None) | {"title": "Fair pay"},
        "label: null",
        12,
        'SRPP122 label is "null" (expected a text (put it in quotes if it looks like a number))',
    ),
    "a field that does not exist": (
        {**item_fields("fair-pay"), "titel": "Fair pay"},
        "titel: Fair pay",
        1,
        'SRPP121 field "titel" is unknown (did you mean "title"?)',
    ),
    "a field that does not exist deep in a list": (
        item_fields("fair-pay", text={"obligation": {"text": "Pay.", "wen": True}}),
        "wen: true",
        3,
        'SRPP121 field "wen" is unknown (did you mean "when"?)',
    ),
    "a misspelt choice": (
        item_fields("fair-pay", stage="awrd"),
        "stage: awrd",
        8,
        'SRPP125 stage "awrd" is unknown (did you mean "award"?)',
    ),
    "a choice that is like no other": (
        item_fields("fair-pay", level="xxl"),
        "level: xxl",
        8,
        'SRPP125 level "xxl" is unknown (one of: core, advanced, spearhead)',
    ),
    "a misspelt kind": (
        item_fields("fair-pay", kind="clauze"),
        "id: fair-pay",
        1,
        'SRPP125 kind "clauze" is unknown (did you mean "clause"?)',
    ),
    "no kind at all": (
        {name: value for name, value in item_fields("fair-pay").items() if name != "kind"},
        "id: fair-pay",
        1,
        'SRPP120 field "kind" is missing (add kind: to this entry)',
    ),
    "a figure without a type": (
        item_fields("fair-pay", parameters={"tiers": {"label": "Tiers"}}),
        "label: Tiers",
        5,
        'SRPP120 field "type" is missing (add type: to this entry)',
    ),
    "a figure of an unknown type": (
        item_fields("fair-pay", parameters={"tiers": {"type": "integr"}}),
        "type: integr",
        5,
        'SRPP125 type "integr" is unknown (did you mean "integer"?)',
    ),
    "a default above the maximum": (
        item_fields(
            "fair-pay",
            parameters={"share": parameter("percentage", default=120, basis={"kind": "judgement", "says": "x"})},
        ),
        "type: percentage",
        5,
        "SRPP131 default 120 is above the maximum 100 (lower the default or raise the maximum)",
    ),
    "a number for words": (
        item_fields("fair-pay", title=7),
        "title: 7",
        8,
        'SRPP122 title is "7" (expected a text (put it in quotes if it looks like a number))',
    ),
    "words for a number": (
        item_fields("fair-pay", parameters={"tiers": parameter(maximum="many")}),
        "maximum: many",
        14,
        'SRPP122 maximum is "many" (expected a whole number)',
    ),
    "a fraction for a whole number": (
        item_fields("fair-pay", parameters={"tiers": parameter(maximum=2.5)}),
        "maximum: 2.5",
        14,
        'SRPP122 maximum is "2.5" (expected a whole number)',
    ),
    "a day that does not exist": (
        item_fields("fair-pay", changelog=[{"version": "1.0.0", "date": "2026-02-30", "change": "first", "says": "x"}]),
        "date: '2026-02-30'",
        9,
        'SRPP122 date is "2026-02-30" (expected a day such as 2026-11-22)',
    ),
    "a word for a list": (
        item_fields("fair-pay", sectors="food"),
        "sectors: food",
        10,
        'SRPP122 sectors is "food" (expected a list)',
    ),
    "a list for words": (
        item_fields("fair-pay", text=None) | {"title": ["Fair", "pay"]},
        "- Fair",
        1,
        'SRPP122 title is "["Fair", "pay"]" (expected a text (put it in quotes if it looks like a number))',
    ),
    "a version that is none": (
        item_fields("fair-pay", version="1.0"),
        "version: '1.0'",
        10,
        r'SRPP123 version "1.0" has the wrong form (expected ^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$)',
    ),
    "an empty list": (
        item_fields("fair-pay", topics=[]),
        "topics: []",
        9,
        "SRPP124 topics has 0 entries (at least 1)",
    ),
    "an empty sentence": (
        item_fields("fair-pay", title=""),
        "title: ''",
        8,
        "SRPP124 title has 0 characters (at least 1)",
    ),
    "a name that is no name of a figure": (
        item_fields("fair-pay", parameters={"Max-Tiers": parameter()}),
        "Max-Tiers:",
        3,
        'SRPP123 Max-Tiers "Max-Tiers" has the wrong form (expected ^[a-z][a-z0-9_]*$)',
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_a_fault_is_said_at_its_line_and_column(checkout: Checkout, name: str) -> None:
    """However deep in lists and unions: the place, the code, what is wrong, the way out."""
    fields, words, column, says = SAID[name]
    checkout.write(ITEM, fields)

    (found,) = checkout.shelf.diagnostics

    assert str(found) == f"{ITEM}:{checkout.line(ITEM, words)}:{column}: {says}"


def test_all_faults_of_all_files_come_at_once(checkout: Checkout) -> None:
    """Two faults in an item, one in a market, one in an overlay, one in a catalogue: five lines, in order."""
    checkout.write(ITEM, {**item_fields("fair-pay"), "titel": "x", "level": "xxl"})
    checkout.market("NO", currency="kroner")
    checkout.decide("NO", decision="addapt")
    checkout.write("locales/languages/nb/LC_MESSAGES/all.po", 'msgid "Pay"\nmsgstr "Lønn\n')

    found = [f"{diagnostic.place.file.split('/')[-1]} {diagnostic.code}" for diagnostic in checkout.shelf.diagnostics]

    assert found == [
        "fair-pay.yml SRPP125",
        "fair-pay.yml SRPP121",
        "all.po SRPP108",
        "fair-pay.yml SRPP125",
        "market.yml SRPP123",
    ]


def test_a_library_with_faults_does_not_load_and_says_how_many(checkout: Checkout) -> None:
    """A program gets one exception that carries every finding."""
    checkout.write(ITEM, {**item_fields("fair-pay"), "titel": "x", "level": "xxl"})

    with pytest.raises(InvalidLibrary, match=r"SRPP125 level .* and 1 more \(srpp check shows all of them\)") as caught:
        checkout.edition("en")

    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["SRPP125", "SRPP121"]


def test_values_that_do_not_fit_each_other_have_a_code_of_their_own(checkout: Checkout) -> None:
    """A change to the text under decision: adopt is neither a missing nor an unknown field."""
    checkout.market("NO")
    checkout.decide("NO", "fair-pay", "adopt", text=[{"remove": "obligation"}])

    (found,) = checkout.complaints

    assert found == (
        "locales/markets/NO/fair-pay.yml:1:1: SRPP130 decision is adopt, but the file changes the item"
        " (write decision: adapt)"
    )


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"replace": "a", "remove": "a"}, "exactly one of replace, after, before, remove (found: replace, remove)"),
        ({"languages": {"nb": "x"}}, "exactly one of replace, after, before, remove (found: none)"),
        ({"replace": "a"}, "replace needs languages: the new words"),
        ({"after": "a", "languages": {"nb": "x"}}, "after needs an id for the new part"),
    ],
    ids=["two at once", "none", "no words", "no name"],
)
def test_a_change_to_a_part_names_one_operation(checkout: Checkout, change: Fields, says: str) -> None:
    """The diagnostic points at the change in the list, not at the top of the file."""
    checkout.market("NO")
    file = checkout.decide("NO", text=[{"remove": "b"}, change])

    (found,) = checkout.shelf.diagnostics

    assert (found.code, found.place.column) == ("SRPP130", 3)
    assert found.place.line == checkout.line(file, "remove: b") + 1
    assert says in f"{found.says} ({found.hint})"


def test_a_long_wrong_value_is_shortened(checkout: Checkout) -> None:
    """A report stays readable, whatever stands in the file."""
    checkout.item(level="x" * 5000)

    (found,) = checkout.complaints

    assert len(found) < 200
    assert "x…" in found


def test_a_wrong_value_cannot_forge_a_second_line_of_the_report(checkout: Checkout) -> None:
    """Line breaks in a value become spaces."""
    checkout.item(level="core\ncriteria/food/other.yml:1:1: SRPP999 forged")

    (found,) = checkout.complaints

    assert "\n" not in found


def test_market_and_overlay_are_read_like_items(checkout: Checkout) -> None:
    """A fault three levels down in a market sheet has its line."""
    fields = market_fields(
        "NO", facts=[{"key": "wage", "kind": "wage", "label": {"nb": "x"}, "values": [{"value": 1, "sen": None}]}]
    )
    file = checkout.write("locales/markets/NO/market.yml", fields)
    checkout.decide("NO", parameters={"days": {"default": 1}})

    found = checkout.complaints

    line = checkout.line(file, "sen: null")
    assert f'{file}:{line}:5: SRPP121 field "sen" is unknown (did you mean "seen"?)' in found
    assert any('field "seen" is missing' in one for one in found)
    assert any('fair-pay.yml:7:5: SRPP120 field "reason" is missing' in one for one in found)


def test_a_field_that_is_like_no_other_gets_no_hint(checkout: Checkout) -> None:
    """What is not like any field gets no wild guess."""
    checkout.write(ITEM, item_fields("fair-pay") | {"qqqqqq": 1})

    (found,) = checkout.complaints

    assert found.endswith('SRPP121 field "qqqqqq" is unknown')


def test_what_is_written_as_json_is_yaml_too(checkout: Checkout) -> None:
    """Programs may write JSON into a .yml file; places are as exact."""
    checkout.write(ITEM, '{"id": "fair-pay", "kind": "clauze"}')

    (found,) = checkout.complaints

    assert found.startswith(f'{ITEM}:1:1: SRPP125 kind "clauze" is unknown')


def test_the_overlay_and_the_item_of_a_test_are_sound(checkout: Checkout) -> None:
    """The files the tests start from have no fault, so that each fault above is the one that was put in."""
    checkout.write(ITEM, as_yaml(item_fields("fair-pay")))
    checkout.market("NO")
    checkout.write("locales/markets/NO/fair-pay.yml", decision_fields("fair-pay"))

    assert checkout.complaints == []
