# SPDX-License-Identifier: Apache-2.0
"""`srpp bump`."""

from __future__ import annotations

import sys

import click

from srpp_criteria.cli.options import complete_item, json_option
from srpp_criteria.cli.printing import print_json


@click.command("bump")
@click.argument("item", metavar="ID", shell_complete=complete_item)
@click.argument("weight", metavar="major|minor|patch", type=click.Choice(["major", "minor", "patch"]))
@click.option("--says", help="What changed, in one sentence; asked for in a terminal.")
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Day of the change; without it today.")
@json_option
def command(item: str, weight: str, says: str | None, day: object, *, as_json: bool) -> None:
    """Give the item ID its next version and an entry on top of its changelog.

    major: somebody's duty changes; minor: something is added that leaves the duty as it was; patch: wording only.
    Ends with 1, and writes nothing, if the text that was released asks for more.
    """
    import datetime as dt
    from dataclasses import asdict

    from srpp_criteria.authoring.bump import TooLightChange, bump
    from srpp_criteria.authoring.checkout import checkout_here
    from srpp_criteria.models.item import Weight

    if says is None:
        if not sys.stdin.isatty():
            raise click.UsageError('a new version needs a sentence that says what changed (write --says "…")')
        says = click.prompt("What changed, in one sentence")
    today = dt.datetime.now(tz=dt.UTC).date()
    when = day.date() if isinstance(day, dt.datetime) else today
    if when > today:
        raise click.UsageError(f"--day {when} has not come yet (today is {today} in UTC)")
    try:
        done = bump(checkout_here(), item, Weight(weight), says=str(says), day=when)
    except TooLightChange as light:
        for reason in light.least.decisive:
            click.echo(f"{reason.address}: {reason.why}")
        click.echo(f"srpp: {light}", err=True)
        raise click.exceptions.Exit(1) from light
    if as_json:
        print_json(asdict(done))
        return
    click.echo(f"{done.file}: {done.before} is now {done.after}")
    for file in done.stale:
        click.echo(f"{file}: waits for an expert (it was written for an older version)")
    for language, addresses in done.to_translate.items():
        click.echo(f"{language}: {len(addresses)} to translate: {', '.join(addresses)}")
