# SPDX-License-Identifier: Apache-2.0
"""`srpp release`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from srpp_criteria.cli.options import json_option
from srpp_criteria.diagnostics import counted

if TYPE_CHECKING:
    import datetime as dt


@click.command("release")
@click.option("--dry-run", is_flag=True, help="Say what would be released and write nothing.")
@click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Day of the release instead of today."
)
@json_option
def command(dry_run: bool, day: dt.datetime | None, as_json: bool) -> None:
    """Release every text that is new: add it to criteria/published/ for ever.

    Works on the checkout of the current folder. Nothing is written while `srpp check` finds errors.
    """
    from srpp_criteria import shipped
    from srpp_criteria.cli.printing import print_json
    from srpp_criteria.publishing.release import as_rows, plan_release, release

    here = Path.cwd()
    root = next((one for one in (here, *here.parents) if (one / "criteria").is_dir()), None) or shipped.checkout()
    done = (plan_release if dry_run else release)(root, day.date() if day is not None else None)
    if as_json:
        print_json(
            {"release": done.name, "written": not dry_run and done.name is not None, "texts": as_rows(done.texts)}
        )
        return
    for text in done.texts:
        click.echo(text.stamp)
    if done.name is None:
        healed = "; the changelog of the texts was written again" if done.changelog_is_behind and not dry_run else ""
        click.echo(f"nothing is new{healed}", err=True)
        return
    verb = "would be released" if dry_run else "released"
    sort = "a draft" if done.drafts == 1 else "drafts"
    drafts = f", {done.drafts} of them {sort} that nobody has reviewed" if done.drafts else ""
    click.echo(f"{done.name}: {counted(len(done.texts), 'text')} {verb}{drafts}", err=True)
