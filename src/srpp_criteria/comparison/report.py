# SPDX-License-Identifier: Apache-2.0
"""What a comparison of two texts says, as data; and as lines for a terminal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from srpp_criteria.comparison.parts import Fate
from srpp_criteria.comparison.texts import Difference, TextIdentity, compare
from srpp_criteria.comparison.weight import Least, least_change_of
from srpp_criteria.comparison.word_marks import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from srpp_criteria.comparison.pairs import Pair
    from srpp_criteria.comparison.word_marks import Run

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

UNSEEN = "only spaces, line ends or emphasis"


@dataclass(frozen=True, slots=True)
class Report:
    """Two texts compared and weighed: the shape of `srpp diff --json`.

    Attributes:
        srpp: number of this format.
        before: the text before.
        after: the text after.
        before_name: its stamp, or what it was made from.
        after_name: the same for the text after.
        note: in which language they were read, if that is not the one that was asked for; which of them is an old text.
        same: whether nothing signed differs.
        least: the smallest honest weight of the change; null for the same text, two items, and markets.
        differences: everything signed that differs, in reading order.
    """

    srpp: Literal[1]
    before: TextIdentity
    after: TextIdentity
    before_name: str
    after_name: str
    note: str
    same: bool
    least: Least | None
    differences: tuple[Difference, ...]


def report_of(pair: Pair) -> Report:
    """Compare two texts and weigh what differs."""
    found = compare(pair.before, pair.after)
    # A market's changes are no new version, and words in another language than the text's own are signed by nobody.
    is_history = pair.before.id == pair.after.id and not pair.note
    least = least_change_of(pair.before, pair.after) if is_history else None
    return Report(
        1,
        found.before,
        found.after,
        pair.before_name,
        pair.after_name,
        " ".join(filter(None, (pair.note, pair.waits))),
        found.is_same,
        least,
        found.differences,
    )


def in_brackets(mark: Mark, text: str) -> str:
    """A mark that is read without colour.

    >>> in_brackets(Mark.DELETED, "2 tiers"), in_brackets(Mark.INSERTED, "1 tier")
    ('[-2 tiers-]', '{+1 tier+}')
    """
    return {Mark.DELETED: f"[-{text}-]", Mark.INSERTED: f"{{+{text}+}}"}.get(mark, text)


def lines_of(report: Report, style: Callable[[Mark, str], str] = in_brackets) -> Iterator[str]:
    """The report, line by line."""
    yield f"--- {printable(report.before_name)}"
    yield f"+++ {printable(report.after_name)}"
    if report.note:
        yield report.note
    if report.same:
        yield "The same text: nothing that is signed differs."
        return
    yield from difference_lines(report.differences, style)
    if report.least is not None:
        yield ""
        yield f"At least {report.least.weight.value}:"
        yield from (f"  {printable(one.address)}: {printable(one.why)}" for one in report.least.decisive)


def difference_lines(
    differences: Iterable[Difference], style: Callable[[Mark, str], str] = in_brackets
) -> Iterator[str]:
    """What differs, line by line, under the name of what it belongs to."""
    for group, members in groupby(differences, key=lambda one: one.group):
        yield ""
        yield printable(group) or "Item"
        for one in members:
            yield from _lines_of(one, style)


def printable(text: str) -> str:
    """Words without the signs that would steer a terminal.

    >>> printable("red \\x1b[31m")
    'red ?[31m'
    """
    return _UNPRINTABLE.sub("?", text)


def _lines_of(one: Difference, style: Callable[[Mark, str], str]) -> Iterator[str]:
    head = f"  {printable(one.label)} ({one.fate.value})"
    if one.fate is Fate.MOVED:
        yield f"{head}: from {one.before} to {one.after}"
    elif not one.runs:
        marks = [style(mark, printable(text)) for mark, text in _before_and_after(one) if text]
        yield f"{head}: {' '.join(marks)}"
    elif not one.is_seen:
        yield f"{head}: {UNSEEN}"
    else:
        yield f"{head}:"
        yield from (f"    {line}" if line.strip() else "" for line in _marked(one.runs, style).splitlines())


def _before_and_after(one: Difference) -> tuple[tuple[Mark, str], tuple[Mark, str]]:
    return (Mark.DELETED, one.before), (Mark.INSERTED, one.after)


def _marked(runs: Iterable[Run], style: Callable[[Mark, str], str]) -> str:
    """Runs as one text; words that went stand apart from those that came in their place."""
    pieces: list[str] = []
    last = Mark.KEPT
    for run in runs:
        if run.mark is Mark.INSERTED and last is Mark.DELETED:
            pieces.append(" ")
        pieces.append(style(run.mark, printable(run.text)))
        last = run.mark
    return "".join(pieces)
