# SPDX-License-Identifier: Apache-2.0
"""What was found in a draft, as data; people and programs read it in their own way."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from srpp_criteria.recognition.stamps import StampFound


MOST_OF_A_PIECE: Final = 2
"""A draft with more texts is taken for a whole tender."""


class Verdict(StrEnum):
    """Whether a text stands in the draft as it was published."""

    EXACT = "exact"
    EXACT_IN_PART = "exact-in-part"
    ALTERED = "altered"


class State(StrEnum):
    """The same of one passage."""

    EXACT = "exact"
    ALTERED = "altered"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one fate: `kept`, `deleted`, `inserted`."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class PassageFound:
    """One passage of a text."""

    address: str
    kind: str
    state: State
    moved: bool = False
    block: int | None = None
    """Where it begins in the draft, counted from 0."""
    runs: tuple[Run, ...] = ()
    """Word by word, if it is altered."""


@dataclass(frozen=True, slots=True)
class TextName:
    """A known text."""

    version: str
    locale: str
    revision: int
    stamp: str
    released: bool


@dataclass(frozen=True, slots=True)
class TextFound:
    """One text in the draft."""

    item: str
    title: str
    text: TextName
    also: tuple[TextName, ...]
    """Texts that the draft's words fit as well."""
    verdict: Verdict
    stamped: bool
    """Its very stamp stands in the draft."""
    blocks: tuple[int, int]
    """First and last block of the draft that hold its words."""
    passages: tuple[PassageFound, ...]
    values: dict[str, tuple[str, ...]]
    open_blanks: tuple[str, ...]
    newer: TextName | None
    """A newer version, or a newer revision of the same one."""
    deprecated: bool
    superseded_by: str | None

    @property
    def superseded(self) -> bool:
        """A newer version is known, or the item is deprecated."""
        return self.deprecated or (self.newer is not None and self.newer.version != self.text.version)


@dataclass(frozen=True, slots=True)
class MissingLink:
    """An item that the draft's items need and that does not stand in the draft."""

    kind: str
    """`unsecured`, `requires` or `form-missing`, as in the warnings of a tender."""
    item: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recognition:
    """Everything found in one draft."""

    texts: tuple[TextFound, ...]
    stamps: tuple[StampFound, ...]
    stamps_without_words: tuple[str, ...]
    links: tuple[MissingLink, ...]
    words: int
    notes: tuple[str, ...] = ()
    """What the reader of the file has to say, such as tracked changes."""
    shared: tuple[str, ...] = ()
    """Steps and rules of remedy ladders, by address, whose words several texts share: they name none."""

    @property
    def may_be_piece(self) -> bool:
        """One or two texts, and no annex that tells their stamps again: perhaps a piece of a tender."""
        shown = [stamp.shown for stamp in self.stamps]
        return 0 < len(self.texts) <= MOST_OF_A_PIECE and len(shown) == len(set(shown))

    @property
    def all_well(self) -> bool:
        """Every text is whole, newest and filled in, every stamp known, and no link of a chain missing."""
        return (
            all(one.verdict is Verdict.EXACT and not one.superseded and not one.open_blanks for one in self.texts)
            and all(stamp.state.value == "known" for stamp in self.stamps)
            and not self.stamps_without_words
            and not self.links
        )


def as_json(recognition: Recognition) -> dict[str, Any]:
    """The findings for programs; the fields are those of the classes here."""
    data = asdict(recognition)
    for one, text in zip(data["texts"], recognition.texts, strict=True):
        one["superseded"] = text.superseded
    return {"srpp": 1, "all_well": recognition.all_well, **data}
