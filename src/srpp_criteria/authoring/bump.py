# SPDX-License-Identifier: Apache-2.0
"""`srpp bump`: a new version of an item, with the sentence that tells its readers what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from srpp_criteria.authoring.checkout import item_file
from srpp_criteria.authoring.yaml_file import YamlFile
from srpp_criteria.edition.adapt import is_stale
from srpp_criteria.edition.complete import with_figures
from srpp_criteria.errors import InvalidLibrary, SrppError, UnreadableRelease
from srpp_criteria.models.item import Clause, Weight
from srpp_criteria.models.words import words_of
from srpp_criteria.shelf.reading import read_shelf

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from srpp_criteria.comparison.weight import Least
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.registers import Ladder
    from srpp_criteria.shelf.shelf import Shelf

LONGEST_SENTENCE = 4000

WEIGHT_CHECK = "SRPP606"
"""The check that weighs a change against the released text; who waives it in the file has said why."""


_STANDS_FOR = ("a change of a duty", "something that was added", "better wording")


class NotReleasedYet(SrppError):
    """The present version is still open: what changed since belongs into its entry in the changelog."""

    def __init__(self, present: str, released: str) -> None:
        parts = zip(_numbers(present), _numbers(released), _STANDS_FOR, strict=True)
        stands_for = next(sort for now, before, sort in parts if now != before)
        super().__init__(
            f"{present} is not released yet and already stands for {stands_for}",
            "add your words to its entry in the changelog",
        )


class TooLightChange(SrppError):
    """The new version says less than what changed since the last released text; `least` holds the reasons."""

    def __init__(self, item: str, asked: str, needed: str, released: str, least: Least) -> None:
        self.least = least
        changed = f"since {released} was released, a {least.weight.value} change was made"
        says = f"{item} {asked} is too little: {changed}"
        super().__init__(
            says, f"the next version is {needed} or higher; a waiver with its reason is the only way round it"
        )


@dataclass(frozen=True, slots=True)
class Bumped:
    """A new version and what follows from it.

    Attributes:
        item: id of the item.
        file: its file, relative to the checkout.
        before: the version that was there.
        after: the new version.
        stale: the files of national decisions that were written for an older version and now wait for an expert.
        to_translate: for each language the addresses of the sentences that turn fuzzy or are new.
    """

    item: str
    file: str
    before: str
    after: str
    stale: tuple[str, ...]
    to_translate: Mapping[str, tuple[str, ...]]


def next_version(version: str, weight: Weight) -> str:
    """The version after a change of a weight.

    >>> [next_version("1.4.2", weight) for weight in (Weight.MAJOR, Weight.MINOR, Weight.PATCH)]
    ['2.0.0', '1.5.0', '1.4.3']
    """
    major, minor, patch = _numbers(version)
    if weight is Weight.MAJOR:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if weight is Weight.MINOR else f"{major}.{minor}.{patch + 1}"


def bump(root: Path, item: str, weight: Weight, *, says: str, day: dt.date) -> Bumped:
    """Write the next version of an item and its entry in the changelog.

    Raises:
        UnknownItem: there is no file of that name.
        InvalidLibrary: the file cannot be read; nothing is written.
        TooLightChange: the released text asks for more; nothing is written.
        NotReleasedYet: the version that is there has not gone out and says as much; nothing is written.
        SrppError: `says` is no sentence, or `day` is before the newest entry.
    """
    sentence = " ".join(says.split())
    if not sentence or len(sentence) > LONGEST_SENTENCE:
        raise SrppError("a new version needs a sentence that says what changed", 'write --says "…"')
    path = item_file(root, item)
    shelf = read_shelf(root)
    shelved = shelf.items.get(item)
    file = YamlFile.open(path, root=root)
    if shelved is None:
        name = path.relative_to(root).as_posix()
        raise InvalidLibrary([found for found in shelf.diagnostics if found.place.file == name] or shelf.diagnostics)
    newest = max((entry.date for entry in shelved.value.changelog), default=day)
    if day < newest:
        raise SrppError(f"{day} is before the newest entry of the changelog, {newest}", "write --day with a later day")
    present = shelved.value.version
    after = next_version(present, weight)
    _weigh(shelf, shelved.value, after)
    released = shelf.register.latest(item, "en")
    if released is not None and _numbers(next_version(released.version, weight)) <= _numbers(present):
        raise NotReleasedYet(present, released.version)
    file.set(("version",), after)
    file.insert(
        ("changelog",), {"version": after, "date": day.isoformat(), "change": weight.value, "says": sentence}, at="top"
    )
    file.save()
    return Bumped(
        item=item,
        file=shelved.file,
        before=shelved.value.version,
        after=after,
        stale=_stale(shelf, item, after),
        to_translate=_to_translate(shelf, shelved.value),
    )


def _weigh(shelf: Shelf, item: Item, after: str) -> None:
    """See that the new version is far enough from the last one that people hold."""
    from srpp_criteria.comparison.weight import least_change
    from srpp_criteria.edition.released import entry_of

    released = shelf.register.latest(item.id, "en")
    if released is None:
        return
    try:
        before = entry_of(released)
    except UnreadableRelease:
        return  # the check of the register says so, and a drafter can do nothing about it
    least = least_change(before.item, item, ladders=(before.ladder, _ladder(shelf, item)))
    if least is None or any(waiver.check == WEIGHT_CHECK for waiver in item.waivers):
        return
    needed = next_version(released.version, least.weight)
    if _numbers(after) < _numbers(needed):
        raise TooLightChange(item.id, after, needed, released.version, least)


def _ladder(shelf: Shelf, item: Item) -> Ladder | None:
    """The remedies of a clause with its own figures; None where they do not fit, which is the check's business."""
    if not isinstance(item, Clause) or item.remedies.ladder not in shelf.registers.ladders:
        return None
    try:
        return with_figures(shelf.registers.ladders[item.remedies.ladder], item.remedies)
    except ValueError:
        return None


def _stale(shelf: Shelf, item: str, after: str) -> tuple[str, ...]:
    return tuple(
        overlay.file
        for (_, name), overlay in sorted(shelf.overlays.items())
        if name == item and is_stale(reviewed_for=overlay.value.reviewed_for, base=after)
    )


def _to_translate(shelf: Shelf, item: Item) -> dict[str, tuple[str, ...]]:
    """The sentences that have no translation of exactly these English words; only languages that have the item."""
    found = {}
    words = list(words_of(item))
    for language, catalogue in sorted(shelf.catalogues.items()):
        if "_" in language:  # a variant holds only what differs
            continue
        contexts = {context for context, _ in catalogue.entries if context.startswith(f"{item.id}:")}
        missing = tuple(w.address for w in words if catalogue.find(f"{item.id}:{w.address}", w.text) is None)
        if contexts and missing:
            found[language] = missing
    return found


def _numbers(version: str) -> tuple[int, int, int]:
    return cast("tuple[int, int, int]", tuple(int(number) for number in version.split(".")))
