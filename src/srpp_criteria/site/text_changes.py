# SPDX-License-Identifier: Apache-2.0
"""What changed between released texts: each compared with the one before, and with the newest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.comparison.parts import Fate
from srpp_criteria.comparison.texts import compare
from srpp_criteria.comparison.word_marks import Mark, Run
from srpp_criteria.errors import SrppError
from srpp_criteria.site.page import Page
from srpp_criteria.site.released_texts import kind_of_step
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from srpp_criteria.comparison.texts import Comparison, Difference
    from srpp_criteria.shelf.released import Released
    from srpp_criteria.site.edition_site import EditionSite
    from srpp_criteria.site.released_texts import Note, ReleasedText

_FATES = {
    Fate.CHANGED: "site-fate-changed",
    Fate.ADDED: "site-mark-added",
    Fate.REMOVED: "site-mark-removed",
    Fate.MOVED: "site-version-moved",
}

_SECTIONS = {
    "evidence": "evidence",
    "monitoring": "monitoring",
    "indicators": "monitoring",
    "buyer_duties": "buyer-duties",
    "flow_down": "flow-down",
    "remedies": "remedies",
    "ladder": "remedies",
    "scoring": "scoring",
}
"""What the pages call the sections of a text; all others stand together at the end."""

_WORDS = "words"
"""The label of a comparison for the words of a part themselves."""


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """One field that differs.

    Attributes:
        name: heading of the part, label of the figure, or name of the proof; empty for fields of the item itself.
        label: which field of it, in English; empty where the name says it.
        fate: key of the word for what happened to it.
        mark: style of that word.
        runs: words or figures, marked.
    """

    name: str
    label: str
    fate: str
    mark: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Differences that stand below one heading; `title` is the key of its words."""

    title: str
    differences: tuple[ShownDifference, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """From one released text to another.

    Attributes:
        anchor: place on the page.
        title: key of its heading.
        before: the older text.
        after: the newer one.
        groups: what differs; None if the two cannot be compared.
    """

    anchor: str
    title: str
    before: ReleasedText
    after: ReleasedText
    groups: tuple[Group, ...] | None

    @property
    def kind(self) -> str:
        """What the step means for those who hold the older text."""
        return kind_of_step(self.before.line, self.after.line)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What the changelog says of it."""
        return self.after.notes_since(self.before.line)


def changes_page(history: Sequence[ReleasedText], position: int, site: EditionSite) -> Page:
    """One text against the one before it, and against the newest; the history has at least two."""
    one = history[position]
    markdown = rendered(
        "changes.md",
        locale=site.locale,
        words=site.words,
        title=one.title,
        one=one,
        steps=tuple(_steps(history, position)),
    )
    title = f"{one.title} – {name_in(site.words, one.line)} – {site.words['site-version-changes']}"
    path = f"{site.locale}/{one.line.item}/{one.name}/changes.md"
    return Page(path, title, markdown, site.locale, wide=True, indexed=False)


def name_in(words: Mapping[str, str], line: Released) -> str:
    """How a released text is called in the words of an edition."""
    return words["site-version-name"].replace("{version}", line.version).replace("{revision}", str(line.revision))


def _steps(history: Sequence[ReleasedText], position: int) -> Iterator[Step]:
    one, newest = history[position], history[-1]
    if position > 0:
        before = history[position - 1]
        yield Step("before", "site-version-since-before", before, one, _compared(before, one))
    if one is not newest:
        yield Step("newest", "site-version-to-newest", one, newest, _compared(one, newest))


def _compared(before: ReleasedText, after: ReleasedText) -> tuple[Group, ...] | None:
    if before.entry is None or after.entry is None:
        return None
    try:
        return tuple(_groups(compare(before.entry, after.entry)))
    except (SrppError, ValueError, LookupError):  # a value or a pattern that today's rules refuse
        return None


def _groups(comparison: Comparison) -> Iterator[Group]:
    found: dict[str, list[ShownDifference]] = {"site-item-text": [], "page-values": []}
    for one in comparison.differences:
        if one.is_seen:
            found.setdefault(_title(one), []).append(_shown(one))
    last = found.pop("site-version-else", [])
    for title, differences in (*found.items(), ("site-version-else", last)):
        if differences:
            yield Group(title, tuple(differences))


def _title(one: Difference) -> str:
    if one.section == "text":
        return "site-item-text"
    if one.address.startswith(("parameters.", "ladder.parameters.")):
        return "page-values"
    return _SECTIONS.get(one.section, "site-version-else")


def _shown(one: Difference) -> ShownDifference:
    _, _, name = one.group.partition(": ")
    label = "" if name and one.label == _WORDS else one.label
    return ShownDifference(name, label, _FATES[one.fate], one.fate.value, one.runs or tuple(_figures(one)))


def _figures(one: Difference) -> Iterator[Run]:
    if one.before:
        yield Run(Mark.DELETED, one.before)
    if one.before and one.after:
        yield Run(Mark.KEPT, " ")
    if one.after:
        yield Run(Mark.INSERTED, one.after)
