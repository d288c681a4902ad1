# SPDX-License-Identifier: Apache-2.0
"""Exceptions for callers who can act. Trouble in content is never an exception, but a Diagnostic.

SrppError
├── InvalidLibrary      the files of a checkout do not make a library; carries the diagnostics
├── UnknownLocale       no edition of that name; carries the known ones
├── UnknownItem         no such item in this edition; carries near names, and why it is missing
├── UnknownField        no such field in this item
├── InvalidValue        values that do not fit the parameters; carries every complaint
├── InvalidTenderFile   a tender file that cannot be read; carries the diagnostics
├── UnknownText         a reference to a text that is not on record; carries the reference
├── NotComparable       two texts that cannot be read in one language; carries both references
├── UnreadableDraft     a draft that cannot be read safely; carries the name of the file
├── UnreadableRelease   a released text that does not fit today's models; carries its stamp
├── ReleaseRefused      texts cannot be released now; says why
└── MissingExtra        an optional part of the package is not installed; carries its name
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from srpp_criteria.diagnostics import Diagnostic


class SrppError(Exception):
    """Root of all exceptions of this package; `says` is one line, `hint` the way out."""

    def __init__(self, says: str, hint: str = "") -> None:
        self.says = says
        self.hint = hint
        super().__init__(f"{says} ({hint})" if hint else says)


class InvalidLibrary(SrppError):
    """The files do not make a library; `diagnostics` holds every finding."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        more = f" and {len(self.diagnostics) - 1} more" if len(self.diagnostics) > 1 else ""
        super().__init__(f"{self.diagnostics[0]}{more}", "srpp check shows all of them")


class UnknownLocale(SrppError):
    """There is no edition of that name."""

    def __init__(self, locale: str, known: Iterable[str]) -> None:
        self.locale, self.known = locale, tuple(known)
        super().__init__(f'there is no edition "{locale}"', f"editions: {', '.join(self.known)}")


class UnknownItem(SrppError):
    """The edition has no such item; `missing` says why, if the library has it."""

    def __init__(self, item: str, locale: str, known: Iterable[str], missing: str = "") -> None:
        self.item, self.locale, self.missing = item, locale, missing
        self.near = tuple(get_close_matches(item, list(known), n=3))
        if missing:
            super().__init__(f'"{item}" is not in the edition {locale}: {missing}')
        else:
            near = f"did you mean {' or '.join(self.near)}?" if self.near else "srpp list shows all items"
            super().__init__(f'there is no item "{item}" in the edition {locale}', near)


class UnknownField(SrppError):
    """The item has no such field."""

    def __init__(self, item: str, field: str, known: Iterable[str]) -> None:
        self.item, self.field = item, field
        names = list(known)
        self.near = tuple(get_close_matches(field, names, n=3))
        near = f"did you mean {' or '.join(self.near)}?" if self.near else f"fields begin with: {_heads(names)}"
        super().__init__(f'"{item}" has no field "{field}"', near)


class InvalidValue(SrppError):
    """Values that do not fit the parameters; `complaints` has one sentence for each."""

    def __init__(self, item: str, complaints: Sequence[str]) -> None:
        self.item, self.complaints = item, tuple(complaints)
        super().__init__(
            f"{item}: {'; '.join(self.complaints)}", f"srpp explain {item} parameters shows them and their limits"
        )


class InvalidTenderFile(SrppError):
    """A tender file that cannot be read; `diagnostics` holds every finding."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(str(d) for d in self.diagnostics))


class UnknownText(SrppError):
    """A reference names no text, or one that is not on record; `reference` is what was asked for."""

    def __init__(self, reference: str, says: str, hint: str) -> None:
        self.reference = reference
        super().__init__(says, hint)


class NotComparable(SrppError):
    """Two texts that cannot be read in one language; `before` and `after` are the references."""

    def __init__(self, before: str, after: str, says: str, hint: str) -> None:
        self.before, self.after = before, after
        super().__init__(says, hint)


class UnreadableDraft(SrppError):
    """A draft that cannot be read: damaged, too large, of another kind, or without words."""

    def __init__(self, name: str, why: str) -> None:
        self.name, self.why = name, why
        super().__init__(f"{name} {why}", "read are docx, odt, txt, md and html")


class UnreadableRelease(SrppError):
    """A released text does not fit today's models; `stamp` says which one."""

    def __init__(self, stamp: str, says: str) -> None:
        self.stamp = stamp
        super().__init__(
            f"the released text {stamp} does not fit today's models: {says}",
            "write a migration for its format; the line itself is never changed",
        )


class ReleaseRefused(SrppError):
    """Texts cannot be released now; nothing was written."""


class MissingExtra(SrppError):
    """What was asked for needs an extra of the package that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        self.extra = extra
        super().__init__(f"{what} needs the extra {extra}", f"pip install 'srpp-criteria[{extra}]'")


def _heads(names: Iterable[str]) -> str:
    return ", ".join(sorted({name.split(".")[0] for name in names}))
