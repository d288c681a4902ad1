# SPDX-License-Identifier: Apache-2.0
"""What others did: good-practice cases by country, and only such that somebody read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.site.national_notes import country_of
from srpp_criteria.site.page import Page
from srpp_criteria.site.register_reading import market_name
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.sector_pages import cases_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.models.registers import Case
    from srpp_criteria.site.edition_site import EditionSite


def case_pages(site: EditionSite) -> Iterator[Page]:
    """The page of an edition; none where no case was read."""
    countries: dict[str, list[Case]] = {}
    for case in cases_of(site.whole):
        if case.seen is not None:
            countries.setdefault(country_of(case.country), []).append(case)
    if not countries:
        return
    words = site.words
    markdown = rendered(
        "cases.md",
        locale=site.locale,
        words=words,
        today=site.whole.today,
        countries=sorted(
            ((code.lower(), market_name(code, site), cases) for code, cases in countries.items()),
            key=lambda one: one[1].casefold(),
        ),
        number=sum(len(cases) for cases in countries.values()),
    )
    yield Page(f"{site.locale}/cases.md", words["site-cases"], markdown, site.locale, words["site-cases-lead"])
