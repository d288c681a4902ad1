# SPDX-License-Identifier: Apache-2.0
"""Tables and JSON on the terminal."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence


def print_json(value: object) -> None:
    """JSON on one's own lines, in UTF-8."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table: for people with rich, if it is there; for pipes one row a line, columns apart by tabs."""
    if not rows:
        return
    if sys.stdout.isatty():
        try:
            from rich.console import Console
            from rich.table import Table
            from rich.text import Text
        except ImportError:
            pass
        else:
            table = Table(*header, box=None, header_style="bold", pad_edge=False)
            for row in rows:
                table.add_row(*(Text(cell) for cell in row))
            Console().print(table)
            return
    for row in rows:
        click.echo("\t".join(row))
