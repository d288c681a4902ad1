# SPDX-License-Identifier: Apache-2.0
"""SRPP4xx: every key points into a register."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from srpp_criteria.checks.registry import ITEM_CHECKS, PACK_CHECKS, Finding, check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from srpp_criteria.models.item import Item
    from srpp_criteria.models.pack import Pack
    from srpp_criteria.shelf.shelf import Shelf


@check(ITEM_CHECKS, "SRPP401", "law-unknown")
def law_unknown(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """An item rests on a law that the register does not have.

    ## Why it matters
    Nobody can look the law up, and no market can put its own provision in its place.

    ## How to mend it
    Correct the key, or enter it: Union law in registers/laws.yml, a convention in conventions.yml, a judgment in
    judgments.yml.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    legal_basis: [eu-2014-24-art-70, eu-2014-24-art-700]
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    legal_basis: [eu-2014-24-art-70]
    ```
    """
    registers = shelf.registers
    for position, key in enumerate(item.legal_basis):
        if key not in registers.articles and key not in registers.acts:
            yield Finding(
                ("legal_basis", position),
                f'there is no law "{key}"',
                _near(key, [*registers.articles, *registers.acts]),
            )


@check(ITEM_CHECKS, "SRPP402", "topic-unknown")
def topic_unknown(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """An item has a topic that the register does not have.

    ## Why it matters
    Nobody who looks for the topic finds the item.

    ## How to mend it
    Use a topic of registers/topics.yml, or add one there.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    topics: [wages]
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    topics: [pay]
    ```
    """
    for position, key in enumerate(item.topics):
        if key not in shelf.registers.topics:
            yield Finding(("topics", position), f'there is no topic "{key}"', _near(key, shelf.registers.topics))


@check(ITEM_CHECKS, "SRPP403", "standard-unknown")
def standard_unknown(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """A proof accepts a standard or label that the register does not have.

    ## Why it matters
    The buyer cannot see what the label proves and what it does not.

    ## How to mend it
    Use a key of registers/standards.yml, or add the label there with what it covers.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    evidence:
      - id: pay-slips
        standards: [standard-sa8001]
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    evidence:
      - id: pay-slips
        standards: [standard-sa8000]
    ```
    """
    for position, proof in enumerate(item.evidence):
        for number, key in enumerate(proof.standards):
            if key not in shelf.registers.standards:
                at = ("evidence", position, "standards", number)
                yield Finding(at, f'there is no standard "{key}"', _near(key, shelf.registers.standards))


@check(ITEM_CHECKS, "SRPP404", "cpv-unknown")
def cpv_unknown(item: Item, shelf: Shelf) -> Iterator[Finding]:
    """An item names a CPV code that the register does not have.

    ## Why it matters
    A code with a wrong digit leads the search astray.

    ## How to mend it
    Correct the code and its check digit, or add it to registers/cpv.yml.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    codes:
      cpv: ["15000000-7"]
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    codes:
      cpv: ["15000000-8"]
    ```
    """
    yield from _unknown_cpv(item.codes.cpv, ("codes", "cpv"), shelf)


@check(PACK_CHECKS, "SRPP405", "pack-cpv-unknown")
def pack_cpv_unknown(pack: Pack, shelf: Shelf) -> Iterator[Finding]:
    """A pack names a CPV code that the register does not have.

    ## Why it matters
    A code with a wrong digit leads the search astray.

    ## How to mend it
    Correct the code and its check digit, or add it to registers/cpv.yml.

    ## Wrong
    ```yaml
    # criteria/packs/canteen.yml
    cpv: ["15000000-7"]
    ```

    ## Right
    ```yaml
    # criteria/packs/canteen.yml
    cpv: ["15000000-8"]
    ```
    """
    yield from _unknown_cpv(pack.cpv, ("cpv",), shelf)


def _unknown_cpv(codes: Collection[str], at: tuple[str, ...], shelf: Shelf) -> Iterator[Finding]:
    for position, code in enumerate(codes):
        if code not in shelf.registers.cpv:
            yield Finding((*at, position), f'there is no CPV code "{code}"', _near(code, shelf.registers.cpv))


def _near(key: str, known: Collection[str]) -> str:
    near = get_close_matches(key, list(known), n=1)
    return f'did you mean "{near[0]}"?' if near else "add it to the register first"
