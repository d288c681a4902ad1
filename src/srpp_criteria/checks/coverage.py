# SPDX-License-Identifier: Apache-2.0
"""SRPP40x: the register of topics says where the library demands nothing, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.checks.registry import TOPIC_CHECKS, Finding, check
from srpp_criteria.diagnostics import Severity
from srpp_criteria.edition.coverage import core_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.edition.coverage import Cell
    from srpp_criteria.models.registers import TopicRegister
    from srpp_criteria.shelf.shelf import Shelf


@check(TOPIC_CHECKS, "SRPP406", "topic-without-core")
def topic_without_core(register: TopicRegister, shelf: Shelf) -> Iterator[Finding]:
    """A sector that the register covers has no core criterion or clause on a topic, and no reason why not.

    Forms, sheets, visits, dialogues and meetings do not count: they demand nothing. Only sectors under `covers` are
    held to it, so that a new sector can grow text by text.

    ## Why it matters
    A buyer who looks for the topic finds nothing to begin with, and cannot tell a decision from a gap.

    ## How to mend it
    Write a core criterion or clause, or say under `no_core` of the topic why the sector needs none.

    ## Wrong
    ```yaml
    # criteria/registers/topics.yml
    covers: [food]
    ```

    ## Right
    ```yaml
    # criteria/registers/topics.yml
    covers: [food]
    entries:
      - {key: pay, title: Pay, says: Wages., need: working-conditions}
      - key: safety
        title: Safety
        says: Accidents.
        need: working-conditions
        no_core:
          - {sector: food, reason: The kitchen belongs to the buyer and is in its own safety plan.}
    ```
    """
    cells = _cells(shelf)
    for position, topic in enumerate(register.entries):
        explained = {one.sector for one in topic.no_core}
        for sector in register.covers:
            if (sector, topic.key) not in cells and sector not in explained:
                yield Finding(
                    ("entries", position),
                    f'{sector} has no core criterion or clause on "{topic.key}", and no reason is given',
                    "write one, or say under no_core why the sector needs none",
                )


@check(TOPIC_CHECKS, "SRPP407", "reason-without-gap", severity=Severity.WARNING)
def reason_without_gap(register: TopicRegister, shelf: Shelf) -> Iterator[Finding]:
    """The register says why a sector has no core text on a topic, but it has one.

    ## Why it matters
    The coverage map would explain a gap that is closed, and the reason speaks against a text of the library.

    ## How to mend it
    Delete the reason; or look again whether the text is core.

    ## Wrong
    ```yaml
    # criteria/registers/topics.yml
    entries:
      - key: pay
        title: Pay
        says: Wages.
        need: working-conditions
        no_core:
          - {sector: food, reason: Wages of cooks are set by law.}
    ```

    ## Right
    ```yaml
    # criteria/registers/topics.yml
    entries:
      - {key: pay, title: Pay, says: Wages., need: working-conditions}
    ```
    """
    cells = _cells(shelf)
    for position, topic in enumerate(register.entries):
        for number, one in enumerate(topic.no_core):
            found = cells.get((one.sector, topic.key), ())
            if found:
                says = f'{one.sector} has a core text on "{topic.key}": {found[0]}'
                yield Finding(("entries", position, "no_core", number), says, "delete the reason")


def _cells(shelf: Shelf) -> Mapping[Cell, tuple[str, ...]]:
    return core_cells(item.value for item in shelf.items.values())
