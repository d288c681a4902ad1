# SPDX-License-Identifier: Apache-2.0
"""SRPP3xx, length: the text can be read and signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.checks.registry import ITEM_CHECKS, Finding, check
from srpp_criteria.diagnostics import Severity
from srpp_criteria.wording.lengths import MAX_PART_WORDS, MAX_SENTENCE_WORDS, length_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.models.item import Item
    from srpp_criteria.shelf.shelf import Shelf


@check(ITEM_CHECKS, "SRPP302", "part-too-long", waivable=True)
def part_too_long(item: Item, _: Shelf) -> Iterator[Finding]:
    """A part has more than 180 words.

    ## Why it matters
    A part is the unit that markets change and lawyers compare; a long one hides two duties.

    ## How to mend it
    Split it into two parts with one duty each.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: |
          The Contractor pays the cooks of kitchen A before noon of the last working day.
          The Contractor pays the cooks of kitchen B before noon of the last working day.
          The Contractor pays the cooks of kitchen C before noon of the last working day.
          The Contractor pays the cooks of kitchen D before noon of the last working day.
          The Contractor pays the cooks of kitchen E before noon of the last working day.
          The Contractor pays the cooks of kitchen F before noon of the last working day.
          The Contractor pays the cooks of kitchen G before noon of the last working day.
          The Contractor pays the cooks of kitchen H before noon of the last working day.
          The Contractor pays the cooks of kitchen I before noon of the last working day.
          The Contractor pays the cooks of kitchen J before noon of the last working day.
          The Contractor pays the cooks of kitchen K before noon of the last working day.
          The Contractor pays the cooks of kitchen L before noon of the last working day.
          The Contractor pays the cooks of kitchen M before noon of the last working day.
          The Contractor pays the cooks of kitchen N before noon of the last working day.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor pays the cooks of every kitchen before noon of the last working day.
    ```
    """
    for position, part in enumerate(item.text):
        words = length_of(part.text).words
        if words > MAX_PART_WORDS:
            says = f'part "{part.id}" has {words} words (at most {MAX_PART_WORDS})'
            yield Finding(("text", position, "text"), says, "split it into parts with one duty each")


@check(ITEM_CHECKS, "SRPP303", "sentences-too-long", severity=Severity.WARNING, waivable=True)
def sentences_too_long(item: Item, _: Shelf) -> Iterator[Finding]:
    """The sentences of an item's text have more than 25 words on average.

    ## Why it matters
    Small firms and foreign bidders read these sentences in a hurry and without a lawyer.

    ## How to mend it
    One duty, one sentence.

    ## Wrong
    ```yaml
    # criteria/food/fair-plan.yml
    text:
      - id: offer
        text: |
          The Contractor pays cooks, servers, cleaners and drivers on time and in full,
          and pays those who left during the month by the day on which all the others receive their pay.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-plan.yml
    text:
      - id: offer
        text: |
          The Contractor pays cooks, servers, cleaners and drivers on time and in full.
          Those who left receive their pay on the same day.
    ```
    """
    lengths = [length_of(part.text) for part in item.text]
    words = sum(length.words for length in lengths)
    sentences = sum(len(length.sentences) for length in lengths)
    if sentences and words / sentences > MAX_SENTENCE_WORDS:
        says = f"sentences have {words / sentences:.0f} words on average (at most {MAX_SENTENCE_WORDS})"
        yield Finding(("text",), says, "one duty, one sentence")
