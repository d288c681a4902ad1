# SPDX-License-Identifier: Apache-2.0
"""Permanent pages: one for every released text, and the list of all released texts of an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from srpp_criteria.comparison.parameter_figures import Figures, figures
from srpp_criteria.documents.document import Heading
from srpp_criteria.documents.html import blocks_html
from srpp_criteria.documents.item_blocks import ItemBlocks
from srpp_criteria.errors import SrppError
from srpp_criteria.site.page import Page
from srpp_criteria.site.released_reading import ReleasedReading
from srpp_criteria.site.released_texts import history_of, kind_of_step
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.standing import replacement_of, standing_of
from srpp_criteria.site.text_changes import changes_page, name_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from srpp_criteria.documents.document import Block
    from srpp_criteria.site.edition_site import EditionSite
    from srpp_criteria.site.released_texts import ReleasedText


def version_pages(site: EditionSite) -> Iterator[Page]:
    """All permanent pages of an edition; their number grows with that of the released texts, and no faster."""
    for item in site.whole.shelf.register.items:
        history = history_of(item, site)
        if not history:
            continue
        if item not in site.edition:
            yield _gone_page(history, site)
        yield _list_page(history, site)
        for position, one in enumerate(history):
            yield _text_page(one, history, site)
            if len(history) > 1:
                yield changes_page(history, position, site)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A text as its page shows it: blocks as HTML, and the figures that are signed."""

    blocks: Markup
    values: tuple[tuple[str, Figures], ...]


def _text_page(one: ReleasedText, history: Sequence[ReleasedText], site: EditionSite) -> Page:
    newest = history[-1]
    is_newest = one is newest
    shown = laid_out(one, site)
    markdown = rendered(
        "released.md",
        **_item_today(history, site),
        one=one,
        before=one.before,
        newest=None if is_newest else newest,
        newest_name=name_in(site.words, newest.line),
        step="" if is_newest else kind_of_step(one.line, newest.line),
        since=() if is_newest else newest.notes_since(one.line),
        edition_name=site.name,
        blocks=shown.blocks if shown is not None else None,
        values=shown.values if shown is not None else (),
    )
    return Page(
        f"{site.locale}/{one.line.item}/{one.name}.md",
        f"{one.title} – {name_in(site.words, one.line)}",
        markdown,
        site.locale,
        one.intent,
        wide=True,
        indexed=is_newest,
        feed=_feed(history, site),
    )


def laid_out(one: ReleasedText, site: EditionSite) -> LaidOut | None:
    """The whole text; None if it does not fit the models, words or methods of today."""
    entry = one.entry
    if entry is None:
        return None
    try:
        reading = ReleasedReading(entry.fill(), site.words)
        _, *blocks = ItemBlocks(entry, reading, site.edition.data, level=1, stamp=False).all()
        html = Markup(blocks_html(_below(blocks)))  # noqa: S704  # the writer escapes
        values = tuple((one.label, figures(one, site.locale, site.words)) for one in entry.parameters.values())
    except (SrppError, ValueError, LookupError):
        # A value outside of today's limits, a pattern that nobody reads any more, a role or a method without a word:
        # whatever it is, its words are shown as they are written.
        return None
    return LaidOut(html, values)


def _below(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with their headings one level below those of the page."""
    for block in blocks:
        yield Heading(2, block.text, block.anchor, numbered=False) if isinstance(block, Heading) else block


def _list_page(history: Sequence[ReleasedText], site: EditionSite) -> Page:
    item = history[-1].line.item
    register = site.whole.shelf.register
    others = [one for one in site.whole.sites.values() if one is not site and register.lines_of(item, one.locale)]
    about = _item_today(history, site)
    markdown = rendered("versions.md", **about, item=item, texts=history, others=others)
    title = f"{about['title']} – {site.words['site-versions']}"
    path, lead = f"{site.locale}/{item}/versions.md", site.words["site-versions-lead"]
    return Page(path, title, markdown, site.locale, lead, wide=True, feed=_feed(history, site))


def _gone_page(history: Sequence[ReleasedText], site: EditionSite) -> Page:
    """What stands at the address of an item that left the edition: links of long ago lead there."""
    newest = history[-1]
    markdown = rendered("gone.md", **_item_today(history, site), newest=newest)
    path = f"{site.locale}/{newest.line.item}.md"
    return Page(path, newest.title, markdown, site.locale, newest.intent, wide=True, feed=_feed(history, site))


def _item_today(history: Sequence[ReleasedText], site: EditionSite) -> dict[str, Any]:
    """What templates know of the item as it is today."""
    item = history[-1].line.item
    present = site.edition[item] if item in site.edition else None  # noqa: SIM401  # an edition has no `get`
    return {
        "locale": site.locale,
        "words": site.words,
        "title": present.title if present is not None else history[-1].title,
        "present": present,
        "in_work": present is not None and standing_of(present, site).released is None,
        "missing": site.edition.missing.get(item),
        "replacement": replacement_of(item, site),
    }


def _feed(history: Sequence[ReleasedText], site: EditionSite) -> str:
    return f"{site.locale}/{history[-1].line.item}/feed.xml"
