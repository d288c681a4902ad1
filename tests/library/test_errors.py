# SPDX-License-Identifier: Apache-2.0
"""Exceptions carry their facts as attributes and end with the way out."""

from __future__ import annotations

from srpp_criteria import InvalidValue, SrppError, UnknownField, UnknownItem, UnknownLocale


def test_an_exception_is_one_line_and_its_way_out() -> None:
    """`says` and `hint` for a program, both together for a person."""
    error = SrppError("it is wrong", "mend it")

    assert (error.says, error.hint, str(error)) == ("it is wrong", "mend it", "it is wrong (mend it)")
    assert str(SrppError("it is wrong")) == "it is wrong"


def test_an_unknown_item_names_its_neighbours() -> None:
    """At most three, the nearest first; for a name like no other, the command that lists all."""
    error = UnknownItem("fare-pay", "nb-NO", ["fair-pay", "fare-play", "safe-site"])

    assert error.near == ("fare-play", "fair-pay")
    assert error.hint == "did you mean fare-play or fair-pay?"
    assert UnknownItem("zzz", "en", ["fair-pay"]).hint == "srpp list shows all items"


def test_an_item_that_is_missing_says_why_and_offers_no_other() -> None:
    """It was spelt right; another name would mislead."""
    error = UnknownItem("fair-pay", "nb-NO", ["fare-pay"], missing="NO has not decided about it yet")

    assert str(error) == '"fair-pay" is not in the edition nb-NO: NO has not decided about it yet'


def test_an_unknown_locale_carries_the_known_ones() -> None:
    """A program can offer them."""
    assert UnknownLocale("no", iter(["en", "nb-NO"])).known == ("en", "nb-NO")


def test_an_unknown_field_offers_near_ones_or_the_beginnings() -> None:
    """The full list would be a hundred lines long."""
    known = ["text.obligation", "text.remedy", "title"]

    assert UnknownField("fair-pay", "text.oblgation", known).hint.startswith("did you mean text.obligation")
    assert UnknownField("fair-pay", "qqq", known).hint == "fields begin with: text, title"


def test_invalid_values_carry_every_complaint() -> None:
    """One sentence each, and all of them in the message."""
    error = InvalidValue("fair-pay", ["tiers is 4, above the maximum 3", "share is empty"])

    assert error.complaints == ("tiers is 4, above the maximum 3", "share is empty")
    assert "tiers is 4, above the maximum 3; share is empty" in str(error)
