# SPDX-License-Identifier: Apache-2.0
"""Standards and labels: what each proves and what it does not."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from srpp_criteria.models.base import Line, Model, Note, Url
from srpp_criteria.models.names import RegisterKey, RegisterKeyField, SectorField, StandardKeyField
from srpp_criteria.models.registers.provenance import Sourced


class StandardKind(StrEnum):
    """What is certified, rated or described."""

    PRODUCT_LABEL = "product-label"
    FACILITY_CERTIFICATE = "facility-certificate"
    MANAGEMENT_SYSTEM = "management-system"
    COMPANY_ASSESSMENT = "company-assessment"
    MEMBERSHIP = "membership"
    AUDIT_METHOD = "audit-method"
    TECHNICAL_STANDARD = "technical-standard"
    GUIDANCE = "guidance"
    REGISTER = "register"


class Check(StrEnum):
    """Who checks that the requirements are met."""

    THIRD_PARTY = "third-party"
    PARTLY_THIRD_PARTY = "partly-third-party"
    SELF_DECLARED = "self-declared"
    NONE = "none"


class Article43(StrEnum):
    """Our own assessment of whether the scheme can be asked for as a label under Article 43."""

    LABEL = "label"
    REQUIREMENTS_ONLY = "requirements-only"
    EVIDENCE_ONLY = "evidence-only"
    NOT_SUITABLE = "not-suitable"


class Standard(Sourced):
    """One standard, label, membership or audit method."""

    key: StandardKeyField
    name: Line = Field(description="Its full name, in English.")
    short: Line = Field(description="Designation that is the same in every language; documents print this one.")
    owner: Line = Field(description="Who owns it.")
    version: Line | None = Field(default=None, description="Version in use as far as seen; null: not looked up.")
    kind: StandardKind = Field(description="What is certified or described.")
    third_party_check: Check = Field(description="Who checks.")
    covers: Note = Field(description="What it proves.")
    does_not_cover: Note = Field(description="What it does not prove.")
    article_43: Article43 = Field(description="Whether it can be asked for as a label; our own assessment.")
    how_to_use: Note = Field(description="How it may stand in a tender; an equivalent is always accepted too.")
    url: Url | None = Field(default=None, description="Page of the owner.")


class Requirement(Model):
    """One requirement of the matrix."""

    key: RegisterKeyField
    title: Line = Field(description="Name of the requirement.")
    says: Note = Field(description="What a scheme must ask and check to cover it.")
    partly_means: Note = Field(description="What is there and what is missing where a scheme covers it partly.")


class Coverage(StrEnum):
    """Whether a scheme asks for a requirement and checks it."""

    COVERED = "covered"
    PARTLY = "partly"
    NOT_COVERED = "not-covered"
    NOT_APPLICABLE = "not-applicable"


_Keys = tuple[RegisterKeyField, ...]


class MatrixRow(Model):
    """What one scheme covers in one sector: each requirement of the matrix stands in exactly one of the four lists."""

    standard: StandardKeyField
    reach: Line = Field(description="Which tiers, sites or goods the certificate reaches.")
    covered: _Keys = Field(default=(), description="Asked for and checked.")
    partly: _Keys = Field(default=(), description="Accepted only with a further proof.")
    not_covered: _Keys = Field(default=(), description="Requirements it does not cover.")
    not_applicable: _Keys = Field(default=(), description="Requirements that cannot apply.")
    why: dict[RegisterKeyField, Note] = Field(default_factory=dict, description="Reasons, by key of the requirement.")
    seen_cells: _Keys = Field(default=(), description="Requirements looked up for this scheme; others: memory.")
    use: Note | None = Field(default=None, description="How the scheme may be used in this sector.")

    def coverage(self, requirement: RegisterKey) -> Coverage:
        """How far the scheme covers a requirement; what is not named is not covered."""
        if requirement in self.covered:
            return Coverage.COVERED
        if requirement in self.partly:
            return Coverage.PARTLY
        return Coverage.NOT_APPLICABLE if requirement in self.not_applicable else Coverage.NOT_COVERED


class Matrix(Model):
    """Requirement × scheme for one sector; pick requirements first, then the schemes that cover them all."""

    sector: SectorField
    requirements: Annotated[tuple[Requirement, ...], Field(min_length=1)] = Field(
        description="Requirements, the rows' cells in order."
    )
    rows: Annotated[tuple[MatrixRow, ...], Field(min_length=1)] = Field(description="One row a standard.")
    rules: tuple[Note, ...] = Field(default=(), description="How the matrix is used.")

    @model_validator(mode="after")
    def _each_requirement_is_judged_once(self) -> Matrix:
        known = sorted(requirement.key for requirement in self.requirements)
        for row in self.rows:
            judged = sorted([*row.covered, *row.partly, *row.not_covered, *row.not_applicable])
            if judged != known:
                odd = ", ".join(sorted(set(known).symmetric_difference(judged))) or "a requirement stands in two lists"
                raise ValueError(f'row "{row.standard}" does not judge each requirement once ({odd})')
            strangers = sorted({*row.why, *row.seen_cells}.difference(known))
            if strangers:
                raise ValueError(f'row "{row.standard}" explains unknown requirements ({", ".join(strangers)})')
        return self


class StandardRegister(Model):
    """All standards and labels, and what each covers."""

    register_name: Literal["standards"] = Field(alias="register", description="Name of this register.")
    entries: Annotated[tuple[Standard, ...], Field(min_length=1)] = Field(description="The entries.")
    matrices: tuple[Matrix, ...] = Field(default=(), description="Which standard covers which requirement, by sector.")

    @model_validator(mode="after")
    def _rows_are_entries(self) -> StandardRegister:
        known = {standard.key for standard in self.entries}
        for matrix in self.matrices:
            for row in matrix.rows:
                if row.standard not in known:
                    raise ValueError(f'the {matrix.sector} matrix has a row for the unknown standard "{row.standard}"')
        return self
