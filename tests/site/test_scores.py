# SPDX-License-Identifier: Apache-2.0
"""The score on the page of each text, in its twin, and in the list of all texts."""

from __future__ import annotations

import json
import re
from itertools import pairwise

import pytest
from tests.site.wholes import TIERS, faults, html_of, poisoned_whole, whole

from srpp_criteria.rubric.rubric import RUBRIC, Quality, Result
from srpp_criteria.rubric.verdict import Verdict
from srpp_criteria.site.item_page import item_page
from srpp_criteria.site.quality_page import quality_pages
from srpp_criteria.site.score_words import score_data, sentence, shown_score

LOCALES = ("en", "nb-NO", "fr-BE")


def test_the_page_of_a_text_shows_its_score_and_one_next_step() -> None:
    """A table with one row a criterion; each result is a word, so that no colour carries it."""
    site = whole().sites["en"]
    html = html_of(item_page(site.edition[TIERS], site).markdown)
    section = html[html.index('id="score"') :]
    found = site.scores[TIERS]

    assert f"<strong>{found.points} of {found.most} points</strong>" in section
    rows = re.findall(r'<tr class="qual-row--([\w-]+)"><th scope="row">([^<]+)</th><td>([^<]+)</td>', section)
    assert [name for _, name, _ in rows] == [rule.name for rule in RUBRIC]
    assert all(says.startswith(site.words[f"site-rubric-{result}"]) for result, _, says in rows)
    assert section.count('class="qual-next"') == 1


def test_a_draft_says_what_it_cannot_reach() -> None:
    """As long as nobody outside has read it, the page says how far its authors can come."""
    site = whole().sites["en"]
    entry = site.edition[TIERS]
    found = site.scores[TIERS]

    assert not entry.item.reviews
    assert f"this text can reach {found.most_alone} of {found.most} points" in shown_score(entry, site).alone
    assert found.most_alone <= found.most - 2


@pytest.mark.parametrize("locale", LOCALES)
def test_every_sentence_of_every_score_is_whole(locale: str) -> None:
    """No placeholder is left, in any edition."""
    site = whole().sites[locale]
    for entry in site.edition:
        shown = shown_score(entry, site)
        told = [shown.sum, shown.alone, shown.next_step, *(verdict.reason for verdict in shown.verdicts)]
        assert not re.search(r"[{}]", " ".join(told)), entry.id


@pytest.mark.parametrize("word", ["one", "other"])
def test_a_figure_takes_its_grammar(word: str) -> None:
    """One proof names, two proofs name."""
    number = {"one": 1, "other": 2}[word]
    says = sentence(whole().sites["en"], "verifiable-count", {"good": number, "all": number})

    assert says.startswith({"one": "1 of 1 proof names", "other": "2 of 2 proofs name"}[word])


def test_reasons_read_as_sentences() -> None:
    """The examples that the rubric was asked for."""
    site = whole().sites["en"]
    verdict = Verdict(Quality.PLAIN_LANGUAGE, Result.MET, "plain-language-count")

    assert sentence(site, "reviewed-none", {}) == "No review yet."
    assert (
        sentence(site, verdict.reason, {"mean": 17, "longest": 90, "long": 0, "sentences": 20, "many": 35})
        == "Sentences average 17 words, the longest part has 90. Longer than 35 words: 0 of 20 sentences."
    )


def test_machines_get_the_same_score() -> None:
    """Points, results and reasons stand in the twin of the page; what does not apply has no points."""
    site = whole().sites["nb-NO"]
    entry = site.edition[TIERS]
    data = json.loads(json.dumps(score_data(entry, site)))
    shown = shown_score(entry, site)

    assert (data["points"], data["most"]) == (shown.points, shown.most)
    assert sum(one.get("points", 0) for one in data["criteria"]) == data["points"]
    assert sum(one.get("most", 0) for one in data["criteria"]) == data["most"]
    assert [one["reason"] for one in data["criteria"]] == [verdict.reason for verdict in shown.verdicts]
    assert data["next"]["says"] == shown.next_step


@pytest.mark.parametrize("locale", LOCALES)
def test_the_list_has_every_text_once_the_highest_score_first(locale: str) -> None:
    """A reader finds the texts that need work at its end."""
    site = whole().sites[locale]
    (page,) = quality_pages(site)
    html = html_of(page.markdown)
    order = re.findall(r'<th scope="row"><a href="\.\./([\w-]+)/#score">', html)

    assert sorted(order) == sorted(entry.id for entry in site.edition)
    assert all(site.scores[one].share >= site.scores[other].share for one, other in pairwise(order))
    assert page.address == f"{locale}/quality/"


def test_hostile_words_do_no_harm_in_scores() -> None:
    """Titles of sources and laws stand in the next step."""
    site = poisoned_whole().sites["en"]
    (page,) = quality_pages(site)

    assert faults(html_of(page.markdown)) == []
    assert faults(html_of(item_page(site.edition[TIERS], site).markdown)) == []
