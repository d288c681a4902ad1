# SPDX-License-Identifier: Apache-2.0
"""Data as YAML in which the models explain every field; fields left out stand there as comments.

Each of these comments begins with `#?`: they are help for the author, and `srpp fmt --final` takes them out again.
"""

from __future__ import annotations

import json
import textwrap
import types
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from srpp_criteria.authoring.new_values import needs_quotes, needs_quotes_in_brackets
from srpp_criteria.models.base import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pydantic.fields import FieldInfo

_WIDTH = 110

HELP = "#? "
"""With what a line of help begins; the comments of people begin otherwise."""


def commented(model: type[Model], data: Mapping[str, Any], *, order: Sequence[str] = ()) -> str:
    """A file with these values: each field below its explanation, fields without a value as a comment.

    >>> from srpp_criteria.models.item import Condition
    >>> print(commented(Condition, {"parameter": "agency", "equals": True}))
    #? Snake-case name that stands in braces in the text.
    parameter: agency
    #? true or false for a boolean, the key of an option for a choice.
    equals: true
    <BLANKLINE>
    """
    return "\n".join(_Writing().mapping(model, data, 0, order)) + "\n"


class _Writing:
    """One file on its way; a kind of entry is explained where it is met first."""

    def __init__(self) -> None:
        self._explained: set[type[Model]] = set()

    def mapping(self, model: type[Model], data: Mapping[str, Any], depth: int, order: Sequence[str]) -> Iterator[str]:
        indent = "  " * depth
        explains = model not in self._explained
        self._explained.add(model)
        names = [name for name in order if name in model.model_fields]
        names += [name for name in model.model_fields if name not in names]
        for name in names:
            field = model.model_fields[name]
            if explains:
                yield from (f"{indent}{HELP}{line}" for line in _explanation(field))
            if name in data:
                yield from self._entry(name, data[name], field, depth)
            elif explains:
                yield f"{indent}{HELP}{name}:"

    def _entry(self, name: str, value: Any, field: FieldInfo, depth: int) -> Iterator[str]:
        indent = "  " * depth
        if isinstance(value, str) and "\n" in value:
            yield f"{indent}{name}: |"
            yield from (f"{indent}  {line}" if line else "" for line in value.strip("\n").split("\n"))
        elif isinstance(value, dict) and value:
            yield f"{indent}{name}:"
            inner = None if get_origin(field.annotation) is dict else model_in(field.annotation, value)
            if inner is not None:
                yield from self.mapping(inner, value, depth + 1, ())
            else:
                yield from self._by_name(value, field, depth + 1)
        elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
            yield f"{indent}{name}:"
            for one in value:
                inner = model_in(field.annotation, one)
                lines = list(self.mapping(inner, one, depth + 2, ())) if inner is not None else []
                yield from _as_entry(lines, depth + 1)
        elif isinstance(value, list) and any(" " in one for one in value if isinstance(one, str)):
            yield f"{indent}{name}:"
            yield from (f"{indent}  - {scalar(one)}" for one in value)
        else:
            yield f"{indent}{name}: {scalar(value)}"

    def _by_name(self, values: Mapping[str, Any], field: FieldInfo, depth: int) -> Iterator[str]:
        """A mapping whose keys are names that the author chooses: parameters by name, figures by name."""
        indent = "  " * depth
        for name, value in values.items():
            if not isinstance(value, dict):
                yield f"{indent}{name}: {scalar(value)}"
                continue
            yield f"{indent}{name}:"
            inner = model_in(field.annotation, value)
            if inner is not None:
                yield from self.mapping(inner, value, depth + 1, ())


def scalar(value: Any) -> str:
    """A value, or a list of short ones, as it stands in a line.

    >>> scalar(["pay", "1.0", True, None, 2.5])
    '[pay, "1.0", true, null, 2.5]'
    """
    if isinstance(value, list):
        inside = (
            # A code of digits and hyphens is quoted, as in all files here: it looks like a sum.
            (json.dumps(one, ensure_ascii=False) if one[:1].isdigit() or needs_quotes_in_brackets(one) else one)
            if isinstance(one, str)
            else scalar(one)
            for one in value
        )
        return f"[{', '.join(inside)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {scalar([one])[1:-1]}" for name, one in value.items()) + "}"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False) if needs_quotes(value) else value
    return json.dumps(value)


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """Every model that a type names, in the order in which it names them."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
        return
    for inner in get_args(annotation):
        yield from models_in(inner)


def model_in(annotation: Any, data: Mapping[str, Any]) -> type[Model] | None:
    """The model that a value in a field of this type has; where there are several, the one its `type` names."""
    found = list(models_in(annotation))
    for model in found:
        field = model.model_fields.get("type")
        if field is not None and field.default == data.get("type") and len(found) > 1:
            return model
    return found[0] if found else None


def _as_entry(lines: list[str], depth: int) -> Iterator[str]:
    """The lines of a mapping as an entry of a list; comments above its first key stand above the entry."""
    indent = "  " * depth
    first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (f"{indent}{line.strip()}" for line in lines[:first])
    yield f"{indent}- {lines[first].strip()}"
    yield from lines[first + 1 :]


def _explanation(field: FieldInfo) -> Iterator[str]:
    says = [text for text in (field.description, *_inner_descriptions(field.annotation)) if text]
    if says:
        yield says[0]
    choices = list(dict.fromkeys(_choices(field.annotation)))
    if len(choices) > 1:
        yield from textwrap.wrap(f"One of: {', '.join(choices)}.", _WIDTH, break_on_hyphens=False)


def _inner_descriptions(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation) if get_origin(annotation) in {Annotated, Union, types.UnionType, tuple} else ():
        description = getattr(part, "description", None)
        if isinstance(description, str):
            yield description
        else:
            yield from _inner_descriptions(part)


def _choices(annotation: Any) -> Iterable[str]:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return [str(one.value) for one in annotation]
    if get_origin(annotation) is Literal or isinstance(annotation, type):
        return []
    return [choice for part in get_args(annotation) for choice in _choices(part)]
