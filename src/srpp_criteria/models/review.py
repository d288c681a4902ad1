# SPDX-License-Identifier: Apache-2.0
"""What a qualified reader said about one version of an item; roles only, never names."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from srpp_criteria.models.base import Day, Model, Note
from srpp_criteria.models.names import MarketCodeField, VersionField


class ReviewerRole(StrEnum):
    """What the reader is by profession or office."""

    PROCUREMENT_LAWYER = "procurement-lawyer"
    PROCUREMENT_PRACTITIONER = "procurement-practitioner"
    CONTRACT_MANAGER = "contract-manager"
    SECTOR_EXPERT = "sector-expert"
    LABOUR_INSPECTOR = "labour-inspector"
    WORKER_REPRESENTATIVE = "worker-representative"
    EMPLOYER_REPRESENTATIVE = "employer-representative"
    LEGAL_TRANSLATOR = "legal-translator"
    EXPERT_MEETING = "expert-meeting"


class ReviewOutcome(StrEnum):
    """What the reader decided."""

    APPROVED = "approved"
    CHANGES_ASKED = "changes-asked"
    REJECTED = "rejected"


class Review(Model):
    """One reading of one version: on record so that "reviewed" rests on something."""

    date: Day = Field(description="Day of the decision.")
    role: ReviewerRole = Field(description="What the reviewer is; no names stand here.")
    market: MarketCodeField | None = Field(
        default=None, description="Market for which it was read; null: the base text."
    )
    version: VersionField = Field(description="The version that was read.")
    outcome: ReviewOutcome = Field(description="approved, changes-asked or rejected.")
    says: Note = Field(description="The reason, and what was looked at.")
