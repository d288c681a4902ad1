# SPDX-License-Identifier: Apache-2.0
"""Thousands of damaged files: every one loads or gives a diagnostic with file, line, column and code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from srpp_criteria.source import PoFile, Refusal, SourceFile, join_soft_breaks, parse_po, parse_yaml

if TYPE_CHECKING:
    from srpp_criteria.diagnostics import Diagnostic

CASES = Path(__file__).parent.parent / "cases" / "yaml"
GOOD_YAML = [path.read_bytes() for path in sorted((CASES / "must_load").glob("*.yml"))]
BAD_YAML = [path.read_bytes() for path in sorted((CASES / "must_fail").glob("*.yml"))]
ITEM = """\
# yaml-language-server: $schema=../../schemas/clause.schema.json
id: food-fair-wages
kind: clause
version: 1.0.0
sectors: [food, textiles]
title: "Fair wages – § 5"
text:
  - id: obligation
    body: |
      The contractor pays {rate, plural, one {# euro} other {# euros}}.
      It shows the pay slips:
      - each month
      - on request
parameters:
  rate: {type: money, default: 12.50, minimum: 0, basis: {why: judgement, seen: null}}
sources:
  - url: 'https://example.org/?a=b'
    seen: 2026-11-22
""".encode()
PO = """\
msgid ""
msgstr ""
"Language: nb\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: criteria/food/food-fair-wages.yml:9
#, fuzzy
msgctxt "food-fair-wages:obligation"
msgid "The contractor pays {rate}."
msgstr "Leverandøren betaler {rate}."

msgctxt "food-fair-wages:title"
msgid ""
"Fair \\"wages\\"\\n"
msgstr "Lønn"

#~ msgid "Old"
#~ msgstr "Gammel"
""".encode()

HOSTILE = [
    *(
        b"&a ",
        b"*a",
        b"!!python/object:os.system ",
        b"!x ",
        b"<<: ",
        b"---\n",
        b"...\n",
        b"%YAML 1.1\n",
        b"\t",
        b": ",
        b"- ",
    ),
    *(
        b"? ",
        b"[",
        b"]",
        b"{",
        b"}",
        b",",
        b"|",
        b">-\n",
        b'"',
        b"'",
        b"\\",
        b"\\x00",
        b"\\ud800",
        b"\\u202e",
        b"#",
        b"\n",
        b"\r",
    ),
    *(
        b"\r\n",
        b"\x00",
        b"\x1b[2J",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xae",
        b"\xe2\x80\x8b",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
    ),
    *(
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xee\x80\x80",
        b"\xc3",
        b"@",
        b"`",
        b"id: x\n",
        b"[" * 30,
        b"- " * 30,
        b"9" * 5000,
    ),
    *(
        b"-",
        b"0",
        b"1e999",
        b"```\n",
        b"1. ",
        b"\n\n\n",
        b"    ",
        b"msgid ",
        b"msgstr ",
        b'msgid_plural "x"\n',
        b'msgstr[9] "x"\n',
    ),
    *(
        b"#~ ",
        b"#, fuzzy\n",
        b"#: \xe2\x81\xa8a",
        b"msgctxt ",
        b'msgid ""\n',
        b"Plural-Forms: nplurals=99999999;",
        b"charset=x",
    ),
    *(b"\\n", b'\\"', b"%(a)s", b"{", b"\xf0\x9f\x91\xb7"),
]


@st.composite
def _damaged(draw: st.DrawFn, originals: list[bytes]) -> bytes:
    """A file after one to four accidents: flipped bit, lost or repeated stretch, hostile snippet, early end."""
    content = draw(st.sampled_from(originals))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        to = min(len(content), at + draw(st.integers(0, 40)))
        match draw(st.integers(0, 6)):
            case 0 if content:
                at = min(at, len(content) - 1)
                flipped = content[at] ^ (1 << draw(st.integers(0, 7)))
                content = content[:at] + bytes([flipped]) + content[at + 1 :]
            case 1:
                content = content[:at] + content[to:]
            case 2:
                content = content[:to] + content[at:]
            case 3 | 4:
                content = content[:at] + draw(st.sampled_from(HOSTILE)) + content[at:]
            case 5:
                content = content[:at] + draw(st.binary(max_size=6)) + content[at:]
            case _:
                content = content[:at]
    return content


def _is_a_plain_answer(refused: tuple[Diagnostic, ...], file: str) -> bool:
    codes = set(Refusal)
    return all(
        refusal.place.file == file
        and refusal.place.line >= 1
        and refusal.place.column >= 1
        and refusal.code in codes
        and bool(refusal.says and refusal.hint)
        for refusal in refused
    ) and list(refused) == sorted(refused, key=lambda refusal: refusal.place)


def _check_yaml(content: bytes) -> SourceFile:
    source = parse_yaml(content, file="a/b.yml")
    assert (source.data is None) == bool(source.diagnostics), "refused or read: never both, never neither"
    assert _is_a_plain_answer(source.diagnostics, "a/b.yml")
    lines = content.count(b"\n") + 1
    assert all(refusal.place.line <= lines for refusal in source.diagnostics)
    assert source.places.value(("text", 0, "body")).line <= lines
    if source.data is not None:
        assert isinstance(source.data, dict)
    return source


@settings(max_examples=6000)
@given(content=_damaged([ITEM, *GOOD_YAML, *BAD_YAML]))
def test_a_damaged_yaml_file_is_read_or_gets_a_plain_answer(content: bytes) -> None:
    """Six thousand damaged files: no exception, and never data together with a refusal."""
    _check_yaml(content)


@settings(max_examples=1000)
@given(content=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_at_all_are_read_or_get_a_plain_answer(content: bytes) -> None:
    """Also what never was YAML or PO."""
    _check_yaml(content)
    _check_po(content)


@settings(max_examples=1500)
@given(content=st.lists(st.sampled_from([*HOSTILE, b"a", b"b: c\n", b" ", b"\n  "]), max_size=30).map(b"".join))
def test_a_heap_of_hostile_snippets_is_read_or_gets_a_plain_answer(content: bytes) -> None:
    """Without a good file around them the snippets meet each other."""
    _check_yaml(content)
    _check_po(content)


def _check_po(content: bytes) -> PoFile:
    po = parse_po(content, file="a/b.po")
    assert _is_a_plain_answer(po.diagnostics, "a/b.po")
    lines = content.count(b"\n") + 1
    assert all(refusal.place.line <= lines for refusal in po.diagnostics)
    assert not (po.entries and po.diagnostics), "a refused catalogue translates nothing"
    assert all(1 <= entry.line <= lines for entry in po.entries.values())
    return po


@settings(max_examples=2500)
@given(content=_damaged([PO]))
def test_a_damaged_catalogue_is_read_or_gets_a_plain_answer(content: bytes) -> None:
    """Two and a half thousand damaged catalogues: no exception, and never an entry together with a refusal."""
    _check_po(content)


@given(content=_damaged([ITEM]))
def test_what_was_read_once_reads_the_same_when_it_is_read_again(content: bytes) -> None:
    """Joined texts stay as they are: data that is written out and read in again is the same data."""
    data = _check_yaml(content).data
    waiting = [data]
    while waiting:
        match waiting.pop():
            case dict() as mapping:
                waiting += mapping.values()
            case list() as entries:
                waiting += entries
            case str() as text if "\n" in text:
                assert join_soft_breaks(text) == text
