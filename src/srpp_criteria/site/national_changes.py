# SPDX-License-Identifier: Apache-2.0
"""What a market changed in an item, and why: part by part, figure by figure. Data for the item page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.comparison.parameter_figures import ChangedParameter, figures
from srpp_criteria.comparison.parts import ChangedPart, Fate, compared_parts, part_texts
from srpp_criteria.wording import parse_markup, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from srpp_criteria.edition.entry import Adaptation, Entry
    from srpp_criteria.models.overlay import Overlay
    from srpp_criteria.site.edition_site import EditionSite


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything a market, or an organisation, changed in an item.

    Attributes:
        decisions: who decided, what, and why.
        parts: what differs in the text; empty if nothing does.
        parameters: figures that differ.
        proofs: proofs that were added, in words.
        guidance: whether advice was added.
        law: national law that was added, as it is cited.
    """

    decisions: tuple[Adaptation, ...]
    parts: tuple[ChangedPart, ...]
    parameters: tuple[ChangedParameter, ...]
    proofs: tuple[str, ...]
    guidance: bool
    law: tuple[str, ...]

    @property
    def are_none(self) -> bool:
        """Whether the market took the item as it is."""
        return not (self.parts or self.parameters or self.proofs or self.guidance or self.law)


def changes_of(entry: Entry, site: EditionSite) -> Changes | None:
    """What the market of the edition changed in an item against the same text in the same language.

    None where no market decided: in the master edition.
    """
    if not entry.adaptations:
        return None
    before = site.whole.before_market.get(site.locale)
    base = before[entry.id] if before is not None and entry.id in before else None
    overlays = [
        overlay.value
        for adaptation in entry.adaptations
        if (overlay := site.whole.shelf.overlays.get((adaptation.by, entry.id))) is not None
    ]
    old_law = {citation.key for citation in base.citations} if base is not None else set()
    old_proofs = {proof.id for proof in base.item.evidence} if base is not None else set()
    filled = entry.fill()
    return Changes(
        decisions=entry.adaptations,
        parts=tuple(_changed_parts(base, entry, overlays)) if base is not None else (),
        parameters=tuple(_changed_parameters(base, entry, overlays, site.words)) if base is not None else (),
        proofs=tuple(
            plain_text(parse_markup(filled.sentence(proof.what)))
            for proof in entry.item.evidence
            if base is not None and proof.id not in old_proofs
        ),
        guidance=any("guidance." in address for one in entry.adaptations for address in one.changed),
        law=tuple(citation.text for citation in entry.citations if base is not None and citation.key not in old_law),
    )


def _changed_parts(base: Entry, entry: Entry, overlays: Sequence[Overlay]) -> Iterator[ChangedPart]:
    reasons: dict[str, str] = {
        name: change.reason
        for overlay in overlays
        for change in overlay.text
        if change.reason and (name := change.replace or change.remove or change.id)
    }
    for part in compared_parts(part_texts(base), part_texts(entry)):
        if part.fate is not Fate.SAME:
            yield ChangedPart(part.id, part.title, part.fate, part.runs, reasons.get(part.id, ""))


def _changed_parameters(
    base: Entry, entry: Entry, overlays: Sequence[Overlay], words: Mapping[str, str]
) -> Iterator[ChangedParameter]:
    reasons: dict[str, str] = {
        name: change.reason for overlay in overlays for name, change in overlay.parameters.items()
    }
    before = base.parameters
    for name, parameter in entry.parameters.items():
        old = before.get(name)
        if old == parameter:
            continue
        after = figures(parameter, entry.locale, words)
        then = figures(old, entry.locale, words) if old is not None else None
        if then != after:
            yield ChangedParameter(name, parameter.label, then, after, reasons.get(name, ""))
