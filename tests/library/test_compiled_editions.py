# SPDX-License-Identifier: Apache-2.0
"""An installed package reads the same editions from JSON as a checkout reads from its files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.checkout import ladder, national_law, parameter

from srpp_criteria import Library, shipped
from srpp_criteria.compiling import compile_editions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.checkout import Checkout

    from srpp_criteria import Edition

PACKAGE = Path(shipped.__file__).parent


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder in which the package looks for its compiled editions."""
    folder = tmp_path / "data"
    monkeypatch.setattr(shipped, "DATA", folder)
    shipped.index.cache_clear()
    yield folder
    shipped.index.cache_clear()


def _norway(checkout: Checkout) -> None:
    """A clause with figures, remedies and national changes, an excluded item, a stale one that was released."""
    checkout.register("remedy-ladders", entries=[ladder("standard")])
    checkout.clause(
        text={"obligation": "Pay {sum} by {day}: {share}, {cite_eu_2014_24_art_70}."},
        parameters={
            "sum": parameter("money", default=12.5),
            "day": parameter("date", default="2026-11-22"),
            "share": parameter("percentage", default=7.5),
            "form": parameter("choice"),
        },
    )
    checkout.item("left-out")
    checkout.item("of-old")
    checkout.market("NO", **national_law("NO", "no-1", {"nb": "§ 19-3"}))
    checkout.decide("NO", parameters={"share": {"default": 6, "reason": "Custom."}}, legal_basis=["no-1"])
    checkout.decide("NO", "left-out", "exclude")
    checkout.decide("NO", "of-old")
    checkout.translate("nb")
    checkout.release(checkout.edition("nb-NO")["of-old"])
    checkout.item("of-old", version="2.0.0")


def _same(compiled: Edition, resolved: Edition) -> None:
    """Data, reasons, words and the origin of every value."""
    assert compiled.data == resolved.data
    assert dict(compiled.missing) == dict(resolved.missing)
    for entry in resolved:
        ours, theirs = compiled.provenance(entry.id), resolved.provenance(entry.id)
        assert ours.addresses() == theirs.addresses()
        for address in theirs.addresses():
            assert ours.of(address) == theirs.of(address), address


def test_a_compiled_edition_is_the_edition(checkout: Checkout, compiled: Path) -> None:
    """Entries, missing items with their reasons, market, words, packs, and provenance of every value."""
    _norway(checkout)
    library = checkout.library

    written = [edition.locale for edition in compile_editions(library, compiled)]

    assert written == ["en", "nb-NO"] == list(shipped.locales())
    for locale in written:
        _same(shipped.edition(locale), library.edition(locale))
    kept = shipped.edition("nb-NO")["of-old"]
    assert (kept.version, kept.note) == ("1.0.0", "written for 1.0.0, base is now 2.0.0")


def test_a_compiled_edition_is_filled_in_like_the_other(checkout: Checkout, compiled: Path) -> None:
    """The same sentence, figure for figure."""
    _norway(checkout)
    list(compile_editions(checkout.library, compiled))

    for locale in ("en", "nb-NO"):
        ours, theirs = shipped.edition(locale)["fair-pay"], checkout.edition(locale)["fair-pay"]
        assert ours.fill(sum=99).text == theirs.fill(sum=99).text
        assert ours.stamp == theirs.stamp


def test_an_organisation_changes_a_compiled_edition_too(checkout: Checkout, compiled: Path, tmp_path: Path) -> None:
    """House rules need no checkout."""
    from tests.checkout import as_yaml, decision_fields

    _norway(checkout)
    list(compile_editions(checkout.library, compiled))
    (tmp_path / "oslo").mkdir()
    rule = decision_fields("fair-pay", parameters={"sum": {"default": 50, "reason": "City council."}})
    (tmp_path / "oslo" / "fair-pay.yml").write_text(as_yaml(rule), encoding="utf-8")

    installed = Library(None)
    _same(
        installed.edition("nb-NO", overlay=tmp_path / "oslo"),
        checkout.edition("nb-NO", overlay=tmp_path / "oslo"),
    )


def test_the_real_library_compiles_to_itself(repository: Path, compiled: Path) -> None:
    """Every edition of the real content, with the origin of every value."""
    library = Library.load(repository)

    for edition in compile_editions(library, compiled):
        assert shipped.edition(edition.locale).data == edition.data
    _same(shipped.edition("nb-NO"), library.edition("nb-NO"))


def test_the_index_lists_what_the_editions_hold(checkout: Checkout, compiled: Path) -> None:
    """`srpp list` reads the index only; it must not tell another story than the editions."""
    _norway(checkout)
    list(compile_editions(checkout.library, compiled))

    for locale, found in shipped.index().items():
        edition = shipped.edition(locale)
        assert [(row["id"], row["version"], row["title"]) for row in found["rows"]] == [
            (entry.id, entry.version, entry.title) for entry in edition
        ]
        assert {row["item"] for row in found["missing"]} == set(edition.missing)


def test_the_same_files_compile_to_the_same_bytes(checkout: Checkout, compiled: Path, tmp_path: Path) -> None:
    """A build can be repeated and compared."""
    _norway(checkout)
    again = tmp_path / "again"
    list(compile_editions(checkout.library, compiled))
    list(compile_editions(checkout.library, again))

    names = sorted(path.relative_to(compiled) for path in compiled.rglob("*.json"))
    assert names == sorted(path.relative_to(again) for path in again.rglob("*.json"))
    assert all((compiled / name).read_bytes() == (again / name).read_bytes() for name in names)


def test_a_build_replaces_what_was_there(checkout: Checkout, compiled: Path) -> None:
    """An edition that no market publishes any more does not stay behind."""
    _norway(checkout)
    (compiled / "editions").mkdir(parents=True)
    (compiled / "editions" / "sv-SE.json").write_text("{}")

    list(compile_editions(checkout.library, compiled))

    assert sorted(path.name for path in (compiled / "editions").iterdir()) == ["en.json", "nb-NO.json"]


def test_half_a_build_is_not_found(checkout: Checkout, compiled: Path) -> None:
    """The index is written last: whoever is interrupted leaves nothing that could be read."""
    _norway(checkout)
    building = compile_editions(checkout.library, compiled)

    next(building)

    assert (compiled / "editions" / "en.json").is_file()
    assert not shipped.is_there()


# ---- which of the two is read: a package of its own, in a checkout of its own, in a process of its own


@pytest.fixture
def installed(checkout: Checkout) -> Checkout:
    """A checkout in which the package itself lies, as after `pip install -e`, with compiled editions."""
    checkout.item()
    ours = checkout.root / "src" / "srpp_criteria"
    shutil.copytree(PACKAGE, ours, ignore=shutil.ignore_patterns("data", "__pycache__"))
    assert _run(checkout, "from srpp_criteria import shipped; print(shipped.is_there())") == "False"
    list(compile_editions(checkout.library, ours / "data"))
    return checkout


def _run(checkout: Checkout, code: str) -> str:
    """What a fresh Python prints that imports the package from this checkout."""
    environment = {**os.environ, "PYTHONPATH": str(checkout.root / "src"), "PYTHONSAFEPATH": "1"}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return run.stdout.strip()


TITLE = "from srpp_criteria import Library; print(Library.load().edition('en')['fair-pay'].title)"
NO_LIBRARY = """
from srpp_criteria import InvalidLibrary, Library
try:
    Library.load()
except InvalidLibrary as error:
    print(error)
"""
IS_THERE = "from srpp_criteria import shipped; print(shipped.is_there())"


def _later(path: Path) -> None:
    """Make a file look changed a second after the build, whatever the clock of the file system counts in."""
    made = path.stat().st_mtime + 2
    os.utime(path, (made, made))


def test_compiled_editions_are_read_as_long_as_nothing_changed(installed: Checkout) -> None:
    """The package takes the JSON: what is written into it is what is read."""
    file = installed.root / "src" / "srpp_criteria" / "data" / "editions" / "en.json"
    file.write_text(file.read_text(encoding="utf-8").replace("Fair pay", "Compiled"), encoding="utf-8")

    assert _run(installed, TITLE) == "Compiled"
    assert _run(installed, IS_THERE) == "True"


def test_a_changed_word_is_seen_at_once(installed: Checkout) -> None:
    """In a checkout the files are newer than the data: the files are read, without a new build."""
    _later(installed.root / installed.item(title="Better pay"))

    assert _run(installed, TITLE) == "Better pay"


@pytest.mark.parametrize(
    "file",
    ["criteria/registers/topics.yml", "locales/markets/NO/market.yml", "src/srpp_criteria/edition/fill.py"],
    ids=["register", "market", "code"],
)
def test_whatever_the_editions_are_made_from_makes_them_old(installed: Checkout, file: str) -> None:
    """Content, locales and the code that resolves them."""
    path = installed.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as opened:
        opened.write("\n")
    _later(path)

    assert _run(installed, IS_THERE) == "False"


def test_a_file_that_was_taken_away_makes_them_old(installed: Checkout) -> None:
    """A deleted item must not be read from the data."""
    (installed.root / "criteria" / "food" / "fair-pay.yml").unlink()
    _later(installed.root / "criteria" / "food")

    assert _run(installed, IS_THERE) == "False"


def test_running_python_does_not_make_them_old(installed: Checkout) -> None:
    """A module that is imported for the first time after the build leaves a __pycache__, and nothing else."""
    _run(installed, "import srpp_criteria.documents.docx, srpp_criteria.translations.messages")
    _later(installed.root / "src" / "srpp_criteria" / "translations")

    assert _run(installed, IS_THERE) == "True"


def test_a_package_without_a_checkout_around_it_reads_its_data(installed: Checkout) -> None:
    """A wheel has nothing else, and nothing to compare with."""
    shutil.rmtree(installed.root / "criteria")

    assert _run(installed, TITLE) == "Fair pay"


def test_a_package_without_data_and_checkout_says_so(installed: Checkout) -> None:
    """And does not guess."""
    shutil.rmtree(installed.root / "criteria")
    shutil.rmtree(installed.root / "src" / "srpp_criteria" / "data")

    says = _run(installed, NO_LIBRARY)

    assert "there is no folder criteria" in says


def test_the_index_is_small_and_plain(checkout: Checkout, compiled: Path) -> None:
    """Listing needs no models: everything in the index is text, lists and nothing else."""
    _norway(checkout)
    list(compile_editions(checkout.library, compiled))

    rows = json.loads((compiled / "editions.json").read_text(encoding="utf-8"))["en"]["rows"]

    assert {type(value) for row in rows for value in row.values()} <= {str, list, type(None)}
