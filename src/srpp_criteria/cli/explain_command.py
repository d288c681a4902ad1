# SPDX-License-Identifier: Apache-2.0
"""`srpp explain`."""

from __future__ import annotations

import json

import click

from srpp_criteria.cli.options import complete_item, json_option, locale_option, overlay_option
from srpp_criteria.cli.printing import print_json


@click.command("explain")
@click.argument("item", metavar="ID", shell_complete=complete_item)
@click.argument("field", required=False)
@locale_option()
@overlay_option
@json_option
def command(item: str, field: str | None, locale: str, overlay: str | None, *, as_json: bool) -> None:
    """Say which file and line the value of FIELD came from; without FIELD, list the fields of the item ID."""
    from pydantic_core import to_jsonable_python

    from srpp_criteria.library import Library

    provenance = Library.load().edition(locale, overlay=overlay).provenance(item)
    if field is None:
        addresses = provenance.addresses()
        if as_json:
            print_json(addresses)
        else:
            click.echo("\n".join(addresses))
        return
    value, origin = provenance.of(field)
    plain = to_jsonable_python(value)
    if as_json:
        place = {"file": origin.place.file, "line": origin.place.line, "column": origin.place.column}
        print_json({"item": item, "field": field, "value": plain, "layer": origin.layer, **place})
    else:
        click.echo(str(origin))
        click.echo(plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False, indent=2))
