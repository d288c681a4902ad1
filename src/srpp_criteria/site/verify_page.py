# SPDX-License-Identifier: Apache-2.0
"""The page that checks a draft. It works in the browser; the page says so, and what to do without scripts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from srpp_criteria.recognition.index_data import index_data, known_texts
from srpp_criteria.site.page import Asset, Page
from srpp_criteria.site.rendering import rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.site.edition_site import EditionSite


def verify_pages(site: EditionSite) -> Iterator[Page]:
    """The check of an edition; it knows the others, because a draft may hold texts of several."""
    text = rendered("verify.md", locale=site.locale, words=site.words, editions=site.whole.sites.values())
    yield Page(
        f"{site.locale}/verify.md",
        site.words["site-verify"],
        text,
        site.locale,
        description=site.words["site-verify-about"],
        scripts=("verify",),
        wide=True,
    )


def known_text_files(site: EditionSite) -> Iterator[Asset]:
    """The texts that the script looks for: all that this edition ever published, and what it shows today."""
    texts = known_texts(site.whole.shelf.register, [site.edition], site.locale)
    content = json.dumps(index_data(texts), ensure_ascii=False, separators=(",", ":"))
    yield Asset(f"{site.locale}/recognition.json", content.encode())
