# SPDX-License-Identifier: Apache-2.0
"""`srpp from-form`."""

from __future__ import annotations

from pathlib import Path
from typing import IO

import click


@click.command("from-form")
@click.argument("file", metavar="FILE", type=click.File("rb"))
@click.option("-o", "--output", type=click.Path(file_okay=False), help="Folder for the draft; without it, print it.")
def command(file: IO[bytes], output: str | None) -> None:
    """Make a draft of a filled issue form: an item, an overlay, an experience, or a note with a correction.

    FILE is the Markdown of the issue; - reads it from standard input. Nothing is overwritten; an
    experience is added to the register that is there.
    """
    import datetime as dt

    from srpp_criteria.authoring.checkout import checkout_to_read
    from srpp_criteria.authoring.from_form import draft_of
    from srpp_criteria.authoring.issue_forms import MAX_BODY, UnreadableForm, filled_form
    from srpp_criteria.authoring.keeping import keep
    from srpp_criteria.shelf.reading import read_shelf

    content = file.read(4 * MAX_BODY + 1)
    try:
        body = content.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise UnreadableForm("the file is not UTF-8", 'save it again with the encoding "UTF-8"') from broken
    draft = draft_of(filled_form(body), read_shelf(checkout_to_read()), day=dt.datetime.now(tz=dt.UTC).date())
    for note in draft.notes:
        click.echo(f"note: {note}", err=True)
    if output is None:
        click.echo(f"belongs to {draft.path}", err=True)
        click.echo(draft.text, nl=False)
        return
    click.echo(str(keep(draft, Path(output))))
