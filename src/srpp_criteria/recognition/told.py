# SPDX-License-Identifier: Apache-2.0
"""The findings as plain sentences, for a contract manager at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from srpp_criteria.diagnostics import counted
from srpp_criteria.recognition.findings import State, Verdict
from srpp_criteria.recognition.stamps import StampState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from srpp_criteria.recognition.findings import MissingLink, PassageFound, Recognition, TextFound
    from srpp_criteria.recognition.names import TextNames
    from srpp_criteria.recognition.stamps import StampFound

_VERDICTS: Final = {
    Verdict.EXACT: "exact",
    Verdict.EXACT_IN_PART: "exact, but parts are left out",
    Verdict.ALTERED: "altered",
}
_MARKS: Final = {"kept": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
_CONTEXT: Final = 8
"""Words shown before and behind a mark."""
_SHARED: Final = (
    "Some words are of a remedy ladder that several texts share: they do not tell which text they were taken from."
)
_NAMES: Final = 4
"""Names shown of a list of passages; the rest is counted."""


def told(
    found: Recognition, *, name: str, names: Callable[[TextFound], TextNames], title: Callable[[str], str] = str
) -> Iterator[str]:
    """Lines that say what stands in a draft.

    Args:
        found: the findings.
        name: how the draft is called.
        names: what a text and its pieces are called.
        title: the title of an item in the language of the draft; empty or its id if there is none.
    """
    count = len(found.texts)
    if count:
        yield f"{name}: {counted(count, 'text')} of the library in {counted(found.words, 'word')}."
    else:
        yield f"{name}: no text of the library in {counted(found.words, 'word')}."
    if found.shared:
        yield _SHARED
    yield from found.notes
    for text in found.texts:
        yield ""
        yield from _text(text, names(text))
    problems = [
        *(_stamp(one) for one in found.stamps if one.state is not StampState.KNOWN),
        *(f"The stamp of {item} stands here, its words do not." for item in found.stamps_without_words),
        *(_link(link, title) for link in found.links),
    ]
    if found.links and found.may_be_piece:
        problems.append("If this is a piece of a tender: what is missing is needed in the whole tender, not here.")
    if problems:
        yield ""
        yield from problems


def _text(found: TextFound, names: TextNames) -> Iterator[str]:
    text = found.text
    yield f"{found.item} {text.version}, {text.locale}, revision {text.revision}: {_VERDICTS[found.verdict]}"
    yield f"  {names.title or found.title}"
    if not text.released:
        yield "  This wording was not released yet: it may still change."
    if found.also:
        others = ", ".join(f"{one.version}, {one.locale}, revision {one.revision}" for one in found.also)
        yield f"  The same words stand in {others}."
    if found.deprecated:
        successor = f"; {found.superseded_by} takes its place" if found.superseded_by else ""
        yield f"  This text is no longer recommended{successor}."
    if found.newer is not None:
        newer = "version" if found.newer.version != text.version else "revision of the wording"
        yield f"  There is a newer {newer}: {found.newer.stamp}"
    if found.open_blanks:
        yield f"  Still to be filled in: {', '.join(map(names.value, found.open_blanks))}."
    missing = [one for one in found.passages if one.state is State.MISSING and one.kind == "core"]
    if missing:
        yield f"  Left out: {_list(missing, names)}."
    moved = [one for one in found.passages if one.moved and one.kind != "title"]
    if moved:
        yield f"  In another order: {_list(moved, names)}."
    for passage in found.passages:
        if passage.state is State.ALTERED:
            yield f"  Altered, {names.passage(passage.address)}: {_marked(passage)}"
    for name, values in found.values.items():
        differing = " (not the same everywhere)" if len(values) > 1 else ""
        yield f"  {names.value(name)}: {' / '.join(values)}{differing}"


def _list(passages: Sequence[PassageFound], names: TextNames) -> str:
    """Names of passages, each once; of a long list only the first."""
    called = list(dict.fromkeys(names.passage(one.address) for one in passages))
    more = len(called) - _NAMES
    return ", ".join(called[:_NAMES]) + (f" and {more} more" if more > 0 else "")


def _marked(passage: PassageFound) -> str:
    """The changed words with some words around them."""
    pieces = []
    last = len(passage.runs) - 1
    for place, run in enumerate(passage.runs):
        words = run.text.split()
        if run.mark == "kept" and len(words) > 2 * _CONTEXT:
            head = words[:_CONTEXT] if place else []
            tail = words[-_CONTEXT:] if place < last else []
            words = [*head, "…", *tail]
        pieces.append(_MARKS[run.mark].format(" ".join(words)))
    return " ".join(pieces)


def _stamp(stamp: StampFound) -> str:
    match stamp.state:
        case StampState.OTHER_FINGERPRINT:
            return f"The stamp {stamp.shown} has another fingerprint than the text it names."
        case StampState.OTHER_TEXT:
            return f"The stamp {stamp.shown} names a version, locale or revision of {stamp.item} that is not known."
        case StampState.UNKNOWN_ITEM:
            near = f" (is {stamp.near} meant?)" if stamp.near else ""
            return f"The stamp {stamp.shown} names an item that is not known{near}."
        case _:
            near = f" (is {stamp.near} meant?)" if stamp.near else ""
            return f"The stamp {stamp.shown} is damaged{near}."


def _link(link: MissingLink, title: Callable[[str], str]) -> str:
    def called(item: str) -> str:
        words = " ".join(title(item).split())
        return f"{words} ({item})" if words not in {"", item} else item

    item, names = called(link.item), ", ".join(map(called, link.names))
    match link.kind:
        case "unsecured":
            return f"{item} is promised, but no clause makes it binding (one of: {names})."
        case "requires":
            return f"{item} does not work without {names}, which is not in the draft."
        case _:
            return f"{item} wants its figures or proofs in {names}, which is not in the draft."
