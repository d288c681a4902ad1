# SPDX-License-Identifier: Apache-2.0
"""The comments of a YAML file: what a program that changes the file must not lose."""

from __future__ import annotations

import yaml

from srpp_criteria.authoring.events import begin_of, end_of, events_of


def comments_of(text: str) -> tuple[str, ...]:
    """Every comment of a YAML text, from its number sign on, in the order of the file.

    Raises:
        yaml.YAMLError: the text is no YAML; our strict reader says so first.

    >>> comments_of('# Top\\nurl: "a # b" # why\\ntext: | # kept\\n  Clause # 5\\n')
    ('# Top', '# why', '# kept')
    """
    found: list[str] = []
    at = 0
    for event in events_of(text):
        if isinstance(event, yaml.ScalarEvent):
            start = begin_of(event).index
            if event.style in {"|", ">"}:
                # Behind the sign of a block text a comment may stand.
                start = max(start, text.find("\n", start))
            found += _comments(text[at:start])
            at = max(start, end_of(event).index)
    found += _comments(text[at:])
    return tuple(found)


def _comments(between: str) -> list[str]:
    """The comments in a stretch of text without words: there each number sign begins one."""
    lines = (line.partition("#") for line in between.split("\n"))
    return [f"#{words.rstrip()}" for _, sign, words in lines if sign]
