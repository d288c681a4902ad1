# SPDX-License-Identifier: Apache-2.0
"""What a market changed in an item, and why: part by part, figure by figure. Data for the item page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from srpp_criteria.edition.fill import show
from srpp_criteria.edition.locale import Locale
from srpp_criteria.models.parameter import BooleanParameter
from srpp_criteria.site.word_marks import Run, differs, marks
from srpp_criteria.wording import parse_markup, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from srpp_criteria.edition.entry import Adaptation, Entry
    from srpp_criteria.models.overlay import Overlay
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.site.edition_site import EditionSite


class Fate(StrEnum):
    """What happened to a part of the text."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class PartText:
    """A part with its start values, in plain words."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ChangedPart:
    """A part that a market changed, added or took out.

    Attributes:
        id: name of the part.
        title: its heading, empty if it has none.
        fate: what happened to it.
        runs: the words, marked against the text before.
        reason: why, in English; empty if the market gave one for the whole item only.
    """

    id: str
    title: str
    fate: Fate
    runs: tuple[Run, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Start value, limits and lock of a parameter as a reader sees them; empty where there is none."""

    default: str
    minimum: str
    maximum: str
    locked: bool


@dataclass(frozen=True, slots=True)
class ChangedParameter:
    """A figure that a market changed; `before` is None for one that it added with another remedy ladder."""

    name: str
    label: str
    before: Figures | None
    after: Figures
    reason: str = ""


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


def part_texts(entry: Entry) -> dict[str, PartText]:
    """All parts of an item with their start values, also those that stand under a condition."""
    filled = entry.fill()
    return {
        part.id: PartText(part.id, part.title or "", plain_text(parse_markup(filled.sentence(part.text))))
        for part in entry.item.text
    }


def compared_parts(before: Mapping[str, PartText], after: Mapping[str, PartText]) -> Iterator[ChangedPart]:
    """Every part of the text after, in its order, then those that are gone."""
    for name, part in after.items():
        old = before.get(name)
        runs = marks(old.text if old is not None else "", part.text)
        if old is None:
            yield ChangedPart(name, part.title, Fate.ADDED, runs)
        else:
            changed = differs(runs) or old.title != part.title
            yield ChangedPart(name, part.title, Fate.CHANGED if changed else Fate.SAME, runs)
    for name, part in before.items():
        if name not in after:
            yield ChangedPart(name, part.title, Fate.REMOVED, marks(part.text, ""))


def figures(parameter: Parameter, locale: str, words: Mapping[str, str]) -> Figures:
    """The figures of a parameter as the readers of a locale write them."""
    cldr = Locale.parse(locale).cldr
    low, high = getattr(parameter, "minimum", None), getattr(parameter, "maximum", None)
    return Figures(
        "" if parameter.default is None else shown(parameter, parameter.default, cldr, words),
        "" if low is None else show(parameter, low, cldr),
        "" if high is None else show(parameter, high, cldr),
        parameter.locked,
    )


def shown(parameter: Parameter, value: object, cldr: str, words: Mapping[str, str]) -> str:
    """A value as it is read; yes and no in words."""
    if isinstance(parameter, BooleanParameter):
        return words["yes"] if value else words["no"]
    return show(parameter, value, cldr)


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
