# SPDX-License-Identifier: Apache-2.0
"""Labels of the repository: make them, or say which follow from the paths of a change. Needs nothing but Python and gh.

`labels.py make` makes or renews each label of .github/labels.yml with gh. `labels.py of-paths` reads paths, one a line,
and prints the JSON that GitHub takes to put labels. Paths come from strangers: a label that is not in the file is never
named.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE = Path(__file__).parents[1] / ".github" / "labels.yml"
_LABEL = re.compile(r'^- \{name: "([^"]+)", color: "([0-9a-f]{6})", description: "([^"]+)"\}$', re.MULTILINE)
_FOLDERS = (
    (re.compile(r"criteria/([\w-]+)/[\w-]+\.yml"), "sector: {}"),
    (re.compile(r"locales/markets/([\w-]+)/.+"), "market: {}"),
    (re.compile(r"locales/languages/(\w+)/.+"), "language: {}"),
    (re.compile(r"(?:src|tests|schemas|\.ci|\.github)/.+()"), "code"),
    (re.compile(r"(?:docs/.+|\w+\.md)()"), "docs"),
)


def labels() -> dict[str, tuple[str, str]]:
    """Colour and description of each label, by name."""
    found = _LABEL.findall(FILE.read_text(encoding="utf-8"))
    return {name: (colour, description) for name, colour, description in found}


def of_paths(paths: Iterable[str]) -> list[str]:
    """The labels that follow from the paths of a change, each once, in their order in the file."""
    named = {
        name.format(*match.groups()) for path in paths for shape, name in _FOLDERS if (match := shape.fullmatch(path))
    }
    return [name for name in labels() if name in named]


def main(arguments: list[str]) -> None:
    """Do what the one argument says."""
    if arguments == ["make"]:
        for name, (colour, description) in labels().items():
            command = ["gh", "label", "create", name, "--color", colour, "--description", description, "--force"]
            subprocess.run(command, check=True)  # noqa: S603 - our own words; gh is the runner's
    elif arguments == ["of-paths"]:
        found = of_paths(sys.stdin.read().splitlines())
        if found:
            print(json.dumps({"labels": found}))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
