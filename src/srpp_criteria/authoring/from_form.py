# SPDX-License-Identifier: Apache-2.0
"""Make a draft of a filled issue form: a file that a maintainer can read, check and take over.

What a stranger wrote is only ever a value: it never names a path, never becomes a key, a parameter or markup of the
file around it. Before a draft is handed out it is read again by our strict reader and our models.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from srpp_criteria.authoring.issue_forms import FilledForm, UnreadableForm
from srpp_criteria.authoring.new_values import tree_of_value
from srpp_criteria.authoring.prose_lines import one_sentence_per_line
from srpp_criteria.authoring.round_trip import text_of
from srpp_criteria.authoring.skeleton import KINDS, STAGES, NewItem, beginning, written
from srpp_criteria.models.item import Item
from srpp_criteria.models.overlay import Decision, Overlay
from srpp_criteria.models.registers.experience import ExperienceRegister, Outcome
from srpp_criteria.shelf.validation import validated
from srpp_criteria.source import parse_yaml

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from srpp_criteria.models.item import Part
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved

_ITEM_ID: Final = re.compile(r"(?:srpp:)?([a-z0-9]+(?:-[a-z0-9]+)*)")
_STAMP: Final = re.compile(r"srpp:[a-z0-9-]+@[0-9.]+\+[A-Za-z-]+\.[0-9]+#[0-9a-f]{8}")
_LOCALE: Final = re.compile(r"\+([a-z]{2,3}(?:-[A-Z]{2}(?:-[A-Z0-9]{1,3})?)?)\.")
_VERSION: Final = re.compile(r"@([0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6})")
_MARKET: Final = re.compile(r"\b([A-Z]{2}(?:-[A-Z0-9]{1,3})?)\b")
_URL: Final = re.compile(r"https?://[^\s<>\"]{3,700}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?")
_LONGEST_SLUG: Final = 60
_SMALLEST_LIKENESS: Final = 0.2
# In two pieces: this file itself has another licence.
_LICENCE: Final = "# SPDX-License-" + "Identifier: CC0-1.0\n# From a filled form; nobody has reviewed it.\n"


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A draft made of a form.

    Attributes:
        path: where it belongs, relative to the checkout; made of known names only.
        text: its content.
        notes: what could not be taken over as it was answered.
        entry: the one entry of a draft that is a register; it is added where that register is there already.
    """

    path: str
    text: str
    notes: tuple[str, ...] = ()
    entry: Mapping[str, Any] | None = None


def draft_of(filled: FilledForm, shelf: Shelf, *, day: dt.date) -> FormDraft:
    """The draft that a filled form becomes.

    Raises:
        UnreadableForm: the form names no text of the library, or an answer fits no field.
    """
    makers: Mapping[str, Callable[[FilledForm, Shelf, dt.date], FormDraft]] = {
        "propose-an-item": _proposal,
        "correct-a-text": _correction,
        "national-adaptation": _adaptation,
        "field-experience": _experience,
    }
    return makers[filled.form.id](filled, shelf, day)


def _proposal(filled: FilledForm, shelf: Shelf, day: dt.date) -> FormDraft:
    notes: list[str] = []
    sector = _slug(filled.one_line("sector"))
    folders = sorted({item.file.split("/")[-2] for item in shelf.items.values()})
    folder = next((name for name in folders if name in sector.split("-") or name == sector), "shared")
    if folder not in sector:
        notes.append("the sector is none of the library's; the draft stands in shared")
    kind, stage = _kind(filled.one_line("kind"), notes)
    name = filled.one_line("name")
    item = _slug(f"{folder}-{stage or kind}-{name}")[:_LONGEST_SLUG].strip("-")
    if item in shelf.items:
        item = f"{item[: _LONGEST_SLUG - 4]}-new"
    topic = _slug(filled.one_line("topic")) or None
    if topic is not None and topic not in shelf.registers.topics:
        notes.append("the topic is none of the library's; choose one")
        topic = None
    data = beginning(shelf, NewItem(item, kind, day, stage=stage, topic=topic), folder=folder)
    data["title"] = name
    data["intent"] = _prose(filled.answers["whom"])
    if "text" in filled.answers:
        data["text"] = [{**data["text"][0], "text": _prose(f"TODO {_without_braces(filled.answers['text'])}")}]
    if "proof" in filled.answers and data["evidence"]:
        data["evidence"] = [{**data["evidence"][0], "what": _prose(f"TODO {_without_braces(filled.answers['proof'])}")}]
    if "source" in filled.answers:
        data["sources"] = [_source(filled)]
    if stage != "award":
        # A figure of the skeleton that the proposer's words do not use would be asked for and change nothing.
        rest = json.dumps({**data, "parameters": {}})
        data["parameters"] = {name: one for name, one in data["parameters"].items() if f"{{{name}" in rest}
    text = written(data)
    _see_that_it_is(TypeAdapter(Item), text)
    return FormDraft(f"criteria/{folder}/{item}.yml", text, tuple(notes))


def _kind(answer: str, notes: list[str]) -> tuple[str, str | None]:
    wanted = _slug(answer)
    for stage in STAGES:
        if stage == wanted:
            return "criterion", stage
    if wanted in KINDS and wanted != "criterion":
        return wanted, None
    notes.append("where the text stands was not said in a word we know; the draft is a clause")
    return "clause", None


def _adaptation(filled: FilledForm, shelf: Shelf, _: dt.date) -> FormDraft:
    item = _item(filled, shelf)
    market = _market(filled)
    notes: list[str] = []
    if market not in shelf.markets:
        notes.append(f"there is no market sheet for {market} yet")
    wanted = filled.one_line("decision").split(" ")[0].casefold().strip(".,:;")
    if wanted not in set(Decision):
        raise UnreadableForm("the decision is none of adopt, adapt and exclude", "begin the answer with one of them")
    data: dict[str, Any] = {
        "item": item.value.id,
        "reviewed_for": item.value.version,
        "decision": wanted,
        "reason": _prose(filled.answers["reason"]),
    }
    if "words" in filled.answers and wanted == "adapt":
        part = _part(filled.one_line("part"), filled.answers["words"], item)
        language = filled.one_line("language")
        if not _LANGUAGE.fullmatch(language):
            notes.append('the language was not given as a code such as "nb"; it is written as en')
            language = "en"
        words = {language: _prose(_without_braces(filled.answers["words"]))}
        gloss = {} if language == "en" else {"en": "TODO The same in English"}
        data["text"] = [{"replace": part.id, "languages": {**words, **gloss}}]
    elif "words" in filled.answers:
        notes.append("the changed words were left out: only an item that is adapted has any")
    if "source" in filled.answers:
        data["sources"] = [_source(filled)]
    text = f"# yaml-language-server: $schema=../../../schemas/overlay.schema.json\n{_LICENCE}{_plain_yaml(data)}"
    _see_that_it_is(TypeAdapter(Overlay), text)
    return FormDraft(f"locales/markets/{market}/{item.value.id}.yml", text, tuple(notes))


def _experience(filled: FilledForm, shelf: Shelf, _: dt.date) -> FormDraft:
    item = _item(filled, shelf)
    market = _market(filled)
    year = re.search(r"\b20[0-9]{2}\b", filled.one_line("year"))
    if year is None:
        raise UnreadableForm("the year is no year", "write it with four digits, such as 2026")
    outcome = next((one for one in Outcome if _slug(filled.one_line("outcome")).startswith(one.value)), None)
    if outcome is None:
        raise UnreadableForm("what came of it was not said in a word we know", f"one of: {', '.join(Outcome)}")
    stamp = _STAMP.search(filled.one_line("stamp"))
    version = _VERSION.search(filled.one_line("stamp"))
    known = {"stamp": stamp[0]} if stamp else {"version": version[1] if version else item.value.version}
    entry: dict[str, Any] = {
        "key": f"{item.value.id[:50].strip('-')}-{market.lower()}-{year[0]}",
        "item": item.value.id,
        **known,
        "market": market,
        "year": int(year[0]),
        "what": _prose(filled.answers["what"]),
        "outcome": outcome.value,
    }
    address = _URL.search(filled.answers.get("source", ""))
    if address:
        entry["source"] = address[0]
    # Nobody of us has read it yet, whatever the form says.
    entry["seen"] = None
    data = {"register": "experiences", "entries": [entry]}
    text = (
        f"# yaml-language-server: $schema=../../schemas/register-experiences.schema.json\n{_LICENCE}{_plain_yaml(data)}"
    )
    _see_that_it_is(TypeAdapter(ExperienceRegister), text)
    notes = () if stamp or version else ("no version was named; the present one is written",)
    return FormDraft("criteria/registers/experiences.yml", text, notes, entry)


def _correction(filled: FilledForm, shelf: Shelf, _: dt.date) -> FormDraft:
    item = _item(filled, shelf)
    found = _LOCALE.search(filled.one_line("stamp"))
    locale = found[1] if found else "en"
    market = locale.partition("-")[2]
    overlay = shelf.overlays.get((market, item.value.id))
    lines = [
        f"# Correction of {item.value.id}",
        "",
        f"- Text: `{item.value.id}`, edition `{locale}`, present version {item.value.version}",
        f"- File: `{item.file}`",
    ]
    if overlay is not None:
        lines.append(f"- National changes: `{overlay.file}`")
    if locale != "en":
        lines.append(
            f"- Translation: `locales/languages/{locale.partition('-')[0]}/LC_MESSAGES/`, context `{item.value.id}:…`"
        )
    lines += ["", "## What is wrong", "", *_fenced(filled.answers["trouble"])]
    if "better" in filled.answers:
        part = _part("", filled.answers["better"], item)
        position = item.value.text.index(part)
        place = item.place(("text", position, "text"))
        lines += [
            "",
            f"## Suggestion for part `{part.id}`",
            "",
            f"`{place}`, now:",
            "",
            *_fenced(part.text),
            "",
            "Suggested:",
            "",
            *_fenced(one_sentence_per_line(filled.answers["better"] + "\n").strip("\n")),
            "",
            f'Then: `srpp bump {item.value.id} patch --says "…"`, or `major` if somebody\'s duty changes.',
        ]
    if "source" in filled.answers:
        lines += ["", "## Source", "", *_fenced(filled.answers["source"])]
    return FormDraft(f"correction-{item.value.id}.md", "\n".join(lines) + "\n")


def _item(filled: FilledForm, shelf: Shelf) -> Shelved[Item]:
    """The item that a form names by stamp or id."""
    named = [found[1] for found in _ITEM_ID.finditer(filled.one_line("stamp"))]
    for name in named:
        if name in shelf.items:
            return shelf.items[name]
    near = [close for name in named if "-" in name for close in get_close_matches(name, list(shelf.items), n=1)]
    raise UnreadableForm(
        "the form names no text of the library",
        f"did you mean {near[0]}?" if near else "write the stamp or the id, such as food-clause-fair-pay",
    )


def _market(filled: FilledForm) -> str:
    found = _MARKET.search(filled.one_line("market"))
    if found is None:
        raise UnreadableForm("the country is no code of two capital letters", "write it as NO or AT")
    return found[1]


def _part(named: str, words: str, item: Shelved[Item]) -> Part:
    """The part that is named, otherwise the one whose words are most like the new ones, otherwise the first."""
    parts = item.value.text
    for part in parts:
        if named and named.casefold() in {part.id, (part.title or "").casefold()}:
            return part
    likeness = {part.id: SequenceMatcher(None, part.text, words, autojunk=False).quick_ratio() for part in parts}
    best = max(parts, key=lambda part: SequenceMatcher(None, part.text.split(), words.split(), autojunk=False).ratio())
    return best if likeness[best.id] >= _SMALLEST_LIKENESS else parts[0]


def _source(filled: FilledForm) -> dict[str, Any]:
    """A source that nobody of us has read yet."""
    words = filled.one_line("source", limit=390)
    address = _URL.search(words)
    title = words.replace(address[0], "").strip(" ,;") if address else words
    return {
        "key": "from-the-form",
        "title": title or "TODO Title",
        **({"url": address[0]} if address else {}),
        "seen": None,
    }


def _prose(words: str) -> str:
    return one_sentence_per_line(words + "\n") if "\n" in words else words


def _without_braces(words: str) -> str:
    """In a text of a tender braces hold parameters; a stranger's are parentheses until an author says otherwise."""
    return words.replace("{", "(").replace("}", ")")


def _slug(words: str) -> str:
    """Words as small letters, digits and hyphens; whatever else is in them is gone.

    >>> _slug("Ærlig lønn / ../../etc")
    'aerlig-lonn-etc'
    """
    folded = words.casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a").replace("ß", "ss")
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _plain_yaml(data: dict[str, Any]) -> str:
    return text_of(tree_of_value(data), like="")


def _fenced(words: str) -> list[str]:
    """Words that nobody renders: in a fence longer than any that is in them."""
    longest = max((len(run) for run in re.findall(r"`+", words)), default=0)
    fence = "`" * max(3, longest + 1)
    return [f"{fence}text", *words.strip("\n").split("\n"), fence]


def _see_that_it_is(shape: TypeAdapter[Any], text: str) -> None:
    """The second lock on the door: what is handed out is what our reader and our models accept."""
    file = parse_yaml(text.encode("utf-8"), file="draft.yml")
    _, complaints = validated(file, shape)
    wrong = [*file.diagnostics, *complaints]
    if wrong:
        raise UnreadableForm(f"an answer does not fit: {wrong[0].says}", wrong[0].hint)
