# SPDX-License-Identifier: Apache-2.0
"""Socially responsible public procurement: criteria and contract clauses as typed data.

>>> from srpp_criteria import Library
>>> clause = Library.load().edition("en")["construction-subcontracting-tier-limit"]
>>> clause.item.kind
'clause'
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria._version import __version__

if TYPE_CHECKING:
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry, Missing
    from srpp_criteria.edition.fill import Filled, FilledPart
    from srpp_criteria.errors import (
        InvalidLibrary,
        InvalidTenderFile,
        InvalidValue,
        MissingExtra,
        NotComparable,
        ReleaseRefused,
        SrppError,
        UnknownField,
        UnknownItem,
        UnknownLocale,
        UnknownText,
        UnreadableDraft,
        UnreadableRelease,
    )
    from srpp_criteria.library import Library
    from srpp_criteria.models.published import PublishedText
    from srpp_criteria.shelf.register import Register

__all__ = [
    "Edition",
    "Entry",
    "Filled",
    "FilledPart",
    "InvalidLibrary",
    "InvalidTenderFile",
    "InvalidValue",
    "Library",
    "Missing",
    "MissingExtra",
    "NotComparable",
    "PublishedText",
    "Register",
    "ReleaseRefused",
    "SrppError",
    "UnknownField",
    "UnknownItem",
    "UnknownLocale",
    "UnknownText",
    "UnreadableDraft",
    "UnreadableRelease",
    "__version__",
]

_HOMES = {
    "Edition": "srpp_criteria.edition.edition",
    "Entry": "srpp_criteria.edition.entry",
    "Filled": "srpp_criteria.edition.fill",
    "FilledPart": "srpp_criteria.edition.fill",
    "InvalidLibrary": "srpp_criteria.errors",
    "InvalidTenderFile": "srpp_criteria.errors",
    "InvalidValue": "srpp_criteria.errors",
    "Library": "srpp_criteria.library",
    "Missing": "srpp_criteria.edition.entry",
    "MissingExtra": "srpp_criteria.errors",
    "NotComparable": "srpp_criteria.errors",
    "PublishedText": "srpp_criteria.models.published",
    "Register": "srpp_criteria.shelf.register",
    "ReleaseRefused": "srpp_criteria.errors",
    "SrppError": "srpp_criteria.errors",
    "UnknownField": "srpp_criteria.errors",
    "UnknownItem": "srpp_criteria.errors",
    "UnknownLocale": "srpp_criteria.errors",
    "UnknownText": "srpp_criteria.errors",
    "UnreadableDraft": "srpp_criteria.errors",
    "UnreadableRelease": "srpp_criteria.errors",
}
"""Where each public name lives; they are imported when they are first asked for, so that a command starts fast."""


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
