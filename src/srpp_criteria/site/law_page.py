# SPDX-License-Identifier: Apache-2.0
"""Law and judgments: each act, convention and judgment of the register, its places, and which texts rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.site.page import Page
from srpp_criteria.site.register_reading import union_law
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.registers import Act, Article
    from srpp_criteria.site.edition_site import EditionSite


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place in an act.

    Attributes:
        article: the place as the register has it.
        cited: how a tender of the edition cites it.
        same_as: the twin that explains it, and how that is cited; both empty if it explains itself.
        used_by: texts of the edition that rest on it.
    """

    article: Article
    cited: str
    same_as: tuple[str, str]
    used_by: Sequence[Entry]


@dataclass(frozen=True, slots=True)
class ActShown:
    """An act, convention, framework or judgment.

    Attributes:
        act: as the register has it.
        short: how a tender of the edition cites it.
        places: the places in it that texts cite.
        used_by: texts of the edition that rest on the act as a whole.
        uses: how many texts rest on it or on a place in it.
    """

    act: Act
    short: str
    places: tuple[PlaceShown, ...]
    used_by: Sequence[Entry]
    uses: int


def law_pages(site: EditionSite) -> Iterator[Page]:
    """The page of an edition; national law stands on the page of the market."""
    acts, used, union, words = site.whole.shelf.registers.acts, _used_by(site), union_law(site), site.words

    def cited(key: str, otherwise: str) -> str:
        citation = union.citation(key)
        return citation.text if citation is not None else otherwise

    kinds: dict[str, list[ActShown]] = {}
    for act in acts.values():
        places = tuple(
            PlaceShown(
                article,
                cited(article.key, article.key),
                (article.same_as, cited(article.same_as, article.same_as)) if article.same_as else ("", ""),
                used.get(article.key, ()),
            )
            for article in act.articles
        )
        resting = {entry.id for place in places for entry in place.used_by}
        resting |= {entry.id for entry in used.get(act.key, ())}
        shown = ActShown(act, cited(act.key, act.short), places, used.get(act.key, ()), len(resting))
        kinds.setdefault(act.kind.value, []).append(shown)
    markdown = rendered(
        "law.md",
        locale=site.locale,
        words=words,
        today=site.whole.today,
        kinds=kinds,
        number=len(acts),
        places=sum(len(act.articles) for act in acts.values()),
    )
    yield Page(f"{site.locale}/law.md", words["site-law"], markdown, site.locale, words["site-law-lead"])


def _used_by(site: EditionSite) -> Mapping[str, Sequence[Entry]]:
    """Texts of the edition by the key of the law that they rest on."""
    found: dict[str, list[Entry]] = {}
    for entry in site.edition:
        for key in dict.fromkeys(entry.item.legal_basis):
            found.setdefault(key, []).append(entry)
    return found
