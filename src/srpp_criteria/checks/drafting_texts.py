# SPDX-License-Identifier: Apache-2.0
"""SRPP3xx, sentence by sentence: each published text, in each language, says who owes what by when.

The words by which a language is read stand in criteria/registers/drafting.yml, so that whoever writes the language can
mend them. Every finding can be waived in the file, with a reason.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from srpp_criteria.checks.phrases import finder
from srpp_criteria.checks.registry import TEXT_CHECKS, Finding, check
from srpp_criteria.checks.sentences import sentences
from srpp_criteria.checks.texts import drafting_words
from srpp_criteria.models.item import Clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.checks.texts import Text
    from srpp_criteria.shelf.shelf import Shelf

WORDS_TO_THE_START = 6
"""So many words after the unit the event from which a time runs must have been named."""

_NAMES_ANYWHERE = re.compile(r"^(?:sections|columns)\.")


@check(TEXT_CHECKS, "SRPP301", "weak-wording", waivable=True)
def weak_wording(text: Text, shelf: Shelf) -> Iterator[Finding]:
    """A text uses words after which nobody knows what is owed, such as "where possible".

    ## Why it matters
    A duty that depends on the debtor's own view of what is possible cannot be enforced.

    ## How to mend it
    Say who does what by when; write the exception as a condition that can be checked.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor pays wages on time where possible.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor pays wages on time, unless the bank of the worker refuses the transfer.
    ```
    """
    words = drafting_words(text, shelf)
    if words is None or not text.signed:
        return
    for found in finder(words.weak).matches(text.words):
        says = f'{text.name}: "{found[0]}" leaves open what is owed'
        yield Finding((), says, "say who does what by when, and name the exception")


@check(TEXT_CHECKS, "SRPP304", "label-without-equivalent", since="0.2", waivable=True)
def label_without_equivalent(text: Text, shelf: Shelf) -> Iterator[Finding]:
    """A text of the tender names a label or standard and does not say, in its language, "or equivalent".

    ## Why it matters
    A bidder who meets the demand by other means must be let in; a label that is named alone shuts the bidder out.

    ## How to mend it
    Write "or equivalent" behind the name, in the words of the language.

    ## Sources
    `eu-2014-24-art-42`, `eu-2014-24-art-43`, `eu-2014-24-art-44`

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor holds a certificate of SA8000 for its kitchen.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor holds a certificate of SA8000 or equivalent for its kitchen.
    ```
    """
    words = drafting_words(text, shelf)
    if words is None or not (text.signed or _NAMES_ANYWHERE.match(text.address)):
        return
    found = finder(shelf.registers.label_names).first(text.words)
    if found is not None and not finder(words.equivalent).is_in(text.words):
        says = f'{text.name}: "{found[0]}" is named without "{words.equivalent[0]}"'
        yield Finding((), says, f'write "{words.equivalent[0]}" behind it')


@check(TEXT_CHECKS, "SRPP305", "company-policy", since="0.2", waivable=True)
def company_policy(text: Text, shelf: Shelf) -> Iterator[Finding]:
    """A text of the tender asks for what a company does in general, not for what is bought.

    ## Why it matters
    A demand must be linked to the subject matter of the contract. General company policy is not, and the tender
    falls in court.

    ## How to mend it
    Name the goods, works, services or people of this contract. A sentence that policy does not count is sound.

    ## Sources
    `eu-2014-24-art-67`, `eu-2014-24-art-70`

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor pays all its employees a living wage.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor pays everybody who works on this contract a living wage.
    ```
    """
    words = drafting_words(text, shelf)
    if words is None or not text.signed:
        return
    policy = finder(words.policy)
    if not policy.is_in(text.words):
        return
    for sentence in sentences(text.words, message=True):
        found = policy.first(sentence)
        if found is not None and not finder(words.denial).is_in(sentence):
            says = f'{text.name}: "{found[0]}" reaches beyond this contract'
            yield Finding((), says, "name the goods, works, services or people of this contract")


@check(TEXT_CHECKS, "SRPP306", "deadline-without-start", since="0.2", waivable=True)
def deadline_without_start(text: Text, shelf: Shelf) -> Iterator[Finding]:
    """A text gives a time limit and does not say from which event it runs.

    ## Why it matters
    Both sides count from another day, and the remedy for delay cannot be used.

    ## How to mend it
    Name the event that both sides can date: the signature, the receipt, the notice, the end of the month.

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor hands over the pay slips within 10 working days.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor hands over the pay slips within 10 working days after the request.
    ```
    """
    words = drafting_words(text, shelf)
    # An indicator and its target measure against a limit whose start the duty names.
    if words is None or not text.signed or text.address.endswith((".indicator", ".target")):
        return
    if not finder(words.within).is_in(text.words):
        return
    limit = _limit(words.within, words.units)
    for sentence in sentences(text.words, message=True):
        for found in limit.finditer(sentence):
            before, after = sentence[: found.end()], " ".join(sentence[found.end() :].split()[:WORDS_TO_THE_START])
            named = finder(words.events).is_in(before[: found.start()]) or finder(words.events).is_in(found["number"])
            if not named and not finder(words.starts).is_in(after):
                says = f'{text.name}: "{found[0]}" does not say from when'
                yield Finding((), says, "name the event from which the time runs")


@check(TEXT_CHECKS, "SRPP307", "duty-without-actor", since="0.2", waivable=True)
def duty_without_actor(text: Text, shelf: Shelf) -> Iterator[Finding]:
    """A sentence says what shall be done and names nobody who does it; or a part of a clause names no party at all.

    ## Why it matters
    What is nobody's duty is nobody's breach.

    ## How to mend it
    Make the one who owes it the subject: "The Contractor hands over", not "shall be handed over".

    ## Wrong
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: Pay slips shall be archived. The Contractor shows them on request.
    ```

    ## Right
    ```yaml
    # criteria/food/fair-pay.yml
    text:
      - id: obligation
        text: The Contractor archives the pay slips. It shows them on request.
    ```
    """
    words = drafting_words(text, shelf)
    if words is None or not text.signed:
        return
    actors = finder(words.actors)
    forms = finder(words.duty_without_actor)
    if forms.is_in(text.words):
        for sentence in sentences(text.words, message=True):
            found = forms.first(sentence)
            if found is not None and not actors.is_in(sentence):
                says = f'{text.name}: "{found[0]}" does not say by whom'
                yield Finding((), says, "make the one who owes it the subject of the sentence")
    elif text.field == "text" and isinstance(text.item, Clause) and not actors.is_in(text.words):
        yield Finding((), f"{text.name}: no party stands in this part of the clause", "say who owes it")


@lru_cache(maxsize=16)
def _limit(within: tuple[str, ...], units: tuple[str, ...]) -> re.Pattern[str]:
    """A time limit of the language: "within", up to three words of number, a unit."""
    opening = _either(within)
    return re.compile(rf"(?<!\w){opening}\s+(?P<number>(?:\S+\s+){{0,3}}?){_either(units)}(?!\w)", re.IGNORECASE)


def _either(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(one).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for one in longest_first) + ")"
