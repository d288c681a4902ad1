# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from srpp_criteria.source import Plain, parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

ITEM = b"""\
id: fair-wages
kind: clause
text:
  - id: obligation
    body: |
      Pay the wages.
  - {id: remedy, body: Repair}
empty:
codes: [a,
  b]
"""


@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), "1:1", "1:1"),
        (("id",), "1:5", "1:1"),
        (("text",), "4:3", "3:1"),
        (("text", 0), "4:5", "4:5"),
        (("text", 0, "id"), "4:9", "4:5"),
        (("text", 0, "body"), "5:11", "5:5"),
        (("text", 1, "body"), "7:24", "7:18"),
        (("empty",), "8:7", "8:1"),
        (("codes", 1), "10:3", "10:3"),
    ],
)
def test_each_value_and_each_key_has_its_place(path: tuple[str | int, ...], value: str, key: str) -> None:
    """Line and column, both from 1, as an editor shows them."""
    places = parse_yaml(ITEM, file="x.yml").places

    assert str(places.value(path)) == f"x.yml:{value}"
    assert str(places.key(path)) == f"x.yml:{key}"


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        (("title",), ()),
        (("text", 0, "when"), ("text", 0)),
        (("text", 7, "id"), ("text",)),
        (("id", "deeper"), ("id",)),
        (("text", "0"), ("text",)),
    ],
)
def test_what_is_not_there_is_shown_at_what_lacks_it(
    path: tuple[str | int, ...], nearest: tuple[str | int, ...]
) -> None:
    """A missing field points at the mapping that should have it."""
    places = parse_yaml(ITEM, file="x.yml").places

    assert places.value(path) == places.value(nearest)
    assert places.key(path) == places.key(nearest)


def test_a_refused_file_still_has_a_place_for_everything() -> None:
    """Its first line."""
    places = parse_yaml(b"a: [", file="x.yml").places

    assert str(places.value(("a", 0))) == "x.yml:1:1"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str
    body: str


class _Clause(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["clause"]
    text: list[_Part]
    points: int | list[int] = 0
    names: dict[Literal["nb", "en"], str] = {}


class _Form(BaseModel):
    kind: Literal["form"]


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ("kind: clause\ntext:\n  - id: a\n", ["3:5"]),
        ("kind: clause\ntext:\n  - id: a\n    body: b\n    bdy: c\n", ["5:10"]),
        ("kind: clause\ntext: []\npoints: x\n", ["3:9", "3:9"]),
        ("kind: clause\ntext: []\npoints:\n  - 1\n  - x\n", ["4:3", "5:5"]),
        ("kind: clause\ntext: []\nnames:\n  en: a\n  de: b\n", ["5:3"]),
        ("kind: clause\n", ["1:1"]),
        ("text: []\n", ["1:1"]),
    ],
    ids=[
        "missing deep in a list",
        "unknown field",
        "no branch of a union fits",
        "inside a branch of a union",
        "bad key of a dictionary",
        "missing at the top",
        "no kind",
    ],
)
def test_an_error_of_pydantic_points_at_the_right_line(content: str, places: list[str]) -> None:
    """Names of union branches and `[key]` stand in no file and are passed over."""
    source = parse_yaml(content.encode(), file="x.yml")
    item: TypeAdapter[_Clause | _Form] = TypeAdapter(Annotated[_Clause | _Form, Field(discriminator="kind")])

    with pytest.raises(ValidationError) as caught:
        item.validate_python(source.data)

    found = [source.places.of_error(error["loc"]) for error in caught.value.errors()]
    assert sorted(f"{place.line}:{place.column}" for place in found) == sorted(places)


_TEXT = st.text(st.characters(codec="utf-8", categories=["L", "Nd", "P", "Zs"]), max_size=12)
_TREES = st.dictionaries(
    _TEXT.filter(lambda key: key.isalpha()),
    st.recursive(
        _TEXT | st.integers(-999, 999) | st.booleans() | st.none(),
        lambda inside: st.lists(inside, max_size=4) | st.dictionaries(_TEXT, inside, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


@given(tree=_TREES, flow=st.booleans())
def test_places_and_values_agree_with_the_node_tree_of_libyaml(tree: dict[str, Plain], flow: bool) -> None:
    """For any tree, written by PyYAML: the same data comes back, and every place is the mark of PyYAML's node."""
    content = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow, width=10_000)
    source = parse_yaml(content.encode(), file="x.yml")
    if source.data is None:
        # A few generated words are refused (an invisible letter, a key such as "012").
        assert source.diagnostics
        return

    assert _same(source.data, tree)
    top = yaml.compose(content, yaml.CSafeLoader)
    assert top is not None
    for path, node in _nodes(top):
        place = source.places.value(path)
        assert (place.line, place.column) == (node.start_mark.line + 1, node.start_mark.column + 1), path


def _same(read: object, written: object) -> bool:
    # PyYAML quotes what YAML 1.1 would guess, which is more than what we guess; so nothing changes its type.
    return read == written and type(read) is type(written)


def _nodes(node: yaml.Node, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], yaml.Node]]:
    found = [(path, node)]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found += _nodes(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            found += _nodes(value, (*path, position))
    return found


def test_reading_the_whole_shelf_finds_a_place_for_every_value(repository: Path) -> None:
    """On real content, not only on examples: no value without its own line."""
    paths = sorted((repository / "criteria").rglob("*.yml"))
    assert paths
    for path in paths:
        source = parse_yaml(path.read_bytes(), file=path.name)
        assert isinstance(source.data, dict)
        lines = [source.places.key((key,)).line for key in source.data]
        assert lines == sorted(set(lines))
