# SPDX-License-Identifier: Apache-2.0
"""LibreOffice is asked only where it is installed; everything else is tested without it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

collect_ignore = [] if shutil.which("soffice") else ["test_in_libreoffice.py"]


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known: `pytest -m office` runs only these."""
    config.addinivalue_line("markers", "office: opens the file in LibreOffice; runs where soffice is installed")
