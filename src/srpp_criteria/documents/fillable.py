# SPDX-License-Identifier: Apache-2.0
"""An item as JSON that a program fills in without reading patterns or markup: what the site gives to the browser.

The types of this JSON stand in `site/frontend/src/engine/fillable.ts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, assert_never

from srpp_criteria.documents.document import (
    Block,
    FieldLine,
    Heading,
    Inlines,
    ListBlock,
    Notice,
    NumberedClause,
    PageBreak,
    Paragraph,
    Stamp,
    Table,
)
from srpp_criteria.documents.inlines import Break, Emphasis, Flow, Inline, Link, Strong, Text, Value
from srpp_criteria.documents.item_blocks import ItemBlocks
from srpp_criteria.documents.item_reading import options_of
from srpp_criteria.documents.open_reading import (
    Constant,
    ExamplesTable,
    OpenPlural,
    OpenReading,
    OpenSelect,
    PartClause,
)
from srpp_criteria.edition.tender import section_of
from srpp_criteria.edition.warnings import indicators_of
from srpp_criteria.models.item import Criterion

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.edition.entry import Entry
    from srpp_criteria.models.item import Condition, Item
    from srpp_criteria.models.monitoring import Indicator
    from srpp_criteria.models.parameter import Parameter
    from srpp_criteria.models.scoring import WorkedExample

Json: TypeAlias = dict[str, Any]

_LEVEL = 2
"""Headings of items in a tender; alone, an item stands one level higher."""


def fillable(entry: Entry, edition: Edition) -> Json:
    """One entry of an edition with its figures still open.

    Raises:
        ValueError: words that a value chooses hold paragraphs or lists, so they cannot be filled in afterwards.

    >>> from srpp_criteria import Library
    >>> edition = Library.load().edition("en")
    >>> item = fillable(edition["construction-subcontracting-tier-limit"], edition)
    >>> [parameter["name"] for parameter in item["parameters"]][:2]
    ['max_tiers', 'agency_counts_as_tier']
    """
    item = entry.item
    reading = OpenReading(entry)
    return {
        "format": 1,
        "id": entry.id,
        "kind": item.kind,
        "stage": item.stage.value if isinstance(item, Criterion) else None,
        "section": section_of(entry),
        "title": entry.title,
        "intent": item.intent,
        "version": entry.version,
        "locale": entry.locale,
        "revision": entry.revision,
        "stamp": entry.stamp,
        "status": item.status.value,
        "superseded_by": _other(item.superseded_by, edition) if item.superseded_by else None,
        "note": entry.note,
        "level": item.level.value,
        "sectors": list(item.sectors),
        "topics": list(item.topics),
        "parameters": [
            _parameter(name, parameter, edition.data.words, ladder=name not in item.parameters)
            for name, parameter in entry.parameters.items()
        ],
        "related": {
            name: [_other(key, edition) for key in getattr(item.related, name)]
            for name in ("secured_by", "requires", "conflicts_with", "stricter_than", "see_also")
        },
        "indicators": [
            {
                "id": one.id,
                "rhythm": one.rhythm.value,
                "reported_by": one.reported_by.value,
                "due": _due(one, reading),
                "sheet": _other(one.sheet, edition) if one.sheet else None,
            }
            for one in indicators_of(item)
        ],
        "evidence": [
            {"id": one.id, "stage": one.stage.value, "form": _other(one.form, edition) if one.form else None}
            for one in item.evidence
        ],
        "scoring": _scoring(item, reading, edition),
        "blocks": _blocks(ItemBlocks(entry, reading, edition.data, level=_LEVEL, stamp=True).all()),
    }


def _parameter(name: str, parameter: Parameter, words: Mapping[str, str], *, ladder: bool) -> Json:
    data = parameter.model_dump(mode="json")
    wanted = ("type", "label", "help", "unit", "default", "minimum", "maximum", "locked", "currency", "maximum_length")
    return {
        "name": name,
        **{key: data.get(key) for key in wanted},
        "options": _options(options_of(parameter, words)),
        "basis": {"kind": parameter.basis.kind.value, "says": parameter.basis.says},
        "ladder": ladder,
    }


def _other(item: str, edition: Edition) -> Json:
    return {"id": item, "title": edition[item].title if item in edition else None}


def _due(indicator: Indicator, reading: OpenReading) -> list[Any]:
    (paragraph,) = reading.flow(indicator.due)
    if not isinstance(paragraph, Paragraph):
        raise TypeError(f"the due date of {indicator.id} is a list (write one sentence)")
    return _inlines(paragraph.inlines)


def _scoring(item: Item, reading: OpenReading, edition: Edition) -> Json | None:
    if not isinstance(item, Criterion) or item.scoring is None:
        return None
    scoring = item.scoring
    return {
        "method": scoring.method,
        "method_title": edition.data.scoring_methods[scoring.method].title,
        "weight": scoring.weight,
        "settings": dict(scoring.settings),
        "examples": [
            {
                "case": [inline for block in reading.flow(one.case) for inline in _inlines(_only_words(block))],
                **_held(one),
            }
            for one in scoring.examples
        ],
    }


def _only_words(block: Flow) -> Inlines:
    return block.inlines if isinstance(block, Paragraph) else ()


def _options(options: Iterable[tuple[str, str]]) -> list[Json]:
    return [{"key": key, "label": label} for key, label in options]


def _blocks(blocks: Iterable[Block]) -> list[Json]:
    return [_block(block) for block in blocks]


def _block(block: Block) -> Json:
    match block:
        case Heading(level, text, anchor, numbered):
            return {"kind": "heading", "level": level, "text": text, "anchor": anchor, "numbered": numbered}
        case PartClause(level, flow, part):
            told = {"id": part.id, "title": part.title, "when": _condition(part.when)}
            return {"kind": "clause", "level": level, "blocks": _blocks(flow), "part": told}
        case NumberedClause(level, flow):
            return {"kind": "clause", "level": level, "blocks": _blocks(flow)}
        case Paragraph(inlines):
            return {"kind": "paragraph", "inlines": _inlines(inlines)}
        case ListBlock(ordered, start, items):
            return {"kind": "list", "ordered": ordered, "start": start, "items": [_blocks(item) for item in items]}
        case Table():
            return _table(block)
        case Notice(kind, flow):
            return {"kind": "notice", "notice": kind.value, "blocks": _blocks(flow)}
        case Stamp(text):
            return {"kind": "stamp", "text": text}
        case FieldLine(label, field, help_line):
            return {
                "kind": "field-line",
                "label": label,
                "help": help_line,
                "name": field.name,
                "prompt": field.shown,
                "field_label": field.label,
                "options": _options(field.options),
            }
        case PageBreak():
            return {"kind": "page-break"}
        case _:
            assert_never(block)


def _condition(when: Condition | None) -> Json | None:
    if when is None:
        return None
    equals = str(when.equals).lower() if isinstance(when.equals, bool) else when.equals
    return {"parameter": when.parameter, "equals": equals}


def _table(table: Table) -> Json:
    data: Json = {
        "kind": "table",
        "header": [_inlines(cell) for cell in table.header],
        "rows": [[_inlines(cell) for cell in row] for row in table.rows],
        "caption": table.caption,
        "widths": list(table.widths),
    }
    if isinstance(table, ExamplesTable):
        data["examples"] = [_held(one) for one in table.examples]
    return data


def _held(example: WorkedExample) -> Json:
    """What must still be true for a worked example to be printed."""
    return {"offer": dict(example.offer), "points": example.points, "figures": dict(example.figures)}


def _inlines(inlines: Inlines) -> list[Any]:
    return [_inline(inline) for inline in inlines]


def _inline(inline: Inline) -> Any:  # noqa: ANN401  # JSON
    match inline:
        case Text(text):
            return text
        case Emphasis(inner):
            return {"kind": "emphasis", "inlines": _inlines(inner)}
        case Strong(inner):
            return {"kind": "strong", "inlines": _inlines(inner)}
        case Link(target, inner):
            return {"kind": "link", "target": target, "inlines": _inlines(inner)}
        case Break():
            return {"kind": "break"}
        case Constant(_, shown):
            return {"kind": "constant", "text": shown}
        case OpenPlural(name, branches=branches):
            return {"kind": "plural", "name": name, "branches": {key: _inlines(words) for key, words in branches}}
        case OpenSelect(name, branches=branches):
            return {"kind": "select", "name": name, "branches": {key: _inlines(words) for key, words in branches}}
        case Value(name):
            return {"kind": "value", "name": name}


def open_flow(block: Flow) -> Json:
    """One paragraph or list of an open reading, for texts that stand on a page outside the document."""
    return _block(block)
