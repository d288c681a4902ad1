# SPDX-License-Identifier: Apache-2.0
"""The front door: load, ask for an edition, be told what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srpp_criteria import InvalidLibrary, Library, UnknownLocale

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checkout import Checkout


def test_a_checkout_is_loaded_by_its_folder(checkout: Checkout) -> None:
    """As text or as a path."""
    checkout.item()

    assert "fair-pay" in Library.load(checkout.root).edition("en")
    assert "fair-pay" in Library.load(str(checkout.root)).edition("en")


def test_a_folder_that_is_no_checkout_is_refused(tmp_path: Path) -> None:
    """With the way out."""
    with pytest.raises(InvalidLibrary, match="there is no folder criteria"):
        Library.load(tmp_path)


def test_a_fault_in_one_file_refuses_the_whole(checkout: Checkout) -> None:
    """Nobody reads half a library without knowing it."""
    checkout.item()
    checkout.item("broken-one", level="xxl")

    with pytest.raises(InvalidLibrary) as caught:
        Library.load(checkout.root)

    assert [str(found.place) for found in caught.value.diagnostics] == ["criteria/food/broken-one.yml:10:8"]


def test_an_edition_is_the_same_each_time(checkout: Checkout) -> None:
    """Resolution is pure: no clock, no order of files, no memory."""
    checkout.item()
    checkout.market("NO")
    checkout.decide("NO")
    checkout.translate("nb")
    library = checkout.library

    assert library.edition("nb-NO").data == library.edition("nb-NO").data == checkout.edition("nb-NO").data


def test_an_unknown_locale_names_the_known_ones(checkout: Checkout) -> None:
    """In the order of the markets, the master first."""
    checkout.market("NO")
    checkout.market("BE", locales=["nl-BE", "fr-BE"])

    with pytest.raises(UnknownLocale, match=r"\(editions: en, nl-BE, fr-BE, nb-NO\)") as caught:
        checkout.edition("no-NO")

    assert (caught.value.locale, caught.value.known) == ("no-NO", ("en", "nl-BE", "fr-BE", "nb-NO"))


def test_two_markets_cannot_publish_one_locale(checkout: Checkout) -> None:
    """An edition has one market; the second one to claim it is told."""
    checkout.market("NO", locales=["nb-NO"])
    checkout.market("SE", locales=["sv-SE", "nb-NO"])

    with pytest.raises(InvalidLibrary, match='locale "nb-NO"'):
        checkout.edition("en")


def test_a_market_cannot_publish_the_master_edition(checkout: Checkout) -> None:
    """`en` belongs to no market."""
    checkout.market("IE", locales=["en"])

    with pytest.raises(InvalidLibrary, match='locale "en"'):
        checkout.edition("en")


def test_the_shipped_library_is_the_one_of_this_checkout(repository: Path) -> None:
    """Whether from data or from files: the same editions."""
    assert Library.load().locales == Library.load(repository).locales
