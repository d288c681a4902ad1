# SPDX-License-Identifier: Apache-2.0
"""A pack is taken as it is by people in a hurry: what `srpp check` says about its chain and its hours."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.checks.example_library import FILES, lay_over, write_library

from srpp_criteria.checks import check_shelf
from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from srpp_criteria.diagnostics import Diagnostic

    Findings = Callable[[str], list[Diagnostic]]

PACK = "criteria/packs/canteen.yml"
SWITCH = """\
# criteria/food/fair-pay.yml
text:
  - id: obligation
    when: {parameter: plan_scored, equals: true}
parameters:
  plan_scored: {type: boolean, label: A plan was scored, default: DEFAULT, basis: {kind: judgement, says: Rare.}}
"""
TAKES_THE_CLAUSE = """\
# criteria/packs/canteen.yml
items:
  - {item: fair-pay, why: Wages.}
"""


@pytest.fixture
def findings(tmp_path: Path, repository: Path) -> Findings:
    """What the checks say about the small library with a change in it."""

    def found(change: str) -> list[Diagnostic]:
        write_library(tmp_path, repository)
        lay_over(tmp_path, change, whole=False)
        return check_shelf(read_shelf(tmp_path))

    return found


def hours(**by_item: int) -> str:
    """Clauses that cost the contractor these hours, all of them in the pack."""
    clauses = "".join(
        f"# criteria/food/{name.replace('_', '-')}.yml\nevidence:\n"
        f"  - {{id: pay-slips, effort: {{bidder_hours: {number}, buyer_hours: 0}}}}\n"
        for name, number in by_item.items()
    )
    taken = "".join(f"  - {{item: {name.replace('_', '-')}, why: Wages.}}\n" for name in by_item)
    return f"{clauses}# {PACK}\nitems:\n{taken}"


def test_a_pack_at_its_limit_is_in_proportion(findings: Findings) -> None:
    """Sixteen hours of the contractor are what the small band allows."""
    assert findings(hours(fair_pay=10, fair_notice=6)) == []


def test_a_pack_over_its_band_names_sum_limit_and_the_heaviest_items(findings: Findings) -> None:
    """Who has to leave something out sees at once where the hours are."""
    (found,) = findings(hours(fair_pay=10, fair_notice=7))

    assert (found.code, found.place.file) == ("SRPP225", PACK)
    assert found.says == "the pack costs the contractor 17 h in one round of follow-up, band A allows 16 h"
    assert "fair-pay 10 h, fair-notice 7 h" in found.hint


def test_a_band_without_values_for_the_sector_is_told(findings: Findings) -> None:
    """The register of the examples has no values for textiles."""
    (found,) = findings(f"# {PACK}\nsectors: [food, textiles]\n")

    assert (found.code, found.says) == ("SRPP226", "band A has no values for textiles")


def test_a_band_that_the_register_does_not_know_is_told_once(findings: Findings) -> None:
    """No sum is compared with a limit that is not there."""
    (found,) = findings(f"# {PACK}\nband: B\n")

    assert (found.code, found.says, found.hint) == ("SRPP226", 'there is no band "B"', "bands: A")


def test_a_clause_that_binds_an_offer_nobody_scores_is_told(findings: Findings) -> None:
    """The value of the clause counts where the pack sets none."""
    (found,) = findings(SWITCH.replace("DEFAULT", "true") + TAKES_THE_CLAUSE)

    assert found.code == "SRPP227"
    assert found.says == '"fair-pay" has the wrong plan_scored: the pack scores none of fair-plan'
    assert found.hint == "set plan_scored to false in the pack"


def test_a_clause_without_the_offer_fits_a_pack_without_the_criterion(findings: Findings) -> None:
    """Nothing is promised, nothing is bound."""
    assert findings(SWITCH.replace("DEFAULT", "false") + TAKES_THE_CLAUSE) == []


def test_with_some_of_several_criteria_only_a_reader_knows(findings: Findings) -> None:
    """The clause secures two criteria and the pack scores one: no finding, whatever the parameter says."""
    other = json.dumps({**FILES["criteria/food/fair-plan.yml"], "id": "other-plan"})
    both = f"# criteria/food/other-plan.yml\n{other}\n" + TAKES_THE_CLAUSE + "  - {item: fair-plan, why: Plans.}\n"

    assert findings(SWITCH.replace("DEFAULT", "true") + both) == []


def test_a_sheet_with_two_days_in_one_rhythm_is_a_warning_with_both_days(findings: Findings) -> None:
    """The contract manager reads who wants it when."""
    change = "".join(
        f"# criteria/food/{item}.yml\n"
        f"monitoring:\n  - {{id: late-wages, sheet: pay-sheet, due: Within {days} days after the month.}}\n"
        for item, days in {"fair-pay": 5, "fair-notice": 10}.items()
    )

    (found,) = findings(f"{change}{TAKES_THE_CLAUSE}  - {{item: fair-notice, why: Notice.}}\n")

    assert (found.code, found.severity) == ("SRPP224", "warning")
    assert "(fair-pay: Within 5 days after the month.; fair-notice: Within 10 days after the month.)" in found.says


def test_a_sentence_that_cannot_be_read_stops_no_check_of_packs(findings: Findings) -> None:
    """The fault is told where it is; the other checks go on, and nobody sees a traceback."""
    broken = (
        "# criteria/food/fair-pay.yml\nmonitoring:\n"
        "  - {id: late-wages, sheet: pay-sheet, due: 'Within {days, plural, one {#} days.'}\n"
    )

    codes = {one.code for one in findings(broken + hours(fair_notice=20) + "  - {item: fair-pay, why: Wages.}\n")}

    assert "SRPP225" in codes
    assert not codes & {"SRPP222", "SRPP223", "SRPP224"}
