# SPDX-License-Identifier: Apache-2.0
"""An Atom feed for each edition: its texts, the ones that changed last first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from srpp_criteria.documents.printable import printable
from srpp_criteria.site.page import Asset
from srpp_criteria.wording import parse_markup, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Change
    from srpp_criteria.site.edition_site import EditionSite

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_NOBODY = "urn:srpp-criteria"

LONGEST = 200
"""Most entries of a feed: a reader wants what is new; all of it stands in the catalogue."""


def feeds(site: EditionSite) -> Iterator[Asset]:
    """The feed of an edition."""
    yield Asset(f"{site.locale}/feed.xml", feed(site))


def feed(site: EditionSite) -> bytes:
    """The feed as Atom 1.0. Dates are those of the changelogs, so the same texts give the same bytes."""
    newest = sorted(
        ((entry, entry.item.changelog[0]) for entry in site.edition), key=lambda pair: (pair[1].date, pair[0].id)
    )[::-1][:LONGEST]
    root = Element("feed", {"xmlns": _ATOM, f"{{{_XML}}}lang": site.locale})
    home = _address(site, "")
    _say(root, "id", home)
    _say(root, "title", f"{site.words['site-feed']} – {site.name}")
    _say(root, "updated", _moment(newest[0][1].date if newest else dt.date(1970, 1, 1)))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": _address(site, "feed.xml")})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": home})
    _say(SubElement(root, "author"), "name", "srpp-criteria")
    _say(root, "rights", "CC0-1.0")
    for entry, change in newest:
        _entry(SubElement(root, "entry"), site, entry, change)
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(parent: Element, site: EditionSite, entry: Entry, change: Change) -> None:
    _say(parent, "id", f"{_NOBODY}:{site.locale}:{entry.id}:{entry.version}")
    _say(parent, "title", f"{entry.title} ({entry.version})")
    _say(parent, "updated", _moment(change.date))
    SubElement(parent, "link", {"rel": "alternate", "type": "text/html", "href": _address(site, f"{entry.id}/")})
    twin = {"rel": "alternate", "type": "application/json", "href": _address(site, f"{entry.id}/index.json")}
    SubElement(parent, "link", twin)
    for sector in entry.item.sectors:
        SubElement(parent, "category", {"term": sector})
    _say(parent, "summary", plain_text(parse_markup(entry.item.intent)))
    content = _say(parent, "content", change.says)
    content.set(f"{{{_XML}}}lang", "en")


def _say(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = printable(text)  # what XML forbids is taken out, the rest is escaped when it is written
    return element


def _address(site: EditionSite, path: str) -> str:
    """An address as feed readers need it: in full. Where the site's own is unknown, one that names the edition."""
    below = f"{site.locale}/{path}"
    return urljoin(site.whole.address, below) if site.whole.address else f"{_NOBODY}:{below}"


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
