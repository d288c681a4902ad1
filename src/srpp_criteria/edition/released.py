# SPDX-License-Identifier: Apache-2.0
"""Entries into lines of the register of published texts, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from srpp_criteria.edition.entry import Entry
from srpp_criteria.edition.stamp import item_json, ladder_json
from srpp_criteria.errors import UnreadableRelease
from srpp_criteria.models.published import PublishedText

if TYPE_CHECKING:
    from srpp_criteria.models.base import Day

_ENTRY: TypeAdapter[Entry] = TypeAdapter(Entry)


def published(entry: Entry, day: Day) -> PublishedText:
    """The line that a release on this day writes for an entry."""
    return PublishedText(
        item=entry.item.id,
        version=entry.item.version,
        locale=entry.locale,
        revision=entry.revision,
        released=day,
        sha256=entry.sha256,
        entry=entry_json(entry),
    )


def entry_json(entry: Entry) -> dict[str, Any]:
    """A whole entry as plain JSON data, without what has its default."""
    found = entry.model_dump(mode="json", exclude_defaults=True, exclude={"item", "ladder"})
    found["item"] = item_json(entry.item)
    found["ladder"] = None if entry.ladder is None else ladder_json(entry.ladder)
    return found


def entry_of(text: PublishedText) -> Entry:
    """The entry as it was released, as an object of today's models.

    Raises:
        UnreadableRelease: the line does not fit today's models, or its entry is of another text than it says.
    """
    try:
        entry = _ENTRY.validate_json(json.dumps(text.entry))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in first["loc"])
        raise UnreadableRelease(text.stamp, f"{field}: {first['msg']}") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableRelease(text.stamp, "its entry is no JSON that can be read") from error
    told = (text.item, text.version, text.locale, text.revision, text.sha256)
    if told != (entry.id, entry.version, entry.locale, entry.revision, entry.sha256):
        raise UnreadableRelease(text.stamp, "its entry belongs to another text")
    return entry
