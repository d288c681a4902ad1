# SPDX-License-Identifier: Apache-2.0
"""`srpp new`."""

from __future__ import annotations

import click

_KINDS = ("criterion", "clause", "form", "monitoring-sheet", "market-dialogue", "site-visit", "expert-meeting")
_STAGES = ("subject-matter", "exclusion", "selection", "technical-specification", "award")


@click.command("new")
@click.argument("kind", metavar="KIND", type=click.Choice(_KINDS))
@click.argument("item", metavar="ID", required=False)
@click.option("--sector", help="Folder it goes into; without it the first word of ID.")
@click.option("--stage", type=click.Choice(_STAGES), help="Stage of a criterion, and only of a criterion.")
@click.option("--topic", help="What it is about, such as living-wage; an award criterion then names a clause about it.")
def command(kind: str, item: str | None, sector: str | None, stage: str | None, topic: str | None) -> None:
    """Write a new item ID: complete, with every field explained and TODO where you have to think.

    KIND is criterion, clause, form, monitoring-sheet, market-dialogue, site-visit or expert-meeting.
    """
    import datetime as dt

    from srpp_criteria.authoring.checkout import checkout_here
    from srpp_criteria.authoring.skeleton import NewItem, new_item

    if item is None:
        example = f"food-{kind}-drinking-water"
        raise click.UsageError(f"the item needs an ID: sector, kind, what it is about (srpp new {kind} {example})")
    root = checkout_here()
    day = dt.datetime.now(tz=dt.UTC).date()
    path = new_item(root, NewItem(item, kind, day, stage=stage, topic=topic), sector=sector)
    click.echo(path.relative_to(root).as_posix())
    click.echo(f"replace every TODO, then: srpp preview {item}", err=True)
