# SPDX-License-Identifier: Apache-2.0
"""An empty checkout for each test; what is in it, the test writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.checkout import Checkout

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout with registers and nothing else."""
    return Checkout(tmp_path / "checkout")
