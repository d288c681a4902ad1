# SPDX-License-Identifier: Apache-2.0
"""The passages of a text: every sentence of it that can stand in a tender or contract.

Read from the JSON of an entry, not from today's models: a line of the register may be older than they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Passage(NamedTuple):
    """One template of a text, or one line of plain words."""

    address: str
    kind: str
    """`core`, `conditional`, `side`, `cell` or `title`."""
    words: str
    template: bool


_LISTS = (
    ("sections", "fields", ("label",)),
    ("columns", None, ("label",)),
    ("questions", None, ("question", "why", "good_answer")),
    ("checks", None, ("check",)),
    ("findings", None, ("means", "follow_up")),
    ("agenda", None, ("point", "material", "decision")),
)
_TEMPLATES = frozenset({"indicator", "target", "due", "follow_up", "what", "how_checked"})


def passages_of(entry: Mapping[str, Any]) -> Iterator[Passage]:
    """All passages of an entry, in the order of section 2 of docs/concepts/recognition.md."""
    item = entry["item"]
    yield Passage("title", "title", item["title"], template=False)
    for part in item.get("text", ()):
        address = f"text.{part['id']}"
        if part.get("title"):
            yield Passage(f"{address}.title", "title", part["title"], template=False)
        kind = "conditional" if part.get("when") else "core"
        yield Passage(address, kind, part["text"], template=True)
    yield from _scoring(item.get("scoring") or {})
    yield from _duties(item)
    for field in ("monitoring", "indicators"):
        yield from _each(field, item.get(field, ()), ("indicator", "target", "due"))
    specific = (item.get("remedies") or {}).get("specific")
    if specific:
        yield Passage("remedies.specific", "side", specific, template=True)
    yield from _ladder(entry.get("ladder") or {})
    for field, inner, words in _LISTS:
        for position, one in enumerate(item.get(field, ()), 1):
            if inner is None:
                yield from _fields(f"{field}.{one.get('id', position)}", one, words)
                continue
            address = f"{field}.{one.get('id', position)}"
            if one.get("title"):
                yield Passage(f"{address}.title", "title", one["title"], template=False)
            yield from _each(f"{address}.{inner}", one.get(inner, ()), words)
    yield from _each("evidence", item.get("evidence", ()), ("what", "how_checked"))


def _duties(item: Mapping[str, Any]) -> Iterator[Passage]:
    flow_down = item.get("flow_down")
    if flow_down:
        yield Passage("flow_down.applies_to", "cell", flow_down["applies_to"], template=False)
        yield Passage("flow_down.duty", "side", flow_down["duty"], template=True)
    for duty in item.get("buyer_duties", ()):
        yield Passage(f"buyer_duties.{duty['id']}", "side", duty["duty"], template=True)


def _ladder(ladder: Mapping[str, Any]) -> Iterator[Passage]:
    for step in ladder.get("steps", ()):
        address = f"ladder.steps.{step['id']}"
        yield Passage(f"{address}.title", "title", step["title"], template=False)
        yield Passage(address, "side", step["text"], template=True)
    for field in ("skip_rule", "cap_rule"):
        if ladder.get(field):
            yield Passage(f"ladder.{field}", "side", ladder[field], template=True)


def _scoring(scoring: Mapping[str, Any]) -> Iterator[Passage]:
    if scoring.get("rule"):
        yield Passage("scoring.rule", "side", scoring["rule"], template=True)
    for anchor in scoring.get("anchors", ()):
        yield Passage(f"scoring.anchors.{anchor['mark']}", "cell", anchor["means"], template=True)


def _each(field: str, entries: Any, words: tuple[str, ...]) -> Iterator[Passage]:  # noqa: ANN401  # JSON
    for position, one in enumerate(entries, 1):
        yield from _fields(f"{field}.{one.get('id', position)}", one, words)


def _fields(address: str, one: Mapping[str, Any], words: tuple[str, ...]) -> Iterator[Passage]:
    for name in words:
        if one.get(name):
            inner = address if len(words) == 1 else f"{address}.{name}"
            yield Passage(inner, "cell", one[name], template=name in _TEMPLATES)
