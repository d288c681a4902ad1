# SPDX-License-Identifier: Apache-2.0
"""SRPP2xx: the chain from promise to clause, indicator, evidence and remedy is closed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from srpp_criteria.checks.registry import ITEM_CHECKS, PACK_CHECKS, Finding, check
from srpp_criteria.models.evidence import EvidenceStage
from srpp_criteria.models.item import Clause, Criterion, Form, MonitoringSheet, Stage
from srpp_criteria.models.parameter import TextParameter
from srpp_criteria.scoring import points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.pack import Pack
    from srpp_criteria.models.words import Path
    from srpp_criteria.shelf.shelf import Shelf


FEWEST_EXAMPLES = 3


@check(ITEM_CHECKS, "SRPP201", "related-item-unknown")
def related_item_unknown(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """An item names another one that the library does not have.

    ## Why it matters
    The chain ends in nothing, and the page links to nowhere.

    ## How to mend it
    Correct the id, or write the other item first.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    related:
      see_also: [fair-plans]
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    related:
      see_also: [fair-plan]
    ```
    """
    for field in ("secured_by", "requires", "conflicts_with", "stricter_than", "see_also"):
        for position, name in enumerate(getattr(item.related, field)):
            if name not in shelf.items:
                yield Finding(("related", field, position), f'there is no item "{name}"', _near(name, shelf))
            elif name == item.id:
                yield Finding(("related", field, position), "the item names itself", "name another item")


@check(ITEM_CHECKS, "SRPP202", "secured-by-no-clause")
def secured_by_no_clause(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """`secured_by` names something that is not a clause.

    ## Why it matters
    Only a clause binds the contractor after award.

    ## How to mend it
    Name the clause that repeats the promise.

    ## Wrong
    ```yaml
    # criteria/food/fair-plan.yml
    related:
      secured_by: [pay-form]
    ```

    ## Right
    ```yaml
    # criteria/food/fair-plan.yml
    related:
      secured_by: [fair-pay]
    ```
    """
    for position, name in enumerate(item.related.secured_by):
        other = shelf.items.get(name)
        if other is not None and not isinstance(other.value, Clause):
            yield Finding(
                ("related", "secured_by", position), f'"{name}" is a {other.value.kind}, not a clause', "name a clause"
            )


@check(ITEM_CHECKS, "SRPP203", "award-criterion-without-clause")
def award_criterion_without_clause(item: Item, _: Shelf) -> Iterator[Finding]:
    """An award criterion promises something that no clause makes binding.

    ## Why it matters
    Points are given for a promise. If no clause repeats it, it is forgotten the day after the award.

    ## How to mend it
    Name the clause in `secured_by`. If there is none, write the clause first.

    ## Sources
    `eu-2014-24-art-67`, `eu-2014-24-art-70`

    ## Wrong
    ```yaml
    # criteria/food/fair-plan.yml
    related:
      secured_by: []
    ```

    ## Right
    ```yaml
    # criteria/food/fair-plan.yml
    related:
      secured_by: [fair-pay]
    ```
    """
    if isinstance(item, Criterion) and item.stage is Stage.AWARD and not item.related.secured_by:
        yield Finding(
            ("related",), "award criterion has no secured_by", "name the clause that makes the promise binding"
        )


@check(ITEM_CHECKS, "SRPP204", "ladder-does-not-fit")
def ladder_does_not_fit(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """A clause names a remedy ladder that does not exist, or gives it figures it does not have.

    ## Why it matters
    A clause without a remedy is a wish.

    ## How to mend it
    Name a ladder of registers/remedy-ladders.yml, and only its own figures, inside their limits.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    remedies:
      ladder: standards
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    remedies:
      ladder: standard
    ```
    """
    if not isinstance(item, Clause):
        return
    ladder = shelf.registers.ladders.get(item.remedies.ladder)
    if ladder is None:
        known = ", ".join(shelf.registers.ladders)
        yield Finding(
            ("remedies", "ladder"), f'there is no remedy ladder "{item.remedies.ladder}"', f"ladders: {known}"
        )
        return
    for name, value in item.remedies.figures.items():
        parameter = ladder.parameters.get(name)
        at = ("remedies", "figures", name)
        if parameter is None:
            yield Finding(at, f'the ladder has no figure "{name}"', f"figures: {', '.join(ladder.parameters)}")
            continue
        low, high = getattr(parameter, "minimum", None), getattr(parameter, "maximum", None)
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and low is not None
            and high is not None
            and not low <= value <= high
        ):
            yield Finding(at, f"{name} is {value}, outside {low} to {high}", "stay inside the ladder's limits")
    for name in item.parameters:
        if name in ladder.parameters:
            yield Finding(("parameters", name), f'"{name}" is a figure of the ladder', "set it under remedies.figures")


@check(ITEM_CHECKS, "SRPP205", "sheet-or-form-unknown")
def sheet_or_form_unknown(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """An indicator or proof names a sheet or form that does not exist, or is no such thing.

    ## Why it matters
    The contract manager is sent to a paper that nobody has.

    ## How to mend it
    Name a monitoring sheet for an indicator, a form or monitoring sheet for a proof.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    monitoring:
      - id: late-wages
        sheet: pay-form
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    monitoring:
      - id: late-wages
        sheet: pay-sheet
    ```
    """
    for field in ("monitoring", "indicators"):
        for position, indicator in enumerate(getattr(item, field, ())):
            if indicator.sheet is not None:
                at = (field, position, "sheet")
                other = shelf.items.get(indicator.sheet)
                if other is None:
                    yield Finding(at, f'there is no item "{indicator.sheet}"', _near(indicator.sheet, shelf))
                elif not isinstance(other.value, MonitoringSheet):
                    yield Finding(at, f'"{indicator.sheet}" is a {other.value.kind}', "name a monitoring-sheet")
    for position, proof in enumerate(item.evidence):
        if proof.form is not None:
            other = shelf.items.get(proof.form)
            if other is None:
                yield Finding(
                    ("evidence", position, "form"), f'there is no item "{proof.form}"', _near(proof.form, shelf)
                )
            elif not isinstance(other.value, Form | MonitoringSheet):
                says = f'"{proof.form}" is a {other.value.kind}'
                yield Finding(("evidence", position, "form"), says, "name a form or a monitoring-sheet")


@check(ITEM_CHECKS, "SRPP206", "scoring-in-the-wrong-place")
def scoring_in_the_wrong_place(item: Item, _: Shelf) -> Iterator[Finding]:
    """An award criterion has no scoring, or another criterion has one.

    ## Why it matters
    Bidders must know before they bid how points are given; nothing but award is scored.

    ## How to mend it
    Write `scoring` for an award criterion, and only there.

    ## Wrong
    ```yaml
    # criteria/food/fair-plan.yml
    stage: selection
    ```

    ## Right
    ```yaml
    # criteria/food/fair-plan.yml
    stage: award
    ```
    """
    if not isinstance(item, Criterion):
        return
    if item.stage is Stage.AWARD and item.scoring is None:
        yield Finding((), "award criterion has no scoring", "add scoring with method, rule and worked examples")
    if item.stage is not Stage.AWARD and item.scoring is not None:
        yield Finding(
            ("scoring",),
            f"a criterion at stage {item.stage.value} is not scored",
            "delete scoring, or make it an award criterion",
        )


@check(ITEM_CHECKS, "SRPP207", "scoring-does-not-compute")
def scoring_does_not_compute(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """A worked example does not earn the points that it says, or the method cannot be computed.

    ## Why it matters
    The example is the promise on which a losing bidder will rely in court.

    ## How to mend it
    Correct the points, the offer, or the settings; the message gives the computed points.

    ## Wrong
    ```yaml
    # criteria/food/fair-plan.yml
    scoring:
      examples:
        - {case: The floor., offer: {offer: 50}, points: 1}
        - {case: The middle., offer: {offer: 75}, points: 5}
        - {case: The ceiling., offer: {offer: 100}, points: 10}
    ```

    ## Right
    ```yaml
    # criteria/food/fair-plan.yml
    scoring:
      examples:
        - {case: The floor., offer: {offer: 50}, points: 0}
        - {case: The middle., offer: {offer: 75}, points: 5}
        - {case: The ceiling., offer: {offer: 100}, points: 10}
    ```
    """
    if not isinstance(item, Criterion) or item.scoring is None:
        return
    scoring = item.scoring
    if scoring.method not in shelf.registers.scoring_methods:
        known = ", ".join(shelf.registers.scoring_methods)
        yield Finding(("scoring", "method"), f'there is no scoring method "{scoring.method}"', f"methods: {known}")
        return
    settings = {}
    for name, value in {"weight": scoring.weight, **scoring.settings}.items():
        number = _number(item, value)
        if number is None:
            at = ("scoring", "weight") if name == "weight" else ("scoring", "settings", name)
            yield Finding(
                at, f'"{value}" is no parameter with a number as default', "name a numeric parameter with a default"
            )
            return
        settings[name] = number
    for position, example in enumerate(scoring.examples):
        place: Path = ("scoring", "examples", position)
        offer = {name: Decimal(str(value)) for name, value in example.offer.items()}
        try:
            earned = points(scoring.method, **settings, **offer)
        except (ValueError, TypeError) as wrong:
            yield Finding(place, str(wrong), "correct the settings or the offer")
            continue
        if earned != Decimal(str(example.points)):
            yield Finding(
                (*place, "points"),
                f"the example says {example.points} points, the method gives {earned}",
                "correct one of the two",
            )
        for name, figure in example.figures.items():
            number = _number(item, name)
            if number != Decimal(str(figure)):
                says = f'the words rest on {figure} for "{name}", which ' + (
                    "is no parameter with a number as default" if number is None else f"starts with {number}"
                )
                yield Finding((*place, "figures", name), says, "name the start value of a numeric parameter")


@check(ITEM_CHECKS, "SRPP209", "too-few-worked-examples")
def too_few_worked_examples(item: Item, _: Shelf) -> Iterator[Finding]:
    """An award criterion has fewer than three worked examples.

    ## Why it matters
    One at the floor, one in the middle and one above the ceiling show what a formula means.

    ## How to mend it
    Add examples until all three cases are there.

    ## Wrong
    ```yaml
    # criteria/food/fair-plan.yml
    scoring:
      examples:
        - {case: The floor., offer: {offer: 50}, points: 0}
    ```

    ## Right
    ```yaml
    # criteria/food/fair-plan.yml
    scoring:
      examples:
        - {case: The floor., offer: {offer: 50}, points: 0}
        - {case: The middle., offer: {offer: 75}, points: 5}
        - {case: The ceiling., offer: {offer: 100}, points: 10}
    ```
    """
    if isinstance(item, Criterion) and item.scoring is not None and len(item.scoring.examples) < FEWEST_EXAMPLES:
        says = f"{len(item.scoring.examples)} worked examples (at least {FEWEST_EXAMPLES})"
        yield Finding(("scoring",), says, "add one at the floor, one in the middle, one above the ceiling")


@check(ITEM_CHECKS, "SRPP208", "clause-without-proof")
def clause_without_proof(item: Item, _: Shelf) -> Iterator[Finding]:
    """A clause asks for no proof after the contract has begun.

    ## Why it matters
    What nobody proves, nobody checks.

    ## How to mend it
    Add evidence at stage start, performance or completion.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    evidence:
      - id: pay-slips
        stage: tender
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    evidence:
      - id: pay-slips
        stage: performance
    ```
    """
    late = {EvidenceStage.START, EvidenceStage.PERFORMANCE, EvidenceStage.COMPLETION}
    if isinstance(item, Clause) and not any(proof.stage in late for proof in item.evidence):
        yield Finding(
            (),
            "the clause has no evidence during performance",
            "add evidence at stage start, performance or completion",
        )


@check(PACK_CHECKS, "SRPP220", "pack-item-does-not-fit")
def pack_item_does_not_fit(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """A pack names an item twice or one that does not exist, or gives it values it does not take.

    ## Why it matters
    A pack is taken as it is by people in a hurry.

    ## How to mend it
    Correct the id, the parameter or the value.

    ## Wrong
    ```yaml
    # criteria/packs/canteen.yml
    items:
      - item: fair-pays
        why: Wages.
    ```

    ## Right
    ```yaml
    # criteria/packs/canteen.yml
    items:
      - item: fair-pay
        why: Wages.
    ```
    """
    from srpp_criteria.edition.fill import read_value

    seen: set[str] = set()
    for position, entry in enumerate(pack.items):
        at = ("items", position)
        item = shelf.items.get(entry.item)
        if item is None:
            yield Finding((*at, "item"), f'there is no item "{entry.item}"', _near(entry.item, shelf))
            continue
        if entry.item in seen:
            yield Finding((*at, "item"), f'"{entry.item}" is in the pack twice', "delete one of the two")
        seen.add(entry.item)
        parameters = dict(item.value.parameters)
        if isinstance(item.value, Clause) and item.value.remedies.ladder in shelf.registers.ladders:
            parameters |= shelf.registers.ladders[item.value.remedies.ladder].parameters
        for name, value in {**entry.parameters, **entry.texts}.items():
            field = "texts" if name in entry.texts else "parameters"
            if name not in parameters:
                hint = f"parameters: {', '.join(parameters) or 'none'}"
                yield Finding((*at, field, name), f'"{entry.item}" has no parameter "{name}"', hint)
                continue
            try:
                read_value(parameters[name], value)
            except ValueError as wrong:
                yield Finding((*at, field, name), f"{name} {wrong}")
            if isinstance(parameters[name], TextParameter) != (field == "texts"):
                says = f'"{name}" is {"a" if field == "parameters" else "no"} text parameter'
                yield Finding((*at, field, name), says, "words stand under texts, so that they are translated")


@check(PACK_CHECKS, "SRPP221", "pack-breaks-the-chain")
def pack_breaks_the_chain(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """A pack takes a promise without the clause that binds it, an item without one it requires, or two that conflict.

    ## Why it matters
    Whoever buys with the pack scores promises that nobody has to keep.

    ## How to mend it
    Add the missing item, or leave out the one that needs it.

    ## Wrong
    ```yaml
    # criteria/packs/canteen.yml
    items:
      - item: fair-plan
        why: Plans.
    ```

    ## Right
    ```yaml
    # criteria/packs/canteen.yml
    items:
      - item: fair-plan
        why: Plans.
      - item: fair-pay
        why: Wages.
    ```
    """
    names = {entry.item for entry in pack.items}
    for position, entry in enumerate(pack.items):
        item = shelf.items.get(entry.item)
        if item is None:
            continue
        related, at = item.value.related, ("items", position, "item")
        if related.secured_by and not names.intersection(related.secured_by):
            yield Finding(at, f'"{entry.item}" is not secured in this pack', f"add {' or '.join(related.secured_by)}")
        for other in related.requires:
            if other not in names:
                yield Finding(at, f'"{entry.item}" requires "{other}"', "add it to the pack")
        for other in related.conflicts_with:
            if other in names:
                yield Finding(at, f'"{entry.item}" conflicts with "{other}"', "leave one of them out")


def _number(item: Item, value: str | float) -> Decimal | None:
    if not isinstance(value, str):
        return Decimal(str(value))
    default = getattr(item.parameters.get(value), "default", None)  # type: ignore[call-overload]
    return Decimal(str(default)) if isinstance(default, int | float) and not isinstance(default, bool) else None


def _near(name: str, shelf: Shelf) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, list(shelf.items), n=1)
    return f'did you mean "{near[0]}"?' if near else "write that item first"
