# SPDX-License-Identifier: Apache-2.0
"""Put the lines that changed into a text whose form a program would not keep by itself.

A list that its author broke into lines, or an indentation of four, would be rewritten together with the one value that
changes. So only the changed lines are carried over into what the author wrote.
"""

from __future__ import annotations

from difflib import SequenceMatcher


def carried_over(original: str, before: str, after: str) -> str:
    r"""The original with the difference between two texts that a program wrote of it; else `after`.

    >>> carried_over("a: [x,\n  y]\nb: 1\n", before="a: [x, y]\nb: 1\n", after="a: [x, y]\nb: 2\n")
    'a: [x,\n  y]\nb: 2\n'
    """
    if original == before:
        return after
    lines, old, new = (text.split("\n") for text in (original, before, after))
    at: dict[int, int] = {}
    for block in SequenceMatcher(None, old, lines, autojunk=False).get_matching_blocks():
        at |= {block.a + step: block.b + step for step in range(block.size)}
    result: list[str] = []
    done = 0
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        touched = [at.get(number) for number in range(start, end)] if end > start else [at.get(start)]
        if None in touched:
            return after
        first, last = touched[0], touched[-1]
        if first is None or last is None or last - first != len(touched) - 1 or first < done:
            return after
        result += [*lines[done:first], *new[new_start:new_end]]
        done = last + 1 if end > start else first
    return "\n".join([*result, *lines[done:]])
