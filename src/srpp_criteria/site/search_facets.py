# SPDX-License-Identifier: Apache-2.0
"""What every result belongs to, gathered in one file for each language: the catalogue filters, counts and sorts by it.

Pagefind has filters of its own, but once they are loaded each search counts all of them anew: at 5,000 items an answer
took a second instead of a tenth of it. So they are read from Pagefind's own fragments, and its files are not published.
"""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

from srpp_criteria.edition.tender import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

FILE = "catalogue/facets.json"
"""Where the file lies below the folder of an edition."""

_SIGNATURE = b"pagefind_dcd"


def write_facets(index: Path, site_dir: Path, locales: Iterable[str]) -> None:
    """Write the file of each edition from the fragments of a finished index."""
    for locale in locales:
        found = {file.stem: _fragment(file) for file in (index / "fragment").glob(f"{locale.lower()}_*.pf_fragment")}
        target = site_dir / locale / FILE
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(facets_of(found), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def facets_of(pages: Mapping[str, tuple[str, Mapping[str, list[str]]]]) -> dict[str, object]:
    """Pages by the name of their fragment, each an address and its facets, as the browser reads them.

    A page is its name and the places of its facets in the list of all facets; pages follow each other as in a tender,
    in each section those last that another text has replaced.

    >>> facets_of({"en_2": ("/en/b/", {"kind": ["clause"]}), "en_1": ("/en/a/", {"kind": ["award"], "cpv": ["45"]})})
    {'facets': [['cpv', '45'], ['kind', 'award'], ['kind', 'clause']], 'pages': [['en_1', [0, 1]], ['en_2', [2]]]}
    """
    named = {
        name: sorted((facet, value) for facet, values in own.items() for value in values)
        for name, (_, own) in pages.items()
    }
    facets = sorted({facet for own in named.values() for facet in own})
    place = {facet: number for number, facet in enumerate(facets)}
    ordered = sorted(pages, key=lambda name: (*_place(pages[name][1]), pages[name][0]))
    return {
        "facets": [list(facet) for facet in facets],
        "pages": [[name, [place[facet] for facet in named[name]]] for name in ordered],
    }


def _place(facets: Mapping[str, list[str]]) -> tuple[int, bool]:
    """The place of a page's kind in a tender, then whether it is replaced; pages that are no text of one come last."""
    kind = next(iter(facets.get("kind", ())), "")
    section = SECTIONS.index(kind) if kind in SECTIONS else len(SECTIONS)
    return section, "deprecated" in facets.get("status", ())


def _fragment(file: Path) -> tuple[str, dict[str, list[str]]]:
    content = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))
    return content["url"], content["filters"]
