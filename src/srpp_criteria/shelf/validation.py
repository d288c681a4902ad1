# SPDX-License-Identifier: Apache-2.0
"""Turn plain data into a model, and what Pydantic says about it into plain sentences with a line.

| Code | What is wrong |
|---|---|
| SRPP120 | a field is missing |
| SRPP121 | a field is unknown |
| SRPP122 | a value has the wrong type |
| SRPP123 | a word has the wrong form (an id, a version, a code, an address) |
| SRPP124 | a list or text is too short or too long, or a number out of range |
| SRPP125 | a word is not one of the known choices |
| SRPP126 | an id is not the name of its file |
| SRPP127 | two files have the same id |
| SRPP128 | a file in registers/ is no register |
| SRPP130 | values do not fit each other |
| SRPP131 | a parameter's default lies outside its bounds |
"""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from srpp_criteria.diagnostics import Diagnostic
from srpp_criteria.shelf.shelved import Shelved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic_core import ErrorDetails

    from srpp_criteria.models.base import Model
    from srpp_criteria.models.words import Path
    from srpp_criteria.source import Plain, SourceFile

T = TypeVar("T")

_LOW, _HIGH = ("min_length", "ge", "gt"), ("max_length", "le", "lt")
"""What Pydantic calls the limits in the context of an error."""

LONGEST_SHOWN = 60
"""Characters of a wrong value that are repeated in a message."""

_TYPES = {
    "string_type": "a text (put it in quotes if it looks like a number)",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping (name: value)",
    "model_type": "a mapping (name: value)",
    "model_attributes_type": "a mapping (name: value)",
    "date_type": "a day such as 2026-11-22",
    "date_parsing": "a day such as 2026-11-22",
    "date_from_datetime_parsing": "a day such as 2026-11-22",
    "date_from_datetime_inexact": "a day such as 2026-11-22",
    "none_required": "null",
}


def validated(file: SourceFile, shape: TypeAdapter[T]) -> tuple[Shelved[T] | None, list[Diagnostic]]:
    """The model a file describes, or what is wrong with the file; all of it at once."""
    if file.data is None:
        return None, []
    try:
        value = shape.validate_json(json.dumps(file.data, ensure_ascii=False))
    except ValidationError as error:
        return None, list(explained(error, file))
    except UnicodeEncodeError:  # lone surrogates: the reader refuses them, this is the second lock on the door
        return None, [
            Diagnostic(file.places.value(()), "SRPP122", "the file holds characters that are not Unicode text")
        ]
    return Shelved(value, file.file, file.places), []


def explained(error: ValidationError, file: SourceFile) -> Iterator[Diagnostic]:
    """Each complaint of Pydantic in words that a drafter knows, at the line it is about."""
    seen = set()
    for detail in error.errors(include_url=False):
        path, at = _path(detail["loc"], file.data)
        if detail["type"] == "too_short" and isinstance(at, list) and len(at) >= detail["ctx"]["min_length"]:
            continue  # Pydantic counts only the sound entries; what is wrong with the others is said already
        code, says, hint = _sentence(detail, path, at)
        is_unknown = detail["type"] == "extra_forbidden"
        place = file.places.key(path) if is_unknown else file.places.of_error(detail["loc"])
        if (place, code, says) not in seen:  # the branches of a union repeat each other
            seen.add((place, code, says))
            yield Diagnostic(place, code, says, hint)


def _path(location: Sequence[str | int], data: Plain) -> tuple[Path, Plain]:
    """Where in the data an error is: Pydantic also names the branch of a union, which is not in the file."""
    path: list[str | int] = []
    here = data
    for step in location:
        if (isinstance(here, dict) and isinstance(step, str) and step in here) or (
            isinstance(here, list) and isinstance(step, int) and step < len(here)
        ):
            path.append(step)
            here = here[step]  # type: ignore[index]  # narrowed by the condition above
    return tuple(path), here


def _sentence(detail: ErrorDetails, path: Path, value: Plain) -> tuple[str, str, str]:
    kind, context, location = detail["type"], detail.get("ctx", {}), detail["loc"]
    name = str(next((s for s in reversed(location) if isinstance(s, str) and not s.startswith("[")), "file"))
    where = str(path[-1]) if path and isinstance(path[-1], str) else name
    if kind == "missing":
        return "SRPP120", f'field "{name}" is missing', f"add {name}: to this entry"
    if kind == "extra_forbidden":
        return "SRPP121", f'field "{name}" is unknown', _near(name, _known_fields())
    if kind in {"literal_error", "enum", "union_tag_invalid"}:
        allowed = str(context.get("expected") or context.get("expected_tags") or "")
        options = [part.strip(" '") for part in allowed.replace(" or ", ", ").split(",")]
        if kind == "union_tag_invalid":
            where, value = str(context.get("discriminator", "")).strip("'"), context.get("tag")
        return (
            "SRPP125",
            f'{where} "{_short(value)}" is unknown',
            _near(str(value), options) or f"one of: {', '.join(options)}",
        )
    if kind == "union_tag_not_found":
        tag = str(context.get("discriminator", "")).strip("'")
        return "SRPP120", f'field "{tag}" is missing', f"add {tag}: to this entry"
    if kind in _TYPES:
        return "SRPP122", f'{where} is "{_short(value)}"', f"expected {_TYPES[kind]}"
    if kind == "string_pattern_mismatch":
        return (
            "SRPP123",
            f'{where} "{_short(detail["input"])}" has the wrong form',
            f"expected {context.get('pattern')}",
        )
    if kind == "bounds":
        says, _, hint = detail["msg"].partition(" (")
        return "SRPP131", says, hint.removesuffix(")")
    if kind == "value_error":
        says, _, hint = detail["msg"].removeprefix("Value error, ").partition(" (")
        return "SRPP130", says, hint.removesuffix(")")
    if kind.endswith(("too_short", "too_long", "_than", "_than_equal")):
        return "SRPP124", *_size(kind, context, where, value)
    return "SRPP122", f"{where}: {detail['msg'][0].lower()}{detail['msg'][1:]}", ""


def _size(kind: str, context: Mapping[str, Any], where: str, value: Plain) -> tuple[str, str]:
    """What is too little or too much, and how much it may be."""
    low, high = (next((context[n] for n in names if n in context), None) for names in (_LOW, _HIGH))
    limit = f"at least {low}" if low is not None else f"at most {high}"
    if kind.startswith("string"):
        length = len(value) if isinstance(value, str) else 0
        return f"{where} has {length} characters", limit
    if kind in {"too_short", "too_long"}:
        return f"{where} has {context.get('actual_length', 0)} entries", limit
    return f"{where} is {_short(value)}", limit


def _known_fields() -> list[str]:
    """Names a drafter may have meant; Pydantic does not tell them, so all fields of all models are candidates."""
    from srpp_criteria.models.base import Model

    return sorted({name for model in _all_models(Model) for name in model.model_fields})


def _all_models(cls: type[Model]) -> Iterator[type[Model]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _all_models(sub)


def _near(word: str, known: Sequence[str]) -> str:
    found = get_close_matches(word, known, n=1)
    return f'did you mean "{found[0]}"?' if found else ""


def _short(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
