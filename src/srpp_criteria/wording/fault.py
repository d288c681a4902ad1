# SPDX-License-Identifier: Apache-2.0
"""What can be wrong with the wording of one string, and the code of each fault."""

from __future__ import annotations

from dataclasses import dataclass

FAULT_TITLES: dict[str, str] = {
    "SRPP140": "sentence pattern cannot be read",
    "SRPP141": "placeholder is not declared",
    "SRPP142": "plural on something that is not a number",
    "SRPP143": "select on something that is not a choice",
    "SRPP144": "plural form missing for the language",
    "SRPP145": "plural form unknown in the language",
    "SRPP146": "select names an unknown option",
    "SRPP147": "select leaves an option without words",
    "SRPP148": "law citation used for more than its name",
    "SRPP149": "plural branch for a number that is not allowed",
    "SRPP150": "raw HTML",
    "SRPP151": "image",
    "SRPP152": "code",
    "SRPP153": "heading",
    "SRPP154": "block quote",
    "SRPP155": "table",
    "SRPP156": "thematic break",
    "SRPP157": "link target not allowed",
    "SRPP158": "list nested too deep",
    "SRPP159": "character reference to a hidden character",
}
"""Every code that this package gives out, with the defect it names. A code is never reused."""


@dataclass(frozen=True, slots=True)
class WordingFault:
    """One thing that is wrong with a string: the caller knows the file and adds the place.

    `code` is a key of `FAULT_TITLES`. `offset` counts characters from the start of the string, from 0; in a string
    with quoted braces it may be a few characters off inside one literal.
    """

    code: str
    says: str
    hint: str
    offset: int


def did_you_mean(written: str, known: list[str]) -> str:
    """The way out for a mistyped name: the near miss if there is one, else all that may be written.

    >>> did_you_mean("max_tier", ["max_tiers", "start_date"])
    'did you mean "max_tiers"?'
    >>> did_you_mean("x", ["max_tiers", "start_date"])
    'known: max_tiers, start_date'
    """
    # Slow to import and needed only when something is wrong.
    from difflib import get_close_matches

    near = get_close_matches(written, known, n=1)
    if near:
        return f'did you mean "{near[0]}"?'
    return f"known: {', '.join(known)}" if known else "none is declared"
