# SPDX-License-Identifier: Apache-2.0
"""`srpp bump` gives an item its next version, and refuses one that says less than what changed."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from srpp_criteria import Library
from srpp_criteria.authoring.bump import NotReleasedYet, TooLightChange, bump
from srpp_criteria.authoring.yaml_file import YamlFile
from srpp_criteria.edition.released import published
from srpp_criteria.errors import InvalidLibrary, SrppError, UnknownItem
from srpp_criteria.models.item import Weight
from srpp_criteria.shelf import reading
from srpp_criteria.shelf.register import Register

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.shelf.shelf import Shelf

DAY = dt.date(2026, 11, 29)
ITEM = "construction-subcontracting-tier-limit"
FILE = f"criteria/construction/{ITEM}.yml"


@pytest.fixture
def copy(copy: Path) -> Path:
    """The library when the item was at 1.0.0 and nothing was released, whatever its version is today."""
    shutil.rmtree(copy / "criteria" / "published")
    text = (copy / FILE).read_text(encoding="utf-8").partition("\nchangelog:\n")[0]
    text = re.sub(r"^version: .+$", "version: 1.0.0", text, count=1, flags=re.MULTILINE)
    first = "  - version: 1.0.0\n    date: 2026-11-22\n    change: first\n    says: First text.\n"
    (copy / FILE).write_text(f"{text}\nchangelog:\n{first}", encoding="utf-8")
    for decision in copy.glob(f"locales/markets/*/{ITEM}.yml"):
        words = decision.read_text(encoding="utf-8")
        decision.write_text(re.sub(r"(?m)^reviewed_for: .+$", "reviewed_for: 1.0.0", words), encoding="utf-8")
    return copy


@pytest.fixture
def released(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library whose present texts are released; the register is put beside the shelf, as a release would do."""
    register = Register([published(Library.load(copy).edition("en")[ITEM], DAY)])
    read = reading.read_shelf

    def with_register(root: Path) -> Shelf:
        from dataclasses import replace

        return replace(read(root), register=register)

    monkeypatch.setattr("srpp_criteria.authoring.bump.read_shelf", with_register)
    return copy


def change(root: Path, path: tuple[str | int, ...], value: str) -> None:
    """Change one value of the item."""
    file = YamlFile.open(root / FILE, root=root)
    file.set(path, value)
    file.save()


def test_version_and_changelog_change_and_nothing_else(copy: Path) -> None:
    """The entry stands on top; every other line is as it was."""
    before = (copy / FILE).read_text(encoding="utf-8")
    done = bump(copy, ITEM, Weight.MINOR, says="A  second\nquestion.", day=DAY)
    after = (copy / FILE).read_text(encoding="utf-8")
    entry = "  - version: 1.1.0\n    date: 2026-11-29\n    change: minor\n    says: A second question.\n"

    assert (done.before, done.after, done.file) == ("1.0.0", "1.1.0", FILE)
    assert after == before.replace("version: 1.0.0\n", "version: 1.1.0\n", 1).replace(
        "changelog:\n", f"changelog:\n{entry}"
    )


@pytest.mark.parametrize(("weight", "waits"), [(Weight.MAJOR, True), (Weight.MINOR, True), (Weight.PATCH, False)])
def test_it_tells_which_national_decisions_wait_for_an_expert(copy: Path, weight: Weight, waits: bool) -> None:
    """A decision that was written for an older duty is looked at again; for better wording it is not."""
    done = bump(copy, ITEM, weight, says="Changed.", day=DAY)

    assert done.stale == (
        tuple(f"locales/markets/{market}/{ITEM}.yml" for market in ("AT", "BE", "NO")) if waits else ()
    )


def test_it_tells_what_has_to_be_translated(copy: Path) -> None:
    """The sentence that changed, in each language that has the item."""
    waiting = bump(copy, ITEM, Weight.PATCH, says="Nothing.", day=DAY).to_translate.get("nb", ())
    change(copy, ("title",), "Limit on tiers")
    done = bump(copy, ITEM, Weight.PATCH, says="Shorter title.", day=DAY)

    assert set(done.to_translate["nb"]) - set(waiting) == {"title"}


def test_a_changed_duty_is_no_patch(released: Path) -> None:
    """The released text is compared with the present one; nothing is written, and the reasons are told."""
    change(released, ("text", 0, "text"), "The Contractor shall work alone.\n")
    before = (released / FILE).read_bytes()

    with pytest.raises(TooLightChange) as light:
        bump(released, ITEM, Weight.PATCH, says="Wording.", day=DAY)
    assert (released / FILE).read_bytes() == before
    assert "text.obligation" in {reason.address for reason in light.value.least.decisive}
    assert "2.0.0" in light.value.hint

    assert bump(released, ITEM, Weight.MAJOR, says="Nobody below the Contractor.", day=DAY).after == "2.0.0"


def test_better_words_of_a_title_are_a_patch(released: Path) -> None:
    """Nobody's duty changes with a heading."""
    change(released, ("title",), "Cap on the number of subcontracting tiers")

    assert bump(released, ITEM, Weight.PATCH, says="Title.", day=DAY).after == "1.0.1"


def test_a_waiver_in_the_file_is_the_only_way_round(released: Path) -> None:
    """Who calls it a patch all the same writes the reason down where everybody reads it."""
    change(released, ("text", 0, "text"), "The Contractor shall work alone.\n")
    file = YamlFile.open(released / FILE, root=released)
    file.insert(("waivers",), {"check": "SRPP606", "reason": "The sentence only repeats the rule below."})
    file.save()

    assert bump(released, ITEM, Weight.PATCH, says="Wording.", day=DAY).after == "1.0.1"


@pytest.mark.parametrize("says", ["", " \n ", "x" * 4001])
def test_a_new_version_needs_its_sentence(copy: Path, says: str) -> None:
    """Who holds the older text asks what changed."""
    with pytest.raises(SrppError):
        bump(copy, ITEM, Weight.PATCH, says=says, day=DAY)


def test_unknown_and_broken_items_are_refused(copy: Path) -> None:
    """One sentence or the findings of the file; no traceback."""
    with pytest.raises(UnknownItem):
        bump(copy, "../../etc", Weight.PATCH, says="x", day=DAY)
    (copy / FILE).write_text("id: &a x\n", encoding="utf-8")
    with pytest.raises(InvalidLibrary):
        bump(copy, ITEM, Weight.PATCH, says="x", day=DAY)


@pytest.mark.parametrize("again", [Weight.MAJOR, Weight.MINOR, Weight.PATCH])
def test_a_version_that_has_not_gone_out_is_not_left_behind(released: Path, again: Weight) -> None:
    """2.0.0 stands for all that changes until it is released; nobody ever holds a 2.0.0 that 3.0.0 replaced."""
    bump(released, ITEM, Weight.MAJOR, says="A duty.", day=DAY)
    before = (released / FILE).read_bytes()

    with pytest.raises(NotReleasedYet, match=r"2\.0\.0 is not released yet and already stands for a change of a duty"):
        bump(released, ITEM, again, says="Another one.", day=DAY)
    assert (released / FILE).read_bytes() == before


def test_a_version_that_says_too_little_grows_before_it_goes_out(released: Path) -> None:
    """Better wording first, then an addition, then a duty: each time the version is one that says so."""
    versions = [
        bump(released, ITEM, weight, says="More.", day=DAY).after
        for weight in (Weight.PATCH, Weight.MINOR, Weight.MAJOR)
    ]

    assert versions == ["1.0.1", "1.1.0", "2.0.0"]


def test_a_changelog_does_not_run_backwards(copy: Path) -> None:
    """A day before the newest entry is refused; nothing is written."""
    before = (copy / FILE).read_bytes()

    with pytest.raises(SrppError, match=r"2020-01-01 is before the newest entry of the changelog"):
        bump(copy, ITEM, Weight.PATCH, says="Wording.", day=dt.date(2020, 1, 1))
    assert (copy / FILE).read_bytes() == before
