# SPDX-License-Identifier: Apache-2.0
"""A whole checkout after accidents to one of its files: read, resolved and checked without a traceback.

What is wrong is a diagnostic with file, line and code, or an entry of `edition.missing` with its reason. Together with
tests/source/test_hostile_files.py this feeds more than ten thousand damaged files to the reader and the resolver.
"""

from __future__ import annotations

import atexit
import copy
import json
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.checkout import EFFORT, Checkout, as_yaml, decision_fields, ladder, national_law, parameter

from srpp_criteria import InvalidLibrary, Library
from srpp_criteria.checks.run import check_shelf
from srpp_criteria.edition.entry import EditionData, Reason
from srpp_criteria.edition.resolve import resolve
from srpp_criteria.errors import InvalidValue
from srpp_criteria.source import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

ITEM, CLAUSE = "criteria/food/fair-pay.yml", "criteria/food/pay-slips.yml"
LAWS, LADDERS = "criteria/registers/laws.yml", "criteria/registers/remedy-ladders.yml"
MARKET, DECISION = "locales/markets/NO/market.yml", "locales/markets/NO/pay-slips.yml"
CATALOGUE, RELEASED = "locales/languages/nb/LC_MESSAGES/all.po", "criteria/published/2026-11-22/nb-NO.jsonl"
FIELD_MARKS = "\ue000\ue001\ue002"
"""What stands around a figure before a text is shown; see srpp_criteria.wording.markers."""
YAML_FILES = (ITEM, CLAUSE, LAWS, LADDERS, MARKET, DECISION)


@cache
def _checkout() -> Checkout:
    """One checkout for all examples: an award criterion, a clause, their registers, Norway and its language."""
    folder = Path(mkdtemp(prefix="srpp-hostile-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    checkout = Checkout(folder / "checkout")
    checkout.register("remedy-ladders", entries=[ladder("standard"), ladder("strict")])
    checkout.item(
        "fair-pay",
        stage="award",
        text={
            "offer": "Name your share from {floor}.",
            "paper": {"text": "x", "when": {"parameter": "form", "equals": "web"}},
        },
        parameters={
            "points": parameter("integer", default=6),
            "floor": parameter("percentage", default=7, minimum=1),
            "form": parameter("choice"),
        },
        scoring={
            "method": "linear",
            "weight": "points",
            "settings": {"floor": "floor", "ceiling": 12},
            "rule": "On a line.",
            "examples": [{"case": "Twelve.", "offer": {"offer": 12}, "points": 6}],
        },
        related={"secured_by": ["pay-slips"]},
    )
    checkout.clause(
        "pay-slips",
        text={"obligation": "Pay in {days, plural, one {# day} other {# days}}, {cite_eu_2014_24_art_70}."},
        parameters={"days": parameter("duration"), "sum": parameter("money"), "day": parameter("date")},
        remedies={"ladder": "standard", "figures": {"remedy_days": 7}},
    )
    facts = [{"key": "no-wage", "kind": "wage", "label": {"nb": "Lønn"}, "values": [{"value": 1, "seen": None}]}]
    checkout.market(
        "NO",
        **national_law("NO", "no-1", {"nb": "§ 19-3"}),
        facts=facts,
        transposition=[{"eu": "eu-2014-24-art-70", "national": ["no-1"]}],
        ladders={"strict": "standard"},
        ladder_parameters={"standard": {"remedy_days": {"default": 6, "reason": "Custom."}}},
    )
    checkout.decide("NO", "fair-pay")
    checkout.translate("nb")
    checkout.release(checkout.edition("nb-NO")["fair-pay"])
    checkout.decide(
        "NO",
        "pay-slips",
        parameters={"days": {"default": 3, "maximum": 9, "reason": "Custom."}},
        text=[
            {"replace": "obligation", "languages": {"nb": "Betal på {days} dager.", "en": "Pay."}},
            {"after": "obligation", "id": "card", "title": {"nb": "Kort"}, "languages": {"nb": "Bær kort."}},
        ],
        evidence=[
            {
                "id": "copy",
                "stage": "start",
                "what": {"nb": "Kopi."},
                "given_by": "contractor",
                "checked_by": "contract-manager",
                "how_checked": {"nb": "Les."},
                "effort": EFFORT,
            }
        ],
        remedies={"figures": {"remedy_days": 5}, "reason": "Custom."},
        guidance={"watch_out": {"nb": "Husk."}},
        mandatory={"scope": {"nb": "Alle."}, "threshold": "no-wage", "legal_basis": ["no-1"], "seen": None},
    )
    assert checkout.complaints == []
    assert len(checkout.edition("nb-NO")) == 2
    return checkout


def _survives(file: str, content: bytes) -> None:
    """Put a damaged file into the checkout, do everything with it, and put the good one back."""
    checkout = _checkout()
    path = checkout.root / file
    good = path.read_bytes()
    path.write_bytes(content)
    try:
        shelf = checkout.shelf
        for diagnostic in check_shelf(shelf):
            assert not diagnostic.place.file.startswith("/")
            assert diagnostic.place.line >= 1
            assert diagnostic.place.column >= 1
            assert diagnostic.code.startswith("SRPP")
            assert diagnostic.says
            assert "\n" not in str(diagnostic)
        for locale in shelf.locales:
            data, _ = resolve(shelf, locale)
            held = {entry.id for entry in data.entries}
            lacking = {missing.item: missing for missing in data.missing}
            assert set(shelf.items) == held | set(lacking), "an item is lost without a word"
            assert all(missing.says and missing.reason in Reason for missing in data.missing)
            assert EditionData.model_validate_json(data.model_dump_json()) == data, "it could not be shipped"
            for entry in data.entries:
                assert not set(FIELD_MARKS).intersection(entry.fill().text)
    finally:
        path.write_bytes(good)


# ---- accidents to the meaning: keys lost, values swapped, pieces of other files put in

ODD: list[Any] = [
    None, True, False, 0, -1, 3, 2.5, 10**14, 1e300, "", " ", "x", "NO", "1.0.0", "9.9.9", "2026-11-22", "9999-12-31",
    "{", "{days", "{nobody}", "{days, plural, other {#}}", "'{", "<b>x</b>", "[x](javascript:1)", "x" * 9000, "ø" * 70,
    "pay-slips", "fair-pay", "obligation", "standard", "strict", "en", "nb", "en-NO", "x\n\ny", [], {}, ["x"], {"x": 1},
    {"nb": "x"}, {"en": "x"}, [[]], {"nb": ""},
]  # fmt: skip


@cache
def _good(file: str) -> Any:
    return parse_yaml((_checkout().root / file).read_bytes(), file=file).data


def _containers(data: Any) -> Iterator[Any]:
    waiting = [data]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict | list) and value:
            yield value
            waiting += value.values() if isinstance(value, dict) else value


def _steps(inside: Any) -> list[Any]:
    return list(inside) if isinstance(inside, dict) else list(range(len(inside)))


@st.composite
def _meant_otherwise(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file that is YAML still, after one to three accidents."""
    file = draw(st.sampled_from(YAML_FILES))
    data = copy.deepcopy(_good(file))
    for _ in range(draw(st.integers(1, 3))):
        places = [(inside, step) for inside in _containers(data) for step in _steps(inside)]
        if not places:
            break
        inside, step = draw(st.sampled_from(places))
        accident = draw(st.integers(0, 5))
        if accident == 0:
            del inside[step]
        elif accident in {1, 2}:
            inside[step] = copy.deepcopy(draw(st.sampled_from(ODD)))
        elif accident == 3:
            other, there = draw(st.sampled_from(places))
            if there in _steps(other):
                inside[step] = copy.deepcopy(other[there])
        elif accident == 4:
            elsewhere = list(_containers(_good(draw(st.sampled_from(YAML_FILES)))))
            inside[step] = copy.deepcopy(draw(st.sampled_from(elsewhere)))
        elif isinstance(inside, list):
            inside.append(copy.deepcopy(inside[step]))
        else:
            inside[draw(st.sampled_from(["id", "x", "remove", "locked", "title", "when"]))] = inside.pop(step)
    return file, json.dumps(data, ensure_ascii=False).encode()


@settings(max_examples=1000)
@given(_meant_otherwise())
def test_a_file_that_means_something_else_is_resolved_or_reported(damaged: tuple[str, bytes]) -> None:
    """Items, registers, market and overlay: lost keys, swapped values, pieces of other files."""
    _survives(*damaged)


# ---- accidents to the bytes

SNIPPETS = [
    b"\x00", b"\xff", b"\xe2\x80\xae", b"&a ", b"*a", b"!!x ", b"---\n", b"\t", b": ", b"- ", b"[", b"}", b'"', b"'",
    b"|\n", b"\n", b"#", b"{", b"9", b"-", b"msgid ", b'msgstr "', b"#, fuzzy\n", b"#~ ", b"\\", b"null", b"[]", b'{"',
]  # fmt: skip


@st.composite
def _damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file after one to three accidents: flipped bit, lost or repeated stretch, snippet, early end."""
    file = draw(st.sampled_from((*YAML_FILES, CATALOGUE, CATALOGUE, RELEASED)))
    content = (_checkout().root / file).read_bytes()
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(content)))
        to = min(len(content), at + draw(st.integers(0, 40)))
        accident = draw(st.integers(0, 4))
        if accident == 0 and at < len(content):
            content = content[:at] + bytes([content[at] ^ (1 << draw(st.integers(0, 7)))]) + content[at + 1 :]
        elif accident == 1:
            content = content[:at] + content[to:]
        elif accident == 2:
            content = content[:to] + content[at:]
        elif accident == 3:
            content = content[:at] + draw(st.sampled_from(SNIPPETS)) + content[at:]
        else:
            content = content[:at]
    return file, content


@settings(max_examples=700)
@given(_damaged())
def test_a_damaged_file_is_resolved_or_reported(damaged: tuple[str, bytes]) -> None:
    """Bytes of items, market, overlay, catalogue and released texts."""
    _survives(*damaged)


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"])
ODD_WORDS = st.sampled_from([value for value in ODD if isinstance(value, str) and value])
CONTEXTS = ["fair-pay:text.offer", "fair-pay:title", "pay-slips:parameters.days.label", "laws:eu-2014-24.short"]


@settings(max_examples=200)
@given(text=ODD_WORDS | st.text(LETTERS, min_size=1, max_size=30), context=st.sampled_from(CONTEXTS))
def test_whatever_a_translator_writes_is_shown_or_reported(text: str, context: str) -> None:
    """A translation of any length and form: the item is whole, or it is missing, or the check says so."""
    checkout = _checkout()
    good = (checkout.root / CATALOGUE).read_text(encoding="utf-8")
    entry = good.partition(f"msgctxt {json.dumps(context)}")[2].partition("msgstr ")[2].partition("\n")[0]
    words = json.dumps(text, ensure_ascii=False)
    assert entry

    _survives(CATALOGUE, good.replace(f"msgstr {entry}\n", f"msgstr {words}\n").encode())


# ---- what an organisation hands in


@settings(max_examples=200)
@given(damaged=(_meant_otherwise() | _damaged()).filter(lambda damaged: damaged[0] == DECISION))
def test_whatever_an_organisation_hands_in_is_applied_or_reported(damaged: tuple[str, bytes]) -> None:
    """A folder of house rules after accidents: InvalidLibrary with its findings, a missing item, or a whole one."""
    checkout = _checkout()
    folder = checkout.root.parent / "house"
    folder.mkdir(exist_ok=True)
    (folder / "pay-slips.yml").write_bytes(damaged[1])
    try:
        edition = _norway().edition("nb-NO", overlay=folder)
    except InvalidLibrary as invalid:
        found = invalid.diagnostics
    else:
        found = ()
        assert "pay-slips" in edition or edition.missing["pay-slips"].says
        assert EditionData.model_validate_json(edition.data.model_dump_json()) == edition.data
        for entry in edition:
            assert not set(FIELD_MARKS).intersection(entry.fill().text)
            provenance = edition.provenance(entry.id)
            assert all(provenance.of(address)[1].place.line >= 1 for address in provenance.addresses())
    assert all(diagnostic.place.file == "pay-slips.yml" and diagnostic.says for diagnostic in found)


@cache
def _norway() -> Library:
    return _checkout().library


@pytest.mark.parametrize("words", ["{nobody}", "{days", "{days, plural, one {#}}", "{days, number}", "'{"])
def test_house_rules_with_a_broken_sentence_do_not_break_the_buyer(tmp_path: Path, words: str) -> None:
    """A sentence that cannot be filled in takes the item out, with the reason; it never fails while it is filled in."""
    rule = decision_fields("pay-slips", text=[{"replace": "card", "languages": {"nb": words, "en": "x"}}])
    (tmp_path / "pay-slips.yml").write_text(as_yaml(rule), encoding="utf-8")

    edition = _norway().edition("nb-NO", overlay=tmp_path)

    if "pay-slips" in edition:
        assert edition["pay-slips"].fill().text
    else:
        assert edition.missing["pay-slips"].reason == "invalid"


def test_wrong_values_are_never_more_than_a_complaint() -> None:
    """The one way in which filling in a sound entry fails."""
    with pytest.raises(InvalidValue):
        _norway().edition("nb-NO")["pay-slips"].fill(days="x")
