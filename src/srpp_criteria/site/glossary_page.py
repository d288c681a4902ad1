# SPDX-License-Identifier: Apache-2.0
"""The glossary: the words of this library, what the market calls them, and where the law has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.models.registers import GlossaryRegister
from srpp_criteria.site.page import Page
from srpp_criteria.site.register_reading import Said, law, register, said
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.entry import Citation
    from srpp_criteria.models.registers import GlossaryTerm
    from srpp_criteria.site.edition_site import EditionSite


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the glossary in an edition.

    Attributes:
        term: the word as the register has it.
        here: what the market calls it; None where its sheet does not say.
        law: where the law defines or uses it, as the edition cites it.
        see_also: keys and words of other entries.
    """

    term: GlossaryTerm
    here: Said | None
    law: tuple[Citation, ...]
    see_also: tuple[tuple[str, str], ...]


def glossary_pages(site: EditionSite) -> Iterator[Page]:
    """All words, by their first letter."""
    register_ = register(site.whole, "glossary", GlossaryRegister)
    terms = register_.entries if register_ is not None else ()
    names = {term.key: term.term for term in terms}
    national = national_terms(site)
    citing = law(site)
    letters: dict[str, list[Word]] = {}
    for term in sorted(terms, key=lambda one: one.term.casefold()):
        word = Word(
            term,
            national.get(term.term.casefold()),
            tuple(citation for key in term.law if (citation := citing.citation(key)) is not None),
            tuple((key, names[key]) for key in term.see_also if key in names),
        )
        letters.setdefault(term.term[0].upper(), []).append(word)
    words = site.words
    markdown = rendered(
        "glossary.md",
        locale=site.locale,
        words=words,
        letters=letters,
        number=len(terms),
        has_market=site.edition.market is not None,
    )
    yield Page(f"{site.locale}/glossary.md", words["site-glossary"], markdown, site.locale, words["site-glossary-lead"])


def national_terms(site: EditionSite) -> Mapping[str, Said]:
    """What the market calls a word, by the English one in lower case."""
    market = site.edition.market
    if market is None:
        return {}
    language = site.edition.language
    return {one.term.casefold(): said(one.words, language) for one in market.terms if language in one.words}
