# SPDX-License-Identifier: Apache-2.0
"""The sum of the verdicts, the next step, and the published page."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.conftest import ROOT
from tests.site.wholes import whole

from srpp_criteria.models.interface import InterfaceRegister
from srpp_criteria.rubric.page import rubric_page
from srpp_criteria.rubric.rubric import RUBRIC, Quality, Result
from srpp_criteria.rubric.verdict import Score, Verdict
from srpp_criteria.site.register_reading import register


def scored(**results: Result) -> Score:
    """A score with these results, all else met; a name is that of a criterion with underscores."""
    given = {Quality(name.replace("_", "-")): result for name, result in results.items()}
    return Score(tuple(Verdict(rule.quality, given.get(rule.quality, Result.MET), "") for rule in RUBRIC))


def test_a_criterion_that_does_not_apply_counts_on_neither_side() -> None:
    """A form has no remedy and no indicators, and can still have all points."""
    found = scored(remedy=Result.NOT_APPLICABLE, measurable=Result.NOT_APPLICABLE, law_seen=Result.PARTLY)

    assert (found.points, found.most, found.share) == (11, 12, Fraction(11, 12))


def test_a_draft_shows_what_it_can_reach_without_others() -> None:
    """Without a review and a use four points are out of reach, and no more."""
    draft = scored(reviewed=Result.NOT_MET, field_tested=Result.NOT_MET)
    half = scored(reviewed=Result.PARTLY)

    assert (draft.points, draft.most_alone, draft.most) == (12, 12, 16)
    assert (half.most_alone, half.most) == (15, 16)


def test_the_next_step_brings_the_most_points_an_hour() -> None:
    """One hour for a point is better than two, and a short text is cheaper than a review."""
    everything = scored(**{rule.quality.value.replace("-", "_"): Result.NOT_MET for rule in RUBRIC})

    assert [verdict.quality.value for verdict in everything.steps] == [
        "plain-language",
        "law-seen",
        "tested-scoring",
        "measurable",
        "remedy",
        "verifiable",
        "reviewed",
        "field-tested",
    ]
    assert everything.next_step is everything.steps[0]


@pytest.mark.parametrize(
    ("partly", "not_met", "first"),
    [
        ("law-seen", "measurable", "measurable"),  # 1 point in 2 hours, 2 points in 3
        ("plain-language", "law-seen", "plain-language"),  # 1 in 1, 2 in 2: the one with less work
        ("tested-scoring", "reviewed", "tested-scoring"),
        ("measurable", "verifiable", "verifiable"),  # 1 in 3, 2 in 4
    ],
)
def test_half_a_criterion_may_be_the_better_step_or_the_worse_one(partly: str, not_met: str, first: str) -> None:
    """Points and hours decide, not the order of the table."""
    found = scored(**{partly.replace("-", "_"): Result.PARTLY, not_met.replace("-", "_"): Result.NOT_MET})

    assert found.next_step is not None
    assert found.next_step.quality == first


def test_nothing_is_next_when_all_is_met() -> None:
    """A complete text asks for nothing."""
    assert scored().next_step is None
    assert scored().most_alone == scored().points == scored().most


def test_the_published_page_is_the_rubric() -> None:
    """Who changes a limit changes the page: run `make pages`."""
    assert (ROOT / "docs" / "concepts" / "rubric.md").read_text(encoding="utf-8") == rubric_page()


def test_the_site_and_the_page_call_the_criteria_alike() -> None:
    """English names and questions stand in the rubric and, to be translated, among the interface words."""
    interface = register(whole(), "interface", InterfaceRegister)
    assert interface is not None
    words = {word.key: word.text for word in interface.entries}

    for rule in RUBRIC:
        assert words[f"site-rubric-{rule.quality.value}"] == rule.name
        assert words[f"site-rubric-{rule.quality.value}-asks"] == rule.asks
