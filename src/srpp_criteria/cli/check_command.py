# SPDX-License-Identifier: Apache-2.0
"""`srpp check`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]…", type=click.Path(exists=True))
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True
)
def command(paths: tuple[str, ...], form: str) -> None:
    """Check a checkout of the library; with PATHs inside it, show only what concerns them.

    Exits with 1 if there are errors; warnings alone are shown and pass.
    """
    from srpp_criteria import shipped
    from srpp_criteria.checks import check_shelf
    from srpp_criteria.checks.reporters import REPORTERS
    from srpp_criteria.diagnostics import Severity
    from srpp_criteria.shelf.reading import read_shelf

    given = [Path(path).resolve() for path in paths]
    root = _root(given[0] if given else Path.cwd()) or (None if given else shipped.checkout())
    if root is None:
        raise click.UsageError(f"{paths[0]} is not inside a checkout (no folder criteria above it)")
    found = check_shelf(read_shelf(root))
    if given and root not in given:
        wanted = [path.relative_to(root).as_posix() for path in given if path.is_relative_to(root)]
        found = [
            d for d in found if any(d.place.file == name or d.place.file.startswith(f"{name}/") for name in wanted)
        ]
    report = REPORTERS[form](found)
    if report:
        click.echo(report)
    errors = sum(1 for diagnostic in found if diagnostic.severity is Severity.ERROR)
    if form == "text":
        click.echo(f"{errors} errors, {len(found) - errors} warnings", err=True)
    if errors:
        raise click.exceptions.Exit(1)


def _root(path: Path) -> Path | None:
    """The checkout a path lies in."""
    return next((folder for folder in (path, *path.parents) if (folder / "criteria").is_dir()), None)
