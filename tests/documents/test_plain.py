# SPDX-License-Identifier: Apache-2.0
"""Plain text: for the terminal and for pasting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.documents.sample import REPRESENTATIVE, document, run, words

from srpp_criteria.documents.document import Heading, NumberedClause, Table
from srpp_criteria.documents.inlines import Break, Field, Link, ListBlock
from srpp_criteria.documents.plain import to_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from srpp_criteria.documents.document import Block


def written(*blocks: Block) -> str:
    """The text of these blocks, without the title above them."""
    return to_text(document(*blocks)).split("\n\n", 1)[1].removesuffix("\n")


def test_the_representative_document(snapshot: Callable[[str, str], None]) -> None:
    """One of everything, as a terminal shows it."""
    snapshot("documents/representative.txt", to_text(REPRESENTATIVE))


def test_clauses_and_headings_are_counted() -> None:
    """Text cannot count, so the numbers are written."""
    listed = ListBlock(ordered=False, start=1, items=((words("c"),), (words("d"),)))
    shown = written(Heading(1, "A"), NumberedClause(2, (words("b:"), listed)))
    assert shown == "1 A\n===\n\n1.1 b:\n\n- c\n- d"


def test_a_blank_stands_in_brackets() -> None:
    """A reader sees that something is missing."""
    assert written(words("innen ", Field("a.b", "", blank=True, label="dager"))) == "innen [dager]"


def test_a_link_tells_its_address() -> None:
    """Unless the words are the address."""
    assert written(words(Link("https://example.org", run("her")))) == "her (https://example.org)"
    assert written(words(Link("mailto:a@example.org", run("a@example.org")))) == "a@example.org"


def test_a_wide_table_is_written_row_by_row() -> None:
    """Aligned columns where they fit on a line, otherwise one labelled line per cell."""
    narrow = Table(header=(run("a"), run("b")), rows=((run("1"), run("22")),))
    assert written(narrow) == "a  b\n-  --\n1  22"
    wide = Table(header=(run("a"), run("b")), rows=((run("1"), run("x" * 100, Break(), "y")),))
    assert written(wide) == f"a: 1\nb: {'x' * 100}\n  y"


def test_control_characters_never_reach_the_terminal() -> None:
    """No value moves the cursor, rings the bell or turns the reading direction."""
    assert written(words("a\x1b[2Jb\x07c\u202ed", Field("x.y", "e\x1b]0;f"))) == "a[2Jbcde]0;f"
