# SPDX-License-Identifier: Apache-2.0
"""Where every value of an entry came from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from srpp_criteria.edition.draft import Origin
from srpp_criteria.errors import UnknownField
from srpp_criteria.models.base import Model
from srpp_criteria.models.words import Path, entry_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Item
    from srpp_criteria.shelf.shelved import Shelved


Trace: TypeAlias = "Callable[[str, Path], Origin]"
"""Tells the origin of a value from its address and its path in the base file."""


class Provenance:
    """Origins of one entry's values, by address (`text.obligation`, `parameters.max_tiers.default`)."""

    def __init__(self, entry: Entry, trace: Trace) -> None:
        self._entry = entry
        self._trace = trace

    def of(self, address: str) -> tuple[Any, Origin]:
        """The value at an address and where it came from; a value inside a changed one came with it.

        Raises:
            UnknownField: the entry has no such field.
        """
        found = self._fields.get(address)
        if found is None:
            raise UnknownField(self._entry.id, address, self._fields)
        path, value = found
        return value, self._trace(address, path)

    def addresses(self) -> list[str]:
        """Every address that can be asked for."""
        return list(self._fields)

    @cached_property
    def _fields(self) -> dict[str, tuple[Path, Any]]:
        fields = {name: (path, value) for name, path, value in fields_of(self._entry.item)}
        if self._entry.ladder is not None:
            at_key: Path = ("remedies", "ladder")
            fields |= {f"ladder.{name}": (at_key, value) for name, _, value in fields_of(self._entry.ladder)}
        return fields


def traced(base: Shelved[Item], changed: Mapping[str, Origin]) -> Trace:
    """Trace values to what the steps changed, otherwise to the line of the base file."""

    def trace(address: str, path: Path) -> Origin:
        nearest = address
        while nearest:
            if nearest in changed:
                return changed[nearest]
            nearest = nearest.rpartition(".")[0]
        return Origin("base", base.place(path))

    return trace


def fields_of(model: Model) -> Iterator[tuple[str, Path, Any]]:
    """Every value of a model with its address and path, parents before children."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if value is not None:
            yield from _inside(value, name, (name,))


def _inside(value: Any, address: str, path: Path) -> Iterator[tuple[str, Path, Any]]:
    if not (address.startswith("text.") and isinstance(value, Model)):
        yield address, path, value
    if isinstance(value, Model):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            if inner is not None:
                short = address if name == "text" and address.startswith("text.") else f"{address}.{name}"
                yield from _inside(inner, short, (*path, name))
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            yield from _inside(inner, f"{address}.{entry_name(inner, position + 1)}", (*path, position))
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _inside(inner, f"{address}.{name}", (*path, name))
