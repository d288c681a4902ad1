# SPDX-License-Identifier: Apache-2.0
"""Part of `make bench`: how well and how fast texts are found in drafts.

(r1) recall and precision of items in generated drafts, of their versions and of exact or altered: at least 0.97;
(r2) a draft of 150,000 words against 10,000 texts, beyond loading and making the index: at most 2 seconds;
(r3) time per word from 15,000 to 150,000 words, and time per text of the index from 1,000 to 10,000: at most 1.3 times
     as long for the larger.
"""

from __future__ import annotations

import sys
import time

from edited_drafts import edited_draft, long_draft, many_versions

from srpp_criteria import Library
from srpp_criteria.recognition.findings import Verdict
from srpp_criteria.recognition.index import Index
from srpp_criteria.recognition.index_data import KnownText, index_data, known_texts
from srpp_criteria.recognition.recognise import recognise

Result = tuple[str, float, float]


def recognition_results(*, quick: bool) -> list[Result]:
    """Every measurement, as (title, found, limit); shares are turned round, so that smaller is better."""
    library = Library.load()
    present = known_texts((), [library.edition(locale) for locale in library.locales])
    few, many = (500, 2000) if quick else (1000, 10_000)
    texts = many_versions(present, many)
    # The larger index first: what the interpreter has already grown for it does not count against the other.
    index, many_seconds = _timed_index(texts)
    _, few_seconds = _timed_index(many_versions(present, few))
    results = _quality(texts, index, 60 if quick else 300)
    words = 15_000 if quick else 150_000
    long, short = long_draft(texts, words), long_draft(texts, words // 10)
    recognise(short[:50], index)
    long_found, long_seconds = _timed_draft(long, index)
    short_found, short_seconds = _timed_draft(short, index)
    print(
        f"    {long_found} words against {len(texts)} texts: {long_seconds:.2f} s; index made in {many_seconds:.1f} s"
    )
    slower = (long_seconds / long_found) / (short_seconds / short_found)
    return [
        *results,
        (f"(r2) seconds for {long_found} words against {len(texts)} texts", long_seconds, 2.0),
        ("(r3) time per word: ten times the words / the words", slower, 1.3),
        ("(r3) index, time per text: many texts / few", (many_seconds / many) / (few_seconds / few), 1.3),
    ]


def _timed_index(texts: list[KnownText]) -> tuple[Index, float]:
    start = time.process_time()
    index = Index.of(index_data(texts))
    assert index.works_of_segment
    return index, time.process_time() - start


def _timed_draft(blocks: list[str], index: Index) -> tuple[int, float]:
    """Words and the smallest time of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        found = recognise(blocks, index)
        times.append(time.process_time() - start)
    return found.words, min(times)


def _quality(texts: list[KnownText], index: Index, drafts: int) -> list[Result]:
    there = found_items = right = versions = verdicts = 0
    for seed in range(drafts):
        draft = edited_draft(texts, seed)
        found = {one.item: one for one in reversed(recognise(draft.blocks, index).texts)}
        there += len(draft.truth)
        found_items += len(found)
        for item, (text, altered) in draft.truth.items():
            if item not in found:
                continue
            right += 1
            one = found[item]
            names = {(name.version, name.locale) for name in (one.text, *one.also)}
            versions += (text.version, text.locale) in names
            verdicts += (one.verdict is Verdict.ALTERED) == altered
            if "--show" in sys.argv and (one.verdict is Verdict.ALTERED) != altered:
                print(seed, item, text.version, text.locale, altered, one.verdict, one.text.version)
                print([(p.address, [(r.mark, r.text[-60:]) for r in p.runs]) for p in one.passages if p.runs])
            if "--show" in sys.argv and (text.version, text.locale) not in names:
                print("VERSION", seed, item, text.version, text.locale, altered, names)
    print(
        f"    {drafts} drafts, {there} texts in them, {found_items} found, {right} of these rightly;"
        f" version right {versions}, exact or altered right {verdicts}"
    )
    return [
        ("(r1) items not found", 1 - right / there, 0.03),
        ("(r1) items found that are not there", 1 - right / found_items, 0.03),
        ("(r1) wrong version", 1 - versions / right, 0.03),
        ("(r1) exact told as altered, or altered as exact", 1 - verdicts / right, 0.03),
    ]


if __name__ == "__main__":
    for title, ratio, limit in recognition_results(quick="--quick" in sys.argv):
        print(f"{'ok ' if ratio <= limit else 'NOT'} {ratio:6.3f} (at most {limit:.2f})  {title}")
