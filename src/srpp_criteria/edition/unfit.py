# SPDX-License-Identifier: Apache-2.0
"""What goes wrong inside the resolution and is caught there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

if TYPE_CHECKING:
    from srpp_criteria.models.base import Model
    from srpp_criteria.models.words import Path


class UnfitOverlay(Exception):
    """An overlay that does not fit its item; `path` points into the overlay's file."""

    def __init__(self, says: str, path: Path) -> None:
        self.path = path
        super().__init__(says)


def fault_of(model: Model) -> str | None:
    """What a model would be refused for if it stood in a file, after its words were exchanged; None if it is sound.

    Exchanged words are not validated where they are put in. Asked once at the end, a sentence that is too long or a
    list that was emptied cannot get into an edition that nobody could read back from its JSON.

    >>> from srpp_criteria.models.item import Part
    >>> fault_of(Part.model_construct(id="limit", text=""))
    'text: String should have at least 1 character'
    """
    try:
        type(model).model_validate_json(model.model_dump_json(by_alias=True))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        return f"{'.'.join(str(step) for step in first['loc'])}: {first['msg'].removeprefix('Value error, ')}"
    return None
