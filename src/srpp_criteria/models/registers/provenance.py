# SPDX-License-Identifier: Apache-2.0
"""Where an entry of a register comes from: what was read, where, on which day, and what rests on memory only."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from srpp_criteria.models.base import Model, Note, Seen, Url


class Via(StrEnum):
    """Through what kind of source something was read."""

    OFFICIAL = "official"
    SECONDARY = "secondary"


class Sourced(Model):
    """A statement that says how far it was looked up.

    What nobody read has `seen: null`: it stays unverified wherever it is printed, and never hardens by being copied.
    """

    seen: Seen
    via: Via | None = Field(
        default=None,
        description="official: text of the act, court, owner or an official file; secondary: commentary, check again.",
    )
    sources: Annotated[tuple[Url, ...], Field(description="Addresses at which it was read.")] = ()
    from_memory: Note | None = Field(default=None, description="Which part of a seen entry nobody has looked up.")

    @model_validator(mode="after")
    def _seen_has_a_source(self) -> Sourced:
        if self.seen is None and (self.via is not None or self.sources):
            raise ValueError("seen is null, but a source is given (write the day on which it was read)")
        if self.seen is not None and (self.via is None or not self.sources):
            raise ValueError("seen needs via and sources (where was it read? otherwise write seen: null)")
        return self
