# SPDX-License-Identifier: Apache-2.0
"""What every test may use: the repository, snapshots for the reviewer, the built site and a browser."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock
from hypothesis import settings
from tests.chromium import launch_options

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


# ---- the site ------------------------------------------------------------------------------------------------------


def build_site(target: Path, *options: str, **environment: str) -> Path:
    """Build the whole site as `make site` does; a warning is an error."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target), *options]
    given = os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment
    built = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return target


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site, made once for all workers."""
    base = tmp_path_factory.getbasetemp()
    target = (base if worker_id == "master" else base.parent) / "site"
    with FileLock(f"{target}.lock"):
        if not target.is_dir():
            build_site(target.with_name("site-unfinished"), SITE_URL="https://example.org/srpp/")
            target.with_name("site-unfinished").rename(target)
    return target


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and tells nobody."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yields its address, which ends in a slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """The address of the built site, served on this machine."""
    yield from served(built_site)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Let pytest-playwright start the browser that this machine has."""
    return browser_type_launch_args | launch_options()
