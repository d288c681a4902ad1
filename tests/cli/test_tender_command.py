# SPDX-License-Identifier: Apache-2.0
"""`srpp tender`: a procurer's main job, from a choice to a file."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from srpp_criteria.documents.read_back import text_of_docx, text_of_odt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Srpp = Callable[..., subprocess.CompletedProcess[str]]

TIERS = "construction-subcontracting-tier-limit"
TENDER_FILE = """\
# yaml-language-server: $schema=../../schemas/tender-file.schema.json
srpp: 1
title: Renovation of the town hall
locale: en
created: 2026-11-22
items:
  - item: construction-subcontracting-tier-limit
    version: 1.0.0
    decision: taken
    reason: Long chains hid unpaid wages in the last renovation.
    parameters: {max_tiers: 1}
  - item: construction-clause-site-id-presence-register
    decision: left
    reason: The site is open to the public at all times.
"""


@pytest.fixture
def tender_file(tmp_path: Path, tiers_now: str) -> Path:
    """A tender file as the site saves it."""
    file = tmp_path / "town-hall.srpp.yml"
    file.write_text(TENDER_FILE.replace("1.0.0", tiers_now), encoding="utf-8")
    return file


def test_a_tender_file_becomes_a_word_file_with_its_figures(
    srpp: Srpp, tender_file: Path, tmp_path: Path, tiers_now: str
) -> None:
    """Title, filled text and stamp are in the file. What was left out and why is not: bidders read it."""
    target = tmp_path / "tender.docx"

    done = srpp("tender", tender_file, "-o", target)

    words = "\n".join(text_of_docx(target.read_bytes()))
    assert done.returncode == 0
    assert "Renovation of the town hall" in words
    assert "with at most 1 tier of subcontractors" in words
    assert "Long chains hid unpaid wages in the last renovation." not in words
    assert "The site is open to the public at all times." not in words
    assert f"srpp:{TIERS}@{tiers_now}+en.1#" in words


def test_the_log_of_decisions_stands_in_the_annex_on_demand(srpp: Srpp, tender_file: Path, tmp_path: Path) -> None:
    """Reasons for texts taken and texts left out; the list of texts is the same with and without."""
    with_log, without = tmp_path / "log.md", tmp_path / "tender.md"
    srpp("tender", tender_file, "--log", "-o", with_log)
    srpp("tender", tender_file, "--no-log", "-o", without)

    tender = without.read_text(encoding="utf-8").strip()
    before, log = with_log.read_text(encoding="utf-8").split(tender)
    assert before == ""
    assert "Long chains hid unpaid wages in the last renovation." in log
    assert "The site is open to the public at all times." in log


def test_word_and_open_document_hold_the_same_words(srpp: Srpp, tmp_path: Path) -> None:
    """One document, two writers."""
    srpp("tender", "workwear", "-o", tmp_path / "t.docx")
    srpp("tender", "workwear", "-o", tmp_path / "t.odt")

    assert text_of_docx((tmp_path / "t.docx").read_bytes()) == text_of_odt((tmp_path / "t.odt").read_bytes())


@pytest.mark.parametrize("ending", ["docx", "odt", "md", "html", "txt", "json"])
def test_every_ending_has_a_writer(srpp: Srpp, tmp_path: Path, ending: str) -> None:
    """The file's name decides."""
    target = tmp_path / f"tender.{ending}"

    assert srpp("tender", TIERS, "-o", target).returncode == 0
    assert target.stat().st_size > 1000


def test_a_pack_brings_its_items_values_and_reasons(srpp: Srpp, tmp_path: Path, repository: Path) -> None:
    """Naming a pack is enough; its figures are those of the pack."""
    target = tmp_path / "t.json"
    srpp("tender", "building-renovation", "-o", target)

    tender = json.loads(target.read_text(encoding="utf-8"))
    pack = (repository / "criteria" / "packs" / "building-renovation.yml").read_text(encoding="utf-8")
    assert len(tender["items"]) >= 8
    assert all(f"item: {item['item']}" in pack and item["reason"] for item in tender["items"])


def test_the_effort_of_all_texts_is_told_as_information(srpp: Srpp, tmp_path: Path) -> None:
    """Three sums at the terminal, the same in the file for programs, and the file is written whatever they are."""
    target = tmp_path / "t.json"
    done = srpp("tender", "building-renovation", "-o", target)

    effort = json.loads(target.read_text(encoding="utf-8"))["effort"]
    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == (
        f"effort for one bid and one round of follow-up: bidder {effort['bidder_tender']:g} h until the contract is"
        f" signed, contractor {effort['bidder_contract']:g} h after, buyer {effort['buyer']:g} h"
    )


def test_sections_stand_in_the_order_of_a_tender(srpp: Srpp, tmp_path: Path) -> None:
    """Whatever the order on the command line, technical specifications come before award, award before clauses."""
    target = tmp_path / "t.json"
    srpp(
        "tender",
        TIERS,
        "construction-award-extra-training-hours",
        "construction-spec-inclusive-welfare-facilities",
        "-o",
        target,
    )

    sections = [item["section"] for item in json.loads(target.read_text(encoding="utf-8"))["items"]]
    assert sections == ["technical-specification", "award", "clause"]


def test_blanks_are_counted_for_the_person_at_the_terminal(srpp: Srpp, tmp_path: Path) -> None:
    """What still has to be filled in is said when the file is written."""
    done = srpp("tender", "food-sm-social-title-and-scope", "-o", tmp_path / "t.docx")

    assert "1 open blank" in done.stderr


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("srpp: 1\ntitle: x\nlocale: en\nitems: []\n", "SRPP124"),
        ("srpp: 1\ntitle: x\nlocale: en\nitms: []\n", 'field "itms" is unknown'),
        ("srpp: 2\ntitle: x\nlocale: en\nitems: [{item: a-b-c}]\n", 'srpp "2" is unknown'),
        ("title: [unclosed\n", "SRPP108"),
        ("srpp: &a 1\ntitle: *a\nlocale: en\nitems: []\n", "SRPP115"),
    ],
)
def test_a_broken_tender_file_gets_a_plain_answer(srpp: Srpp, tmp_path: Path, wrong: str, says: str) -> None:
    """File, line, code, way out; exit code 1, and nothing is written."""
    file = tmp_path / "broken.srpp.yml"
    file.write_text(wrong, encoding="utf-8")

    done = srpp("tender", file, "-o", tmp_path / "out.docx")

    assert done.returncode == 1
    assert "broken.srpp.yml:" in done.stderr
    assert says in done.stderr
    assert not (tmp_path / "out.docx").exists()


def test_wrong_values_of_all_items_are_told_together(srpp: Srpp, tmp_path: Path) -> None:
    """A buyer mends the file once, not value by value."""
    file = tmp_path / "wrong.srpp.yml"
    file.write_text(
        "srpp: 1\ntitle: x\nlocale: en\nitems:\n"
        f"  - {{item: {TIERS}, parameters: {{max_tiers: 9, chart_update_time: 99}}}}\n",
        encoding="utf-8",
    )

    done = srpp("tender", file, "-o", tmp_path / "out.docx")

    assert done.returncode == 2
    assert "max_tiers is 9, above the maximum 3" in done.stderr
    assert "chart_update_time is 99, above the maximum 5" in done.stderr


def test_without_the_word_library_the_way_out_is_named(tmp_path: Path, repository: Path) -> None:
    """A small installation says which extra is missing; it does not end in a traceback."""
    script = (
        "import sys; sys.modules['docx'] = None\n"
        f"sys.argv = ['srpp', 'tender', '{TIERS}', '-o', r'{tmp_path / 'out.docx'}']\n"
        "from srpp_criteria.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=repository, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert (
        done.stderr.strip() == "srpp: writing docx needs the extra documents (pip install 'srpp-criteria[documents]')"
    )
