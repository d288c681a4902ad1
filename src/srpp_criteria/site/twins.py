# SPDX-License-Identifier: Apache-2.0
"""Machine twins: what lies beside the pages for programs, and what the scripts of the pages read."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from srpp_criteria.documents.compose import item_document
from srpp_criteria.documents.fillable import fillable
from srpp_criteria.documents.frame import frame, word_template
from srpp_criteria.documents.item_data import item_data
from srpp_criteria.documents.markdown import to_markdown
from srpp_criteria.schemas import schema_files
from srpp_criteria.site.live_texts import live_flows
from srpp_criteria.site.page import Asset
from srpp_criteria.site.released_texts import address_of
from srpp_criteria.site.score_words import score_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.site.edition_site import EditionSite, WholeSite

SERVED_WORDS = ("ui-", "warning-", "figure-error-", "file-error-")
"""Beginnings of the interface words that scripts show."""

_EDITION_JSON: WeakKeyDictionary[Edition, bytes] = WeakKeyDictionary()
"""An edition as JSON is large, and is asked for twice: by the data page, which weighs it, and when it is written."""


def item_twins(site: EditionSite) -> Iterator[Asset]:
    """Beside each item page: the item as JSON and as Markdown, and its text open for figures."""
    edition = site.edition
    for entry in edition:
        folder, filled = f"{site.locale}/{entry.id}", entry.fill()
        yield Asset(f"{folder}/index.json", _readable({**item_data(filled), "rubric": score_data(entry, site)}))
        yield Asset(f"{folder}/index.md", to_markdown(item_document(filled, edition)).encode())
        open_texts = {**fillable(entry, edition), "live": live_flows(entry)}
        yield Asset(f"{folder}/fillable.json", _compact(open_texts))


def released_twins(site: EditionSite) -> Iterator[Asset]:
    """Beside the page of each released text: its line of the register, byte for byte."""
    register = site.whole.shelf.register
    for item in register.items:
        for line in register.lines_of(item, site.locale):
            yield Asset(f"{site.locale}/{address_of(line)}index.json", line.line + b"\n")


def register_files(whole: WholeSite, locale: str = "*") -> Iterator[Asset]:
    """The register of released texts as it lies in the repository, so that anybody can check that it is whole.

    With a locale only what its readers need: its own texts, and the seal of each release.
    """
    folder = whole.shelf.root / "criteria" / "published"
    for release in whole.shelf.register.releases:
        for file in (folder / release / "release.json", *sorted((folder / release).glob(f"{locale}.jsonl"))):
            yield Asset(f"register/{release}/{file.name}", file.read_bytes())


def edition_twins(site: EditionSite) -> Iterator[Asset]:
    """Once for an edition: all of it as JSON, and what the scripts need to make documents of it."""
    yield edition_json(site)
    yield Asset(f"{site.locale}/frame.json", _compact(served_frame(site)))
    yield Asset(f"{site.locale}/word-template.docx", word_template(site.edition))


def schemas(_whole: WholeSite) -> Iterator[Asset]:
    """The JSON Schemas of every file."""
    for name, text in _schema_files().items():
        yield Asset(f"schemas/{name}", text)


def edition_json(site: EditionSite) -> Asset:
    """The edition as one file."""
    edition = site.edition
    if edition not in _EDITION_JSON:
        _EDITION_JSON[edition] = edition.data.model_dump_json().encode()
    return Asset(f"{site.locale}/edition.json", _EDITION_JSON[edition])


def served_frame(site: EditionSite) -> dict[str, Any]:
    """The frame of the documents, with the words that the scripts show."""
    data = frame(site.edition)
    shown = {key: text for key, text in site.words.items() if key.startswith(SERVED_WORDS)}
    return {**data, "words": {**data["words"], **shown, "labelled": site.words["labelled"]}}


@lru_cache(maxsize=1)
def _schema_files() -> dict[str, bytes]:
    return {name: text.encode() for name, text in schema_files().items()}


def _compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _readable(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
