# SPDX-License-Identifier: Apache-2.0
"""SRPP3xx, proof and measure: what is handed in is checked by somebody, and what is measured has a unit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srpp_criteria.checks.phrases import finder
from srpp_criteria.checks.registry import ITEM_CHECKS, OVERLAY_CHECKS, TEXT_CHECKS, Finding, check
from srpp_criteria.checks.sentences import spoken
from srpp_criteria.checks.texts import drafting_words
from srpp_criteria.models.evidence import EvidenceStage, Role
from srpp_criteria.models.parameter import PercentageParameter
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.wording import MessageError, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srpp_criteria.checks.texts import Text
    from srpp_criteria.models.evidence import Evidence
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.monitoring import Indicator
    from srpp_criteria.models.overlay import AddedEvidence, Overlay
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved

FEWEST_WORDS = 3
"""So many words must be left of how a proof is checked when the hollow ones are taken away."""

_BEFORE_THE_CONTRACT = (EvidenceStage.TENDER, EvidenceStage.BEFORE_AWARD)
_NOT_YET = (Role.CONTRACTOR, Role.SUBCONTRACTOR)
_NO_LONGER = (Role.BIDDER, Role.EVALUATION_PANEL)
_WORD = re.compile(r"\w{2,}")


@check(ITEM_CHECKS, "SRPP308", "evidence-nobody-checks", since="0.2", waivable=True)
def evidence_nobody_checks(item: Item, _: Shelf) -> Iterator[Finding]:
    """A proof is checked by the one who gives it, or by somebody who has no role at that stage.

    ## Why it matters
    What nobody checks is paper for the bidder and false comfort for the buyer.

    ## How to mend it
    Name under `checked_by` somebody on the other side who is there at that stage: before award the procurement lead
    or the evaluation panel, afterwards the contract manager.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    evidence:
      - id: pay-slips
        stage: performance
        checked_by: evaluation-panel
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    evidence:
      - id: pay-slips
        stage: performance
        checked_by: contract-manager
    ```
    """
    yield from _checked_by_nobody(item.evidence)


@check(OVERLAY_CHECKS, "SRPP311", "added-evidence-nobody-checks", since="0.2", waivable=True)
def added_evidence_nobody_checks(overlay: Shelved[Overlay], _: Shelf) -> Iterator[Finding]:
    """A proof that a market adds is checked by the one who gives it, or by somebody who has no role at that stage.

    ## Why it matters
    What nobody checks is paper for the bidder and false comfort for the buyer.

    ## How to mend it
    Name under `checked_by` somebody on the other side who is there at that stage.

    ## Wrong
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    evidence:
      - id: extract
        stage: tender
        what: {nb: Utskrift av registeret., en: Extract of the register.}
        given_by: bidder
        checked_by: bidder
        how_checked: {nb: Sammenlign nummer og dato med registeret., en: Compare number and date with the register.}
        effort: {bidder_hours: 1, buyer_hours: 1}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    evidence:
      - id: extract
        stage: tender
        what: {nb: Utskrift av registeret., en: Extract of the register.}
        given_by: bidder
        checked_by: procurement-lead
        how_checked: {nb: Sammenlign nummer og dato med registeret., en: Compare number and date with the register.}
        effort: {bidder_hours: 1, buyer_hours: 1}
    ```
    """
    yield from _checked_by_nobody(overlay.value.evidence)


@check(TEXT_CHECKS, "SRPP310", "check-says-nothing", since="0.2", waivable=True)
def check_says_nothing(text: Text, shelf: Shelf) -> Iterator[Finding]:
    """How a proof is checked says only that it is checked.

    ## Why it matters
    Two checkers would come to two results, and the second bidder asks why.

    ## How to mend it
    Say what is compared with what, what is counted, whom the checker calls.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    evidence:
      - id: pay-slips
        how_checked: The contract manager checks the evidence carefully.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    evidence:
      - id: pay-slips
        how_checked: Compare the hours on five pay slips with the roster of the same month.
    ```
    """
    if not text.address.endswith(".how_checked"):
        return
    words = drafting_words(text, shelf)
    if words is not None and len(_WORD.findall(finder(words.hollow).removed_from(text.words))) < FEWEST_WORDS:
        says = f'{text.name}: "{text.words.strip()[:60]}" does not say what the checker does'
        yield Finding((), says, "say what is compared, counted or asked")


@check(ITEM_CHECKS, "SRPP309", "indicator-without-unit", since="0.2", waivable=True)
def indicator_without_unit(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """An indicator has no unit, or its target is a percentage and its unit is not.

    ## Why it matters
    A number without its unit cannot be compared, neither with the target nor with last year's.

    ## How to mend it
    Write what is counted (`workers`, `hours`, `percent of rows`), and give the target in the same unit.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    monitoring:
      - id: late-wages
        unit: wages
        target: At most 2%.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    monitoring:
      - id: late-wages
        unit: percent of wages
        target: At most 2%.
    ```
    """
    words = shelf.registers.drafting.get(MASTER)
    if words is None:
        return
    percent = finder(words.percent)
    for field in ("monitoring", "indicators"):
        indicators: tuple[Indicator, ...] = getattr(item, field, ())
        for position, one in enumerate(indicators):
            if one.unit.strip().lower() in words.no_unit:
                says = f'"{one.unit}" is no unit of the indicator "{one.id}"'
                yield Finding((field, position, "unit"), says, "write what is counted, such as workers or hours")
            elif not percent.is_in(one.unit) and (percent.is_in(spoken(one.target)) or _shows_share(item, one.target)):
                says = f'the target of "{one.id}" is a percentage, its unit is "{one.unit}"'
                yield Finding((field, position, "target"), says, "give target and unit alike")


def _checked_by_nobody(evidence: Sequence[Evidence | AddedEvidence]) -> Iterator[Finding]:
    for position, proof in enumerate(evidence):
        gone = _NOT_YET if proof.stage in _BEFORE_THE_CONTRACT else _NO_LONGER
        at = ("evidence", position, "checked_by")
        if proof.checked_by == proof.given_by:
            says = f'proof "{proof.id}" is checked by the one who gives it ({proof.given_by.value})'
            yield Finding(at, says, "name somebody on the other side")
        elif proof.checked_by in gone:
            says = f'proof "{proof.id}": at stage {proof.stage.value} there is no {proof.checked_by.value}'
            yield Finding(at, says, "name somebody who has a role then")


def _shows_share(item: Item, target: str) -> bool:
    """Whether a value of the target is a percentage."""
    if "{" not in target:
        return False
    try:
        names = parse(target).arguments
    except MessageError:
        return False  # SRPP140 says so
    return any(isinstance(item.parameters.get(name), PercentageParameter) for name in names)  # type: ignore[call-overload]
