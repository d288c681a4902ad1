# SPDX-License-Identifier: Apache-2.0
"""The committed JSON Schemas are those of the models, explain themselves, and fit every file of the library."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from srpp_criteria.schemas import DIALECT, drifted, schema_files, write_schemas
from srpp_criteria.shelf.registers import REGISTER_MODELS
from srpp_criteria.source import read_yaml

ROOT = Path(__file__).parent.parent.parent
SCHEMAS = ROOT / "schemas"
FILES = sorted([*(ROOT / "criteria").rglob("*.yml"), *(ROOT / "locales").rglob("*.yml")])
_FIRST_LINE = re.compile(r"# yaml-language-server: \$schema=(\S+\.schema\.json)")


@cache
def _schema(name: str) -> Any:
    return json.loads((SCHEMAS / name).read_bytes())


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(_schema(name), format_checker=FormatChecker())


def _names() -> list[str]:
    return sorted(path.name for path in SCHEMAS.glob("*.json"))


def test_the_committed_schemas_are_those_of_the_models() -> None:
    """If this fails: run `make schemas` and read what changed."""
    assert list(drifted(SCHEMAS)) == []


def test_there_is_a_schema_for_everything_a_file_can_hold() -> None:
    """Items, markets, overlays, packs, tender files, released texts, editions, and each register."""
    kinds = {"item", "market", "overlay", "pack", "tender-file", "published-text", "release", "edition"}

    assert set(_names()) == {f"{name}.schema.json" for name in kinds | {f"register-{name}" for name in REGISTER_MODELS}}


@pytest.mark.parametrize("name", _names())
def test_a_schema_is_a_schema(name: str) -> None:
    """Valid draft 2020-12, with a name of its own, and the command that makes it."""
    schema = _schema(name)

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert schema["$id"] == f"urn:srpp-criteria:schema:{name.removesuffix('.schema.json')}"
    assert "make schemas" in schema["$comment"]


@pytest.mark.parametrize("name", _names())
def test_every_field_is_described(name: str) -> None:
    """A drafter reads in the editor what each field is for; each description is a sentence, not a repeated name."""
    schema = _schema(name)
    silent = []
    for title, part in {"": schema, **schema.get("$defs", {})}.items():
        if part.get("type") == "object" and not part.get("description"):
            silent.append(title)
        for field, shape in part.get("properties", {}).items():
            words = shape.get("description", "")
            if len(words.split()) < 2 or words.lower().rstrip(".") == field.replace("_", " "):
                silent.append(f"{title}.{field}")

    assert silent == []


@pytest.mark.parametrize("name", _names())
def test_nothing_unknown_is_let_in(name: str) -> None:
    """Every object is closed, so that an editor marks a mistyped field."""
    schema = _schema(name)
    open_objects = [
        title
        for title, part in {"": schema, **schema.get("$defs", {})}.items()
        if "properties" in part and part.get("additionalProperties") is not False
    ]

    assert open_objects == []


def test_a_changed_a_missing_and_a_stray_schema_are_found_and_mended(tmp_path: Path) -> None:
    """What `srpp schema --check` looks for, and what `srpp schema` does about it."""
    write_schemas(tmp_path)
    (tmp_path / "item.schema.json").write_text("{}", encoding="utf-8")
    (tmp_path / "pack.schema.json").unlink()
    (tmp_path / "clause.schema.json").write_text("{}", encoding="utf-8")

    wrong = ["item.schema.json", "pack.schema.json", "clause.schema.json"]
    assert list(drifted(tmp_path)) == wrong
    assert write_schemas(tmp_path) == wrong
    assert list(drifted(tmp_path)) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(schema_files())


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_of_the_library_names_its_schema_and_fits_it(path: Path) -> None:
    """An editor checks the file while it is written; the validator here is not ours."""
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    named = _FIRST_LINE.fullmatch(first)
    assert named, f"the first line names no schema: {first}"
    schema = Path(os.path.normpath(path.parent / named[1]))
    assert schema.parent == SCHEMAS
    assert schema.name == _expected(path)
    assert second == "# SPDX-License-" + "Identifier: CC0-1.0"  # in two pieces: this file has another licence

    source = read_yaml(path, root=ROOT)

    assert source.diagnostics == ()
    assert [
        f"{error.json_path}: {error.message[:200]}" for error in _validator(schema.name).iter_errors(source.data)
    ] == []


def _expected(path: Path) -> str:
    """Which schema belongs to a file, by where it lies."""
    folder = path.relative_to(ROOT).parts
    if folder[0] == "locales":
        return "market.schema.json" if path.name == "market.yml" else "overlay.schema.json"
    match folder[1]:
        case "registers":
            return f"register-{path.stem}.schema.json"
        case "packs":
            return "pack.schema.json"
    return "item.schema.json"
