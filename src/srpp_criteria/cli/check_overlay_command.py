# SPDX-License-Identifier: Apache-2.0
"""`srpp check-overlay`."""

from __future__ import annotations

from pathlib import Path

import click

from srpp_criteria.cli.options import json_option
from srpp_criteria.cli.printing import print_json
from srpp_criteria.diagnostics import counted


@click.command("check-overlay")
@click.argument("folder", metavar="FOLDER", type=click.Path(exists=True, file_okay=False))
@click.option("-l", "--locale", "locales", multiple=True, help="Edition to check against; without it all of them.")
@json_option
def command(folder: str, locales: tuple[str, ...], *, as_json: bool) -> None:
    """Check an organisation's own overlays in FOLDER against the library that is installed.

    Ends with 1 if a file has faults, or an item can no longer be used under the overlays.
    """
    from dataclasses import asdict

    from srpp_criteria.authoring.overlay_check import lost_items
    from srpp_criteria.library import Library

    library = Library.load()
    lost = list(lost_items(library, Path(folder), locales or library.locales))
    if as_json:
        print_json([asdict(one) for one in lost])
    else:
        for one in lost:
            click.echo(str(one))
    click.echo(f"{counted(len(lost), 'item')} {'falls' if len(lost) == 1 else 'fall'} out", err=True)
    if lost:
        raise click.exceptions.Exit(1)
