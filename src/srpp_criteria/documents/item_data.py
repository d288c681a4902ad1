# SPDX-License-Identifier: Apache-2.0
"""A filled item as data: what `srpp show --format json` prints and what lies beside its page as `index.json`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from srpp_criteria.edition.fill import Filled


def item_data(filled: Filled) -> dict[str, Any]:
    """An item with its filled text, for machines.

    >>> from srpp_criteria import Library
    >>> clause = Library.load().edition("en")["construction-subcontracting-tier-limit"]
    >>> item_data(clause.fill())["stamp"].split("@")[0]
    'srpp:construction-subcontracting-tier-limit'
    """
    data: dict[str, Any] = filled.entry.model_dump(mode="json", exclude_none=True)
    data["stamp"] = filled.stamp
    data["filled"] = [asdict(part) for part in filled.parts]
    data["blanks"] = [blank.name for blank in filled.blanks]
    return data
