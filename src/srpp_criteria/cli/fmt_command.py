# SPDX-License-Identifier: Apache-2.0
"""`srpp fmt`."""

from __future__ import annotations

from pathlib import Path

import click

from srpp_criteria.diagnostics import counted


@click.command("fmt")
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(exists=True))
@click.option("--check", is_flag=True, help="Change nothing; end with 1 if a file is not in the form of the library.")
@click.option("--final", is_flag=True, help="Take out the help of srpp new: the comments that begin with #?")
def command(paths: tuple[str, ...], *, check: bool, final: bool) -> None:
    """Bring YAML files into the form of the library: order, indentation, quotes, blank lines, one sentence per line.

    No value and no comment of yours changes. Without PATH, the items, registers, packs, markets and
    overlays of the checkout.
    """
    from srpp_criteria.authoring.format_files import files_to_format, format_file
    from srpp_criteria.errors import InvalidLibrary

    files = files_to_format([Path(path) for path in paths])
    changed, refused = 0, 0
    for path in files:
        try:
            differs = format_file(path, write=not check, final=final)
        except InvalidLibrary as invalid:
            refused += 1
            for diagnostic in invalid.diagnostics:
                click.echo(str(diagnostic), err=True)
            continue
        if differs:
            changed += 1
            click.echo(str(path))
    told = "would change" if check else "changed"
    click.echo(f"{counted(len(files), 'file')}, {changed} {told}, {refused} cannot be read", err=True)
    if refused or (check and changed):
        raise click.exceptions.Exit(1)
