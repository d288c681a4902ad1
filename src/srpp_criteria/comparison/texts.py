# SPDX-License-Identifier: Apache-2.0
"""Two texts of one language compared: every signed field that differs, in plain words with its start values."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from srpp_criteria.comparison.parts import Fate
from srpp_criteria.comparison.signed_fields import Address, Leaf, SignedText, shown_address, signed_text
from srpp_criteria.comparison.unseen_words import unseen_words
from srpp_criteria.comparison.word_marks import Run, differs, marks
from srpp_criteria.edition.fill import show
from srpp_criteria.edition.locale import Locale
from srpp_criteria.models.words import words_of
from srpp_criteria.wording import MessageError, parse_markup, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srpp_criteria.edition.entry import Entry

_SECTIONS = {
    "text": "Text",
    "parameters": "Parameter",
    "options": "Option",
    "evidence": "Evidence",
    "monitoring": "Indicator",
    "indicators": "Indicator",
    "buyer_duties": "Duty of the buyer",
    "flow_down": "Flow-down",
    "remedies": "Remedies",
    "scoring": "Scoring",
    "anchors": "Mark",
    "examples": "Example",
    "sections": "Section",
    "fields": "Field",
    "columns": "Column",
    "questions": "Question",
    "checks": "Check",
    "findings": "Finding",
    "agenda": "Agenda point",
    "ladder": "Remedy ladder",
    "steps": "Step",
}
"""What a reader calls the places of a text; the labels of a comparison are English in every edition."""

_FIELDS = {
    "text": "words",
    "when": "condition",
    "default": "start value",
    "minimum": "lowest value",
    "maximum": "highest value",
    "locked": "fixed by law",
    "what": "what is handed in",
    "who": "who acts",
    "skip_rule": "when a step may be skipped",
    "cap_rule": "limit to all sums",
}

_PLAIN_NAMES = frozenset({"title", "label", "unit"})
"""Words that are printed as they stand, without markup."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs.

    Attributes:
        address: where it is, such as evidence.chain-chart.given_by.
        group: what it belongs to, in words: "Evidence: chain-chart"; empty for fields of the item itself.
        label: what it is, in words: "given by".
        fate: added, removed, changed or moved.
        runs: the words, marked against the text before; empty for figures and names.
        before: the words or figure before, with start values; empty if there was none.
        after: the words or figure after; empty if there is none.
    """

    address: str
    group: str
    label: str
    fate: Fate
    runs: tuple[Run, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def section(self) -> str:
        """The first name of the address, such as text, parameters or evidence."""
        return self.address.partition(".")[0]

    @property
    def says(self) -> str:
        """Group and label in one line."""
        return f"{self.group}, {self.label}" if self.group else self.label

    @property
    def is_seen(self) -> bool:
        """Whether a reader sees it; other spaces or line ends are signed, but look the same."""
        return not self.runs or differs(self.runs)


@dataclass(frozen=True, slots=True)
class TextIdentity:
    """Which text was compared."""

    stamp: str
    item: str
    version: str
    locale: str
    revision: int
    sha256: str
    title: str

    @classmethod
    def of(cls, entry: Entry) -> TextIdentity:
        """The identity of an entry."""
        return cls(
            entry.stamp, entry.id, entry.version, entry.locale, entry.revision, entry.sha256, one_line(entry.title)
        )


@dataclass(frozen=True)
class Comparison:
    """Everything signed that differs between two texts, in reading order.

    Attributes:
        before: the text before.
        after: the text after.
        differences: what differs; empty for the same text.
    """

    before: TextIdentity
    after: TextIdentity
    differences: tuple[Difference, ...]

    @property
    def is_same(self) -> bool:
        """Whether nothing signed differs."""
        return not self.differences

    @cached_property
    def parts(self) -> tuple[Difference, ...]:
        """Parts of the text: words, headings, conditions, order."""
        return tuple(one for one in self.differences if one.section == "text")

    @cached_property
    def parameters(self) -> tuple[Difference, ...]:
        """Figures that a buyer fills in: the item's own and those of its remedy ladder."""
        return tuple(one for one in self.differences if one.address.startswith(("parameters.", "ladder.parameters.")))

    @cached_property
    def others(self) -> tuple[Difference, ...]:
        """All that is neither a part nor a parameter."""
        mine = {id(one) for one in (*self.parts, *self.parameters)}
        return tuple(one for one in self.differences if id(one) not in mine)


def compare(before: Entry, after: Entry) -> Comparison:
    """Every signed field that differs between two texts of one language.

    >>> from srpp_criteria import Library
    >>> clause = Library.load().edition("en")["construction-subcontracting-tier-limit"]
    >>> compare(clause, clause).is_same
    True
    >>> renamed = clause.model_copy(update={"item": clause.item.model_copy(update={"title": "Limit of tiers"})})
    >>> [(one.address, one.before, one.after) for one in compare(clause, renamed).differences]
    [('title', 'Limit on the number of subcontracting tiers', 'Limit of tiers')]
    """
    old, new = _Reading(before), _Reading(after)
    return Comparison(TextIdentity.of(before), TextIdentity.of(after), tuple(_differences(old, new)))


def one_line(text: str) -> str:
    """A title as one line, whatever spaces it holds."""
    return " ".join(text.split())


class _Reading:
    """One side of a comparison: its signed fields, and how a reader sees each of them."""

    def __init__(self, entry: Entry) -> None:
        self.signed: SignedText = signed_text(entry.item, entry.ladder)
        self._parameters = entry.parameters
        self._filled = entry.fill()
        self._cldr = Locale.parse(entry.locale).cldr
        self._is_message = {words.address: words.message for words in words_of(entry.item)}
        if entry.ladder is not None:
            self._is_message |= {f"ladder.{words.address}": words.message for words in words_of(entry.ladder)}

    def is_words(self, address: Address) -> bool:
        """Whether a field holds words for a reader, and no figure or name."""
        shown = shown_address(address)
        return shown in self._is_message or f"{shown}.1" in self._is_message

    def name_of(self, parameter: str) -> str:
        """What a reader calls a parameter."""
        known = self._parameters.get(parameter)
        return parameter if known is None else one_line(known.label)

    def raw(self, address: Address) -> str:
        """The words as they are signed, with their placeholders; empty if there are none."""
        value = self.signed.fields.get(address)
        if value is None:
            return ""
        return "; ".join(str(inner) for inner in value) if isinstance(value, tuple) else str(value)

    def shown(self, address: Address) -> str:
        """A field as a reader sees it, with start values; empty if there is none."""
        value = self.signed.fields.get(address)
        if value is None:
            return ""
        if self.is_words(address):
            return self._plain(address, self.raw(address))
        return self._figure(address, value)

    def _plain(self, address: Address, words: str) -> str:
        if address[-1] in _PLAIN_NAMES:
            return words
        try:
            if self._is_message.get(shown_address(address)):
                words = self._filled.sentence(words)
        except (MessageError, ValueError, LookupError):
            pass  # a pattern that nobody can fill in is shown as it stands
        return plain_text(parse_markup(words))

    def _figure(self, address: Address, value: Leaf) -> str:
        if isinstance(value, bool):
            return "yes" if value else "no"
        if address[-1] in {"default", "minimum", "maximum"} and len(address) > 1:
            parameter = self._parameters.get(address[-2])
            if parameter is not None:
                return show(parameter, value, self._cldr)
        if isinstance(value, tuple):
            return ", ".join(str(inner) for inner in value)
        return str(value)


def _differences(old: _Reading, new: _Reading) -> Iterator[Difference]:
    for address in _in_reading_order(old.signed, new.signed):
        if address in old.signed.orders or address in new.signed.orders:
            yield from _moved(address, old.signed, new.signed)
        else:
            yield from _changed(address, old, new)


def _in_reading_order(old: SignedText, new: SignedText) -> Sequence[Address]:
    """Addresses of both sides: those of the text after in its order, each one that is gone behind its old neighbour."""
    order = [*new.orders, *new.fields]
    known = set(order)
    gone: dict[Address, list[Address]] = {}
    last: Address = ()
    for address in (*old.orders, *old.fields):
        if address in known:
            last = address
        else:
            gone.setdefault(last, []).append(address)
    found = list(gone.get((), ()))
    for address in order:
        found += [address, *gone.get(address, ())]
    # Lists before fields would tear a section apart: the first name that is met decides where its section stands.
    rank: dict[str, int] = {}
    for address in (*new.fields, *old.fields):
        rank.setdefault(address[0], len(rank))
    return sorted(found, key=lambda address: rank.get(address[0], len(rank)))


def _changed(address: Address, old: _Reading, new: _Reading) -> Iterator[Difference]:
    was, now = old.signed.fields.get(address), new.signed.fields.get(address)
    before, after = old.shown(address), new.shown(address)
    # True equals 1 in Python, and they are signed as two things.
    if (was, type(was)) == (now, type(now)) and before == after:
        return
    fate = Fate.ADDED if was is None else Fate.REMOVED if now is None else Fate.CHANGED
    group, label = _called(address, old.signed, new.signed)
    shown = shown_address(address)
    if not (old.is_words(address) or new.is_words(address)):
        yield Difference(shown, group, label, fate, (), before, after)
        return
    runs = marks(before, after)
    if differs(runs):
        yield Difference(shown, group, label, fate, runs, before, after)
        # Other branches of a plural or of a choice are signed, too, though the start values do not show them.
        forms = unseen_words(old.raw(address), new.raw(address), new.name_of)
        if fate is Fate.CHANGED and any(forms):
            yield Difference(shown, group, f"{label} for other values", fate, marks(*forms), *forms)
    else:
        yield Difference(shown, group, label, fate, marks(old.raw(address), new.raw(address)), before, after)


def _moved(address: Address, old: SignedText, new: SignedText) -> Iterator[Difference]:
    """Entries of a list that stand elsewhere among those that both texts hold."""
    old_order, new_order = old.orders.get(address, ()), new.orders.get(address, ())
    place = {name: position for position, name in enumerate(old_order)}
    common = [name for name in new_order if name in place]
    staying = _longest_in_order([place[name] for name in common])
    for name in common:
        if place[name] not in staying:
            group, _ = _called((*address, name), old, new)
            where = str(place[name] + 1), str(new_order.index(name) + 1)
            yield Difference(shown_address((*address, name)), group, "place", Fate.MOVED, (), *where)


def _longest_in_order(numbers: Sequence[int]) -> set[int]:
    """The longest run of numbers that go up: what was not moved."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        at = bisect_left(tails, number)
        before[number] = ends[at - 1] if at else None
        tails[at : at + 1] = [number]
        ends[at : at + 1] = [number]
    found: set[int] = set()
    at_end = ends[-1] if ends else None
    while at_end is not None:
        found.add(at_end)
        at_end = before[at_end]
    return found


def _called(address: Address, old: SignedText, new: SignedText) -> tuple[str, str]:
    """Group and label of an address, in words."""
    groups: list[str] = []
    position = 0
    while position < len(address):
        name, unit = address[position], address[: position + 2]
        called = new.names.get(unit) or old.names.get(unit) if len(unit) == position + 2 else None
        if called is not None:
            groups.append(f"{_SECTIONS.get(name, _FIELDS.get(name, name))}: {one_line(called)}")
            position += 2
        elif position == len(address) - 1:
            break
        else:
            groups.append(_SECTIONS.get(name, name.replace("_", " ")))
            position += 1
    left = address[position:]
    label = " ".join(_FIELDS.get(name, name.replace("_", " ")) for name in left)
    return ", ".join(groups), label
