# SPDX-License-Identifier: Apache-2.0
"""Atom feeds: for each edition what is new in it, for each item its released texts; the newest first."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from srpp_criteria.documents.printable import printable
from srpp_criteria.site.page import Asset
from srpp_criteria.site.released_texts import ReleasedText, address_of, history_of
from srpp_criteria.site.standing import standing_of
from srpp_criteria.site.text_changes import name_in
from srpp_criteria.wording import parse_markup, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.shelf.released import Released
    from srpp_criteria.site.edition_site import EditionSite

_ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
_NOBODY = "urn:srpp-criteria"

LONGEST = 200
"""Most entries of a feed: a reader wants what is new; all of it stands in the catalogue."""


@dataclass(frozen=True, slots=True)
class _News:
    """One entry of a feed: a text that was released, or one of the library that has not been yet.

    Attributes:
        id: stays the same when a text is released, so that nobody is told of it twice.
        day: of the release; of the change where there was none.
        address: of its page below the folder of the edition.
        says: what changed, in English; empty for a better translation of the same version.
    """

    id: str
    title: str
    day: dt.date
    address: str
    sectors: tuple[str, ...]
    summary: str
    says: str


def feeds(site: EditionSite) -> Iterator[Asset]:
    """The feed of an edition."""
    yield Asset(f"{site.locale}/feed.xml", feed(site))


def item_feeds(site: EditionSite) -> Iterator[Asset]:
    """A feed for every item of which the edition has a released text."""
    for item in site.whole.shelf.register.items:
        history = history_of(item, site)
        if history:
            yield Asset(f"{site.locale}/{item}/feed.xml", item_feed(history, site))


def feed(site: EditionSite) -> bytes:
    """The feed as Atom 1.0. Days are those of releases and changelogs, so the same texts give the same bytes."""
    register = site.whole.shelf.register
    lines = {item: register.lines_of(item, site.locale) for item in register.items}
    found: list[tuple[dt.date, str, Entry | ReleasedText]] = [
        (line.released, _id(site, line), ReleasedText(line, before))
        for those in lines.values()
        for before, line in zip((None, *those), those, strict=False)
    ]
    released = {name for _, name, _ in found}
    found += [
        (entry.item.changelog[0].date, name, entry)
        for entry in site.edition
        if standing_of(entry, site).released is None and (name := _id(site, entry)) not in released
    ]
    newest = sorted(found, key=lambda one: one[:2])[::-1][:LONGEST]
    news = (_of_release(one, site) if isinstance(one, ReleasedText) else _of_entry(one, site) for *_, one in newest)
    return _atom(site, "", f"{site.words['site-feed']} – {site.name}", tuple(news))


def item_feed(history: Sequence[ReleasedText], site: EditionSite) -> bytes:
    """The released texts of one item."""
    newest = history[-1]
    news = tuple(_of_release(one, site) for one in reversed(history))[:LONGEST]
    return _atom(site, f"{newest.line.item}/", f"{newest.title} – {site.name}", news)


def _of_entry(entry: Entry, site: EditionSite) -> _News:
    change = entry.item.changelog[0]
    title, address = f"{entry.title} ({entry.version})", f"{entry.id}/"
    return _News(_id(site, entry), title, change.date, address, entry.item.sectors, entry.item.intent, change.says)


def _of_release(one: ReleasedText, site: EditionSite) -> _News:
    says = "\n".join(note.says for note in one.notes)
    title = f"{one.title} ({name_in(site.words, one.line)})"
    address = address_of(one.line)
    return _News(_id(site, one.line), title, one.line.released, address, one.sectors, one.intent, says)


def _id(site: EditionSite, text: Entry | Released) -> str:
    item = text.item if isinstance(text.item, str) else text.item.id
    revision = f":r{text.revision}" if text.revision > 1 else ""
    return f"{_NOBODY}:{site.locale}:{item}:{text.version}{revision}"


def _atom(site: EditionSite, below: str, title: str, news: tuple[_News, ...]) -> bytes:
    root = Element("feed", {"xmlns": _ATOM, f"{{{_XML}}}lang": site.locale})
    home = _address(site, below)
    _say(root, "id", home)
    _say(root, "title", title)
    _say(root, "updated", _moment(max((one.day for one in news), default=dt.date(1970, 1, 1))))
    own = {"rel": "self", "type": "application/atom+xml", "href": _address(site, f"{below}feed.xml")}
    SubElement(root, "link", own)
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": home})
    _say(SubElement(root, "author"), "name", "srpp-criteria")
    _say(root, "rights", "CC0-1.0")
    for one in news:
        _entry(SubElement(root, "entry"), site, one)
    indent(root)
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _entry(parent: Element, site: EditionSite, one: _News) -> None:
    _say(parent, "id", one.id)
    _say(parent, "title", one.title)
    _say(parent, "updated", _moment(one.day))
    SubElement(parent, "link", {"rel": "alternate", "type": "text/html", "href": _address(site, one.address)})
    twin = {"rel": "alternate", "type": "application/json", "href": _address(site, f"{one.address}index.json")}
    SubElement(parent, "link", twin)
    for sector in one.sectors:
        SubElement(parent, "category", {"term": printable(sector)})
    _say(parent, "summary", plain_text(parse_markup(one.summary)))
    content = _say(parent, "content", one.says or site.words["site-version-revision"])
    if one.says:
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
