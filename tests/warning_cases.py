# SPDX-License-Identifier: Apache-2.0
"""Editions of a few made-up items, for the cases in tests/cases/warnings/."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from srpp_criteria.edition.edition import Edition
from srpp_criteria.edition.entry import Duty
from srpp_criteria.models.evidence import EvidenceStage, Role
from srpp_criteria.models.item import Clause, Related, Status
from srpp_criteria.models.monitoring import Rhythm
from srpp_criteria.models.names import ParameterName

if TYPE_CHECKING:
    from srpp_criteria.edition.entry import Entry

BASE = "construction-subcontracting-tier-limit"
LIMIT = ParameterName("max_tiers")
_TIES = ("secured_by", "requires", "conflicts_with", "stricter_than")


def edition_of(items: dict[str, dict[str, Any]], real: Edition) -> Edition:
    """An edition with these items only; what a case does not name is as in a clause without ties."""
    entries = tuple(_entry(name, ties, real[BASE]) for name, ties in items.items())
    return Edition(real.data.model_copy(update={"entries": entries}), real.provenance)


def taken_in(case: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The items of a case, each with its values."""
    return [(one, {}) if isinstance(one, str) else next(iter(one.items())) for one in case["taken"]]


def _entry(name: str, ties: dict[str, Any], base: Entry) -> Entry:
    item = base.item
    assert isinstance(item, Clause)
    indicator, proof, limit = item.monitoring[0], item.evidence[0], item.parameters[LIMIT]
    indicators = [
        indicator.model_copy(
            update={"sheet": sheet, "rhythm": Rhythm(rhythm), "due": day, "reported_by": Role(*by or ["contractor"])}
        )
        for sheet, rhythm, day, *by in ties.get("due", [])
    ]
    proofs = [
        proof.model_copy(update={"form": form, "stage": EvidenceStage(stage)}) for form, stage in ties.get("proof", [])
    ]
    figure = limit.model_copy(update={"default": None}) if ties.get("blank") else limit
    changed = {
        "id": name,
        "title": f"Title of {name}",
        "related": Related.model_construct(None, **{tie: tuple(ties.get(tie, ())) for tie in _TIES}),
        "monitoring": tuple(indicators) or (indicator.model_copy(update={"sheet": None}),),
        "evidence": tuple(proofs),
        "parameters": {**item.parameters, LIMIT: figure},
        "sectors": tuple(ties.get("sectors", item.sectors)),
        "status": Status.DEPRECATED if "superseded_by" in ties else item.status,
        "superseded_by": ties.get("superseded_by"),
    }
    return base.model_copy(update={"item": item.model_copy(update=changed), "mandatory": _duty(ties.get("law"))})


def _duty(law: list[str | None] | None) -> Duty | None:
    if law is None:
        return None
    first, last = (dt.date.fromisoformat(day) if day else None for day in law)
    return Duty(valid_from=first, valid_to=last, threshold=None, scope="All.", legal_basis=(), seen=None)
