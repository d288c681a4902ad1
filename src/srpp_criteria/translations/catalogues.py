# SPDX-License-Identifier: Apache-2.0
"""Write gettext catalogues: new messages in, changed ones fuzzy, translations kept, by Babel's own rules."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from srpp_criteria.source import parse_po

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from srpp_criteria.diagnostics import Diagnostic
    from srpp_criteria.translations.messages import TranslatableMessage

FOLDER = "locales/languages"
_EPOCH = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
"""Catalogues carry no clock: the same content gives the same bytes."""

_HEADER = """\
SPDX-License-Identifier: CC0-1.0
Translations of srpp-criteria. Written by `make translations`; the msgstr lines are yours."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far one catalogue is."""

    language: str
    domain: str
    total: int
    translated: int
    fuzzy: int


def path_of(root: Path, language: str, domain: str) -> Path:
    """Where a catalogue lies."""
    return root / FOLDER / language / "LC_MESSAGES" / f"{domain}.po"


def template(messages: Iterable[TranslatableMessage], domain: str) -> Catalog:
    """A catalogue of the English messages of one domain, without translations."""
    catalog = Catalog(
        project="srpp-criteria",
        domain=domain,
        charset="utf-8",
        header_comment="",
        creation_date=_EPOCH,
        revision_date=_EPOCH,
        fuzzy=False,
    )
    for message in messages:
        if message.domain == domain:
            flags = {"icu-message-format"} if message.icu else set()
            catalog.add(
                message.english,
                context=message.context,
                locations=[(message.place.file, message.place.line)],
                flags=flags,
            )
    return catalog


def updated(root: Path, language: str, source: Catalog) -> tuple[Catalog, list[Diagnostic]]:
    """The catalogue of a language brought up to the English text: kept, new, or fuzzy where the English changed.

    A catalogue with faults is not touched: its diagnostics come back, and its translations are not lost.
    """
    domain = source.domain or ""
    path = path_of(root, language, domain)
    catalog = Catalog(
        locale=language,
        project="srpp-criteria",
        domain=domain,
        charset="utf-8",
        creation_date=_EPOCH,
        revision_date=_EPOCH,
        fuzzy=False,
    )
    if path.is_file():
        content = path.read_bytes()
        found = parse_po(content, file=path.relative_to(root).as_posix())
        if found.diagnostics:
            return catalog, list(found.diagnostics)
        catalog = read_po(io.BytesIO(content), locale=language, domain=domain)
    before = {(m.context, m.id): m.string for m in catalog if m.id}
    by_context = {m.context: m for m in catalog if m.id and m.string}
    catalog.update(source, no_fuzzy_matching=True, keep_user_comments=True)
    for message in catalog:
        old = by_context.get(message.context)
        if message.id and not message.string and old is not None and (message.context, message.id) not in before:
            message.string = old.string
            message.flags.add("fuzzy")
    catalog.obsolete.clear()
    catalog.header_comment = "\n".join(f"# {line}" for line in _HEADER.splitlines())
    return catalog, []


def write(root: Path, language: str, catalog: Catalog) -> bool:
    """Write a catalogue; True if its bytes changed."""
    path = path_of(root, language, catalog.domain or "")
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=110, sort_by_file=False, include_lineno=False, omit_header=False)
    content = buffer.getvalue()
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def coverage(language: str, domain: str, catalog: Catalog) -> Coverage:
    """Count what is done."""
    entries = [message for message in catalog if message.id]
    fuzzy = sum(1 for message in entries if message.fuzzy)
    done = sum(1 for message in entries if message.string and not message.fuzzy)
    return Coverage(language, domain, len(entries), done, fuzzy)


def languages(root: Path) -> Iterator[str]:
    """Languages and variants that have a folder."""
    folder = root / FOLDER
    if folder.is_dir():
        yield from sorted(entry.name for entry in folder.iterdir() if entry.is_dir())


def drop_untranslated(catalog: Catalog) -> None:
    """Take out what has no translation: a variant says nothing where it does not differ."""
    for message in [message for message in catalog if message.id and not message.string]:
        catalog.delete(message.id, message.context)
