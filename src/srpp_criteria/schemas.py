# SPDX-License-Identifier: Apache-2.0
"""JSON Schemas of everything a file can hold, generated from the models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from srpp_criteria.edition.entry import EditionData
from srpp_criteria.models.item import Item
from srpp_criteria.models.market import Market
from srpp_criteria.models.overlay import Overlay
from srpp_criteria.models.pack import Pack
from srpp_criteria.models.published import PublishedText, Release
from srpp_criteria.models.tender_file import TenderFile
from srpp_criteria.shelf.registers import REGISTER_MODELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_SHAPES: dict[str, Any] = {
    "item": Item,
    "market": Market,
    "overlay": Overlay,
    "pack": Pack,
    "tender-file": TenderFile,
    "published-text": PublishedText,
    "release": Release,
    "edition": EditionData,
    **{f"register-{name}": model for name, model in REGISTER_MODELS.items()},
}

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files() -> Mapping[str, str]:
    """The text of every schema by file name; the same models give the same bytes.

    >>> "item.schema.json" in schema_files()
    True
    """
    return {f"{name}.schema.json": _text(name, shape) for name, shape in sorted(_SHAPES.items())}


def drifted(folder: Path) -> Iterator[str]:
    """Names of schema files that are missing, changed by hand, or no longer generated."""
    wanted = schema_files()
    for name, text in wanted.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            yield name
    for path in sorted(folder.glob("*.schema.json")):
        if path.name not in wanted:
            yield path.name


def write_schemas(folder: Path) -> list[str]:
    """Write what drifted; returns its names."""
    changed = list(drifted(folder))
    folder.mkdir(parents=True, exist_ok=True)
    wanted = schema_files()
    for name in changed:
        if name in wanted:
            (folder / name).write_text(wanted[name], encoding="utf-8")
        else:
            (folder / name).unlink()
    return changed


class _Generator(GenerateJsonSchema):
    schema_dialect = DIALECT


def _complete(schema: Any, definitions: dict[str, Any]) -> None:
    """What the models demand and Pydantic leaves out of its schema: the tag of a union, and names in their form.

    A file says its `kind`, a parameter its `type`; and no mapping has names of another form than that of its keys.
    """
    if isinstance(schema, dict):
        if "patternProperties" in schema:
            schema.setdefault("additionalProperties", False)
        union = schema.get("discriminator", {})
        for reference in union.get("mapping", {}).values():
            required = definitions[reference.rsplit("/", 1)[-1]].setdefault("required", [])
            if union["propertyName"] not in required:
                required.insert(0, union["propertyName"])
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        _complete(inner, definitions)


def _text(name: str, shape: Any) -> str:
    schema = TypeAdapter(shape).json_schema(schema_generator=_Generator, by_alias=True)
    _complete(schema, schema.get("$defs", {}))
    head = {
        "$schema": DIALECT,
        "$id": f"urn:srpp-criteria:schema:{name}",
        "$comment": "Generated from the models by `make schemas`; do not edit.",
    }
    return json.dumps({**head, **schema}, indent=2, ensure_ascii=False) + "\n"
