# SPDX-License-Identifier: Apache-2.0
"""An edition: the library as one market and one language read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.edition.select import matches
from srpp_criteria.errors import UnknownItem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping

    from srpp_criteria.edition.entry import EditionData, Entry, Missing
    from srpp_criteria.edition.provenance import Provenance
    from srpp_criteria.models.market import DatedValue, Market
    from srpp_criteria.models.pack import Pack


class Edition:
    """Entries by id, with what is missing and why. Get one from `Library.edition`.

    >>> from srpp_criteria import Library
    >>> edition = Library.load().edition("en")
    >>> edition["construction-subcontracting-tier-limit"].title
    'Limit on the number of subcontracting tiers'
    """

    def __init__(self, data: EditionData, provenance: Callable[[str], Provenance]) -> None:
        self.data = data
        self._entries = {entry.id: entry for entry in data.entries}
        self._missing = {missing.item: missing for missing in data.missing if missing.item not in self._entries}
        self._provenance = provenance

    @property
    def locale(self) -> str:
        """The tag of the edition, such as nb-NO."""
        return self.data.locale

    @property
    def language(self) -> str:
        """The language of all its words, such as nb."""
        return self.data.language

    @property
    def market(self) -> Market | None:
        """The market sheet; None in the master edition."""
        return self.data.market

    @property
    def missing(self) -> Mapping[str, Missing]:
        """Items of the library that this edition does not hold, by id, each with its reason."""
        return self._missing

    @property
    def packs(self) -> Mapping[str, Pack]:
        """Packs by id, with the items this edition holds."""
        return {pack.id: pack for pack in self.data.packs}

    def __getitem__(self, item: str) -> Entry:
        """The entry of an item.

        Raises:
            UnknownItem: the edition does not hold it; the error says why.
        """
        try:
            return self._entries[item]
        except KeyError:
            missing = self._missing.get(item)
            raise UnknownItem(item, self.locale, self._entries, missing.says if missing else "") from None

    def __contains__(self, item: object) -> bool:
        return item in self._entries

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def select(
        self,
        *,
        sector: str | None = None,
        topic: str | None = None,
        kind: str | None = None,
        stage: str | None = None,
        level: str | None = None,
        cpv: str | None = None,
        text: str | None = None,
    ) -> list[Entry]:
        """The entries that meet every condition that is given, in the order of the edition.

        `cpv` is hierarchical: an item for 45000000 serves 45210000. `text` finds words, whatever their case and
        accents; all of them must occur.

        >>> from srpp_criteria import Library
        >>> found = Library.load().edition("en").select(cpv="45210000", kind="clause", text="tiers")
        >>> "construction-subcontracting-tier-limit" in [entry.id for entry in found]
        True
        """
        return [
            entry
            for entry in self
            if matches(entry, sector=sector, topic=topic, kind=kind, stage=stage, level=level, cpv=cpv, text=text)
        ]

    def mandatory(self, *, on: dt.date) -> list[Entry]:
        """The entries that the law of the market demands on a day."""
        return [entry for entry in self if entry.mandatory is not None and entry.mandatory.holds_on(on)]

    def fact(self, key: str, *, on: dt.date) -> DatedValue | None:
        """The value of a dated fact of the market on a day; None if the market has no such fact or value then."""
        if self.market is None:
            return None
        for fact in self.market.facts:
            if fact.key == key:
                return next((value for value in fact.values if value.holds_on(on)), None)
        return None

    def provenance(self, item: str) -> Provenance:
        """Where every value of an entry came from: file, line and layer.

        Raises:
            UnknownItem: the edition does not hold the item.
        """
        self[item]
        return self._provenance(item)
