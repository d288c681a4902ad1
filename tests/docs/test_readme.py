# SPDX-License-Identifier: Apache-2.0
"""What README and guides tell people to type, works: in an empty folder, with the real library."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from tests.docs.fences import fences, says

from srpp_criteria.cli.main import COMMANDS, srpp

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *(page for folder in ("guide", "concepts", "reference") for page in sorted((ROOT / "docs" / folder).glob("*.md"))),
]
SRPP = Path(sys.executable).with_name("srpp")


def name_of(page: Path) -> str:
    """The page below the root, as the name of its test."""
    return page.relative_to(ROOT).as_posix()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """An empty folder with the example tender files, as a reader would have."""
    for example in (ROOT / "docs" / "examples").glob("*.srpp.yml"):
        shutil.copy(example, tmp_path)
    return tmp_path


def having(language: str) -> list[Path]:
    """Pages with a block that runs."""
    return [page for page in PAGES if any(fence.language == language for fence in fences(page))]


@pytest.mark.parametrize("page", having("python"), ids=name_of)
def test_python_examples_run_and_print_what_the_page_says(page: Path, desk: Path) -> None:
    """Every block of Python is a whole program: nothing from another block is needed."""
    for fence in fences(page):
        if fence.language != "python":
            continue
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", fence.text], cwd=desk, capture_output=True, text=True, check=False
        )
        place = f"{name_of(page)}:{fence.line}"
        assert done.returncode == 0, f"{place}\n{done.stderr}"
        assert fence.prints is None or says(done.stdout, fence.prints), f"{place}\n{done.stdout}"


@pytest.mark.parametrize("page", having("sh"), ids=name_of)
def test_commands_run_and_print_what_the_page_says(page: Path, desk: Path) -> None:
    """Every `srpp` line in a shell block runs; one that ends with another code than 0 says so behind a #."""
    for fence in fences(page):
        if fence.language != "sh":
            continue
        printed = ""
        for line in fence.text.splitlines():
            if not line.startswith("srpp "):
                continue
            wanted = re.search(r"# ends with (\d)", line)
            done = subprocess.run(
                [str(SRPP), *shlex.split(line, comments=True)[1:]],
                cwd=desk,
                capture_output=True,
                text=True,
                check=False,
            )
            printed += done.stdout + done.stderr
            assert done.returncode == (int(wanted[1]) if wanted else 0), f"{name_of(page)}: {line}\n{printed}"
        assert fence.prints is None or says(printed, fence.prints), f"{name_of(page)}:{fence.line}\n{printed}"


def mentioned() -> Iterator[tuple[str, list[str]]]:
    """Each `srpp …` that stands in the middle of a sentence, taken apart."""
    for page in PAGES:
        for words in re.findall(r"(?<!`)`srpp ([a-z][^`]*)`", page.read_text(encoding="utf-8")):
            yield name_of(page), shlex.split(words)


def test_commands_in_sentences_exist_with_their_options() -> None:
    """No sentence tells a reader to type a command or option that is not there."""
    wrong = []
    for page, (name, *arguments) in mentioned():
        command = srpp.get_command(click.Context(srpp), name) if name in COMMANDS else None
        options = {option for one in command.params for option in one.opts + one.secondary_opts} if command else set()
        unknown = {word.partition("=")[0] for word in arguments if word.startswith("-")} - options - {"--help"}
        if command is None or unknown:
            wrong.append(f"{page}: srpp {name} {' '.join(arguments)}")

    assert wrong == []


def test_make_targets_in_the_documentation_exist() -> None:
    """`make …` in any page is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"`make ([a-z]+)`", page.read_text(encoding="utf-8"))}

    assert named
    assert named <= targets


def test_each_example_tender_file_is_used_by_a_page() -> None:
    """An example that no page uses is not tried by anybody."""
    words = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)

    for example in (ROOT / "docs" / "examples").iterdir():
        assert f"srpp tender {example.name} " in words, example.name
