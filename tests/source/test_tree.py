# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.source import Refusal, po_files, yaml_files

if TYPE_CHECKING:
    from pathlib import Path


def _write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"id: a\n")


def test_files_come_in_the_same_order_on_every_machine(tmp_path: Path) -> None:
    """Sorted by their path, whatever the file system says and in whatever order the folders are named."""
    _write(tmp_path, "b/z.yml", "b/a.yml", "a/m.yml", "b/c/x.yml", "b-1.yml", "readme.md")

    found = yaml_files(tmp_path, "b", "a")

    assert [path.relative_to(tmp_path).as_posix() for path in found] == ["a/m.yml", "b/a.yml", "b/c/x.yml", "b/z.yml"]
    assert found.diagnostics == ()


def test_without_folders_the_whole_root_is_searched(tmp_path: Path) -> None:
    """And a folder named twice, or inside another one, gives each file once."""
    _write(tmp_path, "a/m.yml", "x.yml")

    assert len(yaml_files(tmp_path)) == 2
    assert len(yaml_files(tmp_path, "a", "a", ".")) == 2


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """An organisation need not have every folder of ours."""
    assert tuple(yaml_files(tmp_path, "criteria")) == ()


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    """Editors and version control keep their own things there."""
    _write(tmp_path, ".git/x.yml", ".x.yml", "a/.cache/y.yml", "a/.z.yaml")

    found = yaml_files(tmp_path)

    assert (found.paths, found.diagnostics) == ((), ())


def test_a_name_that_nobody_would_read_is_reported(tmp_path: Path) -> None:
    """A criterion must not be missing only because somebody typed .yaml."""
    _write(tmp_path, "a.yaml", "b.YML", "c.yml.txt", "d.yml~", "e.yml.bak", "f (1).yml copy", "good.yml")

    found = yaml_files(tmp_path)

    assert [path.name for path in found] == ["good.yml"]
    assert [refusal.place.file for refusal in found.diagnostics] == [
        "a.yaml",
        "b.YML",
        "c.yml.txt",
        "d.yml~",
        "e.yml.bak",
        "f (1).yml copy",
    ]
    assert {refusal.code for refusal in found.diagnostics} == {Refusal.STRAY_NAME}
    assert "rename it to end in .yml" in found.diagnostics[0].hint


def test_a_licence_beside_a_file_and_other_formats_are_no_strays(tmp_path: Path) -> None:
    """REUSE writes `.license` files; registers and schemas are JSON."""
    _write(tmp_path, "x.yml.license", "texts.jsonl", "notes.md", "x.ymlx")

    assert yaml_files(tmp_path).diagnostics == ()


def test_links_that_leave_the_tree_are_reported_and_not_followed(tmp_path: Path) -> None:
    """Neither to a file nor to a folder."""
    root = tmp_path / "checkout"
    _write(tmp_path, "outside/x.yml", "checkout/good.yml")
    (root / "file.yml").symlink_to("../outside/x.yml")
    (root / "folder").symlink_to("../outside")

    found = yaml_files(root)

    assert [path.name for path in found] == ["good.yml"]
    assert [(refusal.code, refusal.place.file) for refusal in found.diagnostics] == [
        (Refusal.OUTSIDE, "file.yml"),
        (Refusal.OUTSIDE, "folder"),
    ]


def test_a_link_to_a_folder_above_does_not_make_the_walk_endless(tmp_path: Path) -> None:
    """It is reported instead; a link to a file inside is taken."""
    _write(tmp_path, "a/x.yml")
    (tmp_path / "a" / "again").symlink_to("..")
    (tmp_path / "a" / "y.yml").symlink_to("x.yml")

    found = yaml_files(tmp_path)

    assert [path.name for path in found] == ["x.yml", "y.yml"]
    assert [refusal.place.file for refusal in found.diagnostics] == ["a/again"]


def test_a_folder_outside_of_the_root_is_refused(tmp_path: Path) -> None:
    """Even when somebody names it."""
    _write(tmp_path, "checkout/x.yml", "other/y.yml")

    found = yaml_files(tmp_path / "checkout", "../other")

    assert found.paths == ()
    assert [refusal.code for refusal in found.diagnostics] == [Refusal.OUTSIDE]


def test_catalogues_are_found_by_the_same_rules(tmp_path: Path) -> None:
    """Compiled catalogues and templates are no strays, copies are."""
    _write(tmp_path, "nb/LC_MESSAGES/x.po", "nb/LC_MESSAGES/x.mo", "x.pot", "nb/LC_MESSAGES/y.PO", "nb/x.po.orig")

    found = po_files(tmp_path)

    assert [path.name for path in found] == ["x.po"]
    assert [refusal.place.file for refusal in found.diagnostics] == ["nb/LC_MESSAGES/y.PO", "nb/x.po.orig"]
