# SPDX-License-Identifier: Apache-2.0
"""Every link inside the built site leads to a page that is there, and every fragment to a place in it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tests.site.wholes import xml_of

if TYPE_CHECKING:
    from pathlib import Path

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ROBOTS = '<meta name="robots" content="noindex"'


class Links(HTMLParser):
    """The links of a page and the places in it that a fragment can name."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.places: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element leads to and what it is called."""
        given = dict(attrs)
        if given.get("id"):
            self.places.append(given["id"] or "")
        if tag in {"a", "link"} and given.get("href"):
            self.links.append(given["href"] or "")


def test_every_link_leads_somewhere(built_site: Path) -> None:
    """Relative addresses are written by hand in templates, so they are followed here."""
    root = built_site.resolve()
    pages = {file.resolve(): Links(file.read_text(encoding="utf-8")) for file in root.rglob("*.html")}
    dead = set()
    for file, page in pages.items():
        if file.name == "404.html":
            continue  # it is shown at any depth, so its addresses begin at the root of the server
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            target = target / "index.html" if target.is_dir() else target
            there = target.exists() and target.is_relative_to(root)
            if not there or (
                parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].places
            ):
                dead.add(f"{file.relative_to(root)}: {link}")

    assert sorted(dead) == []


def test_no_place_has_its_name_twice(built_site: Path) -> None:
    """A fragment would lead to the first of them, whichever was meant."""
    double = {
        str(file.relative_to(built_site)): sorted({name for name in page.places if page.places.count(name) > 1})
        for file in built_site.rglob("*.html")
        if len((page := Links(file.read_text(encoding="utf-8"))).places) != len(set(page.places))
    }

    assert double == {}


def test_the_sitemap_has_every_page_and_its_translations(built_site: Path) -> None:
    """A search engine finds the page in the language of the reader; only what asks not to be indexed is left out."""
    root = xml_of((built_site / "sitemap.xml").read_bytes())
    addresses = {url.findtext(f"{SITEMAP}loc"): url for url in root}
    base = next(iter(sorted(filter(None, addresses), key=len)))
    pages = {
        base + str(file.parent.relative_to(built_site)).replace("\\", "/").removeprefix(".") + "/"
        for file in built_site.rglob("index.html")
        if file.parent != built_site and ROBOTS not in file.read_text(encoding="utf-8")
    }
    norway = addresses[f"{base}nb-NO/market/"]

    assert pages | {base} == set(addresses)
    assert {link.get("hreflang") for link in norway.findall(f"{XHTML}link")} == {
        "en",
        "de-AT",
        "nl-BE",
        "fr-BE",
        "nb-NO",
    }
