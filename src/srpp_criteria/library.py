# SPDX-License-Identifier: Apache-2.0
"""The front door: load the library, ask for an edition."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from srpp_criteria import shipped
from srpp_criteria.edition.edition import Edition
from srpp_criteria.errors import InvalidLibrary, UnknownLocale

if TYPE_CHECKING:
    from os import PathLike

    from srpp_criteria.shelf.register import Register
    from srpp_criteria.shelf.shelf import Shelf


class Library:
    """Every edition there is, from the package's own data or from a checkout.

    >>> from srpp_criteria import Library
    >>> "en" in Library.load().locales
    True
    """

    def __init__(self, root: Path | None) -> None:
        self._root = root

    @classmethod
    def load(cls, path: str | PathLike[str] | None = None) -> Library:
        """The library that came with the package, or the one in a checkout.

        Args:
            path: folder that holds `criteria/` and `locales/`; None for the shipped data. An installed checkout has
                no shipped data until `srpp build` made some; its own folder is read then.

        Raises:
            InvalidLibrary: the files of the checkout do not make a library; every finding is in the error.
        """
        if path is not None:
            library = cls(Path(path).resolve())
        elif shipped.is_there():
            return cls(None)
        else:
            library = cls(shipped.checkout())
        wrong = [d for d in library.shelf.diagnostics if d.severity == "error"]
        if wrong:
            raise InvalidLibrary(wrong)
        return library

    @property
    def locales(self) -> tuple[str, ...]:
        """Tags of all editions, the master first."""
        return shipped.locales() if self._root is None else self.shelf.locales

    @cached_property
    def shelf(self) -> Shelf:
        """What lies in the files; shipped data has no files, so the checkout is read for it.

        Raises:
            InvalidLibrary: there is no checkout.
        """
        from srpp_criteria.shelf.reading import read_shelf

        return read_shelf(self._root or shipped.checkout())

    @cached_property
    def register(self) -> Register:
        """Every text that was ever released; it is opened at once, a text is read when it is asked for.

        >>> from srpp_criteria import Library
        >>> Library.load().register.find("fair-pay", "0.0.1", "en") is None
        True
        """
        return shipped.register() if self._root is None else self.shelf.register

    def edition(self, locale: str, *, overlay: str | PathLike[str] | None = None) -> Edition:
        """The library as one locale reads it.

        Args:
            locale: tag such as nb-NO; `en` is the master edition.
            overlay: folder with an organisation's own overlays, one `<item-id>.yml` each.

        Raises:
            UnknownLocale: there is no such edition.
            InvalidLibrary: the overlay folder has faults.
        """
        if locale not in self.locales:
            raise UnknownLocale(locale, self.locales)
        found = shipped.edition(locale) if self._root is None else _resolved(self.shelf, locale)
        if overlay is None:
            return found
        from srpp_criteria.edition.organisation import with_organisation

        return with_organisation(found, Path(overlay).resolve())


def _resolved(shelf: Shelf, locale: str) -> Edition:
    from srpp_criteria.edition.provenance import Provenance, traced
    from srpp_criteria.edition.resolve import resolve

    data, origins = resolve(shelf, locale)
    entries = {entry.id: entry for entry in data.entries}
    return Edition(data, lambda item: Provenance(entries[item], traced(shelf, entries[item], origins.get(item, {}))))
