# SPDX-License-Identifier: Apache-2.0
"""The commands for authors, as they are typed."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import click
import pytest
import yaml

from srpp_criteria.cli.main import COMMANDS
from srpp_criteria.cli.main import srpp as group

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Srpp = Callable[..., subprocess.CompletedProcess[str]]

ITEM = "construction-subcontracting-tier-limit"


@pytest.fixture
def checkout(repository: Path, tmp_path: Path) -> Path:
    """A copy of the library in which a command may write."""
    for folder in ("criteria", "locales"):
        shutil.copytree(repository / folder, tmp_path / folder)
    return tmp_path


def test_the_pleasant_way_of_an_item(srpp: Srpp, checkout: Path) -> None:
    """new, preview, check, fmt and bump, one after the other, in a checkout."""
    new = srpp("new", "clause", "food-clause-water", at=checkout)
    preview = srpp("preview", "food-clause-water", at=checkout)
    check = srpp("check", "criteria/food/food-clause-water.yml", at=checkout)
    form = srpp("fmt", "--check", "criteria/food/food-clause-water.yml", at=checkout)
    bump = srpp("bump", "food-clause-water", "minor", "--says", "More.", "--json", at=checkout)
    page = (checkout / "food-clause-water.html").read_text(encoding="utf-8")

    assert (new.returncode, new.stdout) == (0, "criteria/food/food-clause-water.yml\n"), new.stderr
    assert preview.returncode == 0, preview.stderr
    assert check.returncode == 1
    assert all("TODO" in line for line in check.stdout.splitlines())
    assert form.returncode == 0, form.stdout
    assert json.loads(bump.stdout)["after"] == "1.1.0"
    assert "TODO" in page
    assert "<h1" in page
    assert "food-clause-water.yml" in page


def test_a_preview_asks_nobody_else_and_runs_nothing(srpp: Srpp, checkout: Path) -> None:
    """One file: no script, no sheet, no image from elsewhere, no link into a site that is not there."""
    done = srpp("preview", ITEM, "-l", "nb-NO", "-o", checkout / "page.html", at=checkout)
    page = (checkout / "page.html").read_text(encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert "<script" not in page
    assert "<link" not in page
    assert 'href="../' not in page
    assert "default-src 'none'" in page
    assert '<html lang="nb-NO">' in page


def test_a_preview_of_a_file_that_cannot_be_read_says_so(srpp: Srpp, checkout: Path) -> None:
    """The findings stand on the page, escaped; the command ends with 1."""
    (checkout / "criteria" / "construction" / f"{ITEM}.yml").write_text("id: <script>x\nkind: &a x\n", encoding="utf-8")
    done = srpp("preview", ITEM, "-o", "page.html", at=checkout)
    page = (checkout / "page.html").read_text(encoding="utf-8")

    assert done.returncode == 1
    assert "cannot be read as an item" in page
    assert "SRPP115" in page
    assert "<script" not in page


def test_a_preview_of_a_sentence_that_is_none_says_why(srpp: Srpp, checkout: Path) -> None:
    """A brace that is not closed keeps the text off the page, and the page tells it."""
    path = checkout / "criteria" / "construction" / f"{ITEM}.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("{max_tiers, plural,", "{max_tiers, plurale,"), encoding="utf-8"
    )
    done = srpp("preview", ITEM, "-o", "page.html", at=checkout)

    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "SRPP14" in (checkout / "page.html").read_text(encoding="utf-8")


def test_a_form_becomes_a_file_once(srpp: Srpp, repository: Path, tmp_path: Path) -> None:
    """Nothing is overwritten."""
    form = repository / "tests" / "cases" / "forms" / "national-adaptation.md"
    first = srpp("from-form", form, "-o", tmp_path)
    again = srpp("from-form", form, "-o", tmp_path)

    assert first.returncode == 0, first.stderr
    assert (tmp_path / "locales" / "markets" / "NO" / f"{ITEM}.yml").is_file()
    assert again.returncode == 2
    assert "already" in again.stderr


def test_an_organisation_checks_its_own_overlays(srpp: Srpp, tmp_path: Path, tiers_now: str) -> None:
    """A folder that fits is fine; an item that nobody knows is a finding."""
    overlay = {"item": ITEM, "reviewed_for": tiers_now, "decision": "exclude", "reason": "Not here."}
    (tmp_path / f"{ITEM}.yml").write_text(yaml.safe_dump(overlay), encoding="utf-8")
    good = srpp("check-overlay", tmp_path, "-l", "en")
    (tmp_path / "no-such-item.yml").write_text(yaml.safe_dump({**overlay, "item": "no-such-item"}), encoding="utf-8")
    bad = srpp("check-overlay", tmp_path, "-l", "en")

    assert good.returncode == 0, good.stderr
    assert bad.returncode == 1
    assert "SRPP510" in bad.stderr


@pytest.mark.parametrize(
    "arguments", [("bump", ITEM, "patch", "--says", "x"), ("new", "clause", "food-x-y"), ("fmt",)], ids=lambda a: a[0]
)
def test_without_a_checkout_nothing_is_written(srpp: Srpp, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """A command that changes files changes only those of the checkout it is called in."""
    done = srpp(*arguments, at=tmp_path)

    assert done.returncode == 2
    assert "checkout" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_text_that_is_not_in_the_edition_says_so_in_words(srpp: Srpp, checkout: Path) -> None:
    """A new item has no national decision yet; the page says it, and does not look as if all were well."""
    srpp("new", "clause", "food-clause-water", at=checkout)
    path = checkout / "criteria" / "food" / "food-clause-water.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("TODO", "Done,"), encoding="utf-8")
    done = srpp("preview", "food-clause-water", "-l", "nb-NO", at=checkout)
    page = (checkout / "food-clause-water.html").read_text(encoding="utf-8").partition("<main>")[2]

    assert done.returncode == 1
    for told in (done.stderr, page):
        assert "NO has not decided about it yet. A decision of the market is written into locales/markets/NO/" in told
        assert "not-decided" not in told
    assert "preview--good" not in page
    assert "finds nothing.<" not in page


def test_the_help_of_a_new_item_is_taken_out_at_the_end(srpp: Srpp, checkout: Path) -> None:
    """`srpp fmt` leaves it, `srpp fmt --final` does not; both leave the item as it is."""
    file = checkout / "criteria" / "food" / "food-clause-water.yml"
    srpp("new", "clause", "food-clause-water", at=checkout)
    before = file.read_text(encoding="utf-8")
    kept = srpp("fmt", file, at=checkout)
    final = srpp("fmt", "--final", file, at=checkout)
    after = file.read_text(encoding="utf-8")

    assert kept.stderr == "1 file, 0 changed, 0 cannot be read\n"
    assert final.stderr == "1 file, 1 changed, 0 cannot be read\n"
    assert "#?" in before
    assert "#?" not in after
    assert yaml.safe_load(after) == yaml.safe_load(before)
    assert srpp("fmt", "--final", "--check", file, at=checkout).returncode == 0


def test_a_new_item_without_a_name_is_told_what_a_name_is(srpp: Srpp, checkout: Path) -> None:
    """An example that can be copied."""
    done = srpp("new", "clause", at=checkout)

    assert done.returncode == 2
    assert "srpp new clause food-clause-drinking-water" in done.stderr


def test_a_change_of_tomorrow_is_refused(srpp: Srpp, checkout: Path) -> None:
    """A changelog tells what happened."""
    done = srpp("bump", ITEM, "patch", "--says", "x", "--day", "2999-01-01", at=checkout)

    assert done.returncode == 2
    assert "2999-01-01 has not come yet" in done.stderr


def test_a_new_version_without_a_sentence_is_wrong_use(srpp: Srpp, checkout: Path) -> None:
    """In a pipe nobody can be asked."""
    done = srpp("bump", ITEM, "patch", at=checkout)

    assert done.returncode == 2
    assert "--says" in done.stderr


@pytest.mark.parametrize("name", [".pre-commit-hooks.yaml", ".pre-commit-config.yaml"])
def test_each_hook_calls_a_program_that_exists(repository: Path, name: str) -> None:
    """A hook that calls an unknown command or option would stop every commit."""
    data = yaml.safe_load((repository / name).read_text(encoding="utf-8"))
    hooks = data if isinstance(data, list) else [hook for repo in data["repos"] for hook in repo["hooks"]]

    assert len({hook["id"] for hook in hooks}) == len(hooks)
    for hook in hooks:
        program, command, *options = hook["entry"].split()
        if program.endswith("srpp"):
            found = group.get_command(click.Context(group), command)
            assert command in COMMANDS
            assert found is not None
            known = {option for one in found.params for option in one.opts}
            assert set(options) <= known
        else:
            assert (repository / program).exists()
