# SPDX-License-Identifier: Apache-2.0
"""A checkout small enough to read in a test: the folders of the library with one short item in each file.

    checkout.item("fair-pay", text={"obligation": "Pay wages on time."})
    checkout.market("NO", locales=["nb-NO"])
    checkout.decide("NO", "fair-pay")
    checkout.translate("nb", {"fair-pay:text.obligation": "Betal lønn i tide."})
    checkout.edition("nb-NO")["fair-pay"].fill().text       # "Betal lønn i tide."

What a test does not name is filled in with the least that the models accept. A word that a test does not translate
becomes "nb: <the English words>", so that a stray English sentence would be seen.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import TYPE_CHECKING, Any

import yaml

from srpp_criteria import Library
from srpp_criteria.edition.released import published
from srpp_criteria.publishing.folder import write_release
from srpp_criteria.shelf.reading import read_shelf
from srpp_criteria.translations.messages import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from srpp_criteria import Edition, Entry
    from srpp_criteria.shelf.shelf import Shelf

Fields = dict[str, Any]

BASIS: Fields = {"kind": "judgement", "says": "It is only a test."}
SOURCE: Fields = {"key": "a-page", "title": "A page", "seen": None}
EFFORT: Fields = {"bidder_hours": 1, "buyer_hours": 1}

SEEN: Fields = {"seen": "2026-11-22", "via": "official", "sources": ["https://example.org/law"]}
"""What a register says of an entry that somebody looked up."""

REGISTERS: dict[str, Fields] = {
    "laws": {
        "entries": [
            {
                "key": "eu-2014-24",
                "kind": "directive",
                "short": "Directive 2014/24/EU",
                "title": "Directive on public procurement",
                **SEEN,
                "articles": [
                    {"key": "eu-2014-24-art-70", "locator": {"article": "70"}, "says": "Conditions.", **SEEN},
                    {
                        "key": "eu-2014-24-art-57-4-a",
                        "locator": {"article": "57", "paragraph": "4", "point": "a"},
                        "says": "Exclusion.",
                        "seen": None,
                    },
                ],
            }
        ]
    },
    "topics": {
        "entries": [
            {"key": "pay", "title": "Pay", "says": "Wages.", "need": "working-conditions"},
            {"key": "safety", "title": "Safety", "says": "Accidents.", "need": "working-conditions"},
        ]
    },
    "bands": {
        "risk_rule": "Risk moves a contract up.",
        "entries": [
            {
                "key": "A",
                "title": "Small contract",
                "follow_up": "One look.",
                "limits": [{"sector": "food", "from_value": 0, "currency": "EUR"}],
                "basis": BASIS,
                "burden": {"bidder_tender": 12, "bidder_contract": 16, "buyer": 20, "basis": BASIS},
            }
        ],
    },
    "interface": {
        "entries": [
            {"key": "cite-article", "text": "{act}, Article {article}"},
            {"key": "cite-article-paragraph-point", "text": "{act}, Article {article}({paragraph})({point})"},
        ]
    },
}


def parameter(kind: str = "integer", **fields: Any) -> Fields:
    """A parameter of a type, with its least fields; numbers go from 0 to 100, 2 by default."""
    least: dict[str, Fields] = {
        "integer": {"default": 2, "minimum": 0, "maximum": 100},
        "decimal": {"default": 2, "minimum": 0, "maximum": 100},
        "percentage": {"default": 2, "minimum": 0, "maximum": 100},
        "money": {"default": 2, "minimum": 0, "maximum": 100, "currency": "EUR"},
        "duration": {"default": 2, "minimum": 0, "maximum": 100, "unit": "days"},
        "date": {"default": None},
        "choice": {
            "default": "paper",
            "options": [{"key": "paper", "label": "On paper"}, {"key": "web", "label": "Online"}],
        },
        "boolean": {"default": True},
        "text": {"default": None},
    }
    return {"type": kind, "label": "Figure", **least[kind], "basis": BASIS, **fields}


def ladder(key: str, *, text: str = "Within {remedy_days} days.", days: int = 5, **fields: Any) -> Fields:
    """A remedy ladder of three steps with one figure, remedy_days, from 1 to 20."""
    figure = parameter("duration", default=days, minimum=1, maximum=20, label="Days to mend")
    steps = [
        {"id": name, "title": name.title(), "who": "contracting-authority", "text": text}
        for name in ("hearing", "mending", "termination")
    ]
    return {
        "key": key,
        "title": key.title(),
        "use_when": "For a test.",
        "parameters": {"remedy_days": figure},
        "steps": steps,
        "skip_rule": "No step is skipped.",
        "cap_rule": "There is no limit.",
        **fields,
    }


class Checkout:
    """The folders of the library below `root`, written file by file; writing a file again replaces it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in REGISTERS:
            self.register(name)

    # ---- reading

    @property
    def library(self) -> Library:
        """What a program gets that loads this checkout now."""
        return Library.load(self.root)

    @property
    def shelf(self) -> Shelf:
        """What was read, faults included."""
        return read_shelf(self.root)

    @property
    def complaints(self) -> list[str]:
        """What reading finds wrong, as a person sees it."""
        return [str(diagnostic) for diagnostic in self.shelf.diagnostics]

    def edition(self, locale: str, *, overlay: Path | None = None) -> Edition:
        """The edition of a locale as the files are now."""
        return self.library.edition(locale, overlay=overlay)

    def line(self, file: str, words: str) -> int:
        """The line of a file on which these words stand, and no other; from 1."""
        lines = (self.root / file).read_text(encoding="utf-8").splitlines()
        (number,) = [number for number, line in enumerate(lines, 1) if words in line]
        return number

    # ---- writing

    def write(self, file: str, content: Fields | str) -> str:
        """Write one file, fields as YAML; returns its name."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else as_yaml(content)
        path.write_text(text, encoding="utf-8", newline="\n")
        return file

    def register(self, name: str, **fields: Any) -> str:
        """Write criteria/registers/<name>.yml."""
        return self.write(f"criteria/registers/{name}.yml", {"register": name, **REGISTERS.get(name, {}), **fields})

    def item(self, name: str = "fair-pay", *, text: Mapping[str, Any] | None = None, **fields: Any) -> str:
        """Write criteria/food/<name>.yml: a selection criterion, unless `kind` or other fields say otherwise.

        `text` gives the words by part; a part may also be fields, such as {"text": "…", "when": {…}}.
        """
        return self.write(f"criteria/food/{name}.yml", item_fields(name, text=text, **fields))

    def clause(self, name: str = "fair-pay", *, on_ladder: str = "standard", **fields: Any) -> str:
        """Write a clause with its remedies on a ladder; the ladder itself is the test's to write."""
        return self.item(name, **{**clause_fields(on_ladder), **fields})

    def market(self, code: str = "NO", *, locales: Collection[str] = ("nb-NO",), **fields: Any) -> str:
        """Write locales/markets/<code>/market.yml."""
        return self.write(f"locales/markets/{code}/market.yml", market_fields(code, locales, **fields))

    def decide(self, market: str, item: str = "fair-pay", decision: str = "", **fields: Any) -> str:
        """Write what a market decides about an item: adapt if it changes something, otherwise adopt."""
        return self.write(f"locales/markets/{market}/{item}.yml", decision_fields(item, decision, **fields))

    def translate(
        self,
        language: str,
        words: Mapping[str, str] | None = None,
        *,
        without: Collection[str] = (),
        fuzzy: Collection[str] = (),
        only: bool = False,
    ) -> str:
        """Write a catalogue for everything that can be translated now.

        Args:
            language: folder of the catalogue, such as nb or de_AT.
            words: translations by context, such as "fair-pay:title"; the others become "nb: <English>".
            without: contexts that nobody has translated.
            fuzzy: contexts whose translation somebody must look at again.
            only: write nothing but `words`, as the catalogue of a variant does.
        """
        given = dict(words or {})
        entries = ['msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n']
        for message in messages(self.shelf):
            text = given.pop(message.context, None)
            if message.context in without or (text is None and only):
                continue
            flag = "#, fuzzy\n" if message.context in fuzzy else ""
            quoted = [json.dumps(t, ensure_ascii=False) for t in (message.context, message.english)]
            shown = json.dumps(text or f"{language}: {message.english}", ensure_ascii=False)
            entries.append(f"{flag}msgctxt {quoted[0]}\nmsgid {quoted[1]}\nmsgstr {shown}\n")
        assert not given, f"nothing to translate under {', '.join(given)}"
        return self.write(f"locales/languages/{language}/LC_MESSAGES/all.po", "\n".join(entries))

    def release(self, entry: Entry, *, on: str = "2026-11-22") -> str:
        """Release one entry, whatever the files say now, in a release of its own; returns the name of its file."""
        text = published(entry, dt.date.fromisoformat(on))
        name = write_release(self.root / "criteria" / "published", self.shelf.register, [text], text.released)
        return f"criteria/published/{name}/{entry.locale}.jsonl"

    def damage(self, file: str, change: Callable[[Fields], object]) -> None:
        """Change the only line of a released file and seal it again, as somebody would who wants to hide it.

        Releases that follow are not sealed again.
        """
        path = self.root / file
        line = json.loads(path.read_text(encoding="utf-8"))
        change(line)
        path.write_bytes(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
        seal_file = path.with_name("release.json")
        seal = json.loads(seal_file.read_bytes())
        seal["files"][path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
        seal_file.write_bytes(json.dumps(seal, separators=(",", ":")).encode() + b"\n")


def as_yaml(fields: Fields) -> str:
    """Fields as a file that a person could have written: one value a line, in the order given."""
    apart = json.loads(json.dumps(fields))  # two places that share a value must not become an anchor and its alias
    return yaml.dump(apart, allow_unicode=True, sort_keys=False, width=10_000)


def item_fields(name: str, *, text: Mapping[str, Any] | None = None, **fields: Any) -> Fields:
    """An item with its least fields; see `Checkout.item`."""
    parts = {"obligation": "Pay wages on time."} if text is None else text
    head: Fields = {"id": name, "kind": "criterion", "version": "1.0.0", "status": "draft"}
    body: Fields = {
        "sectors": ["food"],
        "topics": ["pay"],
        "level": "core",
        "title": "Fair pay",
        "intent": "People are paid for their work.",
        "text": [{"id": id_, **(part if isinstance(part, dict) else {"text": part})} for id_, part in parts.items()],
        "guidance": {
            "use_when": "Use it for labour.",
            "avoid_when": "Avoid it for goods.",
            "proportionality": [{"band": "A", "do": "Keep it short."}],
            "watch_outs": ["Nobody checks."],
            "market_readiness": {"grade": "high", "says": "Most firms can.", "as_of": "2026-11-22"},
            "legal_risk": {"grade": "low", "says": "No case is known."},
        },
        "legal_basis": ["eu-2014-24-art-70"],
        "codes": {"cpv": ["15000000-8"]},
        "sources": [SOURCE],
        "changelog": [{"version": "1.0.0", "date": "2026-11-22", "change": "first", "says": "First text."}],
    }
    if fields.get("kind", "criterion") == "criterion":
        head["stage"] = "selection"
    return {**head, **body, **fields}


def clause_fields(on_ladder: str) -> Fields:
    """What a clause has and a criterion has not."""
    return {
        "kind": "clause",
        "monitoring": [
            {
                "id": "paid",
                "indicator": "Wages paid late",
                "unit": "wages",
                "target": "None.",
                "rhythm": "monthly",
                "due": "On the fifth day.",
                "reported_by": "contractor",
                "checked_by": "contract-manager",
            }
        ],
        "remedies": {"ladder": on_ladder},
        "buyer_duties": [{"id": "pay", "duty": "The buyer pays its invoices."}],
    }


def market_fields(code: str, locales: Collection[str] = ("nb-NO",), **fields: Any) -> Fields:
    """A market sheet with its least fields."""
    least: Fields = {
        "market": code,
        "name": {"en": code},
        "status": "draft",
        "locales": list(locales),
        "currency": "EUR",
        "union": "eu",
        "checked": "2026-11-22",
        "acts": [],
        "provisions": [],
        "transposition": [],
        "sources": [SOURCE],
    }
    return {**least, **fields}


def decision_fields(item: str, decision: str = "", **fields: Any) -> Fields:
    """An overlay with its least fields: adapt if it changes something, otherwise adopt."""
    changes = {"parameters", "text", "evidence", "remedies"}.intersection(fields)
    head: Fields = {"item": item, "reviewed_for": "1.0.0", "decision": decision or ("adapt" if changes else "adopt")}
    return {**head, "reason": "The market decided so.", **fields}


def national_law(market: str, key: str, cite: Mapping[str, str]) -> Fields:
    """The fields of a market sheet for one national act, called <market>-act, with one provision."""
    act = f"{market.lower()}-act"
    words = dict.fromkeys(cite, "The Act")
    return {
        "acts": [{"key": act, "title": words, "short": words, "url": "https://example.org/act", "seen": None}],
        "provisions": [{"key": key, "act": act, "cite": dict(cite), "seen": "2026-11-22"}],
    }


def version_in(file: Path) -> str:
    """The version that the file of an item names, so that no test waits for its next one."""
    return file.read_text(encoding="utf-8").partition("\nversion: ")[2].partition("\n")[0]
