# SPDX-License-Identifier: Apache-2.0
"""A YAML file is changed in one place and stands as it was everywhere else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.authoring.conftest import FILES, ROOT

from srpp_criteria.authoring.comments import comments_of
from srpp_criteria.authoring.new_values import as_read
from srpp_criteria.authoring.round_trip import UnwritableYaml
from srpp_criteria.authoring.yaml_file import YamlFile
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.source import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
a: x # beside

b: [y, z] # c2

# above c
c:
  - id: 1
    t: |
      foo

  - id: 2
    u: {a: b} # c4

# c6

d: |
  text

# above e
e:
  - x

  - 'y' # c8

f: "q"
"""


def opened(folder: Path, text: str = TEXT) -> YamlFile:
    """A file with this text, open for changes."""
    path = folder / "x.yml"
    path.write_bytes(text.encode())
    return YamlFile.open(path, root=folder)


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are gone and those that are new."""
    old, new = before.split("\n"), after.split("\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def test_every_file_of_the_library_comes_back_letter_by_letter() -> None:
    """A file that is opened and not changed is the same file."""
    for path in FILES:
        assert YamlFile.open(path, root=ROOT).text() == path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    ("path", "value", "gone", "new"),
    [
        (("a",), "longer: y", ["a: x # beside"], ['a: "longer: y" # beside']),
        (("a",), 5, ["a: x # beside"], ["a: 5 # beside"]),
        (("b",), ["k"], ["b: [y, z] # c2"], ["b: [k] # c2"]),
        (("b", 1), "k, l", ["b: [y, z] # c2"], ['b: [y, "k, l"] # c2']),
        (("d",), "one", ["d: |", "  text"], ["d: one"]),
        (("f",), "Two.\nThree.\n", ['f: "q"'], ["f: |", "  Two.", "  Three."]),
        (("e", 1), "NO", ["  - 'y' # c8"], ["  - NO # c8"]),
        (("c", 1, "u", "a"), None, ["    u: {a: b} # c4"], ["    u: {a: null} # c4"]),
        (("c", 0, "n"), {"x": [1, 2.5], "y": True}, [], ["    n:", "      x: [1, 2.5]", "      y: true"]),
        (("neu",), "w", [], ["neu: w"]),
    ],
)
def test_a_change_touches_its_own_lines_only(
    tmp_path: Path, path: tuple[str | int, ...], value: Any, gone: list[str], new: list[str]
) -> None:
    """Comments, quotes, blank lines and block texts around a changed value stay as they stand."""
    file = opened(tmp_path)
    file.set(path, value)

    assert lines_changed(TEXT, file.text()) == (gone, new)
    assert file.text().count("\n\n") == TEXT.count("\n\n")


@pytest.mark.parametrize(("at", "position"), [("top", 0), ("end", 2)])
def test_an_entry_is_put_on_top_or_at_the_end_and_blank_lines_stay_between_blocks(
    tmp_path: Path, at: Any, position: int
) -> None:
    """The comment below a list belongs to the next block and stays with it."""
    file = opened(tmp_path)
    file.insert(("c",), {"id": 3, "t": "A.\nB."}, at=at)
    file.insert(("e",), "zz", at=at)
    data = parse_yaml(file.text().encode(), file="x.yml").data

    assert isinstance(data, dict)
    assert data["c"][position] == {"id": 3, "t": "A. B."}  # type: ignore[index]
    assert data["e"][position] == "zz"  # type: ignore[index]
    assert "\n\n# c6\n\nd: |\n  text\n\n# above e\n" in file.text()
    assert file.text().endswith('\n\nf: "q"\n')


def test_a_list_that_is_not_there_is_made(tmp_path: Path) -> None:
    """Who adds the first waiver need not know whether there is a list."""
    file = opened(tmp_path)
    file.insert(("waivers",), {"check": "SRPP301"})

    assert file.text() == f"{TEXT}waivers:\n  - check: SRPP301\n"


def test_a_new_key_stands_after_the_one_that_is_named(tmp_path: Path) -> None:
    """The order of a file is its author's."""
    file = opened(tmp_path, "item: x # why\n\nreason: y\n")
    file.set(("version",), "1.0.0", after="item")

    assert file.text() == "item: x # why\nversion: 1.0.0\n\nreason: y\n"


def test_lists_that_stand_under_their_key_without_indentation_stay_so(tmp_path: Path) -> None:
    """A tender file that another program wrote keeps its form."""
    text = "items:\n- item: a\n  version: 1.0.0\n- item: b\n"
    file = opened(tmp_path, text)
    file.set(("items", 0, "version"), "2.0.0")

    assert file.text() == text.replace("1.0.0", "2.0.0")


def test_lines_that_no_program_would_write_stay_as_their_author_broke_them(tmp_path: Path) -> None:
    """A list in brackets over two lines is not rewritten along with a value elsewhere."""
    text = "cpv: [a,\n   b]\nitems:\n  - item: x   # why\n    version: 1.0.0\n  - item: y\n"
    file = opened(tmp_path, text)
    file.set(("items", 0, "version"), "2.0.0")

    assert file.text() == text.replace("1.0.0", "2.0.0")


@pytest.mark.parametrize("path", [("nothing", "x"), ("a", "x"), ("c", 9), ("c", "x"), ("e", 0, "x"), (0,)])
def test_a_path_to_nothing_is_said_to_be_one(tmp_path: Path, path: tuple[str | int, ...]) -> None:
    """A program that is wrong about a file hears it before anything is written."""
    with pytest.raises(KeyError):
        opened(tmp_path).set(path, "x")


@pytest.mark.parametrize("value", ["a\u202eb", "\u200bx", "bell \x07", "\ud800"])
def test_a_value_that_our_reader_refuses_is_never_written(tmp_path: Path, value: str) -> None:
    """What is written is read again first; the file is as it was."""
    file = opened(tmp_path)
    file.set(("a",), value)

    with pytest.raises(UnwritableYaml):
        file.save()
    assert (tmp_path / "x.yml").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize(
    "content",
    [
        b"a: &x 1\nb: *x\n",
        b"a: !!python/object:os.system x\n",
        b"- a\n",
        b"",
        b"\xff\xfe",
        b"a: 1\na: 2\n",
        b"a: [",
        b"?\n",
    ],
)
def test_a_bad_file_is_refused_with_the_findings_of_the_reader(tmp_path: Path, content: bytes) -> None:
    """No anchor, tag or broken byte reaches the second parser."""
    (tmp_path / "x.yml").write_bytes(content)

    with pytest.raises(InvalidLibrary) as refused:
        YamlFile.open(tmp_path / "x.yml", root=tmp_path)
    assert all(found.code.startswith("SRPP1") for found in refused.value.diagnostics)


def test_a_file_outside_of_the_root_is_refused(tmp_path: Path) -> None:
    """A symbolic link does not lead a program out of the checkout."""
    (tmp_path / "in").mkdir()
    (tmp_path / "out.yml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "in" / "x.yml").symlink_to(tmp_path / "out.yml")

    with pytest.raises(InvalidLibrary):
        YamlFile.open(tmp_path / "in" / "x.yml", root=tmp_path / "in")


def test_a_saved_file_keeps_its_line_ends_its_mark_and_its_rights(tmp_path: Path) -> None:
    """Windows reads back what Windows wrote."""
    path = tmp_path / "x.yml"
    path.write_bytes("\ufeffa: x\r\nb: y\r\n".encode())
    path.chmod(0o640)
    file = YamlFile.open(path, root=tmp_path)
    file.set(("a",), "z")
    file.save()

    assert path.read_bytes() == "\ufeffa: z\r\nb: y\r\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["x.yml"]  # noqa: PTH208


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=40)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), inner),
    max_leaves=8,
)
PATHS = st.sampled_from([("a",), ("b",), ("b", 0), ("c", 0, "t"), ("c", 1), ("d",), ("e", 1), ("f",), ("g",)])


@settings(max_examples=60, deadline=None)
@given(PATHS, VALUES)
def test_whatever_is_set_is_what_is_read_or_nothing_is_written(path: tuple[str | int, ...], value: Any) -> None:
    """For any value: the text says exactly it and holds every comment, or it is refused in one sentence."""
    file = YamlFile(ROOT / "x.yml", TEXT, parse_yaml(TEXT.encode(), file="x.yml").data)
    file.set(path, value)
    try:
        text = file.text()
    except UnwritableYaml:
        return
    read: Any = parse_yaml(text.encode(), file="x.yml").data
    for step in path:
        read = read[step]

    assert read == as_read(value)
    assert sorted(comments_of(text)) == sorted(comments_of(TEXT))
