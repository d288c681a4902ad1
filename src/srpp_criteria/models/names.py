# SPDX-License-Identifier: Apache-2.0
"""Names that point at things: each kind of name is a type of its own, and its form is fixed here only."""

from __future__ import annotations

from typing import Annotated, NewType

from pydantic import Field

_KEBAB = r"^[a-z0-9]+(-[a-z0-9]+)*$"

ItemId = NewType("ItemId", str)
PartId = NewType("PartId", str)
ParameterName = NewType("ParameterName", str)
MarketCode = NewType("MarketCode", str)
LawKey = NewType("LawKey", str)
StandardKey = NewType("StandardKey", str)
TopicKey = NewType("TopicKey", str)
LadderKey = NewType("LadderKey", str)
BandKey = NewType("BandKey", str)
ScoringMethodKey = NewType("ScoringMethodKey", str)
SourceKey = NewType("SourceKey", str)
RegisterKey = NewType("RegisterKey", str)
CpvCode = NewType("CpvCode", str)
Version = NewType("Version", str)
Sector = NewType("Sector", str)
PackId = NewType("PackId", str)

ItemIdField = Annotated[
    ItemId, Field(pattern=_KEBAB, min_length=3, max_length=80, description="Kebab-case; equal to the file's name.")
]
PartIdField = Annotated[
    PartId, Field(pattern=_KEBAB, max_length=60, description="Kebab-case name of a part, unique in its list.")
]
ParameterNameField = Annotated[
    ParameterName,
    Field(
        pattern=r"^[a-z][a-z0-9_]*$", max_length=60, description="Snake-case name that stands in braces in the text."
    ),
]
MarketCodeField = Annotated[
    MarketCode,
    Field(
        pattern=r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$",
        description="ISO 3166-1 code of a country, or ISO 3166-2 code of a region, such as NO or ES-CT.",
    ),
]
LawKeyField = Annotated[
    LawKey,
    Field(
        pattern=_KEBAB,
        max_length=80,
        description="Key of an act or article in registers/laws.yml, conventions.yml, or judgments.yml.",
    ),
]
StandardKeyField = Annotated[
    StandardKey,
    Field(pattern=_KEBAB, max_length=80, description="Key of a standard or label in registers/standards.yml."),
]
TopicKeyField = Annotated[TopicKey, Field(pattern=_KEBAB, max_length=60, description="Key in registers/topics.yml.")]
LadderKeyField = Annotated[
    LadderKey, Field(pattern=_KEBAB, max_length=60, description="Key in registers/remedy-ladders.yml.")
]
BandKeyField = Annotated[
    BandKey, Field(pattern=r"^[A-D]$", description="Key of a contract-size band in registers/bands.yml.")
]
ScoringMethodKeyField = Annotated[
    ScoringMethodKey, Field(pattern=_KEBAB, max_length=60, description="Key in registers/scoring-methods.yml.")
]
SourceKeyField = Annotated[
    SourceKey, Field(pattern=_KEBAB, max_length=80, description="Key of one of the sources named in the same file.")
]
RegisterKeyField = Annotated[
    RegisterKey, Field(pattern=_KEBAB, max_length=80, description="Kebab-case key of a register entry.")
]
CpvCodeField = Annotated[
    CpvCode, Field(pattern=r"^[0-9]{8}-[0-9]$", description="CPV 2008 code with its check digit, such as 45000000-7.")
]
VersionField = Annotated[
    Version,
    Field(
        pattern=r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$",
        description="Semantic version: major = a duty changes, minor = something is added, patch = wording.",
    ),
]
SectorField = Annotated[Sector, Field(pattern=_KEBAB, description="Sector, such as construction, textiles or food.")]
PackIdField = Annotated[
    PackId, Field(pattern=_KEBAB, max_length=80, description="Kebab-case; equal to the file's name.")
]
LanguageField = Annotated[
    str,
    Field(
        pattern=r"^[a-z]{2,3}(_[A-Z]{2})?$", description="Language, or language variant, of a catalogue: nb, de, de_AT."
    ),
]
LocaleField = Annotated[
    str,
    Field(
        pattern=r"^[a-z]{2,3}(-[A-Z]{2}(-[A-Z0-9]{1,3})?)?$",
        description="BCP 47 tag of an edition: language and market, such as nb-NO; en is the master edition.",
    ),
]
