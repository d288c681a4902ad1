# SPDX-License-Identifier: Apache-2.0
"""From the blocks of a draft to what stands in it. The specification is docs/concepts/recognition.md."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.edition.warnings import missing_links
from srpp_criteria.recognition.assign import GOOD_WORDS, assign
from srpp_criteria.recognition.draft_words import DraftWords, clean
from srpp_criteria.recognition.findings import MissingLink, Recognition
from srpp_criteria.recognition.judge import judge
from srpp_criteria.recognition.scan import scan
from srpp_criteria.recognition.stamps import StampState, take_stamps
from srpp_criteria.source import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from srpp_criteria.recognition.assign import Work
    from srpp_criteria.recognition.index import Index
    from srpp_criteria.recognition.scan import Match


def recognise(
    blocks: Iterable[str], index: Index, *, locale: str | None = None, notes: Iterable[str] = ()
) -> Recognition:
    """Which of the known texts stand in a draft.

    Args:
        blocks: paragraphs, headings, list entries and cells of the draft, in order.
        index: the known texts.
        locale: preferred where texts of several editions fit equally well.
        notes: what the reader of the file has to say.
    """
    with uncollected():
        return _recognised(blocks, index, locale, notes)


def _recognised(blocks: Iterable[str], index: Index, locale: str | None, notes: Iterable[str]) -> Recognition:
    rest, stamps = take_stamps((clean(block) for block in blocks), index)
    draft = DraftWords.of(rest)
    matches = scan(draft, index)
    copies = assign(draft, index, matches, stamps, locale)
    known = {text.stamp.lower() for text in index.texts}
    stamped = {
        f"srpp:{one.item}@{one.version}+{one.locale}.{one.revision}".lower()
        for one in stamps
        if one.state is StampState.KNOWN
    }
    texts = judge(draft, index, copies, {stamp for stamp in known if stamp.partition("#")[0] in stamped})
    items = {one.item for one in texts}
    without = dict.fromkeys(one.item for one in stamps if one.state is StampState.KNOWN and one.item not in items)
    return Recognition(
        texts=tuple(texts),
        stamps=tuple(stamps),
        stamps_without_words=tuple(without),
        links=tuple(_missing_links(index, items)),
        words=len(draft),
        notes=tuple(notes),
        shared=tuple(_shared_steps(index, matches, {copy.work for copy in copies})),
    )


def _shared_steps(index: Index, matches: Iterable[Match], found: set[Work]) -> list[str]:
    """Words of remedy ladders that stand there exactly and went to no text, since they belong to several."""
    addresses: set[str] = set()
    for match in matches:
        works = {work for segment in match.segments for work in index.works_of_segment[segment]}
        if not match.exact or match.words < GOOD_WORDS or not works.isdisjoint(found):
            continue
        passages = [index.passages[each] for segment in match.segments for each in index.passages_of_segment[segment]]
        own = {address for address, kind, _ in passages if kind == "side" and address.startswith("ladder.")}
        if len({item for item, _ in works}) > 1:
            addresses |= own
    return sorted(addresses)


def _missing_links(index: Index, items: set[str]) -> Iterator[MissingLink]:
    for item in sorted(items):
        facts = index.items[item]
        for kind, names in missing_links(facts["secured_by"], facts["requires"], facts["forms"], items):
            yield MissingLink(kind.value, item, names)
