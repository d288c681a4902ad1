# SPDX-License-Identifier: Apache-2.0
"""With what a new item begins: every duty, proof and figure there, and TODO wherever its author has to think.

The sentences show how such a text is written. They are examples of form and stand in no tender: as long as TODO is in
a text, the check says so.
"""

from __future__ import annotations

from typing import Any, Final

TODO: Final = "TODO"

_EFFORT: Final = {"bidder_hours": 1, "buyer_hours": 0.5}


def _part(name: str, title: str, text: str) -> dict[str, Any]:
    return {"id": name, "title": title, "text": text}


def _proof(stage: str, given_by: str) -> dict[str, Any]:
    return {
        "id": "proof",
        "stage": stage,
        "what": "TODO A list of the records that show the performance, with the day of each record.",
        "given_by": given_by,
        "checked_by": "contract-manager" if stage == "performance" else "procurement-lead",
        "how_checked": "TODO Compare two rows of the list with the records.",
        "effort": _EFFORT,
    }


def _figure(label: str, default: int, minimum: int, maximum: int) -> dict[str, Any]:
    return {
        "type": "percentage",
        "label": label,
        "default": default,
        "minimum": minimum,
        "maximum": maximum,
        "basis": {"kind": "judgement", "says": "TODO Why this start value and these limits."},
    }


def _indicator(sheet: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": "share",
        "indicator": "TODO Share of the quantity delivered in the quarter that meets the clause",
        "unit": "percent",
        "target": "At least {share}.",
        "rhythm": "quarterly",
        "due": "Within 10 working days after the end of each quarter.",
        "reported_by": "contractor",
        "checked_by": "contract-manager",
    }
    return found if sheet is None else {**found, "sheet": sheet}


_SHARE: Final = {"share": _figure("TODO Share that must be reached", 50, 10, 100)}

OF_KIND: Final[dict[str, dict[str, Any]]] = {
    "criterion": {
        "text": [
            _part(
                "requirement",
                "TODO Heading",
                "TODO The Bidder shows in its tender that the goods of this contract meet the requirement.\n"
                "An equivalent proof is accepted.\n",
            )
        ],
        "evidence": [_proof("tender", "bidder")],
    },
    "award": {
        "text": [
            _part(
                "offer",
                "TODO Heading",
                "TODO The Bidder states in its tender the share of the quantity of this contract that meets the "
                "criterion.\nThe share counts above {floor} and up to {ceiling}.\n",
            )
        ],
        "parameters": {
            "floor": _figure("TODO Share that earns no points", 10, 0, 50),
            "ceiling": _figure("TODO Share that earns all points", 60, 51, 100),
            "weight": {
                "type": "integer",
                "label": "TODO Points for the best offer",
                "unit": "points",
                "default": 10,
                "minimum": 2,
                "maximum": 15,
                "basis": {"kind": "judgement", "says": "TODO Why this weight."},
            },
        },
        "scoring": {
            "method": "linear",
            "weight": "weight",
            "settings": {"floor": "floor", "ceiling": "ceiling"},
            "rule": "This criterion carries at most {weight, plural, one {# point} other {# points}}.\n"
            "Points = maximum points × (offered share − {floor}) ÷ ({ceiling} − {floor}).\n"
            "The result is rounded half up to two decimals.\n",
            "examples": [
                {"case": "TODO The bidder offers 10%, the floor.", "offer": {"offer": 10}, "points": 0},
                {"case": "TODO The bidder offers 35%.", "offer": {"offer": 35}, "points": 5},
                {"case": "TODO The bidder offers 80%, above the ceiling.", "offer": {"offer": 80}, "points": 10},
            ],
        },
        "evidence": [_proof("tender", "bidder")],
    },
    "clause": {
        "text": [
            _part(
                "obligation",
                "TODO Heading",
                "TODO The Contractor shall perform this contract so that at least {share} of the quantity meets the "
                "clause.\n",
            ),
            _part(
                "documentation",
                "Documentation",
                "TODO The Contractor hands over the list of records within 10 working days after the end of each "
                "quarter.\n",
            ),
        ],
        "parameters": _SHARE,
        "monitoring": [_indicator()],
        "remedies": {"ladder": TODO},
        "buyer_duties": [
            {
                "id": "answer",
                "duty": "TODO The Contracting Authority answers the list within 10 working days after it arrives.",
            }
        ],
        "flow_down": {
            "applies_to": "TODO Each subcontractor that performs a part of this duty",
            "duty": "TODO The Contractor writes this duty into its contracts with these firms.",
        },
        "evidence": [_proof("performance", "contractor")],
    },
    "form": {
        "text": [_part("filling-in", "How to fill it in", "TODO The Bidder fills in every line of this form.\n")],
        "filled_by": "bidder",
        "sections": [
            {
                "id": "rows",
                "title": "TODO Heading above the fields",
                "repeat": False,
                "fields": [{"id": "name", "label": "TODO What is asked", "type": "text", "required": True}],
            }
        ],
    },
    "monitoring-sheet": {
        "text": [
            _part("keeping", "Keeping the sheet", "TODO The Contractor keeps this sheet with one row per delivery.\n"),
        ],
        "parameters": _SHARE,
        "rhythm": "quarterly",
        "kept_by": "contractor",
        "checked_by": "contract-manager",
        "indicators": [_indicator()],
        "columns": [
            {"id": "day", "label": "Day", "type": "date", "required": True},
            {"id": "quantity", "label": "TODO Quantity", "type": "number", "required": True},
        ],
    },
    "market-dialogue": {
        "text": [
            _part(
                "invitation",
                "Invitation",
                "TODO The Contracting Authority invites firms to a talk about this purchase before it is tendered.\n",
            )
        ],
        "questions": [
            {
                "id": name,
                "question": f"TODO {question}",
                "why": "TODO What the answer decides.",
                "good_answer": "TODO What a good answer looks like.",
            }
            for name, question in (
                ("supply", "Which goods of this kind do you deliver today?"),
                ("proof", "Which proof can you hand in for them?"),
                ("price", "What does the proof cost?"),
            )
        ],
    },
    "site-visit": {
        "text": [
            _part(
                "purpose",
                "Purpose",
                "TODO The Contracting Authority visits the place where the contract is performed.\n",
            ),
        ],
        "checks": [
            {"id": f"check-{number}", "check": f"TODO {what}", "method": method, "critical": False}
            for number, (what, method) in enumerate(
                (
                    ("See that exits are free.", "look"),
                    ("Ask two workers when they were paid.", "interview"),
                    ("Compare the attendance list with the persons present.", "document"),
                    ("See that drinking water is at hand.", "look"),
                    ("Read the last report of the inspectorate.", "document"),
                ),
                1,
            )
        ],
        "findings": [
            {
                "id": "good",
                "means": "TODO Nothing was found.",
                "follow_up": "TODO The contract manager files the sheet.",
            },
            {
                "id": "critical",
                "means": "TODO Somebody is in danger.",
                "follow_up": "TODO The Contractor puts it right on the day of the visit.",
            },
        ],
    },
    "expert-meeting": {
        "text": [_part("purpose", "Purpose", "TODO The experts of one market settle a question about items.\n")],
        "agenda": [
            {
                "id": name,
                "point": f"TODO {point}",
                "material": "TODO What lies on the table.",
                "decision": "TODO What the meeting decides.",
                "minutes": 20,
            }
            for name, point in (("opening", "Aim"), ("debate", "Question by question"), ("closing", "Who does what"))
        ],
    },
}
"""The fields of each kind; award criteria have their own."""
