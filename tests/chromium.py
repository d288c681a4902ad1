# SPDX-License-Identifier: Apache-2.0
"""Find the browser that the tests drive; run as a program it installs Debian's Chromium where there is none.

Playwright's own browser is taken if somebody installed it; nothing here fetches it, because it does not come from a
package registry.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

_ON_THE_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def launch_options() -> dict[str, Any]:
    """What `playwright.chromium.launch` needs on this machine; as root Chromium runs only without its sandbox."""
    options: dict[str, Any] = {"args": ["--no-sandbox"]} if getattr(os, "geteuid", lambda: 1)() == 0 else {}
    if not _own_chromium():
        found = _on_the_path()
        if found is not None:
            options["executable_path"] = found
    return options


def _on_the_path() -> str | None:
    return next(filter(None, map(shutil.which, _ON_THE_PATH)), None)


def _own_chromium() -> bool:
    """Whether `playwright install chromium` was run here; its folder bears the revision in its name."""
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    home = Path(named) if named else Path.home() / ".cache" / "ms-playwright"
    return any(home.glob("chromium*-*")) if home.is_dir() else False


def main() -> int:
    """Make sure that there is a browser, and say what to do if it cannot be had."""
    if _own_chromium() or _on_the_path():
        return 0
    apt = shutil.which("apt-get")
    if apt and getattr(os, "geteuid", lambda: 1)() == 0:
        sys.stderr.write("No browser for the tests: installing Debian's chromium …\n")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in ([apt, "-qq", "update"], [apt, "-qq", "install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if _on_the_path():
            return 0
    sys.stderr.write(
        "The tests of the site need a browser: install Chromium or Chrome (on Debian: apt-get install chromium).\n"
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
