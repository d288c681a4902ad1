# SPDX-License-Identifier: Apache-2.0
"""Every file of the library that people write, and a copy of the library that a test may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path
    for folder in ("criteria", "locales/markets", "docs/examples")
    for path in (ROOT / folder).rglob("*.yml")
    if "published" not in path.parts
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the library."""
    for folder in ("criteria", "locales"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path
