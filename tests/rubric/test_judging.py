# SPDX-License-Identifier: Apache-2.0
"""For each criterion of the rubric: a text that meets it, one that partly does, and one that does not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import EFFORT, SOURCE, clause_fields, ladder, parameter

from srpp_criteria.models.registers import Experience
from srpp_criteria.rubric.judging import (
    Around,
    field_tested,
    law_seen,
    measurable,
    plain_language,
    remedy,
    reviewed,
    score,
    verifiable,
)
from srpp_criteria.rubric.judging import tested_scoring as scoring_verdict  # pytest would take it for a test
from srpp_criteria.rubric.rubric import RUBRIC

if TYPE_CHECKING:
    from tests.checkout import Checkout

    from srpp_criteria import Entry
    from srpp_criteria.rubric.verdict import Verdict

PROOF: dict[str, Any] = {
    "id": "pay-slips",
    "stage": "performance",
    "what": "Five pay slips.",
    "given_by": "contractor",
    "checked_by": "contract-manager",
    "how_checked": "Compare the hours with the roster.",
    "effort": EFFORT,
}
UNCHECKED = {**PROOF, "id": "unchecked", "checked_by": "contractor"}
VAGUE = {**PROOF, "id": "vague", "how_checked": "Look at it."}
FREE = {**PROOF, "id": "free", "effort": {"bidder_hours": 0, "buyer_hours": 0}}

INDICATOR: dict[str, Any] = {**clause_fields("standard")["monitoring"][0], "sheet": "pay-sheet"}
NO_SHEET = {**clause_fields("standard")["monitoring"][0], "id": "unkept"}
OWN_CHECK = {**INDICATOR, "id": "own-check", "checked_by": "contractor"}

FLOOR = {"case": "At the floor.", "offer": {"offer": 50}, "points": 0}
MIDDLE = {"case": "In the middle.", "offer": {"offer": 60}, "points": 5}
ABOVE = {"case": "Above the ceiling.", "offer": {"offer": 90}, "points": 10}
WRONG = {"case": "Wrong.", "offer": {"offer": 60}, "points": 6}

SEEN = {"key": "seen", "title": "A page that was read", "seen": "2026-11-20"}
LONG_SENTENCE = "The Contractor pays " + "and pays " * 20 + "the cooks."


def clause(checkout: Checkout, **fields: Any) -> Entry:
    """A clause with these fields."""
    checkout.register("remedy-ladders", entries=[ladder("standard")])
    checkout.clause(**fields)
    return checkout.edition("en")["fair-pay"]


def criterion(checkout: Checkout, **fields: Any) -> Entry:
    """A criterion before award with these fields."""
    checkout.item(**fields)
    return checkout.edition("en")["fair-pay"]


def award(checkout: Checkout, *examples: dict[str, Any], ceiling: str | int = "full", **fields: Any) -> Entry:
    """An award criterion on a straight line from 50 to 70, worth 10 points."""
    figures = {"weight": parameter(default=10), "floor": parameter(default=50), "full": parameter(default=70)}
    scoring = {
        "method": "linear",
        "weight": "weight",
        "settings": {"floor": "floor", "ceiling": ceiling},
        "rule": "Points rise in a straight line.",
        "examples": list(examples),
    }
    return criterion(checkout, stage="award", parameters=figures, scoring=scoring, **fields)


def review(**fields: Any) -> dict[str, Any]:
    """An approval of the base text."""
    least = {"date": "2026-11-20", "role": "procurement-lawyer", "version": "1.0.0", "outcome": "approved"}
    return {**least, "says": "I would put it into a contract.", **fields}


def use(**fields: Any) -> Experience:
    """A use in Norway that worked."""
    least = {
        "key": "a-use",
        "item": "fair-pay",
        "version": "1.0.0",
        "market": "NO",
        "year": 2026,
        "what": "It was used in a tender.",
        "outcome": "worked",
        "seen": None,
    }
    return Experience.model_validate_json(json.dumps({**least, **fields}))


def outcome(verdict: Verdict) -> tuple[str, str, str]:
    """Result, reason and step."""
    return verdict.result.value, verdict.reason, verdict.step


# ---- verifiable


def test_a_clause_is_verifiable_when_every_proof_has_a_checker_a_way_and_hours(checkout: Checkout) -> None:
    """Somebody else than the giver checks, in words that tell how, and both sides know the hours."""
    verdict = verifiable(clause(checkout, evidence=[PROOF]))

    assert outcome(verdict) == ("met", "verifiable-count", "")
    assert (verdict.facts["good"], verdict.facts["all"]) == (1, 1)


@pytest.mark.parametrize("weak", [UNCHECKED, VAGUE, FREE], ids=lambda proof: proof["id"])
def test_a_proof_that_its_giver_checks_or_nobody_knows_how_counts_as_none(
    checkout: Checkout, weak: dict[str, Any]
) -> None:
    """With one good proof of two the clause is partly verifiable."""
    verdict = verifiable(clause(checkout, evidence=[PROOF, weak]))

    assert outcome(verdict) == ("partly", "verifiable-count", "step-verifiable")
    assert (verdict.facts["good"], verdict.facts["all"]) == (1, 2)


def test_fewer_than_half_of_the_proofs_are_not_enough(checkout: Checkout) -> None:
    """One good proof of three does not make a text verifiable."""
    assert verifiable(clause(checkout, evidence=[PROOF, UNCHECKED, VAGUE])).result == "not-met"


def test_a_text_that_asks_for_no_proof_cannot_be_verified(checkout: Checkout) -> None:
    """The step says when the missing proof has to be due."""
    verdict = verifiable(clause(checkout))

    assert outcome(verdict) == ("not-met", "verifiable-none", "step-verifiable-stage")
    assert verdict.facts["when"] == "after"


def test_a_proof_must_be_due_when_it_counts(checkout: Checkout) -> None:
    """A clause is not proven by what came with the tender, a criterion not by what comes during the contract."""
    early = verifiable(clause(checkout, evidence=[{**PROOF, "stage": "tender"}]))
    late = verifiable(criterion(checkout, evidence=[PROOF]))
    in_time = verifiable(criterion(checkout, evidence=[{**PROOF, "stage": "before-award"}]))

    assert outcome(early) == outcome(late) == ("partly", "verifiable-stage", "step-verifiable-stage")
    assert (early.facts["when"], late.facts["when"]) == ("after", "before")
    assert in_time.result == "met"


def test_what_names_the_purchase_promises_nothing_that_could_be_verified(checkout: Checkout) -> None:
    """The subject matter is left out of the fraction on both sides."""
    verdict = verifiable(criterion(checkout, stage="subject-matter"))

    assert outcome(verdict) == ("not-applicable", "verifiable-binds-nobody", "")
    assert (verdict.points, verdict.gain) == (0, 0)


# ---- measurable


def test_a_clause_is_measurable_when_every_indicator_has_a_sheet_and_another_checker(checkout: Checkout) -> None:
    """Unit, target, rhythm and due day are asked for by the model already."""
    assert outcome(measurable(clause(checkout, monitoring=[INDICATOR]))) == ("met", "measurable-count", "")


@pytest.mark.parametrize("weak", [NO_SHEET, OWN_CHECK], ids=lambda indicator: indicator["id"])
def test_an_indicator_without_a_sheet_or_with_its_own_judge_is_open(checkout: Checkout, weak: dict[str, Any]) -> None:
    """The step names the first one to mend."""
    verdict = measurable(clause(checkout, monitoring=[INDICATOR, weak]))

    assert outcome(verdict) == ("partly", "measurable-count", "step-measurable")
    assert (verdict.facts["open"], verdict.facts["first"]) == (1, weak["id"])


def test_a_clause_whose_figures_nobody_keeps_is_not_measurable(checkout: Checkout) -> None:
    """Its only indicator has no sheet."""
    assert measurable(clause(checkout)).result == "not-met"


def test_a_monitoring_sheet_keeps_its_own_figures(checkout: Checkout) -> None:
    """It needs no other sheet."""
    sheet = criterion(
        checkout,
        kind="monitoring-sheet",
        rhythm="monthly",
        kept_by="contractor",
        checked_by="contract-manager",
        indicators=[NO_SHEET],
        columns=[{"id": "day", "label": "Day", "type": "date"}],
    )

    assert measurable(sheet).result == "met"


def test_a_criterion_has_no_indicators(checkout: Checkout) -> None:
    """They stand in the clause that makes it binding."""
    assert measurable(criterion(checkout)).result == "not-applicable"


# ---- remedy


def test_a_clause_has_a_remedy_when_a_ladder_and_a_consequence_of_its_own_follow(checkout: Checkout) -> None:
    """With a ladder only it is half done."""
    own = remedy(clause(checkout, remedies={"ladder": "standard", "specific": "The cooks are paid twice."}), ())
    bare = remedy(clause(checkout), ())

    assert outcome(own) == ("met", "remedy-own", "")
    assert outcome(bare) == ("partly", "remedy-ladder", "step-remedy-own")
    assert own.facts == bare.facts == {"steps": 3}


def test_a_clause_without_a_ladder_is_a_wish(checkout: Checkout) -> None:
    """That the ladder is missing is also an error of the checks; the score does not rely on it."""
    entry = clause(checkout).model_copy(update={"ladder": None})

    assert outcome(remedy(entry, ())) == ("not-met", "remedy-none", "step-remedy-ladder")


def test_a_promise_needs_a_clause_of_the_same_edition(checkout: Checkout) -> None:
    """Points are given for it, so it is owed; a clause that the edition does not hold binds nobody there."""
    secured = award(checkout, related={"secured_by": ["fair-clause"]})
    bare = award(checkout)

    assert outcome(remedy(secured, {"fair-clause"})) == ("met", "remedy-secured", "")
    assert outcome(remedy(secured, {"another-clause"})) == ("partly", "remedy-not-here", "step-remedy-here")
    assert outcome(remedy(bare, {"fair-clause"})) == ("not-met", "remedy-unsecured", "step-remedy-secured")


def test_a_selection_criterion_owes_nothing_after_the_award(checkout: Checkout) -> None:
    """So it needs no remedy."""
    assert remedy(criterion(checkout), ()).result == "not-applicable"


# ---- law seen


def test_law_is_seen_when_every_reference_and_source_has_a_day(checkout: Checkout) -> None:
    """The last day is told."""
    verdict = law_seen(criterion(checkout, sources=[SEEN]))

    assert outcome(verdict) == ("met", "law-seen-count", "")
    assert str(verdict.facts["day"]) == "2026-11-22"


def test_law_is_partly_seen_when_half_of_it_was_read(checkout: Checkout) -> None:
    """The step names what to read first: the law before the sources."""
    source = law_seen(criterion(checkout))
    law = law_seen(
        criterion(
            checkout,
            legal_basis=["eu-2014-24-art-70", "eu-2014-24-art-57-4-a"],
            sources=[SEEN, {**SOURCE, "key": "other"}],
        )
    )

    assert outcome(source) == outcome(law) == ("partly", "law-seen-count", "step-law-seen")
    assert (source.facts["open"], source.facts["first"]) == (1, "A page")
    assert (law.facts["open"], law.facts["first"]) == (2, "Directive 2014/24/EU, Article 57(4)(a)")


def test_law_that_is_mostly_recalled_is_not_seen(checkout: Checkout) -> None:
    """One of three is too little, and none has no last day."""
    one = law_seen(criterion(checkout, sources=[SOURCE, {**SOURCE, "key": "other"}]))
    none = law_seen(criterion(checkout, legal_basis=["eu-2014-24-art-57-4-a"]))

    assert outcome(one) == ("not-met", "law-seen-count", "step-law-seen")
    assert outcome(none) == ("not-met", "law-seen-never", "step-law-seen")


# ---- plain language


def test_short_sentences_are_plain(checkout: Checkout) -> None:
    """Mean and longest part are told as the drafting checks measure them."""
    verdict = plain_language(criterion(checkout, text={"one": "Pay on time. Pay the cooks."}))

    assert outcome(verdict) == ("met", "plain-language-count", "")
    assert (str(verdict.facts["mean"]), verdict.facts["longest"], verdict.facts["sentences"]) == ("3.0", 6, 2)


def test_one_long_sentence_among_few_is_partly_plain(checkout: Checkout) -> None:
    """The mean hides it, the share of sentences over 35 words does not."""
    verdict = plain_language(criterion(checkout, text={"one": "Pay the cooks. " * 9 + LONG_SENTENCE}))

    assert outcome(verdict) == ("partly", "plain-language-count", "step-plain-language-long")
    assert (verdict.facts["long"], verdict.facts["sentences"]) == (1, 10)


def test_sentences_of_more_than_20_words_on_average_are_partly_plain(checkout: Checkout) -> None:
    """Above 25, where the drafting check complains, they are not plain."""
    partly, not_plain = "pay " * 21, "pay " * 26

    assert outcome(plain_language(criterion(checkout, text={"one": partly.strip()})))[::2] == (
        "partly",
        "step-plain-language-mean",
    )
    assert outcome(plain_language(criterion(checkout, text={"one": not_plain.strip()})))[::2] == (
        "not-met",
        "step-plain-language-mean",
    )


def test_a_part_over_180_words_is_not_plain(checkout: Checkout) -> None:
    """However short its sentences are."""
    verdict = plain_language(criterion(checkout, text={"one": "Pay the cooks. " * 61}))

    assert outcome(verdict) == ("not-met", "plain-language-count", "step-plain-language-part")
    assert (verdict.facts["longest"], verdict.facts["most"]) == (183, 180)


# ---- tested scoring


def test_scoring_is_tested_at_the_floor_in_the_middle_and_above_the_ceiling(checkout: Checkout) -> None:
    """All three come out when they are computed again."""
    verdict = scoring_verdict(award(checkout, FLOOR, MIDDLE, ABOVE))

    assert outcome(verdict) == ("met", "tested-scoring-count", "")
    assert (verdict.facts["right"], verdict.facts["kinds"]) == (3, 3)


def test_an_example_on_the_ceiling_does_not_show_that_points_end_there(checkout: Checkout) -> None:
    """70 is the ceiling itself; an offer above it is still to be shown."""
    at_ceiling = {**ABOVE, "offer": {"offer": 70}}
    verdict = scoring_verdict(award(checkout, FLOOR, MIDDLE, at_ceiling))

    assert outcome(verdict) == ("partly", "tested-scoring-count", "step-tested-scoring-add")
    assert verdict.facts["kind"] == "ceiling"


def test_where_the_scale_ends_an_offer_at_its_end_is_enough(checkout: Checkout) -> None:
    """A ceiling that is no figure of the buyer is the end of a scale, such as the highest mark."""
    at_the_end = {**ABOVE, "offer": {"offer": 70}}

    assert scoring_verdict(award(checkout, FLOOR, MIDDLE, at_the_end, ceiling=70)).result == "met"


def test_an_example_that_does_not_come_out_must_be_corrected_first(checkout: Checkout) -> None:
    """It is no example of anything, even if enough others are left."""
    verdict = scoring_verdict(award(checkout, FLOOR, MIDDLE, ABOVE, WRONG))

    assert outcome(verdict) == ("partly", "tested-scoring-count", "step-tested-scoring-correct")
    assert (verdict.facts["right"], verdict.facts["all"]) == (3, 4)


@pytest.mark.parametrize("examples", [(), (FLOOR,), (FLOOR, WRONG)], ids=["none", "one", "one-right"])
def test_scoring_with_fewer_than_two_sorts_of_example_is_not_tested(
    checkout: Checkout, examples: tuple[dict[str, Any], ...]
) -> None:
    """One sort shows nothing of a formula."""
    assert scoring_verdict(award(checkout, *examples)).result == "not-met"


def test_only_award_criteria_are_scored(checkout: Checkout) -> None:
    """For others the criterion does not apply."""
    assert scoring_verdict(clause(checkout)).result == "not-applicable"


# ---- reviewed


def test_a_text_is_reviewed_when_somebody_approved_this_version(checkout: Checkout) -> None:
    """A patch changes the wording only, so the approval stays."""
    entry = criterion(checkout, reviews=[review()])
    patched = entry.model_copy(update={"item": entry.item.model_copy(update={"version": "1.0.1"})})

    assert outcome(reviewed(entry)) == outcome(reviewed(patched)) == ("met", "reviewed-approved", "")


@pytest.mark.parametrize("other", [{"version": "0.9.0"}, {"market": "NO"}], ids=["older", "for-a-market"])
def test_an_approval_of_something_else_counts_for_half(checkout: Checkout, other: dict[str, str]) -> None:
    """An older version, or a market for which the base text was not read."""
    assert outcome(reviewed(criterion(checkout, reviews=[review(**other)]))) == (
        "partly",
        "reviewed-elsewhere",
        "step-reviewed",
    )


def test_a_market_needs_a_review_of_its_own(checkout: Checkout) -> None:
    """An approval for Norway is one in its edition; one of the base text is not."""
    checkout.market("NO")
    checkout.decide("NO")
    found = {}
    for market in ("NO", None):
        checkout.item(reviews=[review(market=market)])
        checkout.translate("nb")
        found[market] = reviewed(checkout.edition("nb-NO")["fair-pay"]).result

    assert found == {"NO": "met", None: "partly"}


@pytest.mark.parametrize(
    ("reviews", "reason", "step"),
    [
        ([], "reviewed-none", "step-reviewed"),
        ([review(outcome="changes-asked")], "reviewed-asked", "step-reviewed-answer"),
        ([review(), review(outcome="rejected")], "reviewed-rejected", "step-reviewed-answer"),
        ([review(), review(date="2026-11-21", outcome="rejected")], "reviewed-rejected", "step-reviewed-answer"),
    ],
    ids=["none", "changes-asked", "rejected-on-the-day", "rejected-since"],
)
def test_a_text_is_not_reviewed_without_an_approval_that_stands(
    checkout: Checkout, reviews: list[dict[str, Any]], reason: str, step: str
) -> None:
    """No review, one that asked for changes, or a rejection after the approval."""
    assert outcome(reviewed(criterion(checkout, reviews=reviews))) == ("not-met", reason, step)


# ---- field-tested


@pytest.mark.parametrize("told", [{}, {"outcome": "partly"}, {"version": None, "stamp": "srpp:fair-pay@1.2.0+en.1"}])
def test_a_text_is_field_tested_when_a_use_of_this_major_version_worked(
    checkout: Checkout, told: dict[str, Any]
) -> None:
    """Version or stamp tells which one it was; for the base text any market counts."""
    assert outcome(field_tested(criterion(checkout), [use(**told)])) == ("met", "field-tested-count", "")


@pytest.mark.parametrize(
    "told",
    [{"outcome": "failed"}, {"version": "0.9.0"}, {"version": None, "stamp": "srpp:@@@"}],
    ids=["failed", "older", "damaged-stamp"],
)
def test_a_use_that_failed_or_was_of_another_version_counts_for_half(checkout: Checkout, told: dict[str, Any]) -> None:
    """Something is known, but not that this text works."""
    assert outcome(field_tested(criterion(checkout), [use(**told)])) == (
        "partly",
        "field-tested-count",
        "step-field-tested-again",
    )


def test_a_use_in_another_market_counts_for_half(checkout: Checkout) -> None:
    """Norwegian readers need to know how it did in Norway."""
    checkout.item()
    checkout.market("NO")
    checkout.decide("NO")
    checkout.translate("nb")
    entry = checkout.edition("nb-NO")["fair-pay"]

    assert field_tested(entry, [use()]).result == "met"
    assert field_tested(entry, [use(market="AT")]).result == "partly"


@pytest.mark.parametrize("uses", [[], [use(outcome="left-out")]], ids=["none", "left-out"])
def test_a_text_that_nobody_used_is_not_field_tested(checkout: Checkout, uses: list[Experience]) -> None:
    """Who considered it and left it out did not use it."""
    assert outcome(field_tested(criterion(checkout), uses)) == ("not-met", "field-tested-none", "step-field-tested")


# ---- all of them


def test_a_score_has_one_verdict_for_each_criterion_in_its_order(checkout: Checkout) -> None:
    """The rubric and its computation name the same criteria."""
    verdicts = score(criterion(checkout), Around()).verdicts

    assert [verdict.quality for verdict in verdicts] == [rule.quality for rule in RUBRIC]


def test_uses_are_found_by_the_item_they_name(checkout: Checkout) -> None:
    """A use of another text tells nothing about this one."""
    entry = criterion(checkout)

    def tested(item: str) -> str:
        return score(entry, Around(experiences={item: [use()]})).verdicts[-1].result

    assert (tested("fair-pay"), tested("other-item")) == ("met", "not-met")
