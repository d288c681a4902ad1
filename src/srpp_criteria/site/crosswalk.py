# SPDX-License-Identifier: Apache-2.0
"""Comparable texts in other catalogues: on the page of an item, as one page by catalogue, and as a file.

Only identifiers that somebody saw there are listed. The master file of an item counts, whatever older text an edition
still shows: an identifier points at the subject, not at the words.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.site.page import Asset, Page
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Crosswalk
    from srpp_criteria.site.edition_site import EditionSite, WholeSite

CROSSWALK_FILE = "crosswalk.json"
"""All pairs for programs, below the root of the site."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An entry of another catalogue and the text of ours that is comparable."""

    there: Crosswalk
    item: str
    title: str


def crosswalk_of(entry: Entry, site: EditionSite) -> tuple[Crosswalk, ...]:
    """Where other catalogues have something comparable to an item."""
    item = site.whole.shelf.items.get(entry.item.id)
    return item.value.crosswalk if item is not None else ()


def crosswalk_pages(site: EditionSite) -> Iterator[Page]:
    """One page by catalogue; none where nothing of the edition is comparable."""
    catalogues: dict[str, list[Pair]] = {}
    for entry in site.edition:
        for there in crosswalk_of(entry, site):
            catalogues.setdefault(there.catalogue, []).append(Pair(there, entry.id, entry.title))
    if not catalogues:
        return
    words = site.words
    markdown = rendered(
        "crosswalk.md",
        locale=site.locale,
        words=words,
        today=site.whole.today,
        catalogues=[
            (number, name, sorted(pairs, key=lambda pair: (pair.there.number, pair.title)))
            for number, (name, pairs) in enumerate(sorted(catalogues.items()), 1)
        ],
        file=CROSSWALK_FILE,
    )
    title = words["site-crosswalk"]
    yield Page(f"{site.locale}/crosswalk.md", title, markdown, site.locale, words["site-crosswalk-lead"])


def crosswalk_files(whole: WholeSite) -> Iterator[Asset]:
    """Every pair as one file; no file where there are none."""
    pairs = [
        {
            "catalogue": there.catalogue,
            "number": there.number,
            "url": there.url,
            "seen": there.seen.isoformat() if there.seen is not None else None,
            "item": name,
        }
        for name, item in whole.shelf.items.items()
        for there in item.value.crosswalk
    ]
    if pairs:
        pairs.sort(key=lambda pair: (str(pair["catalogue"]), str(pair["number"]), str(pair["item"])))
        data = {"licence": "CC0-1.0", "crosswalk": pairs}
        yield Asset(CROSSWALK_FILE, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
