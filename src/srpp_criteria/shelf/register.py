# SPDX-License-Identifier: Apache-2.0
"""The register of published texts: every text that was ever released, in the order of the releases."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from srpp_criteria.models.published import PublishedText
from srpp_criteria.shelf.released import Released

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Register:
    """Released texts by item, version, locale and revision; immutable.

    A text is read from its line when it is first asked for, so a register is opened in no time.

    >>> from srpp_criteria.shelf.register import Register
    >>> register = Register()
    >>> len(register), register.latest("fair-pay", "en")
    (0, None)
    """

    def __init__(self, texts: Iterable[PublishedText | Released] = (), *, seal: str | None = None) -> None:
        self._lines = tuple(Released.of(text) if isinstance(text, PublishedText) else text for text in texts)
        self._seal = seal

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[PublishedText]:
        return (line.text for line in self._lines)

    @property
    def lines(self) -> tuple[Released, ...]:
        """Which texts there are and where they stand, without reading their entries."""
        return self._lines

    @property
    def seal(self) -> str | None:
        """SHA-256 of the newest release.json: what the next release is chained to; None before the first."""
        return self._seal

    @cached_property
    def releases(self) -> tuple[str, ...]:
        """Names of the releases, the oldest first."""
        return tuple(dict.fromkeys(line.release for line in self._lines))

    @cached_property
    def items(self) -> tuple[str, ...]:
        """Ids of all items of which a text was released, also of those that are no longer in the library."""
        return tuple(sorted({line.item for line in self._lines}))

    def of(self, item: str, locale: str | None = None) -> tuple[PublishedText, ...]:
        """The texts of an item, the oldest first: by version, then revision."""
        return tuple(line.text for line in self.lines_of(item, locale))

    def find(self, item: str, version: str, locale: str, revision: int | None = None) -> PublishedText | None:
        """One released text; without a revision the newest of that version."""
        found = [
            line
            for line in self.lines_of(item, locale)
            if line.version == version and revision in {None, line.revision}
        ]
        return found[-1].text if found else None

    def latest(self, item: str, locale: str) -> PublishedText | None:
        """The newest released text of an item in a locale."""
        found = self.lines_of(item, locale)
        return found[-1].text if found else None

    def lines_of(self, item: str, locale: str | None = None) -> tuple[Released, ...]:
        """The lines of an item, the oldest text first, without reading their entries."""
        by_locale = self._index.get(item, {})
        if locale is not None:
            return by_locale.get(locale, ())
        return tuple(sorted(chain.from_iterable(by_locale.values()), key=lambda line: line.order))

    @cached_property
    def _index(self) -> Mapping[str, Mapping[str, tuple[Released, ...]]]:
        found: dict[str, dict[str, list[Released]]] = {}
        for line in self._lines:
            found.setdefault(line.item, {}).setdefault(line.locale, []).append(line)
        return {
            item: {locale: tuple(sorted(lines, key=lambda line: line.order)) for locale, lines in by_locale.items()}
            for item, by_locale in found.items()
        }
