# SPDX-License-Identifier: Apache-2.0
"""A region (ISO 3166-2, such as ES-CT) extends its country: the country decides, the region may add."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.checkout import ladder, national_law, parameter

from srpp_criteria.checks.run import check_shelf

if TYPE_CHECKING:
    from tests.checkout import Checkout


@pytest.fixture
def spain(checkout: Checkout) -> Checkout:
    """Spain publishes in Spanish, Catalonia in Catalan; Spain has adopted the only item."""
    checkout.item(
        text={"obligation": "At most {tiers} tiers."},
        parameters={"tiers": parameter("integer", default=3, minimum=1, maximum=5)},
    )
    checkout.market("ES", locales=["es-ES"])
    checkout.market("ES-CT", locales=["ca-ES-CT"], extends="ES")
    checkout.decide("ES")
    checkout.translate("es", {"fair-pay:text.obligation": "Como máximo {tiers} niveles."})
    checkout.translate("ca", {"fair-pay:text.obligation": "Com a màxim {tiers} nivells."})
    return checkout


def test_what_the_country_adopted_is_in_the_edition_of_the_region(spain: Checkout) -> None:
    """In the language of the region, with the numbers of the country."""
    entry = spain.edition("ca-ES-CT")["fair-pay"]

    assert entry.fill().text == "Com a màxim 3 nivells."
    assert [adaptation.by for adaptation in entry.adaptations] == ["ES"]


def test_a_region_changes_what_the_country_left_open(spain: Checkout) -> None:
    """The country first, then the region; the country's own edition knows nothing of it."""
    spain.decide("ES", parameters={"tiers": {"maximum": 3, "reason": "Spanish law."}})
    spain.decide("ES-CT", parameters={"tiers": {"default": 2, "reason": "Catalan law."}})

    catalonia, country = spain.edition("ca-ES-CT")["fair-pay"], spain.edition("es-ES")["fair-pay"]

    assert [adaptation.by for adaptation in catalonia.adaptations] == ["ES", "ES-CT"]
    assert catalonia.parameters["tiers"].model_dump(include={"default", "maximum"}) == {"default": 2, "maximum": 3}
    assert country.parameters["tiers"].default == 3


def test_what_the_country_locked_no_region_opens(spain: Checkout) -> None:
    """A figure fixed by Spanish law is fixed in Catalonia."""
    spain.decide("ES", parameters={"tiers": {"default": 3, "locked": True, "reason": "Spanish law."}})
    spain.decide("ES-CT", parameters={"tiers": {"default": 2, "reason": "Catalan law."}})

    missing = spain.edition("ca-ES-CT").missing["fair-pay"]

    assert missing.reason == "invalid"
    assert 'parameter "tiers" is locked by the market' in missing.says


def test_a_region_leaves_out_what_the_country_adopted(spain: Checkout) -> None:
    """Only for itself."""
    spain.decide("ES-CT", decision="exclude", reason="Catalan law has its own rule.")

    assert spain.edition("ca-ES-CT").missing["fair-pay"].says == "Catalan law has its own rule."
    assert "fair-pay" in spain.edition("es-ES")


@pytest.mark.parametrize(("decision", "reason"), [("exclude", "excluded"), (None, "not-decided")])
def test_what_the_country_did_not_adopt_no_region_brings_in(
    checkout: Checkout, decision: str | None, reason: str
) -> None:
    """The region's word alone is not enough."""
    checkout.item()
    checkout.market("ES", locales=["es-ES"])
    checkout.market("ES-CT", locales=["ca-ES-CT"], extends="ES")
    checkout.translate("ca")
    checkout.decide("ES-CT")
    if decision:
        checkout.decide("ES", decision=decision)

    edition = checkout.edition("ca-ES-CT")

    assert "fair-pay" not in edition
    assert edition.missing["fair-pay"].reason == reason


def test_a_region_cites_the_law_of_its_country(spain: Checkout) -> None:
    """Catalonia has no transposition of its own; the Spanish one is cited in Catalan."""
    cite = {"es": "artículo 202 de la LCSP", "ca": "article 202 de la LCSP"}
    spain.market(
        "ES",
        locales=["es-ES"],
        **national_law("ES", "es-lcsp-202", cite),
        transposition=[{"eu": "eu-2014-24-art-70", "national": ["es-lcsp-202"]}],
    )

    assert spain.edition("es-ES")["fair-pay"].citations[0].text == "artículo 202 de la LCSP"
    assert spain.edition("ca-ES-CT")["fair-pay"].citations[0].text == "article 202 de la LCSP"


def test_the_law_of_the_region_is_nearer(spain: Checkout) -> None:
    """Where the region has its own provision, it is cited instead of the country's."""
    spain.market(
        "ES",
        locales=["es-ES"],
        **national_law("ES", "es-lcsp-202", {"es": "artículo 202", "ca": "article 202"}),
        transposition=[{"eu": "eu-2014-24-art-70", "national": ["es-lcsp-202"]}],
    )
    spain.market(
        "ES-CT",
        locales=["ca-ES-CT"],
        **national_law("ES-CT", "ct-5", {"ca": "article 5 de la llei catalana"}),
        transposition=[{"eu": "eu-2014-24-art-70", "national": ["ct-5"]}],
    )

    assert spain.edition("ca-ES-CT")["fair-pay"].citations[0].text == "article 5 de la llei catalana"
    assert spain.edition("es-ES")["fair-pay"].citations[0].text == "artículo 202"


def test_figures_of_the_country_hold_in_the_region_unless_it_has_its_own(spain: Checkout) -> None:
    """The minimum wage is Spanish, the quota Catalan."""
    label, day = {"es": "Cifra", "ca": "Xifra"}, dt.date(2026, 11, 22)
    wage = {"key": "wage", "kind": "wage", "label": label, "values": [{"value": 1184, "seen": None}]}
    quota = {"key": "quota", "kind": "quota", "label": label, "values": [{"value": 2, "seen": None}]}
    spain.market("ES", locales=["es-ES"], facts=[wage, quota])
    spain.market("ES-CT", locales=["ca-ES-CT"], facts=[{**quota, "values": [{"value": 5, "seen": None}]}])

    edition = spain.edition("ca-ES-CT")

    found = {key: edition.fact(key, on=day) for key in ("wage", "quota")}
    assert {key: value and value.value for key, value in found.items()} == {"wage": 1184, "quota": 5}


def test_a_duty_of_the_country_holds_in_the_region(spain: Checkout) -> None:
    """What Spanish law demands is demanded in Catalonia."""
    spain.decide("ES", mandatory={"scope": {"es": "Todos.", "ca": "Tots."}, "seen": None})

    (entry,) = spain.edition("ca-ES-CT").mandatory(on=dt.date(2026, 11, 22))

    assert entry.mandatory is not None
    assert entry.mandatory.scope == "Tots."


def test_a_ladder_that_the_country_swapped_is_swapped_in_the_region(checkout: Checkout) -> None:
    """No percentage penalties in Spain: none in Catalonia."""
    checkout.register("remedy-ladders", entries=[ladder("penalties"), ladder("plain")])
    checkout.clause(on_ladder="penalties")
    checkout.market("ES", locales=["es-ES"], ladders={"penalties": "plain"})
    checkout.market("ES-CT", locales=["ca-ES-CT"], extends="ES")
    checkout.decide("ES")
    checkout.translate("ca")

    swapped = checkout.edition("ca-ES-CT")["fair-pay"].ladder

    assert swapped is not None
    assert swapped.key == "plain"


def test_a_stale_word_of_the_region_keeps_the_last_released_text_of_the_region(spain: Checkout) -> None:
    """The country is up to date, the region is not: Catalan readers get the last Catalan release and are told why."""
    spain.decide("ES-CT")
    spain.release(spain.edition("ca-ES-CT")["fair-pay"])
    spain.item(version="2.0.0", text={"obligation": "None at all."})
    spain.decide("ES", reviewed_for="2.0.0")
    spain.translate("es")
    spain.translate("ca")

    entry = spain.edition("ca-ES-CT")["fair-pay"]

    assert (entry.version, entry.note) == ("1.0.0", "written for 1.0.0, base is now 2.0.0")
    assert entry.fill().text == "Com a màxim 3 nivells."
    assert spain.edition("es-ES")["fair-pay"].version == "2.0.0"


def test_a_region_may_rest_on_the_law_of_its_country(spain: Checkout) -> None:
    """Checks do not ask Catalonia to write down Spanish provisions and figures again."""
    law = national_law("ES", "es-lcsp-202", {"es": "artículo 202", "ca": "article 202", "en": "Section 202"})
    fact = {"key": "es-wage", "kind": "wage", "label": {"es": "x", "ca": "x", "en": "x"}, "values": []}
    spain.market("ES", locales=["es-ES"], **law, facts=[{**fact, "values": [{"value": 1, "seen": None}]}])
    table = [{"eu": "eu-2014-24-art-70", "national": ["es-lcsp-202"]}]
    spain.market("ES-CT", locales=["ca-ES-CT"], extends="ES", transposition=table)
    duty = {"scope": {"ca": "Tots.", "en": "All."}, "threshold": "es-wage", "seen": None}
    spain.decide("ES-CT", legal_basis=["es-lcsp-202"], mandatory=duty)

    found = {finding.code for finding in check_shelf(spain.shelf)}

    assert found.isdisjoint({"SRPP524", "SRPP530"})
