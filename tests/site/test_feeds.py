# SPDX-License-Identifier: Apache-2.0
"""The Atom feed of an edition."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.site.wholes import ADDRESS, HOSTILE, poisoned_whole, whole, xml_of

from srpp_criteria.shelf.register import Register
from srpp_criteria.site.feeds import LONGEST, feed

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("locale", ["en", "nb-NO", "de-AT", "nl-BE", "fr-BE"])
def test_a_feed_has_what_atom_demands(locale: str) -> None:
    """Id, title and moment for the feed and each entry, and an author (RFC 4287, sections 4.1.1 and 4.1.2)."""
    root = xml_of(feed(whole().sites[locale]))
    entries = root.findall(f"{ATOM}entry")

    assert root.tag == f"{ATOM}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == locale
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    for element in (root, *entries):
        for name in ("id", "title", "updated"):
            assert element.findtext(f"{ATOM}{name}"), name
        dt.datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
    assert len(entries) >= min(LONGEST, len(whole().editions[locale]))


def test_links_are_absolute_and_lead_to_the_items() -> None:
    """A feed reader knows no page to which an address could be relative; a released text has one below its item."""
    root = xml_of(feed(whole().sites["nb-NO"]))
    links = [link.get("href") for link in root.findall(f"{ATOM}entry/{ATOM}link[@type='text/html']")]

    items = {str(link).removeprefix(f"{ADDRESS}nb-NO/").partition("/")[0] for link in links}
    assert all(str(link).startswith(f"{ADDRESS}nb-NO/") for link in links)
    assert items >= {entry.id for entry in whole().editions["nb-NO"]}


def test_the_same_texts_give_the_same_bytes_on_another_day() -> None:
    """Moments are those of the changelogs, never of the build."""
    later = replace(whole(), today=dt.date(2030, 1, 1))

    assert feed(later.sites["en"]) == feed(whole().sites["en"])


def test_the_newest_change_stands_first_and_moves_the_feed() -> None:
    """A reader sees what is new at the top."""
    root = xml_of(feed(whole().sites["en"]))
    moments = [entry.findtext(f"{ATOM}updated") or "" for entry in root.findall(f"{ATOM}entry")]

    assert moments == sorted(moments, reverse=True)
    assert root.findtext(f"{ATOM}updated") == moments[0]
    assert len(moments) <= LONGEST


def test_hostile_words_are_text_of_the_feed() -> None:
    """They are escaped, and what XML forbids is taken out."""
    poisoned = poisoned_whole()
    unreleased = replace(poisoned, shelf=replace(poisoned.shelf, register=Register()))
    root = xml_of(feed(unreleased.sites["en"]))

    assert HOSTILE in (root.findtext(f"{ATOM}entry/{ATOM}title") or "")
    assert root.find(f".//{ATOM}script") is None


def test_a_site_without_an_address_has_a_feed_all_the_same() -> None:
    """Its ids name the edition."""
    root = xml_of(feed(replace(whole(), address="").sites["en"]))

    assert root.findtext(f"{ATOM}id") == "urn:srpp-criteria:en/"
