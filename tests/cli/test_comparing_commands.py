# SPDX-License-Identifier: Apache-2.0
"""`srpp diff` and `srpp outdated`, called as people call them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

Srpp = Callable[..., "subprocess.CompletedProcess[str]"]
TIERS = "construction-subcontracting-tier-limit"


def tender_file(folder: Path, *items: str) -> Path:
    """A tender file with a comment and these lines of items."""
    path = folder / "t.srpp.yml"
    lines = ["# mine", "srpp: 1", "title: T", "locale: en", "items:", *items]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_same_text_is_told_and_is_no_finding(srpp: Srpp) -> None:
    """Exit code 0, as for any other comparison."""
    run = srpp("diff", TIERS, TIERS)

    assert (run.returncode, run.stderr) == (0, "")
    assert "The same text" in run.stdout


def test_the_difference_is_there_for_machines(srpp: Srpp) -> None:
    """Addresses, fates and the words run by run."""
    found = json.loads(srpp("diff", TIERS, f"{TIERS}+nb-NO", "--json").stdout)
    differences = {one["address"]: one for one in found["differences"]}
    runs = differences["text.consent"]["runs"]

    assert (found["srpp"], found["same"], found["least"]) == (1, False, None)
    assert (differences["parameters.max_tiers.maximum"]["before"], differences["text.consent"]["fate"]) == (
        "3",
        "changed",
    )
    assert {run["mark"] for run in runs} == {"kept", "deleted", "inserted"}


def test_the_page_goes_into_a_file_or_to_standard_output(srpp: Srpp, tmp_path: Path) -> None:
    """Both hold the same page."""
    page = tmp_path / "page.html"
    assert srpp("diff", f"{TIERS}+nb-NO", f"{TIERS}+de-AT", "--html", page).stdout == ""

    assert srpp("diff", f"{TIERS}+nb-NO", f"{TIERS}+de-AT", "--html", "-").stdout == page.read_text(encoding="utf-8")


def test_the_edition_of_both_texts_can_be_named_once(srpp: Srpp) -> None:
    """`--in` fills in what the references leave open."""
    assert "+nb-NO.1" in srpp("diff", TIERS, TIERS, "--in", "nb-NO").stdout


def test_wrong_use_of_diff_gets_one_line_and_exit_code_2(srpp: Srpp) -> None:
    """What is no reference, and what cannot be."""
    for arguments in (("x/../y", TIERS), (TIERS, f"{TIERS}@77.0.0"), (TIERS, TIERS, "--json", "--html", "-")):
        run = srpp("diff", *arguments)
        assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1), arguments


def test_a_file_that_is_up_to_date_is_no_finding(srpp: Srpp, tmp_path: Path, tiers_now: str) -> None:
    """One line an item."""
    run = srpp("outdated", tender_file(tmp_path, f"  - item: {TIERS}", f"    version: {tiers_now}"))

    assert (run.returncode, run.stdout) == (0, f"{TIERS}: {tiers_now}, up to date\n")


def test_an_update_keeps_comments_and_values_and_tells_what_is_left(srpp: Srpp, tmp_path: Path, tiers_now: str) -> None:
    """A value that no longer fits stays in the file, and the command ends with 1."""
    file = tender_file(
        tmp_path,
        f"  - item: {TIERS} # the chain",
        "    version: 0.9.0",
        "    parameters: {max_tiers: 9, gone: x}",
        "  - item: no-such-item",
    )
    before = srpp("outdated", file, "--json")
    run = srpp("outdated", file, "--update")

    assert [one["standing"] for one in json.loads(before.stdout)] == ["newer-text", "gone"]
    assert (before.returncode, run.returncode) == (1, 1)
    assert "1 item brought up to date" in run.stderr
    assert "9, above the maximum 3; its value 9 stays in the file" in run.stdout
    written = file.read_text(encoding="utf-8")
    assert written.startswith("# mine\n")
    assert "# the chain" in written
    assert f"    version: {tiers_now}\n    revision: 1\n    parameters: {{max_tiers: 9, gone: x}}\n" in written


def test_a_file_that_is_no_tender_file_is_told_by_line(srpp: Srpp, tmp_path: Path) -> None:
    """Every finding, and nothing is written."""
    file = tender_file(tmp_path, "  - itm: x", "  - item: a-b", "    revision: 0")
    run = srpp("outdated", file, "--update")

    assert run.returncode == 1
    assert "t.srpp.yml:6" in run.stderr
    assert "t.srpp.yml:8" in run.stderr
