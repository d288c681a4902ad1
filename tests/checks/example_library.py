# SPDX-License-Identifier: Apache-2.0
"""The small library in which the examples of the reference stand: nothing in it is wrong.

An example names its file in the first line. Its fields are laid over those of the file; an entry of a list is laid over
the entry of the same name, or added.
"""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

from tests.checkout import (
    BASIS,
    EFFORT,
    REGISTERS,
    SOURCE,
    clause_fields,
    item_fields,
    ladder,
    market_fields,
    parameter,
)

from srpp_criteria.source import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

Fields = dict[str, Any]

PAY = "The Contractor pays wages within {days, plural, one {# day} other {# days}} after the end of the month."
PROOF: Fields = {
    "id": "pay-slips",
    "stage": "performance",
    "what": "Five pay slips of the month.",
    "given_by": "contractor",
    "checked_by": "contract-manager",
    "how_checked": "Compare the hours on five pay slips with the roster of the same month.",
    "effort": EFFORT,
}
INDICATOR: Fields = {**clause_fields("standard")["monitoring"][0], "id": "late-wages", "indicator": "Wages paid late"}
CHOICE = parameter(
    "choice", default="cash", options=[{"key": "cash", "label": "Cash"}, {"key": "bank", "label": "Transfer"}]
)
EXAMPLES = [
    {"case": case, "offer": {"offer": offer}, "points": points}
    for case, offer, points in [("The floor.", 50, 0), ("The middle.", 75, 5), ("The ceiling.", 100, 10)]
]
COLUMN = {"id": "day", "label": "Day", "type": "date"}

FILES: dict[str, Fields] = {
    "criteria/food/fair-pay.yml": item_fields(
        "fair-pay",
        text={
            "obligation": PAY,
            "way": "The Contractor pays {way, select, cash {in cash} other {by transfer}} {place}.",
            "limit": "The Contractor hands over the pay slips {days} days after the month and pays {fine} for a gap.",
        },
        **{
            **clause_fields("standard"),
            "monitoring": [INDICATOR],
            "remedies": {"ladder": "standard", "figures": {"remedy_amount": 2000}},
        },
        parameters={
            "days": parameter("duration", default=5, minimum=1, maximum=30),
            "way": CHOICE,
            "place": parameter("text", default="at the gate", maximum_length=20),
            "fine": parameter("money"),
        },
        evidence=[PROOF],
    ),
    "criteria/food/fair-notice.yml": {},  # the same clause, which no other file names
    "criteria/food/fair-plan.yml": item_fields(
        "fair-plan",
        stage="award",
        text={"offer": "The Bidder states the share of wages that it pays early."},
        parameters={"points": parameter(default=10), "floor": parameter(default=50), "full": parameter(default=100)},
        scoring={
            "method": "linear",
            "weight": "points",
            "settings": {"floor": "floor", "ceiling": "full"},
            "rule": "Points grow from {floor} to {full}, at most {points}.",
            "examples": EXAMPLES,
        },
        related={"secured_by": ["fair-pay"]},
    ),
    "criteria/food/pay-sheet.yml": item_fields(
        "pay-sheet",
        kind="monitoring-sheet",
        rhythm="monthly",
        kept_by="contractor",
        checked_by="contract-manager",
        indicators=[INDICATOR],
        columns=[COLUMN],
    ),
    "criteria/food/pay-form.yml": item_fields(
        "pay-form", kind="form", filled_by="bidder", sections=[{"id": "days", "title": "Days", "fields": [COLUMN]}]
    ),
    "criteria/food/pay-days.yml": item_fields(
        "pay-days", kind="form", filled_by="bidder", sections=[{"id": "days", "title": "Days", "fields": [COLUMN]}]
    ),
    "criteria/packs/canteen.yml": {
        "pack": 1,
        "id": "canteen",
        "version": "1.0.0",
        "status": "draft",
        "title": "Canteen",
        "intent": "Meals for a school.",
        "sectors": ["food"],
        "band": "A",
        "risk": "low",
        "cpv": ["15000000-8"],
        "items": [{"item": name, "why": "It helps."} for name in ("pay-sheet", "pay-form", "pay-days")],
    },
    **{f"criteria/registers/{name}.yml": {"register": name, **REGISTERS[name]} for name in ("laws", "topics", "bands")},
    "criteria/registers/interface.yml": {
        "register": "interface",
        "entries": [{"key": "locale-nb-no", "text": "Norwegian (Norway)"}, {"key": "locale-en", "text": "English"}],
    },
    "criteria/registers/remedy-ladders.yml": {
        "register": "remedy-ladders",
        "entries": [
            ladder(
                "standard",
                text="The Contractor mends it within {remedy_days} days after the notice, or pays {remedy_amount}.",
            )
        ],
    },
    "locales/markets/NO/market.yml": market_fields(
        "NO",
        name={"nb": "Norge", "en": "Norway"},
        acts=[
            {"key": "no-act", "title": {"nb": "Lov", "en": "Act"}, "short": {"nb": "lov", "en": "Act"}, "seen": None}
        ],
        provisions=[{"key": "no-act-1", "act": "no-act", "cite": {"nb": "§ 1", "en": "section 1"}, "seen": None}],
    ),
    "locales/markets/NO/fair-pay.yml": {
        "item": "fair-pay",
        "reviewed_for": "1.0.0",
        "decision": "adopt",
        "reason": "It fits.",
    },
}
FILES["criteria/registers/remedy-ladders.yml"]["entries"][0]["parameters"]["remedy_amount"] = parameter(
    "money", default=2000, maximum=9000
)
FILES["criteria/food/fair-notice.yml"] = {**FILES["criteria/food/fair-pay.yml"], "id": "fair-notice"}
TEXTS: dict[str, str] = {
    "locales/languages/nb/LC_MESSAGES/registers.po": (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "interface:locale-nb-no.text"\nmsgid "Norwegian (Norway)"\nmsgstr "norsk (Norge)"\n\n'
        'msgctxt "interface:locale-en.text"\nmsgid "English"\nmsgstr "engelsk"\n'
    )
}

UNNAMED = "criteria/food/fair-notice.yml"
"""The file of an example that names none."""

_NAMED = re.compile(r"^# ((?:criteria|locales)/\S+)\n", re.MULTILINE)
_SOURCES_OF_REGISTERS = ("scoring-methods", "standards", "cpv", "drafting")
"""Registers that the examples use as the library has them."""


def write_library(root: Path, repository: Path) -> None:
    """Write the library without an example."""
    for name in _SOURCES_OF_REGISTERS:
        path = f"criteria/registers/{name}.yml"
        _write(root / path, (repository / path).read_text(encoding="utf-8"))
    for name, fields in FILES.items():
        _write(root / name, json.dumps(fields, ensure_ascii=False))
    for name, text in TEXTS.items():
        _write(root / name, text)


def lay_over(root: Path, example: str, *, whole: bool) -> None:
    """Write one example into the library; `whole`: as it is, because it cannot be read as fields."""
    pieces = _NAMED.split(example)[1:] or [UNNAMED, example]
    for name, content in zip(pieces[::2], pieces[1::2], strict=True):
        if name.endswith(".po"):
            path = root / name
            head = path.read_text(encoding="utf-8") if path.exists() else _PO_HEAD
            _write(path, f"{head}\n{content}")
        elif whole:
            _write(root / name, content)
        else:
            read = parse_yaml(content.encode(), file=name)
            assert not read.diagnostics, read.diagnostics
            _write(root / name, json.dumps(_over(_base(name, read.data), read.data), ensure_ascii=False))


_PO_HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def _base(name: str, given: Any) -> Fields:
    """The file as it is, or for a new file the one that has its id."""
    if name in FILES:
        return copy.deepcopy(FILES[name])
    key = given.get("id")
    return copy.deepcopy(next((fields for fields in FILES.values() if key and fields.get("id") == key), {}))


def _over(base: Any, given: Any) -> Any:
    if isinstance(base, dict) and isinstance(given, dict):
        return {**base, **{key: _over(base.get(key), value) for key, value in given.items()}}
    if isinstance(base, list) and given and all(isinstance(one, dict) and _name(one) for one in given):
        named = {_name(one): one for one in base}
        laid = [_over(named.get(_name(one), {}), one) for one in given]
        return [*(one for one in base if _name(one) not in {_name(new) for new in given}), *laid]
    return given


def _name(entry: Fields) -> object:
    return entry.get("id") or entry.get("item")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


__all__ = ["BASIS", "FILES", "SOURCE", "lay_over", "write_library"]
