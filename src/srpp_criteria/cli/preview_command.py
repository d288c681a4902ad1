# SPDX-License-Identifier: Apache-2.0
"""`srpp preview`."""

from __future__ import annotations

from pathlib import Path

import click

from srpp_criteria.cli.options import complete_item, locale_option
from srpp_criteria.diagnostics import counted


@click.command("preview")
@click.argument("item", metavar="ID", shell_complete=complete_item)
@locale_option()
@click.option("-o", "--output", type=click.Path(dir_okay=False), help="The page to write; without it ID.html.")
@click.option("--open/--no-open", "opens", default=False, help="Open the page in the browser, or not.")
def command(item: str, locale: str, output: str | None, *, opens: bool) -> None:
    """Write the page of the item ID as the site shows it, with its findings on top; it opens without a server.

    Works for drafts. Ends with 1 if the text cannot be shown; the page then says why.
    """
    import datetime as dt

    from srpp_criteria.authoring.checkout import checkout_to_read
    from srpp_criteria.authoring.replacing import replace_file
    from srpp_criteria.errors import MissingExtra

    try:
        from srpp_criteria.site.preview import preview
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("srpp_criteria"):
            raise
        raise MissingExtra("a preview", "site") from missing
    page = preview(checkout_to_read(), item, locale=locale, today=dt.datetime.now(tz=dt.UTC).date())
    path = Path(output or f"{item}.html")
    replace_file(path, page.html.encode("utf-8"))
    click.echo(str(path))
    click.echo(counted(len(page.findings), "finding") + (f". {page.trouble}" if page.trouble else ""), err=True)
    if opens:
        click.launch(path.resolve().as_uri())
    if page.trouble:
        raise click.exceptions.Exit(1)
