# SPDX-License-Identifier: Apache-2.0
"""What became of the items of a tender file since it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.checkout import Checkout, parameter

from srpp_criteria.comparison.outdated import ItemStanding, Matter, Standing, standings
from srpp_criteria.models.names import ItemId
from srpp_criteria.models.tender_file import TenderFile, TenderItem

if TYPE_CHECKING:
    from collections.abc import Mapping


def log(*changes: tuple[str, str]) -> dict[str, Any]:
    """Version and changelog of an item, the newest change first."""
    entries = [
        {"version": version, "date": "2026-11-22", "change": change, "says": f"{version} is here."}
        for version, change in (*changes, ("1.0.0", "first"))
    ]
    return {"version": entries[0]["version"], "changelog": entries}


def standing(checkout: Checkout, item: str = "fair-pay", **held: Any) -> ItemStanding:
    """What became of the only item of a file."""
    wanted = TenderItem.model_construct(item=ItemId(item), **{"parameters": {}, **held})
    file = TenderFile.model_construct(srpp=1, title="T", locale="en", items=(wanted,))
    (found,) = standings(file, checkout.edition("en"), checkout.library.register)
    return found


def released_then(checkout: Checkout, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """A text is released, then the files say something else."""
    checkout.item(**before)
    checkout.release(checkout.edition("en")["fair-pay"])
    checkout.item(**after)


@pytest.mark.parametrize(
    ("changes", "after", "matter"),
    [
        ([("1.0.1", "patch")], {"title": "Fiar pay"}, Matter.WORDING),
        ([("1.1.0", "minor"), ("1.0.1", "patch")], {"title": "Fiar pay"}, Matter.ADDITION),
        ([("2.0.0", "major")], {"title": "Fiar pay"}, Matter.DUTY),
        ([("1.0.1", "patch")], {"text": {"obligation": "Pay more."}}, Matter.DUTY),
    ],
)
def test_a_newer_version_is_told_with_what_changed(
    checkout: Checkout, changes: list[tuple[str, str]], after: dict[str, Any], matter: Matter
) -> None:
    """The heaviest of what the authors say and of what the comparison finds."""
    released_then(checkout, log(), {**log(*changes), **after})
    found = standing(checkout, version="1.0.0")

    assert (found.standing, found.matter) == (Standing.NEWER, matter)
    assert [step.version for step in found.steps] == [version for version, _ in changes]
    assert [one.section for one in found.differences] == list(after)
    assert found.needs_a_look


def test_a_duty_that_may_have_changed_has_its_reason(checkout: Checkout) -> None:
    """An author said patch, the comparison finds more; after a major nobody doubts."""
    released_then(checkout, log(), {**log(("1.0.1", "patch")), "text": {"obligation": "Pay more."}})
    assert standing(checkout, version="1.0.0").doubts == ("text.obligation: the words of an obligation changed",)

    checkout.item(**log(("2.0.0", "major")), text={"obligation": "Pay more."})
    assert standing(checkout, version="1.0.0").doubts == ()


def test_a_better_revision_of_the_same_version_is_newer(checkout: Checkout) -> None:
    """As a better translation is; without a revision in the file the newest one is meant."""
    released_then(checkout, {"title": "Fiar pay"}, {"title": "Fair pay"})

    assert standing(checkout, version="1.0.0", revision=1).standing is Standing.NEWER
    assert standing(checkout, version="1.0.0", revision=1).matter is Matter.WORDING
    assert standing(checkout, version="1.0.0", revision=2).standing is Standing.CURRENT
    assert standing(checkout, version="1.0.0").standing is Standing.CURRENT
    assert standing(checkout).standing is Standing.CURRENT


def test_without_the_old_text_the_changelog_speaks(checkout: Checkout) -> None:
    """And the reader is told why no difference is shown."""
    checkout.item(**log(("2.0.0", "major")))
    found = standing(checkout, version="1.0.0")

    assert (found.matter, found.differences) == (Matter.DUTY, ())
    assert "not on record" in found.says


def test_a_file_of_a_newer_library_is_not_called_outdated(checkout: Checkout) -> None:
    """The library is."""
    checkout.item()

    assert standing(checkout, version="3.0.0").standing is Standing.AHEAD


def test_a_deprecated_item_names_its_successor_and_its_last_day(checkout: Checkout) -> None:
    """Also when its text is the same."""
    checkout.item("better-pay")
    checkout.item(status="deprecated", superseded_by="better-pay", sunset="2027-01-31")
    found = standing(checkout, version="1.0.0")

    assert (found.deprecated, found.superseded_by, str(found.sunset)) == (True, "better-pay", "2027-01-31")
    assert found.needs_a_look


def test_an_item_that_is_gone_is_told_from_one_that_never_was(checkout: Checkout) -> None:
    """The register knows what was released."""
    released_then(checkout, {}, {})
    (checkout.root / "criteria/food/fair-pay.yml").unlink()
    checkout.item("other-item")

    assert "last released text is srpp:fair-pay@1.0.0" in standing(checkout, version="1.0.0").says
    assert "ever released" in standing(checkout, "no-item").says
    assert standing(checkout, "no-item").standing is Standing.GONE


def test_values_that_do_not_fit_any_more_are_named(checkout: Checkout) -> None:
    """A name that is gone, a value outside the limits, a value that the law fixes."""
    checkout.item(parameters={"days": parameter(maximum=5), "law": parameter(locked=True), "fine": parameter()})
    found = standing(checkout, parameters={"days": 9, "law": 3, "fine": 3, "weeks": 1, "self": 1})

    assert {one.name: one.value for one in found.misfits} == {"days": 9, "law": 3, "weeks": 1, "self": 1}
    assert found.needs_a_look
