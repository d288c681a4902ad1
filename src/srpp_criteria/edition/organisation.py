# SPDX-License-Identifier: Apache-2.0
"""Lay an organisation's own overlays over a finished edition: house rules within what the market allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.diagnostics import Diagnostic
from srpp_criteria.edition.adapt import apply_organisation
from srpp_criteria.edition.complete import with_figures
from srpp_criteria.edition.draft import Draft, DraftEntry
from srpp_criteria.edition.edition import Edition
from srpp_criteria.edition.entry import Missing, Reason
from srpp_criteria.edition.law import LawOfEdition
from srpp_criteria.edition.locale import Locale
from srpp_criteria.edition.provenance import Provenance, nearest
from srpp_criteria.edition.sentences import broken_sentence
from srpp_criteria.edition.stamp import fingerprint
from srpp_criteria.edition.unfit import fault_of
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.models.item import Clause
from srpp_criteria.shelf.reading import read_overlays
from srpp_criteria.shelf.registers import Registers

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from srpp_criteria.edition.draft import Origin
    from srpp_criteria.edition.entry import Citation, Entry
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.overlay import Overlay
    from srpp_criteria.models.registers import Ladder
    from srpp_criteria.models.words import Path as FieldPath


def with_organisation(edition: Edition, folder: Path) -> Edition:
    """The edition with the overlays of a folder; entries it says nothing about stay as they are.

    Raises:
        InvalidLibrary: there is no such folder, or a file in it has faults.
    """
    overlays, diagnostics = read_overlays(folder)
    known = {*(entry.id for entry in edition), *(missing.item for missing in edition.data.missing)}
    diagnostics += [
        Diagnostic(
            overlay.place(("item",)), "SRPP510", f'there is no item "{name}"', "correct the id and the name of the file"
        )
        for name, overlay in overlays.items()
        if name not in known
    ]
    if diagnostics:
        raise InvalidLibrary(diagnostics)
    locale = Locale.parse(edition.locale)
    draft = Draft(
        {
            entry.id: DraftEntry(
                entry.item, ladder=entry.ladder, adaptations=entry.adaptations, mandatory=entry.mandatory
            )
            for entry in edition
            if entry.id in overlays
        }
    )
    adapted = apply_organisation(draft, overlays, locale, name=folder.name)
    law = LawOfEdition(Registers({}), [edition.market] if edition.market else [], locale, {}, edition.data.words)
    entries: dict[str, Entry] = {entry.id: entry for entry in edition}
    missing = [*edition.data.missing, *adapted.missing]
    origins: dict[str, dict[str, Origin]] = {}
    for name in overlays:
        if name not in entries:
            continue
        if name not in adapted.entries:
            del entries[name]
            continue
        finished = _refined(entries[name], adapted.entries[name], edition, overlays[name].value, law)
        if isinstance(finished, Missing):
            missing.append(finished)
            del entries[name]
        else:
            entries[name] = finished
            origins[name] = _with_ladder(adapted.entries[name].origins)
    data = edition.data.model_copy(update={"entries": tuple(entries.values()), "missing": tuple(missing)})

    def provenance(item: str) -> Provenance:
        before = edition.provenance(item)
        changed = origins.get(item, {})

        def trace(address: str, _: FieldPath) -> Origin:
            return nearest(address, changed) or before.of(address)[1]

        return Provenance(entries[item], trace)

    return Edition(data, provenance)


def _with_ladder(origins: Mapping[str, Origin]) -> dict[str, Origin]:
    """What an organisation chooses for the remedies of a clause shows in the ladder that is put in."""
    chosen = {"ladder": origins["remedies.ladder"]} if "remedies.ladder" in origins else {}
    start = "remedies.figures."
    figures = {
        f"ladder.parameters.{address.removeprefix(start)}.default": origin
        for address, origin in origins.items()
        if address.startswith(start)
    }
    return {**origins, **chosen, **figures}


def _refined(entry: Entry, draft: DraftEntry, edition: Edition, overlay: Overlay, law: LawOfEdition) -> Entry | Missing:
    fault = fault_of(draft.item)
    if fault is not None:
        return Missing(item=entry.id, reason=Reason.INVALID, says=fault)
    try:
        ladder = _ladder(entry, draft.item, edition, overlay)
    except ValueError as unfit:
        return Missing(item=entry.id, reason=Reason.INVALID, says=str(unfit))
    fault = broken_sentence(draft.item, ladder)
    if fault is not None:
        return Missing(item=entry.id, reason=Reason.INVALID, says=fault)
    known: dict[str, Citation] = {citation.key: citation for citation in entry.citations}
    citations = []
    for key in dict.fromkeys(draft.item.legal_basis):
        citation = known.get(key) or law.citation(key)
        if citation is None:
            says = f'the law "{key}" is not a provision of this market'
            return Missing(item=entry.id, reason=Reason.INVALID, says=says)
        citations.append(citation)
    return entry.model_copy(
        update={
            "item": draft.item,
            "ladder": ladder,
            "adaptations": draft.adaptations,
            "mandatory": draft.mandatory,
            "citations": tuple(citations),
            "sha256": fingerprint(draft.item, ladder, entry.locale),
        }
    )


def _ladder(entry: Entry, item: Item, edition: Edition, overlay: Overlay) -> Ladder | None:
    """The remedy ladder after the organisation's changes; what the market swapped or locked stays so.

    Raises:
        ValueError: there is no such ladder in the language, or a figure does not fit or is locked.
    """
    change = overlay.remedies
    if change is None or entry.ladder is None or not isinstance(item, Clause):
        return entry.ladder
    swapped = edition.market.ladders if edition.market is not None else {}
    wanted = entry.ladder.key if change.ladder is None else swapped.get(change.ladder, change.ladder)
    ladder = next((ladder for ladder in edition.data.ladders if ladder.key == wanted), None)
    if ladder is None:
        raise ValueError(f'there is no remedy ladder "{wanted}" in this language')
    for name in change.figures:
        if name in ladder.parameters and ladder.parameters[name].locked:
            raise ValueError(f'parameter "{name}" is locked by the market')
    return with_figures(ladder, item.remedies)
