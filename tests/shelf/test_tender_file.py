# SPDX-License-Identifier: Apache-2.0
"""A tender file comes from anybody: it is read, or everything that is wrong with it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from srpp_criteria import InvalidTenderFile
from srpp_criteria.shelf.tender_file import read_tender_file

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
srpp: 1
title: Workwear for the city
locale: de-AT
created: 2026-11-22
cpv: ["18100000-0"]
items:
  - item: fair-pay
    version: 1.0.0
    reason: Long chains.
    parameters: {tiers: 2, agency: true, day: 2026-12-31, share: 7.5}
  - item: pay-slips
    decision: left
    reason: Too small a contract.
"""


def _file(folder: Path, text: str | bytes) -> Path:
    path = folder / "purchase.srpp.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_selection_is_read(tmp_path: Path) -> None:
    """Items taken and left, with figures, versions and reasons."""
    tender = read_tender_file(_file(tmp_path, GOOD))

    taken, left = tender.items
    assert (tender.title, tender.locale) == ("Workwear for the city", "de-AT")
    assert (taken.item, taken.version, taken.decision) == ("fair-pay", "1.0.0", "taken")
    assert taken.parameters == {"tiers": 2, "agency": True, "day": "2026-12-31", "share": 7.5}
    assert (left.item, left.decision, left.reason) == ("pay-slips", "left", "Too small a contract.")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("srpp: 1", "srpp: 2", '1:7: SRPP125 srpp "2" is unknown (one of: 1)'),
        ("srpp: 1\n", "", '1:1: SRPP120 field "srpp" is missing (add srpp: to this entry)'),
        ("locale: de-AT", "locale: deutsch", '3:9: SRPP123 locale "deutsch" has the wrong form'),
        ("decision: left", "decision: lost", '12:15: SRPP125 decision "lost" is unknown (one of: taken, left)'),
        ("    reason: Long chains.", "    reson: x", '9:5: SRPP121 field "reson" is unknown (did you mean "reason"?)'),
        ("tiers: 2,", "tiers: [2],", "10:25: SRPP122"),
        ("2026-11-22", "22.11.2026", "4:10: SRPP122"),
    ],
    ids=["format", "no format", "locale", "decision", "field", "value", "day"],
)
def test_a_fault_has_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    """File name, line, column, what is wrong, the way out."""
    assert GOOD.count(old) == 1

    with pytest.raises(InvalidTenderFile) as caught:
        read_tender_file(_file(tmp_path, GOOD.replace(old, new)))

    assert str(caught.value.diagnostics[0]).startswith(f"purchase.srpp.yml:{says}")


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    """One reading, every fault."""
    with pytest.raises(InvalidTenderFile) as caught:
        read_tender_file(_file(tmp_path, "srpp: 1\ntitel: x\nlocale: deutsch\nitems: []\n"))

    assert [found.code for found in caught.value.diagnostics] == ["SRPP120", "SRPP123", "SRPP124", "SRPP121"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "SRPP109"),
        (b"- a\n", "SRPP110"),
        (b"srpp: &a 1\n", "SRPP115"),
        (b"srpp: 1\nsrpp: 1\n", "SRPP113"),
        (b"\xff\xfe", "SRPP104"),
        (b"srpp: !!python/object:os.system x\n", "SRPP117"),
        (b"a: " + b"[" * 200000, "SRPP118"),
        (b"x" * 300000, "SRPP103"),
    ],
    ids=["empty", "list", "anchor", "twice", "no text", "tag", "nesting", "size"],
)
def test_hostile_bytes_get_a_plain_answer(tmp_path: Path, content: bytes, code: str) -> None:
    """Never a traceback for a file that came by mail."""
    with pytest.raises(InvalidTenderFile) as caught:
        read_tender_file(_file(tmp_path, content))

    assert caught.value.diagnostics[0].place.file == "purchase.srpp.yml"
    assert {found.code for found in caught.value.diagnostics} == {code}


def test_a_file_that_does_not_exist_is_said_without_the_path_of_the_machine(tmp_path: Path) -> None:
    """The name is enough."""
    with pytest.raises(InvalidTenderFile, match=r"^purchase\.srpp\.yml:1:1: SRPP10\d there is no such file"):
        read_tender_file(tmp_path / "purchase.srpp.yml")


def test_a_folder_is_no_tender_file(tmp_path: Path) -> None:
    """Nor a traceback."""
    with pytest.raises(InvalidTenderFile, match="this is a folder"):
        read_tender_file(tmp_path)
