# SPDX-License-Identifier: Apache-2.0
"""The page that says how texts are scored, and lists all texts of an edition by their score."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

from srpp_criteria.edition.tender import section_of
from srpp_criteria.rubric.rubric import MOST_POINTS, RUBRIC
from srpp_criteria.site.page import Page
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.score_words import sentence, shown_score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.site.edition_site import EditionSite


def quality_pages(site: EditionSite) -> Iterator[Page]:
    """The page of an edition."""
    words, scores = site.words, site.scores
    entries = sorted(site.edition, key=lambda entry: (-scores[entry.id].share, entry.title.casefold(), entry.id))
    percents = [round(100 * scores[entry.id].share) for entry in entries]
    markdown = rendered(
        "quality.md",
        locale=site.locale,
        words=words,
        rules=[rule.quality.value for rule in RUBRIC],
        most=MOST_POINTS,
        summary=sentence(
            site,
            "sum",
            {
                "number": len(entries),
                "middle": median_low(percents),
                "lowest": percents[-1],
                "highest": percents[0],
            },
            "site-quality-",
        )
        if entries
        else "",
        rows=[
            (entry, f"section-{section_of(entry)}", percent, shown_score(entry, site))
            for entry, percent in zip(entries, percents, strict=True)
        ],
    )
    yield Page(
        f"{site.locale}/quality.md",
        words["site-quality"],
        markdown,
        site.locale,
        words["site-quality-lead"],
        scripts=("quality",),
    )
