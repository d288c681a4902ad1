# SPDX-License-Identifier: Apache-2.0
"""The rubric: eight criteria, to whom each applies, what meets it, and what the step to meet it costs.

This is the one place of its limits and its English words; judging.py computes by it, docs/concepts/rubric.md is written
from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from srpp_criteria.wording.lengths import MAX_PART_WORDS, MAX_SENTENCE_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping


class Quality(StrEnum):
    """What is looked at, in the order in which it is shown."""

    VERIFIABLE = "verifiable"
    MEASURABLE = "measurable"
    REMEDY = "remedy"
    LAW_SEEN = "law-seen"
    PLAIN_LANGUAGE = "plain-language"
    TESTED_SCORING = "tested-scoring"
    REVIEWED = "reviewed"
    FIELD_TESTED = "field-tested"


class Result(StrEnum):
    """How far a text meets a criterion."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"


POINTS: Final[Mapping[Result, int]] = MappingProxyType(
    {Result.MET: 2, Result.PARTLY: 1, Result.NOT_MET: 0, Result.NOT_APPLICABLE: 0}
)
"""Points of each result; a criterion that does not apply counts on neither side of the fraction."""

MOST_POINTS: Final = POINTS[Result.MET]
"""Points of one criterion. Each weighs the same: nobody has measured which of them protects more."""

NEEDS_OTHERS: Final = frozenset({Quality.REVIEWED, Quality.FIELD_TESTED})
"""What no author can reach alone."""

HALF: Final = 50
"""Percent of proofs, of indicators, or of references and sources, that is worth half of the points."""
GOOD_SENTENCE_WORDS: Final = 20
"""Words of a sentence on average that meet the criterion."""
LONG_SENTENCE_WORDS: Final = 35
"""A sentence with more words is a long one."""
LONG_SENTENCES: Final = 5
"""Percent of sentences that may be long."""
FEWEST_EXAMPLES: Final = 3
"""Worked examples: one without points, one in the middle, one above the ceiling."""
FEWEST_CHECK_WORDS: Final = 5
"""Fewer words do not tell a checker what to do."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One criterion of the rubric, in words.

    Attributes:
        quality: its key.
        name: its name.
        asks: the question it answers.
        applies: to which texts it applies.
        met: what gives all points.
        partly: what gives half of them.
        hours: what the step to meet it costs, in working hours; our judgement, good enough to put steps in an order.
    """

    quality: Quality
    name: str
    asks: str
    applies: str
    met: str
    partly: str
    hours: int


RUBRIC: Final = (
    Rule(
        Quality.VERIFIABLE,
        "Verifiable",
        "Can somebody check that it is kept?",
        "Criteria, clauses, forms, monitoring sheets and site visits. Not the subject matter, which only names what is "
        "bought, and not dialogues and meetings, which bind nobody.",
        "Every proof names who gives it and somebody else who checks it, tells in "
        f"{FEWEST_CHECK_WORDS} words or more how it is checked, and counts the hours of both sides. At least one proof "
        "is due when it counts: before the award for a criterion, after the contract is signed for a clause.",
        "At least half of the proofs do so.",
        4,
    ),
    Rule(
        Quality.MEASURABLE,
        "Measurable",
        "Is there a figure that shows whether it works?",
        "Clauses and monitoring sheets.",
        "Every indicator has unit, target, rhythm, a rule for the day on which it is due, who reports it, somebody "
        "else who checks it, and a monitoring sheet that keeps it. Of a monitoring sheet the sheet is itself.",
        "At least half of the indicators do so.",
        3,
    ),
    Rule(
        Quality.REMEDY,
        "Remedy",
        "What follows when it is not kept?",
        "Clauses, and award criteria, whose promise is owed after the award.",
        "A clause has a remedy ladder and a consequence of its own. An award criterion is made binding by a clause of "
        "the same edition that has a remedy ladder.",
        "A clause has a ladder only. An award criterion names a clause, but the edition does not hold it, or not with "
        "a ladder.",
        3,
    ),
    Rule(
        Quality.LAW_SEEN,
        "Law seen",
        "Has somebody read the law and the sources behind it?",
        "All texts.",
        "Every legal reference, as the edition cites it, and every source has the day on which somebody read it.",
        f"At least {HALF} percent of them.",
        2,
    ),
    Rule(
        Quality.PLAIN_LANGUAGE,
        "Plain language",
        "Is it understood at first reading?",
        "All texts, in the language of the edition, with the same limits in every language.",
        f"Sentences have at most {GOOD_SENTENCE_WORDS} words on average, at most {LONG_SENTENCES} percent of them have "
        f"more than {LONG_SENTENCE_WORDS}, and no part has more than {MAX_PART_WORDS} words.",
        f"Sentences have at most {MAX_SENTENCE_WORDS} words on average, and no part has more than {MAX_PART_WORDS} "
        "words.",
        1,
    ),
    Rule(
        Quality.TESTED_SCORING,
        "Tested scoring",
        "Do the points come out as promised?",
        "Award criteria.",
        f"At least {FEWEST_EXAMPLES} worked examples, all of which come out when they are computed again: one earns no "
        "points, one some, one lies above the ceiling. Where nothing can lie above it, as with marks, a ceiling "
        "fixed by the scale or a share of 100 percent, one earns all points.",
        "Two of these three sorts of example come out.",
        2,
    ),
    Rule(
        Quality.REVIEWED,
        "Reviewed",
        "Has somebody outside approved it?",
        "All texts. A reader of a market needs a review for that market; the English base text needs one of its own.",
        "A qualified reader who did not write it has approved this version, patches aside, for this edition, and "
        "nobody has rejected it since.",
        "An approval is on record for an older version, or for another market or the base text.",
        16,
    ),
    Rule(
        Quality.FIELD_TESTED,
        "Field-tested",
        "Has somebody used it?",
        "All texts.",
        "Somebody has told that this major version was used in a tender or contract of this market, and that it worked "
        "or partly worked. For the English base text any market counts.",
        "A use is on record, but of an older version, in another market, or one that failed. A text that was "
        "considered and left out was not used.",
        80,
    ),
)
"""All criteria, in the order in which they are shown."""
