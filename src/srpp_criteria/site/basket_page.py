# SPDX-License-Identifier: Apache-2.0
"""The page of the basket. All it does happens in the browser; the page says so, and what to do without scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.site.page import Page
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.site.edition_site import EditionSite


def basket_pages(site: EditionSite) -> Iterator[Page]:
    """The basket of an edition; it knows the others, because a tender file may have been made in one of them."""
    text = rendered("basket.md", locale=site.locale, words=site.words, editions=site.whole.sites.values())
    yield Page(
        f"{site.locale}/basket.md",
        site.words["site-basket"],
        text,
        site.locale,
        description=site.words["site-basket-about"],
        scripts=("basket",),
        wide=True,
    )
