# SPDX-License-Identifier: Apache-2.0
"""How heavy a change is at least, and why: what an author may call patch, minor or major.

The rule errs to the strict side. A field is a matter of duty unless it stands in the short list of fields whose words
only explain; an addition is one more duty unless it stands in the short list of additions that oblige nobody. Hence a
new field of the models is a matter of duty until somebody decides otherwise here. Why: docs/decisions/0033.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.comparison.duty_words import duties, tokens
from srpp_criteria.comparison.signed_fields import Address, Leaf, SignedText, shown_address, signed_text
from srpp_criteria.models.item import Weight

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Item
    from srpp_criteria.models.registers import Ladder

_HEAVINESS = {Weight.PATCH: 1, Weight.MINOR: 2, Weight.MAJOR: 3, Weight.FIRST: 4}

EXPLAINING_PARTS = frozenset(
    {
        "closing-words",
        "example",
        "explanation",
        "filling-in",
        "how-to-fill",
        "instruction",
        "introduction",
        "invitation",
    }
    | {"note", "preparation", "reason"}
)
"""Ids of parts that explain; every other part obliges somebody. In a clause every part does."""

_ANY = "*"

_EXPLAINING: tuple[Address, ...] = (
    ("title",),
    ("text", _ANY, "title"),
    ("parameters", _ANY, "label"),
    ("evidence", _ANY, "how_checked"),
    ("scoring", "examples", _ANY, "case"),
    ("sections", _ANY, "title"),
    ("sections", _ANY, "fields", _ANY, "label"),
    ("sections", _ANY, "fields", _ANY, "help"),
    ("columns", _ANY, "label"),
    ("columns", _ANY, "help"),
    ("questions", _ANY, "question"),
    ("questions", _ANY, "why"),
    ("questions", _ANY, "good_answer"),
    ("checks", _ANY, "check"),
    ("agenda", _ANY, "point"),
    ("agenda", _ANY, "material"),
    ("agenda", _ANY, "decision"),
    ("ladder", "parameters", _ANY, "label"),
    ("ladder", "steps", _ANY, "title"),
)
"""Fields whose words may be mended, as long as no party, figure, time limit or word such as "only" is touched."""

_FIGURES_OF_AN_EXAMPLE: Address = ("scoring", "examples", _ANY, "figures", _ANY)

_ADDED_FREELY: tuple[Address, ...] = (
    ("parameters", _ANY),
    ("parameters", _ANY, "options", _ANY),
    ("ladder", "parameters", _ANY),
    ("ladder", "parameters", _ANY, "options", _ANY),
    ("scoring", "examples", _ANY),
    ("questions", _ANY),
    ("agenda", _ANY),
)
"""Additions that leave everybody's duty: what a new figure does is said by the words that use it."""

_ORDERED_DUTIES = frozenset({("text",), ("ladder", "steps"), ("scoring", "anchors")})
"""Lists whose order is part of what is owed; others may be sorted anew."""

_NAMES_ONLY = frozenset({"standards"})
"""Lists of what is accepted: one more takes nothing from anybody."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a change is at least as heavy as it is.

    Attributes:
        address: the field, such as text.obligation.
        why: what happened to it, in a few words.
        weight: what this field alone demands.
    """

    address: str
    why: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class Least:
    """The smallest honest weight of a change.

    Attributes:
        weight: major, minor or patch.
        reasons: every change that demands it, then the lighter ones.
    """

    weight: Weight
    reasons: tuple[Reason, ...]

    @property
    def decisive(self) -> tuple[Reason, ...]:
        """The reasons that demand the weight."""
        return tuple(reason for reason in self.reasons if reason.weight is self.weight)


def least_change(
    before: Item, after: Item, *, ladders: tuple[Ladder | None, Ladder | None] = (None, None), language: str = "en"
) -> Least | None:
    """The smallest honest weight of what changed between two versions of an item; None if nothing signed changed.

    Args:
        before: the version that people hold.
        after: the text that shall replace it.
        ladders: the remedy ladders of both, with the figures of the item; a change there changes the clause.
        language: language of both texts; only English has words that can be mended without touching the duty.

    >>> from srpp_criteria import Library
    >>> from srpp_criteria.models.words import with_words
    >>> item = Library.load().edition("en")["construction-subcontracting-tier-limit"].item
    >>> least = least_change(item, with_words(item, {"text.agency": "No agency is permitted."}))
    >>> least.weight.value, [(reason.address, reason.why) for reason in least.reasons]
    ('major', [('text.agency', 'the words of an obligation changed')])
    >>> least_change(item, with_words(item, {"title": "Cap on the number of subcontracting tiers"})).weight.value
    'patch'
    """
    old, new = signed_text(before, ladders[0]), signed_text(after, ladders[1])
    found = list(_reasons(old, new, language))
    if not found:
        return None
    found.sort(key=lambda reason: -_HEAVINESS[reason.weight])  # stable: in reading order within a weight
    return Least(found[0].weight, tuple(found))


def least_change_of(before: Entry, after: Entry) -> Least | None:
    """The smallest honest weight between two entries of one language, with their remedy ladders."""
    language = after.locale.partition("-")[0]
    return least_change(before.item, after.item, ladders=(before.ladder, after.ladder), language=language)


def heaviest(weights: Sequence[Weight]) -> Weight | None:
    """The heaviest of several weights: what a reader who skipped versions has to reckon with.

    >>> heaviest([Weight.PATCH, Weight.MAJOR, Weight.MINOR]).value
    'major'
    """
    return max(weights, key=lambda weight: _HEAVINESS[weight], default=None)


def _reasons(old: SignedText, new: SignedText, language: str) -> Iterator[Reason]:
    told: set[Address] = set()
    for unit in new.names:
        if not old.holds(unit) and not _is_inside(unit, told):
            told.add(unit)
            yield _added(unit, old, new, language)
    for unit in old.names:
        if not new.holds(unit) and not _is_inside(unit, told):
            told.add(unit)
            yield Reason(shown_address(unit), "was removed", Weight.MAJOR)
    for address in dict.fromkeys((*new.fields, *old.fields)):
        was, now = old.fields.get(address), new.fields.get(address)
        # True equals 1 in Python, and they are signed as two things.
        if (was, type(was)) != (now, type(now)) and not _is_inside(address, told):
            yield _changed(address, was, now, new, language)
    for address, order in new.orders.items():
        if address in old.orders:
            common = set(order) & set(old.orders[address])
            if [n for n in order if n in common] != [n for n in old.orders[address] if n in common]:
                weight = Weight.MAJOR if address in _ORDERED_DUTIES else Weight.PATCH
                yield Reason(shown_address(address), "stands in another order", weight)


def _added(unit: Address, old: SignedText, new: SignedText, language: str) -> Reason:
    """A whole entry that came: a part, a proof, a field, a step."""
    shown = shown_address(unit)
    inside = {address: value for address, value in new.fields.items() if address[: len(unit)] == unit}
    harmless = _fits(unit, _ADDED_FREELY)
    why = "was added"
    if unit[0] == "text":
        condition = inside.get((*unit, "when"))
        if condition is not None and _is_off(str(condition), old, new):
            return Reason(shown, "was added, and is left out unless the buyer chooses it", Weight.MINOR)
        harmless = _explains((*unit, "text"), new) and not any(
            duties(str(value), language) for value in inside.values()
        )
        why = "an explanation was added" if harmless else "an obligation was added"
    elif unit[0] in {"sections", "columns"}:
        required = [value for address, value in inside.items() if address[-1] == "required"]
        harmless = bool(required) and not any(required)
        why = "fields were added" if harmless else "fields that must be filled in were added"
    elif unit[0] == "checks":
        harmless = inside.get((*unit, "critical")) is not True
    return Reason(shown, why, Weight.MINOR if harmless else Weight.MAJOR)


def _is_off(condition: str, old: SignedText, new: SignedText) -> bool:
    """Whether a condition hangs on a new parameter and does not hold with its start value."""
    name, _, wanted = condition.partition(" = ")
    parameter = ("parameters", name)
    if old.holds(parameter) or not new.holds(parameter):
        return False
    default = new.fields.get((*parameter, "default"))
    is_value = f'"{default}"' if isinstance(default, str) else str(default).lower()
    return wanted != is_value


def _changed(address: Address, was: Leaf | None, now: Leaf | None, new: SignedText, language: str) -> Reason:
    """One field of an entry that both texts hold."""
    shown = shown_address(address)
    if isinstance(was, tuple) and isinstance(now, tuple) and address[-1] in _NAMES_ONLY:
        if set(was) <= set(now):
            return Reason(shown, "more is accepted", Weight.MINOR if set(was) < set(now) else Weight.PATCH)
        return Reason(shown, "less is accepted", Weight.MAJOR)
    if was is None and address[-1] in _NAMES_ONLY:
        return Reason(shown, "more is accepted", Weight.MINOR)
    if _fits(address, (_FIGURES_OF_AN_EXAMPLE,)):
        return Reason(shown, "an example is left out for other values", Weight.PATCH)
    before, after = ("" if value is None else value for value in (was, now))
    if not isinstance(before, str) or not isinstance(after, str) or not _is_sentence(address):
        return Reason(shown, f"{_written(was)} became {_written(now)}", Weight.MAJOR)
    if before and after and tokens(before) == tokens(after):
        return Reason(shown, "only punctuation, case, spaces or emphasis changed", Weight.PATCH)
    if not _explains(address, new):
        return Reason(shown, "the words of an obligation changed", Weight.MAJOR)
    if duties(before, language) != duties(after, language):
        return Reason(shown, "a party, a figure, a time limit or a word such as only or must changed", Weight.MAJOR)
    if not before:
        return Reason(shown, "an explanation was added", Weight.MINOR)
    return Reason(shown, "words changed that only explain", Weight.PATCH)


_SENTENCES = frozenset(
    {"text", "title", "label", "help", "what", "how_checked", "indicator", "target", "due", "duty", "specific", "rule"}
    | {"means", "case", "question", "why", "good_answer", "check", "follow_up", "point", "material", "decision"}
    | {"applies_to", "skip_rule", "cap_rule"}
)
"""Names of fields that hold sentences; in all others the value itself is the matter."""


def _is_sentence(address: Address) -> bool:
    return address[-1] in _SENTENCES


def _explains(address: Address, text: SignedText) -> bool:
    """Whether the words of a field explain and bind nobody."""
    if _fits(address, _EXPLAINING):
        return True
    is_part = address[0] == "text" and address[2:] == ("text",)
    return is_part and address[1] in EXPLAINING_PARTS and text.fields.get(("kind",)) != "clause"


def _fits(address: Address, patterns: Sequence[Address]) -> bool:
    return any(
        len(pattern) == len(address) and all(name in {_ANY, own} for name, own in zip(pattern, address, strict=True))
        for pattern in patterns
    )


def _is_inside(address: Address, units: set[Address]) -> bool:
    return any(address[:length] in units for length in range(1, len(address) + 1))


def _written(value: Leaf | None) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "nothing"
    return str(value)
