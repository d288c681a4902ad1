# SPDX-License-Identifier: Apache-2.0
from pathlib import Path
from typing import Any

import pytest
import yaml

from srpp_criteria.recognition.findings import Recognition
from srpp_criteria.recognition.index import Index
from srpp_criteria.recognition.index_data import KnownText, index_data
from srpp_criteria.recognition.recognise import recognise

FILE = Path(__file__).parents[1] / "cases" / "recognition" / "drafts.yml"
WRITTEN = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def index() -> Index:
    """The texts of the file."""
    return Index.of(index_data(KnownText(**text) for text in WRITTEN["texts"]))


@pytest.mark.parametrize("case", WRITTEN["cases"], ids=lambda case: case["name"])
def test_written_case(case: dict[str, Any], index: Index) -> None:
    """What a case says of a draft is found in it."""
    found = recognise(case["draft"], index)

    assert {name: _told(found, name, wanted) for name, wanted in case["expect"].items()} == case["expect"]


def _told(found: Recognition, name: str, wanted: Any) -> Any:
    match name:
        case "texts":
            fields = [list(one) for one in wanted] + [["item"]] * len(found.texts)
            return [{each: _field(one, each) for each in keys} for one, keys in zip(found.texts, fields, strict=False)]
        case "values":
            return {key: list(each) for one in found.texts for key, each in one.values.items()}
        case "passages":
            return {
                one.address: one.state.value for text in found.texts for one in text.passages if one.address in wanted
            }
        case "moved":
            return [one.address for text in found.texts for one in text.passages if one.moved]
        case "deleted" | "inserted":
            runs = [run for text in found.texts for one in text.passages for run in one.runs]
            return [run.text for run in runs if run.mark == name]
        case "open_blanks":
            return [blank for text in found.texts for blank in text.open_blanks]
        case "stamps":
            return [stamp.state.value for stamp in found.stamps]
        case "near":
            return [stamp.near for stamp in found.stamps]
        case "stamps_without_words" | "shared":
            return list(getattr(found, name))
        case "links":
            return [{"kind": one.kind, "item": one.item, "names": list(one.names)} for one in found.links]
    raise AssertionError(name)


def _field(text: Any, name: str) -> Any:
    if name in ("version", "locale", "revision", "released"):
        return getattr(text.text, name)
    if name == "newer":
        return text.newer.version if text.newer else None
    value = getattr(text, name)
    return getattr(value, "value", value)
