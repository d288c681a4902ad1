# SPDX-License-Identifier: Apache-2.0
"""A release adds what is new, as a whole or not at all, and never touches what was released."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.publishing.conftest import PAY

from srpp_criteria.checks import check_shelf
from srpp_criteria.errors import InvalidLibrary, ReleaseRefused
from srpp_criteria.publishing import folder as folder_module
from srpp_criteria.publishing import release as release_module
from srpp_criteria.publishing.release import plan_release, release

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checkout import Checkout

DAY = dt.date(2026, 11, 29)
NEXT = dt.date(2026, 11, 30)


def _texts(root: Path) -> dict[str, bytes]:
    """Every file of the register by its name below criteria/published/, hidden leftovers too."""
    top = root / "criteria" / "published"
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}


def _stamps(library: Checkout) -> list[str]:
    return [text.stamp.partition("#")[0] for text in library.shelf.register]


def _faults(library: Checkout) -> set[str]:
    return {found.code for found in check_shelf(library.shelf)}


def _new_version(library: Checkout, version: str = "2.0.0", change: str = "major", pay: str = "at once") -> None:
    """The item in a new version, its translation and the decision of the market with it."""
    changelog = [
        {"version": version, "date": "2026-11-29", "change": change, "says": "Wages are due earlier."},
        {"version": "1.0.0", "date": "2026-11-22", "change": "first", "says": "First text."},
    ]
    library.item(text={"obligation": f"The Contractor pays wages {pay}."}, version=version, changelog=changelog)
    library.translate("nb")


def test_the_first_release_has_every_text_of_every_edition(library: Checkout) -> None:
    """Drafts too; their status is in the line."""
    plan = release(library.root, DAY)

    assert plan.name == "2026-11-29"
    assert plan.drafts == 2
    assert _stamps(library) == ["srpp:fair-pay@1.0.0+en.1", "srpp:fair-pay@1.0.0+nb-NO.1"]
    assert set(_texts(library.root)) == {
        "2026-11-29/en.jsonl",
        "2026-11-29/nb-NO.jsonl",
        "2026-11-29/release.json",
    }
    assert _faults(library) == set()


def test_what_was_released_is_what_the_edition_gives(library: Checkout) -> None:
    """Words, stamp and fingerprint; nothing changes by being released."""
    before = {locale: library.edition(locale)["fair-pay"] for locale in ("en", "nb-NO")}
    release(library.root, DAY)

    for locale, entry in before.items():
        text = library.library.register.latest("fair-pay", locale)
        assert text is not None
        assert (text.stamp, text.sha256) == (entry.stamp, entry.sha256)
        assert library.edition(locale)["fair-pay"] == entry


def test_with_nothing_new_nothing_is_written(library: Checkout) -> None:
    """A second run, on any day, leaves every byte."""
    release(library.root, DAY)
    before = _texts(library.root)

    assert release(library.root, NEXT).name is None
    assert _texts(library.root) == before


def test_a_dry_run_says_the_same_and_writes_nothing(library: Checkout) -> None:
    """Not even the folder of the register."""
    planned = plan_release(library.root, DAY)

    assert not (library.root / "criteria" / "published").exists()
    assert release(library.root, DAY) == planned


def test_a_better_translation_raises_the_revision_of_that_locale_only(library: Checkout) -> None:
    """The English text is not released again."""
    release(library.root, DAY)
    library.translate("nb", {"fair-pay:text.obligation": "Leverandøren betaler lønn i tide."})

    plan = release(library.root, NEXT)

    assert [text.stamp.partition("#")[0] for text in plan.texts] == ["srpp:fair-pay@1.0.0+nb-NO.2"]
    assert library.edition("nb-NO")["fair-pay"].revision == 2


def test_words_of_an_older_revision_come_back_as_that_revision(library: Checkout) -> None:
    """The same words have one stamp for ever; nothing is released twice."""
    release(library.root, DAY)
    library.translate("nb", {"fair-pay:text.obligation": "Leverandøren betaler lønn i tide."})
    release(library.root, NEXT)
    library.translate("nb")

    assert library.edition("nb-NO")["fair-pay"].revision == 1
    assert release(library.root, NEXT).name is None


def test_a_text_kept_because_the_decision_is_stale_is_not_released_again(library: Checkout) -> None:
    """Norway has not looked at 2.0.0; its old text stays the newest on record there."""
    release(library.root, DAY)
    _new_version(library)

    plan = plan_release(library.root, NEXT)

    assert [(text.locale, text.version) for text in plan.texts] == [("en", "2.0.0")]
    release(library.root, NEXT)
    kept = library.edition("nb-NO")["fair-pay"]
    assert (kept.version, kept.fill().text) == ("1.0.0", f"nb: {PAY}")
    assert release(library.root, NEXT).name is None


def test_two_releases_of_one_day_have_two_folders_in_order(library: Checkout) -> None:
    """The tenth comes after the ninth, although it is spelled before it."""
    for number in range(1, 12):
        library.translate("nb", {"fair-pay:text.obligation": f"Leverandøren betaler lønn, {number}."})
        release(library.root, DAY)

    register = library.shelf.register
    assert register.releases[-2:] == ("2026-11-29-10", "2026-11-29-11")
    assert [text.revision for text in register.of("fair-pay", "nb-NO")] == list(range(1, 12))
    assert _faults(library) == set()


def test_releases_go_forward(library: Checkout) -> None:
    """A day before the last release is refused, and nothing is written."""
    release(library.root, NEXT)
    library.translate("nb", {"fair-pay:title": "Lønn"})
    before = _texts(library.root)

    with pytest.raises(ReleaseRefused, match="there is a release of 2026-11-30"):
        release(library.root, DAY)
    assert _texts(library.root) == before


def test_a_library_with_a_fault_is_not_released(library: Checkout) -> None:
    """The errors of `srpp check` come back, and nothing is written."""
    library.item(text={"obligation": PAY}, topics=["no-such-topic"])

    with pytest.raises(InvalidLibrary, match="no-such-topic"):
        release(library.root, DAY)
    assert _texts(library.root) == {}


# ---- killed on the way ---------------------------------------------------------------------------------------------


class _Killed(BaseException):
    """Nobody catches it: as if the process were gone."""


@pytest.mark.parametrize("step", range(1, 8))
def test_a_run_that_stops_at_any_step_leaves_the_register_as_it_was_or_whole(
    library: Checkout, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before each file, before the seal, before and after the rename, before the changelog."""
    release(library.root, DAY)
    _new_version(library)
    library.decide("NO", reviewed_for="2.0.0")
    before = _texts(library.root)
    left = step

    def counted(real: object) -> object:
        def call(*arguments: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise _Killed
            return real(*arguments)  # type: ignore[operator]  # any function of the module

        return call

    for module, name in ((folder_module, "_write"), (folder_module, "_to_disk"), (release_module, "_replace")):
        monkeypatch.setattr(module, name, counted(getattr(module, name)))
    monkeypatch.setattr("shutil.rmtree", lambda *_, **__: None)  # the dead tidy nothing up
    if step <= 6:
        with pytest.raises(_Killed):
            release(library.root, NEXT)
    else:
        release(library.root, NEXT)
    monkeypatch.undo()

    after = {name: content for name, content in _texts(library.root).items() if not name.startswith(".")}
    assert after.items() >= before.items()
    assert library.complaints == []
    assert len(library.shelf.register) == (2 if after == before else 4)

    release(library.root, NEXT)
    assert len(library.shelf.register) == 4
    assert _faults(library) == set()
    assert not [name for name in _texts(library.root) if name.startswith(".")], "the leftovers are gone"


def test_a_process_that_is_killed_leaves_the_register_as_it_was(library: Checkout) -> None:
    """A real process, killed by the system between two files."""
    release(library.root, DAY)
    _new_version(library)
    library.decide("NO", reviewed_for="2.0.0")
    before = _texts(library.root)
    program = (
        "import os, signal, sys, datetime, pathlib\n"
        "from srpp_criteria.publishing import folder, release\n"
        "write = folder._write\n"
        "def then_die(path, content):\n"
        "    write(path, content)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "folder._write = then_die\n"
        "release.release(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 30))\n"
    )

    done = subprocess.run([sys.executable, "-c", program, str(library.root)], check=False, capture_output=True)

    assert done.returncode == -9, done.stderr
    left = {name for name in _texts(library.root) if name.startswith(".")}
    assert left, "it was killed in the middle"
    assert {name: content for name, content in _texts(library.root).items() if name not in left} == before
    assert library.complaints == []
    assert release(library.root, NEXT).name == "2026-11-30"
    assert not [name for name in _texts(library.root) if name.startswith(".")]


def test_somebody_who_releases_at_the_same_time_is_not_overwritten(library: Checkout) -> None:
    """The second one is refused and its work is gone, the first one's stands."""
    register = library.shelf.register
    texts = release_module.new_texts(library.shelf, DAY)
    folder = library.root / "criteria" / "published"
    folder_module.write_release(folder, register, texts, DAY)
    before = _texts(library.root)

    with pytest.raises(ReleaseRefused, match="meanwhile"):
        folder_module.write_release(folder, register, texts[:1], DAY)
    assert _texts(library.root) == before


# ---- the changelog of the texts ------------------------------------------------------------------------------------


def test_the_changelog_says_what_changed_and_for_whom(library: Checkout) -> None:
    """New texts, what the author says of each version since, and better texts of each edition."""
    release(library.root, DAY)
    _new_version(library)
    library.decide("NO", reviewed_for="2.0.0")
    release(library.root, NEXT)
    library.translate("nb", {"fair-pay:title": "Lønn i tide"})
    release(library.root, dt.date(2026, 12, 1))

    text = (library.root / "criteria" / "CHANGELOG.md").read_text(encoding="utf-8")

    assert text.partition("## ")[2] == (
        "2026-12-01\n\n### Editions\n\n- nb-NO, 1 better: `fair-pay` 2.0.0, revision 2\n\n"
        "## 2026-11-30\n\n### Major: a duty changed\n\n- `fair-pay` 2.0.0: Wages are due earlier.\n\n"
        "### Editions\n\n- nb-NO, 1 text: `fair-pay` 2.0.0\n\n"
        "## 2026-11-29\n\n### New texts\n\n- `fair-pay` 1.0.0 (draft): Fair pay\n\n"
        "### Editions\n\n- nb-NO, 1 text: `fair-pay` 1.0.0\n"
    )


def test_versions_that_were_skipped_are_told_too(library: Checkout) -> None:
    """1.1.0 was never released; whoever comes from 1.0.0 reads both steps, under the heavier of them."""
    release(library.root, DAY)
    _new_version(library, "2.0.0")
    file = library.root / "criteria/food/fair-pay.yml"
    step = "changelog:\n- {version: 2.0.1, date: 2026-11-30, change: patch, says: 'Clearer *words*.'}"
    file.write_text(
        file.read_text(encoding="utf-8").replace("changelog:", step).replace("\nversion: 2.0.0", "\nversion: 2.0.1"),
        encoding="utf-8",
    )
    release(library.root, NEXT)

    text = (library.root / "criteria" / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "### Major: a duty changed\n\n- `fair-pay` 2.0.1: Wages are due earlier. Clearer \\*words\\*.\n" in text


@pytest.mark.parametrize("damage", ["", "Our own words.\n", None], ids=["empty", "edited", "removed"])
def test_a_changelog_that_is_behind_is_said_and_mended(library: Checkout, damage: str | None) -> None:
    """By `srpp check`, and by the next release, also when nothing is new."""
    release(library.root, DAY)
    file = library.root / "criteria" / "CHANGELOG.md"
    good = file.read_bytes()
    file.unlink() if damage is None else file.write_text(damage, encoding="utf-8")

    assert _faults(library) == {"SRPP617"}
    plan = release(library.root, DAY)
    assert (plan.name, plan.changelog_is_behind) == (None, True)
    assert file.read_bytes() == good
    assert _faults(library) == set()


# ---- the command ---------------------------------------------------------------------------------------------------


def _srpp(library: Checkout, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from srpp_criteria.cli.main import main; sys.argv[0] = 'srpp'; main()"
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=library.root, check=False, capture_output=True, text=True)


def test_the_command_prints_the_stamps_and_how_many_are_drafts(library: Checkout) -> None:
    """First dry, then for good; the second time there is nothing to do."""
    dry = _srpp(library, "release", "--dry-run", "--day", "2026-11-29")
    assert dry.returncode == 0, dry.stderr
    assert "2026-11-29: 2 texts would be released, 2 of them drafts" in dry.stderr
    assert not (library.root / "criteria" / "published").exists()

    done = _srpp(library, "release", "--day", "2026-11-29")
    assert done.stdout == dry.stdout
    assert "2 texts released" in done.stderr
    assert done.stdout.splitlines() == [text.stamp for text in library.shelf.register]

    again = _srpp(library, "release")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "nothing is new\n")


def test_the_command_speaks_json(library: Checkout) -> None:
    """The name of the release, whether it was written, and each text."""
    shown = json.loads(_srpp(library, "release", "--json", "--day", "2026-11-29").stdout)

    assert (shown["release"], shown["written"]) == ("2026-11-29", True)
    assert [(text["item"], text["locale"], text["status"]) for text in shown["texts"]] == [
        ("fair-pay", "en", "draft"),
        ("fair-pay", "nb-NO", "draft"),
    ]
    nothing = json.loads(_srpp(library, "release", "--json").stdout)
    assert nothing == {"release": None, "written": False, "texts": []}


def test_the_command_ends_with_the_documented_codes(library: Checkout) -> None:
    """1 for findings in the content, 2 for wrong use; never a traceback."""
    assert _srpp(library, "release", "--day", "soon").returncode == 2
    assert _srpp(library, "release", "--day", "2026-11-30").returncode == 0
    library.translate("nb", {"fair-pay:title": "Lønn"})
    back = _srpp(library, "release", "--day", "2026-11-29")
    assert (back.returncode, back.stderr.count("\n")) == (2, 1)
    library.item(topics=["no-such-topic"])
    wrong = _srpp(library, "release")
    assert wrong.returncode == 1
    assert "no-such-topic" in wrong.stderr
    assert "Traceback" not in wrong.stderr
