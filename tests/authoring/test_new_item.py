# SPDX-License-Identifier: Apache-2.0
"""`srpp new` writes an item in which only the thinking is left to do."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.authoring.conftest import ROOT

from srpp_criteria.authoring.commented_yaml import models_in
from srpp_criteria.authoring.formatting import formatted
from srpp_criteria.authoring.skeleton import KINDS, STAGES, NewItem, UnfitItem, beginning, new_item, skeleton
from srpp_criteria.checks import check_shelf
from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.models.base import Model

DAY = dt.date(2026, 11, 29)
SORTS = [(kind, stage) for kind in KINDS for stage in (STAGES if kind == "criterion" else (None,))]


@pytest.fixture(scope="module")
def skeletons() -> dict[tuple[str, str | None], str]:
    """A new item of each kind and stage."""
    shelf = read_shelf(ROOT)
    return {
        (kind, stage): skeleton(shelf, NewItem(f"food-new-{stage or kind}", kind, DAY, stage=stage), folder="food")
        for kind, stage in SORTS
    }


def test_every_new_item_has_only_findings_that_say_to_do(copy: Path) -> None:
    """What a drafter must do is marked with TODO; nothing else is wrong with it."""
    known = set(check_shelf(read_shelf(copy)))
    for kind, stage in SORTS:
        new_item(copy, NewItem(f"food-new-{stage or kind}", kind, DAY, stage=stage))
    found = [one for one in check_shelf(read_shelf(copy)) if one not in known]

    assert found
    assert [str(one) for one in found if "TODO" not in one.says] == []
    assert {one.place.file.rsplit("/", 1)[1] for one in found} == {
        f"food-new-{stage or kind}.yml" for kind, stage in SORTS
    }


@pytest.mark.parametrize(("kind", "stage"), SORTS)
def test_every_new_item_has_the_form_of_the_library(
    kind: str, stage: str | None, skeletons: dict[tuple[str, str | None], str]
) -> None:
    """`srpp fmt` has nothing to do."""
    text = skeletons[kind, stage].encode()

    assert formatted(text, file="x.yml") == text


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_of_the_models_is_missing_and_none_is_invented(
    kind: str, skeletons: dict[tuple[str, str | None], str]
) -> None:
    """Each field stands there with a value, or as a comment with its name; taken away, its comment is gone, too."""
    stage = "award" if kind == "criterion" else None
    text = skeletons[kind, stage]
    data = yaml.safe_load(text)
    lines = [line.strip().removeprefix("- ").removeprefix("#? ") for line in text.split("\n")]
    written = {line.partition(":")[0] for line in lines if ":" in line and " " not in line.partition(":")[0]}
    expected: set[str] = set()
    _fields(KINDS[kind], data, expected)

    assert expected - written == set()


def _fields(model: type[Model], data: dict[str, Any], found: set[str]) -> None:
    """The names of all fields of a model and of the models in the fields that have a value."""
    found |= set(model.model_fields)
    assert set(data) <= set(model.model_fields)
    for name, value in data.items():
        inner = list(models_in(model.model_fields[name].annotation))
        if len(inner) == 1:
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, dict) and one:
                    _fields(inner[0], one, found)


def test_every_field_is_explained_in_the_words_of_the_models(skeletons: dict[tuple[str, str | None], str]) -> None:
    """A comment stands above each key of the top level."""
    for text in skeletons.values():
        lines = text.split("\n")
        keys = [number for number, line in enumerate(lines) if line[:1].isalpha()]
        assert all(lines[number - 1].startswith("#? ") for number in keys)


@pytest.mark.parametrize(
    ("item", "sector"),
    [
        ("../food-x", None),
        ("/etc/passwd", None),
        ("food/x", None),
        ("Food-x", None),
        ("fo", None),
        ("food-x\n", None),
        ("food--x", None),
        (f"food-{'x' * 80}", None),
        ("other-x", None),
        ("food-x", "../food"),
        ("food-x", "registers"),
        ("food-x", "published"),
        ("food-cl-integration-jobs", None),
        ("food-cl-integration-jobs", "textiles"),
    ],
)
def test_a_name_that_does_not_fit_is_refused_and_nothing_is_written(copy: Path, item: str, sector: str | None) -> None:
    """An id is a name and no path, it is new, and its folder is one of the library."""
    before = sorted(copy.rglob("*"))

    with pytest.raises(UnfitItem):
        new_item(copy, NewItem(item, "clause", DAY), sector=sector)
    assert sorted(copy.rglob("*")) == before


@pytest.mark.parametrize(("kind", "stage"), [("criterion", None), ("clause", "award"), ("poem", None)])
def test_a_criterion_has_a_stage_and_nothing_else_has_one(copy: Path, kind: str, stage: str | None) -> None:
    """A drafter hears which stages there are."""
    with pytest.raises(UnfitItem):
        new_item(copy, NewItem("food-x-y", kind, DAY, stage=stage))


@pytest.mark.parametrize(("kind", "stage"), SORTS)
def test_with_all_other_to_dos_done_the_examples_are_still_found(
    kind: str, stage: str | None, skeletons: dict[tuple[str, str | None], str], copy: Path
) -> None:
    """Topics, level, codes, law, ladder and clause have a value from the start; the check asks for each of them."""
    lines = skeletons[kind, stage].split("\n")
    text = "\n".join(
        line if " are examples: " in line or " only as an example: " in line else line.replace("TODO ", "")
        for line in lines
    )
    file = f"criteria/food/food-new-{stage or kind}.yml"
    (copy / file).write_text(text, encoding="utf-8")
    left = " ".join(one.says for one in check_shelf(read_shelf(copy)) if one.place.file == file)

    assert "TODO topics, level, codes.cpv" in left
    assert ("TODO related.secured_by" in left) == (stage == "award")
    assert ("remedies.ladder" in text.partition(" are examples")[0].rpartition("TODO")[2]) == (kind == "clause")


@pytest.mark.parametrize("topic", ["subcontracting", "living-wage", "due-diligence"])
def test_the_example_of_a_clause_is_near_the_promise(topic: str) -> None:
    """Of its sector, and if there is one of its topic, too."""
    shelf = read_shelf(ROOT)
    item = NewItem("textiles-award-new", "criterion", DAY, stage="award", topic=topic)
    data = beginning(shelf, item, folder="textiles")
    clause = shelf.items[data["related"]["secured_by"][0]].value
    fitting = [
        one.value.id
        for one in shelf.items.values()
        if one.value.kind == "clause" and "textiles" in one.value.sectors and topic in one.value.topics
    ]

    assert data["topics"] == [topic]
    assert "textiles" in clause.sectors
    assert clause.id in fitting or not fitting


def test_a_sector_that_is_not_there_has_a_way_out(copy: Path) -> None:
    """The list of those there are, and how a new one begins; then it works."""
    with pytest.raises(UnfitItem, match=r"construction, food, .*mkdir criteria/cleaning"):
        new_item(copy, NewItem("cleaning-clause-hours", "clause", DAY))
    (copy / "criteria" / "cleaning").mkdir()
    path = new_item(copy, NewItem("cleaning-clause-hours", "clause", DAY))

    assert yaml.safe_load(path.read_text(encoding="utf-8"))["sectors"] == ["cleaning"]


def test_a_topic_that_is_not_there_has_a_way_out(copy: Path) -> None:
    """The nearest one."""
    with pytest.raises(UnfitItem, match='did you mean "living-wage"'):
        new_item(copy, NewItem("food-x-y", "clause", DAY, topic="living-wages"))
