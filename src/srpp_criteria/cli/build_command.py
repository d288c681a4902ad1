# SPDX-License-Identifier: Apache-2.0
"""`srpp build`."""

from __future__ import annotations

import click

from srpp_criteria.diagnostics import counted


@click.command("build")
@click.argument("checkout", required=False, type=click.Path(exists=True, file_okay=False))
def command(checkout: str | None) -> None:
    """Compile every edition of a CHECKOUT (the one this package stands in, if none is named) into the package."""
    from srpp_criteria import shipped
    from srpp_criteria.compiling import compile_editions
    from srpp_criteria.library import Library

    for edition in compile_editions(Library.load(checkout or shipped.checkout())):
        click.echo(f"{edition.locale}\t{counted(len(edition), 'item')}, {len(edition.missing)} missing")
