# SPDX-License-Identifier: Apache-2.0
"""Options that several commands share, and how `--set` is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from srpp_criteria import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

LOCALE_HELP = "Edition to read, such as nb-NO; en is the master edition."


def _complete_locale(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    return [locale for locale in (shipped.locales() if shipped.is_there() else ()) if locale.startswith(incomplete)]


def complete_item(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Offer ids of items, from the compiled index only: completion must be quick."""
    from click.shell_completion import CompletionItem as Offer

    if not shipped.is_there():
        return []
    return [
        Offer(row["id"], help=row["title"]) for row in shipped.index()["en"]["rows"] if row["id"].startswith(incomplete)
    ]


def locale_option(default: str | None = "en") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--locale`."""
    return click.option(
        "-l",
        "--locale",
        default=default,
        show_default=default is not None,
        shell_complete=_complete_locale,
        help=LOCALE_HELP,
    )


def overlay_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--overlay`."""
    return click.option(
        "--overlay",
        type=click.Path(exists=True, file_okay=False),
        help="Folder with an organisation's own overlays.",
    )(function)


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")(function)


def assignments(given: tuple[str, ...]) -> dict[str, str]:
    """`NAME=VALUE` pairs.

    Raises:
        click.UsageError: a pair has no equals sign.
    """
    pairs = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise click.UsageError(f'--set "{pair}" has no value (write --set {name or "NAME"}=VALUE)')
        pairs[name.strip()] = value.strip()
    return pairs
