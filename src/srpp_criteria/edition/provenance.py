# SPDX-License-Identifier: Apache-2.0
"""Where every value of an entry came from."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from srpp_criteria.edition.draft import WHOLE, Origin
from srpp_criteria.errors import UnknownField
from srpp_criteria.models.base import Model
from srpp_criteria.models.item import Clause
from srpp_criteria.models.names import ParameterName
from srpp_criteria.models.words import Path, entry_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.shelf.shelf import Shelf


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
            fields |= {f"ladder.{name}": (path, value) for name, path, value in fields_of(self._entry.ladder)}
        return fields


def traced(shelf: Shelf, entry: Entry, changed: Mapping[str, Origin]) -> Trace:
    """Trace values to what the steps changed, otherwise to their line in the file of the item or of the ladders."""
    base = shelf.items[entry.id]
    ladder = entry.ladder
    figures = entry.item.remedies.figures if isinstance(entry.item, Clause) else {}

    def trace(address: str, path: Path) -> Origin:
        figure = figure_of(address)
        if figure in figures and ladder is not None and not ladder.parameters[figure].locked:
            return trace(f"remedies.figures.{figure}", ("remedies", "figures", figure))
        found = nearest(address, changed)
        if found is not None:
            return found
        if ladder is None or not address.startswith("ladder."):
            return Origin("base", base.place(path))
        if address == "ladder.key":
            return trace("remedies.ladder", ("remedies", "ladder"))
        return Origin("register", shelf.registers.ladder_place(ladder.key, path))

    return trace


def nearest(address: str, changed: Mapping[str, Origin]) -> Origin | None:
    """The origin of the change that reaches an address: its own, or that of the value around it.

    The words of a part are called by the part (`text.obligation`); its id, heading and condition are not inside them.
    """
    while address:
        if address in changed:
            return changed[address]
        is_beside_words = address.startswith("text.") and address.count(".") > 1
        address = "text" if is_beside_words else address.rpartition(".")[0]
    return changed.get(WHOLE)


def figure_of(address: str) -> ParameterName:
    """The name of the remedy figure whose default stands at an address; empty for any other address.

    >>> figure_of("ladder.parameters.remedy_days.default")
    'remedy_days'
    """
    head, _, last = address.rpartition(".")
    start = "ladder.parameters."
    return ParameterName(head.removeprefix(start) if last == "default" and head.startswith(start) else "")


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
