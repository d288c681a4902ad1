# SPDX-License-Identifier: Apache-2.0
"""Other words for what a text says, so that a buyer finds it by the word of the trade, of the law, or in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.select import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.models.market import Term

_EVERYDAY: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("labour", ("labor",)),
    ("forced labour and trafficking", ("modern slavery", "human trafficking", "bonded labour")),
    ("pay and living wage", ("salary", "salaries", "minimum wage", "wage dumping")),
    ("safety and health at work", ("occupational health", "OHS", "accidents")),
    ("protective equipment", ("PPE",)),
    ("trade unions and collective bargaining", ("social dialogue",)),
    ("subcontracting chains", ("sub-suppliers", "sub-tiers")),
    ("fair payment in the chain", ("late payment", "prompt payment", "SMEs")),
    ("complaints and remedy", ("whistleblowing", "hotline")),
    ("equality of women and men", ("gender", "diversity", "pay gap")),
    ("due diligence in the supply chain", ("human rights", "transparency")),
    ("work for persons with disabilities", ("disabled people", "handicapped")),
    ("jobs for people far from the labour market", ("long-term unemployed", "disadvantaged workers")),
    ("accessibility and design for all", ("wheelchair users", "barrier-free")),
    ("online safety and personal data", ("GDPR", "data protection", "privacy")),
    ("safe meals for every guest", ("halal", "kosher", "vegetarian", "dietary requirements")),
    ("garment", ("workwear", "work clothes", "clothing", "uniforms", "T-shirts")),
    ("solar module", ("solar panels", "photovoltaics", "PV")),
)
"""What buyers type in English, by words that show that a text is about it, mostly the name of a topic.

An edition of a market has the vocabulary of its market; the master edition belongs to no market. Nobody is shown these.
"""

_ASIDE = re.compile(r"\(([^()]*)\)")
_BETWEEN = re.compile(r"[;/,]")


@dataclass(frozen=True, slots=True)
class Synonyms:
    """One idea: the words by which a text shows that it is about it, and all its words."""

    signs: tuple[tuple[str, re.Pattern[str]], ...]
    words: tuple[str, ...]

    def said_in(self, text: str) -> bool:
        """Whether one of the words stands in a folded text, in any inflection.

        The plain search for the first word comes first: it is a hundred times faster than the pattern.
        """
        return any(first in text and pattern.search(text) for first, pattern in self.signs)


def synonyms_of(edition: Edition) -> tuple[Synonyms, ...]:
    """The vocabulary of the edition's market; everyday English in the master edition, which has none."""
    market = edition.market
    if market is not None:
        return tuple(_synonyms(term, edition.language) for term in market.terms)
    return tuple(Synonyms((_sign(said),), words) for said, words in _EVERYDAY)


def other_words(text: str, vocabulary: Iterable[Synonyms]) -> Iterator[str]:
    """The words that do not stand in a text but mean something that does."""
    inside = folded(text)
    for idea in vocabulary:
        if idea.said_in(inside):
            yield from (word for word in idea.words if folded(word) not in inside)


def variants(words: str) -> tuple[list[str], list[str]]:
    """The words of an entry of a vocabulary, and those that it only mentions aside.

    >>> variants("leverandør (bygg og anlegg: entreprenør)")
    (['leverandør'], ['entreprenør'])
    >>> variants("heving (mislighold); oppsigelse (med frist)")
    (['heving', 'oppsigelse'], ['mislighold', 'med frist'])
    """
    aside = [piece.rpartition(":")[2] for piece in _ASIDE.findall(words)]
    return _pieces([_ASIDE.sub(" ", words)]), _pieces(aside)


def _pieces(texts: list[str]) -> list[str]:
    pieces = (" ".join(piece.split()) for text in texts for piece in _BETWEEN.split(text))
    return [piece for piece in pieces if piece]


def _synonyms(term: Term, language: str) -> Synonyms:
    own, aside = variants(term.words.get(language) or "")
    return Synonyms(tuple(map(_sign, own)), tuple(dict.fromkeys([*own, *aside, term.term])))


def _sign(words: str) -> tuple[str, re.Pattern[str]]:
    return folded(words).split()[0], _pattern(words)


def _pattern(words: str) -> re.Pattern[str]:
    """The words one after the other, each with whatever ending, as in `critère(s) d'attribution`."""
    return re.compile(r"\w{0,4}\s+".join(re.escape(word) for word in folded(words).split()))
