# SPDX-License-Identifier: Apache-2.0
"""Which files make a library: names, folders, links, registers, released texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.checkout import Checkout, item_fields

from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    from pathlib import Path


def test_every_item_is_found_under_its_id(checkout: Checkout) -> None:
    """Whatever folder it lies in; the order is that of the ids."""
    checkout.item("two-b")
    checkout.write("criteria/construction/deep/one-a.yml", item_fields("one-a"))

    shelf = checkout.shelf

    assert list(shelf.items) == ["one-a", "two-b"]
    assert shelf.items["one-a"].file == "criteria/construction/deep/one-a.yml"
    assert shelf.diagnostics == ()


def test_an_id_is_the_name_of_its_file(checkout: Checkout) -> None:
    """Otherwise nobody finds the file of an item."""
    checkout.write("criteria/food/fair-pay.yml", item_fields("fare-pay"))

    (found,) = checkout.complaints

    assert found == (
        'criteria/food/fair-pay.yml:1:5: SRPP126 id "fare-pay" is not the name of the file'
        " (rename the file to fare-pay.yml)"
    )
    assert list(checkout.shelf.items) == []


def test_an_id_belongs_to_one_item(checkout: Checkout) -> None:
    """The second file with the same id is named, and the first one too."""
    checkout.item("fair-pay")
    checkout.write("criteria/textiles/fair-pay.yml", item_fields("fair-pay"))

    (found,) = checkout.complaints

    assert found.startswith("criteria/textiles/fair-pay.yml:1:5: SRPP127")
    assert 'id "fair-pay" is already that of criteria/food/fair-pay.yml' in found


def test_overlay_pack_and_market_are_named_as_their_files_too(checkout: Checkout) -> None:
    """One rule for all."""
    from tests.checkout import decision_fields, market_fields

    checkout.write("locales/markets/NO/market.yml", market_fields("SE", ["sv-SE"]))
    checkout.write("locales/markets/NO/fair-pay.yml", decision_fields("fare-pay"))

    found = [f"{diagnostic.code} {diagnostic.says}" for diagnostic in checkout.shelf.diagnostics]

    assert found == [
        'SRPP126 item "fare-pay" is not the name of the file',
        'SRPP126 market "SE" is not the name of the folder',
    ]


def test_norway_is_a_country_and_not_false(checkout: Checkout) -> None:
    """NO without quotes stays NO."""
    text = "market: NO\n" + "\n".join(
        line
        for line in (checkout.root / checkout.market("NO")).read_text(encoding="utf-8").splitlines()
        if not line.startswith("market:")
    )
    checkout.write("locales/markets/NO/market.yml", text)

    assert checkout.complaints == []
    assert checkout.shelf.markets["NO"].value.market == "NO"


def test_a_register_that_does_not_exist_is_named_with_those_that_do(checkout: Checkout) -> None:
    """A mistyped file name would otherwise be an empty register."""
    checkout.write("criteria/registers/law.yml", {"register": "laws", "entries": []})

    (found,) = checkout.complaints

    assert found.startswith('criteria/registers/law.yml:1:1: SRPP128 there is no register "law" (registers: bands,')
    assert "laws" in found


def test_a_register_says_its_own_name(checkout: Checkout) -> None:
    """Topics in the file of the bands are refused."""
    checkout.register("topics", register="bands")

    assert any('SRPP125 register "bands" is unknown' in found for found in checkout.complaints)


def test_a_folder_that_is_no_library_is_said_in_one_line(tmp_path: Path) -> None:
    """Whoever runs the command in the wrong folder learns just that."""
    (found,) = read_shelf(tmp_path).diagnostics

    assert str(found) == "criteria:1:1: SRPP101 there is no folder criteria (run srpp in a checkout of the library)"


def test_a_file_called_criteria_is_no_library_either(tmp_path: Path) -> None:
    """The same answer."""
    (tmp_path / "criteria").write_text("")

    assert [found.code for found in read_shelf(tmp_path).diagnostics] == ["SRPP101"]


def test_an_item_that_lies_in_no_sector_is_not_lost_in_silence(checkout: Checkout) -> None:
    """criteria/fair-pay.yml is in no folder that is read: somebody is told."""
    checkout.write("criteria/fair-pay.yml", item_fields("fair-pay"))

    assert len(checkout.complaints) == 1
    assert checkout.complaints[0].startswith("criteria/fair-pay.yml:1:1: SRPP119")


def test_a_market_file_that_lies_in_no_country_is_not_lost_in_silence(checkout: Checkout) -> None:
    """locales/markets/fair-pay.yml decides for nobody."""
    from tests.checkout import decision_fields

    checkout.write("locales/markets/fair-pay.yml", decision_fields("fair-pay"))

    assert len(checkout.complaints) == 1
    assert checkout.complaints[0].startswith("locales/markets/fair-pay.yml:1:1: SRPP119")


def test_a_link_that_leaves_the_tree_is_refused(checkout: Checkout, tmp_path: Path) -> None:
    """A checkout from a stranger must not read the files of this machine."""
    outside = tmp_path / "secret.yml"
    outside.write_text("id: secret\n")
    (checkout.root / "criteria" / "food").mkdir(parents=True)
    (checkout.root / "criteria" / "food" / "secret.yml").symlink_to(outside)

    (found,) = checkout.complaints

    assert found.startswith("criteria/food/secret.yml:1:1: SRPP102")
    assert str(tmp_path) not in found


@pytest.mark.parametrize("folder", ["criteria/food", "locales/markets/NO", "locales/languages/nb"])
def test_a_folder_that_leads_out_of_the_tree_is_refused(checkout: Checkout, tmp_path: Path, folder: str) -> None:
    """Whole folders neither."""
    outside = Checkout(tmp_path / "other")
    outside.item("secret-item")
    link = checkout.root / folder
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(outside.root / "criteria" / "food", target_is_directory=True)

    shelf = checkout.shelf

    assert {diagnostic.code for diagnostic in shelf.diagnostics} == {"SRPP102"}
    assert list(shelf.items) == []


def test_fuzzy_and_empty_translations_are_not_on_the_shelf(checkout: Checkout) -> None:
    """What cannot be used cannot be used by mistake."""
    checkout.item()
    checkout.translate("nb", fuzzy=["fair-pay:title"], without=["fair-pay:intent"])

    entries = checkout.shelf.catalogues["nb"].entries

    assert ("fair-pay:title", "Fair pay") not in entries
    assert ("fair-pay:text.obligation", "Pay wages on time.") in entries


def test_the_order_of_the_findings_is_that_of_files_and_lines(checkout: Checkout) -> None:
    """The same report on every machine."""
    for name in ("zz-last", "aa-first"):
        checkout.write(f"criteria/food/{name}.yml", {**item_fields(name), "level": "xxl", "titel": "x"})

    places = [diagnostic.place for diagnostic in checkout.shelf.diagnostics]

    assert places == sorted(places)
    assert len(places) == 4


def test_decisions_without_a_market_sheet_are_not_lost_in_silence(checkout: Checkout) -> None:
    """locales/markets/N0 (with a nought) is no market."""
    checkout.decide("N0")

    (found,) = checkout.complaints

    assert found.startswith("locales/markets/N0/market.yml:1:1: SRPP101 there is no market sheet for N0")


def test_a_sentence_is_translated_in_one_file_only(checkout: Checkout) -> None:
    """Two catalogues of one language that translate the same sentence: somebody is told, with both places."""
    checkout.item()
    checkout.translate("nb")
    entry = 'msgctxt "fair-pay:title"\nmsgid "Fair pay"\nmsgstr "Lønn"\n'
    checkout.write("locales/languages/nb/LC_MESSAGES/zz.po", entry)

    (found,) = checkout.complaints

    first = checkout.line("locales/languages/nb/LC_MESSAGES/all.po", 'msgid "Fair pay"')
    assert found == (
        "locales/languages/nb/LC_MESSAGES/zz.po:2:1: SRPP113 this entry stands here and in"
        f" locales/languages/nb/LC_MESSAGES/all.po:{first}:1 (keep one of the two)"
    )
