# SPDX-License-Identifier: Apache-2.0
"""`srpp editions`."""

from __future__ import annotations

import click

from srpp_criteria.cli.options import json_option
from srpp_criteria.cli.printing import print_json, print_table


@click.command("editions")
@click.option("-l", "--locale", help="Only this edition, with every missing item and its reason.")
@json_option
def command(locale: str | None, *, as_json: bool) -> None:
    """List the editions: how many items each holds, how many it lacks, and why."""
    from srpp_criteria.library import Library

    library = Library.load()
    editions = [library.edition(name) for name in ([locale] if locale else library.locales)]
    if as_json:
        print_json(
            [
                {
                    "locale": edition.locale,
                    "items": len(edition),
                    "missing": [missing.model_dump(mode="json") for missing in edition.missing.values()],
                }
                for edition in editions
            ]
        )
        return
    if locale:
        for missing in editions[0].missing.values():
            click.echo(f"{missing.item}\t{missing.reason.value}\t{missing.says}")
    rows = []
    for edition in editions:
        reasons: dict[str, int] = {}
        for missing in edition.missing.values():
            reasons[missing.reason.value] = reasons.get(missing.reason.value, 0) + 1
        total = len(edition) + len(edition.missing)
        why = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items()))
        rows.append([edition.locale, f"{len(edition)} of {total}", why or "nothing missing"])
    print_table(("edition", "items", "missing"), rows)
