# SPDX-License-Identifier: Apache-2.0
"""What the site is made of: pages that a generator frames, and files that lie beside them as they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One page, free of any generator.

    Attributes:
        path: below the site's sources, ends in `.md`; `nb-NO/glossary.md` becomes `/nb-NO/glossary/`.
        title: name of the page, plain words.
        markdown: its content: CommonMark with blocks of HTML.
        locale: tag of the edition whose language frames the page.
        description: one sentence for search engines and previews, plain words.
        scripts: names of the bundled scripts it runs, such as `item`.
        wide: whether it does without a table of contents beside it.
        indexed: whether search engines shall show it; an older text leads readers to the wrong words.
        feed: address of a feed of its own below the root of the site; empty if it has none.
    """

    path: str
    title: str
    markdown: str
    locale: str
    description: str = ""
    scripts: tuple[str, ...] = ()
    wide: bool = False
    indexed: bool = True
    feed: str = ""

    @property
    def address(self) -> str:
        """Where the page is found below the root of the site.

        >>> Page("en/index.md", "Start", "", "en").address, Page("en/glossary.md", "Glossary", "", "en").address
        ('en/', 'en/glossary/')
        """
        stem = self.path.removesuffix(".md")
        return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else f"{stem}/"

    @property
    def twin(self) -> str:
        """Its address inside its edition: pages of different editions with one twin are translations of each other."""
        return self.address.removeprefix(f"{self.locale}/")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site that is no page: machine twins, feeds, schemas.

    Attributes:
        path: below the root of the site, such as `nb-NO/edition.json`.
        content: its bytes.
    """

    path: str
    content: bytes
