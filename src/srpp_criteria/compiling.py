# SPDX-License-Identifier: Apache-2.0
"""Compile every edition of a checkout to JSON, so that an installed package starts without YAML.

The index is written last: data that is only half there is not found.
"""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

from srpp_criteria import shipped
from srpp_criteria.models.item import Criterion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.library import Library


def compile_editions(library: Library, target: Path = shipped.DATA) -> Iterator[Edition]:
    """Write each edition, its provenance and the index; yields each edition when it is written."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "editions").mkdir(parents=True)
    (target / "provenance").mkdir()
    _copy_register(library.shelf.root / "criteria" / shipped.PUBLISHED, target / shipped.PUBLISHED)
    index = {}
    for locale in library.locales:
        edition = library.edition(locale)
        (target / "editions" / f"{locale}.json").write_text(edition.data.model_dump_json(), encoding="utf-8")
        lines = {entry.id: _lines(edition, entry) for entry in edition}
        (target / "provenance" / f"{locale}.json").write_text(_dumped(lines), encoding="utf-8")
        index[locale] = {
            "rows": [row(entry) for entry in edition],
            "missing": [missing.model_dump(mode="json", exclude={"fields"}) for missing in edition.missing.values()],
        }
        yield edition
    (target / shipped.INDEX).write_text(_dumped(index), encoding="utf-8")


def _copy_register(source: Path, target: Path) -> None:
    """The releases as they are; what a killed release left behind stays behind."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*"))


def row(entry: Entry) -> dict[str, Any]:
    """What `srpp list` prints of an entry."""
    item = entry.item
    return {
        "id": entry.id,
        "kind": item.kind,
        "stage": item.stage.value if isinstance(item, Criterion) else None,
        "level": item.level.value,
        "version": entry.version,
        "status": item.status.value,
        "sectors": list(item.sectors),
        "topics": list(item.topics),
        "cpv": list(item.codes.cpv),
        "title": entry.title,
    }


def _lines(edition: Edition, entry: Entry) -> dict[str, list[str | int]]:
    provenance = edition.provenance(entry.id)
    lines: dict[str, list[str | int]] = {}
    for address in provenance.addresses():
        origin = provenance.of(address)[1]
        lines[address] = [origin.layer, origin.place.file, origin.place.line, origin.place.column]
    return lines


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
