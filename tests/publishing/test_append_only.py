# SPDX-License-Identifier: Apache-2.0
"""What CI refuses: any edit, rename or removal below criteria/published/, and additions to a release that is closed."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FOLDER = "criteria/published/2026-11-29"


class _Repository:
    """A repository with one release on main; the change under test is made on a branch."""

    def __init__(self, root: Path, guard: Path) -> None:
        self.root, self._guard = root, guard
        self.git("init", "-q", "-b", "main", ".")
        self.write(f"{FOLDER}/en.jsonl", "one\n")
        self.write(f"{FOLDER}/release.json", "{}\n")
        self.commit()
        self.git("switch", "-q", "-c", "work")

    def git(self, *arguments: str) -> None:
        settings = ("-c", "user.name=A test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *settings, *arguments], cwd=self.root, check=True, capture_output=True)

    def write(self, name: str, content: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A change")

    def guard(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(self._guard), *arguments], cwd=self.root, check=False, capture_output=True, text=True
        )


@pytest.fixture
def repo(tmp_path: Path, repository: Path) -> _Repository:
    """One release on main, and a branch."""
    (tmp_path / "repo").mkdir()
    return _Repository(tmp_path / "repo", repository / ".ci" / "register-is-append-only")


def _edit(repo: _Repository) -> None:
    repo.write(f"{FOLDER}/en.jsonl", "another\n")


def _append(repo: _Repository) -> None:
    repo.write(f"{FOLDER}/en.jsonl", "one\ntwo\n")


def _remove(repo: _Repository) -> None:
    (repo.root / FOLDER / "en.jsonl").unlink()


def _rename(repo: _Repository) -> None:
    repo.git("mv", f"{FOLDER}/en.jsonl", f"{FOLDER}/de-AT.jsonl")


def _move(repo: _Repository) -> None:
    repo.git("mv", FOLDER, "criteria/published/2026-11-28")


def _link(repo: _Repository) -> None:
    (repo.root / FOLDER / "en.jsonl").unlink()
    (repo.root / FOLDER / "en.jsonl").symlink_to("release.json")


def _add_inside(repo: _Repository) -> None:
    repo.write(f"{FOLDER}/de-AT.jsonl", "one\n")


@pytest.mark.parametrize("committed", [True, False], ids=["committed", "not committed yet"])
@pytest.mark.parametrize("act", [_edit, _append, _remove, _rename, _move, _link, _add_inside])
def test_a_released_text_cannot_be_touched(
    repo: _Repository, act: Callable[[_Repository], None], committed: bool
) -> None:
    """Whatever the branch does to it; the answer names the file."""
    act(repo)
    if committed:
        repo.commit()

    done = repo.guard("main")

    assert done.returncode == 1, done.stdout
    assert FOLDER in done.stderr


def test_a_new_release_and_all_other_changes_pass(repo: _Repository) -> None:
    """Adding is what the register is for."""
    repo.write("criteria/published/2026-11-30/en.jsonl", "two\n")
    repo.write("criteria/food/fair-pay.yml", "id: fair-pay\n")
    assert repo.guard("main").returncode == 0
    repo.commit()

    done = repo.guard("main")

    assert (done.returncode, done.stderr) == (0, "")


def test_a_release_on_main_since_the_branch_began_is_no_removal(repo: _Repository) -> None:
    """What counts is what the branch did."""
    repo.git("switch", "-q", "main")
    repo.write("criteria/published/2026-11-30/en.jsonl", "two\n")
    repo.commit()
    repo.git("switch", "-q", "work")

    assert repo.guard("main").returncode == 0


def test_without_a_base_the_commit_before_is_compared(repo: _Repository) -> None:
    """A clone without a remote."""
    assert repo.guard().returncode == 0, "one commit only: nothing to compare with"
    _edit(repo)
    repo.commit()

    assert repo.guard().returncode == 1


def test_on_the_main_branch_itself_the_commit_before_is_compared(repo: _Repository) -> None:
    """After a push, main of origin is this commit."""
    _remove(repo)
    repo.commit()
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD")

    assert repo.guard().returncode == 1


def test_a_base_that_is_not_there_is_wrong_use(repo: _Repository) -> None:
    """Never a pass by accident."""
    done = repo.guard("no-such-branch")

    assert done.returncode == 2
    assert "no-such-branch" in done.stderr


def test_outside_of_a_repository_there_is_nothing_to_compare(tmp_path: Path, repository: Path) -> None:
    """An unpacked archive is checked by the seals alone."""
    guard = repository / ".ci" / "register-is-append-only"

    done = subprocess.run([str(guard)], cwd=tmp_path, check=False, capture_output=True, text=True)

    assert done.returncode == 0
