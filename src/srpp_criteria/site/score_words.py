# SPDX-License-Identifier: Apache-2.0
"""The score of a text in the words of an edition: for its page, for the list of all texts, and for machines."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from srpp_criteria.rubric.rubric import MOST_POINTS
from srpp_criteria.wording import Value, format_date, format_decimal, format_integer, format_message, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.rubric.verdict import Fact, Verdict
    from srpp_criteria.site.edition_site import EditionSite

_BEGINNING = "site-rubric-"


@dataclass(frozen=True, slots=True)
class ShownVerdict:
    """A verdict as a row of a table.

    Attributes:
        key: the criterion, as the rubric names it.
        name: what the reader calls it.
        result: key of the result.
        says: the result in a word.
        points: points reached; None if the criterion does not apply.
        reason: why, in a sentence.
    """

    key: str
    name: str
    result: str
    says: str
    points: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ShownScore:
    """The score of a text as a reader sees it.

    Attributes:
        points: points reached.
        most: points that apply.
        sum: both in words.
        alone: what can be reached without others, in a sentence; empty if that is all.
        verdicts: one row a criterion.
        next_name: the criterion that the next step is for; empty if nothing is open.
        next_step: what to do now, in a sentence.
    """

    points: int
    most: int
    sum: str
    alone: str
    verdicts: tuple[ShownVerdict, ...]
    next_name: str
    next_step: str


def shown_score(entry: Entry, site: EditionSite) -> ShownScore:
    """The score of an entry in words."""
    found = site.scores[entry.id]
    step = found.next_step
    sums: dict[str, Fact] = {"points": found.points, "most": found.most, "alone": found.most_alone}
    return ShownScore(
        found.points,
        found.most,
        sentence(site, "sum", sums),
        sentence(site, "alone", sums) if found.most_alone < found.most else "",
        tuple(_shown(verdict, site) for verdict in found.verdicts),
        site.words[_BEGINNING + step.quality.value] if step is not None else "",
        sentence(site, step.step, step.facts) if step is not None else site.words[f"{_BEGINNING}nothing-open"],
    )


def score_data(entry: Entry, site: EditionSite) -> dict[str, Any]:
    """The score of an entry for machines: what stands in its `index.json` under `rubric`."""
    found, shown = site.scores[entry.id], shown_score(entry, site)
    step = found.next_step
    return {
        "points": found.points,
        "most": found.most,
        "most_alone": found.most_alone,
        "criteria": [
            {"key": one.key, "result": one.result, "points": one.points, "most": MOST_POINTS, "reason": one.reason}
            if one.points is not None
            else {"key": one.key, "result": one.result, "reason": one.reason}
            for one in shown.verdicts
        ],
        "next": {"key": step.quality.value, "says": shown.next_step} if step is not None else None,
    }


def sentence(site: EditionSite, word: str, facts: Mapping[str, Fact], beginning: str = _BEGINNING) -> str:
    """An interface word of the rubric, filled in as the edition writes figures and days."""
    values = {name: _value(fact, site.cldr) for name, fact in facts.items()}
    return format_message(parse(site.words[beginning + word]), values, site.cldr)


def _shown(verdict: Verdict, site: EditionSite) -> ShownVerdict:
    return ShownVerdict(
        verdict.quality.value,
        site.words[_BEGINNING + verdict.quality.value],
        verdict.result.value,
        site.words[_BEGINNING + verdict.result.value],
        verdict.points if verdict.applies else None,
        sentence(site, verdict.reason, verdict.facts),
    )


def _value(fact: Fact, cldr: str) -> Value:
    if isinstance(fact, int):
        return Value(format_integer(fact, cldr), number=fact)
    if isinstance(fact, Decimal):
        return Value(format_decimal(fact, cldr), number=fact)
    if isinstance(fact, dt.date):
        return Value(format_date(fact, cldr))
    return Value(fact, key=fact)
