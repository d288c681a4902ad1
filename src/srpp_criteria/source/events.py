# SPDX-License-Identifier: Apache-2.0
"""The events of libyaml: what stands in a YAML file, piece by piece, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from yaml._yaml import CParser

if TYPE_CHECKING:
    from collections.abc import Callable


class Mark(Protocol):
    """A point in a file; line and column count from 0."""

    line: int
    column: int


class Event(Protocol):
    """One piece of a file. Which attributes it really has depends on its class in `yaml.events`.

    Attributes:
        start_mark: where it begins.
        anchor: the name after `&` or, for an alias, after `*`.
        tag: the resolved tag, if one is written.
        value: text of a scalar, after quotes, escapes and folding.
        style: `""` for a plain scalar, else the character that introduces it: `'`, `"`, `|` or `>`.
        version: of a document with a `%YAML` line.
        tags: of a document with `%TAG` lines.
    """

    start_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str
    version: tuple[int, int] | None
    tags: dict[str, str] | None


def events_of(content: str | bytes) -> Callable[[], Event]:
    """A function that gives the next event at each call; the last one is a `yaml.StreamEndEvent`.

    A function and no iterator, because a generator would cost a tenth of the time that reading takes.

    Raises:
        yaml.YAMLError: by the returned function, where the content is not YAML.
    """
    return cast("Callable[[], Event]", CParser(content).get_event)
