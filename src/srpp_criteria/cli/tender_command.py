# SPDX-License-Identifier: Apache-2.0
"""`srpp tender`."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from srpp_criteria.cli.options import assignments, complete_item, overlay_option
from srpp_criteria.diagnostics import counted

if TYPE_CHECKING:
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.tender import Tender
    from srpp_criteria.library import Library
    from srpp_criteria.models.tender_file import TenderFile

TENDER_FILE = ".srpp.yml"


@click.command("tender")
@click.argument("chosen", nargs=-1, required=True, metavar="FILE.srpp.yml|PACK|ID…", shell_complete=complete_item)
@click.option("-l", "--locale", help="Edition to read; for a tender file its own, if none is given.")
@overlay_option
@click.option("--set", "given", multiple=True, metavar="ID.NAME=VALUE", help="Value of a parameter of an item.")
@click.option("--title", help="Title of the tender.")
@click.option("--stamps/--no-stamps", default=True, show_default=True, help="A source stamp below each text.")
@click.option("--log/--no-log", default=False, show_default=True, help="In the annex what was left out, and reasons.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False),
    help="docx, odt, md, html, txt or json: its ending.",
)
def command(
    chosen: tuple[str, ...],
    locale: str | None,
    overlay: str | None,
    given: tuple[str, ...],
    title: str | None,
    output: str,
    *,
    stamps: bool,
    log: bool,
) -> None:
    """Write a tender with the items of a tender file, of a pack, or named one by one."""
    from srpp_criteria.documents.compose import tender_document
    from srpp_criteria.documents.formats import FILE_WRITERS
    from srpp_criteria.edition.tender import tender_of
    from srpp_criteria.library import Library

    target = Path(output)
    form = target.suffix.removeprefix(".").lower()
    if form not in FILE_WRITERS and form != "json":
        raise click.UsageError(f'no writer for "{target.name}" (end it in .docx, .odt, .md, .html, .txt or .json)')
    library = Library.load()
    file = _file(chosen)
    edition = library.edition(locale or (file.locale if file else "en"), overlay=overlay)
    tender = tender_of(_with_values(file or _listed(chosen, edition, title), given, title), edition)
    if form == "json":
        content = json.dumps(as_data(tender), ensure_ascii=False, indent=2).encode()
    else:
        content = FILE_WRITERS[form](tender_document(tender, stamps=stamps, log=log))
    target.write_bytes(content)
    for note in (*tender.notes, *_warnings(tender, library)):
        click.echo(note, err=True)
    blanks = sum(len(taken.filled.blanks) for taken in tender.taken)
    click.echo(f"{target}: {counted(len(tender.taken), 'text')}, {counted(blanks, 'open blank')}", err=True)
    click.echo(_effort(tender), err=True)


def _effort(tender: Tender) -> str:
    """What the texts together ask of both sides, as information: the size of the contract is not known here."""
    from srpp_criteria.edition.burden import plain

    burden = tender.burden
    return (
        f"effort for one bid and one round of follow-up: bidder {plain(burden.bidder_tender)} h until the contract is"
        f" signed, contractor {plain(burden.bidder_contract)} h after, buyer {plain(burden.buyer)} h"
    )


def _warnings(tender: Tender, library: Library) -> list[str]:
    """What to look at again, in English like all that the command says."""
    from srpp_criteria.edition.warnings import sentence_of, warnings_of

    found = warnings_of(tender, on=dt.date.today())  # noqa: DTZ011  # the law of the buyer's own day
    words = library.edition("en").data.words if found else {}
    return [sentence_of(warning, words) for warning in found]


def _file(chosen: tuple[str, ...]) -> TenderFile | None:
    """The tender file that was named, or None if items or packs were."""
    files = [name for name in chosen if name.endswith((TENDER_FILE, ".yml", ".yaml")) or "/" in name]
    if not files:
        return None
    if len(chosen) > 1:
        raise click.UsageError("name one tender file, or packs and items, not both")
    from srpp_criteria.shelf.tender_file import read_tender_file

    return read_tender_file(Path(files[0]))


def _listed(chosen: tuple[str, ...], edition: Edition, title: str | None) -> TenderFile:
    """A tender file of the packs and items named on the command line."""
    from srpp_criteria.models.names import ItemId
    from srpp_criteria.models.tender_file import TenderFile, TenderItem

    items: dict[str, TenderItem] = {}
    for name in chosen:
        pack = edition.packs.get(name)
        if pack is None:
            items.setdefault(name, TenderItem.model_construct(item=ItemId(name)))
            continue
        title = title or pack.title
        for entry in pack.items:
            items[entry.item] = TenderItem.model_construct(
                item=entry.item, parameters={**entry.parameters, **entry.texts}, reason=entry.why
            )
    words = edition.data.words["tender-title"]
    return TenderFile.model_construct(srpp=1, title=title or words, locale=edition.locale, items=tuple(items.values()))


def _with_values(file: TenderFile, given: tuple[str, ...], title: str | None) -> TenderFile:
    """The file with the values of `--set`, each for the item before the first point."""
    values: dict[str, dict[str, Any]] = {}
    for name, value in assignments(given).items():
        item, point, parameter = name.partition(".")
        if not point:
            raise click.UsageError(f'--set "{name}" names no item (write --set ID.{name}=…)')
        if item not in {wanted.item for wanted in file.items}:
            raise click.UsageError(f'--set "{name}": the tender has no item "{item}"')
        values.setdefault(item, {})[parameter] = value
    items = tuple(
        wanted.model_copy(update={"parameters": {**wanted.parameters, **values.get(wanted.item, {})}})
        for wanted in file.items
    )
    return file.model_copy(update={"items": items, "title": title or file.title})


def as_data(tender: Tender) -> dict[str, Any]:
    """A tender for machines."""
    return {
        "title": tender.title,
        "locale": tender.edition.locale,
        "items": [
            {
                "section": section,
                "item": taken.filled.entry.id,
                "version": taken.filled.entry.version,
                "stamp": taken.filled.stamp,
                "title": taken.filled.entry.title,
                "reason": taken.reason,
                "parts": [asdict(part) for part in taken.filled.parts],
                "blanks": [blank.name for blank in taken.filled.blanks],
            }
            for section, group in tender.sections.items()
            for taken in group
        ],
        "effort": {
            "bidder_tender": float(tender.burden.bidder_tender),
            "bidder_contract": float(tender.burden.bidder_contract),
            "buyer": float(tender.burden.buyer),
        },
        "left": [{"item": left.entry.id, "reason": left.reason} for left in tender.left],
    }
