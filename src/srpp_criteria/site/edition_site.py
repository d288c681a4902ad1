# SPDX-License-Identifier: Apache-2.0
"""What every page maker is given: one edition, its words, its siblings, and the library around it."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from srpp_criteria.edition.locale import Locale
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.chain import Chains
from srpp_criteria.site.national_notes import told_notes
from srpp_criteria.site.scores import scores_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.rubric.verdict import Score
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.site.national_notes import Known


@dataclass(frozen=True)
class WholeSite:
    """Everything the pages are made from.

    Attributes:
        shelf: the registers and files behind the editions.
        editions: every edition by locale, the master first.
        before_market: each edition in its language but without its market, by locale: what a market is compared with.
        glosses: each edition of a market in English, by locale: what a reader of no foreign language is shown.
        repository: address of the repository, where proposals go; empty if there is none.
        address: address under which the site is published, ends in a slash; empty if unknown.
        today: the day of the build, for the freshness of figures.
    """

    shelf: Shelf
    editions: Mapping[str, Edition]
    before_market: Mapping[str, Edition]
    glosses: Mapping[str, Edition]
    repository: str
    address: str
    today: dt.date

    @cached_property
    def sites(self) -> Mapping[str, EditionSite]:
        """The site of every edition, by locale."""
        return {locale: EditionSite(self, edition) for locale, edition in self.editions.items()}


@dataclass(frozen=True)
class EditionSite:
    """One edition as its pages see it."""

    whole: WholeSite
    edition: Edition

    @property
    def locale(self) -> str:
        """Tag of the edition."""
        return self.edition.locale

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Headings and labels in the language of the edition.

        A word that is not translated yet is English: checks report it, and a page is better than none.
        """
        return ChainMap(self.edition.data.words, self.whole.editions[MASTER].data.words)

    @property
    def cldr(self) -> str:
        """CLDR's name of the locale, for figures and dates."""
        return Locale.parse(self.locale).cldr

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every entry by its id."""
        return {entry.id: entry.title for entry in self.edition}

    @cached_property
    def chains(self) -> Chains:
        """Who promises, secures, records and visits what."""
        return Chains(self.edition)

    @cached_property
    def national_notes(self) -> Mapping[str, tuple[Known, ...]]:
        """What is known of single countries, by item: see `national_notes.told_notes`."""
        return told_notes(self)

    @cached_property
    def scores(self) -> Mapping[str, Score]:
        """How far each text has come by the rubric, by its id."""
        return scores_of(self)

    @property
    def name(self) -> str:
        """The edition as a reader of its language calls it, such as `Norge, bokmål`."""
        return self.words.get(f"locale-{self.locale.lower()}", self.locale)
