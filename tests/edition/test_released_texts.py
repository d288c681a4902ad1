# SPDX-License-Identifier: Apache-2.0
"""The register of published texts is trusted only as far as its lines hold together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.checkout import Checkout

FILE = "criteria/published/2026-11-22/nb-NO.jsonl"


@pytest.fixture
def stale(checkout: Checkout) -> Checkout:
    """Norway released version 1.0.0 and has not looked at version 2.0.0 yet."""
    checkout.item(text={"obligation": "Pay."})
    checkout.market("NO")
    checkout.decide("NO")
    checkout.translate("nb")
    checkout.release(checkout.edition("nb-NO")["fair-pay"])
    checkout.item(text={"obligation": "Pay more."}, version="2.0.0")
    return checkout


def test_a_sound_line_is_what_readers_get(stale: Checkout) -> None:
    """The text as it was released, with today's reason why it is not the newest."""
    entry = stale.edition("nb-NO")["fair-pay"]

    assert (entry.version, entry.fill().text) == ("1.0.0", "nb: Pay.")
    assert entry.note == "written for 1.0.0, base is now 2.0.0"


@pytest.mark.parametrize(
    "change",
    [
        lambda entry: entry.update(locale="sv-SE"),
        lambda entry: entry["item"].update(version="1.5.0"),
        lambda entry: entry["item"].update(id="other-item"),
        lambda entry: entry.pop("item"),
        lambda entry: entry["item"].pop("title"),
        lambda entry: entry["item"].update(text=[]),
        lambda entry: entry.clear(),
        lambda entry: entry.update(surprise=1),
    ],
    ids=["another language", "another version", "another item", "no item", "no title", "no text", "nothing", "more"],
)
def test_a_line_that_does_not_hold_together_is_shown_to_nobody(
    stale: Checkout, change: Callable[[dict[str, Any]], object]
) -> None:
    """The item is missing as stale; no wrong, foreign or half text takes its place."""
    stale.damage(FILE, lambda line: change(line["entry"]))

    edition = stale.edition("nb-NO")

    assert "fair-pay" not in edition
    assert edition.missing["fair-pay"].reason == "stale"


def test_a_released_text_serves_its_own_locale_only(stale: Checkout) -> None:
    """What Norway released in Bokmål is not shown in Nynorsk."""
    stale.market("NO", locales=["nb-NO", "nn-NO"])
    stale.translate("nn")

    assert "fair-pay" in stale.edition("nb-NO")
    assert stale.edition("nn-NO").missing["fair-pay"].reason == "stale"


def test_a_released_text_stands_in_for_one_that_is_not_translated_yet(stale: Checkout) -> None:
    """An improved English text must not empty the other editions until their translators have time."""
    stale.decide("NO", reviewed_for="2.0.0")
    stale.translate("nb", without=["fair-pay:text.obligation"])

    entry = stale.edition("nb-NO")["fair-pay"]

    assert (entry.version, entry.fill().text) == ("1.0.0", "nb: Pay.")
    assert entry.note is not None
    assert "text.obligation" in entry.note or "translat" in entry.note
