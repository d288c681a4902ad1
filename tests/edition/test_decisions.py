# SPDX-License-Identifier: Apache-2.0
"""A market decides about each item: adopt, adapt or exclude; what it did not decide about is not in its editions."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.checkout import EFFORT, ladder, national_law, parameter

from srpp_criteria import InvalidValue, UnknownItem, UnknownLocale

if TYPE_CHECKING:
    from tests.checkout import Checkout


def _norway(checkout: Checkout) -> None:
    """An item, the market Norway, everything translated; Norway has not decided yet."""
    checkout.item(text={"obligation": "Pay wages on time."})
    checkout.market("NO")
    checkout.translate("nb")


def test_an_adopted_item_is_in_the_edition_as_it_is(checkout: Checkout) -> None:
    """Adopt means: the master text, in the language, and the record of the decision."""
    _norway(checkout)
    checkout.decide("NO", decision="adopt", reason="It fits Norwegian law as it is.")

    entry = checkout.edition("nb-NO")["fair-pay"]

    assert entry.fill().text == "nb: Pay wages on time."
    (adaptation,) = entry.adaptations
    assert (adaptation.by, adaptation.decision, adaptation.changed) == ("NO", "adopt", ())
    assert adaptation.reason == "It fits Norwegian law as it is."


def test_an_adapted_item_says_what_was_changed(checkout: Checkout) -> None:
    """Who reads the Norwegian text can list every place that differs from the master text."""
    _norway(checkout)
    checkout.decide(
        "NO",
        text=[{"replace": "obligation", "languages": {"nb": "Betal lønn.", "en": "Pay."}}],
        guidance={"watch_out": {"nb": "Spør Arbeidstilsynet.", "en": "Ask the inspectorate."}},
    )

    (adaptation,) = checkout.edition("nb-NO")["fair-pay"].adaptations

    assert (adaptation.decision, adaptation.changed) == ("adapt", ("text.obligation", "guidance.watch_outs.2"))


def test_an_excluded_item_is_missing_with_the_reason_of_the_market(checkout: Checkout) -> None:
    """Nobody has to guess why an item is not there."""
    _norway(checkout)
    checkout.decide("NO", decision="exclude", reason="National law forbids it.")

    edition = checkout.edition("nb-NO")

    assert "fair-pay" not in edition
    assert edition.missing["fair-pay"].reason == "excluded"
    with pytest.raises(UnknownItem, match=r"is not in the edition nb-NO: National law forbids it\."):
        edition["fair-pay"]


def test_an_item_nobody_decided_about_is_not_in_the_edition(checkout: Checkout) -> None:
    """A complete translation is no decision."""
    _norway(checkout)

    missing = checkout.edition("nb-NO").missing["fair-pay"]

    assert missing.reason == "not-decided"
    assert missing.says == "NO has not decided about it yet"


def test_a_market_decides_for_itself_only(checkout: Checkout) -> None:
    """What Austria changes is not in Norway, and not in the master text."""
    _norway(checkout)
    checkout.decide("NO")
    checkout.market("AT", locales=["de-AT"])
    checkout.translate("de")
    checkout.decide("AT", text=[{"replace": "obligation", "languages": {"de": "Löhne zahlen.", "en": "Pay."}}])

    assert checkout.edition("de-AT")["fair-pay"].fill().text == "Löhne zahlen."
    assert checkout.edition("nb-NO")["fair-pay"].fill().text == "nb: Pay wages on time."
    assert checkout.edition("en")["fair-pay"].fill().text == "Pay wages on time."


def test_the_master_edition_needs_no_decision_and_misses_nothing(checkout: Checkout) -> None:
    """`en` is the library as it was written."""
    _norway(checkout)

    edition = checkout.edition("en")

    assert [entry.id for entry in edition] == ["fair-pay"]
    assert edition.missing == {}
    assert edition.market is None


def test_there_is_an_edition_for_every_locale_a_market_publishes_and_no_other(checkout: Checkout) -> None:
    """The error for another one names those there are."""
    checkout.market("BE", locales=["nl-BE", "fr-BE"])

    assert checkout.library.locales == ("en", "nl-BE", "fr-BE")
    with pytest.raises(UnknownLocale, match=r'there is no edition "de-BE" \(editions: en, nl-BE, fr-BE\)'):
        checkout.edition("de-BE")


def test_a_market_adds_a_proof(checkout: Checkout) -> None:
    """The proof stands after those of the master text, in the language of the edition."""
    _norway(checkout)
    proof = {
        "id": "card",
        "stage": "start",
        "what": {"nb": "Kopi av HMS-kort.", "en": "Copy of the card."},
        "given_by": "contractor",
        "checked_by": "contract-manager",
        "how_checked": {"nb": "Les av kortet.", "en": "Read the card."},
        "effort": EFFORT,
    }
    checkout.decide("NO", evidence=[proof])

    (evidence,) = checkout.edition("nb-NO")["fair-pay"].item.evidence

    assert (evidence.id, evidence.what, evidence.how_checked) == ("card", "Kopi av HMS-kort.", "Les av kortet.")


def test_a_market_cannot_add_a_proof_that_is_there(checkout: Checkout) -> None:
    """Two proofs of one name would be one too many for every list that names them."""
    proof = {
        "id": "slips",
        "stage": "tender",
        "given_by": "bidder",
        "checked_by": "evaluation-panel",
        "effort": EFFORT,
    }
    checkout.item(evidence=[{**proof, "what": "Pay slips.", "how_checked": "Read."}])
    checkout.market("NO")
    checkout.translate("nb")
    checkout.decide("NO", evidence=[{**proof, "what": {"nb": "Lønnslipp."}, "how_checked": {"nb": "Les."}}])

    missing = checkout.edition("nb-NO").missing["fair-pay"]

    assert missing.reason == "invalid"
    assert missing.says.endswith('there is already an evidence "slips"')


def test_a_market_adds_guidance_and_law_and_takes_nothing_away(checkout: Checkout) -> None:
    """National advice stands behind the general advice, national law behind EU law."""
    checkout.item()
    checkout.market("NO", **national_law("NO", "no-foa-19-3", {"nb": "§ 19-3 anskaffelsesforskriften"}))
    checkout.translate("nb")
    checkout.decide(
        "NO",
        legal_basis=["no-foa-19-3"],
        guidance={
            "use_when": {"nb": "Ved bygg og renhold.", "en": "For works and cleaning."},
            "avoid_when": {"nb": "Under terskelverdien.", "en": "Below the threshold."},
            "watch_out": {"nb": "Husk kontroll.", "en": "Remember checks."},
        },
    )

    entry = checkout.edition("nb-NO")["fair-pay"]

    assert entry.item.guidance.use_when == "nb: Use it for labour.\n\nVed bygg og renhold."
    assert entry.item.guidance.avoid_when == "nb: Avoid it for goods.\n\nUnder terskelverdien."
    assert entry.item.guidance.watch_outs == ("nb: Nobody checks.", "Husk kontroll.")
    assert [citation.text for citation in entry.citations] == [
        "nb: nb: Directive 2014/24/EU, Article 70",
        "§ 19-3 anskaffelsesforskriften",
    ]


def test_a_market_cites_a_law_in_its_own_words(checkout: Checkout) -> None:
    """`{cite_…}` in a national part stands for a national provision of the overlay's legal basis."""
    checkout.item()
    checkout.market("NO", **national_law("NO", "no-foa-19-3", {"nb": "§ 19-3 anskaffelsesforskriften"}))
    checkout.translate("nb")
    words = {"nb": "Kravet følger av {cite_no_foa_19_3}.", "en": "As {cite_no_foa_19_3} demands."}
    checkout.decide("NO", legal_basis=["no-foa-19-3"], text=[{"replace": "obligation", "languages": words}])

    filled = checkout.edition("nb-NO")["fair-pay"].fill()

    assert filled.text == "Kravet følger av § 19-3 anskaffelsesforskriften."


def test_a_duty_by_law_holds_on_its_days(checkout: Checkout) -> None:
    """The buyer asks for a day and gets what the law of the market demands on that day."""
    _norway(checkout)
    scope = {"nb": "Bygg og anlegg over terskelverdien.", "en": "Works above the threshold."}
    duty = {"valid_from": "2025-01-01", "valid_to": "2026-12-31", "scope": scope, "seen": "2026-11-22"}
    checkout.decide("NO", mandatory=duty)

    edition = checkout.edition("nb-NO")

    assert [entry.id for entry in edition.mandatory(on=dt.date(2025, 1, 1))] == ["fair-pay"]
    assert [entry.id for entry in edition.mandatory(on=dt.date(2026, 12, 31))] == ["fair-pay"]
    assert edition.mandatory(on=dt.date(2024, 12, 31)) == []
    assert edition.mandatory(on=dt.date(2027, 1, 1)) == []
    found = edition["fair-pay"].mandatory
    assert found is not None
    assert (found.scope, found.seen) == ("Bygg og anlegg over terskelverdien.", dt.date(2026, 11, 22))


def test_a_duty_without_days_always_holds(checkout: Checkout) -> None:
    """An unknown beginning counts as begun, a missing end as not ended."""
    _norway(checkout)
    checkout.decide("NO", mandatory={"scope": {"nb": "Alle kontrakter.", "en": "All."}, "seen": None})

    assert [entry.id for entry in checkout.edition("nb-NO").mandatory(on=dt.date(1999, 1, 1))] == ["fair-pay"]


def test_a_market_swaps_a_remedy_ladder_and_every_clause_follows(checkout: Checkout) -> None:
    """Ireland has no percentage penalties: one line in its market sheet, and no clause has to be touched."""
    checkout.register(
        "remedy-ladders", entries=[ladder("penalties", text="Pay 5 %."), ladder("plain", text="Pay damages.")]
    )
    checkout.clause("fair-pay", on_ladder="penalties")
    checkout.clause("safe-work", on_ladder="penalties")
    checkout.market("IE", locales=["en-IE"], ladders={"penalties": "plain"})
    checkout.decide("IE", "fair-pay")
    checkout.decide("IE", "safe-work")

    irish = checkout.edition("en-IE")
    master = checkout.edition("en")

    for name in ("fair-pay", "safe-work"):
        swapped, general = irish[name].ladder, master[name].ladder
        assert swapped is not None
        assert general is not None
        assert (swapped.key, swapped.steps[0].text) == ("plain", "Pay damages.")
        assert (general.key, general.steps[0].text) == ("penalties", "Pay 5 %.")


def test_an_item_has_its_own_figures_on_a_ladder(checkout: Checkout) -> None:
    """The register says five days, the item ten: the clause says ten, and the buyer may still choose."""
    checkout.register("remedy-ladders", entries=[ladder("standard", days=5)])
    checkout.clause(remedies={"ladder": "standard", "figures": {"remedy_days": 10}})

    entry = checkout.edition("en")["fair-pay"]
    assert entry.ladder is not None
    step = entry.ladder.steps[0].text

    assert entry.fill().sentence(step) == "Within 10 days."
    assert entry.fill(remedy_days=3).sentence(step) == "Within 3 days."


def test_a_market_changes_the_figures_of_one_clause(checkout: Checkout) -> None:
    """Norway gives seven days where the item gives ten."""
    checkout.register("remedy-ladders", entries=[ladder("standard", days=5)])
    checkout.clause(remedies={"ladder": "standard", "figures": {"remedy_days": 10}})
    checkout.market("NO")
    checkout.translate("nb")
    checkout.decide("NO", remedies={"figures": {"remedy_days": 7}, "reason": "Custom."})

    assert checkout.edition("nb-NO")["fair-pay"].parameters["remedy_days"].default == 7


def test_a_market_puts_one_clause_on_another_ladder(checkout: Checkout) -> None:
    """The figures for the old ladder go with it."""
    checkout.register("remedy-ladders", entries=[ladder("standard", days=5), ladder("gentle", days=15)])
    checkout.clause(remedies={"ladder": "standard", "figures": {"remedy_days": 10}})
    checkout.market("NO")
    checkout.translate("nb")
    checkout.decide("NO", remedies={"ladder": "gentle", "reason": "Custom."})

    entry = checkout.edition("nb-NO")["fair-pay"]

    assert entry.ladder is not None
    assert entry.ladder.key == "gentle"
    assert entry.parameters["remedy_days"].default == 15


@pytest.mark.parametrize(
    ("remedies", "says"),
    [
        ({"figures": {"remedy_weeks": 2}}, 'ladder "standard" has no figure "remedy_weeks" (figures: remedy_days)'),
        ({"figures": {"remedy_days": 99}}, "remedy_days: default 99 is above the maximum 20"),
        ({"ladder": "gentle"}, 'there is no remedy ladder "gentle" (ladders: standard)'),
    ],
    ids=["unknown figure", "figure above its limit", "unknown ladder"],
)
def test_remedies_that_do_not_fit_their_ladder_take_the_clause_out(
    checkout: Checkout, remedies: dict[str, object], says: str
) -> None:
    """A clause with a wrong remedy must not be signed."""
    checkout.register("remedy-ladders", entries=[ladder("standard", days=5)])
    checkout.clause()
    checkout.market("NO")
    checkout.translate("nb")
    checkout.decide("NO", remedies={**remedies, "reason": "Custom."})

    missing = checkout.edition("nb-NO").missing["fair-pay"]

    assert missing.reason == "invalid"
    assert says in missing.says


def test_only_a_clause_has_remedies(checkout: Checkout) -> None:
    """Remedies for a criterion would be printed nowhere."""
    _norway(checkout)
    checkout.decide("NO", remedies={"figures": {"remedy_days": 7}, "reason": "Custom."})

    missing = checkout.edition("nb-NO").missing["fair-pay"]

    assert missing.reason == "invalid"
    assert "a criterion has no remedies" in missing.says


def test_what_does_not_fit_says_its_file_and_line(checkout: Checkout) -> None:
    """The reason in `missing` begins with the place where the market's expert has to look."""
    _norway(checkout)
    checkout.decide("NO", text=[{"remove": "oligation"}])

    says = checkout.edition("nb-NO").missing["fair-pay"].says

    line = checkout.line("locales/markets/NO/fair-pay.yml", "remove: oligation")
    assert says.startswith(f"locales/markets/NO/fair-pay.yml:{line}:3: ")


def test_a_released_text_is_found_again_by_its_revision(checkout: Checkout) -> None:
    """The same words keep their revision; better words of the same version get the next one."""
    _norway(checkout)
    checkout.decide("NO")
    first = checkout.edition("nb-NO")["fair-pay"]
    checkout.release(first)

    assert checkout.edition("nb-NO")["fair-pay"].stamp == first.stamp
    assert first.stamp == f"srpp:fair-pay@1.0.0+nb-NO.1#{first.sha256[:8]}"

    checkout.translate("nb", {"fair-pay:text.obligation": "Betal lønn i tide."})
    better = checkout.edition("nb-NO")["fair-pay"]
    assert better.revision == 2
    assert better.sha256 != first.sha256


def test_advice_may_be_corrected_without_making_it_another_text(checkout: Checkout) -> None:
    """The fingerprint covers what is signed: words and figures, not guidance, effort or sources."""
    _norway(checkout)
    before = checkout.edition("en")["fair-pay"].sha256
    checkout.item(text={"obligation": "Pay wages on time."}, topics=["safety"], level="advanced", status="reviewed")
    assert checkout.edition("en")["fair-pay"].sha256 == before

    checkout.item(text={"obligation": "Do not pay wages on time."})
    assert checkout.edition("en")["fair-pay"].sha256 != before


def test_a_market_sets_the_figures_of_a_ladder_for_all_clauses(checkout: Checkout) -> None:
    """Amounts in its own money, written once in the market sheet; a clause with a figure of its own keeps it."""
    checkout.register("remedy-ladders", entries=[ladder("standard", days=5)])
    checkout.clause("fair-pay")
    checkout.clause("own-days", remedies={"ladder": "standard", "figures": {"remedy_days": 10}})
    checkout.market("NO", ladder_parameters={"standard": {"remedy_days": {"default": 7, "reason": "Custom."}}})
    checkout.decide("NO")
    checkout.decide("NO", "own-days")
    checkout.translate("nb")

    edition = checkout.edition("nb-NO")

    assert edition["fair-pay"].parameters["remedy_days"].default == 7
    assert edition["own-days"].parameters["remedy_days"].default == 10
    assert checkout.edition("en")["fair-pay"].parameters["remedy_days"].default == 5


def test_a_remedy_that_the_law_fixes_is_the_same_in_every_clause(checkout: Checkout) -> None:
    """A locked figure of the ladder stands above the figure of an item, and no buyer changes it."""
    checkout.register("remedy-ladders", entries=[ladder("standard", days=5)])
    checkout.clause(remedies={"ladder": "standard", "figures": {"remedy_days": 10}})
    law = {"default": 7, "locked": True, "reason": "The law says so."}
    checkout.market("NO", ladder_parameters={"standard": {"remedy_days": law}})
    checkout.decide("NO")
    checkout.translate("nb")

    entry = checkout.edition("nb-NO")["fair-pay"]

    assert entry.parameters["remedy_days"].default == 7
    with pytest.raises(InvalidValue, match=r"remedy_days is fixed by law \(7\)"):
        entry.fill(remedy_days=10)


def test_a_figure_that_does_not_fit_the_ladder_takes_its_clauses_out(checkout: Checkout) -> None:
    """Other items are not touched."""
    checkout.register("remedy-ladders", entries=[ladder("standard"), ladder("gentle")])
    checkout.clause("fair-pay")
    checkout.clause("safe-work", on_ladder="gentle")
    checkout.market("NO", ladder_parameters={"standard": {"remedy_days": {"default": 99, "reason": "Custom."}}})
    checkout.decide("NO")
    checkout.decide("NO", "safe-work")
    checkout.translate("nb")

    edition = checkout.edition("nb-NO")

    assert edition.missing["fair-pay"].reason == "invalid"
    assert "default 99 is above the maximum 20" in edition.missing["fair-pay"].says
    assert "safe-work" in edition


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Se {nobody}.", "nothing is known under {nobody}"),
        ("Se {cite_no_foa_19_3}.", "nothing is known under {cite_no_foa_19_3}"),
        ("Se {days", "{days is not closed"),
        ("{days, plural, one {# dag}}", "has no branch other"),
        ("{days, number}", "not allowed"),
    ],
    ids=["unknown figure", "law that is not in the legal basis", "open brace", "no general form", "forbidden form"],
)
def test_a_sentence_that_cannot_be_filled_in_takes_the_item_out(checkout: Checkout, words: str, says: str) -> None:
    """From a market or from a translator: the buyer never meets it, and the reason names the field."""
    checkout.item(text={"obligation": "Pay in {days} days."}, parameters={"days": parameter("duration")})
    checkout.market("NO")
    checkout.decide("NO")
    checkout.translate("nb", {"fair-pay:text.obligation": words})

    missing = checkout.edition("nb-NO").missing["fair-pay"]
    assert missing.reason == "invalid"
    assert missing.says.startswith("text.obligation: ")
    assert says in missing.says

    checkout.translate("nb", {"fair-pay:text.obligation": "Betal på {days} dager."})
    checkout.decide("NO", text=[{"replace": "obligation", "languages": {"nb": words, "en": "x"}}])
    assert says in checkout.edition("nb-NO").missing["fair-pay"].says


def test_a_broken_master_sentence_is_in_no_edition(checkout: Checkout) -> None:
    """Neither in English."""
    checkout.item(text={"obligation": "Pay in {days} days."})

    assert checkout.edition("en").missing["fair-pay"].reason == "invalid"
