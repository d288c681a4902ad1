# SPDX-License-Identifier: Apache-2.0
"""The comment behind a value, and the blank lines and comments below it.

ruamel.yaml keeps what follows a value with the value. Who puts something else behind a value, or in its place, has to
carry that along: the blank line between two blocks, and the comment that belongs to the next one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

_IN_MAPPING: Final = 2
_IN_LIST: Final = 0


@dataclass(frozen=True, slots=True)
class Trailing:
    """What follows a value: the rest of its line, and the lines below up to the next key."""

    beside: str
    below: str


def take_trailing(tree: Any, key: str | int) -> Trailing:
    """Take away what follows the value at a key of a tree; in a block it stands with its last value."""
    value = tree[key]
    if _is_block(value):
        last = _last_key(value)
        inside = take_trailing(value, last)
        if not _is_block(value[last]):
            _put(value, last, Trailing(inside.beside, ""))
        return Trailing("", inside.below)
    slot = _slot(tree)
    comments = tree.ca.items.get(key)
    token = comments[slot] if comments else None
    if token is None:
        return Trailing("", "")
    comments[slot] = None
    if _ends_its_line(value):
        return Trailing("", token.value)
    beside, _, below = token.value.partition("\n")
    return Trailing(beside, below)


def take_below(tree: Any, key: str | int) -> str:
    """Take away the lines below the value at a key; a comment in its own line stays there."""
    trailing = take_trailing(tree, key)
    if not _is_block(tree[key]):
        _put(tree, key, Trailing(trailing.beside, ""))
    return trailing.below


def put_trailing(tree: Any, key: str | int, trailing: Trailing) -> None:
    """Put behind the value at a key what stood behind another one."""
    value = tree[key]
    if _is_block(value):
        put_trailing(value, _last_key(value), trailing)
    else:
        _put(tree, key, trailing)


def put_comment_close(tree: Any, key: str | int) -> None:
    """One space between the value at a key and the comment in its line."""
    from ruamel.yaml.error import CommentMark

    if _is_block(tree[key]) or _ends_its_line(tree[key]):
        return  # what follows stands below it, in lines of its own
    comments = tree.ca.items.get(key)
    token = comments[_slot(tree)] if comments else None
    if token is not None and token.value.startswith("#"):
        token.start_mark = CommentMark(0)


def _put(tree: Any, key: str | int, trailing: Trailing) -> None:
    from ruamel.yaml.error import CommentMark
    from ruamel.yaml.tokens import CommentToken

    if not trailing.beside and not trailing.below:
        return
    if _ends_its_line(tree[key]):
        words = f"{trailing.beside}\n{trailing.below}" if trailing.beside else trailing.below
    else:
        words = f"{trailing.beside}\n{trailing.below}"
    comments = tree.ca.items.setdefault(key, [None, None, None, None])
    # Column 0: one space behind the value, however long it is now.
    comments[_slot(tree)] = CommentToken(words, CommentMark(0), None)


def is_collection(value: Any) -> bool:
    """Whether a piece of a tree is a mapping or a list."""
    return isinstance(value, (dict, list))


def _is_block(value: Any) -> bool:
    return is_collection(value) and len(value) > 0 and not value.fa.flow_style()


def _last_key(tree: Any) -> str | int:
    return len(tree) - 1 if isinstance(tree, list) else list(tree)[-1]


def _slot(tree: Any) -> int:
    return _IN_LIST if isinstance(tree, list) else _IN_MAPPING


def _ends_its_line(value: Any) -> bool:
    """Whether a value is a block text, whose last line is over when it ends."""
    from ruamel.yaml.scalarstring import FoldedScalarString, LiteralScalarString

    return isinstance(value, (LiteralScalarString, FoldedScalarString))
