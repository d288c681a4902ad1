# SPDX-License-Identifier: Apache-2.0
"""`srpp search`."""

from __future__ import annotations

import click

from srpp_criteria.cli.options import json_option, locale_option
from srpp_criteria.cli.printing import print_json, print_table
from srpp_criteria.cli.rows import COLUMNS, cells


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@locale_option()
@json_option
def command(words: tuple[str, ...], locale: str, *, as_json: bool) -> None:
    """Find items in which all WORDS occur, whatever their case and accents."""
    from srpp_criteria.compiling import row
    from srpp_criteria.library import Library

    rows = [row(entry) for entry in Library.load().edition(locale).select(text=" ".join(words))]
    if as_json:
        print_json(rows)
    else:
        print_table(COLUMNS, [cells(found) for found in rows])
        if not rows:
            click.echo("no item holds all these words", err=True)
