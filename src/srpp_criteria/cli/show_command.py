# SPDX-License-Identifier: Apache-2.0
"""`srpp show`."""

from __future__ import annotations

import click

from srpp_criteria.cli.options import assignments, complete_item, locale_option, overlay_option
from srpp_criteria.cli.printing import print_json


@click.command("show")
@click.argument("item", metavar="ID", shell_complete=complete_item)
@locale_option()
@overlay_option
@click.option("--set", "given", multiple=True, metavar="NAME=VALUE", help="Value of a parameter; may be repeated.")
@click.option(
    "--format", "form", type=click.Choice(["text", "markdown", "html", "json"]), default="text", show_default=True
)
@click.option("--stamp/--no-stamp", default=True, show_default=True, help="End with the source stamp.")
def command(item: str, locale: str, overlay: str | None, given: tuple[str, ...], form: str, *, stamp: bool) -> None:
    """Show the item ID, filled in."""
    from srpp_criteria.documents.compose import item_document
    from srpp_criteria.documents.formats import WRITERS
    from srpp_criteria.documents.item_data import item_data
    from srpp_criteria.library import Library

    edition = Library.load().edition(locale, overlay=overlay)
    filled = edition[item].fill(**assignments(given))
    if form == "json":
        print_json(item_data(filled))
    else:
        click.echo(WRITERS[form](item_document(filled, edition, stamp=stamp)), nl=False)
