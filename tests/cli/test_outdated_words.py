# SPDX-License-Identifier: Apache-2.0
"""What `srpp outdated` says of a change, in one line."""

from __future__ import annotations

import pytest

from srpp_criteria.cli.outdated_command import _summary
from srpp_criteria.comparison.outdated import ItemStanding, Matter, Standing


@pytest.mark.parametrize(
    ("matter", "doubts", "says"),
    [
        (Matter.DUTY, (), "a duty changed"),
        (Matter.ADDITION, (), "something was added"),
        (Matter.WORDING, (), "only wording changed"),
        (Matter.DUTY, ("text.pay: was removed",), "a duty may have changed (text.pay: was removed)"),
        (Matter.DUTY, ("text.pay: a", "title: b", "c: d"), "a duty may have changed (text.pay: a, and 2 more)"),
        (Matter.UNKNOWN, (), "a duty may have changed (nobody recorded what did)"),
    ],
)
def test_a_change_is_told_by_what_it_is(matter: Matter, doubts: tuple[str, ...], says: str) -> None:
    """Doubt is said only with its reason."""
    found = ItemStanding(
        0, "fair-pay", "Fair pay", Standing.NEWER, "1.0.0", None, "2.0.0", 1, matter=matter, doubts=doubts
    )

    assert _summary(found) == f"1.0.0 → 2.0.0 (revision 1), {says}"
