# SPDX-License-Identifier: Apache-2.0
"""What every test may use: the repository, snapshots for the reviewer, and steady property tests."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent

# No deadline: a busy machine of two cores must not turn a right answer red. CI tries the same examples each time, so
# that a red build is red again on the developer's machine.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option behind `make snapshots`."""
    parser.addoption("--write-snapshots", action="store_true", help="rewrite tests/snapshots/ instead of comparing")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run only the tests that own a snapshot when snapshots are written."""
    if config.getoption("--write-snapshots"):
        items[:] = [item for item in items if "snapshot" in getattr(item, "fixturenames", ())]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this checkout."""
    return ROOT


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name under tests/snapshots/, which a lawyer reads in the pull request.

    Call it as `snapshot("nb-NO/construction-site-visit.md", text)`. Name the case; never number it.
    """
    write = bool(request.config.getoption("--write-snapshots"))

    def compare(name: str, text: str) -> None:
        file = ROOT / "tests" / "snapshots" / name
        if write:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            return
        assert file.is_file(), f"no snapshot {name}: run `make snapshots` and read what it wrote"
        assert text == file.read_text(encoding="utf-8"), f"{name} changed: run `make snapshots` and read the diff"

    return compare
