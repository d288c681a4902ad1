# SPDX-License-Identifier: Apache-2.0
"""One plain page for each item of each edition; what strangers write stays harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING

import markdown  # type: ignore[import-untyped]  # no stubs
import pytest

from srpp_criteria import Library
from srpp_criteria.models.words import with_words
from srpp_criteria.site.pages import item_page, pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria import Edition

TIERS = "construction-subcontracting-tier-limit"


@pytest.fixture(scope="module")
def edition(repository: Path) -> Edition:
    """The Norwegian edition."""
    return Library.load(repository).edition("nb-NO")


def html(text: str) -> str:
    """The page as MkDocs would show it."""
    return str(markdown.markdown(text.split("---", 2)[2], extensions=["tables"]))


def test_each_entry_has_its_page_and_the_edition_an_index(edition: Edition) -> None:
    """The address is the locale and the id."""
    paths = [page.path for page in pages_of(edition)]

    assert paths[0] == "nb-NO/index.md"
    assert set(paths[1:]) == {f"nb-NO/{entry.id}.md" for entry in edition}


def test_a_page_shows_text_values_guidance_and_sources(edition: Edition) -> None:
    """A buyer sees what to fill in, when to use it, and what it rests on, in the language of the edition."""
    words = edition.data.words
    shown = item_page(edition[TIERS], edition).markdown

    for key in ("page-intent", "page-values", "page-guidance", "page-use-when", "page-sources", "status-draft"):
        assert words[key] in shown
    assert edition[TIERS].title in shown
    assert edition[TIERS].stamp in shown


def test_the_index_links_every_entry_in_the_order_of_a_tender(edition: Edition) -> None:
    """Technical specifications stand before award criteria, those before clauses."""
    index = next(iter(pages_of(edition))).markdown
    order = [edition.data.words[f"section-{name}"] for name in ("technical-specification", "award", "clause")]

    assert [index.index(f"## {title}") for title in order] == sorted(index.index(f"## {title}") for title in order)
    assert all(f"]({entry.id}.md)" in index for entry in edition)


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "[click](JaVaScRiPt&#58;alert(1))",
        "![x](https://example.org/x.png)",
        '=HYPERLINK("http://example.org")',
    ],
)
def test_hostile_words_come_out_as_words(edition: Edition, hostile: str) -> None:
    """Even if a check were passed over, a page runs nothing and loads nothing."""
    entry = edition[TIERS]
    item = with_words(entry.item, {"title": hostile, "intent": hostile, "text.obligation.title": hostile})
    shown = html(item_page(entry.model_copy(update={"item": item}), edition).markdown)

    assert "<script" not in shown
    assert "<img" not in shown
    assert 'href="javascript' not in shown.lower()
    assert "href=&quot;javascript" not in shown.lower()
