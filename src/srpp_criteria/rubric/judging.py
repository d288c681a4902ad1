# SPDX-License-Identifier: Apache-2.0
"""One pure function a criterion: from an entry of any edition to a verdict with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from srpp_criteria.edition.figures import example_holds
from srpp_criteria.edition.locale import Locale
from srpp_criteria.edition.warnings import indicators_of
from srpp_criteria.models.evidence import EvidenceStage
from srpp_criteria.models.item import Clause, Criterion, Form, MonitoringSheet, SiteVisit, Stage
from srpp_criteria.models.registers.experience import Outcome
from srpp_criteria.models.review import ReviewOutcome
from srpp_criteria.rubric.rubric import (
    FEWEST_CHECK_WORDS,
    FEWEST_EXAMPLES,
    GOOD_SENTENCE_WORDS,
    HALF,
    LONG_SENTENCE_WORDS,
    LONG_SENTENCES,
    Quality,
    Result,
)
from srpp_criteria.rubric.verdict import Score, Verdict
from srpp_criteria.wording.lengths import MAX_PART_WORDS, MAX_SENTENCE_WORDS, length_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.evidence import Evidence
    from srpp_criteria.models.monitoring import Indicator
    from srpp_criteria.models.registers import Experience
    from srpp_criteria.models.review import Review
    from srpp_criteria.models.scoring import Scoring, WorkedExample
    from srpp_criteria.rubric.verdict import Fact

_NONE, _HUNDRED = Decimal(0), Decimal(100)
_TENTH: Final = Decimal("0.1")
_BEFORE_AWARD: Final = frozenset({EvidenceStage.TENDER, EvidenceStage.BEFORE_AWARD})
_USED: Final = frozenset({Outcome.WORKED, Outcome.PARTLY, Outcome.FAILED})
_STAMPED_MAJOR: Final = re.compile(r"@(\d{1,6})\.")
_EXAMPLES: Final = ("floor", "middle", "ceiling")


@dataclass(frozen=True, slots=True)
class Around:
    """What a text alone cannot know.

    Attributes:
        binding: ids of the clauses of the edition that have a remedy ladder.
        experiences: what happened when texts were used, by item.
    """

    binding: Collection[str] = frozenset()
    experiences: Mapping[str, Sequence[Experience]] = field(default_factory=dict)


def score(entry: Entry, around: Around) -> Score:
    """The verdicts of the rubric on an entry.

    >>> from srpp_criteria import Library
    >>> clause = Library.load().edition("en")["construction-subcontracting-tier-limit"]
    >>> found = score(clause, Around())
    >>> found.most, [verdict.result.value for verdict in found.verdicts if not verdict.applies]
    (14, ['not-applicable'])
    """
    return Score(
        (
            verifiable(entry),
            measurable(entry),
            remedy(entry, around.binding),
            law_seen(entry),
            plain_language(entry),
            tested_scoring(entry),
            reviewed(entry),
            field_tested(entry, around.experiences.get(entry.id, ())),
        )
    )


def verifiable(entry: Entry) -> Verdict:
    """Every proof can be checked by somebody else, and one of them is there when it counts."""
    item = entry.item
    quality = Quality.VERIFIABLE
    if not isinstance(item, Criterion | Clause | Form | MonitoringSheet | SiteVisit):
        return Verdict(quality, Result.NOT_APPLICABLE, "verifiable-binds-nobody")
    if isinstance(item, Criterion) and item.stage is Stage.SUBJECT_MATTER:
        return Verdict(quality, Result.NOT_APPLICABLE, "verifiable-binds-nobody")
    wanted = "before" if isinstance(item, Criterion) else "after"
    good = sum(map(_checkable, item.evidence))
    facts: dict[str, Fact] = {"good": good, "all": len(item.evidence), "when": wanted}
    if not item.evidence:
        return Verdict(quality, Result.NOT_MET, "verifiable-none", "step-verifiable-stage", facts)
    result = _by_share(good, len(item.evidence), HALF)
    early = {proof.stage in _BEFORE_AWARD for proof in item.evidence}
    if isinstance(item, Criterion | Clause) and (wanted == "before") not in early:
        result = Result.PARTLY if result is Result.MET else result
        return Verdict(quality, result, "verifiable-stage", "step-verifiable-stage", facts)
    return _told(quality, result, "verifiable-count", "step-verifiable", facts)


def measurable(entry: Entry) -> Verdict:
    """Every indicator can be read off on a day by somebody else than the one who reports it."""
    quality = Quality.MEASURABLE
    item = entry.item
    if not isinstance(item, Clause | MonitoringSheet):
        return Verdict(quality, Result.NOT_APPLICABLE, "measurable-no-figures")
    itself = isinstance(item, MonitoringSheet)
    indicators = indicators_of(item)
    lacking = [one for one in indicators if not _countable(one, on_sheet=itself)]
    good = len(indicators) - len(lacking)
    facts: dict[str, Fact] = {
        "good": good,
        "all": len(indicators),
        "open": len(lacking),
        "first": lacking[0].id if lacking else "",
    }
    result = _by_share(good, len(indicators), HALF)
    return _told(quality, result, "measurable-count", "step-measurable", facts)


def remedy(entry: Entry, binding: Collection[str]) -> Verdict:
    """A breach of what is owed has a consequence."""
    quality = Quality.REMEDY
    item = entry.item
    if isinstance(item, Clause):
        steps = len(entry.ladder.steps) if entry.ladder is not None else 0
        if not steps:
            return Verdict(quality, Result.NOT_MET, "remedy-none", "step-remedy-ladder")
        if not item.remedies.specific:
            return Verdict(quality, Result.PARTLY, "remedy-ladder", "step-remedy-own", {"steps": steps})
        return Verdict(quality, Result.MET, "remedy-own", facts={"steps": steps})
    if isinstance(item, Criterion) and item.stage is Stage.AWARD:
        bound = sum(clause in binding for clause in item.related.secured_by)
        if bound:
            return Verdict(quality, Result.MET, "remedy-secured", facts={"clauses": bound})
        if item.related.secured_by:
            facts: dict[str, Fact] = {"first": item.related.secured_by[0]}
            return Verdict(quality, Result.PARTLY, "remedy-not-here", "step-remedy-here", facts)
        return Verdict(quality, Result.NOT_MET, "remedy-unsecured", "step-remedy-secured")
    return Verdict(quality, Result.NOT_APPLICABLE, "remedy-nothing-owed")


def law_seen(entry: Entry) -> Verdict:
    """Somebody has read what the text rests on."""
    quality = Quality.LAW_SEEN
    law, sources = entry.citations, entry.item.sources
    unread = [one.text for one in law if one.seen is None] + [one.title for one in sources if one.seen is None]
    days = [day for day in (*(one.seen for one in law), *(one.seen for one in sources)) if day is not None]
    if not days:
        return Verdict(quality, Result.NOT_MET, "law-seen-never", "step-law-seen", _unread(unread))
    facts: dict[str, Fact] = {
        "law": sum(one.seen is not None for one in law),
        "laws": len(law),
        "source": sum(one.seen is not None for one in sources),
        "sources": len(sources),
        "day": max(days),
        **_unread(unread),
    }
    result = _by_share(len(days), len(law) + len(sources), HALF)
    return _told(quality, result, "law-seen-count", "step-law-seen", facts)


def plain_language(entry: Entry) -> Verdict:
    """Sentences and parts are short; measured as the drafting checks do."""
    quality = Quality.PLAIN_LANGUAGE
    lengths = [length_of(part.text) for part in entry.item.text]
    sentences = [words for length in lengths for words in length.sentences]
    mean = Decimal(sum(length.words for length in lengths)) / max(len(sentences), 1)
    shown = mean.quantize(_TENTH, ROUND_HALF_UP)
    longest = max((length.words for length in lengths), default=0)
    long = sum(words > LONG_SENTENCE_WORDS for words in sentences)
    facts: dict[str, Fact] = {
        "mean": shown,
        "longest": longest,
        "long": long,
        "sentences": len(sentences),
        "many": LONG_SENTENCE_WORDS,
    }
    if longest > MAX_PART_WORDS:
        facts["most"] = MAX_PART_WORDS
        return Verdict(quality, Result.NOT_MET, "plain-language-count", "step-plain-language-part", facts)
    facts["most"] = GOOD_SENTENCE_WORDS
    if mean > MAX_SENTENCE_WORDS:
        return Verdict(quality, Result.NOT_MET, "plain-language-count", "step-plain-language-mean", facts)
    if shown > GOOD_SENTENCE_WORDS:
        return Verdict(quality, Result.PARTLY, "plain-language-count", "step-plain-language-mean", facts)
    if long * 100 > LONG_SENTENCES * len(sentences):
        return Verdict(quality, Result.PARTLY, "plain-language-count", "step-plain-language-long", facts)
    return Verdict(quality, Result.MET, "plain-language-count", facts=facts)


def tested_scoring(entry: Entry) -> Verdict:
    """Worked examples come out, at the floor, in the middle and above the ceiling."""
    quality = Quality.TESTED_SCORING
    item = entry.item
    if not isinstance(item, Criterion) or item.stage is not Stage.AWARD:
        return Verdict(quality, Result.NOT_APPLICABLE, "tested-scoring-not-scored")
    if item.scoring is None:
        facts: dict[str, Fact] = {"right": 0, "all": 0, "kinds": 0, "kind": _EXAMPLES[0]}
        return Verdict(quality, Result.NOT_MET, "tested-scoring-count", "step-tested-scoring-add", facts)
    scoring = item.scoring
    numbers: dict[str, Any] = {name: getattr(one, "default", None) for name, one in entry.parameters.items()}
    right = [example for example in scoring.examples if example_holds(scoring, example, numbers)]
    kinds = {kind for example in right for kind in _kinds(scoring, example, numbers)}
    lacking = [kind for kind in _EXAMPLES if kind not in kinds]
    facts = {"right": len(right), "all": len(scoring.examples), "kinds": len(kinds), "kind": (*lacking, "middle")[0]}
    wrong = len(right) < len(scoring.examples)
    if not lacking and not wrong and len(right) >= FEWEST_EXAMPLES:
        return Verdict(quality, Result.MET, "tested-scoring-count", facts=facts)
    result = Result.NOT_MET if len(kinds) < len(_EXAMPLES) - 1 else Result.PARTLY
    step = "step-tested-scoring-correct" if wrong else "step-tested-scoring-add"
    return Verdict(quality, result, "tested-scoring-count", step, facts)


def reviewed(entry: Entry) -> Verdict:
    """Somebody outside has approved this version for this edition."""
    quality = Quality.REVIEWED
    reviews = entry.item.reviews
    here: Collection[str | None] = Locale.parse(entry.locale).markets or (None,)
    this = [one for one in reviews if _line(one.version) == _line(entry.version) and one.market in here]
    approved = [one for one in this if one.outcome is ReviewOutcome.APPROVED]
    rejected = [one for one in this if one.outcome is ReviewOutcome.REJECTED]
    if _last(approved) > _last(rejected):  # on the same day nobody knows which came first
        facts: dict[str, Fact] = {"number": len(approved), "day": max(one.date for one in approved)}
        return Verdict(quality, Result.MET, "reviewed-approved", facts=facts)
    step = "step-reviewed"
    if rejected:
        facts = {"day": max(one.date for one in rejected)}
        return Verdict(quality, Result.NOT_MET, "reviewed-rejected", "step-reviewed-answer", facts)
    elsewhere = [one for one in reviews if one.outcome is ReviewOutcome.APPROVED]
    if elsewhere:
        facts = {"number": len(elsewhere), "day": max(one.date for one in elsewhere)}
        return Verdict(quality, Result.PARTLY, "reviewed-elsewhere", step, facts)
    if reviews:
        asked: dict[str, Fact] = {"day": max(one.date for one in reviews)}
        return Verdict(quality, Result.NOT_MET, "reviewed-asked", "step-reviewed-answer", asked)
    return Verdict(quality, Result.NOT_MET, "reviewed-none", step)


def field_tested(entry: Entry, experiences: Sequence[Experience]) -> Verdict:
    """Somebody has used it and told."""
    quality = Quality.FIELD_TESTED
    uses = [one for one in experiences if one.outcome in _USED]
    if not uses:
        return Verdict(quality, Result.NOT_MET, "field-tested-none", "step-field-tested")
    markets = Locale.parse(entry.locale).markets
    good = [
        one
        for one in uses
        if one.outcome is not Outcome.FAILED
        and _major(one) == entry.version.partition(".")[0]
        and (not markets or one.market in markets)
    ]
    facts: dict[str, Fact] = {"number": len(uses), "good": len(good)}
    result = Result.MET if good else Result.PARTLY
    return _told(quality, result, "field-tested-count", "step-field-tested-again", facts)


def _told(quality: Quality, result: Result, reason: str, step: str, facts: Mapping[str, Fact]) -> Verdict:
    return Verdict(quality, result, reason, "" if result is Result.MET else step, facts)


def _by_share(good: int, number: int, percent: int) -> Result:
    if good == number:
        return Result.MET
    return Result.PARTLY if good * 100 >= percent * number else Result.NOT_MET


def _checkable(proof: Evidence) -> bool:
    hours = proof.effort
    told_how = len(proof.how_checked.split()) >= FEWEST_CHECK_WORDS
    return proof.given_by is not proof.checked_by and told_how and bool(hours.bidder_hours or hours.buyer_hours)


def _countable(indicator: Indicator, *, on_sheet: bool) -> bool:
    """Unit, target, rhythm, due rule and both roles are there by the model of an indicator."""
    return indicator.reported_by is not indicator.checked_by and (on_sheet or indicator.sheet is not None)


def _unread(names: Sequence[str]) -> dict[str, Fact]:
    return {"open": len(names), "first": names[0] if names else ""}


def _kinds(scoring: Scoring, example: WorkedExample, numbers: Mapping[str, Any]) -> set[str]:
    """What an example that comes out shows: `floor`, `middle`, `ceiling`; a capped offer with half a factor is two."""
    offer = {name: Decimal(str(value)) for name, value in example.offer.items()}
    if scoring.method == "monetised":  # its points are a price
        part = offer["fulfilment"] / _HUNDRED
    else:
        part = Decimal(str(example.points)) / (Decimal(str(numbers[scoring.weight])) or 1)
    found = {"floor"} if part <= 0 else {"middle"} if part < 1 else set()
    ceiling = _open_ceiling(scoring, numbers)
    beyond = part >= 1 if ceiling is None else offer.get("offer", _NONE) > ceiling
    return found | ({"ceiling"} if beyond else set())


def _open_ceiling(scoring: Scoring, numbers: Mapping[str, Any]) -> Decimal | None:
    """The ceiling that an offer may exceed; None where the scale ends: marks, a fixed number, all of a share."""
    name = scoring.settings.get("ceiling")
    if not isinstance(name, str):
        return None
    ceiling = Decimal(str(numbers[name]))
    return ceiling if ceiling < _HUNDRED else None


def _line(version: str) -> list[str]:
    """A version without its patch."""
    return version.split(".")[:2]


def _last(reviews: Sequence[Review]) -> str:
    return max((one.date.isoformat() for one in reviews), default="")


def _major(experience: Experience) -> str:
    """The major version that was used; empty if neither version nor stamp tells."""
    if experience.version is not None:
        return experience.version.partition(".")[0]
    stamped = _STAMPED_MAJOR.search(experience.stamp or "")
    return stamped[1] if stamped else ""
