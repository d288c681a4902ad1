# SPDX-License-Identifier: Apache-2.0
"""Guidance, national changes, related items and sources of an entry, as blocks of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.documents.document import Heading, Paragraph, Table
from srpp_criteria.documents.inlines import Link, ListBlock, Strong, Text
from srpp_criteria.edition.locale import Locale
from srpp_criteria.wording import format_date, parse_markup

if TYPE_CHECKING:
    from srpp_criteria.documents.document import Block
    from srpp_criteria.documents.inlines import Inline
    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry


def guidance_blocks(entry: Entry, edition: Edition) -> list[Block]:
    """What a buyer should know before using the text."""
    words, guidance = edition.data.words, entry.item.guidance
    bands = [
        ((Text(edition.data.bands.get(one.band) or one.band),), _inlines(one.do)) for one in guidance.proportionality
    ]
    readiness, risk = guidance.market_readiness, guidance.legal_risk
    blocks: list[Block] = [
        _title(words["page-guidance"]),
        _lead(words["page-use-when"]),
        *parse_markup(guidance.use_when),
        _lead(words["page-avoid-when"]),
        *parse_markup(guidance.avoid_when),
        _lead(words["page-watch-outs"]),
        ListBlock(ordered=False, start=1, items=tuple(parse_markup(one) for one in guidance.watch_outs)),
        _lead(f"{words['page-market-readiness']} – {words[f'page-grade-{readiness.grade.value}']}"),
        *parse_markup(readiness.says),
        _lead(f"{words['page-legal-risk']} – {words[f'page-grade-{risk.grade.value}']}"),
        *parse_markup(risk.says),
        Table(((Text(words["page-proportionality"]),), (Text(words["page-guidance"]),)), tuple(bands), widths=(1, 3)),
    ]
    return blocks + _sources(entry, edition)


def _sources(entry: Entry, edition: Edition) -> list[Block]:
    words, cldr = edition.data.words, Locale.parse(edition.locale).cldr
    items = []
    for source in entry.item.sources:
        title: Inline = Link(source.url, (Text(source.title),)) if source.url else Text(source.title)
        seen = (
            words["page-seen"].replace("{date}", format_date(source.seen, cldr)) if source.seen else words["unverified"]
        )
        items.append((Paragraph((title, Text(f" ({seen})"))),))
    return [_title(words["page-sources"]), ListBlock(ordered=False, start=1, items=tuple(items))]


def _title(text: str) -> Heading:
    return Heading(2, text, numbered=False)


def _lead(text: str) -> Paragraph:
    return Paragraph((Strong((Text(text),)),))


def _inlines(text: str) -> tuple[Inline, ...]:
    return tuple(inline for block in parse_markup(text) if isinstance(block, Paragraph) for inline in block.inlines)
