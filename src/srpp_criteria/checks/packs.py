# SPDX-License-Identifier: Apache-2.0
"""SRPP22x: a pack is a whole chain, and its hours are in proportion to the contract it is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from srpp_criteria.checks.registry import PACK_CHECKS, Finding, check
from srpp_criteria.diagnostics import Severity
from srpp_criteria.edition.burden import burden_of, plain
from srpp_criteria.edition.entry import Citation, Entry
from srpp_criteria.edition.warnings import TenderWarning, WarningKind, days_apart, warnings_between
from srpp_criteria.errors import InvalidValue
from srpp_criteria.models.guidance import Grade
from srpp_criteria.models.item import Clause
from srpp_criteria.models.parameter import BooleanParameter
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.wording import MessageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.edition.fill import Filled
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.pack import Pack, PackEntry
    from srpp_criteria.models.words import Path
    from srpp_criteria.shelf.shelf import Shelf

_LOWEST_BAND = "A"

_SWITCH = re.compile(r"_(in_tender|scored|offered)$")
"""How a clause names the parameter that says whether an award criterion stands beside it."""

_SUMS = {
    "bidder_tender": "a bidder {hours} h until the contract is signed",
    "bidder_contract": "the contractor {hours} h in one round of follow-up",
    "buyer": "the buyer {hours} h for one bid and one round",
}


@check(PACK_CHECKS, "SRPP222", "pack-without-a-form", since="0.2")
def pack_without_a_form(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """An item of a pack wants its figures in a form or sheet that the pack does not hold.

    ## Why it matters
    The tender names a paper that no bidder gets.

    ## How to mend it
    Add the form or sheet to the pack, or leave out the item that needs it.

    ## Wrong
    ```yaml
    # criteria/food/fair-notice.yml
    evidence:
      - {id: pay-slips, form: pay-sheet}
    # criteria/packs/kitchen.yml
    pack: 1
    id: kitchen
    version: 1.0.0
    status: draft
    title: Kitchen
    intent: Meals for a kitchen.
    sectors: [food]
    band: A
    risk: low
    cpv: ["15000000-8"]
    items:
      - {item: fair-notice, why: Wages.}
      - {item: pay-form, why: Form.}
      - {item: pay-days, why: Days.}
    ```

    ## Right
    ```yaml
    # criteria/food/fair-notice.yml
    evidence:
      - {id: pay-slips, form: pay-sheet}
    # criteria/packs/kitchen.yml
    pack: 1
    id: kitchen
    version: 1.0.0
    status: draft
    title: Kitchen
    intent: Meals for a kitchen.
    sectors: [food]
    band: A
    risk: low
    cpv: ["15000000-8"]
    items:
      - {item: fair-notice, why: Wages.}
      - {item: pay-form, why: Form.}
      - {item: pay-sheet, why: Hours.}
    ```
    """
    for warning, at in _warnings(pack, shelf, WarningKind.FORM_MISSING):
        says = f'"{warning.items[0]}" wants its figures in "{warning.names[0]}", which is not in this pack'
        yield Finding(at, says, "add it to the pack")


@check(PACK_CHECKS, "SRPP223", "pack-item-replaced", since="0.2")
def pack_item_replaced(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """A pack takes an item that another one has replaced, or a milder one beside the stricter one.

    ## Why it matters
    Two texts about one thing are read against each other, and the milder one wins.

    ## How to mend it
    Keep the newer or stricter item, and leave out the other one.

    ## Wrong
    ```yaml
    # criteria/food/pay-form.yml
    related:
      stricter_than: [pay-days]
    ```

    ## Right
    ```yaml
    # criteria/food/pay-form.yml
    related:
      stricter_than: [fair-notice]
    ```
    """
    for warning, at in _warnings(pack, shelf, WarningKind.DEPRECATED):
        says = f'"{warning.items[0]}" is replaced by "{warning.names[0]}"'
        yield Finding(at, says, "take the newer item")
    for warning, at in _warnings(pack, shelf, WarningKind.STRICTER):
        says = f'"{warning.items[0]}" is stricter than "{warning.items[1]}" and replaces it'
        yield Finding(at, says, f'leave "{warning.items[1]}" out')


@check(PACK_CHECKS, "SRPP224", "pack-asks-at-two-times", since="0.2", severity=Severity.WARNING)
def pack_asks_at_two_times(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """Two items of a pack want the same sheet in the same rhythm, but by different days.

    A monthly sheet from which one clause counts by the quarter is not meant, nor a form that is filled in for the
    tender and brought up to date later, nor what two different people report.

    ## Why it matters
    The contractor keeps one sheet by two calendars, or misses the earlier day and pays for it.

    ## How to mend it
    Give both the same day: by a parameter of the pack where there is one, otherwise in one of the items.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    monitoring:
      - {id: late-wages, sheet: pay-sheet, due: Within 5 days after the month.}
    # criteria/food/fair-notice.yml
    monitoring:
      - {id: late-wages, sheet: pay-sheet, due: Within 10 days after the month.}
    # criteria/packs/canteen.yml
    items:
      - item: fair-pay
        why: Wages.
      - item: fair-notice
        why: Notice.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    monitoring:
      - {id: late-wages, sheet: pay-sheet, due: Within 10 days after the month.}
    # criteria/food/fair-notice.yml
    monitoring:
      - {id: late-wages, sheet: pay-sheet, due: Within 10 days after the month.}
    # criteria/packs/canteen.yml
    items:
      - item: fair-pay
        why: Wages.
      - item: fair-notice
        why: Notice.
    ```
    """
    try:
        apart = list(days_apart(_filled_items(pack, shelf)))
    except MessageError:
        return  # a sentence that cannot be read has a code of its own
    for sheet, rhythm, days in apart:
        by_item = "; ".join(f"{item}: {' '.join(sorted(days[item]))}" for item in days)
        says = f'"{sheet}" is wanted {rhythm.value} by different days ({by_item})'
        yield Finding(_at(pack, list(days)[-1]), says, "give them the same day")


@check(PACK_CHECKS, "SRPP225", "pack-over-its-band", since="0.2")
def pack_over_its_band(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """The texts of a pack together cost more hours than the band of the contract allows.

    The hours are those of one bid and one round of follow-up; a form that several items name counts once.

    ## Why it matters
    Each text is in proportion, the sum is not. Small firms stay away, and what the buyer cannot check is not checked.

    ## How to mend it
    Leave out advanced items first, then those that protect least; or shrink the heaviest item for everybody. Move the
    pack to a higher band only if the contract is that large or its risk moves it.

    ## Sources
    `eu-2014-24-art-18-1`

    ## Wrong
    ```yaml
    # criteria/food/fair-notice.yml
    evidence:
      - {id: pay-slips, effort: {bidder_hours: 20, buyer_hours: 1}}
    # criteria/packs/canteen.yml
    items:
      - {item: fair-notice, why: Wages.}
    ```

    ## Right
    ```yaml
    # criteria/food/fair-notice.yml
    evidence:
      - {id: pay-slips, effort: {bidder_hours: 2, buyer_hours: 1}}
    # criteria/packs/canteen.yml
    items:
      - {item: fair-notice, why: Wages.}
    ```
    """
    band = shelf.registers.bands.get(pack.band)
    if band is None:
        return  # SRPP226 says so
    taken = [shelf.items[entry.item].value for entry in pack.items if entry.item in shelf.items]
    for excess in burden_of(taken).over(band.burden):
        heaviest = ", ".join(f"{item} {plain(hours)} h" for item, hours in excess.heaviest)
        costs = _SUMS[excess.field].format(hours=plain(excess.hours))
        says = f"the pack costs {costs}, band {pack.band} allows {plain(excess.limit)} h"
        yield Finding(("band",), says, f"leave out or shrink an item; the heaviest: {heaviest}")


@check(PACK_CHECKS, "SRPP226", "pack-band-does-not-fit", since="0.2")
def pack_band_does_not_fit(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """The band of a pack has no values for its sector, or is the lowest one for a purchase of high risk.

    ## Why it matters
    Risk moves a contract up by one band, so none of high risk stays in the lowest; and a buyer who looks up the value
    of the contract must find the pack.

    ## How to mend it
    Name the band by which the contract is followed up, its risk already counted.

    ## Wrong
    ```yaml
    # criteria/packs/canteen.yml
    risk: high
    ```

    ## Right
    ```yaml
    # criteria/packs/canteen.yml
    risk: medium
    ```
    """
    band = shelf.registers.bands.get(pack.band)
    if band is None:
        known = ", ".join(shelf.registers.bands) or "none"
        yield Finding(("band",), f'there is no band "{pack.band}"', f"bands: {known}")
        return
    sectors = {limit.sector for limit in band.limits}
    for position, sector in enumerate(pack.sectors):
        if sector not in sectors:
            says = f"band {pack.band} has no values for {sector}"
            yield Finding(("sectors", position), says, "add them in registers/bands.yml, or name another band")
    if pack.risk is Grade.HIGH and pack.band == _LOWEST_BAND:
        says = f"a purchase of high risk is not followed up by band {_LOWEST_BAND}"
        yield Finding(("band",), says, "risk moves a contract up by one band")


@check(PACK_CHECKS, "SRPP227", "pack-switch-does-not-fit", since="0.2")
def pack_switch_does_not_fit(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """A clause binds a promise of the tender that the pack does not score, or leaves out one that it does.

    A clause says by a yes-or-no parameter whether an award criterion stands beside it; its name ends in `_in_tender`,
    `_scored` or `_offered`. With none of the criteria that the clause secures it must be no, with all of them yes.

    ## Why it matters
    A contract that binds an offer nobody made can be attacked; points for an offer that no part binds are given away.

    ## How to mend it
    Set the parameter in the pack, or add or leave out the award criterion.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        when: {parameter: plan_in_tender, equals: true}
    parameters:
      plan_in_tender: {type: boolean, label: A plan was scored, default: false, basis: {kind: judgement, says: Rare.}}
    # criteria/packs/canteen.yml
    items:
      - item: fair-plan
        why: Plans.
      - item: fair-pay
        why: Wages.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        when: {parameter: plan_in_tender, equals: true}
    parameters:
      plan_in_tender: {type: boolean, label: A plan was scored, default: false, basis: {kind: judgement, says: Rare.}}
    # criteria/packs/canteen.yml
    items:
      - item: fair-plan
        why: Plans.
      - item: fair-pay
        why: Wages.
        parameters: {plan_in_tender: true}
    ```
    """
    names = {entry.item for entry in pack.items}
    for position, entry in enumerate(pack.items):
        item = shelf.items.get(entry.item)
        if item is None or not isinstance(item.value, Clause):
            continue
        secured = [name for name, other in shelf.items.items() if entry.item in other.value.related.secured_by]
        scored = names.intersection(secured)
        if not secured or (scored and len(scored) < len(secured)):
            continue  # which of the promises the parameter means, only a reader knows
        for name, parameter in item.value.parameters.items():
            if not isinstance(parameter, BooleanParameter) or not _SWITCH.search(name):
                continue
            if entry.parameters.get(name, parameter.default) is not bool(scored):
                at: Path = ("items", position, "parameters", name) if name in entry.parameters else ("items", position)
                which = f"scores {', '.join(sorted(scored))}" if scored else f"scores none of {', '.join(secured)}"
                hint = f"set {name} to {'true' if scored else 'false'} in the pack"
                yield Finding(at, f'"{entry.item}" has the wrong {name}: the pack {which}', hint)


def _warnings(pack: Pack, shelf: Shelf, kind: WarningKind) -> Iterator[tuple[TenderWarning, Path]]:
    """What a buyer would hear who takes the pack as it is, each with the place of the item to change first."""
    try:
        found = list(warnings_between(list(_filled_items(pack, shelf).values())))
    except MessageError:
        return  # a sentence that cannot be read has a code of its own
    for warning in found:
        if warning.kind is kind:
            yield warning, _at(pack, warning.items[0])


def _at(pack: Pack, item: str) -> Path:
    return ("items", next(position for position, entry in enumerate(pack.items) if entry.item == item), "item")


def _filled_items(pack: Pack, shelf: Shelf) -> dict[str, Filled]:
    """The items of a pack by id, each once; SRPP220 names the ones that do not exist or come twice."""
    return {
        entry.item: _filled(entry, shelf.items[entry.item].value, shelf)
        for entry in pack.items
        if entry.item in shelf.items
    }


def _filled(wanted: PackEntry, item: Item, shelf: Shelf) -> Filled:
    """An item with the figures of the pack; with its own ones, if they do not fit (SRPP220 says so)."""
    ladder = shelf.registers.ladders.get(item.remedies.ladder) if isinstance(item, Clause) else None
    citations = tuple(Citation(key=key, places=(key,), seen=None) for key in item.legal_basis)
    entry = Entry(item=item, locale=MASTER, revision=1, sha256="", citations=citations, ladder=ladder)
    try:
        return entry.fill(**wanted.parameters, **wanted.texts)
    except InvalidValue:
        return entry.fill()
