# SPDX-License-Identifier: Apache-2.0
"""House rules: an organisation's own overlays, from a folder outside the repository, within what the market allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import as_yaml, decision_fields, ladder, national_law, parameter

from srpp_criteria import InvalidLibrary, InvalidValue, UnknownItem

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checkout import Checkout

    from srpp_criteria import Edition


def _house_rule(folder: Path, item: str = "fair-pay", decision: str = "", **fields: Any) -> Path:
    """Write an overlay of the city of Oslo into a folder that has nothing to do with the checkout."""
    folder.mkdir(exist_ok=True)
    (folder / f"{item}.yml").write_text(as_yaml(decision_fields(item, decision, **fields)), encoding="utf-8")
    return folder


@pytest.fixture
def oslo(tmp_path: Path) -> Path:
    """The folder of the city of Oslo, outside of the checkout."""
    return tmp_path / "oslo"


@pytest.fixture
def norway(checkout: Checkout) -> Checkout:
    """A checkout in which Norway allows 1 to 3 tiers, 2 by default."""
    checkout.item(
        text={"obligation": "At most {tiers, plural, one {# tier} other {# tiers}}."},
        parameters={"tiers": parameter("integer", default=3, minimum=1, maximum=5)},
    )
    checkout.market("NO", **national_law("NO", "no-foa-19-3", {"nb": "§ 19-3 anskaffelsesforskriften"}))
    checkout.decide("NO", parameters={"tiers": {"default": 2, "maximum": 3, "reason": "Norwegian law."}})
    checkout.translate("nb", {"fair-pay:text.obligation": "Høyst {tiers, plural, one {# ledd} other {# ledd}}."})
    return checkout


def test_an_organisation_narrows_what_the_market_allows(norway: Checkout, oslo: Path) -> None:
    """Norway allows three tiers, Oslo one; the entry says whose decision that was."""
    _house_rule(oslo, parameters={"tiers": {"default": 1, "maximum": 1, "reason": "City council."}})

    entry = norway.edition("nb-NO", overlay=oslo)["fair-pay"]

    assert entry.fill().text == "Høyst 1 ledd."
    assert [adaptation.by for adaptation in entry.adaptations] == ["NO", "oslo"]
    with pytest.raises(InvalidValue, match="tiers is 2, above the maximum 1"):
        entry.fill(tiers=2)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"maximum": 5}, 'maximum of "tiers" may not be wider than the market\'s (3)'),
        ({"minimum": 0}, 'minimum of "tiers" may not be wider than the market\'s (1)'),
        ({"default": 4}, "default 4 is above the maximum 3"),
    ],
    ids=["more", "less", "a default beyond"],
)
def test_an_organisation_cannot_widen_the_limits_of_the_market(
    norway: Checkout, oslo: Path, change: dict[str, object], says: str
) -> None:
    """What the law of the market limits, a city cannot give."""
    _house_rule(oslo, parameters={"tiers": {**change, "reason": "City council."}})

    edition = norway.edition("nb-NO", overlay=oslo)

    assert "fair-pay" not in edition
    assert edition.missing["fair-pay"].reason == "invalid"
    assert says in edition.missing["fair-pay"].says


def test_an_organisation_cannot_change_the_currency_of_a_limit(checkout: Checkout, oslo: Path) -> None:
    """A hundred euros and a hundred kroner are not the same limit."""
    checkout.item(text={"obligation": "{sum}"}, parameters={"sum": parameter("money", maximum=100, currency="NOK")})
    checkout.market("NO", currency="NOK")
    checkout.decide("NO")
    checkout.translate("nb")
    _house_rule(oslo, parameters={"sum": {"currency": "EUR", "reason": "City council."}})

    missing = checkout.edition("nb-NO", overlay=oslo).missing["fair-pay"]

    assert missing.reason == "invalid"
    assert "currency" in missing.says


def test_a_figure_fixed_by_law_cannot_be_set_by_anybody(norway: Checkout, oslo: Path) -> None:
    """Neither the buyer nor the organisation moves a locked figure; repeating it is no offence."""
    norway.decide("NO", parameters={"tiers": {"default": 2, "locked": True, "reason": "Norwegian law."}})
    entry = norway.edition("nb-NO")["fair-pay"]

    assert entry.fill(tiers=2).text == "Høyst 2 ledd."
    assert entry.fill(tiers="2").text == "Høyst 2 ledd."
    with pytest.raises(InvalidValue, match=r"tiers is fixed by law \(2\)"):
        entry.fill(tiers=1)

    _house_rule(oslo, parameters={"tiers": {"default": 1, "reason": "City council."}})
    missing = norway.edition("nb-NO", overlay=oslo).missing["fair-pay"]
    assert missing.reason == "invalid"
    assert 'parameter "tiers" is locked by the market' in missing.says


def test_an_organisation_cannot_unlock_a_figure(norway: Checkout, oslo: Path) -> None:
    """`locked: false` in a house rule does not open what the law closed."""
    norway.decide("NO", parameters={"tiers": {"default": 2, "locked": True, "reason": "Norwegian law."}})
    _house_rule(oslo, parameters={"tiers": {"locked": False, "reason": "City council."}})

    assert "fair-pay" not in norway.edition("nb-NO", overlay=oslo)


def test_an_organisation_can_lock_a_figure_for_its_own_buyers(norway: Checkout, oslo: Path) -> None:
    """House rules may be as strict as they like."""
    _house_rule(oslo, parameters={"tiers": {"default": 1, "locked": True, "reason": "City council."}})

    entry = norway.edition("nb-NO", overlay=oslo)["fair-pay"]

    with pytest.raises(InvalidValue, match="tiers is fixed by law"):
        entry.fill(tiers=2)


def test_an_organisation_adds_words_in_the_language_of_the_edition(norway: Checkout, oslo: Path) -> None:
    """Its own part, its own advice, a national provision: all shown as the market's are."""
    words = {"nb": "Oslomodellen gjelder ({cite_no_foa_19_3}).", "en": "The Oslo model applies."}
    _house_rule(
        oslo, text=[{"after": "obligation", "id": "oslo-model", "languages": words}], legal_basis=["no-foa-19-3"]
    )

    filled = norway.edition("nb-NO", overlay=oslo)["fair-pay"].fill()

    assert filled.parts[1].text == "Oslomodellen gjelder (§ 19-3 anskaffelsesforskriften)."


def test_house_rules_without_words_in_the_language_take_the_item_out(norway: Checkout, oslo: Path) -> None:
    """An organisation cannot mix languages either."""
    _house_rule(oslo, text=[{"replace": "obligation", "languages": {"en": "At most {tiers} tiers."}}])

    missing = norway.edition("nb-NO", overlay=oslo).missing["fair-pay"]

    assert missing.reason == "invalid"
    assert 'the words are missing in "nb"' in missing.says


def test_an_organisation_leaves_out_an_item(norway: Checkout, oslo: Path) -> None:
    """The reason is the organisation's."""
    _house_rule(oslo, decision="exclude", reason="Oslo has its own model.")

    edition = norway.edition("nb-NO", overlay=oslo)

    with pytest.raises(UnknownItem, match="Oslo has its own model"):
        edition["fair-pay"]


def test_house_rules_for_an_older_version_do_not_hold(norway: Checkout, oslo: Path) -> None:
    """The same rule of staleness as for a market."""
    _house_rule(oslo, reviewed_for="0.9.0", parameters={"tiers": {"default": 1, "reason": "City council."}})

    missing = norway.edition("nb-NO", overlay=oslo).missing["fair-pay"]

    assert (missing.reason, missing.says) == ("stale", "written for 0.9.0, base is now 1.0.0")


def test_what_the_organisation_says_nothing_about_stays(norway: Checkout, oslo: Path) -> None:
    """A folder without files changes nothing, and the edition without the folder is never touched."""
    oslo.mkdir()
    plain = norway.edition("nb-NO")

    assert norway.edition("nb-NO", overlay=oslo)["fair-pay"] == plain["fair-pay"]


def test_the_text_of_an_organisation_has_another_stamp(norway: Checkout, oslo: Path) -> None:
    """Nobody can take the house rule for the published text."""
    _house_rule(oslo, parameters={"tiers": {"default": 1, "reason": "City council."}})

    assert norway.edition("nb-NO", overlay=oslo)["fair-pay"].sha256 != norway.edition("nb-NO")["fair-pay"].sha256


def test_a_fault_in_the_folder_is_said_with_file_line_and_column(norway: Checkout, oslo: Path) -> None:
    """House rules that cannot be read never pass in silence."""
    _house_rule(oslo, parameters={"tiers": {"defualt": 1, "reason": "City council."}})

    with pytest.raises(InvalidLibrary) as caught:
        norway.edition("nb-NO", overlay=oslo)

    (found,) = caught.value.diagnostics
    assert str(found) == 'fair-pay.yml:7:5: SRPP121 field "defualt" is unknown (did you mean "default"?)'


def test_a_folder_that_does_not_exist_is_an_error(norway: Checkout, oslo: Path) -> None:
    """A mistyped folder must not give the market's text as if it were the organisation's."""
    with pytest.raises(InvalidLibrary, match="there is no folder oslo"):
        norway.edition("nb-NO", overlay=oslo)


def test_house_rules_for_an_item_that_does_not_exist_are_an_error(norway: Checkout, oslo: Path) -> None:
    """A mistyped id must not pass in silence either."""
    _house_rule(oslo, "fare-pay", decision="exclude")

    with pytest.raises(InvalidLibrary, match='there is no item "fare-pay"'):
        norway.edition("nb-NO", overlay=oslo)


def test_house_rules_for_an_item_that_the_market_left_out_are_passed_over(norway: Checkout, oslo: Path) -> None:
    """Oslo may keep one folder for several markets; what Norway excludes stays excluded."""
    norway.decide("NO", decision="exclude", reason="National law forbids it.")
    _house_rule(oslo, parameters={"tiers": {"default": 1, "reason": "City council."}})

    missing = norway.edition("nb-NO", overlay=oslo).missing["fair-pay"]

    assert (missing.reason, missing.says) == ("excluded", "National law forbids it.")


def _clause_in_norway(checkout: Checkout) -> None:
    checkout.register("remedy-ladders", entries=[ladder("standard", days=5), ladder("strict", days=3)])
    checkout.clause()
    checkout.market("NO")
    checkout.decide("NO")
    checkout.translate("nb")


def test_an_organisation_has_its_own_figures_on_a_ladder(checkout: Checkout, oslo: Path) -> None:
    """Oslo gives seven days to mend."""
    _clause_in_norway(checkout)
    _house_rule(oslo, remedies={"figures": {"remedy_days": 7}, "reason": "City council."})

    edition: Edition = checkout.edition("nb-NO", overlay=oslo)

    assert edition["fair-pay"].parameters["remedy_days"].default == 7


def test_an_organisation_chooses_another_ladder(checkout: Checkout, oslo: Path) -> None:
    """In the language of the edition, with the figures of that ladder."""
    _clause_in_norway(checkout)
    _house_rule(oslo, remedies={"ladder": "strict", "reason": "City council."})

    entry = checkout.edition("nb-NO", overlay=oslo)["fair-pay"]

    assert entry.ladder is not None
    assert (entry.ladder.title, entry.parameters["remedy_days"].default) == ("nb: Strict", 3)


def test_an_organisation_cannot_take_a_duty_of_the_law_away(norway: Checkout, oslo: Path) -> None:
    """What the market's law demands stays demanded, whatever the house rule says of it."""
    scope = {"nb": "Bygg og anlegg.", "en": "Works."}
    norway.decide("NO", mandatory={"scope": scope, "valid_from": "2025-01-01", "seen": None})
    ended = {"scope": {"nb": "Ingen.", "en": "None."}, "valid_to": "2000-01-01", "seen": None}
    _house_rule(oslo, mandatory=ended)

    duty = norway.edition("nb-NO", overlay=oslo)["fair-pay"].mandatory

    assert duty is not None
    assert (duty.scope, duty.valid_to) == ("Bygg og anlegg.", None)


def test_an_organisation_cannot_change_a_remedy_that_the_law_fixes(checkout: Checkout, oslo: Path) -> None:
    """A locked figure of a ladder is locked for house rules too."""
    _clause_in_norway(checkout)
    law = {"default": 5, "locked": True, "reason": "The law says so."}
    checkout.market("NO", ladder_parameters={"standard": {"remedy_days": law}})
    _house_rule(oslo, remedies={"figures": {"remedy_days": 7}, "reason": "City council."})

    missing = checkout.edition("nb-NO", overlay=oslo).missing["fair-pay"]

    assert (missing.reason, missing.says) == ("invalid", 'parameter "remedy_days" is locked by the market')


def test_an_organisation_cannot_bring_back_a_ladder_that_the_market_replaced(checkout: Checkout, oslo: Path) -> None:
    """Whoever asks for percentage penalties where the market has none gets what the market has instead."""
    checkout.register("remedy-ladders", entries=[ladder("standard"), ladder("penalties"), ladder("plain")])
    checkout.clause()
    checkout.market("NO", ladders={"penalties": "plain"})
    checkout.decide("NO")
    checkout.translate("nb")
    _house_rule(oslo, remedies={"ladder": "penalties", "reason": "City council."})

    chosen = checkout.edition("nb-NO", overlay=oslo)["fair-pay"].ladder

    assert chosen is not None
    assert chosen.key == "plain"
