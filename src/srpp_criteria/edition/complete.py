# SPDX-License-Identifier: Apache-2.0
"""Last steps: remedy ladders are put in, and what is not whole in this language falls out, with the reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from srpp_criteria.edition.entry import Missing, Reason
from srpp_criteria.edition.figures import with_default
from srpp_criteria.edition.sentences import broken_sentence
from srpp_criteria.edition.unfit import fault_of
from srpp_criteria.models.item import Clause

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.draft import Draft, DraftEntry
    from srpp_criteria.edition.ladders import LocalLadder
    from srpp_criteria.edition.locale import Locale
    from srpp_criteria.models.monitoring import Remedies
    from srpp_criteria.models.registers import Ladder
    from srpp_criteria.shelf.shelf import Shelf


def put_in_ladders(draft: Draft, ladders: Mapping[str, LocalLadder], shelf: Shelf, locale: Locale) -> Draft:
    """Give every clause its remedy ladder, with the clause's own figures; a market may swap ladders."""
    sheets = [shelf.markets[name].value for name in locale.markets if name in shelf.markets]
    swapped = {str(old): new for sheet in sheets for old, new in sheet.ladders.items()}
    entries: dict[str, DraftEntry] = {}
    missing = list(draft.missing)
    for name, entry in draft.entries.items():
        if not isinstance(entry.item, Clause):
            entries[name] = entry
            continue
        remedies = entry.item.remedies
        key = swapped.get(remedies.ladder, remedies.ladder)
        if key not in ladders:
            says = f'there is no remedy ladder "{key}" (ladders: {", ".join(ladders)})'
            missing.append(Missing(item=name, reason=Reason.INVALID, says=says))
            continue
        local = ladders[key]
        fitted, misfit = None, local.misfit
        if misfit is None:
            try:
                fitted = with_figures(local.ladder, remedies)
            except ValueError as unfit:
                misfit = str(unfit)
        if fitted is None:
            missing.append(Missing(item=name, reason=Reason.INVALID, says=misfit or ""))
            continue
        entries[name] = replace(
            entry,
            ladder=fitted,
            untranslated=entry.untranslated | {f"ladder.{address}" for address in local.untranslated},
            origins={**entry.origins, **{f"ladder.{address}": origin for address, origin in local.origins.items()}},
        )
    return replace(draft, entries=entries, missing=tuple(missing))


def with_figures(ladder: Ladder, remedies: Remedies) -> Ladder:
    """The ladder with the figures of one item as defaults; a figure that the law of the market fixes stays.

    Raises:
        ValueError: a figure names no parameter of the ladder, or lies outside its limits.
    """
    if not remedies.figures:
        return ladder
    parameters = dict(ladder.parameters)
    for name, value in remedies.figures.items():
        if name not in parameters:
            says = f'ladder "{ladder.key}" has no figure "{name}" (figures: {", ".join(parameters)})'
            raise ValueError(says)
        if parameters[name].locked:
            continue
        try:
            parameters[name] = with_default(parameters[name], value)
        except ValueError as unfit:
            raise ValueError(f"{name}: {unfit}") from unfit
    return ladder.model_copy(update={"parameters": parameters})


def drop_incomplete(draft: Draft) -> Draft:
    """No text mixes languages: an item with one untranslated sentence is not in the edition."""
    entries, missing = {}, list(draft.missing)
    for name, entry in draft.entries.items():
        if entry.untranslated:
            fields = tuple(sorted(entry.untranslated))
            says = f"{len(fields)} of its texts are not translated, the first is {fields[0]}"
            missing.append(Missing(item=name, reason=Reason.INCOMPLETE, says=says, fields=fields))
        else:
            entries[name] = entry
    return replace(draft, entries=entries, missing=tuple(missing))


def drop_malformed(draft: Draft, shelf: Shelf) -> Draft:
    """What translators and markets put in is held to the same limits as the master text; see `fault_of`."""
    entries, missing = {}, list(draft.missing)
    for name, entry in draft.entries.items():
        changed = [entry.item, entry.ladder] if entry.item is not shelf.items[name].value else []
        fault = next((fault for model in changed if model is not None and (fault := fault_of(model))), None)
        fault = fault or broken_sentence(entry.item, entry.ladder)
        if fault is None:
            entries[name] = entry
        else:
            missing.append(Missing(item=name, reason=Reason.INVALID, says=fault))
    return replace(draft, entries=entries, missing=tuple(missing))
