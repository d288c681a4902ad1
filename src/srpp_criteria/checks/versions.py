# SPDX-License-Identifier: Apache-2.0
"""SRPP6xx: an item's history fits its version."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from srpp_criteria.checks.registry import ITEM_CHECKS, Finding, check
from srpp_criteria.comparison.weight import least_change
from srpp_criteria.edition.complete import with_figures
from srpp_criteria.edition.released import entry_of
from srpp_criteria.edition.stamp import fingerprint
from srpp_criteria.errors import UnreadableRelease
from srpp_criteria.models.item import Clause, Status, Weight
from srpp_criteria.models.review import ReviewOutcome
from srpp_criteria.shelf.released import version_numbers
from srpp_criteria.shelf.shelf import MASTER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.comparison.weight import Least
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.registers import Ladder
    from srpp_criteria.shelf.released import Released
    from srpp_criteria.shelf.shelf import Shelf

_STEPS = (Weight.MAJOR, Weight.MINOR, Weight.PATCH)
"""What a change of the first, second and third number of a version means."""

_HEAVINESS = {Weight.PATCH: 1, Weight.MINOR: 2, Weight.MAJOR: 3, Weight.FIRST: 4}


@check(ITEM_CHECKS, "SRPP602", "changelog-behind")
def changelog_behind(item: Item, _: Shelf) -> Iterator[Finding]:
    """The newest entry of the changelog is not the present version.

    ## Why it matters
    Who holds an older text asks the changelog what changed.

    ## How to mend it
    Write an entry for the present version, on top.

    ## Wrong
    ```yaml
    # criteria/food/fair-notice.yml
    version: 1.1.0
    ```

    ## Right
    ```yaml
    # criteria/food/fair-notice.yml
    version: 1.1.0
    changelog:
      - {version: 1.1.0, date: 2026-11-29, change: minor, says: One part more.}
      - {version: 1.0.0, date: 2026-11-22, change: first, says: First text.}
    ```
    """
    newest = item.changelog[0].version
    if newest != item.version:
        yield Finding(
            ("changelog", 0, "version"),
            f"version is {item.version}, the newest entry is {newest}",
            "add an entry on top",
        )


@check(ITEM_CHECKS, "SRPP603", "changelog-out-of-order")
def changelog_out_of_order(item: Item, _: Shelf) -> Iterator[Finding]:
    """Entries of the changelog do not go down from the newest to the first.

    ## Why it matters
    The kind of change is read from the step between two versions.

    ## How to mend it
    Newest on top, every version once, the first one marked `first`.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    changelog:
      - {version: 1.0.0, date: 2026-11-22, change: minor, says: First text.}
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    changelog:
      - {version: 1.0.0, date: 2026-11-22, change: first, says: First text.}
    ```
    """
    versions = [version_numbers(change.version) for change in item.changelog]
    for position, (newer, older) in enumerate(pairwise(versions), 1):
        if newer <= older:
            yield Finding(
                ("changelog", position, "version"),
                "is not older than the entry above",
                "newest on top, each version once",
            )
    for position, change in enumerate(item.changelog):
        is_last = position == len(item.changelog) - 1
        if (change.change is Weight.FIRST) != is_last:
            says = "the first version is marked first, and only that one"
            yield Finding(("changelog", position, "change"), says, "write change: first in the last entry")


@check(ITEM_CHECKS, "SRPP604", "successor-does-not-fit")
def successor_does_not_fit(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """A deprecated item has no successor, or an item in use has one.

    ## Why it matters
    Who finds the old text must be led to the new one.

    ## How to mend it
    Name the successor in `superseded_by` and set `status: deprecated`, or do neither.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    status: deprecated
    sunset: 2027-06-01
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    status: draft
    ```
    """
    deprecated = item.status is Status.DEPRECATED
    if deprecated and item.superseded_by is None:
        yield Finding(("status",), "a deprecated item names its successor", "add superseded_by")
    if not deprecated and item.superseded_by is not None:
        yield Finding(("superseded_by",), "only a deprecated item has a successor", "write status: deprecated")
    if item.superseded_by is not None and item.superseded_by not in shelf.items:
        yield Finding(("superseded_by",), f'there is no item "{item.superseded_by}"', "correct the id")


@check(ITEM_CHECKS, "SRPP605", "changed-without-version", since="0.2")
def changed_without_version(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """A text that was released has changed, and its version has not.

    ## Why it matters
    A contract names the version that was signed. One version must never stand for two texts.

    ## Wrong
    ```yaml
    # 1.0.0 was released with "within ten days"
    version: 1.0.0
    text:
      - {id: obligation, text: The Contractor answers within five days.}
    ```

    ## Right
    ```yaml
    version: 2.0.0
    text:
      - {id: obligation, text: The Contractor answers within five days.}
    changelog:
      - {version: 2.0.0, date: 2026-11-29, change: major, says: The Contractor has five days instead of ten.}
    ```

    ## How to mend it
    Raise the version and say in the changelog what changed. If nothing was meant to change, restore the words.
    """
    released = next((one for one in shelf.register.lines_of(item.id, MASTER) if one.version == item.version), None)
    fitted = _with_ladder(item, shelf)
    if released is None or fitted is None or fingerprint(item, fitted.ladder, MASTER) == released.sha256:
        return
    least = _least(released, item, fitted.ladder)
    changed = f": {', '.join(dict.fromkeys(reason.address for reason in least.reasons))}" if least else ""
    weight = f"{least.weight.value} " if least else ""
    says = f"the text changed after {item.version} was released{changed}"
    yield Finding(("version",), says, f"write a new {weight}version, and on top of the changelog what changed")


@check(ITEM_CHECKS, "SRPP606", "change-too-light", since="0.2", waivable=True)
def change_too_light(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """The changelog calls a change lighter than it is.

    ## Why it matters
    Who holds the old text reads "patch" and goes on using it. If a duty changed, that is wrong.

    ## Wrong
    ```yaml
    # the released text says "within ten days", this one "within five days"
    changelog:
      - {version: 1.0.1, date: 2026-11-29, change: patch, says: Shorter sentence.}
    ```

    ## Right
    ```yaml
    changelog:
      - {version: 2.0.0, date: 2026-11-29, change: major, says: The Contractor has five days instead of ten.}
    ```

    ## How to mend it
    Give the change the weight that is named, and the version that fits. The program errs to the strict side: if only
    the wording changed, say why in `waivers`.
    """
    lines = shelf.register.lines_of(item.id, MASTER)
    fitted = _with_ladder(item, shelf)
    if not lines or fitted is None or version_numbers(item.version) <= version_numbers(lines[-1].version):
        return
    released = lines[-1]
    least = _least(released, item, fitted.ladder)
    since = [one for one in item.changelog if version_numbers(one.version) > version_numbers(released.version)]
    if least is None or not since:
        return
    called = max((one.change for one in since), key=_HEAVINESS.__getitem__)
    if _HEAVINESS[called] < _HEAVINESS[least.weight]:
        why = "; ".join(f"{reason.address}: {reason.why}" for reason in least.decisive[:3])
        says = f"called {called.value} and is {least.weight.value} against {released.version} ({why})"
        yield Finding(("changelog", 0, "change"), says, f"write change: {least.weight.value} and the version that fits")


@check(ITEM_CHECKS, "SRPP607", "step-does-not-fit", since="0.2")
def step_does_not_fit(item: Item, _: Shelf) -> Iterator[Finding]:
    """The numbers of two versions and the word between them say different things.

    ## Why it matters
    People read the number, programs the word; both must learn the same.

    ## Wrong
    ```yaml
    changelog:
      - {version: 1.0.1, date: 2026-11-29, change: major, says: The Contractor has five days instead of ten.}
      - {version: 1.0.0, date: 2026-11-22, change: first, says: First text.}
    ```

    ## Right
    ```yaml
    changelog:
      - {version: 2.0.0, date: 2026-11-29, change: major, says: The Contractor has five days instead of ten.}
      - {version: 1.0.0, date: 2026-11-22, change: first, says: First text.}
    ```

    ## How to mend it
    Major raises the first number, minor the second, patch the third.
    """
    for position, (newer, older) in enumerate(pairwise(item.changelog)):
        new, old = version_numbers(newer.version), version_numbers(older.version)
        if new <= old or newer.change is Weight.FIRST:
            continue  # said by changelog-out-of-order
        step = next(weight for weight, a, b in zip(_STEPS, new, old, strict=True) if a != b)
        if step is not newer.change:
            says = f"{older.version} to {newer.version} is a {step.value} step, the entry says {newer.change.value}"
            yield Finding(("changelog", position, "change"), says, "correct the version or the word")


@check(ITEM_CHECKS, "SRPP608", "version-goes-back", since="0.2")
def version_goes_back(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """The version is lower than one that was released.

    ## Why it matters
    The older number would look like the newer text.

    ## Wrong
    ```yaml
    # 2.0.0 was released
    version: 1.1.0
    ```

    ## Right
    ```yaml
    version: 2.1.0
    ```

    ## How to mend it
    Go on from the released version. To return to older words, give them a new version.
    """
    lines = shelf.register.lines_of(item.id, MASTER)
    if lines and version_numbers(item.version) < version_numbers(lines[-1].version):
        yield Finding(
            ("version",), f"version is {item.version}, {lines[-1].version} was released", "go on from that version"
        )


@check(ITEM_CHECKS, "SRPP610", "sunset-does-not-fit", since="0.2")
def sunset_does_not_fit(item: Item, _: Shelf) -> Iterator[Finding]:
    """A deprecated item has no sunset, or an item in use has one.

    ## Why it matters
    Who has the old text in a template needs a day until which it may go into new tenders.

    ## Wrong
    ```yaml
    status: deprecated
    superseded_by: fair-pay
    ```

    ## Right
    ```yaml
    status: deprecated
    superseded_by: fair-pay
    sunset: 2027-06-30
    ```

    ## How to mend it
    Write the day into `sunset` of a deprecated item; take it out of an item in use.
    """
    if item.status is Status.DEPRECATED and item.sunset is None:
        yield Finding(
            ("status",), "a deprecated item says until when it may be used", "add sunset with a day in some months"
        )
    if item.status is not Status.DEPRECATED and item.sunset is not None:
        yield Finding(("sunset",), "only a deprecated item has a sunset", "write status: deprecated, or take it out")


@check(ITEM_CHECKS, "SRPP611", "successor-leads-nowhere", since="0.2")
def successor_leads_nowhere(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """The chain of successors ends in an item that is deprecated too, or runs in a circle.

    ## Why it matters
    Who follows it from an old contract never arrives at a text that may be used.

    ## Wrong
    ```yaml
    id: old-pay
    status: deprecated
    superseded_by: new-pay   # new-pay is deprecated, and its successor is old-pay
    sunset: 2027-06-30
    ```

    ## Right
    ```yaml
    id: old-pay
    status: deprecated
    superseded_by: fair-pay  # in use
    sunset: 2027-06-30
    ```

    ## How to mend it
    Name an item in use in `superseded_by`.
    """
    chain, here = [item.id], item
    while here.superseded_by is not None and here.superseded_by in shelf.items:
        if here.superseded_by in chain:
            says = f"the successors run in a circle: {' → '.join([*chain, here.superseded_by])}"
            yield Finding(("superseded_by",), says, "name an item in use")
            return
        here = shelf.items[here.superseded_by].value
        chain.append(here.id)
    if here is not item and here.status is Status.DEPRECATED and here.superseded_by is None:
        yield Finding(
            ("superseded_by",), f"the successors end in {here.id}, which is deprecated", "name an item in use"
        )


@check(ITEM_CHECKS, "SRPP612", "review-does-not-fit", since="0.2")
def review_does_not_fit(item: Item, _: Shelf) -> Iterator[Finding]:
    """A review is of a version that does not exist, or an item is called reviewed and no review approves it.

    ## Why it matters
    "Reviewed" tells a buyer that somebody qualified would sign this text. It must rest on something.

    ## Wrong
    ```yaml
    version: 1.0.0
    status: reviewed
    reviews: []
    ```

    ## Right
    ```yaml
    version: 1.0.0
    status: reviewed
    reviews:
      - date: 2026-11-29
        role: procurement-lawyer
        version: 1.0.0
        outcome: approved
        says: Proportionate, open to equivalents, and the buyer can check it.
    ```

    ## How to mend it
    Have the version read and enter the outcome; until then write `status: draft`. A patch needs no new review, a minor
    or major version does. Never enter a review that nobody made.
    """
    known = {one.version for one in item.changelog}
    for position, review in enumerate(item.reviews):
        if review.version not in known:
            says = f"version {review.version} is not in the changelog"
            yield Finding(("reviews", position, "version"), says, "name the version that was read")
    if item.status is not Status.REVIEWED:
        return
    wanted = version_numbers(item.version)[:2]
    approved = any(
        one.outcome is ReviewOutcome.APPROVED and version_numbers(one.version)[:2] == wanted for one in item.reviews
    )
    if not approved:
        says = f"status is reviewed, and no review approves {'.'.join(str(n) for n in wanted)}"
        yield Finding(("status",), says, "write status: draft until somebody qualified approves it")


class _Fitted(NamedTuple):
    ladder: Ladder | None


def _with_ladder(item: Item, shelf: Shelf) -> _Fitted | None:
    """The remedy ladder of an item with its figures, as the master edition has it; None if it does not fit."""
    if not isinstance(item, Clause):
        return _Fitted(None)
    ladder = shelf.registers.ladders.get(item.remedies.ladder)
    if ladder is None:
        return None
    try:
        return _Fitted(with_figures(ladder, item.remedies))
    except ValueError:
        return None


def _least(released: Released, item: Item, ladder: Ladder | None) -> Least | None:
    """How heavy the step from a released text is; None if nothing that is signed changed, or it cannot be read."""
    try:
        before = entry_of(released.text)
    except UnreadableRelease:
        return None  # said by the check of the register
    return least_change(before.item, item, ladders=(before.ladder, ladder))
