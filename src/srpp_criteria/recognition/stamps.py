# SPDX-License-Identifier: Apache-2.0
"""Source stamps in a draft: section 6 of docs/concepts/recognition.md."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from srpp_criteria.recognition.index import Index

_STAMP = re.compile(
    r"srpp\s?:\s?([a-z0-9-]+)\s?@\s?([0-9]+\.[0-9]+\.[0-9]+)\s?\+\s?([a-z]{2,3}(?:-[a-z0-9]+)*)\.([0-9]{1,9})"
    r"\s?#\s?([0-9a-f]{8})(?![0-9a-f])",
    re.IGNORECASE | re.ASCII,
)
_BEGUN = re.compile(r"srpp\s?:\s?[a-z][a-z0-9@.+#_-]{0,200}", re.IGNORECASE | re.ASCII)
NEAREST: Final = 3
"""An item is named as meant up to so many letters away."""


class StampState(StrEnum):
    """What a stamp is worth."""

    KNOWN = "known"
    OTHER_FINGERPRINT = "other-fingerprint"
    OTHER_TEXT = "other-text"
    UNKNOWN_ITEM = "unknown-item"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class StampFound:
    """A stamp as it stands in a draft."""

    shown: str
    block: int
    state: StampState
    item: str = ""
    version: str = ""
    locale: str = ""
    revision: int = 0
    near: str = ""
    """The item that is perhaps meant."""


def take_stamps(blocks: Iterable[str], index: Index) -> tuple[list[str], list[StampFound]]:
    """The blocks with spaces in place of stamps, and the stamps."""
    known = {text.stamp.lower() for text in index.texts}
    named = {(text.item, text.version, text.locale.lower(), text.revision): text for text in index.texts}
    rest, found = [], []
    for number, block in enumerate(blocks):
        if "srpp" not in block and "srpp" not in block.lower():
            rest.append(block)
            continue
        left = block
        for match in _STAMP.finditer(block):
            item, version, locale, revision, fingerprint = match.groups()
            item, count = item.lower(), int(revision)
            text = named.get((item, version, locale.lower(), count))
            whole = f"srpp:{item}@{version}+{locale}.{count}#{fingerprint}".lower()
            state, near = StampState.OTHER_TEXT, ""
            if whole in known:
                state = StampState.KNOWN
            elif text is not None:
                state = StampState.OTHER_FINGERPRINT
            elif item not in index.items:
                state, near = StampState.UNKNOWN_ITEM, nearest(item, index.items)
            tag = text.locale if text else locale
            found.append(StampFound(match[0], number, state, item, version, tag, count, near))
            left = left[: match.start()] + " " * len(match[0]) + left[match.end() :]
        for match in _BEGUN.finditer(left):
            item = re.split(r"[@+#]", match[0].split(":", 1)[1].strip())[0].lower()
            near = item if item in index.items else nearest(item, index.items)
            found.append(StampFound(match[0], number, StampState.DAMAGED, near=near))
            left = left[: match.start()] + " " * len(match[0]) + left[match.end() :]
        rest.append(left)
    return rest, found


def nearest(written: str, known: Iterable[str]) -> str:
    """The known name fewest letters away, the first of equals; nothing if all are far.

    >>> nearest("food-fair-trade-cofee-share", ["food-fair-trade-coffee-share", "food-meals"])
    'food-fair-trade-coffee-share'
    """
    best, found = NEAREST + 1, ""
    for name in sorted(known):
        if abs(len(name) - len(written)) < best:
            distance = _distance(written, name)
            if distance < best:
                best, found = distance, name
    return found


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        diagonal, row[0] = row[0], place
        for at, there in enumerate(other, 1):
            diagonal, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, diagonal + (letter != there))
    return row[-1]
