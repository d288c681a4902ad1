# SPDX-License-Identifier: Apache-2.0
"""The data page: every file for machines, how large it is, and the checksum by which it is known to be whole."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from srpp_criteria.site.cases_page import case_pages
from srpp_criteria.site.crosswalk import crosswalk_files, crosswalk_pages
from srpp_criteria.site.feeds import feeds
from srpp_criteria.site.national_notes import note_files, notes_page_of
from srpp_criteria.site.pack_pages import pack_files
from srpp_criteria.site.page import Page
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.twins import edition_json, register_files, schemas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.site.edition_site import EditionSite
    from srpp_criteria.site.page import Asset

_UNITS = ("B", "kB", "MB", "GB")


@dataclass(frozen=True, slots=True)
class FileShown:
    """A file for machines."""

    path: str
    size: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Group:
    """Files of one sort; `key` is the end of the words that say what they are."""

    key: str
    files: tuple[FileShown, ...]


_WEIGHED: WeakKeyDictionary[Edition, FileShown] = WeakKeyDictionary()


def data_pages(site: EditionSite) -> Iterator[Page]:
    """The page of an edition; it lists the files of every edition, this one's first."""
    words, whole = site.words, site.whole
    others = [other for other in whole.sites.values() if other is not site]
    groups = [
        Group("edition", tuple(_shown_edition(one) for one in (site, *others))),
        Group("feed", tuple(_shown(asset) for asset in feeds(site))),
        Group("pack", tuple(_shown(asset) for asset in pack_files(site))),
        Group("register", tuple(_shown(asset) for asset in register_files(whole, site.locale))),
        Group("notes", tuple(_shown(asset) for asset in (*note_files(whole), *crosswalk_files(whole)))),
        Group("schema", tuple(_shown(asset) for asset in schemas(whole))),
    ]
    markdown = rendered(
        "data.md",
        locale=site.locale,
        words=words,
        groups=[group for group in groups if group.files],
        version=site.edition.data.library_version,
        number=len(site.edition),
        example=next(iter(site.edition), None),
        reading=list(_reading(site)),
    )
    yield Page(f"{site.locale}/data.md", words["site-data"], markdown, site.locale, words["site-data-lead"])


def _reading(site: EditionSite) -> Iterator[tuple[str, str]]:
    """Addresses and names of the pages that show the registers to a reader."""
    words = site.words
    yield "law/", words["site-law"]
    yield "methods/", words["site-methods"]
    yield "labels/", words["site-labels"]
    for pages in (case_pages, crosswalk_pages):
        for page in pages(site):
            yield page.twin, page.title
    if notes_page_of(site):
        yield notes_page_of(site), words["site-countries"]
    yield "glossary/", words["site-glossary"]


def _shown_edition(site: EditionSite) -> FileShown:
    """The file of an edition; the page of every other edition names it, too, so it is weighed once."""
    if site.edition not in _WEIGHED:
        _WEIGHED[site.edition] = _shown(edition_json(site))
    return _WEIGHED[site.edition]


def _shown(asset: Asset) -> FileShown:
    return FileShown(asset.path, readable_size(len(asset.content)), hashlib.sha256(asset.content).hexdigest())


def readable_size(size: int) -> str:
    """A size as a person reads it, in powers of a thousand.

    >>> readable_size(999), readable_size(717_841)
    ('999 B', '718 kB')
    """
    amount = float(size)
    unit = 0
    while amount >= 1000 and unit < len(_UNITS) - 1:  # noqa: PLR2004  # a kilo
        amount /= 1000
        unit += 1
    return f"{amount:.0f} {_UNITS[unit]}"
