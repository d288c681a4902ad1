# SPDX-License-Identifier: Apache-2.0
"""The tree itself: what it refuses, and what it knows of its own content."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.documents.sample import FIRM, NOTICE_DAYS, REPORTING, REPRESENTATIVE, TIERS, document, run, words

from srpp_criteria.documents.columns import column_shares, fits_the_page
from srpp_criteria.documents.document import FieldLine, Heading, NumberedClause, OpenBlank, Stamp, Table
from srpp_criteria.documents.inlines import ListBlock, Strong, Text, with_fields
from srpp_criteria.documents.reading_order import contents, fields_of, open_blanks
from srpp_criteria.wording import mark, parse_markup

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "build",
    [
        lambda: Heading(0, "x"),
        lambda: Heading(5, "x"),
        lambda: NumberedClause(6, ()),
        lambda: Table(header=(), rows=()),
        lambda: Table(header=(run("a"),), rows=((run("1"), run("2")),)),
        lambda: Table(header=(run("a"),), rows=(), widths=(1, 2)),
        lambda: Table(header=(run("a"),), rows=(), widths=(0,)),
    ],
    ids=["level 0", "level 5", "clause level 6", "no columns", "row too long", "widths too many", "width 0"],
)
def test_what_no_writer_could_write_is_refused(build: Callable[[], object]) -> None:
    """Levels out of range, rows that do not fit the header, widths that are none."""
    with pytest.raises(ValueError, match=r"level|column|widths|row 1"):
        build()


def test_open_blanks_are_found_with_their_section() -> None:
    """Each once, under the numbered heading where the reader meets it first; form lines are for the bidder."""
    where = "1.1 Begrensning av underleverandørledd"
    assert open_blanks(REPRESENTATIVE.blocks) == (
        OpenBlank(NOTICE_DAYS.name, NOTICE_DAYS.label, where),
        OpenBlank(REPORTING.name, REPORTING.label, where),
    )
    assert open_blanks((FieldLine("Navn", FIRM),)) == ()


def test_fields_are_found_wherever_they_stand() -> None:
    """In clauses, lists, cells and inside bold words."""
    listed = ListBlock(ordered=False, start=1, items=((words(Strong((TIERS,))),),))
    table = Table(header=((TIERS,),), rows=(((TIERS,),),))
    assert list(fields_of((NumberedClause(1, (listed,)), table, Stamp("x")))) == [TIERS] * 3


def test_the_contents_carry_clause_numbers() -> None:
    """Clauses between the headings count too; unnumbered headings have none."""
    blocks = (Heading(1, "A"), NumberedClause(2, ()), Heading(2, "B"), Heading(1, "C", numbered=False), Heading(3, "D"))
    entries = contents(document(*blocks, contents_depth=2))
    assert [(e.heading.text, e.number, e.place) for e in entries] == [
        ("A", "1", "section_1"),
        ("B", "1.2", "section_2"),
        ("C", "", "section_3"),
    ]


def test_what_the_wording_parser_reads_stands_in_a_document() -> None:
    """Blocks are taken over as they are; a bare value becomes a field with label and options."""
    blocks = parse_markup("- høyst **" + mark("max_tiers", "2") + "** ledd")

    (taken,) = with_fields(blocks, lambda value: {"max_tiers": TIERS}[value.name])
    assert isinstance(taken, ListBlock)
    assert taken.items[0][0].inlines == (Text("høyst "), Strong((TIERS,)), Text(" ledd"))  # type: ignore[union-attr]


def test_columns_share_the_line() -> None:
    """Given widths are relative; without them long texts take more room but starve no short one."""
    header = (run("a"), run("b"))
    assert column_shares(Table(header, (), widths=(3, 1))) == (0.75, 0.25)
    short, long = column_shares(Table(header, ((run("1"), run("ord " * 200)),)))
    assert short + long == pytest.approx(1)
    assert 0.03 < short < 0.1


def test_no_column_is_narrower_than_its_longest_word() -> None:
    """Whatever widths are asked for; the other columns give way. Only when nothing fits do all of them suffer alike."""
    header = (run("gjennomføring"), run("b"), run("c"))
    narrow, *others = column_shares(Table(header, (), widths=(1, 20, 20)))
    assert narrow > 13 / 100
    assert others[0] == others[1]
    assert column_shares(Table((run("x" * 100),) * 10, ())) == pytest.approx((0.1,) * 10)


def test_a_table_fits_while_no_word_has_to_be_broken() -> None:
    """Four columns of long words stand beside each other on a page in portrait; ten do not, but ten numbers do."""
    assert fits_the_page(Table((run("qualification"),) * 4, ()))
    assert not fits_the_page(Table((run("qualification"),) * 10, ()))
    assert fits_the_page(Table((run("1"),) * 10, ()))


def test_a_text_for_the_terminal_loads_no_word_library() -> None:
    """python-docx and lxml are an extra; Markdown, HTML and plain text work without them."""
    program = (
        "import sys; from srpp_criteria.documents import html, markdown, plain;"
        "print([name for name in ('lxml', 'docx', 'odfdo') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
