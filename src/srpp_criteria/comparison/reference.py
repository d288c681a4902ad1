# SPDX-License-Identifier: Apache-2.0
"""How a person names a text: by its item alone, by version and edition, or by its whole stamp."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from srpp_criteria.edition.released import entry_of
from srpp_criteria.errors import UnknownItem, UnknownText
from srpp_criteria.shelf.shelf import MASTER

if TYPE_CHECKING:
    from srpp_criteria.comparison.collection import Collection
    from srpp_criteria.edition.entry import Entry

_LONGEST = 200

_REFERENCE = re.compile(
    r"(?:srpp:)?(?P<item>[a-z0-9]+(?:-[a-z0-9]+)*)"
    r"(?:@(?P<version>[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}))?"
    r"(?:\+(?P<locale>[a-z]{2,3}(?:-[A-Z]{2}(?:-[A-Z0-9]{1,3})?)?)(?:\.(?P<revision>[1-9][0-9]{0,5}))?)?"
    r"(?:#(?P<sha>[0-9a-f]{8,64}))?"
)


@dataclass(frozen=True, slots=True)
class TextReference:
    """A text as somebody names it.

    Attributes:
        item: id of the item.
        version: version of a released text; None for the present one.
        locale: the edition; None where the reference leaves it open.
        revision: revision of that version; None for the newest.
        sha: first digits of the fingerprint, from a stamp; empty if none were given.
    """

    item: str
    version: str | None = None
    locale: str | None = None
    revision: int | None = None
    sha: str = ""

    @classmethod
    def parse(cls, written: str) -> TextReference:
        """Read a reference.

        Raises:
            UnknownText: it has another form.

        >>> TextReference.parse("fair-pay@1.0.0+nb-NO.2")
        TextReference(item='fair-pay', version='1.0.0', locale='nb-NO', revision=2, sha='')
        >>> TextReference.parse("fair-pay").locale is None
        True
        """
        found = _REFERENCE.fullmatch(written.strip()) if len(written) <= _LONGEST else None
        if found is None or (found["revision"] and not found["version"]):
            shown = written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
            raise UnknownText(
                shown,
                f'"{shown}" names no text',
                "write ID, ID+nb-NO, ID@1.0.0, ID@1.0.0+nb-NO, ID@1.0.0+nb-NO.2 or a whole stamp",
            )
        revision = int(found["revision"]) if found["revision"] else None
        return cls(found["item"], found["version"], found["locale"], revision, found["sha"] or "")

    def __str__(self) -> str:
        version = f"@{self.version}" if self.version else ""
        locale = f"+{self.locale}" if self.locale else ""
        return f"{self.item}{version}{locale}{f'.{self.revision}' if self.revision else ''}"

    @property
    def is_present(self) -> bool:
        """Whether the text of today is meant."""
        return self.version is None

    def entry(self, library: Collection) -> Entry:
        """The text that is meant: from an edition, or from the register of published texts.

        A version that is not released yet is found, too, if it is the present one.

        Raises:
            UnknownText: no such text was ever released.
            UnknownItem: the edition does not hold the item.
            UnknownLocale: there is no such edition.
            UnreadableRelease: the released text does not fit today's models.
        """
        locale = self.locale or MASTER
        entry = self._present(library, locale) if self.version is None else self._released(library, locale)
        if self.sha and not entry.sha256.startswith(self.sha):
            raise UnknownText(
                str(self),
                f"the stamp of {self} ends in #{self.sha}, the text on record in #{entry.sha256[:8]}",
                "leave the end of the stamp away, if you mean the text on record",
            )
        return entry

    def _present(self, library: Collection, locale: str) -> Entry:
        try:
            return library.edition(locale)[self.item]
        except UnknownItem as unknown:
            latest = library.register.latest(self.item, locale)
            if latest is None:
                raise
            raise UnknownText(str(self), unknown.says, f"its last released text is {latest.stamp}") from unknown

    def _released(self, library: Collection, locale: str) -> Entry:
        register = library.register
        text = register.find(self.item, self.version or "", locale, self.revision)
        if text is not None:
            return entry_of(text)
        if locale in library.locales and self.item in (edition := library.edition(locale)):
            present = edition[self.item]
            if present.version == self.version and self.revision in {None, present.revision}:
                return present
        known = [f"{line.version}+{line.locale}.{line.revision}" for line in register.lines_of(self.item)]
        hint = f"released: {', '.join(known)}" if known else f'no text of "{self.item}" was ever released'
        raise UnknownText(str(self), f"{self} was not released", hint)
