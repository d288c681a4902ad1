# SPDX-License-Identifier: Apache-2.0
"""Where a text stands: released or not, the newest or not, in use or replaced. Data for the notices of pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.models.item import Status

if TYPE_CHECKING:
    import datetime as dt

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Item
    from srpp_criteria.shelf.released import Released
    from srpp_criteria.site.edition_site import EditionSite


@dataclass(frozen=True, slots=True)
class Replacement:
    """What takes the place of a deprecated item.

    Attributes:
        id: the successor; empty if nobody named one.
        title: its title; empty if this edition does not hold it.
        sunset: last day on which the old text goes into a new tender, if one was set.
    """

    id: str
    title: str
    sunset: dt.date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A text of the library as the register sees it.

    Attributes:
        released: its own line in the register; None if it has not been released with these words.
        newest: the newest line of the item in this edition, if there is any.
    """

    released: Released | None
    newest: Released | None


def standing_of(entry: Entry, site: EditionSite) -> Standing:
    """Whether the present text of an item was released."""
    lines = site.whole.shelf.register.lines_of(entry.id, site.locale)
    own = next((line for line in lines if line.sha256 == entry.sha256 and line.version == entry.version), None)
    return Standing(own, lines[-1] if lines else None)


def replacement_of(item: str, site: EditionSite) -> Replacement | None:
    """What replaces an item of the library; None if it is in use, or is not in the library any more."""
    known = site.whole.shelf.items.get(item)
    present: Item | None = site.edition[item].item if item in site.edition else known.value if known else None
    if present is None or present.status is not Status.DEPRECATED:
        return None
    successor = present.superseded_by or ""
    return Replacement(successor, site.titles.get(successor, ""), present.sunset)
