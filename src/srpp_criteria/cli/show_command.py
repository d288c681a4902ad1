# SPDX-License-Identifier: Apache-2.0
"""`srpp show`."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from srpp_criteria.cli.options import assignments, complete_item, locale_option, overlay_option
from srpp_criteria.cli.printing import print_json

if TYPE_CHECKING:
    from srpp_criteria.edition.fill import Filled


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
    from srpp_criteria.library import Library

    edition = Library.load().edition(locale, overlay=overlay)
    filled = edition[item].fill(**assignments(given))
    if form == "json":
        print_json(as_data(filled))
    else:
        click.echo(WRITERS[form](item_document(filled, edition, stamp=stamp)), nl=False)


def as_data(filled: Filled) -> dict[str, Any]:
    """An item with its filled text, for machines."""
    data: dict[str, Any] = filled.entry.model_dump(mode="json", exclude_none=True)
    data["stamp"] = filled.stamp
    data["filled"] = [asdict(part) for part in filled.parts]
    data["blanks"] = [blank.name for blank in filled.blanks]
    return data
