# SPDX-License-Identifier: Apache-2.0
"""`srpp check`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from srpp_criteria.diagnostics import Place


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(exists=True))
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
@click.option("--explain", "code", metavar="CODE", help="Print the page of a code, such as SRPP203.")
@click.option("--waived", is_flag=True, help="List the findings that files waive, and why.")
def command(paths: tuple[str, ...], form: str, code: str | None, *, waived: bool) -> None:
    """Check a checkout of the library; with PATHs inside it, show only what concerns them.

    Exits with 1 if there are errors; warnings alone are shown and pass.
    """
    from srpp_criteria import shipped
    from srpp_criteria.checks.addresses import PageAddresses
    from srpp_criteria.checks.reporters import REPORTERS, as_linked_text, waived_as_json, waived_as_text
    from srpp_criteria.checks.run import checked
    from srpp_criteria.diagnostics import Severity, counted
    from srpp_criteria.shelf.reading import read_shelf

    if code is not None:
        click.echo(_page(code.upper()))
        return
    if waived and form not in {"text", "json"}:
        raise click.UsageError("--waived is shown as text or json")
    given = [Path(path).resolve() for path in paths]
    root = _root(given[0] if given else Path.cwd()) or (None if given else shipped.checkout())
    if root is None:
        where = paths[0] if paths else "this folder"
        raise click.UsageError(f"{where} is not inside a checkout (no folder criteria above it)")
    result = checked(read_shelf(root))
    wanted = _Wanted(root, given)
    pages = PageAddresses.of_checkout(root, site=os.environ.get("SITE_URL", ""))
    if waived:
        shown = [one for one in result.waived if wanted.has(one.finding.place)]
        click.echo(waived_as_json(shown, pages) if form == "json" else waived_as_text(shown))
        return
    found = [one for one in result.found if wanted.has(one.place)]
    reporter = as_linked_text if form == "text" and _shows_links() else REPORTERS[form]
    report = reporter(found, pages)
    if report:
        click.echo(report)
    errors = sum(1 for one in found if one.severity is Severity.ERROR)
    if form == "text":
        more = f" (srpp check --explain {found[0].code} says why and how to mend)" if found else ""
        click.echo(f"{counted(errors, 'error')}, {counted(len(found) - errors, 'warning')}{more}", err=True)
    if errors:
        raise click.exceptions.Exit(1)


class _Wanted:
    """The files that somebody asked about."""

    def __init__(self, root: Path, given: list[Path]) -> None:
        everything = not given or root in given
        self._names = (
            None if everything else [path.relative_to(root).as_posix() for path in given if path.is_relative_to(root)]
        )

    def has(self, place: Place) -> bool:
        """Whether a place lies in one of them."""
        names = self._names
        return names is None or any(place.file == name or place.file.startswith(f"{name}/") for name in names)


def _page(code: str) -> str:
    """The page of a code as it stands in the package."""
    from difflib import get_close_matches

    from srpp_criteria.checks.pages import explained

    if code not in explained():
        near = get_close_matches(code, list(explained()), n=1)
        hint = f'did you mean "{near[0]}"?' if near else "a code looks like SRPP203"
        raise click.UsageError(f'there is no check "{code}" ({hint})')
    return explained()[code].page.strip()


def _shows_links() -> bool:
    """Whether somebody reads this in a terminal that can show links; others pass the sequence over."""
    return sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _root(path: Path) -> Path | None:
    """The checkout a path lies in."""
    return next((folder for folder in (path, *path.parents) if (folder / "criteria").is_dir()), None)
