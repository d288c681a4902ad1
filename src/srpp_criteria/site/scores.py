# SPDX-License-Identifier: Apache-2.0
"""The score of every text of an edition, computed once for its page, the list and its twin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.models.registers import ExperienceRegister
from srpp_criteria.rubric.judging import Around, score
from srpp_criteria.site.register_reading import register

if TYPE_CHECKING:
    from collections.abc import Mapping

    from srpp_criteria.models.registers import Experience
    from srpp_criteria.rubric.verdict import Score
    from srpp_criteria.site.edition_site import EditionSite


def scores_of(site: EditionSite) -> Mapping[str, Score]:
    """The score of every entry of an edition, by id."""
    binding = frozenset(entry.id for entry in site.edition if entry.ladder is not None)
    experiences: dict[str, list[Experience]] = {}
    told = register(site.whole, "experiences", ExperienceRegister)
    for experience in told.entries if told is not None else ():
        experiences.setdefault(experience.item, []).append(experience)
    around = Around(binding, experiences)
    return {entry.id: score(entry, around) for entry in site.edition}
