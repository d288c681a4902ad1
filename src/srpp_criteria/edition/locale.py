# SPDX-License-Identifier: Apache-2.0
"""A locale is a language read in a market: nb-NO, de-AT; `en` alone is the master edition."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """A locale taken apart.

    >>> norway = Locale.parse("nb-NO")
    >>> norway.language, norway.market, norway.cldr, norway.catalogues
    ('nb', 'NO', 'nb_NO', ('nb_NO', 'nb'))
    >>> Locale.parse("en").catalogues
    ()
    """

    tag: str
    language: str
    market: str | None
    adapted: bool = True
    """False: the words of the language and its variant, without what the market changes."""

    @classmethod
    def parse(cls, tag: str) -> Locale:
        """Take a tag apart; that it names an edition is checked by the library."""
        language, _, market = tag.partition("-")
        return cls(tag, language, market or None)

    @property
    def cldr(self) -> str:
        """The name under which CLDR knows numbers and dates of this locale."""
        country = self.market.split("-")[0] if self.market else None
        return f"{self.language}_{country}" if country else self.language

    @property
    def catalogues(self) -> tuple[str, ...]:
        """Language catalogues to ask, the most special first."""
        if self.language == "en":
            return ()
        country = self.market.split("-")[0] if self.market else None
        return (f"{self.language}_{country}", self.language) if country else (self.language,)

    @property
    def markets(self) -> tuple[str, ...]:
        """Markets whose decisions apply, the country first, then the region."""
        if self.market is None or not self.adapted:
            return ()
        country = self.market.split("-")[0]
        return (country,) if country == self.market else (country, self.market)
