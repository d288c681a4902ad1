# SPDX-License-Identifier: Apache-2.0
"""Editions compiled to JSON that travel in the wheel, and the checkout an editable installation stands in.

    data/editions.json           locales in order, and for each entry what `srpp list` prints
    data/editions/<locale>.json  a whole edition
    data/provenance/<locale>.json  for each entry: address -> [layer, file, line, column]
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from srpp_criteria.diagnostics import Diagnostic, Place
from srpp_criteria.errors import InvalidLibrary

if TYPE_CHECKING:
    from srpp_criteria.edition.draft import Origin
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.provenance import Provenance
    from srpp_criteria.models.words import Path as FieldPath

DATA = Path(__file__).parent / "data"
INDEX = "editions.json"


def is_there() -> bool:
    """Whether the package carries compiled editions."""
    return (DATA / INDEX).is_file()


@cache
def index() -> dict[str, list[dict[str, Any]]]:
    """For each locale the rows of `srpp list`; small, so that listing needs no models."""
    found: dict[str, list[dict[str, Any]]] = json.loads((DATA / INDEX).read_bytes())
    return found


def locales() -> tuple[str, ...]:
    """Tags of the compiled editions, the master first."""
    return tuple(index())


def edition(locale: str) -> Edition:
    """One compiled edition, validated straight from its bytes."""
    from srpp_criteria.edition.edition import Edition  # noqa: PLC0415 - `srpp list` needs only the index
    from srpp_criteria.edition.entry import EditionData  # noqa: PLC0415

    data = EditionData.model_validate_json((DATA / "editions" / f"{locale}.json").read_bytes())
    entries = {entry.id: entry for entry in data.entries}

    def provenance(item: str) -> Provenance:
        from srpp_criteria.edition.draft import Origin  # noqa: PLC0415
        from srpp_criteria.edition.provenance import Provenance  # noqa: PLC0415

        lines = json.loads((DATA / "provenance" / f"{locale}.json").read_bytes())[item]

        def trace(address: str, _: FieldPath) -> Origin:
            layer, file, line, column = lines[address]
            return Origin(layer, Place(file, line, column))

        return Provenance(entries[item], trace)

    return Edition(data, provenance)


def checkout() -> Path:
    """The checkout this package was installed from in place.

    Raises:
        InvalidLibrary: the package is neither a wheel with data nor an editable installation.
    """
    root = Path(__file__).resolve().parents[2]
    if (root / "criteria").is_dir():
        return root
    place = Place("criteria")
    raise InvalidLibrary([Diagnostic(place, "SRPP101", "there is no folder criteria", "name the folder of a checkout")])
