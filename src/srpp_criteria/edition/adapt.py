# SPDX-License-Identifier: Apache-2.0
"""Second and third step: what the market, then the organisation, changes in an item.

Both write the same kind of file (`Overlay`), so both are applied by the same functions here. An overlay that does not
fit its item never half-applies: the item falls out with the reason, and `srpp check` names the line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from srpp_criteria.edition.draft import DraftEntry, Origin
from srpp_criteria.edition.entry import Adaptation, Duty, Missing, Reason
from srpp_criteria.edition.figures import changed_parameter, examples_that_hold
from srpp_criteria.edition.unfit import UnfitOverlay
from srpp_criteria.models.evidence import Evidence
from srpp_criteria.models.item import Clause, Part
from srpp_criteria.models.names import PartId
from srpp_criteria.models.overlay import Decision
from srpp_criteria.models.parameter import Parameter, TextParameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.edition.draft import Draft
    from srpp_criteria.edition.locale import Locale
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.overlay import Overlay, PartChange
    from srpp_criteria.models.words import Path
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved


def adapt_to_market(draft: Draft, shelf: Shelf, locale: Locale) -> Draft:
    """Apply the decisions of the country, then of the region; an item nobody decided about is not in the edition."""
    for market in locale.markets:
        region = market != locale.markets[0]
        entries, missing = {}, list(draft.missing)
        for name, entry in draft.entries.items():
            overlay = shelf.overlays.get((market, name))
            if overlay is None:
                if region:
                    entries[name] = entry
                else:
                    missing.append(
                        Missing(item=name, reason=Reason.NOT_DECIDED, says=f"{market} has not decided about it yet")
                    )
                continue
            outcome = decided(
                entry, overlay, by=market, layer=f"market {market}", language=locale.language, narrows_only=False
            )
            if isinstance(outcome, Missing):
                missing.append(outcome)
            else:
                entries[name] = outcome
        draft = replace(draft, entries=entries, missing=tuple(missing))
    return draft


def apply_organisation(draft: Draft, overlays: Mapping[str, Shelved[Overlay]], locale: Locale, *, name: str) -> Draft:
    """Apply the overlays of one organisation; items it says nothing about stay as the market has them."""
    entries, missing = dict(draft.entries), list(draft.missing)
    for item, overlay in overlays.items():
        entry = entries.get(item)
        if entry is None:
            continue
        outcome = decided(
            entry, overlay, by=name, layer=f"organisation {name}", language=locale.language, narrows_only=True
        )
        if isinstance(outcome, Missing):
            del entries[item]
            missing.append(outcome)
        else:
            entries[item] = outcome
    return replace(draft, entries=entries, missing=tuple(missing))


def decided(
    entry: DraftEntry, overlay: Shelved[Overlay], *, by: str, layer: str, language: str, narrows_only: bool
) -> DraftEntry | Missing:
    """The item after one decision, or why it falls out."""
    decision, item = overlay.value, entry.item
    if decision.decision is Decision.EXCLUDE:
        return Missing(item=item.id, reason=Reason.EXCLUDED, says=decision.reason)
    if is_stale(reviewed_for=decision.reviewed_for, base=item.version):
        says = f"written for {decision.reviewed_for}, base is now {item.version}"
        return Missing(item=item.id, reason=Reason.STALE, says=says)
    try:
        return adapted(entry, overlay, by=by, layer=layer, language=language, narrows_only=narrows_only)
    except UnfitOverlay as unfit:
        return Missing(item=item.id, reason=Reason.INVALID, says=f"{overlay.place(unfit.path)}: {unfit}")


def adapted(
    entry: DraftEntry, overlay: Shelved[Overlay], *, by: str, layer: str, language: str, narrows_only: bool
) -> DraftEntry:
    """The item with the changes of one overlay.

    Raises:
        UnfitOverlay: the overlay does not fit the item; the error points into its file.
    """
    return _Adapter(overlay, layer, language, narrows_only).apply(entry, by)


def is_stale(*, reviewed_for: str, base: str) -> bool:
    """Whether an overlay was written against an older major or minor version; a patch changes wording only.

    >>> is_stale(reviewed_for="1.4.0", base="1.4.7"), is_stale(reviewed_for="1.4.0", base="2.0.0")
    (False, True)
    """
    return _major_minor(reviewed_for) < _major_minor(base)


def _major_minor(version: str) -> tuple[int, int]:
    major, minor, _ = version.split(".")
    return int(major), int(minor)


@dataclass(slots=True)
class _Adapter:
    """One overlay at work on one item; collects origins and changed addresses on the way."""

    overlay: Shelved[Overlay]
    layer: str
    language: str
    narrows_only: bool
    """An organisation moves within the limits of its market, it does not widen them."""

    def apply(self, entry: DraftEntry, by: str) -> DraftEntry:
        change = self.overlay.value
        item: Item = entry.item
        origins: dict[str, Origin] = {}
        cleared: set[str] = set()
        item = self._parameters(item, origins, cleared)
        item = self._parts(item, origins, cleared)
        item = self._evidence(item, origins)
        item = self._remedies(item, origins)
        item = self._guidance(item, origins)
        if change.legal_basis:
            item = item.model_copy(update={"legal_basis": (*item.legal_basis, *change.legal_basis)})
            for position in range(len(change.legal_basis)):
                address = f"legal_basis.{len(entry.item.legal_basis) + position + 1}"
                origins[address] = self._origin(("legal_basis", position))
        adaptation = Adaptation(
            by=by,
            decision=change.decision,
            reason=change.reason,
            reviewed_for=change.reviewed_for,
            changed=tuple(origins),
        )
        return replace(
            entry,
            item=item,
            untranslated=entry.untranslated - cleared,
            origins={**{a: origin for a, origin in entry.origins.items() if a not in cleared}, **origins},
            adaptations=(*entry.adaptations, adaptation),
            mandatory=self._duty(entry.mandatory),
        )

    def _origin(self, path: Path) -> Origin:
        return Origin(self.layer, self.overlay.place(path))

    def _words(self, texts: Mapping[str, str], path: Path) -> str:
        if self.language not in texts:
            says = f'the words are missing in "{self.language}"'
            raise UnfitOverlay(says, path)
        return texts[self.language]

    def _parameters(self, item: Item, origins: dict[str, Origin], cleared: set[str]) -> Item:
        changed = dict(item.parameters)
        for name, change in self.overlay.value.parameters.items():
            path: Path = ("parameters", name)
            old = changed.get(name)
            if old is None:
                says = f'parameter "{name}" is not in the base text (parameters: {", ".join(changed) or "none"})'
                raise UnfitOverlay(says, path)
            if old.locked:
                says = f'parameter "{name}" is locked by the market'
                raise UnfitOverlay(says, path)
            if isinstance(old, TextParameter) and isinstance(change.default, str):
                says = f'the default of "{name}" is words, give them by language'
                raise UnfitOverlay(says, (*path, "default"))
            words = change.default if isinstance(change.default, dict) else None
            default = self._words(words, (*path, "default")) if words is not None else change.default
            try:
                changed[name] = changed_parameter(old, change, default)
            except ValueError as unfit:
                raise UnfitOverlay(str(unfit), path) from unfit
            if self.narrows_only:
                _refuse_wider(old, changed[name], name, path)
            for field in ("default", "minimum", "maximum", "currency", "locked"):
                if getattr(change, field) is not None:
                    origins[f"{path[0]}.{name}.{field}"] = self._origin((*path, field, self.language))
            if isinstance(old, TextParameter) and change.default is not None:
                cleared.add(f"parameters.{name}.default")
        if not self.overlay.value.parameters:
            return item
        return examples_that_hold(item.model_copy(update={"parameters": changed}))

    def _parts(self, item: Item, origins: dict[str, Origin], cleared: set[str]) -> Item:
        parts = list(item.text)
        for position, change in enumerate(self.overlay.value.text):
            path: Path = ("text", position)
            target = change.replace or change.after or change.before or change.remove or ""
            names = [part.id for part in parts]
            if target not in names:
                says = f'part "{target}" is not in the base text (parts: {", ".join(names)})'
                raise UnfitOverlay(says, path)
            at = names.index(target)  # type: ignore[arg-type]  # compared as text
            if change.remove:
                if len(parts) == 1:
                    says = f'"{target}" is the last part of the text (write decision: exclude to leave the item out)'
                    raise UnfitOverlay(says, path)
                del parts[at]
                cleared |= {f"text.{target}", f"text.{target}.title"}
                origins[f"text.{target}"] = self._origin(path)
            elif change.replace:
                parts[at] = self._part(change, parts[at], path)
                cleared |= {f"text.{target}", *((f"text.{target}.title",) if change.title else ())}
                origins |= self._part_origins(change, target, path)
            else:
                if change.id in names:
                    says = f'there is already a part "{change.id}"'
                    raise UnfitOverlay(says, path)
                parts.insert(at + 1 if change.after else at, self._part(change, None, path))
                origins |= self._part_origins(change, change.id or "", path)
        return item.model_copy(update={"text": tuple(parts)}) if self.overlay.value.text else item

    def _part(self, change: PartChange, old: Part | None, path: Path) -> Part:
        title = self._words(change.title, (*path, "title")) if change.title else (old.title if old else None)
        return Part.model_construct(
            id=PartId(old.id if old else change.id or ""),
            title=title,
            text=self._words(change.languages or {}, (*path, "languages")),
            when=change.when or (old.when if old else None),
        )

    def _part_origins(self, change: PartChange, part: str, path: Path) -> dict[str, Origin]:
        """Where the words, and each of what stands beside them, came from."""
        steps: dict[str, Path] = {
            "": ("languages", self.language),
            ".id": ("id",) if change.id and not change.replace else (),
            ".title": ("title", self.language) if change.title else (),
            ".when": ("when",) if change.when else (),
        }
        return {f"text.{part}{beside}": self._origin((*path, *step)) for beside, step in steps.items() if step}

    def _evidence(self, item: Item, origins: dict[str, Origin]) -> Item:
        added: list[Evidence] = []
        for position, proof in enumerate(self.overlay.value.evidence):
            path: Path = ("evidence", position)
            if any(proof.id == old.id for old in (*item.evidence, *added)):
                says = f'there is already an evidence "{proof.id}"'
                raise UnfitOverlay(says, path)
            added.append(
                Evidence.model_construct(
                    id=proof.id,
                    stage=proof.stage,
                    what=self._words(proof.what, (*path, "what")),
                    given_by=proof.given_by,
                    checked_by=proof.checked_by,
                    how_checked=self._words(proof.how_checked, (*path, "how_checked")),
                    standards=proof.standards,
                    form=proof.form,
                    effort=proof.effort,
                )
            )
            origins[f"evidence.{proof.id}"] = self._origin(path)
            for field in ("what", "how_checked"):
                origins[f"evidence.{proof.id}.{field}"] = self._origin((*path, field, self.language))
        return item.model_copy(update={"evidence": (*item.evidence, *added)}) if added else item

    def _remedies(self, item: Item, origins: dict[str, Origin]) -> Item:
        change = self.overlay.value.remedies
        if change is None:
            return item
        if not isinstance(item, Clause):
            says = f"a {item.kind} has no remedies"
            raise UnfitOverlay(says, ("remedies",))
        update: dict[str, Any] = {"figures": {**item.remedies.figures, **change.figures}}
        if change.ladder:
            update = {"ladder": change.ladder, "figures": change.figures}
            origins["remedies.ladder"] = self._origin(("remedies", "ladder"))
            origins["remedies.figures"] = self._origin(("remedies",))
        for name in change.figures:
            origins[f"remedies.figures.{name}"] = self._origin(("remedies", "figures", name))
        return item.model_copy(update={"remedies": item.remedies.model_copy(update=update)})

    def _guidance(self, item: Item, origins: dict[str, Origin]) -> Item:
        change = self.overlay.value.guidance
        if change is None:
            return item
        update: dict[str, Any] = {}
        for field in ("use_when", "avoid_when"):
            texts = getattr(change, field)
            if texts:
                update[field] = f"{getattr(item.guidance, field)}\n\n{self._words(texts, ('guidance', field))}"
                origins[f"guidance.{field}"] = self._origin(("guidance", field, self.language))
        if change.watch_out:
            words = self._words(change.watch_out, ("guidance", "watch_out"))
            update["watch_outs"] = (*item.guidance.watch_outs, words)
            address = f"guidance.watch_outs.{len(update['watch_outs'])}"
            origins[address] = self._origin(("guidance", "watch_out", self.language))
        return item.model_copy(update={"guidance": item.guidance.model_copy(update=update)})

    def _duty(self, before: Duty | None) -> Duty | None:
        given = self.overlay.value.mandatory
        if given is None or (before is not None and self.narrows_only):
            return before
        return Duty(
            valid_from=given.valid_from,
            valid_to=given.valid_to,
            threshold=given.threshold,
            scope=self._words(given.scope, ("mandatory", "scope")),
            legal_basis=given.legal_basis,
            seen=given.seen,
        )


def _refuse_wider(old: Parameter, new: Parameter, name: str, path: Path) -> None:
    if getattr(old, "currency", None) != getattr(new, "currency", None):
        says = f'"{name}" keeps the currency in which the market limits it'
        raise UnfitOverlay(says, (*path, "currency"))
    for bound, sign in (("minimum", 1), ("maximum", -1)):
        before, after = getattr(old, bound, None), getattr(new, bound, None)
        if before is not None and (after is None or _outside(after, before, sign)):
            says = f'{bound} of "{name}" may not be wider than the market\'s ({before})'
            raise UnfitOverlay(says, (*path, bound))


def _outside(after: Any, before: Any, sign: int) -> bool:
    return bool(after < before) if sign > 0 else bool(after > before)
