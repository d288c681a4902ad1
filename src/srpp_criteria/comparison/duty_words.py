# SPDX-License-Identifier: Apache-2.0
"""Words by which a duty hangs: who, whether, how much, by when. And when two wordings say the same.

A language without a list here has no harmless words: every other word is then taken for a change of duty.
"""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"(?:(?<![\w)])[-−])?\d+(?:[.,:/–-]\d+)*"  # a number with its minus, a share, a range
    r"|\w+(?:['’‐‑-]\w+)*"
    r"|'(?=[{}])|(?<=[{}])'"  # quotes that turn a placeholder into words
    r"|[^\w\s]"
)
_HARMLESS = frozenset(".,;:!?\"“”„«»‘’‹›'()[]*_–—-‐‑…·•")
_PLACEHOLDER = re.compile(r"\{\s*(\w+)")

_PARTIES = """
    contractor contractor's contractors subcontractor subcontractor's subcontractors authority authority's authorities
    bidder bidder's bidders tenderer tenderer's tenderers candidate candidates supplier supplier's suppliers buyer
    buyer's producer producers worker worker's workers employer employers firm firm's firms site sites auditor auditors
    coordinator inspectorate representative representatives manager lead panel user users person persons
    consultant group participant participants chair visitor visitors party parties third
"""
_WHETHER = """
    shall must may can should will would cannot not no none never nor neither without unless except excluding including
    if when where only solely or and either both any each every all entire whole instead otherwise also
    prohibited forbidden permitted allowed entitled obliged required requires demand demands duty duties right
    free voluntary optional mandatory binding waive waives exempt equivalent
"""
_HOW_MUCH = """
    one two three four five six seven eight nine ten eleven twelve half third quarter double twice once
    least most minimum maximum more less fewer exceed exceeds above below over under up to than first last
    percent per total share
"""
_BY_WHEN = """
    before after within until by during from since at on day days working week weeks month months year years hour hours
    immediately promptly deadline start end
"""

_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(f"{_PARTIES} {_WHETHER} {_HOW_MUCH} {_BY_WHEN}".split()),
}
"""By language; the base text is English, and only it has versions."""


def tokens(text: str) -> tuple[str, ...]:
    """What counts of a wording: words and signs without case, spaces, punctuation and emphasis.

    >>> tokens("The *Contractor* pays, within 2.5 days;") == tokens("the contractor pays within 2.5 days.")
    True
    >>> tokens("at most 2.5") == tokens("at most 25")
    False
    """
    quotes = _quotes(text)
    found = (sign.casefold().replace("’", "'").strip("_") for sign in _TOKENS.findall(text))
    return tuple(sign for sign in found if sign and (sign not in _HARMLESS or (quotes and sign == "'")))


def _quotes(text: str) -> bool:
    """Whether an apostrophe stands at a brace: there it decides whether a figure is shown."""
    return "'{" in text or "}'" in text or "'}" in text or "{'" in text


def duties(text: str, language: str) -> tuple[str, ...]:
    """The words of a text by which a duty hangs, with its figures and placeholders, in their order.

    >>> duties("The Bidder fills in {rows} rows, and no more.", "en")
    ('bidder', '{', 'rows', '}', 'rows', 'and', 'no', 'more')
    """
    known = _WORDS.get(language)
    found = tokens(text)
    if known is None:
        return found
    names = set(_PLACEHOLDER.findall(text.casefold()))
    return tuple(
        token
        for token in found
        if token in known or token in names or not token[0].isalpha() or any(sign.isdigit() for sign in token)
    )
