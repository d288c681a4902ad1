# SPDX-License-Identifier: Apache-2.0
"""Compose a tender, or one item, into a document: what a procurer takes away, in the words of one edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.documents.document import (
    Block,
    Direction,
    Document,
    HeaderInfo,
    Heading,
    Labels,
    OpenBlank,
    PageBreak,
    Table,
)
from srpp_criteria.documents.inlines import Text
from srpp_criteria.documents.item_blocks import ItemBlocks
from srpp_criteria.documents.item_reading import FilledReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.fill import Filled
    from srpp_criteria.edition.tender import Tender


def tender_document(tender: Tender, *, stamps: bool = True, log: bool = False) -> Document:
    """The whole tender: sections in order, every item with its tables, an annex with versions and stamps.

    Args:
        tender: the filled selection.
        stamps: whether each item ends with its source stamp; the annex lists them in any case.
        log: whether the annex also tells what was left out, and all reasons; bidders read it, so on demand only.
    """
    edition = tender.edition
    words = edition.data.words
    blocks: list[Block] = []
    for section, taken in tender.sections.items():
        blocks.append(Heading(1, words[f"section-{section}"], anchor=section))
        for choice in taken:
            blocks += _item(choice.filled, edition, level=2, stamp=stamps)
    blocks += _annex_of_texts(tender, words)
    if log:
        blocks += _annex_of_decisions(tender, words)
    return _document(tender.title, edition, blocks, [choice.filled for choice in tender.taken], contents=2)


def item_document(filled: Filled, edition: Edition, *, stamp: bool = True) -> Document:
    """One item alone, with everything a tender needs of it."""
    blocks = _item(filled, edition, level=1, stamp=stamp)
    return _document(filled.entry.title, edition, blocks, [filled], contents=0)


def _item(filled: Filled, edition: Edition, *, level: int, stamp: bool) -> list[Block]:
    reading = FilledReading(filled, edition.data.words)
    return ItemBlocks(filled.entry, reading, edition.data, level=level, stamp=stamp).all()


def _document(
    title: str, edition: Edition, blocks: Iterable[Block], filled: Iterable[Filled], *, contents: int
) -> Document:
    words = edition.data.words
    chosen = list(filled)
    statuses = {edition.data.status.value, *(one.entry.item.status.value for one in chosen)}
    notice = next(words[f"status-{status}"] for status in ("draft", "deprecated", "reviewed") if status in statuses)
    older = any(one.entry.note for one in chosen)
    return Document(
        title=title,
        language=language_tag(edition.locale),
        direction=Direction.LEFT_TO_RIGHT,
        header=HeaderInfo(title, locale_name(edition)),
        labels=labels(words),
        blocks=tuple(blocks),
        notice=f"{notice} {words['older-text']}" if older else notice,
        open_blanks=tuple(
            OpenBlank(f"{one.entry.id}.{blank.name}", blank.label, one.entry.title)
            for one in chosen
            for blank in one.blanks
        ),
        contents_depth=contents,
    )


def labels(words: Mapping[str, str]) -> Labels:
    """The writers' own words in the language of an edition."""
    return Labels(
        page=words["page-of"],
        contents=words["contents"],
        open_blanks=words["open-blanks"],
        open_blanks_note=words["open-blanks-note"],
        blank=words["blank"],
        where=words["where"],
        labelled=words["labelled"],
    )


def locale_name(edition: Edition) -> str:
    """Which edition this is, for a reader: "Norge, bokmål"."""
    return edition.data.words.get(f"locale-{edition.locale.lower()}", edition.locale)


def language_tag(locale: str) -> str:
    """The tag for the spell checker; the master edition is English as it is written in Europe."""
    return "en-IE" if locale == "en" else locale


def _annex_of_texts(tender: Tender, words: Mapping[str, str]) -> list[Block]:
    header = tuple((Text(words[name]),) for name in ("annex-number", "annex-item", "annex-version", "annex-stamp"))
    rows = tuple(
        (
            (Text(str(number)),),
            (Text(one.filled.entry.title),),
            (Text(one.filled.entry.version),),
            (Text(one.filled.stamp),),
        )
        for number, one in enumerate(tender.taken, 1)
    )
    return [
        PageBreak(),
        Heading(1, words["annex-texts"], anchor="annex-texts", numbered=False),
        Table(header, rows, widths=(0.5, 3, 1, 4)),
    ]


def _annex_of_decisions(tender: Tender, words: Mapping[str, str]) -> list[Block]:
    blocks: list[Block] = []
    if tender.left:
        blocks.append(Heading(2, words["annex-left"], numbered=False))
        blocks.append(
            Table(
                ((Text(words["annex-item"]),), (Text(words["annex-reason"]),)),
                tuple(((Text(left.entry.title),), (Text(left.reason or words["none-given"]),)) for left in tender.left),
                widths=(1, 1),
            )
        )
    reasons = [one for one in tender.taken if one.reason]
    if reasons:
        blocks.append(Heading(2, words["annex-taken"], numbered=False))
        blocks.append(
            Table(
                ((Text(words["annex-item"]),), (Text(words["annex-reason"]),)),
                tuple(((Text(one.filled.entry.title),), (Text(one.reason or ""),)) for one in reasons),
                widths=(1, 1),
            )
        )
    return blocks
