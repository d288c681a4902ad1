# SPDX-License-Identifier: Apache-2.0
"""What the checks of versions refuse once a text was released: each with the line and the way out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import ladder
from tests.publishing.conftest import PAY

from srpp_criteria.checks import check_shelf
from srpp_criteria.checks.versions import _with_ladder
from srpp_criteria.edition.stamp import fingerprint
from srpp_criteria.library import Library
from srpp_criteria.publishing.release import release
from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checkout import Checkout

ITEM = "criteria/food/fair-pay.yml"
EARLIER = "The Contractor pays wages on the fifteenth day of the month at the latest."


def history(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """A changelog with these steps on top of the first version."""
    later = [{"version": one, "date": "2026-11-29", "change": word, "says": "A change."} for one, word in steps]
    return [*later, {"version": "1.0.0", "date": "2026-11-22", "change": "first", "says": "First text."}]


@pytest.fixture
def released(library: Checkout) -> Checkout:
    """Version 1.0.0 was released."""
    release(library.root, dt.date(2026, 11, 28))
    return library


def found(library: Checkout, code: str) -> list[str]:
    """What the checks say under a code; translations and decisions that lag behind are another matter."""
    return [str(one) for one in check_shelf(library.shelf) if one.code == code]


def codes(library: Checkout) -> set[str]:
    """All codes of the item's own file."""
    return {one.code for one in check_shelf(library.shelf) if one.place.file.startswith("criteria/food/")}


def test_a_changed_text_needs_a_new_version(released: Checkout) -> None:
    """The field that changed and the weight of the change are named."""
    released.item(text={"obligation": EARLIER})

    (says,) = found(released, "SRPP605")
    assert says.startswith(f"{ITEM}:3:10: SRPP605")
    assert "text.obligation" in says
    assert "write a new major version" in says


def test_advice_needs_no_new_version(released: Checkout) -> None:
    """What is not signed may be mended at any time."""
    released.item(text={"obligation": PAY}, level="advanced", topics=["safety"])

    assert codes(released) == set()


def test_a_changed_remedy_ladder_changes_every_clause_on_it(library: Checkout) -> None:
    """Its words stand in the contract, so the clause needs a new version."""
    library.register("remedy-ladders", entries=[ladder("standard")])
    library.clause(text={"obligation": PAY})
    library.translate("nb")
    library.release(library.edition("en")["fair-pay"])
    assert found(library, "SRPP605") == []

    library.register("remedy-ladders", entries=[ladder("standard", text="Within {remedy_days} days, in writing.")])

    assert "ladder" in found(library, "SRPP605")[0]


def test_the_checks_and_the_master_edition_take_the_same_fingerprint(repository: Path) -> None:
    """For every item of the library, its ladder included."""
    shelf = read_shelf(repository)
    for entry in Library.load(repository).edition("en"):
        fitted = _with_ladder(shelf.items[entry.id].value, shelf)
        assert fitted is not None
        assert fingerprint(shelf.items[entry.id].value, fitted.ladder, "en") == entry.sha256


@pytest.mark.parametrize(
    ("step", "wanted"),
    [(("1.0.1", "patch"), 1), (("1.1.0", "minor"), 1), (("2.0.0", "major"), 0)],
    ids=["patch", "minor", "major"],
)
def test_a_change_of_a_duty_is_a_major_change(released: Checkout, step: tuple[str, str], wanted: int) -> None:
    """Another day of payment is another duty, whatever its author calls it."""
    released.item(text={"obligation": EARLIER}, version=step[0], changelog=history(step))

    says = found(released, "SRPP606")
    assert len(says) == wanted
    assert all("write change: major" in one and "text.obligation" in one for one in says)


def test_a_false_alarm_about_the_weight_is_waived_with_a_reason(released: Checkout) -> None:
    """The program errs to the strict side; the author has the last word, in public."""
    waiver = {"check": "SRPP606", "reason": "The day did not change, only its name."}
    step = ("1.0.1", "patch")
    released.item(text={"obligation": EARLIER}, version="1.0.1", changelog=history(step), waivers=[waiver])

    assert codes(released) == set()


@pytest.mark.parametrize(
    ("steps", "wanted"),
    [
        ([("1.0.1", "major")], "SRPP607"),
        ([("2.0.0", "patch")], "SRPP607"),
        ([("1.1.0", "major")], "SRPP607"),
        ([("2.0.0", "major")], None),
        ([("1.1.1", "patch"), ("1.1.0", "minor")], None),
    ],
    ids=str,
)
def test_number_and_word_say_the_same(library: Checkout, steps: list[tuple[str, str]], wanted: str | None) -> None:
    """Major is the first number, minor the second, patch the third."""
    library.item(text={"obligation": PAY}, version=steps[0][0], changelog=history(*steps))

    assert codes(library) == ({wanted} if wanted else set())


def test_a_version_never_goes_back(released: Checkout) -> None:
    """0.9.0 would look older than what was signed."""
    first = [{"version": "0.9.0", "date": "2026-11-29", "change": "first", "says": "A change."}]
    released.item(text={"obligation": PAY}, version="0.9.0", changelog=first)

    assert codes(released) == {"SRPP608"}


def test_a_released_item_is_deprecated_and_never_deleted(released: Checkout) -> None:
    """Whoever holds the text finds the way from it to a newer one."""
    (released.root / ITEM).unlink()
    (released.root / "locales/markets/NO/fair-pay.yml").unlink()

    (says,) = {one.partition(": ")[2] for one in found(released, "SRPP609")}
    assert "status: deprecated" in says


SUCCESSORS: dict[str, tuple[dict[str, dict[str, Any]], set[str]]] = {
    "a deprecated item has a day": ({"fair-pay": {"superseded_by": "fair-days"}}, {"SRPP610"}),
    "an item in use has none": ({"fair-pay": {"status": "draft", "sunset": "2027-01-01"}}, {"SRPP610"}),
    "a successor in use": ({"fair-pay": {"superseded_by": "fair-days", "sunset": "2027-01-01"}}, set()),
    "two that follow each other": (
        {
            "fair-pay": {"superseded_by": "fair-days", "sunset": "2027-01-01"},
            "fair-days": {"superseded_by": "fair-pay", "sunset": "2027-01-01"},
        },
        {"SRPP611"},
    ),
    "one that follows itself": ({"fair-pay": {"superseded_by": "fair-pay", "sunset": "2027-01-01"}}, {"SRPP611"}),
    "a successor that is deprecated": (
        {
            "fair-pay": {"superseded_by": "fair-days", "sunset": "2027-01-01"},
            "fair-days": {"sunset": "2027-01-01"},
        },
        {"SRPP611", "SRPP604"},
    ),
}


@pytest.mark.parametrize("case", SUCCESSORS)
def test_successors_lead_to_an_item_in_use(library: Checkout, case: str) -> None:
    """And a deprecated item says until when it may be used."""
    items, wanted = SUCCESSORS[case]
    for name in ("fair-pay", "fair-days"):
        fields = {"status": "deprecated", **items[name]} if name in items else {}
        library.item(name, text={"obligation": PAY}, **fields)

    assert codes(library) == wanted


def review(version: str, outcome: str = "approved") -> dict[str, str]:
    """A review of a version."""
    return {"date": "2026-11-29", "role": "procurement-lawyer", "version": version, "outcome": outcome, "says": "Read."}


@pytest.mark.parametrize(
    ("status", "version", "reviews", "wanted"),
    [
        ("reviewed", "1.0.0", [], True),
        ("reviewed", "1.0.0", [review("1.0.0", "changes-asked")], True),
        ("reviewed", "1.0.0", [review("1.0.0")], False),
        ("reviewed", "1.0.1", [review("1.0.0")], False),
        ("reviewed", "1.1.0", [review("1.0.0")], True),
        ("draft", "1.0.0", [review("1.0.0", "rejected")], False),
        ("draft", "1.0.0", [review("3.0.0")], True),
    ],
    ids=["no review", "not approved", "approved", "a patch later", "a minor later", "rejected", "no such version"],
)
def test_reviewed_rests_on_an_approving_review(
    library: Checkout, status: str, version: str, reviews: list[dict[str, str]], wanted: bool
) -> None:
    """Of this version; a patch of it needs no new one."""
    word = {"1.0.1": "patch", "1.1.0": "minor"}
    changelog = history((version, word[version])) if version in word else history()
    library.item(text={"obligation": PAY}, status=status, version=version, changelog=changelog, reviews=reviews)

    assert codes(library) == ({"SRPP612"} if wanted else set())
