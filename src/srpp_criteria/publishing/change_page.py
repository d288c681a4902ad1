# SPDX-License-Identifier: Apache-2.0
"""A change report for people: Markdown that GitHub shows in a comment, or a page of HTML.

Content comes from strangers: nothing in it becomes a mention, a link, an image or markup. The page has a limit, and
says what it left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from srpp_criteria.comparison.word_marks import Mark, Run
from srpp_criteria.diagnostics import counted
from srpp_criteria.models.item import Weight
from srpp_criteria.publishing.comment import defused
from srpp_criteria.publishing.pull_request import Outcome
from srpp_criteria.shelf.shelf import MASTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from srpp_criteria.publishing.pull_request import ChangeReport, TextChange

LONGEST = 45_000
"""Characters of a page. GitHub takes 65,536 in a comment, and what is defused grows."""

MOST_DIFFERENCES = 40
MOST_FINDINGS = 25
LONGEST_RUN = 1_500
_AROUND = 60
"""Characters of unchanged words that stand beside a mark."""

_HEAVINESS = {Weight.PATCH: 1, Weight.MINOR: 2, Weight.MAJOR: 3, Weight.FIRST: 4}
_FORMATTING = {sign: f"&#{ord(sign)};" for sign in "#*_~"} | {"&": "&amp;"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: a heading, a paragraph or an entry of a list.

    Attributes:
        kind: h2, h3, p or li.
        says: plain words.
        runs: marked words of the content behind them.
    """

    kind: str
    says: str
    runs: tuple[Run, ...] = ()


def as_markdown(report: ChangeReport) -> str:
    """The report as Markdown."""
    begin = {"h2": "\n## ", "h3": "\n### ", "p": "\n", "li": "- "}
    texts = []
    for before, line in _with_previous(_within_limit(_lines(report))):
        gap = "\n" if line.kind == "li" and before != "li" else ""
        texts.append(gap + begin[line.kind] + _markdown(line))
    return "\n".join(texts).lstrip("\n") + "\n"


def as_html(report: ChangeReport) -> str:
    """The report as a page of its own: no script, no style, nothing from elsewhere."""
    body: list[str] = []
    for before, line in _with_previous(_within_limit(_lines(report))):
        if line.kind == "li" and before != "li":
            body.append("<ul>")
        if line.kind != "li" and before == "li":
            body.append("</ul>")
        body.append(f"<{line.kind}>{_html(line)}</{line.kind}>")
    if body and body[-1].startswith("<li>"):
        body.append("</ul>")
    head = '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>What this change does</title></head>'
    return "\n".join([head, "<body>", *body, "</body>", "</html>", ""])


FORMATS = {"markdown": as_markdown, "html": as_html}


# ---- what is said --------------------------------------------------------------------------------------------------


def _lines(report: ChangeReport) -> Iterator[Line]:
    yield Line("h2", "What this change does to the texts")
    yield Line("p", _summary(report.texts))
    if report.broken_releases:
        yield Line("p", "The register of published texts was touched. Nothing in it may ever change:")
        yield from _list(report.broken_releases)
    else:
        grown = f"{counted(len(report.new_releases), 'file')} came" if report.new_releases else "untouched"
        yield Line("p", f"Register of published texts: {grown}.")
    if report.findings:
        yield Line("h3", f"New findings: {len(report.findings)}")
        yield from _list(map(str, report.findings))
    if report.stale:
        yield Line("h3", "Becomes stale")
        yield Line(
            "p", "These decisions were written for an older text; readers keep the last released one until then."
        )
        yield from _list(
            f"{one.market}: {one.item}, written for {one.reviewed_for}, now {one.version}" for one in report.stale
        )
    beside = [one for one in report.texts if one.outcome is Outcome.BESIDE]
    if beside:
        yield Line("h3", "Changed beside the text only: advice, sources, codes, reviews")
        yield from _list(f"{one.item} ({one.locale})" for one in beside)
    for change in report.texts:
        if change.outcome is not Outcome.BESIDE:
            yield from _text(change)


def _summary(texts: Sequence[TextChange]) -> str:
    if not texts:
        return "No text of any edition differs."
    editions: dict[str, Counter[str]] = {}
    for one in texts:
        editions.setdefault(one.locale, Counter())[one.outcome.value] += 1
    return "; ".join(
        f"{locale}: {', '.join(f'{number} {outcome}' for outcome, number in counts.items())}"
        for locale, counts in editions.items()
    )


def _text(change: TextChange) -> Iterator[Line]:
    yield Line("h3", f"{change.item} ({change.locale}): {change.title}")
    if change.outcome is Outcome.REMOVED:
        yield Line("p", f"The edition has it no more{f': {change.why}' if change.why else ''}.")
        return
    if change.outcome is Outcome.ADDED:
        assert change.after is not None  # noqa: S101 - an added text is there
        yield Line("p", f"New: {change.after.item.kind}, version {change.after.version}, {change.after.item.status}.")
        for part in change.after.item.text:
            yield Line("li", f"{part.id}:", (Run(Mark.KEPT, part.text),))
        return
    assert change.before is not None  # noqa: S101 - a changed text has two sides
    assert change.after is not None  # noqa: S101
    assert change.comparison is not None  # noqa: S101
    yield Line("p", " ".join(_kind_of_change(change)))
    differences = change.comparison.differences
    for one in differences[:MOST_DIFFERENCES]:
        runs = one.runs or (Run(Mark.DELETED, one.before), Run(Mark.INSERTED, one.after))
        yield Line("li", f"{one.says}{'' if one.fate == 'changed' else f' ({one.fate})'}:", _shortened(runs))
    if len(differences) > MOST_DIFFERENCES:
        yield Line("li", f"and {len(differences) - MOST_DIFFERENCES} more differences")


def _kind_of_change(change: TextChange) -> Iterator[str]:
    """Version, kind entered and kind needed; in a translation only that its revision goes up."""
    before, after, least = change.before, change.after, change.least
    if before is None or after is None:
        return
    is_new = before.version != after.version
    if change.locale != MASTER:
        says = f"follows version {after.version}" if is_new else "another translation or national change"
        yield f"Changed: {says}."
        return
    yield f"Version {before.version} becomes {after.version}." if is_new else f"Version stays {after.version}."
    if least is None:
        return
    reason = least.decisive[0]
    needed = f"{least.weight} ({reason.address}: {reason.why})"
    if change.entered is None and not change.is_released:
        yield f"It was never released, so the version may stay; otherwise the change would be {needed}."
    elif change.entered is None:
        yield f"No kind of change is entered; at least {needed}. srpp bump enters it."
    elif _HEAVINESS[change.entered] < _HEAVINESS[least.weight]:
        yield f"Entered as {change.entered}, which is too light: at least {needed}."
    else:
        yield f"Entered as {change.entered}; at least {needed}."


def _list(entries: Iterable[str]) -> Iterator[Line]:
    found = list(entries)
    for entry in found[:MOST_FINDINGS]:
        yield Line("li", entry)
    if len(found) > MOST_FINDINGS:
        yield Line("li", f"and {len(found) - MOST_FINDINGS} more")


def _shortened(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Unchanged words far from any mark are left out."""
    found = []
    for position, run in enumerate(runs):
        text = run.text
        if run.mark is Mark.KEPT and len(text) > 2 * _AROUND + 20:
            head = text[:_AROUND].rpartition(" ")[0] + " …" if position else "…"
            tail = "… " + text[-_AROUND:].partition(" ")[2] if position < len(runs) - 1 else "…"
            text = f"{head} {tail}" if position and position < len(runs) - 1 else (tail if not position else head)
        found.append(Run(run.mark, text))
    return tuple(found)


def _within_limit(lines: Iterable[Line]) -> Iterator[Line]:
    """As many lines as fit; the last one says that there are more."""
    room = LONGEST
    for line in lines:
        runs = tuple(Run(run.mark, _cut(run.text)) for run in line.runs)
        shown = Line(line.kind, _cut(line.says), runs)
        # The written form counts: an escaped sign is longer than the sign.
        room -= len(_markdown(shown)) + 8
        if room < 0:
            yield Line("p", "This page is full; srpp changes on your own machine compares fewer texts at a time.")
            return
        yield shown


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_RUN else text[:LONGEST_RUN] + " …"


def _with_previous(lines: Iterable[Line]) -> Iterator[tuple[str, Line]]:
    before = ""
    for line in lines:
        yield before, line
        before = line.kind


# ---- how it is written ---------------------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """One line without signs that cannot be seen; a paragraph's end stays visible."""
    joined = re.sub(r"\s*\n\s*", " ¶ ", text.strip())
    return " ".join("".join(sign for sign in joined if unicodedata.category(sign)[0] != "C").split())


def _inert(text: str) -> str:
    """Words of the content as Markdown that only shows them.

    >>> _inert("*Pay* [now](http://x.example) <b>")
    '&#42;Pay&#42; &#91;now&#93;(http:\\u200b//x.example) &lt;b&gt;'
    """
    return defused("".join(_FORMATTING.get(sign, sign) for sign in _plain(text)))


_MARKS = {Mark.KEPT: ("", ""), Mark.DELETED: ("~~", "~~"), Mark.INSERTED: ("**", "**")}
_TAGS = {Mark.KEPT: ("", ""), Mark.DELETED: ("<del>", "</del>"), Mark.INSERTED: ("<ins>", "</ins>")}


def _markdown(line: Line) -> str:
    """Marks stand apart from words, because Markdown does not see them inside."""
    pieces = [_inert(line.says)]
    for run in line.runs:
        words = _inert(run.text)
        if words:
            begin, end = _MARKS[run.mark]
            pieces.append(f"{begin}{words}{end}")
    return " ".join(piece for piece in pieces if piece)


def _html(line: Line) -> str:
    pieces = [escape(_plain(line.says))]
    for run in line.runs:
        words = escape(_plain(run.text))
        if words:
            begin, end = _TAGS[run.mark]
            pieces.append(f"{begin}{words}{end}")
    return " ".join(piece for piece in pieces if piece)
