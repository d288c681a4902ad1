# SPDX-License-Identifier: Apache-2.0
"""Twins of the pages for programs: the same as the command line and Python give."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.site.wholes import TIERS, faults, html_of, poisoned_whole, whole

from srpp_criteria.documents.compose import item_document
from srpp_criteria.documents.item_data import item_data
from srpp_criteria.documents.markdown import to_markdown
from srpp_criteria.edition.entry import EditionData
from srpp_criteria.schemas import schema_files
from srpp_criteria.site.crosswalk import crosswalk_files
from srpp_criteria.site.data_page import data_pages, readable_size
from srpp_criteria.site.feeds import feeds
from srpp_criteria.site.national_notes import note_files
from srpp_criteria.site.pack_pages import pack_files
from srpp_criteria.site.score_words import score_data
from srpp_criteria.site.twins import edition_json, edition_twins, item_twins, register_files, schemas

if TYPE_CHECKING:
    from srpp_criteria.site.page import Asset


def by_path(assets: object) -> dict[str, Asset]:
    """Files by their path."""
    return {asset.path: asset for asset in assets}  # type: ignore[attr-defined]  # an iterable of assets


@pytest.mark.parametrize("locale", ["en", "nb-NO", "fr-BE"])
def test_each_item_has_its_twins(locale: str) -> None:
    """JSON and Markdown hold what `srpp show` prints; the JSON has the score beside it."""
    site = whole().sites[locale]
    files = by_path(item_twins(site))
    entry = site.edition[TIERS]

    assert set(files) == {
        f"{locale}/{one.id}/{name}" for one in site.edition for name in ("index.json", "index.md", "fillable.json")
    }
    assert json.loads(files[f"{locale}/{TIERS}/index.json"].content) == {
        **item_data(entry.fill()),
        "rubric": score_data(entry, site),
    }
    assert files[f"{locale}/{TIERS}/index.md"].content.decode() == to_markdown(
        item_document(entry.fill(), site.edition)
    )


def test_an_edition_as_json_is_read_back_as_the_same_edition() -> None:
    """Nothing is lost on the way."""
    site = whole().sites["nb-NO"]

    assert EditionData.model_validate_json(edition_json(site).content) == site.edition.data


def test_the_frame_serves_the_words_of_the_scripts() -> None:
    """A script asks for no word that the frame lacks; words of templates stay behind."""
    site = whole().sites["nb-NO"]
    frame = json.loads(by_path(edition_twins(site))["nb-NO/frame.json"].content)
    expected = {key for key in site.words if key.startswith(("ui-", "warning-", "figure-error-", "file-error-"))}

    assert expected <= set(frame["words"])
    assert "labelled" in frame["words"]
    assert not any(key.startswith("site-") for key in frame["words"])


def test_the_word_template_is_a_word_file() -> None:
    """It begins as every zip file does."""
    assert by_path(edition_twins(whole().sites["en"]))["en/word-template.docx"].content.startswith(b"PK")


def test_the_schemas_are_those_of_the_package() -> None:
    """Byte for byte."""
    assert {path: file.content.decode() for path, file in by_path(schemas(whole())).items()} == {
        f"schemas/{name}": text for name, text in schema_files().items()
    }


def test_hostile_words_do_no_harm_in_the_markdown_twin() -> None:
    """Somebody will show it with a renderer that lets HTML through."""
    site = poisoned_whole().sites["en"]
    for entry in list(site.edition)[:6]:
        text = to_markdown(item_document(entry.fill(), site.edition))

        assert faults(html_of(text)) == [], entry.id


@pytest.mark.parametrize("locale", ["en", "nb-NO"])
def test_the_data_page_names_every_file_with_size_and_checksum(locale: str) -> None:
    """What it says is true of the bytes that are written."""
    site = whole().sites[locale]
    html = html_of(next(iter(data_pages(site))).markdown)
    files = {
        **by_path([edition_json(one) for one in whole().sites.values()]),
        **by_path(schemas(whole())),
        **by_path(feeds(site)),
        **by_path(pack_files(site)),
        **by_path(register_files(whole(), locale)),
        **by_path((*note_files(whole()), *crosswalk_files(whole()))),
    }
    shown = dict(
        re.findall(r'href="\.\./\.\./([^"]+)">[^<]*</a></th><td>[^<]*</td><td><code[^>]*>([0-9a-f]{64})', html)
    )

    assert shown == {path: hashlib.sha256(file.content).hexdigest() for path, file in files.items()}


def test_sizes_are_rounded() -> None:
    """To whole units of a thousand."""
    assert [readable_size(size) for size in (0, 1000, 2_500_000)] == ["0 B", "1 kB", "2 MB"]
