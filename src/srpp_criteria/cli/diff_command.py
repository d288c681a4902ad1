# SPDX-License-Identifier: Apache-2.0
"""`srpp diff`."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from srpp_criteria.cli.options import complete_item, json_option
from srpp_criteria.cli.printing import print_json

if TYPE_CHECKING:
    from srpp_criteria.comparison.word_marks import Mark


@click.command("diff")
@click.argument("before", metavar="A", shell_complete=complete_item)
@click.argument("after", metavar="B", shell_complete=complete_item)
@click.option("--in", "locale", metavar="LOCALE", help="Edition of each text that names none; without it en.")
@click.option("--html", metavar="FILE", help="Write a page that needs nothing else; - is standard output.")
@json_option
def command(before: str, after: str, locale: str | None, html: str | None, *, as_json: bool) -> None:
    """Show word by word what differs between the texts A and B.

    A text is ID (today), ID+nb-NO (today, in an edition), ID@1.0.0+nb-NO.1 (released), or a whole stamp.
    """
    from srpp_criteria.comparison.pairs import in_locale, pair_of
    from srpp_criteria.comparison.reference import TextReference
    from srpp_criteria.comparison.report import lines_of, report_of
    from srpp_criteria.library import Library

    if html and as_json:
        raise click.UsageError("choose one of --html and --json")
    old, new = (in_locale(TextReference.parse(written), locale) for written in (before, after))
    report = report_of(pair_of(Library.load(), old, new))
    if as_json:
        print_json(asdict(report))
    elif html:
        from srpp_criteria.comparison.report_page import page_of

        if html == "-":
            click.echo(page_of(report), nl=False)
        else:
            Path(html).write_text(page_of(report), encoding="utf-8")
    else:
        click.echo("\n".join(lines_of(report, marked) if sys.stdout.isatty() else lines_of(report)))


def marked(mark: Mark, text: str) -> str:
    """Words in brackets and in colour, for a terminal."""
    from srpp_criteria.comparison.report import in_brackets
    from srpp_criteria.comparison.word_marks import Mark

    colour = {Mark.DELETED: "red", Mark.INSERTED: "green"}.get(mark)
    shown = in_brackets(mark, text)
    return click.style(shown, fg=colour) if colour else shown
