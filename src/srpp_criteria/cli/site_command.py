# SPDX-License-Identifier: Apache-2.0
"""`srpp site`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click


@click.command("site")
@click.argument("target", metavar="FOLDER", type=click.Path(file_okay=False))
@click.option("--address", default="", help="Where the site will be published; links in feeds need it.")
@click.option("--repository", default="", help="Where proposals go.")
def command(target: str, address: str, repository: str) -> None:
    """Write the pages of every edition into FOLDER, as Markdown for any generator, with their machine twins."""
    from srpp_criteria.errors import MissingExtra
    from srpp_criteria.library import Library

    try:
        from srpp_criteria.site.assets import write_assets
        from srpp_criteria.site.pages import assets_of, page_files, whole_site
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("srpp_criteria"):
            raise
        raise MissingExtra("writing the site", "site") from missing
    whole = whole_site(Library.load(), repository=repository, address=address, today=dt.datetime.now(dt.UTC).date())
    folder = Path(target)
    pages = list(page_files(whole))
    write_assets(pages, folder)
    write_assets(assets_of(whole), folder)
    click.echo(f"{folder}: {len(pages)} pages", err=True)
