# SPDX-License-Identifier: Apache-2.0
"""`srpp outdated`."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from srpp_criteria.cli.options import json_option
from srpp_criteria.cli.printing import print_json
from srpp_criteria.diagnostics import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srpp_criteria.comparison.outdated import ItemStanding


@click.command("outdated")
@click.argument("file", metavar="FILE.srpp.yml", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--update", is_flag=True, help="Write the versions of today into the file; values stay as they are.")
@json_option
def command(file: Path, *, update: bool, as_json: bool) -> None:
    """Say which items of a tender file have a newer text, and what changed since.

    Exits with 1 if there is something to look at; with --update, if something is left that a person has to mend.
    """
    from srpp_criteria.comparison.outdated import Standing, standings
    from srpp_criteria.library import Library
    from srpp_criteria.shelf.tender_file import read_tender_file

    read = read_tender_file(file)
    library = Library.load()
    found = standings(read, library.edition(read.locale), library.register)
    updated = _update(file, found) if update else 0
    if as_json:
        print_json(json.loads(json.dumps([asdict(one) for one in found], default=str)))
    else:
        for line in _lines(found):
            click.echo(line)
    if update:
        click.echo(f"{file}: {counted(updated, 'item')} brought up to date", err=True)
        left = any(one.misfits or one.standing in {Standing.GONE, Standing.AHEAD} for one in found)
    else:
        left = any(one.needs_a_look for one in found)
    if left:
        raise click.exceptions.Exit(1)


def _update(path: Path, found: Sequence[ItemStanding]) -> int:
    """Write the versions of today into the file; returns for how many items."""
    from srpp_criteria.authoring.yaml_file import YamlFile
    from srpp_criteria.comparison.outdated import Standing

    newer = [one for one in found if one.standing is Standing.NEWER]
    if not newer:
        return 0
    path = path.resolve()
    file = YamlFile.open(path, root=path.parent)
    for one in newer:
        file.set(("items", one.position, "version"), one.version)
        file.set(("items", one.position, "revision"), one.revision, after="version")
    file.save()
    return len(newer)


def _lines(found: Sequence[ItemStanding]) -> Iterator[str]:
    from srpp_criteria.cli.diff_command import marked
    from srpp_criteria.comparison.report import difference_lines, in_brackets, printable

    style = marked if sys.stdout.isatty() else in_brackets
    for one in found:
        yield f"{one.item}: {_summary(one)}"
        for step in one.steps:
            yield f"  {step.version} ({step.change.value}): {printable(step.says)}"
        if one.says:
            yield f"  {printable(one.says)}"
        if one.deprecated:
            yield f"  {_deprecation(one)}"
        for misfit in one.misfits:
            yield f"  {printable(misfit.says)}; its value {printable(str(misfit.value))} stays in the file"
        yield from (f"  {line}" if line else "" for line in difference_lines(one.differences, style))


def _summary(one: ItemStanding) -> str:
    from srpp_criteria.comparison.outdated import Matter, Standing

    if one.standing is Standing.GONE:
        return "gone"
    if one.standing is Standing.CURRENT:
        return f"{one.version}, up to date"
    way = f"{_numbers(one.held_version, one.held_revision)} → {_numbers(one.version, one.revision)}"
    if one.standing is Standing.AHEAD:
        return f"{way}, older than the file"
    says = {
        Matter.WORDING: "only wording changed",
        Matter.ADDITION: "something was added",
        Matter.DUTY: f"a duty may have changed ({_doubts(one.doubts)})" if one.doubts else "a duty changed",
        Matter.UNKNOWN: "a duty may have changed (nobody recorded what did)",
    }
    return f"{way}, {says[one.matter or Matter.UNKNOWN]}"


def _doubts(doubts: Sequence[str]) -> str:
    """The first reason; the difference below shows them all."""
    more = len(doubts) - 1
    return doubts[0] + (f", and {more} more" if more else "")


def _numbers(version: str | None, revision: int | None) -> str:
    return f"{version}" + (f" (revision {revision})" if revision is not None else "")


def _deprecation(one: ItemStanding) -> str:
    successor = f"; {one.superseded_by} replaces it" if one.superseded_by else ""
    sunset = f"; not for new tenders after {one.sunset}" if one.sunset else ""
    return f"deprecated{successor}{sunset}"
