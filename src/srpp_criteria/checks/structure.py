# SPDX-License-Identifier: Apache-2.0
"""SRPP13x: names inside one file fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.checks.item_words import words_in
from srpp_criteria.checks.registry import ITEM_CHECKS, Finding, check
from srpp_criteria.checks.takes import citations_of, takes_of
from srpp_criteria.models.item import Criterion
from srpp_criteria.models.parameter import BooleanParameter, ChoiceParameter
from srpp_criteria.wording import MessageError, check_markup, check_message, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.models.item import Item
    from srpp_criteria.shelf.shelf import Shelf


@check(ITEM_CHECKS, "SRPP132", "parameter-without-use")
def parameter_without_use(item: Item, _: Shelf) -> Iterator[Finding]:
    """A parameter is asked for, but no sentence uses it.

    ## Why it matters
    The buyer fills in a figure that changes nothing, and believes it does.

    ## How to mend it
    Use the parameter in a sentence or a condition, or delete it.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    parameters:
      hours:
        type: integer
        label: Hours a week
        default: 8
        minimum: 1
        maximum: 40
        basis: {kind: judgement, says: A day.}
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    parameters:
      hours:
        type: integer
        label: Hours a week
        default: 8
        minimum: 1
        maximum: 40
        basis: {kind: judgement, says: A day.}
    text:
      - id: roster
        text: The Contractor plans at least {hours} hours a week for each worker.
    ```
    """
    if not item.parameters:
        return
    used: set[str] = {part.when.parameter for part in item.text if part.when}
    for words in words_in(item):
        if words.message and "{" in words.text:
            try:
                used.update(parse(words.text).arguments)
            except MessageError:
                return  # SRPP140 says so
    if isinstance(item, Criterion) and item.scoring is not None:
        used.add(item.scoring.weight)
        used.update(value for value in item.scoring.settings.values() if isinstance(value, str))
    for name in item.parameters:
        if name not in used:
            yield Finding(
                ("parameters", name), f'parameter "{name}" is not used in any text', "use it in a sentence or delete it"
            )


@check(ITEM_CHECKS, "SRPP133", "condition-on-nothing")
def condition_on_nothing(item: Item, _: Shelf) -> Iterator[Finding]:
    """A part depends on a parameter that does not exist, is no choice, or has no such answer.

    ## Why it matters
    The part would never, or always, be in the text.

    ## How to mend it
    Name a boolean or choice parameter of the item, and one of its answers.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: cash
        text: The Contractor gives a receipt.
        when: {parameter: way, equals: cheque}
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: cash
        text: The Contractor gives a receipt.
        when: {parameter: way, equals: cash}
    ```
    """
    for position, part in enumerate(item.text):
        if part.when is None:
            continue
        at = ("text", position, "when")
        parameter = item.parameters.get(part.when.parameter)
        if parameter is None:
            known = ", ".join(item.parameters) or "none"
            yield Finding(
                (*at, "parameter"), f'parameter "{part.when.parameter}" is not declared', f"parameters: {known}"
            )
        elif isinstance(parameter, BooleanParameter):
            if not isinstance(part.when.equals, bool):
                yield Finding((*at, "equals"), f'"{part.when.equals}" is no answer to yes or no', "write true or false")
        elif isinstance(parameter, ChoiceParameter):
            options = [option.key for option in parameter.options]
            if part.when.equals not in options:
                yield Finding(
                    (*at, "equals"), f'"{part.when.equals}" is not an option', f"options: {', '.join(options)}"
                )
        else:
            says = f'"{part.when.parameter}" is a {parameter.type} parameter'
            yield Finding((*at, "parameter"), says, "a condition needs a boolean or a choice")


@check(ITEM_CHECKS, "SRPP134", "name-given-twice")
def name_given_twice(item: Item, _: Shelf) -> Iterator[Finding]:
    """Two entries of one list have the same name.

    ## Why it matters
    Translations, national changes and comparisons find an entry by its name.

    ## How to mend it
    Rename one of the two.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: transfer
        text: The Contractor pays by transfer.
      - id: transfer
        text: The Contractor bears the fees.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: transfer
        text: The Contractor pays by transfer.
      - id: fees
        text: The Contractor bears the fees.
    ```
    """
    lists: list[tuple[str, tuple[object, ...]]] = [("text", item.text), ("evidence", item.evidence)]
    for field in (
        "monitoring",
        "buyer_duties",
        "indicators",
        "columns",
        "sections",
        "questions",
        "checks",
        "findings",
        "agenda",
    ):
        lists += [(field, getattr(item, field, ()))]
    for field, entries in lists:
        seen: set[str] = set()
        for position, entry in enumerate(entries):
            name = str(getattr(entry, "id", ""))
            if name in seen:
                yield Finding(
                    (field, position, "id"), f'"{name}" is already the name of another entry', "rename one of the two"
                )
            seen.add(name)
    keys: set[str] = set()
    for position, source in enumerate(item.sources):
        if source.key in keys:
            yield Finding(
                ("sources", position, "key"), f'there are two sources "{source.key}"', "rename one of the two"
            )
        keys.add(source.key)


@check(ITEM_CHECKS, "SRPP135", "source-not-listed")
def source_not_listed(item: Item, _: Shelf) -> Iterator[Finding]:
    """A figure or statement names a source that the file does not list.

    ## Why it matters
    A figure without its source cannot be checked by anybody.

    ## How to mend it
    List the source under `sources`, or name one that is listed.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    parameters:
      days:
        basis: {kind: recalled, says: As the page says., source: a-pag}
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    parameters:
      days:
        basis: {kind: recalled, says: As the page says., source: a-page}
    ```
    """
    known = {source.key: source for source in item.sources}
    hint = f"sources: {', '.join(known)}"
    for name, parameter in item.parameters.items():
        key = parameter.basis.source
        if key is not None and key not in known:
            yield Finding(("parameters", name, "basis", "source"), f'source "{key}" is not listed', hint)
        elif key is not None and parameter.basis.kind == "seen" and known[key].seen is None:
            says = f'basis is called seen, but nobody has seen the source "{key}"'
            yield Finding(("parameters", name, "basis", "kind"), says, "write kind: recalled, or look the source up")
    for position, key in enumerate(item.guidance.market_readiness.sources):
        if key not in known:
            yield Finding(("guidance", "market_readiness", "sources", position), f'source "{key}" is not listed', hint)


@check(ITEM_CHECKS, "SRPP136", "citation-without-basis")
def citation_without_basis(item: Item, _: Shelf) -> Iterator[Finding]:
    """A text cites a law that is not in the item's legal basis.

    ## Why it matters
    The citation would stay empty in the tender.

    ## How to mend it
    Add the key to `legal_basis`.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: law
        text: The Contractor obeys {cite_eu_2014_24}.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: law
        text: The Contractor obeys {cite_eu_2014_24}.
    legal_basis: [eu-2014-24-art-70, eu-2014-24]
    ```
    """
    known = citations_of(item)
    for words in words_in(item):
        if words.message and "{cite_" in words.text:
            try:
                names = parse(words.text).arguments
            except MessageError:
                continue  # SRPP140 says so
            for name in names:
                if name.startswith("cite_") and name not in known:
                    says = f'"{name}" cites a law that is not in legal_basis'
                    yield Finding(
                        words.path, says, f"add {name.removeprefix('cite_').replace('_', '-')} to legal_basis"
                    )


@check(ITEM_CHECKS, "SRPP140", "wording")
def wording(item: Item, _: Shelf) -> Iterator[Finding]:
    """A sentence is no ICU message, or holds markup that may not stand in a tender.

    ## Why it matters
    The sentence would be wrong for some allowed value, or a document would not show it.

    ## How to mend it
    The message says what is wrong; the codes SRPP140 to SRPP159 are explained one by one in the reference.
    """
    takes = takes_of(item.parameters)
    for words in words_in(item):
        if words.message:
            for fault in check_message(words.text, locale="en", parameters=takes):
                yield Finding(words.path, f"{words.address}: {fault.says}", fault.hint, fault.code)
        for fault in check_markup(words.text):
            yield Finding(words.path, f"{words.address}: {fault.says}", fault.hint, fault.code)
