# SPDX-License-Identifier: Apache-2.0
"""The CPV is a tree: a code serves everything below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def serves_cpv(codes: Iterable[str], wanted: str) -> bool:
    """Whether one of an item's codes is the wanted one or stands above it in the CPV tree.

    >>> serves_cpv(["45000000-7"], "45210000"), serves_cpv(["45210000-2"], "45000000")
    (True, False)
    """
    digits = wanted.partition("-")[0]
    return any(digits.startswith(branch(code)) for code in codes)


def branch(code: str) -> str:
    """The digits that a code shares with everything below it; a division keeps its two digits.

    >>> branch("45000000-7"), branch("45210000-2"), branch("30000000-9")
    ('45', '4521', '30')
    """
    digits = code.partition("-")[0]
    return digits[:2] + digits[2:].rstrip("0")
