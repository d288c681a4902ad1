# SPDX-License-Identifier: Apache-2.0
"""An editor with the JSON Schema and the library itself judge a file alike.

The files lie in tests/cases/schemas/<what they are>/: `good/` holds whole files, `bad.yml` says one wrong step away
from them, and `beyond-the-schema.yml` lists what JSON Schema cannot say and only the models refuse.
"""

from __future__ import annotations

import copy
import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from pydantic import TypeAdapter, ValidationError
from tests.written_cases import CASES, written_cases

from srpp_criteria.models.item import Item
from srpp_criteria.models.market import Market
from srpp_criteria.models.overlay import Overlay
from srpp_criteria.models.pack import Pack
from srpp_criteria.models.tender_file import TenderFile
from srpp_criteria.schemas import schema_files
from srpp_criteria.shelf.validation import validated
from srpp_criteria.source import SourceFile, parse_yaml, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from srpp_criteria.diagnostics import Diagnostic

FOLDER = CASES / "schemas"
SHAPES: dict[str, TypeAdapter[Any]] = {
    "item": TypeAdapter(Item),
    "market": TypeAdapter(Market),
    "overlay": TypeAdapter(Overlay),
    "pack": TypeAdapter(Pack),
    "tender-file": TypeAdapter(TenderFile),
}
GOOD = sorted(FOLDER.glob("*/good/*.yml"))


@cache
def _schema(shape: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_files()[f"{shape}.schema.json"]), format_checker=FormatChecker())


def _by_schema(shape: str, data: Any) -> bool:
    return bool(_schema(shape).is_valid(data))


def _by_models(shape: str, data: Any) -> list[Diagnostic]:
    """What the library says of the same data, written as a file."""
    file: SourceFile = parse_yaml(json.dumps(data, ensure_ascii=False).encode(), file="x.yml")
    assert file.data == data, file.diagnostics
    value, complaints = validated(file, SHAPES[shape])
    assert (value is None) == bool(complaints)
    return complaints


def _read(path: Path) -> Any:
    file = read_yaml(path, root=FOLDER)
    assert file.diagnostics == ()
    return file.data


def _changed(shape: str, case: dict[str, Any]) -> Any:
    """The good file of a case after its one wrong step."""
    data: Any = copy.deepcopy(_read(FOLDER / shape / "good" / f"{case['good']}.yml"))
    *way, last = (int(step) if step.isdigit() else step for step in (case.get("at") or case["take"]).split("."))
    inside = data
    for step in way:
        inside = inside[step]
    if "take" in case:
        del inside[last]
    else:
        inside[last] = case["put"]
    return data


def _cases(file: str) -> list[Any]:
    return [
        pytest.param(path.parent.name, case.values[0], id=f"{path.parent.name}: {case.id}")
        for path in sorted(FOLDER.glob(f"*/{file}"))
        for case in written_cases(f"schemas/{path.parent.name}/{file}")
    ]


@pytest.mark.parametrize("path", GOOD, ids=lambda path: f"{path.parent.parent.name}: {path.stem}")
def test_a_good_file_is_good_for_both(path: Path) -> None:
    """Every field there is stands in one of these files."""
    shape, data = path.parent.parent.name, _read(path)

    assert [error.message for error in _schema(shape).iter_errors(data)] == []
    assert _by_models(shape, data) == []


@pytest.mark.parametrize(("shape", "case"), _cases("bad.yml"))
def test_a_bad_file_is_bad_for_both(shape: str, case: dict[str, Any]) -> None:
    """One wrong step, and both refuse; the library says so under the expected code."""
    data = _changed(shape, case)

    assert case["code"] in {found.code for found in _by_models(shape, data)}
    assert not _by_schema(shape, data)


@pytest.mark.parametrize(("shape", "case"), _cases("beyond-the-schema.yml"))
def test_what_json_schema_cannot_say_the_models_say(shape: str, case: dict[str, Any]) -> None:
    """These are all the rules by which the two differ, so that nobody trusts the editor with them."""
    data = _changed(shape, case)

    assert {found.code for found in _by_models(shape, data)} == {case["code"]}
    assert _by_schema(shape, data)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_field_stands_in_a_good_file(shape: str) -> None:
    """A field that no good file uses would be judged by nobody."""
    schema = json.loads(schema_files()[f"{shape}.schema.json"])
    used: set[str] = set()
    for path in GOOD:
        if path.parent.parent.name == shape:
            waiting = [_read(path)]
            while waiting:
                value = waiting.pop()
                if isinstance(value, dict):
                    used |= value.keys()
                    waiting += value.values()
                elif isinstance(value, list):
                    waiting += value
    wanted = {name for part in (schema, *schema.get("$defs", {}).values()) for name in part.get("properties", {})}

    # kinds of items that differ only in their own lists: forms, sheets, dialogues, meetings are in criteria/
    left_out = (
        {
            "filled_by",
            "sections",
            "fields",
            "repeat",
            "required",
            "rhythm",
            "kept_by",
            "indicators",
            "columns",
            "questions",
            "question",
            "why",
            "good_answer",
            "agenda",
            "point",
            "material",
            "decision",
            "minutes",
        }
        if shape == "item"
        else set()
    )
    assert wanted - used - left_out == set()


HOSTILE = st.sampled_from(
    [None, True, False, 0, -1, 2.5, 10**14, "", " ", "x", "NO", "1.0.0", "2026-11-22", [], {}, ["x"], {"x": 1}]
)


@st.composite
def _mutated(draw: st.DrawFn) -> tuple[str, Any]:
    """A good file after one to three accidents: a value lost, swapped for another, doubled, or made hostile."""
    path = draw(st.sampled_from(GOOD))
    data = copy.deepcopy(_read(path))
    for _ in range(draw(st.integers(1, 3))):
        places = [(inside, step) for inside in _containers(data) for step in _steps(inside)]
        if not places:
            break
        inside, step = draw(st.sampled_from(places))
        match draw(st.integers(0, 3)):
            case 0:
                del inside[step]
            case 1:
                inside[step] = copy.deepcopy(draw(HOSTILE))
            case 2:
                other, there = draw(st.sampled_from(places))
                if there in _steps(other):
                    inside[step] = copy.deepcopy(other[there])
            case _ if isinstance(inside, dict):
                inside[draw(st.sampled_from(["id", "kind", "type", "text", "titel", "x-y"]))] = inside.pop(step)
    return path.parent.parent.name, data


def _containers(data: Any) -> Iterator[Any]:
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict | list):
            yield value
            waiting += value.values() if isinstance(value, dict) else value


def _steps(inside: Any) -> list[Any]:
    return list(inside) if isinstance(inside, dict) else list(range(len(inside)))


@settings(max_examples=400)
@given(_mutated())
def test_whatever_happens_to_a_file_both_judge_alike(mutated: tuple[str, Any]) -> None:
    """What the models take, the schema takes; what they refuse, it refuses, but for rules between fields."""
    shape, data = mutated
    try:
        SHAPES[shape].validate_json(json.dumps(data))
        kinds = set()
    except ValidationError as error:
        kinds = {detail["type"] for detail in error.errors()}

    beyond_the_schema = {"value_error", "bounds", "int_type", "int_from_float"}
    if not kinds:
        assert _by_schema(shape, data), [error.message for error in _schema(shape).iter_errors(data)]
    elif not kinds <= beyond_the_schema:
        assert not _by_schema(shape, data), kinds
