# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import os
from pathlib import Path

import pytest

from srpp_criteria.source import Refusal, read_po, read_yaml


def _only_code(path: Path, root: Path) -> str:
    source = read_yaml(path, root=root)
    (refusal,) = source.diagnostics
    assert source.data is None
    assert (refusal.place.line, refusal.place.column) == (1, 1)
    assert str(root) not in str(refusal), "a report must not show where the machine keeps its files"
    (in_po,) = read_po(path, root).diagnostics
    assert in_po.code == refusal.code
    return refusal.code


def test_a_file_that_is_not_there_is_a_diagnostic(tmp_path: Path) -> None:
    """No traceback for a typing error in a name."""
    assert _only_code(tmp_path / "missing.yml", tmp_path) == Refusal.UNREADABLE


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Even if its name ends in .yml."""
    (tmp_path / "x.yml").mkdir()

    assert _only_code(tmp_path / "x.yml", tmp_path) == Refusal.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a matter of POSIX")
def test_a_named_pipe_does_not_make_us_wait(tmp_path: Path) -> None:
    """Opening one would block until somebody writes into it."""
    os.mkfifo(tmp_path / "x.yml")

    assert _only_code(tmp_path / "x.yml", tmp_path) == Refusal.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_the_right_to_read_it_is_a_diagnostic(tmp_path: Path) -> None:
    """And says what is missing."""
    (tmp_path / "x.yml").write_bytes(b"id: a\n")
    (tmp_path / "x.yml").chmod(0)

    assert _only_code(tmp_path / "x.yml", tmp_path) == Refusal.UNREADABLE


@pytest.mark.parametrize("name", ["nu\x00ll.yml", "long" * 100 + ".yml"])
def test_an_impossible_name_is_a_diagnostic(tmp_path: Path, name: str) -> None:
    """The operating system refuses it; we say so."""
    assert _only_code(tmp_path / name, tmp_path) == Refusal.UNREADABLE


def test_a_link_that_leaves_the_tree_is_refused(tmp_path: Path) -> None:
    """A pull request cannot publish a file of the machine that builds it."""
    root = tmp_path / "checkout"
    root.mkdir()
    (tmp_path / "secret.yml").write_bytes(b"password: x\n")
    (root / "x.yml").symlink_to("../secret.yml")

    assert _only_code(root / "x.yml", root) == Refusal.OUTSIDE


def test_a_link_of_a_folder_that_leaves_the_tree_is_refused(tmp_path: Path) -> None:
    """The link may stand anywhere in the path."""
    root = tmp_path / "checkout"
    root.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.yml").write_bytes(b"id: a\n")
    (root / "food").symlink_to("../elsewhere")

    assert _only_code(root / "food" / "x.yml", root) == Refusal.OUTSIDE
    assert _only_code(root / ".." / "elsewhere" / "x.yml", root) == Refusal.OUTSIDE


def test_a_link_that_points_at_itself_is_a_diagnostic(tmp_path: Path) -> None:
    """Not an endless walk."""
    (tmp_path / "x.yml").symlink_to("x.yml")

    assert _only_code(tmp_path / "x.yml", tmp_path) == Refusal.UNREADABLE


def test_a_link_inside_the_tree_is_followed(tmp_path: Path) -> None:
    """Also when the root itself is reached through a link."""
    (tmp_path / "checkout").mkdir()
    (tmp_path / "checkout" / "x.yml").write_bytes(b"id: a\n")
    (tmp_path / "checkout" / "y.yml").symlink_to("x.yml")
    (tmp_path / "link").symlink_to("checkout")

    assert read_yaml(tmp_path / "link" / "y.yml", root=tmp_path / "link").data == {"id": "a"}


def test_256_kib_are_enough_and_one_byte_more_is_too_much(tmp_path: Path) -> None:
    """The limit is the one that is documented."""
    (tmp_path / "full.yml").write_bytes(b"id: a\n".ljust(256 * 1024, b"\n"))
    (tmp_path / "over.yml").write_bytes(b"id: a\n".ljust(256 * 1024 + 1, b"\n"))

    assert read_yaml(tmp_path / "full.yml", root=tmp_path).data == {"id": "a"}
    (refusal,) = read_yaml(tmp_path / "over.yml", root=tmp_path).diagnostics
    assert str(refusal) == "over.yml:1:1: SRPP103 the file is larger than 256 KiB (split it, one file for each item)"


def test_a_file_name_cannot_forge_a_report(tmp_path: Path) -> None:
    """A line break or a reversed direction in a name is shown as an escape."""
    name = "a\n::error file=b\u202e.yml"
    (tmp_path / name).write_bytes(b"id: a\n")

    assert read_yaml(tmp_path / name, root=tmp_path).file == "a\\n::error file=b\\u202e.yml"


def test_a_path_and_a_root_may_be_relative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As they are on the command line."""
    (tmp_path / "criteria").mkdir()
    (tmp_path / "criteria" / "x.yml").write_bytes(b"id: a\n")
    monkeypatch.chdir(tmp_path)

    source = read_yaml(Path("criteria/x.yml"), root=Path())

    assert (source.file, source.data) == ("criteria/x.yml", {"id": "a"})
