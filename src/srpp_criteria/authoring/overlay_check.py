# SPDX-License-Identifier: Apache-2.0
"""Whether an organisation's own overlays still fit the library: for those who keep them elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.entry import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from srpp_criteria.library import Library


@dataclass(frozen=True, slots=True)
class LostItem:
    """An item that is in an edition and falls out of it under the overlays, though nobody excluded it.

    Attributes:
        locale: tag of the edition.
        item: id of the item.
        reason: why, as one word.
        says: why, as a sentence.
    """

    locale: str
    item: str
    reason: str
    says: str

    def __str__(self) -> str:
        return f"{self.item}: falls out of {self.locale}, {self.reason}: {self.says}"


def lost_items(library: Library, folder: Path, locales: Iterable[str]) -> Iterator[LostItem]:
    """What the overlays of a folder make unusable in editions; items they exclude on purpose are not among it.

    Raises:
        InvalidLibrary: a file in the folder has faults, or names an item that the library does not have.
        UnknownLocale: there is no such edition.
    """
    for locale in locales:
        before = library.edition(locale).missing
        for missing in library.edition(locale, overlay=folder).missing.values():
            if missing.item not in before and missing.reason is not Reason.EXCLUDED:
                yield LostItem(locale, missing.item, missing.reason.value, missing.says)
