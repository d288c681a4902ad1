# SPDX-License-Identifier: Apache-2.0
"""A small library with a past: what tests of released texts read."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

from tests.checkout import parameter
from tests.conftest import ROOT

if TYPE_CHECKING:
    from tests.checkout import Checkout

    from srpp_criteria import Entry

LIMIT = {"days": parameter("duration", label="Days to pay")}
WORDS = "Pay wages within {days, plural, one {# day} other {# days}}."


def history(version: str, says: str, date: str) -> list[dict[str, Any]]:
    """A changelog with one entry more than the first."""
    first = {"version": "1.0.0", "date": "2026-11-22", "change": "first", "says": "First text."}
    kind = "major" if version.startswith("2") else "minor"
    return [{"version": version, "date": date, "change": kind, "says": says}, first]


def with_words(checkout: Checkout) -> Checkout:
    """The checkout with all words of our pages."""
    shutil.copy(ROOT / "criteria/registers/interface.yml", checkout.root / "criteria/registers/interface.yml")
    return checkout


def write_story(checkout: Checkout) -> Checkout:
    """Three items over a year: one changed twice, one replaced, one taken out; Norway translated one anew."""
    checkout.item("fair-pay", text={"obligation": WORDS, "proof": "Show the slips."}, parameters=LIMIT)
    checkout.item("old-pay", title="Old pay")
    checkout.item("gone-pay", title="Gone pay")
    with_words(checkout)
    checkout.market("NO")
    for item in ("fair-pay", "old-pay"):
        checkout.decide("NO", item)
    checkout.translate("nb", {"fair-pay:title": "Riktig lønn"})
    english, norwegian = checkout.edition("en"), checkout.edition("nb-NO")
    for entry in (*english, *norwegian):
        checkout.release(entry, on="2026-11-29")
    checkout.translate("nb", {"fair-pay:title": "Rettferdig lønn"})
    checkout.release(second(checkout), on="2026-12-01")
    checkout.item(
        "fair-pay",
        version="1.1.0",
        text={"obligation": WORDS, "proof": "Show the slips.", "help": "Ask if in doubt."},
        parameters=LIMIT,
        changelog=history("1.1.0", "A part that helps.", "2026-12-10"),
    )
    checkout.release(checkout.edition("en")["fair-pay"], on="2026-12-10")
    checkout.item(
        "fair-pay",
        version="2.0.0",
        title="Fair and full pay",
        text={"obligation": WORDS.replace("wages", "all wages"), "help": "Ask if in doubt."},
        parameters={"days": parameter("duration", label="Days to pay", default=3)},
        changelog=[
            *history("2.0.0", "All wages count.", "2027-01-10")[:1],
            *history("1.1.0", "A part that helps.", "2026-12-10"),
        ],
    )
    checkout.release(checkout.edition("en")["fair-pay"], on="2027-01-10")
    checkout.item("old-pay", title="Old pay", status="deprecated", superseded_by="fair-pay", sunset="2027-06-30")
    (checkout.root / "criteria/food/gone-pay.yml").unlink()
    return checkout


def second(checkout: Checkout) -> Entry:
    """The Norwegian text with the words of now, as the second revision."""
    entry = checkout.edition("nb-NO")["fair-pay"]
    return entry.model_copy(update={"revision": 2})
