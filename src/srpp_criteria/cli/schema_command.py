# SPDX-License-Identifier: Apache-2.0
"""`srpp schema`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema")
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit with 1 if a schema drifted.")
@click.option("--folder", default="schemas", show_default=True, type=click.Path(file_okay=False))
def command(folder: str, *, only_check: bool) -> None:
    """Write the JSON Schemas of all files, generated from the models."""
    from srpp_criteria.schemas import drifted, write_schemas

    if only_check:
        names = list(drifted(Path(folder)))
        for name in names:
            click.echo(f"{folder}/{name}: not what the models say (run make schemas)", err=True)
        if names:
            raise click.exceptions.Exit(1)
        return
    for name in write_schemas(Path(folder)):
        click.echo(f"{folder}/{name}")
