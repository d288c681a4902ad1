# SPDX-License-Identifier: Apache-2.0
"""Evidence: what proves a promise, when, who checks it, and what it costs both sides."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from srpp_criteria.models.base import Model, Number, Prose, Template
from srpp_criteria.models.names import ItemIdField, PartIdField, StandardKeyField


class Role(StrEnum):
    """Who acts, in the words of a contract."""

    CONTRACTING_AUTHORITY = "contracting-authority"
    PROCUREMENT_LEAD = "procurement-lead"
    EVALUATION_PANEL = "evaluation-panel"
    CONTRACT_MANAGER = "contract-manager"
    BIDDER = "bidder"
    CONTRACTOR = "contractor"
    SUBCONTRACTOR = "subcontractor"
    INDEPENDENT_AUDITOR = "independent-auditor"
    SAFETY_COORDINATOR = "safety-coordinator"
    WORKER_REPRESENTATIVES = "worker-representatives"
    USER_REPRESENTATIVES = "user-representatives"
    PUBLIC_INSPECTORATE = "public-inspectorate"


class EvidenceStage(StrEnum):
    """When a proof is due."""

    TENDER = "tender"
    BEFORE_AWARD = "before-award"
    START = "start"
    PERFORMANCE = "performance"
    COMPLETION = "completion"


# Pydantic leaves limits of a union (whole or decimal) out of the schema, so they are said twice.
_Hours = Annotated[Number, Field(ge=0, le=400, json_schema_extra={"minimum": 0, "maximum": 400})]


class Effort(Model):
    """Working hours that one proof costs, per time it is given and checked."""

    bidder_hours: _Hours = Field(description="Hours for the bidder or contractor.")
    buyer_hours: _Hours = Field(description="Hours for the contracting authority.")
    says: Prose | None = Field(
        default=None,
        description="How the hours come about if it is not plain, such as a mean; beside the text, never in a tender.",
    )


class Evidence(Model):
    """One proof: who gives what and when, who checks it and how."""

    id: PartIdField
    stage: EvidenceStage = Field(description="When the proof is due.")
    what: Template = Field(description="What is handed in, complete enough to be asked for in a tender.")
    given_by: Role = Field(description="Who hands it in.")
    checked_by: Role = Field(description="Who checks it.")
    how_checked: Prose = Field(description="What the checker does, so that two checkers come to one result.")
    standards: tuple[StandardKeyField, ...] = Field(
        default=(), description="Standards or labels accepted as proof; an equivalent proof is always accepted too."
    )
    form: ItemIdField | None = Field(default=None, description="The form or sheet that is used.")
    effort: Effort = Field(description="Hours it costs both sides.")
