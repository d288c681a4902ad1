# SPDX-License-Identifier: Apache-2.0
"""Where the page of a check can be read: on the site, or in the repository of the checkout.

No address stands in the code. The repository's is the one in mkdocs.yml; that of the site is given by whoever builds
it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_REPOSITORY = re.compile(r"^repo_url: *[\"']?(https?://[^\s\"'<>]+?)/?[\"']?\s*$", re.MULTILINE)
_SITE = re.compile(r"https?://[^\s\"'<>]+")
REFERENCE = "docs/reference/checks"


class PageAddresses:
    """The addresses of all pages of checks; none where neither a site nor a repository is known.

    >>> PageAddresses("https://example.org/{code}/").of("SRPP203")
    'https://example.org/SRPP203/'
    >>> PageAddresses(None).of("SRPP203") is None
    True
    """

    def __init__(self, pattern: str | None) -> None:
        self._pattern = pattern

    @classmethod
    def of_checkout(cls, root: Path | None, *, site: str = "") -> PageAddresses:
        """The addresses on a site, if one is given, or else in the repository that holds the pages."""
        if _SITE.fullmatch(site):
            return cls(f"{site.rstrip('/')}/reference/checks/{{code}}/")
        if root is None or not (root / REFERENCE).is_dir():
            return cls(None)  # another repository with a library of its own does not have our pages
        try:
            found = _REPOSITORY.search((root / "mkdocs.yml").read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return cls(None)
        return cls(f"{found[1]}/blob/main/{REFERENCE}/{{code}}.md" if found else None)

    def of(self, code: str) -> str | None:
        """The address of one page."""
        return None if self._pattern is None else self._pattern.replace("{code}", code)
