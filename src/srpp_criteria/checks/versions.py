# SPDX-License-Identifier: Apache-2.0
"""SRPP6xx: an item's history fits its version."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from srpp_criteria.checks.registry import ITEM_CHECKS, Finding, check
from srpp_criteria.models.item import Status, Weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.models.item import Item
    from srpp_criteria.shelf.shelf import Shelf


@check(ITEM_CHECKS, "SRPP602", "changelog-behind")
def changelog_behind(item: Item, _: Shelf) -> Iterator[Finding]:
    """The newest entry of the changelog is not the present version.

    ## Why it matters
    Who holds an older text asks the changelog what changed.

    ## How to mend it
    Write an entry for the present version, on top.
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
    """
    versions = [tuple(int(number) for number in change.version.split(".")) for change in item.changelog]
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
    """
    deprecated = item.status is Status.DEPRECATED
    if deprecated and item.superseded_by is None:
        yield Finding(("status",), "a deprecated item names its successor", "add superseded_by")
    if not deprecated and item.superseded_by is not None:
        yield Finding(("superseded_by",), "only a deprecated item has a successor", "write status: deprecated")
    if item.superseded_by is not None and item.superseded_by not in shelf.items:
        yield Finding(("superseded_by",), f'there is no item "{item.superseded_by}"', "correct the id")
