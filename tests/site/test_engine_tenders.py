# SPDX-License-Identifier: Apache-2.0
"""A tender in the browser: its warnings are Python's, its file is read there and here alike."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.site.engine import Engine
from tests.warning_cases import edition_of, taken_in
from tests.written_cases import written_cases

from srpp_criteria import Library
from srpp_criteria.documents.fillable import fillable
from srpp_criteria.documents.frame import frame
from srpp_criteria.shelf.tender_file import read_tender_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from srpp_criteria import Edition

HEAD = "srpp: 1\ntitle: T\nlocale: en\n"
ITEM = "items:\n  - item: a-b-c\n"


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Engine]:
    """The engine in a page."""
    page = browser.new_page()
    yield Engine(page)
    page.close()


@pytest.fixture(scope="module")
def edition(repository: Path) -> Edition:
    """The real master edition."""
    return Library.load(repository).edition("en")


# --- warnings


@pytest.mark.parametrize("case", written_cases("warnings/tenders.yml"))
def test_the_browser_gives_the_warnings_of_the_case(edition: Edition, engine: Engine, case: dict[str, Any]) -> None:
    """The same kinds, items and names as in Python; each sentence complete, with titles instead of ids."""
    made = edition_of(case["items"], edition)
    given = {
        "taken": taken_in(case),
        "items": {entry.id: fillable(entry, made) for entry in made},
        "frame": frame(made),
        "today": case["today"],
        "words": edition.data.words,
    }

    found = engine.call("warnings", given)

    assert [[one["kind"], one["items"], one["names"]] for one in found] == case["expect"]
    for one in found:
        assert f"Title of {one['items'][0]}" in one["sentence"]
        assert "{" not in one["sentence"]
        assert "max_tiers" not in one["sentence"]


# --- the tender file


def python_reads(text: str, folder: Path) -> dict[str, Any]:
    """What the command line takes from a file with this text, in the browser's shape."""
    path = folder / "t.srpp.yml"
    path.write_text(text, encoding="utf-8", newline="\n")
    read = json.loads(read_tender_file(path).model_dump_json())
    del read["srpp"]
    return dict(read)


def item(name: str = "a-b-c", **more: Any) -> dict[str, Any]:
    """An item of a tender file."""
    return {
        "item": name,
        "version": None,
        "revision": None,
        "decision": "taken",
        "reason": None,
        "parameters": {},
        **more,
    }


VALUES: dict[str, Any] = {
    "whole": 12,
    "decimal": 7.5,
    "small": 0.000001,
    "large": 999999999999999,
    "negative": -3,
    "yes": True,
    "no": False,
    "word": "NO",
    "date": "2026-03-05",
    "number": "1.0",
    "null_word": "null",
    "tilde": "~",
    "space": " ",
    "quotes": "a \"b\" 'c' \\ {d} %e @f `g`",
    "letters": "Ä ß € 𝔘",
    "paragraphs": "one\n\ntwo",
    "cell": '=HYPERLINK("x")',
}


@pytest.mark.parametrize(
    "file",
    [
        {"title": "Workwear", "locale": "nb-NO", "created": None, "cpv": [], "items": [item()]},
        {
            "title": "yes: [no] & *x # !y",
            "locale": "de-AT",
            "created": "2026-11-22",
            "cpv": ["18110000-3", "45000000-7"],
            "items": [
                item("unknown-item", version="12.0.3", revision=2, decision="left", reason="1.10", parameters=VALUES),
                item(reason="- a\n- b\n\nEnd."),
            ],
        },
    ],
)
def test_a_file_of_the_browser_is_read_alike_by_python_and_by_the_browser(
    engine: Engine, tmp_path: Path, file: dict[str, Any]
) -> None:
    """Nothing is lost and no value changes its type."""
    text = engine.call("writeTenderFile", file)

    assert engine.call("readTenderFile", text) == {"file": file}
    assert python_reads(text, tmp_path) == file


def test_characters_that_no_file_may_hold_are_left_out_when_it_is_written(engine: Engine, tmp_path: Path) -> None:
    """What comes along from a web page or from Word does not make the file unreadable."""
    hidden = "a\u200bb\u202ec\tx\u00ad"
    file = {"title": "x\u200b\ny", "locale": "en", "created": None, "cpv": [], "items": [item(reason=hidden)]}

    text = engine.call("writeTenderFile", file)

    assert python_reads(text, tmp_path)["title"] == "x y"
    assert python_reads(text, tmp_path)["items"][0]["reason"] == "abc x"


def test_the_examples_of_the_guide_are_read_alike(engine: Engine, repository: Path, tmp_path: Path) -> None:
    """Files written by hand, with comments and unquoted words."""
    examples = sorted((repository / "docs" / "examples").glob("*.srpp.yml"))
    assert examples
    for example in examples:
        text = example.read_text(encoding="utf-8")
        assert engine.call("readTenderFile", text)["file"] == python_reads(text, tmp_path)


@pytest.mark.parametrize(
    ("text", "kind", "place", "line"),
    [
        ("x" * (256 * 1024 + 1), "too-large", "", 1),
        ("title: [unclosed\n", "not-yaml", "", 2),
        ("", "not-yaml", "", 1),
        ("- a\n", "wrong-value", "srpp", 1),
        (HEAD + ITEM + "---\na: b\n", "not-yaml", "", 7),
        ("srpp: &a 1\ntitle: T\nlocale: en\n" + ITEM, "alias", "srpp", 1),
        ("srpp: 1\ntitle: &t T\nlocale: *t\n" + ITEM, "alias", "title", 2),
        (HEAD.replace("title: T", "title: !!str T") + ITEM, "tag", "title", 2),
        (HEAD.replace("title: T", "title: !x T") + ITEM, "tag", "title", 2),
        (HEAD.replace("title: T", "title: !!python/object:os.system T") + ITEM, "tag", "title", 2),
        (HEAD + "title: U\n" + ITEM, "duplicate", "title", 4),
        (HEAD + ITEM + "x: " + "[" * 30 + "]" * 30 + "\n", "too-deep", None, 6),
        (HEAD + "nonsense: 1\n" + ITEM, "unknown-field", "nonsense", 4),
        (HEAD + ITEM + "    itm: x\n", "unknown-field", "items[0].itm", 6),
        (HEAD + ITEM + "    parameters: {Bad-Name: 1}\n", "unknown-field", "items[0].parameters.Bad-Name", 6),
        ("srpp: 1\nlocale: en\n" + ITEM, "missing-field", "title", 1),
        (HEAD, "missing-field", "items", 1),
        (HEAD + "items: []\n", "wrong-value", "items", 4),
        (HEAD + "items: 1\n", "wrong-value", "items", 4),
        (HEAD + "items:\n  - version: 1.0.0\n", "missing-field", "items[0].item", 5),
        (HEAD + "items:\n  - item: Not A Key\n", "wrong-value", "items[0].item", 5),
        (HEAD + ITEM + "    version: 1.0\n", "wrong-value", "items[0].version", 6),
        (HEAD + ITEM + "    revision: 0\n", "wrong-value", "items[0].revision", 6),
        (HEAD + ITEM + "    revision: 1.5\n", "wrong-value", "items[0].revision", 6),
        (HEAD + ITEM + "    revision: '1'\n", "wrong-value", "items[0].revision", 6),
        (HEAD + ITEM + "    decision: perhaps\n", "wrong-value", "items[0].decision", 6),
        (HEAD + ITEM + "    parameters: {a: [1]}\n", "wrong-value", "items[0].parameters.a", 6),
        (HEAD + ITEM + "    parameters: {a: null}\n", "wrong-value", "items[0].parameters.a", 6),
        (HEAD.replace("title: T", "title: 12") + ITEM, "wrong-value", "title", 2),
        (HEAD.replace("locale: en", "locale: NO") + ITEM, "wrong-value", "locale", 3),
        (HEAD + "created: 2026-02-30\n" + ITEM, "wrong-value", "created", 4),
        (HEAD + "cpv: [18110000]\n" + ITEM, "wrong-value", "cpv[0]", 4),
        (HEAD.replace("srpp: 1", "srpp: 2") + ITEM, "newer-format", "srpp", 1),
        (HEAD.replace("srpp: 1", "srpp: true") + ITEM, "wrong-value", "srpp", 1),
        (HEAD + ITEM + "    reason: a\u202eb\n", "forbidden-character", "", 6),
        (HEAD + ITEM + '    reason: "a\\u202eb"\n', "forbidden-character", "items[0].reason", 6),
    ],
)
def test_a_broken_file_is_refused_with_place_and_way_out(
    engine: Engine, edition: Edition, text: str, kind: str, place: str | None, line: int, tmp_path: Path
) -> None:
    """By the browser with line and field, in a whole sentence; and by Python too."""
    found = engine.call("readTenderFile", text)["errors"]

    assert found[0]["kind"] == kind
    assert place is None or found[0]["place"] == place
    assert found[0]["line"] == line
    sentence = engine.call("sentenceOfTrouble", found[0], edition.data.words)
    assert sentence.endswith(".")
    assert "{" not in sentence
    with pytest.raises(Exception, match="SRPP"):
        python_reads(text, tmp_path)


def test_all_faults_are_told_at_once(engine: Engine) -> None:
    """A buyer mends the file once."""
    text = "srpp: 1\nlocale: Norge\nx: 1\nitems:\n  - item: A\n  - decision: x\n"

    found = engine.call("readTenderFile", text)["errors"]

    assert {fault["place"] for fault in found} == {
        "x",
        "title",
        "locale",
        "items[0].item",
        "items[1].item",
        "items[1].decision",
    }
