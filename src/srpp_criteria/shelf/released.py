# SPDX-License-Identifier: Apache-2.0
"""One line of the register of published texts: what it is is read at once, its long entry only when asked for."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import ValidationError

from srpp_criteria.diagnostics import Place
from srpp_criteria.errors import UnreadableRelease
from srpp_criteria.models.published import PublishedText

if TYPE_CHECKING:
    from srpp_criteria.models.base import Model

# A register of 10,000 texts holds some hundred megabytes of entries; a command that wants one of them reads one.
_HEAD = re.compile(
    rb'\{"srpp":1,"item":"([a-z0-9]+(?:-[a-z0-9]+)*)","version":"((?:0|[1-9]\d{0,5})(?:\.(?:0|[1-9]\d{0,5})){2})",'
    rb'"locale":"([a-z]{2,3}(?:-[A-Z]{2}(?:-[A-Z0-9]{1,3})?)?)","revision":([1-9]\d{0,5}),'
    rb'"released":"(\d{4}-\d{2}-\d{2})","sha256":"([0-9a-f]{64})","entry":\{.*\}\}',
    re.DOTALL,
)


@dataclass(frozen=True)
class Released:
    """Which text was released, and where it is on record."""

    item: str
    version: str
    locale: str
    revision: int
    released: dt.date
    sha256: str
    release: str
    """Folder of the release, such as 2026-11-29."""
    place: Place
    line: bytes = field(repr=False)

    @classmethod
    def parse(cls, line: bytes, release: str, place: Place) -> Released | None:
        """Read the head of a line; None if it does not begin as `srpp release` writes it."""
        head = _HEAD.fullmatch(line)
        if head is None:
            return None
        item, version, locale, revision, day, sha256 = (group.decode("ascii") for group in head.groups())
        try:
            released = dt.date.fromisoformat(day)
        except ValueError:
            return None
        return cls(item, version, locale, int(revision), released, sha256, release, place, line)

    @classmethod
    def of(cls, text: PublishedText, release: str = "", place: Place | None = None) -> Released:
        """The line of a text; without a folder it belongs to a release named by its day."""
        release = release or text.released.isoformat()
        place = place or Place(f"criteria/published/{release}/{text.locale}.jsonl")
        return cls(
            item=text.item,
            version=text.version,
            locale=text.locale,
            revision=text.revision,
            released=text.released,
            sha256=text.sha256,
            release=release,
            place=place,
            line=dumped(text),
        )

    @property
    def stamp(self) -> str:
        """The line that stands below every copy of this text."""
        return f"srpp:{self.item}@{self.version}+{self.locale}.{self.revision}#{self.sha256[:8]}"

    @property
    def order(self) -> tuple[tuple[int, ...], int]:
        """By which the texts of an item in a locale are put in order: version, then revision."""
        return version_numbers(self.version), self.revision

    @cached_property
    def text(self) -> PublishedText:
        """The whole line.

        Raises:
            UnreadableRelease: the rest of the line is broken.
        """
        try:
            text = PublishedText.model_validate_json(self.line)
        except ValidationError as error:
            raise UnreadableRelease(self.stamp, error.errors(include_url=False)[0]["msg"]) from error
        if text.stamp != self.stamp or text.sha256 != self.sha256:
            raise UnreadableRelease(self.stamp, "a field stands twice in its line")
        return text


def version_numbers(version: str) -> tuple[int, ...]:
    """The three numbers of a version, so that 1.10.0 comes after 1.9.0.

    >>> version_numbers("1.10.0") > version_numbers("1.9.0")
    True
    """
    return tuple(int(number) for number in version.split("."))


def dumped(model: Model) -> bytes:
    """A line or seal as the register holds it: one form, so that a hash over its bytes means something."""
    return json.dumps(
        model.model_dump(mode="json"), separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()
