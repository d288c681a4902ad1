# SPDX-License-Identifier: Apache-2.0
"""Find and replace the translated words of a model, each under an address that people and PO files use.

The address of a field is its path with list positions replaced by the ids or keys of the entries:
`text.obligation`, `parameters.max_tiers.label`, `guidance.watch_outs.2`. It survives reordering, so that a translation
stays with its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic.fields import FieldInfo

from srpp_criteria.models.base import Model, Translated

Path = tuple[str | int, ...]
M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Words:
    """Translatable words of a model: where they are, what they say, and whether they are an ICU message."""

    address: str
    path: Path
    text: str
    message: bool


@dataclass(frozen=True, slots=True)
class _Slot:
    """A field of a model class that holds translatable words, or models that may."""

    name: str
    words: Translated | None


def words_of(model: Model) -> Iterator[Words]:
    """All translatable words of a model, in reading order.

    >>> from srpp_criteria.models.item import Part
    >>> part = Part(id="limit", title="Limit", text="At most {n}.")
    >>> [(w.address, w.message) for w in words_of(part)]
    [('title', False), ('text', True)]
    """
    found: list[Words] = []
    _collect(model, "", (), None, found)
    return iter(found)


def with_words(model: M, replaced: Mapping[str, str]) -> M:
    """The same model with other words at the given addresses; what is not named stays.

    The result is not validated again: shapes do not change, only words do.

    >>> from srpp_criteria.models.item import Part
    >>> with_words(Part(id="limit", text="At most {n}."), {"text": "Høyst {n}."}).text
    'Høyst {n}.'
    """
    if not replaced:
        return model
    rewritten: M = _rewrite(model, "", replaced)
    return rewritten


def _collect(value: Any, address: str, path: Path, words: Translated | None, found: list[Words]) -> None:
    """Gather words in reading order; a list is handed down, because nested generators cost more than all else here."""
    if isinstance(value, str):
        if words is not None:
            found.append(Words(address, path, value, words.message))
    elif isinstance(value, Model):
        prefix = f"{address}." if address else ""
        in_text = address.startswith("text.")
        for slot in _slots(type(value)):
            inner = getattr(value, slot.name)
            if inner is not None:
                name = slot.name
                inner_address = address if in_text and name == "text" else prefix + name
                _collect(inner, inner_address, (*path, name), slot.words, found)
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            name = entry_name(inner, position + 1)
            _collect(inner, f"{address}.{name}" if address else name, (*path, position), words, found)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            _collect(inner, f"{address}.{name}" if address else name, (*path, name), words, found)


def _rewrite(value: Any, address: str, replaced: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return replaced.get(address, value)
    if isinstance(value, Model):
        changed: dict[str, Any] = {}
        for slot in _slots(type(value)):
            old = getattr(value, slot.name)
            if old is not None:
                new = _rewrite(old, _join(address, slot.name), replaced)
                if new is not old:
                    changed[slot.name] = new
        return value.model_copy(update=changed) if changed else value
    if isinstance(value, tuple):
        return _kept_if_same(value, tuple(_rewrite(i, _join(address, name), replaced) for name, i in _named(value)))
    if isinstance(value, Mapping):
        new = {name: _rewrite(inner, _join(address, name), replaced) for name, inner in value.items()}
        return value if all(new[name] is value[name] for name in new) else new
    return value


def _kept_if_same(old: tuple[Any, ...], new: tuple[Any, ...]) -> tuple[Any, ...]:
    return old if all(a is b for a, b in zip(old, new, strict=True)) else new


def _named(values: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    for position, value in enumerate(values, 1):
        yield entry_name(value, position), value


def entry_name(value: object, position: int) -> str:
    """What an entry of a list is called in an address: its id or key, otherwise its position from 1."""
    attribute = _naming_field(type(value)) if isinstance(value, Model) else None
    return str(getattr(value, attribute)) if attribute is not None else str(position)


@cache
def _naming_field(cls: type[Model]) -> str | None:
    """The field by which entries of this class are named, if they have one."""
    return next((name for name in ("id", "key", "mark", "band", "item") if name in cls.model_fields), None)


def _join(address: str, name: str) -> str:
    """Add a name; the text of a part is called by the part alone, as people say it."""
    if name == "text" and address.startswith("text."):
        return address
    return f"{address}.{name}" if address else name


@cache
def _slots(cls: type[Model]) -> tuple[_Slot, ...]:
    found = []
    for name, field in cls.model_fields.items():
        words, models = _search_field(field)
        if words is not None or models:
            found.append(_Slot(name, words))
    return tuple(found)


def _search_field(field: FieldInfo) -> tuple[Translated | None, bool]:
    marked = next((m for m in field.metadata if isinstance(m, Translated)), None)
    words, models = _search(field.annotation)
    return marked or words, models


def _search(annotation: Any) -> tuple[Translated | None, bool]:
    """Whether translatable words, or models, occur anywhere in a type."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return None, True
    if get_origin(annotation) is Literal:
        return None, False
    words, models = None, False
    if get_origin(annotation) is Annotated:
        words = next((m for m in annotation.__metadata__ if isinstance(m, Translated)), None)
    for argument in get_args(annotation):
        inner_words, inner_models = _search(argument)
        words, models = words or inner_words, models or inner_models
    return words, models
