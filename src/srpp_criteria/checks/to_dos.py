# SPDX-License-Identifier: Apache-2.0
"""SRPP137: nothing that a skeleton left open goes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from srpp_criteria.checks.registry import FILE_CHECKS, Finding, check
from srpp_criteria.models.base import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.models.words import Path
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved

MARK = "TODO"
_MARK = re.compile(rf"(?<!\w){MARK}(?!\w)")


@check(FILE_CHECKS, "SRPP137", "to-do-left", since="0.2")
def to_do_left(file: Shelved[Any], _: Shelf) -> Iterator[Finding]:
    """A field still holds the word TODO that `srpp new` wrote into it.

    ## Why it matters
    The skeleton is complete enough to be read by the program; a reader of the tender would find our note to the author.

    ## How to mend it
    Write what the to-do asks for, or delete the field where it may be missing.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    title: "TODO: name of the clause"
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    title: Wages on time
    ```
    """
    for path, words in _strings(file.value, ()):
        if MARK in words and _MARK.search(words):
            short = " ".join(words.split())[:60]
            yield Finding(path, f'a to-do is left: "{short}"', "write it, or delete the field")


def _strings(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text of a model."""
    waiting: list[tuple[Path, Any]] = [(path, value)]
    while waiting:
        at, here = waiting.pop()
        if isinstance(here, str):
            yield at, here
        elif isinstance(here, Model):
            waiting += [((*at, name), inner) for name, inner in here.__dict__.items()]
        elif isinstance(here, dict):
            waiting += [((*at, name), inner) for name, inner in here.items()]
        elif isinstance(here, tuple):
            waiting += [((*at, position), inner) for position, inner in enumerate(here)]
