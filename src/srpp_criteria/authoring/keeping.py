# SPDX-License-Identifier: Apache-2.0
"""Put the draft of a form where it belongs: a new file, or one more entry of a register that is there already."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from srpp_criteria.authoring.issue_forms import UnreadableForm
from srpp_criteria.authoring.replacing import create_file
from srpp_criteria.authoring.yaml_file import YamlFile
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.models.registers.experience import ExperienceRegister
from srpp_criteria.shelf.validation import validated
from srpp_criteria.source import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from srpp_criteria.authoring.from_form import FormDraft


def keep(draft: FormDraft, folder: Path) -> Path:
    """Write a draft below a folder; the path of the file. Nothing that stands there is changed.

    Raises:
        UnreadableForm: the file is there already and holds no entries, or it holds this one.
        InvalidLibrary: the register that is there is faulty; it is as it was.
    """
    path = folder / draft.path
    try:
        create_file(path, draft.text.encode("utf-8"))
    except FileExistsError:
        if draft.entry is None:
            raise UnreadableForm(f"{path} is there already", "name another folder") from None
        _add(draft.entry, path, folder, file=draft.path)
    return path


def _add(entry: Mapping[str, Any], path: Path, folder: Path, *, file: str) -> None:
    register = YamlFile.open(path, root=folder)
    _see_that_it_is_a_register(path.read_bytes(), file)
    data: Any = register.data
    if any(_told(one) == _told(entry) for one in data["entries"]):
        raise UnreadableForm(f"{path} holds this experience already", "nothing is left to do")
    key = _free_key(entry["key"], {one["key"] for one in data["entries"]})
    register.insert(("entries",), {**entry, "key": key}, at="end")
    _see_that_it_is_a_register(register.text().encode("utf-8"), file)
    register.save()


def _told(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    """What tells one experience from another, as it is written or as it is read."""
    return entry["item"], entry["market"], entry["year"], " ".join(entry["what"].split())


def _free_key(key: str, taken: set[str]) -> str:
    """The key, or with the first number that makes it new.

    >>> _free_key("fair-pay-no-2026", {"fair-pay-no-2026", "fair-pay-no-2026-2"})
    'fair-pay-no-2026-3'
    """
    return next(one for number in count(1) if (one := key if number == 1 else f"{key}-{number}") not in taken)


def _see_that_it_is_a_register(content: bytes, file: str) -> None:
    read = parse_yaml(content, file=file)
    _, complaints = validated(read, TypeAdapter(ExperienceRegister))
    wrong = [*read.diagnostics, *complaints]
    if wrong:
        raise InvalidLibrary(wrong)
