# SPDX-License-Identifier: Apache-2.0
"""A file dropped into tests/cases/yaml/must_fail or must_load is a test."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from srpp_criteria.source import Refusal, parse_yaml, read_yaml

CASES = Path(__file__).parent.parent / "cases" / "yaml"
MUST_FAIL = sorted((CASES / "must_fail").glob("*.yml"))
MUST_LOAD = sorted((CASES / "must_load").glob("*.yml"))
_REFUSED = re.compile(r"^# refused: (\S+ \S+)$", re.MULTILINE)


@pytest.mark.parametrize("path", MUST_FAIL, ids=lambda path: path.stem)
def test_what_a_file_says_of_itself_is_refused_there_and_for_that(path: Path) -> None:
    """The first lines of a bad file name every line, column and code; the reader finds exactly these."""
    source = read_yaml(path, root=CASES)

    found = [f"{refusal.place.line}:{refusal.place.column} {refusal.code}" for refusal in source.diagnostics]
    assert found == _REFUSED.findall(path.read_text(encoding="utf-8"))
    assert path.stem[:7] in {refusal.code for refusal in source.diagnostics}


@pytest.mark.parametrize("path", MUST_FAIL, ids=lambda path: path.stem)
def test_a_refused_file_has_no_data_and_every_refusal_has_a_way_out(path: Path) -> None:
    """Half a criterion never reaches a tender, and nobody is left alone with an error."""
    source = read_yaml(path, root=CASES)

    assert source.data is None
    assert all(refusal.says and refusal.hint for refusal in source.diagnostics)
    assert all(refusal.place.file == f"must_fail/{path.name}" for refusal in source.diagnostics)


@pytest.mark.parametrize("path", MUST_LOAD, ids=lambda path: path.stem)
def test_a_good_file_means_what_stands_beside_it_as_json(path: Path) -> None:
    """What YAML means is written down as JSON, types included."""
    source = read_yaml(path, root=CASES)

    assert source.diagnostics == ()
    expected = path.with_suffix(".json").read_text(encoding="utf-8")
    assert json.dumps(source.data) == json.dumps(json.loads(expected))


def test_every_yaml_refusal_has_a_failing_file_or_is_about_bytes_and_folders() -> None:
    """A code without an example would be a promise that nobody checks."""
    shown = {path.stem[:7] for path in MUST_FAIL}
    shown_in_other_tests = {
        Refusal.UNREADABLE,  # test_files.py
        Refusal.OUTSIDE,
        Refusal.TOO_LARGE,
        Refusal.NOT_UTF8,  # test_characters.py
        Refusal.STRAY_NAME,  # test_tree.py
    }
    assert shown | shown_in_other_tests == set(Refusal)


def test_every_code_stands_in_the_table_of_the_module() -> None:
    """The table at the top of refusals.py is what people read; it names each code with its name, in order."""
    from srpp_criteria.source import refusals

    rows = re.findall(r"^\| (SRPP\d+) +\| `(\w+)` +\| \S", refusals.__doc__ or "", re.MULTILINE)
    assert rows == [(refusal.value, refusal.name) for refusal in Refusal]


def test_all_that_is_wrong_is_said_at_once() -> None:
    """One run names the forbidden character, the anchor, the duplicate and the tag, in reading order."""
    source = parse_yaml(b"a: x\xe2\x80\x8by\nb: &c d\na: e\nf: !g h\n", file="x.yml")

    assert [(refusal.place.line, refusal.code) for refusal in source.diagnostics] == [
        (1, Refusal.INVISIBLE),
        (2, Refusal.ANCHOR),
        (3, Refusal.DUPLICATE),
        (4, Refusal.TAG),
    ]


def test_a_file_that_is_broken_as_a_whole_does_not_bury_the_others() -> None:
    """A thousand duplicates give fifty diagnostics."""
    assert len(parse_yaml(b"a: 1\n" * 1000, file="x.yml").diagnostics) == 50


def test_a_duplicate_names_both_lines() -> None:
    """Who mends a duplicate must compare two lines, so both are named."""
    (refusal,) = parse_yaml(b"id: a\n\ntitle: b\nid: c\n", file="x.yml").diagnostics

    assert str(refusal) == 'x.yml:4:1: SRPP113 the key "id" stands here and in line 1 (keep one of the two)'


@pytest.mark.parametrize(
    "content",
    [
        b"top: " + b"[" * 250_000,
        b"top: " + b"{a: " * 60_000,
        b"top: " + b"[{a: " * 50_000,
        b"top:\n" + b"- " * 125_000,
        b"top:\n ? " + b"? " * 120_000,
        b"".join(b" " * level + b"a:\n" for level in range(700)),
    ],
    ids=["brackets", "braces", "both", "dashes", "explicit keys", "indentation"],
)
def test_endless_nesting_is_refused_before_any_stack_is_full(content: bytes) -> None:
    """A quarter of a megabyte of opening brackets costs no time and no recursion."""
    assert Refusal.TOO_DEEP in {refusal.code for refusal in parse_yaml(content, file="x.yml").diagnostics}


def test_a_billion_laughs_are_not_told() -> None:
    """Aliases are refused one by one and never expanded."""
    lines = ["a0: &a0 [ha, ha]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 12)]

    source = parse_yaml("\n".join(lines).encode(), file="x.yml")

    assert source.data is None
    assert {refusal.code for refusal in source.diagnostics} == {Refusal.ANCHOR}
