# SPDX-License-Identifier: Apache-2.0
"""The browser side of the site, bundled for a test and run in a real Chromium."""

from __future__ import annotations

import base64
import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from srpp_criteria.documents.fillable import fillable
from srpp_criteria.documents.frame import frame, word_template

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from srpp_criteria import Edition

HERE = Path(__file__).parent
FRONTEND = HERE.parent.parent / "src" / "srpp_criteria" / "site" / "frontend"


def bundled(script: str) -> str:
    """A script beside this file with all it needs as one; nothing of it ships."""
    esbuild = FRONTEND / "node_modules" / "esbuild" / "bin" / "esbuild"
    options = ("--bundle", "--format=iife", "--charset=utf8", "--target=es2022")
    command = [str(esbuild), str(HERE / script), *options]
    environment = {**os.environ, "NODE_PATH": str(FRONTEND / "node_modules")}
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout


class Engine:
    """One page with the engine in it; a call is a function of the script, with JSON both ways."""

    def __init__(self, page: Page, script: str = "engine_for_tests.ts") -> None:
        self._page = page
        page.goto("about:blank")
        page.add_script_tag(content=bundled(script))

    def call(self, name: str, *given: object) -> Any:  # JSON
        """One call."""
        return self._run("([name, given]) => engine[name](...given)", [name, given])

    def each(self, name: str, calls: list[Any]) -> list[Any]:
        """Many calls in one message."""
        found: list[Any] = self._run("([name, calls]) => calls.map((each) => engine[name](each))", [name, calls])
        return found

    def read(self, edition: Edition) -> None:
        """Let the calls that follow be about the items of this edition."""
        items = {entry.id: fillable(entry, edition) for entry in edition}
        template = base64.b64encode(word_template(edition)).decode()
        self.call("edition", {"frame": frame(edition), "items": items, "template": template})

    def _run(self, script: str, given: object) -> Any:  # JSON
        # As text, which playwright hands over far faster than a tree.
        call = f"(given) => JSON.stringify(({script})(JSON.parse(given)) ?? null)"
        return json.loads(self._page.evaluate(call, json.dumps(given)))
