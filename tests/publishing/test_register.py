# SPDX-License-Identifier: Apache-2.0
"""The register of published texts: found by item, version, locale and revision, and proven against every hand."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from srpp_criteria.checks import check_shelf
from srpp_criteria.compiling import compile_editions
from srpp_criteria.diagnostics import Place
from srpp_criteria.edition.released import entry_json, entry_of, published
from srpp_criteria.errors import UnreadableRelease
from srpp_criteria.models.names import ItemId, Version
from srpp_criteria.models.published import PublishedText
from srpp_criteria.models.signed import fingerprint_of
from srpp_criteria.publishing.folder import write_release
from srpp_criteria.publishing.release import release
from srpp_criteria.shelf.register import Register
from srpp_criteria.shelf.released import Released, dumped
from srpp_criteria.shelf.releases import read_register

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.checkout import Checkout

DAY = dt.date(2026, 11, 29)
FILE = "criteria/published/2026-11-29/en.jsonl"
SEAL = "criteria/published/2026-11-29/release.json"


def text(item: str = "fair-pay", version: str = "1.0.0", locale: str = "en", revision: int = 1) -> PublishedText:
    """A released text of few words."""
    words = {"locale": locale, "item": {"id": item, "version": version, "title": f"{locale} {revision}"}}
    return PublishedText(
        item=ItemId(item),
        version=Version(version),
        locale=locale,
        revision=revision,
        released=DAY,
        sha256=fingerprint_of(words),
        entry=words,
    )


def faults(library: Checkout) -> list[str]:
    """What `srpp check` finds, without the hint."""
    return [f"{one.place}: {one.code} {one.says}" for one in check_shelf(library.shelf)]


def resealed(library: Checkout) -> None:
    """Seal the only release again, as somebody would who wants to hide what was done to it."""
    seal_file = library.root / SEAL
    seal = json.loads(seal_file.read_bytes())
    files = {path.name: path.read_bytes() for path in sorted(seal_file.parent.glob("*.jsonl"))}
    seal["files"] = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    seal["texts"] = sum(content.count(b"\n") for content in files.values())
    seal_file.write_bytes(json.dumps(seal, separators=(",", ":")).encode() + b"\n")


# ---- finding a text ------------------------------------------------------------------------------------------------


def test_texts_are_found_by_what_they_are() -> None:
    """By version and revision; without a revision the newest of that version; 1.10.0 is newer than 1.9.0."""
    texts = [text(version="1.9.0"), text(locale="nb-NO"), text(version="1.10.0"), text(locale="nb-NO", revision=2)]
    register = Register([*texts, text("fair-days")])

    assert len(register) == len(list(register)) == 5
    assert list(register)[:4] == texts, "in the order of the releases"
    assert register.items == ("fair-days", "fair-pay")
    assert [one.version for one in register.of("fair-pay", "en")] == ["1.9.0", "1.10.0"]
    assert [one.stamp.split("@")[1].split("#")[0] for one in register.of("fair-pay")] == [
        "1.0.0+nb-NO.1",
        "1.0.0+nb-NO.2",
        "1.9.0+en.1",
        "1.10.0+en.1",
    ]
    assert register.latest("fair-pay", "en") == texts[2]
    assert register.find("fair-pay", "1.0.0", "nb-NO") == texts[3]
    assert register.find("fair-pay", "1.0.0", "nb-NO", 1) == texts[1]
    assert register.find("fair-pay", "1.0.0", "nb-NO", 3) is None
    assert register.find("fair-pay", "9.9.9", "en") is register.latest("no-item", "en") is None
    assert register.of("no-item") == ()


def test_every_text_of_the_library_comes_back_as_it_went_in(repository: Path) -> None:
    """All items of all editions: into a line, and back into the same entry with the same fingerprint."""
    from srpp_criteria import Library

    library = Library.load(repository)
    for locale in library.locales:
        for entry in library.edition(locale):
            line = dumped(published(entry, DAY))
            head = Released.parse(line, "2026-11-29", Place("x"))
            assert head is not None
            assert entry_of(head.text) == entry
            assert fingerprint_of(head.text.entry) == entry.sha256
            assert (head.stamp, head.text.stamp) == (entry.stamp, entry.stamp)


def test_an_installed_package_has_the_same_register(library: Checkout, tmp_path: Path) -> None:
    """The releases travel in the wheel as they are, without the leftovers of a killed run."""
    release(library.root, DAY)
    (library.root / "criteria/published/.unfinished-x").mkdir()
    data = tmp_path / "data"
    list(compile_editions(library.library, data))

    found, wrong = read_register(data / "published", data)

    assert wrong == []
    assert list(found) == list(library.library.register)
    assert sorted(path.name for path in (data / "published").iterdir()) == ["2026-11-29"]


# ---- hands on the register -----------------------------------------------------------------------------------------

HANDS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a changed line": (
        lambda f: _change(f / "en.jsonl", b"Fair pay", b"Fair gay"),
        "en.jsonl:1:1: SRPP613 the file was",
    ),
    "a removed file": (lambda f: (f / "en.jsonl").unlink(), "en.jsonl:1:1: SRPP613 a file of the release is missing"),
    "an added file": (
        lambda f: (f / "de-AT.jsonl").write_bytes(dumped(text(locale="de-AT")) + b"\n"),
        "de-AT.jsonl:1:1: SRPP613 the file was added",
    ),
    "an emptied file": (lambda f: (f / "en.jsonl").write_bytes(b""), "SRPP613 the file was changed"),
    "half a line": (lambda f: _change(f / "en.jsonl", b"\n", b""), "SRPP601 the file ends in the middle of a line"),
    "a foreign file": (lambda f: (f / "notes.txt").write_text("x"), "notes.txt:1:1: SRPP119"),
    "a folder for a file": (lambda f: (f / "sv-SE.jsonl").mkdir(), "sv-SE.jsonl:1:1: SRPP119"),
    "no seal": (lambda f: (f / "release.json").unlink(), "release.json:1:1: SRPP101"),
    "an empty seal": (lambda f: (f / "release.json").write_bytes(b""), "release.json:1:1: SRPP613 the seal"),
    "a seal of another type": (lambda f: (f / "release.json").write_bytes(b"[]"), "SRPP613 the seal"),
    "a deep seal": (lambda f: (f / "release.json").write_bytes(b"[" * 30_000), "SRPP613 the seal"),
    "a huge seal": (lambda f: (f / "release.json").write_bytes(b" " * 100_000), "release.json:1:1: SRPP103"),
    "a seal with spaces": (
        lambda f: _change(f / "release.json", b":", b": "),
        "SRPP613 the seal of the release is not",
    ),
    "a key twice": (
        lambda f: _change(f / "release.json", b'{"srpp":1,', b'{"srpp":1,"srpp":1,'),
        "SRPP613 the seal of the release is not",
    ),
    "another count": (
        lambda f: _change(f / "release.json", b'"texts":2', b'"texts":3'),
        "has 2 texts, its seal counts 3",
    ),
    "another day": (
        lambda f: _change(f / "release.json", b"2026-11-29", b"2026-11-30"),
        "SRPP613 the release of 2026-11-30",
    ),
    "another past": (
        lambda f: _change(f / "release.json", b'"previous":null', b'"previous":"' + b"0" * 64 + b'"'),
        "SRPP613 the chain of releases is broken",
    ),
    "another name": (
        lambda f: f.rename(f.with_name("2026-11-28")),
        "SRPP613 the release of 2026-11-29 has another folder",
    ),
    "no day as a name": (lambda f: f.rename(f.with_name("spring")), "criteria/published/spring:1:1: SRPP119"),
    "a file beside it": (
        lambda f: f.with_name("en.jsonl").write_bytes(b""),
        "criteria/published/en.jsonl:1:1: SRPP119",
    ),
}


def _change(file: Path, old: bytes, new: bytes) -> None:
    content = file.read_bytes()
    assert old in content
    file.write_bytes(content.replace(old, new, 1))


@pytest.mark.parametrize("hand", HANDS)
def test_every_hand_on_a_release_is_found_without_git(library: Checkout, hand: str) -> None:
    """Already when the library is loaded: by the seal, with file and line."""
    release(library.root, DAY)
    act, says = HANDS[hand]

    act((library.root / FILE).parent)

    assert [one for one in library.complaints if says in one], library.complaints


def test_a_release_in_the_middle_cannot_be_changed_with_its_seal(library: Checkout) -> None:
    """The next seal holds the hash of the one before."""
    release(library.root, DAY)
    library.translate("nb", {"fair-pay:title": "Lønn"})
    release(library.root, dt.date(2026, 11, 30))
    assert library.complaints == []

    _change(library.root / FILE, b"Fair pay", b"Fair gay")
    resealed(library)

    (found,) = library.complaints
    assert found.startswith("criteria/published/2026-11-30/release.json:1:1: SRPP613 the chain of releases is broken")


def test_a_release_that_was_taken_away_is_missed(library: Checkout) -> None:
    """The seal after it names it."""
    release(library.root, DAY)
    library.translate("nb", {"fair-pay:title": "Lønn"})
    release(library.root, dt.date(2026, 11, 30))

    (library.root / FILE).parent.rename(library.root / "elsewhere")

    assert any("SRPP613 the chain of releases is broken" in one for one in library.complaints)


def test_the_register_is_not_read_through_a_link_out_of_the_tree(library: Checkout, tmp_path: Path) -> None:
    """The same door as for every other file."""
    release(library.root, DAY)
    secret = tmp_path / "secret.jsonl"
    secret.write_bytes(b"secret\n")
    (library.root / FILE).unlink()
    (library.root / FILE).symlink_to(secret)

    found = library.complaints

    assert any(one.startswith(f"{FILE}:1:1: SRPP102") for one in found)
    assert "secret" not in " ".join(found).replace("secret.jsonl", "")


LINES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "SRPP601"),
    "half of it": (b'{"srpp":1,"item":"fair-pay"', "SRPP601"),
    "a list": (b"[]", "SRPP601"),
    "NUL": (b"\x00", "SRPP601"),
    "a mark of byte order": (b"\xef\xbb\xbf", "SRPP601"),
    "bytes that are no text": (b"\xff\xfe", "SRPP601"),
    "a megabyte of brackets": (b"[" * 1_000_000, "SRPP601"),
}


@pytest.mark.parametrize("line", LINES)
def test_a_broken_line_is_said_with_its_number_and_hides_no_other(library: Checkout, line: str) -> None:
    """A text that cannot be read must not pass in silence."""
    release(library.root, DAY)
    content, code = LINES[line]
    good = (library.root / FILE).read_bytes()
    (library.root / FILE).write_bytes(good + content + b"\n" + dumped(text("fair-days")) + b"\n")
    resealed(library)

    shelf = library.shelf

    assert [(str(one.place), one.code) for one in shelf.diagnostics] == [(f"{FILE}:2:1", code)]
    assert shelf.register.items == ("fair-days", "fair-pay")


def _line(**changes: object) -> bytes:
    """A line of another text, with changes to its fields."""
    return json.dumps({**json.loads(dumped(text("fair-days"))), **changes}, separators=(",", ":")).encode()


OTHER_LINES: dict[str, tuple[bytes, str]] = {
    "another locale": (_line(locale="nb-NO"), "SRPP601"),
    "another day": (_line(released="2026-11-28"), "SRPP601"),
    "no day": (_line(released="2026-02-31"), "SRPP601"),
    "another format": (_line(srpp=2), "SRPP601"),
    "a number for a name": (_line(item=5), "SRPP601"),
    "no revision": (_line(revision=0), "SRPP601"),
    "true for one": (_line(srpp=True), "SRPP601"),
    "one field more": (_line(more=1), "SRPP601"),
    "a list as its entry": (_line(entry=[]), "SRPP601"),
    "a revision that follows on none": (_line(revision=2), "SRPP614"),
    "the same text again": (b"", "SRPP614"),
    "a key twice": (_line().replace(b'"entry":{', b'"entry":{"locale":"en",', 1), "SRPP601"),
    "a field twice, the second one in the entry's place": (
        _line().replace(b'"entry":{', b'"entry":{},"item":"other","entry":{', 1),
        "SRPP601",
    ),
    "spaces": (_line().replace(b'"title":', b'"title": ', 1), "SRPP601"),
    "an endless number": (_line(entry={"locale": "en", "x": float("inf")}), "SRPP601"),
    "half a character": (_line(entry={"locale": "en", "x": "\ud800"}), "SRPP601"),
    "a deep entry": (
        _line(entry=0).replace(b'"entry":0', b'"entry":{"x":' + b"[" * 5000 + b"]" * 5000 + b"}"),
        "SRPP601",
    ),
    "other words than its fingerprint": (_line(entry={"locale": "en", "item": {"title": "x"}}), "SRPP615"),
    "an entry that fits no model": (_line(), "SRPP616"),
}


@pytest.mark.parametrize("line", OTHER_LINES)
def test_a_line_that_does_not_hold_together_is_said_and_never_a_traceback(library: Checkout, line: str) -> None:
    """Even if somebody sealed it."""
    release(library.root, DAY)
    content, code = OTHER_LINES[line]
    good = (library.root / FILE).read_bytes()
    (library.root / FILE).write_bytes(good + (content + b"\n" if content else good))
    resealed(library)

    found = {one.code for one in check_shelf(library.shelf) if one.place == Place(FILE, 2)}

    assert code in found, faults(library)


def test_a_text_that_fits_no_model_says_how_to_mend_it() -> None:
    """The line is right; the program lacks a migration."""
    with pytest.raises(UnreadableRelease, match="write a migration"):
        entry_of(text())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_done_to_the_bytes_gives_diagnostics(library: Checkout, data: st.DataObject) -> None:
    """Cut, doubled, overwritten: loading and checking end with findings or none, never with an error."""
    if not (library.root / FILE).exists():
        release(library.root, DAY)
    name = data.draw(st.sampled_from([FILE, SEAL]))
    path = library.root / name
    good, seal = path.read_bytes(), (library.root / SEAL).read_bytes()
    at = data.draw(st.integers(0, len(good) - 1))
    junk = data.draw(st.binary(max_size=8) | st.sampled_from([b"\n", b"{", b'"', b"}\n{", b"null", b"\x00"]))
    try:
        path.write_bytes(good[:at] + junk + good[at + data.draw(st.integers(0, 40)) :])
        if name == FILE and data.draw(st.booleans()):
            resealed(library)
        assert all(str(one) for one in check_shelf(library.shelf))
    finally:
        path.write_bytes(good)
        (library.root / SEAL).write_bytes(seal)


# ---- growth --------------------------------------------------------------------------------------------------------


def test_opening_a_register_reads_no_entry(library: Checkout, tmp_path: Path) -> None:
    """Ten thousand texts, asked for one of them."""
    entry = entry_json(library.edition("en")["fair-pay"])
    texts = [
        PublishedText(
            item=ItemId(f"item-{number}"),
            version=Version("1.0.0"),
            locale="en",
            revision=1,
            released=DAY,
            sha256=hashlib.sha256(str(number).encode()).hexdigest(),
            entry={**entry, "note": "Words. " * 50},
        )
        for number in range(10_000)
    ]
    folder = tmp_path / "published"
    write_release(folder, Register(), texts, DAY)

    register, wrong = read_register(folder, tmp_path)
    found = register.latest("item-9999", "en")

    assert wrong == []
    assert found == texts[9_999]
    assert len(register) == 10_000
    assert sum(1 for line in register.lines if "text" in vars(line)) == 1, "one entry was read: the one asked for"


# ---- the fingerprint -----------------------------------------------------------------------------------------------

SIGNED: dict[str, Any] = {
    "locale": "en",
    "item": {
        "id": "fair-pay",
        "version": "1.0.0",
        "title": "Fair pay",
        "text": [{"id": "obligation", "text": "Pay {days} days."}],
        "parameters": {"days": {"type": "integer", "label": "Days", "default": 2, "minimum": 1, "maximum": 3}},
    },
    "ladder": {"steps": [{"id": "hearing", "text": "Talk."}], "skip_rule": "None.", "cap_rule": "Five."},
}

GOLDEN = "d98070c83588340888969867474776efda331176def83e435c0381796441987c"


def _with(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The text above with one value set."""
    copy: Any = json.loads(json.dumps(SIGNED))
    here = copy
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return dict(copy)


def test_the_fingerprint_of_this_text_never_changes() -> None:
    """Stamps with it stand in contracts: whoever makes this test red makes every stamp worthless."""
    assert fingerprint_of(SIGNED) == GOLDEN


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("item", "sunset"), "2027-01-01"),
        (("item", "guidance"), {"use_when": "Always."}),
        (("item", "reviews"), [{"outcome": "approved"}]),
        (("item", "waivers"), [{"check": "SRPP303"}]),
        (("item", "changelog"), [{"version": "1.0.0"}]),
        (("item", "parameters", "days", "basis"), {"kind": "seen"}),
        (("item", "parameters", "days", "help"), "A number."),
        (("item", "remedies"), {"ladder": "standard", "figures": {"remedy_days": 3}, "note": "Why."}),
        (("ladder", "key"), "standard"),
        (("ladder", "sources"), [{"key": "a-page"}]),
        (("note",), "Kept."),
        (("revision",), 7),
        (("item", "a_new_field"), None),
        (("item", "a_new_list"), []),
        (("item", "a_new_mapping"), {}),
        (("item", "text", 0, "when"), None),
        (("item", "parameters", "days", "maximum"), 3.0),
    ],
    ids=str,
)
def test_what_is_not_signed_changes_no_fingerprint(path: tuple[str | int, ...], value: object) -> None:
    """Advice, proof of origin, the names of registers, and fields that nobody uses."""
    assert fingerprint_of(_with(path, value)) == fingerprint_of(SIGNED)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("locale",), "nb-NO"),
        (("item", "title"), "Fair wages"),
        (("item", "version"), "1.0.1"),
        (("item", "text", 0, "text"), "Pay {days} day."),
        (("item", "text", 0, "when"), {"parameter": "form", "equals": False}),
        (("item", "parameters", "days", "default"), 3),
        (("item", "parameters", "days", "maximum"), 3.5),
        (("item", "parameters", "days", "type"), "decimal"),
        (("item", "remedies"), {"specific": "The firm leaves."}),
        (("item", "a_new_field"), "used"),
        (("ladder", "steps", 0, "text"), "Talk twice."),
        (("ladder", "skip_rule"), "All."),
        (("ladder", "cap_rule"), "Ten."),
    ],
    ids=str,
)
def test_what_is_signed_changes_the_fingerprint(path: tuple[str | int, ...], value: object) -> None:
    """Words, figures, conditions, remedies, and which text it is."""
    assert fingerprint_of(_with(path, value)) != fingerprint_of(SIGNED)


def test_a_new_field_with_a_default_changes_no_fingerprint(library: Checkout) -> None:
    """The models grow; the texts on record stay what they are."""
    from srpp_criteria.edition.stamp import fingerprint
    from srpp_criteria.models.item import Criterion, Part

    class NewPart(Part):
        tone: str = "formal"

    class NewCriterion(Criterion):
        tags: tuple[str, ...] = ()
        tone: str = "formal"
        number: int = 7

    old = library.edition("en")["fair-pay"].item
    assert isinstance(old, Criterion)
    fields = dict(old)
    fields["text"] = tuple(NewPart(**dict(part)) for part in old.text)
    grown = NewCriterion.model_construct(**fields)

    assert fingerprint(grown, None, "en") == fingerprint(old, None, "en")


def test_the_type_of_a_figure_is_in_the_line_although_it_is_a_default(library: Checkout) -> None:
    """Without it nobody could tell an amount of money from a number of days."""
    from tests.checkout import parameter

    kinds = ("integer", "decimal", "percentage", "money", "duration", "date", "choice", "boolean", "text")
    words = " ".join(f"{{{kind}}}" for kind in kinds if kind not in {"choice", "boolean"})
    library.item(text={"obligation": words}, parameters={kind: parameter(kind) for kind in kinds})
    entry = library.edition("en")["fair-pay"]

    found = entry_json(entry)["item"]

    assert found["kind"] == "criterion"
    assert {name: one["type"] for name, one in found["parameters"].items()} == {kind: kind for kind in kinds}
    assert entry_of(published(entry, DAY)) == entry
