# SPDX-License-Identifier: Apache-2.0
"""The real command in a real process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.checkout import version_in

if TYPE_CHECKING:
    from collections.abc import Callable

SRPP = Path(sys.executable).with_name("srpp")
TIERS = "criteria/construction/construction-subcontracting-tier-limit.yml"


@pytest.fixture
def srpp(repository: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Call `srpp` with arguments, in the repository unless another folder is named."""

    def run(*arguments: str | Path, at: Path = repository) -> subprocess.CompletedProcess[str]:
        command = [str(SRPP), *map(str, arguments)]
        return subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)

    return run


@pytest.fixture
def tiers_now(repository: Path) -> str:
    """The version of the limit of tiers, our example, so that no test waits for its next one."""
    return version_in(repository / TIERS)
