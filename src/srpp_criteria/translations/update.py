# SPDX-License-Identifier: Apache-2.0
"""Bring all catalogues of a checkout up to date."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from srpp_criteria.shelf.reading import read_shelf
from srpp_criteria.translations import catalogues
from srpp_criteria.translations.awaited import awaited
from srpp_criteria.translations.messages import messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from srpp_criteria.diagnostics import Diagnostic


def updated_catalogues(root: Path) -> Iterator[tuple[catalogues.Coverage, list[Diagnostic]]]:
    """Update and write each catalogue of each language; what has faults is reported and left as it is.

    A variant such as de_AT holds only what differs from its language, so it gets no new empty messages.
    """
    shelf = read_shelf(root)
    all_messages = list(messages(shelf))
    domains = sorted({message.domain for message in all_messages})
    for language in catalogues.languages(root):
        wanted = list(awaited(all_messages, language, shelf))
        for domain in domains:
            if "_" in language and not catalogues.path_of(root, language, domain).is_file():
                continue
            catalog, diagnostics = catalogues.updated(root, language, catalogues.template(wanted, domain))
            if not diagnostics:
                if "_" in language:
                    catalogues.drop_untranslated(catalog)
                catalogues.write(root, language, catalog)
            yield catalogues.coverage(language, domain, catalog), diagnostics


def compiled(root: Path) -> Iterator[str]:
    """Write the `.mo` of every catalogue, for gettext tools that want one; yields their paths below the root."""
    for language in catalogues.languages(root):
        for path in sorted((root / catalogues.FOLDER / language / "LC_MESSAGES").glob("*.po")):
            catalog = read_po(io.BytesIO(path.read_bytes()), locale=language)
            target = path.with_suffix(".mo")
            with target.open("wb") as file:
                write_mo(file, catalog)
            yield target.relative_to(root).as_posix()
