# SPDX-License-Identifier: Apache-2.0
"""The browser side of the site, bundled for a test and run in a real Chromium."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent.parent))
from browser import launch_options

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
FRONTEND = HERE.parent.parent / "src" / "srpp_criteria" / "site" / "frontend"


def bundled() -> str:
    """`engine_for_tests.ts` with all it needs as one script; nothing of it ships."""
    esbuild = FRONTEND / "node_modules" / ".bin" / "esbuild"
    command = [esbuild, HERE / "engine_for_tests.ts", "--bundle", "--format=iife", "--charset=utf8", "--target=es2022"]
    environment = {"NODE_PATH": str(FRONTEND / "node_modules"), "PATH": "/usr/bin:/bin:/usr/local/bin"}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


class Engine:
    """One page with the engine in it; a call is a function of `engine_for_tests.ts` with JSON both ways."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401  # playwright's page
        self._page = page
        page.goto("about:blank")
        page.add_script_tag(content=bundled())

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # JSON
        return lambda *given: self._run("([name, given]) => engine[name](...given)", [name, given])

    def each(self, name: str, calls: list[Any]) -> Any:  # noqa: ANN401  # JSON
        """Many calls in one message."""
        return self._run("([name, calls]) => calls.map((each) => engine[name](each))", [name, calls])

    def _run(self, script: str, given: Any) -> Any:  # noqa: ANN401  # JSON
        # As text, which playwright hands over far faster than a tree.
        text = self._page.evaluate(f"(given) => JSON.stringify(({script})(JSON.parse(given)) ?? null)", json.dumps(given))
        return json.loads(text)


def running() -> Iterator[Engine]:
    """The engine in a browser of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield Engine(browser.new_page())
        browser.close()
