# SPDX-License-Identifier: Apache-2.0
"""`srpp list`, `search`, `show`, `explain`, `editions`: what they print and how they end."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Srpp = Callable[..., subprocess.CompletedProcess[str]]

TIERS = "construction-subcontracting-tier-limit"


def test_list_prints_one_item_a_line(srpp: Srpp, tiers_now: str) -> None:
    """In a pipe each item is a line: id, kind or stage, level, version, title, apart by tabs."""
    done = srpp("list", "--kind", "clause", "--cpv", "45210000")

    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [TIERS, "clause", "core", tiers_now, "Limit on the number of subcontracting tiers"] in lines
    assert all(line[1] == "clause" for line in lines)


def test_list_for_machines_is_json(srpp: Srpp) -> None:
    """`--json` prints the same rows as objects."""
    rows = json.loads(srpp("list", "--sector", "food", "--json").stdout)

    assert rows
    assert all("food" in row["sectors"] for row in rows)


def test_a_criterion_for_construction_serves_a_building_but_not_the_other_way_round(srpp: Srpp) -> None:
    """CPV codes are a tree: what is written for 45000000 is found for 45210000."""
    narrow = {row["id"] for row in json.loads(srpp("list", "--cpv", "45210000-2", "--json").stdout)}
    wide = {row["id"] for row in json.loads(srpp("list", "--cpv", "45000000-7", "--json").stdout)}

    assert TIERS in narrow
    assert wide < narrow


def test_search_finds_words_inside_texts_without_regard_to_case(srpp: Srpp) -> None:
    """All words must occur somewhere in the item; their case does not matter."""
    found = [line.split("\t")[0] for line in srpp("search", "CHAIN", "chart", "specialist").stdout.splitlines()]

    assert TIERS in found


def test_search_without_a_hit_says_so_and_is_no_error(srpp: Srpp) -> None:
    """Nothing found is an answer."""
    done = srpp("search", "zeppelin")

    assert (done.returncode, done.stdout) == (0, "")
    assert "no item holds all these words" in done.stderr


def test_show_prints_the_text_with_the_values_that_were_set(srpp: Srpp) -> None:
    """The sentence is grammatical for the value."""
    assert "at most 1 tier of subcontractors" in srpp("show", TIERS, "--set", "max_tiers=1").stdout
    assert "at most 3 tiers of subcontractors" in srpp("show", TIERS, "--set", "max_tiers=3").stdout


@pytest.mark.parametrize(
    ("form", "sign"), [("text", "1.1 Limit"), ("markdown", "# Limit on"), ("html", '<html lang="en')]
)
def test_show_writes_each_format(srpp: Srpp, form: str, sign: str) -> None:
    """Text, Markdown and HTML come from the same document."""
    assert sign in srpp("show", TIERS, "--format", form).stdout


def test_show_as_json_holds_the_filled_parts_and_the_stamp(srpp: Srpp, tiers_now: str) -> None:
    """For machines: the whole entry, the filled text part by part, and what is still blank."""
    data = json.loads(srpp("show", TIERS, "--format", "json", "--set", "max_tiers=1").stdout)

    assert data["filled"][0]["id"] == "obligation"
    assert "1 tier of" in data["filled"][0]["text"]
    assert data["stamp"].startswith(f"srpp:{TIERS}@{tiers_now}+en.1#")
    assert data["blanks"] == []


def test_show_can_leave_the_stamp_out(srpp: Srpp) -> None:
    """The source stamp can be switched off."""
    assert "srpp:" in srpp("show", TIERS).stdout
    assert "srpp:" not in srpp("show", TIERS, "--no-stamp").stdout


def test_explain_names_file_and_line_of_a_value(srpp: Srpp, repository: Path) -> None:
    """The line that is named holds the value."""
    place = srpp("explain", TIERS, "parameters.max_tiers.default").stdout.split(" ")[0]
    file, line, _ = place.rsplit(":", 2)

    assert "default: 2" in (repository / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_explain_without_a_field_lists_the_fields(srpp: Srpp) -> None:
    """A newcomer sees what can be asked."""
    assert "text.obligation" in srpp("explain", TIERS).stdout.splitlines()


def test_editions_tell_what_each_holds_and_lacks(srpp: Srpp) -> None:
    """The master edition lacks nothing; every missing item elsewhere has a reason."""
    editions = {one["locale"]: one for one in json.loads(srpp("editions", "--json").stdout)}

    assert editions["en"]["missing"] == []
    assert all(missing["says"] for one in editions.values() for missing in one["missing"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", "construction-subcontracting-tier-limt"), "did you mean construction-subcontracting-tier-limit"),
        (("show", TIERS, "--set", "max_tiers=9"), "max_tiers is 9, above the maximum 3"),
        (("show", TIERS, "--set", "max_tier=1"), 'did you mean "max_tiers"'),
        (("show", TIERS, "--set", "max_tiers"), "write --set max_tiers=VALUE"),
        (("show", TIERS, "--set", "max_tiers=two"), "write a number"),
        (("show", TIERS, "--locale", "xx-YY"), 'there is no edition "xx-YY"'),
        (("explain", TIERS, "text.oligation"), "did you mean text.obligation"),
        (("lst",), "did you mean list"),
        (("list", "--nonsense"), "--nonsense"),
        (("tender", TIERS, "-o", "out.xyz"), "end it in .docx"),
        (("tender", TIERS, "-o", "/nowhere/out.docx"), "/nowhere/out.docx"),
        (("tender", TIERS, "--set", "max_tiers=1", "-o", "out.docx"), "names no item"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_gets_one_line_with_a_way_out_and_exit_code_2(
    srpp: Srpp, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    """Never a traceback; what was meant is named where it can be guessed."""
    done = srpp(*arguments, at=tmp_path)

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("srpp: ")
    assert len(done.stderr.splitlines()) == 1
    assert says in done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_exist_for_each_shell(srpp: Srpp, shell: str) -> None:
    """The script calls back into srpp."""
    assert "_SRPP_COMPLETE" in srpp("completion", shell).stdout


def test_help_names_every_command(srpp: Srpp) -> None:
    """`srpp --help` and the documentation know the same commands."""
    shown = srpp("--help").stdout

    for command in (
        "list",
        "search",
        "show",
        "tender",
        "explain",
        "editions",
        "check",
        "schema",
        "build",
        "completion",
    ):
        assert f"  {command} " in shown
        assert srpp(command, "--help").returncode == 0
