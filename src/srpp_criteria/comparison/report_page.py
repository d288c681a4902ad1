# SPDX-License-Identifier: Apache-2.0
"""A comparison as one HTML file that needs nothing else: no script, no font, no request."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from srpp_criteria.comparison.parts import Fate
from srpp_criteria.comparison.report import UNSEEN, printable
from srpp_criteria.comparison.word_marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from srpp_criteria.comparison.report import Report
    from srpp_criteria.comparison.texts import Difference
    from srpp_criteria.comparison.word_marks import Run

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 0; } h3 { font-size: 1rem; margin: 1rem 0 0; }
p { margin: .25rem 0; white-space: pre-line; } code { overflow-wrap: anywhere; }
del { background: #ffe3e0; color: #7a0c00; } ins { background: #dcf5df; color: #0b4a16; text-decoration: underline; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-color-scheme: dark) {
  del { background: #5a1710; color: #ffe3e0; } ins { background: #12401b; color: #dcf5df; } }
@media print { del, ins { background: none; color: inherit; } }
"""

_SPOKEN = {Mark.DELETED: ("del", "removed"), Mark.INSERTED: ("ins", "added")}


def page_of(report: Report) -> str:
    """The report as a page; its labels are English, its texts are in their own language.

    Colours are never alone: a screen reader says "removed" and "added", struck and underlined words are seen in print.
    """
    title = f"Comparison: {_text(report.after.title)}"
    return "".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n",
            *_body(report),
            "</main>\n</body>\n</html>\n",
        )
    )


def _body(report: Report) -> Iterator[str]:
    lang = _text(_language(report))
    yield f'<h1>Comparison: <span lang="{lang}">{_text(report.after.title)}</span></h1>\n<dl>\n'
    yield f"<dt>Before</dt><dd><code>{_text(report.before_name)}</code></dd>\n"
    yield f"<dt>After</dt><dd><code>{_text(report.after_name)}</code></dd>\n</dl>\n"
    if report.note:
        yield f"<p>{_text(report.note)}</p>\n"
    if report.same:
        yield "<p>The same text: nothing that is signed differs.</p>\n"
        return
    yield "<p>Words that are gone are <del>struck through</del>, new words are <ins>underlined</ins>.</p>\n"
    if report.least is not None:
        yield f"<p>At least {report.least.weight.value}:</p>\n<ul>\n"
        yield from (f"<li><code>{_text(r.address)}</code>: {_text(r.why)}</li>\n" for r in report.least.decisive)
        yield "</ul>\n"
    for group, members in groupby(report.differences, key=lambda one: one.group):
        yield f'<section>\n<h2 lang="{lang}">{_text(group or "Item")}</h2>\n'
        for one in members:
            yield f'<h3>{_text(one.label)} ({one.fate.value})</h3>\n<p lang="{lang}">{_shown(one)}</p>\n'
        yield "</section>\n"


def _language(report: Report) -> str:
    """Glosses of markets are English, whatever the market: their locale says so."""
    return report.after.locale


def _shown(one: Difference) -> str:
    if one.fate is Fate.MOVED:
        return f'<span lang="en">from {_text(one.before)} to {_text(one.after)}</span>'
    if not one.runs:
        both = (_marked(Mark.DELETED, one.before), _marked(Mark.INSERTED, one.after))
        return " ".join(filter(None, both))
    return _runs(one.runs) if one.is_seen else f'<span lang="en">{UNSEEN}</span>'


def _runs(runs: Iterable[Run]) -> str:
    pieces: list[str] = []
    last = Mark.KEPT
    for run in runs:
        if run.mark is Mark.INSERTED and last is Mark.DELETED:
            pieces.append(" ")
        pieces.append(_text(run.text) if run.mark is Mark.KEPT else _marked(run.mark, run.text))
        last = run.mark
    return "".join(pieces)


def _marked(mark: Mark, text: str) -> str:
    """Marked words, with what a screen reader says before and behind them."""
    if not text:
        return ""
    tag, says = _SPOKEN[mark]
    begin = f'<span class="spoken" lang="en">[{says}: </span>'
    return f'<{tag}>{begin}{_text(text)}<span class="spoken" lang="en">]</span></{tag}>'


def _text(words: str) -> str:
    return escape(printable(words), quote=True)
