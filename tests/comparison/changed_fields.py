# SPDX-License-Identifier: Apache-2.0
"""The texts of the library, each time with another single field changed.

    for address, before, after in changed_fields():
        ...

A field is found in the data and not in a list, so that a new one is walked, too. Of fields that are alike (the proofs
of all clauses, say) one is changed in each kind of item.
"""

from __future__ import annotations

import copy
import json
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from srpp_criteria import Entry, Library
from srpp_criteria.errors import InvalidValue
from srpp_criteria.models.signed import NOT_SIGNED

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)

Steps = tuple[str | int, ...]

_DEEP_ENOUGH = 2
"""Of advice and other fields that nobody signs, only the whole is changed."""

_TRIES = 8
"""How often a change that the models refuse is tried again elsewhere."""


@cache
def master() -> tuple[Entry, ...]:
    """All texts of the master edition."""
    return tuple(Library.load().edition("en"))


@cache
def changed_fields() -> tuple[tuple[str, Entry, Entry], ...]:
    """An address, a text, and the same text with the field at this address changed, taken away or put elsewhere."""
    found: list[tuple[str, Entry, Entry]] = []
    seen: Counter[Any] = Counter()
    whole = [(entry, json.loads(entry.model_dump_json())) for entry in master()]
    pool = _pool(data for _, data in whole)
    for entry, data in whole:
        for steps, value in _values(data["item"], ("item",)):
            if len(steps) <= _DEEP_ENOUGH or steps[1] not in NOT_SIGNED:
                found += _changed(entry, data, steps, value, pool, seen)
        if data["ladder"] is not None:
            for steps, value in _values(data["ladder"], ("ladder",)):
                found += _changed(entry, data, steps, value, pool, seen)
    return tuple(found)


def _changed(
    entry: Entry, data: Any, steps: Steps, value: Any, pool: dict[str, list[Any]], seen: Counter[Any]
) -> Iterator[tuple[str, Entry, Entry]]:
    shape = (entry.item.kind, tuple("*" if isinstance(step, int) else step for step in _without_names(steps)))
    for sort, other in _others(value, pool[str(steps[-1])]):
        if seen[shape, sort] >= _TRIES:
            continue
        seen[shape, sort] += 1
        changed = copy.deepcopy(data)
        _put(changed, steps, other)
        try:
            after = _ENTRY.validate_json(json.dumps(changed))
            after.fill()
        except (ValidationError, InvalidValue):
            continue
        if after != entry:
            seen[shape, sort] = _TRIES
            yield f"{entry.id}: {'.'.join(map(str, steps))} ({sort})", entry, after


def _others(value: Any, pool: list[Any]) -> Iterator[tuple[str, Any]]:
    """Other values that might stand there; what the models refuse is passed over."""
    if isinstance(value, bool):
        yield "other", not value
    elif isinstance(value, str):
        yield "longer", f"{value} too"
        yield "spaces", f"{value} "
    elif isinstance(value, int | float):
        yield "higher", value + 1
        yield "lower", value - 1
    elif isinstance(value, list) and value:
        yield "shorter", value[:-1]
        yield "turned", value[::-1]
        if value != value[:1] * len(value):
            yield "moved", [*value[1:], value[0]]
    for other in pool:
        if other != value:
            yield "another", other
    yield "none", None


def _without_names(steps: Steps) -> Steps:
    """The names of parameters are not part of the shape."""
    return tuple("*" if at and steps[at - 1] in {"parameters", "figures", "offer"} else s for at, s in enumerate(steps))


def _values(value: Any, steps: Steps) -> Iterator[tuple[Steps, Any]]:
    if len(steps) > 1:
        yield steps, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, (*steps, name))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _values(inner, (*steps, position))


def _pool(all_data: Any) -> dict[str, list[Any]]:
    """Values by the name of their field: what stands there in other texts may stand here."""
    found: dict[str, list[Any]] = defaultdict(list)
    for data in all_data:
        for steps, value in (*_values(data["item"], ("item",)), *_values(data["ladder"] or {}, ("ladder",))):
            known = found[str(steps[-1])]
            if len(known) < 6 and value is not None and value not in known:
                known.append(value)
    return found


def _put(data: Any, steps: Steps, value: Any) -> None:
    for step in steps[:-1]:
        data = data[step]
    if value is None and isinstance(data, dict):
        del data[steps[-1]]
    else:
        data[steps[-1]] = value
