# SPDX-License-Identifier: Apache-2.0
"""`srpp check`: every finding at once, in four forms."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Srpp = Callable[..., subprocess.CompletedProcess[str]]

TIERS = "construction-subcontracting-tier-limit"


@pytest.fixture
def checkout(tmp_path: Path, repository: Path) -> Path:
    """A copy of the master content."""
    shutil.copytree(repository / "criteria", tmp_path / "criteria")
    return tmp_path


def spoil(checkout: Path, old: str, new: str) -> Path:
    """Change one line of the tier limit."""
    file = checkout / "criteria" / "construction" / f"{TIERS}.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return file


def test_the_library_itself_has_no_errors(srpp: Srpp) -> None:
    """What is published passes its own checks."""
    done = srpp("check")

    assert done.stdout == ""
    assert done.returncode == 0


def test_a_wrong_file_gets_a_plain_answer_with_file_line_column_and_code(srpp: Srpp, checkout: Path) -> None:
    """The default above the maximum is reported at its own line, with the way out."""
    file = spoil(
        checkout, "    default: 2\n    minimum: 1\n    maximum: 3", "    default: 7\n    minimum: 1\n    maximum: 3"
    )
    line = file.read_text(encoding="utf-8").splitlines().index("    default: 7") + 1

    done = srpp("check", checkout)

    assert done.returncode == 1
    found = [text for text in done.stdout.splitlines() if "SRPP131" in text]
    assert len(found) == 1
    assert found[0].startswith(f"criteria/construction/{TIERS}.yml:")
    assert "default 7 is above the maximum 3 (lower the default or raise the maximum)" in found[0]
    assert abs(int(found[0].split(":")[1]) - line) <= 5


def test_all_findings_of_all_files_come_at_once(srpp: Srpp, checkout: Path) -> None:
    """A drafter mends everything in one go."""
    spoil(checkout, "level: core", "level: cor")
    spoil(checkout, "status: draft", "status: drft")
    (checkout / "criteria" / "food" / "stray.yml").write_text("id: [", encoding="utf-8")

    shown = srpp("check", checkout).stdout

    assert 'level "cor" is unknown (did you mean "core"?)' in shown
    assert 'status "drft" is unknown (did you mean "draft"?)' in shown
    assert "criteria/food/stray.yml:1:" in shown


def test_naming_a_file_shows_only_its_findings(srpp: Srpp, checkout: Path) -> None:
    """Other people's errors are not in the way."""
    file = spoil(checkout, "level: core", "level: cor")
    (checkout / "criteria" / "food" / "stray.yml").write_text("id: [", encoding="utf-8")

    shown = srpp("check", file).stdout

    assert "cor" in shown
    assert "stray.yml" not in shown


def test_json_github_and_sarif_say_the_same(srpp: Srpp, checkout: Path) -> None:
    """Four forms of one finding: the place, the code and the sentence agree."""
    spoil(checkout, "level: core", "level: cor")

    (one,) = [d for d in json.loads(srpp("check", checkout, "--format", "json").stdout) if d["code"] == "SRPP125"]
    github = srpp("check", checkout, "--format", "github").stdout
    sarif = json.loads(srpp("check", checkout, "--format", "sarif").stdout)

    assert one["file"] == f"criteria/construction/{TIERS}.yml"
    assert f"::error file={one['file']},line={one['line']},col={one['column']},title=SRPP125::" in github
    (result,) = [r for r in sarif["runs"][0]["results"] if r["ruleId"] == "SRPP125"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (one["line"], one["column"])
    assert one["says"] in result["message"]["text"]


def test_a_path_outside_any_checkout_is_wrong_use(srpp: Srpp, tmp_path: Path) -> None:
    """There is nothing to check, and srpp says what it looked for."""
    done = srpp("check", tmp_path, at=tmp_path)

    assert done.returncode == 2
    assert "no folder criteria above it" in done.stderr


def test_a_broken_checkout_is_no_traceback_in_other_commands_either(srpp: Srpp, checkout: Path) -> None:
    """`srpp build` of a library with errors prints them and ends with 1."""
    spoil(checkout, "level: core", "level: cor")

    done = srpp("build", checkout)

    assert done.returncode == 1
    assert "SRPP125" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_closing_line_names_the_way_to_the_page_of_a_code(srpp: Srpp, checkout: Path) -> None:
    """Nobody has to search for what a code means."""
    spoil(checkout, "level: core", "level: cor")

    assert "srpp check --explain SRPP" in srpp("check", checkout).stderr


def test_explain_prints_the_page_of_a_code_without_any_checkout(srpp: Srpp) -> None:
    """The page comes from the package: why, how to mend, a wrong and a right example."""
    done = srpp("check", "--explain", "srpp203")

    assert done.returncode == 0
    assert done.stdout.startswith("# SRPP203 · award-criterion-without-clause")
    for heading in ("## Why it matters", "## How to mend it", "## Wrong", "## Right"):
        assert heading in done.stdout


def test_explain_names_the_nearest_code(srpp: Srpp) -> None:
    """A mistyped code is a usage error with a way out."""
    done = srpp("check", "--explain", "SRP203")

    assert done.returncode == 2
    assert 'did you mean "SRPP203"?' in done.stderr


def test_waived_findings_are_listed_with_their_reasons(srpp: Srpp, checkout: Path) -> None:
    """A waiver hides nothing: who asks is told, as text and as data."""
    file = spoil(checkout, "replaces it at its own cost", "replaces it where possible")
    waiver = "\nwaivers:\n  - {check: SRPP301, at: remedies, reason: A test of waivers.}\n"
    file.write_text(file.read_text(encoding="utf-8") + waiver, encoding="utf-8")

    assert "SRPP301" not in srpp("check", file).stdout
    assert "waived: A test of waivers." in srpp("check", file, "--waived").stdout
    (found,) = json.loads(srpp("check", file, "--waived", "--format", "json").stdout)
    assert (found["code"], found["reason"]) == ("SRPP301", "A test of waivers.")
    assert srpp("check", file, "--waived", "--format", "sarif").returncode == 2
