# SPDX-License-Identifier: Apache-2.0
"""`srpp verify`."""

from __future__ import annotations

from pathlib import Path

import click

from srpp_criteria.cli.printing import print_json


@click.command("verify")
@click.argument("draft", metavar="DRAFT", type=click.Path(dir_okay=False, path_type=Path))
@click.option("-l", "--locale", help="Edition to prefer where the words fit several.")
@click.option("--json", "as_data", is_flag=True, help="The findings as JSON.")
@click.pass_context
def command(ctx: click.Context, draft: Path, locale: str | None, *, as_data: bool) -> None:
    """Say which texts stand in DRAFT, a docx, odt, txt, md or html file, and whether they were altered."""
    from srpp_criteria.errors import UnknownLocale
    from srpp_criteria.library import Library
    from srpp_criteria.recognition.findings import as_json
    from srpp_criteria.recognition.names import names_of, titles_in
    from srpp_criteria.recognition.told import told
    from srpp_criteria.recognition.verify import verify

    library = Library.load()
    if locale is not None and locale not in library.locales:
        raise UnknownLocale(locale, library.locales)
    found = verify(draft, library, locale)
    if as_data:
        print_json(as_json(found))
    else:
        titles = titles_in(library, found)
        for line in told(found, name=draft.name, names=lambda text: names_of(library, text), title=titles):
            click.echo(line)
    if not found.all_well:
        ctx.exit(1)
