# SPDX-License-Identifier: Apache-2.0
"""`srpp list`."""

from __future__ import annotations

import click

from srpp_criteria.cli.options import json_option, locale_option
from srpp_criteria.cli.printing import print_json, print_table
from srpp_criteria.cli.rows import COLUMNS, cells, meets, rows_of


@click.command("list")
@locale_option()
@click.option("--sector", help="construction, textiles, food …")
@click.option("--topic", help="Topic, such as living-wage.")
@click.option("--kind", help="criterion, clause, form …")
@click.option("--stage", help="Stage of criteria, such as award.")
@click.option("--level", help="core, advanced or spearhead.")
@click.option("--cpv", help="CPV code of what is bought; items for everything above it are found too.")
@json_option
def command(locale: str, *, as_json: bool, **wanted: str | None) -> None:
    """List the items of an edition."""
    rows = [row for row in rows_of(locale) if meets(row, wanted)]
    if as_json:
        print_json(rows)
    else:
        print_table(COLUMNS, [cells(row) for row in rows])
        if not rows:
            click.echo("no item meets all these conditions", err=True)
