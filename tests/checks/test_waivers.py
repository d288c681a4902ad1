# SPDX-License-Identifier: Apache-2.0
"""A false alarm is waived in the file, with a reason; nothing else can be, and no waiver outlives its finding."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.checkout import Checkout

from srpp_criteria.checks.run import Checked, checked

REASON = "The law prescribes these words."
WEAK = {"obligation": "Pay wages where possible."}
REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A small checkout that reads English and Norwegian."""
    checkout = Checkout(tmp_path)
    words = (REPOSITORY / "criteria/registers/drafting.yml").read_text(encoding="utf-8")
    checkout.write("criteria/registers/drafting.yml", words)
    return checkout


def waiver(**fields: Any) -> list[dict[str, Any]]:
    """One waiver of weak wording."""
    return [{"check": "SRPP301", "reason": REASON, **fields}]


def result(checkout: Checkout) -> Checked:
    """What the checks say, and what is waived."""
    return checked(checkout.shelf)


def drafting(checkout: Checkout) -> list[str]:
    """The codes of drafting and waivers that are reported."""
    return [one.code for one in result(checkout).found if one.code.startswith(("SRPP3", "SRPP138", "SRPP139"))]


def test_a_finding_that_nobody_waives_is_reported(checkout: Checkout) -> None:
    """The text is weak."""
    checkout.item(text=WEAK)

    assert drafting(checkout) == ["SRPP301"]


@pytest.mark.parametrize("at", [None, "text", "text.obligation"])
def test_a_waived_finding_is_not_reported_and_its_reason_is_kept(checkout: Checkout, at: str | None) -> None:
    """A waiver covers the item, the field above, or exactly the field."""
    checkout.item(text=WEAK, waivers=waiver(at=at))

    assert drafting(checkout) == []
    assert [(one.finding.code, one.reason) for one in result(checkout).waived] == [("SRPP301", REASON)]


def test_a_waiver_of_another_field_waives_nothing_and_is_reported(checkout: Checkout) -> None:
    """`text.obligation` does not cover `text.obligation-2`."""
    checkout.item(text={"obligation-2": "Pay wages where possible."}, waivers=waiver(at="text.obligation"))

    assert sorted(drafting(checkout)) == ["SRPP138", "SRPP301"]


def test_a_check_that_cannot_be_wrong_cannot_be_waived(checkout: Checkout) -> None:
    """A topic that does not exist stays an error, and so does the attempt."""
    checkout.item(topics=["no-such-topic"], waivers=[{"check": "SRPP402", "reason": REASON}])
    codes = [one.code for one in result(checkout).found]

    assert "SRPP402" in codes
    assert "SRPP139" in codes


def test_a_translation_is_checked_in_its_language_at_its_line(checkout: Checkout) -> None:
    """The English is sound, the Norwegian says "if possible"."""
    checkout.item()
    checkout.market("NO")
    file = checkout.translate("nb", {"fair-pay:text.obligation": "Betal lønn om mulig."})
    (found,) = [one for one in result(checkout).found if one.code == "SRPP301"]

    assert found.place.file == file
    assert "text.obligation (nb)" in found.says


def test_a_waiver_of_one_language_covers_only_that_language(checkout: Checkout) -> None:
    """English stays reported."""
    checkout.item(text=WEAK, waivers=waiver(language="nb"))
    checkout.market("NO")
    checkout.translate("nb", {"fair-pay:text.obligation": "Betal lønn om mulig."})

    assert drafting(checkout) == ["SRPP301"]
    assert len(result(checkout).waived) == 1


def test_a_national_text_is_checked_and_waived_in_its_own_file(checkout: Checkout) -> None:
    """The waiver of the overlay covers the words of the overlay."""
    checkout.item()
    checkout.market("NO")
    change = [{"replace": "obligation", "languages": {"nb": "Betal lønn om mulig.", "en": "Pay wages on time."}}]
    checkout.decide("NO", text=change)

    assert drafting(checkout) == ["SRPP301"]

    checkout.decide("NO", text=change, waivers=waiver(at="text.obligation", language="nb"))

    assert drafting(checkout) == []


def test_a_language_that_the_register_does_not_know_is_named(checkout: Checkout) -> None:
    """Nobody shall believe that Sámi texts were read."""
    checkout.item()
    checkout.market("NO", locales=["se-NO"])

    assert [one.code for one in result(checkout).found if one.code == "SRPP504"] == ["SRPP504"]
