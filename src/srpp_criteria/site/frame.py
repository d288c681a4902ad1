# SPDX-License-Identifier: Apache-2.0
"""What stands around every page: its language, the way to its translations, the main ways through its edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.shelf.shelf import MASTER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from srpp_criteria.site.edition_site import EditionSite, WholeSite
    from srpp_criteria.site.page import Page

WAYS = ("", "catalogue/", "packs/", "verify/", "sectors/", "topics/", "market/", "glossary/", "coverage/", "data/")
"""Pages that every page of an edition leads to, by address inside the edition; the basket has its own place."""

GUIDE = "guide/"
"""The procurer's guide inside an edition, where somebody wrote one in its language."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the frame: its words, its address below the root of the site, whether the page lies below it."""

    words: str
    address: str
    active: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the theme's templates know of a page beyond what MkDocs tells them.

    Attributes:
        guide: where the procurer's guide stands: in the language of the page, or in English.
        feed: address of a feed of the page's own; empty if it has none.
    """

    locale: str
    words: Mapping[str, str]
    ways: tuple[Way, ...]
    translations: tuple[Way, ...]
    guide: str
    scripts: tuple[str, ...] = ()
    is_edition: bool = True
    wide: bool = False
    feed: str = ""

    @property
    def language(self) -> str:
        """The language alone, by which the theme finds its own words."""
        return self.locale.partition("-")[0]


class Frames:
    """The frame of each page of a site."""

    def __init__(self, whole: WholeSite, pages: Iterable[Page], guides: Collection[str] = ()) -> None:
        self._sites = whole.sites
        self._pages = {page.path: page for page in pages}
        self._addresses = {page.address for page in self._pages.values()}
        self._addresses |= {f"{locale}/{GUIDE}" for locale in self._sites if f"{locale}/guide.md" in guides}

    def of(self, path: str) -> Frame:
        """The frame of a page by its path; a guide stands in that of its folder, other written pages are English."""
        page = self._pages.get(path)
        if page is not None:
            return self._frame(self._sites[page.locale], page.twin, page)
        site = self._sites.get(path.partition("/")[0])
        return self._frame(self._sites[MASTER], None) if site is None else self._frame(site, GUIDE)

    def _frame(self, site: EditionSite, twin: str | None, page: Page | None = None) -> Frame:
        ways = tuple(
            Way(site.words[f"site-{way.strip('/') or 'start'}"], f"{site.locale}/{way}", active=_is_below(twin, way))
            for way in WAYS
            if f"{site.locale}/{way}" in self._addresses
        )
        return Frame(
            site.locale,
            site.words,
            ways,
            tuple(self._translation(other, twin) for other in self._sites.values()),
            f"{site.locale}/{GUIDE}" if f"{site.locale}/{GUIDE}" in self._addresses else GUIDE,
            page.scripts if page is not None else (),
            is_edition=twin is not None,
            wide=page is not None and page.wide,
            feed=page.feed if page is not None else "",
        )

    def _translation(self, other: EditionSite, twin: str | None) -> Way:
        """The same page in another edition, or its start page where there is no such page."""
        address = f"{other.locale}/{twin or ''}"
        return Way(
            other.name,
            address if address in self._addresses else f"{other.locale}/",
            active=twin is not None and address in self._addresses,
            lang=other.locale,
        )


def _is_below(twin: str | None, way: str) -> bool:
    return twin is not None and (twin == way if way == "" else twin.startswith(way))
