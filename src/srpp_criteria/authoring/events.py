# SPDX-License-Identifier: Apache-2.0
"""The pieces of a YAML text that our strict reader has accepted, each with its beginning and its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator


class Mark(Protocol):
    """A point in a text, counted from 0."""

    index: int
    line: int
    column: int


def begin_of(event: Any) -> Mark:
    """Where a piece begins."""
    mark: Mark = event.start_mark
    return mark


def end_of(event: Any) -> Mark:
    """Where a piece ends."""
    mark: Mark = event.end_mark
    return mark


def events_of(text: str) -> Iterator[Any]:
    """The events of libyaml with both marks; a mark counts characters, lines and columns from 0.

    >>> [event.value for event in events_of("a: NO\\n") if isinstance(event, yaml.ScalarEvent)]
    ['a', 'NO']
    """
    return iter(yaml.parse(text, Loader=yaml.CSafeLoader))
