# SPDX-License-Identifier: Apache-2.0
"""How heavy a change is at least: a duty is never taken for wording."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checkout import Checkout, clause_fields, ladder, parameter
from tests.comparison.changed_fields import changed_fields, master

from srpp_criteria.comparison.duty_words import duties, tokens
from srpp_criteria.comparison.weight import EXPLAINING_PARTS, Least, heaviest, least_change, least_change_of
from srpp_criteria.models.item import Clause, Criterion, Weight
from srpp_criteria.models.words import with_words, words_of

if TYPE_CHECKING:
    from srpp_criteria.models.item import Item

CLAUSES = [entry.item for entry in master() if isinstance(entry.item, Clause)]


def read(checkout: Checkout, **fields: Any) -> Item:
    """An item with these fields."""
    checkout.item(**fields)
    return checkout.edition("en")["fair-pay"].item


def weighed(checkout: Checkout, before: dict[str, Any], after: dict[str, Any]) -> Least | None:
    """The least weight of a change of fields."""
    return least_change(read(checkout, **before), read(checkout, **after))


FORM: dict[str, Any] = {
    "kind": "form",
    "filled_by": "bidder",
    "sections": [{"id": "firm", "title": "Firm", "fields": [{"id": "name", "label": "Name", "type": "text"}]}],
}


def form(**field: Any) -> dict[str, Any]:
    """A form with a second field."""
    (section,) = FORM["sections"]
    return {
        **FORM,
        "sections": [{**section, "fields": [*section["fields"], {"label": "Seat", "type": "text", **field}]}],
    }


def text(**parts: Any) -> dict[str, Any]:
    """An item that says something."""
    return {"text": {name.replace("_", "-"): words for name, words in parts.items()}}


def two_days(**more: Any) -> dict[str, Any]:
    """An item with a figure."""
    return {"parameters": {"days": parameter("integer", **{"label": "Days", **more})}}


ASKED: dict[str, Any] = {"parameters": {"asked": parameter("boolean", label="Asked", default=False)}}

PROOF: dict[str, Any] = {
    "id": "payslips",
    "stage": "performance",
    "what": "The payslips of the month.",
    "given_by": "contractor",
    "checked_by": "contract-manager",
    "how_checked": "Compared with the hours.",
    "effort": {"bidder_hours": 1, "buyer_hours": 1},
}


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [
        (text(obligation="Pay wages."), text(obligation="Pay wages"), "patch"),
        (text(obligation="Pay wages,\nin time."), text(obligation="pay  *wages* in time."), "patch"),
        (text(obligation="Pay wages."), text(obligation="Pay the wages."), "major"),
        (text(obligation="Pay 2.5 percent."), text(obligation="Pay 25 percent."), "major"),
        (text(obligation="From -5 degrees."), text(obligation="From 5 degrees."), "major"),
        (text(unknown="Pay wages."), text(unknown="Pay the wages."), "major"),
        (text(obligation="Pay."), text(obligation="Pay.", bonus="Pay a bonus."), "major"),
        (text(obligation="Pay.", bonus="Pay more."), text(obligation="Pay."), "major"),
        (text(obligation="Pay.", bonus="Pay more."), text(bonus="Pay more.", obligation="Pay."), "major"),
        (text(reason="Wages are oftne late."), text(reason="Wages are often late."), "patch"),
        (text(reason="Wages are late."), text(reason="Wages are late in 3 trades."), "major"),
        (text(reason="Wages are late."), text(reason="Only wages are late."), "major"),
        (text(reason="Wages are late."), text(reason="The Contractor wages are late."), "major"),
        (text(obligation="Pay."), text(obligation="Pay.", note="Wages are money."), "minor"),
        (text(obligation="Pay."), text(obligation="Pay.", note="The Bidder must read this."), "major"),
        (text(obligation="Pay."), text(obligation={"text": "Pay.", "title": "Pay"}), "minor"),
        ({"title": "Fair pay"}, {"title": "Decent pay"}, "patch"),
        ({"title": "Fair pay"}, {"title": "Fair pay, if asked"}, "major"),
        ({}, two_days(), "minor"),
        (two_days(), {}, "major"),
        (two_days(), two_days(default=3), "major"),
        (two_days(), two_days(maximum=99), "major"),
        (two_days(), two_days(locked=True), "major"),
        (two_days(), two_days(unit="days"), "major"),
        (two_days(), {"parameters": {"days": parameter("decimal", label="Days")}}, "major"),
        (two_days(label="Lenght"), two_days(label="Length"), "patch"),
        (
            {"text": {"obligation": "Pay."}},
            {
                "text": {
                    "obligation": "Pay.",
                    "extra": {"text": "Pay more.", "when": {"parameter": "asked", "equals": True}},
                }
            }
            | ASKED,
            "minor",
        ),
        (
            {"text": {"obligation": "Pay."}},
            {
                "text": {
                    "obligation": "Pay.",
                    "extra": {"text": "Pay more.", "when": {"parameter": "asked", "equals": False}},
                }
            }
            | ASKED,
            "major",
        ),
        ({}, {"evidence": [PROOF]}, "major"),
        ({"evidence": [PROOF]}, {}, "major"),
        ({"evidence": [PROOF]}, {"evidence": [{**PROOF, "what": "All payslips."}]}, "major"),
        ({"evidence": [PROOF]}, {"evidence": [{**PROOF, "checked_by": "bidder"}]}, "major"),
        ({"evidence": [PROOF]}, {"evidence": [{**PROOF, "how_checked": "Compared without hours."}]}, "major"),
        ({"evidence": [PROOF]}, {"evidence": [{**PROOF, "how_checked": "Compared with the hours worked."}]}, "patch"),
        (FORM, form(id="seat", required=False), "minor"),
        (FORM, form(id="seat"), "major"),
        (form(id="seat"), FORM, "major"),
        (
            form(id="seat", type="choice", options=["A", "B"]),
            form(id="seat", type="choice", options=["A", "C"]),
            "major",
        ),
        (form(id="seat"), form(id="seat", help="Street, town."), "minor"),
    ],
)
def test_the_least_weight(checkout: Checkout, before: dict[str, Any], after: dict[str, Any], weight: str) -> None:
    """Duty is major, an addition that obliges nobody is minor, mended words are a patch."""
    least = weighed(checkout, before, after)

    assert least is not None
    assert least.weight.value == weight
    assert least.decisive
    assert all(reason.address and reason.why for reason in least.reasons)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("buyer_duties", [{"id": "pay", "duty": "The buyer pays all its invoices."}]),
        ("buyer_duties", [{"id": "pay", "duty": "The buyer pays its invoices."}, {"id": "hear", "duty": "It hears."}]),
        ("flow_down", {"applies_to": "All firms.", "duty": "The Contractor passes it on."}),
        ("remedies", {"ladder": "standard", "specific": "The fee falls."}),
        ("remedies", {"ladder": "standard", "figures": {"remedy_days": 7}}),
    ],
)
def test_what_a_clause_has_beside_its_text_is_duty_too(checkout: Checkout, field: str, value: Any) -> None:
    """Duties of the buyer, flow-down and remedies; also the ladder, if both are given."""
    checkout.register("remedy-ladders", entries=[ladder("standard")])
    entries = []
    for fields in ({}, {field: value}):
        checkout.clause(**fields)
        entries.append(checkout.edition("en")["fair-pay"])
    least = least_change_of(*entries)

    assert least is not None
    assert least.weight is Weight.MAJOR


def test_in_a_clause_no_part_only_explains(checkout: Checkout) -> None:
    """A contract has no small print: what stands in a clause is read by a judge."""
    checkout.register("remedy-ladders", entries=[ladder("standard")])
    items = []
    for words in ("Wages are oftne late.", "Wages are often late."):
        checkout.item(text={"reason": words}, **clause_fields("standard"))
        items.append(checkout.edition("en")["fair-pay"].item)
    least = least_change(*items)

    assert least is not None
    assert least.weight is Weight.MAJOR


@pytest.mark.parametrize("item", CLAUSES, ids=lambda item: str(item.id))
def test_no_word_of_an_obligation_can_be_changed_in_a_patch(item: Clause) -> None:
    """Each word of each part of each clause of the library, one after the other."""
    for words in words_of(item):
        if not words.address.startswith("text.") or words.address.endswith(".title"):
            continue
        for word in sorted({word for word in words.text.split() if word.isalpha()}):
            least = least_change(item, with_words(item, {words.address: words.text.replace(word, f"{word}x", 1)}))
            assert least is not None
            assert least.weight is Weight.MAJOR, (words.address, word)


def test_values_for_which_an_example_is_left_out_are_no_duty() -> None:
    """The words and points of the example stay; a buyer with another value prints one row less."""
    item = next(one.item for one in master() if one.id == "food-fair-trade-coffee-share")
    assert isinstance(item, Criterion)
    assert item.scoring is not None
    bare = tuple(one.model_copy(update={"figures": {}}) for one in item.scoring.examples)

    least = least_change(item.model_copy(update={"scoring": item.scoring.model_copy(update={"examples": bare})}), item)

    assert least is not None
    assert least.weight is Weight.PATCH


def test_nothing_signed_changed() -> None:
    """Advice and sources may be mended without a new version."""
    kinds = set()
    for address, before, after in changed_fields():
        if before.sha256 == after.sha256 and least_change_of(before, after) is None:
            kinds.add(address.split(".")[1].split(" ")[0])

    assert kinds >= {"guidance", "sources", "intent", "topics"}


@given(st.text(max_size=80), st.sampled_from([" ", "\n", ".", ";", "*", "»"]))
def test_harmless_signs_are_never_a_change_of_tokens(words: str, sign: str) -> None:
    """At the end of a text a sign of punctuation says nothing."""
    if words[-1:].isdigit() or words[-1:] in "{}'":
        return
    assert tokens(f"{words} {sign}") == tokens(words)


def test_a_language_without_a_list_has_no_harmless_words() -> None:
    """Where nobody has said which words bind, every word does."""
    assert duties("Pengar är pengar.", "sv") == ("pengar", "är", "pengar")
    assert duties("Penger er penger.", "nb") == ("er",)


def test_parts_that_explain_are_named_and_few() -> None:
    """A part with any other name obliges, also one that nobody has thought of."""
    assert "obligation" not in EXPLAINING_PARTS
    assert len(EXPLAINING_PARTS) < 15


def test_whoever_skips_versions_reckons_with_the_heaviest() -> None:
    """Three patches and a major one are a major one."""
    assert heaviest([Weight.PATCH, Weight.MAJOR, Weight.PATCH]) is Weight.MAJOR
    assert heaviest([]) is None
