# SPDX-License-Identifier: Apache-2.0
"""Which browser the tests drive: Playwright's own Chromium if it is installed, else that of the machine."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

_ON_THE_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def launch_options() -> dict[str, Any]:
    """What `playwright.chromium.launch` needs on this machine; as root Chromium runs only without its sandbox."""
    options: dict[str, Any] = {"args": ["--no-sandbox"]} if getattr(os, "geteuid", lambda: 1)() == 0 else {}
    if not _own_chromium():
        found = next(filter(None, map(shutil.which, _ON_THE_PATH)), None)
        if found is not None:
            options["executable_path"] = found
    return options


def _own_chromium() -> bool:
    """Whether `playwright install chromium` was run here; its folder bears the revision in its name."""
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    home = Path(named) if named else Path.home() / ".cache" / "ms-playwright"
    return any(home.glob("chromium*-*")) if home.is_dir() else False
