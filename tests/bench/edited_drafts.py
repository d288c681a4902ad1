# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501, S311  # sentences as they stand in tenders; chance that can be repeated
"""Drafts as buyers make them of our texts, and what stands in each: the ground on which recognition is measured.

How they are made is told in docs/concepts/recognition.md. Everything comes from one seed, so a run can be repeated.
"""

from __future__ import annotations

import copy
import random
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from srpp_criteria.edition.entry import Entry
from srpp_criteria.errors import InvalidValue
from srpp_criteria.models.parameter import (
    BooleanParameter,
    ChoiceParameter,
    DateParameter,
    DurationParameter,
    IntegerParameter,
    TextParameter,
)
from srpp_criteria.recognition.index_data import KnownText

if TYPE_CHECKING:
    from collections.abc import Sequence

FOREIGN = """
The Contractor shall perform the services with the care of a prudent business person and in accordance with the state of the art.
The tender must be received by the contracting authority no later than the date and time stated in the notice.
Prices are quoted in euro without value added tax and include all incidental costs, fees and charges.
The Contractor shall notify the Contracting Authority without delay of any circumstance that may delay performance.
Subcontracting requires the prior written consent of the Contracting Authority, which may not be unreasonably withheld.
The Contractor keeps records of the hours worked on the project and submits them together with each invoice.
Invoices are payable within 30 days of receipt, provided that the goods have been delivered without defects.
Each tenderer shall submit a declaration that none of the grounds for exclusion applies to it or to its subcontractors.
The Supplier shall comply with all applicable laws on health and safety at work during the whole term of the contract.
Workers on the site wear a helmet and safety shoes at all times and follow the instructions of the site manager.
The award criteria are price with a weight of 60 percent and quality with a weight of 40 percent.
The Contracting Authority may inspect the premises of the Supplier during normal working hours after giving notice.
In the event of a breach the Contracting Authority sets a reasonable period in which the Contractor remedies it.
The contract is governed by the law of the place where the Contracting Authority has its seat.
A penalty of 0.2 percent of the contract value is due for each day of delay, up to a limit of 5 percent.
The tenderer describes in at most five pages how it will organise the works and which staff it will employ.
The kitchen shall be cleaned daily according to the hygiene plan, and the cleaning shall be recorded in a list.
All textiles shall withstand industrial washing at 75 degrees and keep their shape and colour.
The Contractor pays its employees at least the wage that the applicable collective agreement lays down.
Documents handed over by the Contracting Authority remain its property and are returned after completion.
The parties shall treat all information they receive in connection with this contract as confidential.
Changes to this contract are valid only if made in writing and signed by both parties.
The tenderer names three reference projects of comparable size that it has completed within the last five years.
Der Auftragnehmer haftet für Schäden, die er oder seine Erfüllungsgehilfen schuldhaft verursachen.
Die Vergütung ist innerhalb von 30 Tagen nach Eingang einer prüffähigen Rechnung fällig.
Das Angebot ist in deutscher Sprache abzufassen und elektronisch über die Vergabeplattform einzureichen.
Leverandøren skal varsle oppdragsgiver uten ugrunnet opphold dersom leveransen blir forsinket.
Tilbudet skal være oppdragsgiver i hende innen den fristen som er angitt i kunngjøringen.
De opdrachtnemer voert de opdracht uit volgens de regels van de kunst en de bepalingen van het bestek.
L’adjudicataire exécute le marché conformément aux règles de l’art et aux documents du marché.
""".strip().splitlines()

_OTHER_WORDS = {
    "en": [
        "promptly",
        "reasonable",
        "supplier",
        "approved",
        "monthly",
        "office",
        "suitable",
        "written",
        "annual",
        "general",
    ],
    "de": [
        "unverzüglich",
        "angemessen",
        "Lieferant",
        "genehmigt",
        "monatlich",
        "Büro",
        "geeignet",
        "schriftlich",
        "jährlich",
        "allgemein",
    ],
    "nb": [
        "straks",
        "rimelig",
        "oppdragsgiver",
        "godkjent",
        "månedlig",
        "kontor",
        "egnet",
        "skriftlig",
        "årlig",
        "generell",
    ],
    "nl": [
        "onverwijld",
        "redelijk",
        "leverancier",
        "goedgekeurd",
        "maandelijks",
        "kantoor",
        "geschikt",
        "schriftelijk",
        "jaarlijks",
    ],
    "fr": [
        "immédiatement",
        "raisonnable",
        "fournisseur",
        "approuvé",
        "mensuel",
        "bureau",
        "approprié",
        "écrit",
        "annuel",
        "général",
    ],
}
_ADDED = {
    "en": "For {one} and {other} the record of month {month} is handed over as well.",
    "de": "Für {one} und {other} wird auch die Aufzeichnung des Monats {month} übergeben.",
    "nb": "For {one} og {other} skal også oversikten for måned {month} leveres.",
    "nl": "Voor {one} en {other} wordt ook het overzicht van maand {month} overhandigd.",
    "fr": "Pour {one} et {other}, le relevé du mois {month} est également remis.",
}
"""A sentence that comes with a new version, about words of the part itself."""
_NOT = {"en": "not", "de": "nicht", "nb": "ikke", "nl": "niet", "fr": "jamais"}
_WORD = re.compile(r"(?<![\w{}])[^\W\d_]{4,}(?![\w{}])")
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅÄÖÜ«„])")


@dataclass
class EditedDraft:
    """A draft and the truth about it: by item, which text it came from and whether its words were changed."""

    blocks: list[str] = field(default_factory=list)
    truth: dict[str, tuple[KnownText, bool]] = field(default_factory=dict)


def many_versions(texts: Sequence[KnownText], wanted: int, seed: int = 1) -> list[KnownText]:
    """The texts, and so many later versions of them that there are `wanted`: in each, one to three sentences changed."""
    chance = random.Random(seed)
    found = list(texts)
    newest = list(texts)
    while len(found) < wanted:
        for place, text in enumerate(newest):
            if len(found) == wanted:
                break
            entry = copy.deepcopy(dict(text.entry))
            major, minor, patch = map(int, text.version.split("."))
            version = f"{major}.{minor + 1}.{patch}"
            entry["item"]["version"] = version
            for _ in range(chance.randint(1, 3)):
                part = chance.choice(entry["item"]["text"])
                part["text"] = _changed_words(part["text"], text.locale, chance)
            sha = f"{chance.getrandbits(256):064x}"
            newest[place] = KnownText(text.item, version, text.locale, text.revision, sha, released=True, entry=entry)
            found.append(newest[place])
    return found


def edited_draft(texts: Sequence[KnownText], seed: int) -> EditedDraft:
    """A draft of some texts of one locale, filled in, cut and changed as buyers do, in other people's prose."""
    chance = random.Random(seed)
    locale = chance.choice(sorted({text.locale for text in texts}))
    own = [text for text in texts if text.locale == locale]
    draft = EditedDraft()
    for _ in range(chance.randint(4, 12)):
        draft.blocks += _foreign(chance)
        text = chance.choice(own)
        if text.item not in draft.truth:
            blocks, altered = _edited(text, chance)
            draft.blocks += blocks
            draft.truth[text.item] = (text, altered)
    draft.blocks += _foreign(chance)
    return draft


def long_draft(texts: Sequence[KnownText], words: int, seed: int = 3) -> list[str]:
    """Blocks of about so many words, half of them ours."""
    blocks: list[str] = []
    count = 0
    while count < words:
        draft = edited_draft(texts, seed)
        more = [*draft.blocks, *(_foreign(random.Random(seed)) * 6)]
        blocks += more
        count += sum(len(block.split()) for block in more)
        seed += 1
    return blocks


def _foreign(chance: random.Random) -> list[str]:
    return [" ".join(chance.sample(FOREIGN, chance.randint(1, 4))) for _ in range(chance.randint(1, 4))]


def _edited(text: KnownText, chance: random.Random) -> tuple[list[str], bool]:
    parts = _filled_parts(text.entry, chance)
    if len(parts) > 2 and chance.random() < 0.3:  # cut out of context
        start = chance.randrange(len(parts) - 1)
        parts = parts[start : start + 2]
    if chance.random() < 0.2:  # in another order
        chance.shuffle(parts)
    altered = chance.random() < 0.5
    if altered:
        for _ in range(chance.randint(1, 3)):
            place = chance.randrange(len(parts))
            parts[place] = _altered(parts[place], text.locale, chance)
    blocks = [line for part in parts for line in part.split("\n") if line.strip()]
    return [_as_typed(block, number, chance) for number, block in enumerate(blocks, 1)], altered


def _filled_parts(entry: Any, chance: random.Random) -> list[str]:
    model = Entry.model_validate_json(_json(entry))
    given = {name: _value(parameter, chance) for name, parameter in model.parameters.items() if not parameter.locked}
    try:
        filled = model.fill(**given)
    except InvalidValue:
        filled = model.fill()
    return [part.text for part in filled.parts] or [model.title]


def _json(entry: Any) -> str:
    import json

    return json.dumps(entry)


def _value(parameter: Any, chance: random.Random) -> Any:
    match parameter:
        case BooleanParameter():
            return chance.random() < 0.7
        case ChoiceParameter():
            return chance.choice(parameter.options).key
        case TextParameter():
            return parameter.default or "the office of the project"
        case DateParameter():
            return date(2027, 1, 1) + timedelta(days=chance.randrange(900))
        case IntegerParameter() | DurationParameter():
            return chance.randint(parameter.minimum, parameter.maximum)
        case _:
            return round(chance.uniform(float(parameter.minimum), float(parameter.maximum)), 1)


def _changed_words(template: str, locale: str, chance: random.Random) -> str:
    """A template with one word outside its placeholders changed, or a sentence more."""
    plain = [
        m for m in _WORD.finditer(template) if template[: m.start()].count("{") == template[: m.start()].count("}")
    ]
    if not plain or chance.random() < 0.2:
        words = [found[0] for found in plain] or _OTHER_WORDS[locale[:2]]
        one, other = chance.choice(words), chance.choice(words)
        added = _ADDED[locale[:2]].format(one=one, other=other, month=chance.randint(1, 60))
        return f"{template.rstrip()}\n\n{added}"
    found = chance.choice(plain)
    return template[: found.start()] + chance.choice(_OTHER_WORDS[locale[:2]]) + template[found.end() :]


def _altered(part: str, locale: str, chance: random.Random) -> str:
    """One edit by which the words are no longer ours."""
    words = part.split(" ")
    kind = chance.choice(("word", "word", "gone", "not", "sentence", "tail"))
    if kind == "word" or len(words) < 8:
        found = list(_WORD.finditer(part))
        if found:
            one = chance.choice(found)
            return part[: one.start()] + chance.choice(_OTHER_WORDS[locale[:2]]) + part[one.end() :]
    if kind == "gone":
        found = list(_WORD.finditer(part))
        if found:
            one = chance.choice(found)
            return part[: one.start()] + part[one.end() :]
    if kind == "sentence":
        sentences = _SENTENCE_END.split(part)
        sentences.insert(chance.randint(1, len(sentences)), chance.choice(FOREIGN))
        return " ".join(sentences)
    if kind == "tail" and part.rstrip().endswith("."):
        return f"{part.rstrip()[:-1]}, {chance.choice(_OTHER_WORDS[locale[:2]])} {chance.choice(_OTHER_WORDS[locale[:2]])}."
    place = chance.randrange(2, max(3, len(words) - 2))
    return " ".join([*words[:place], _NOT[locale[:2]], *words[place:]])


def _as_typed(block: str, number: int, chance: random.Random) -> str:
    """The same words as another program or person writes them."""
    if chance.random() < 0.3:
        block = f"{chance.choice((f'{number}.{number}', f'({chr(96 + number % 26 + 1)})', f'{number}.'))} {block.lstrip('- ')}"
    if chance.random() < 0.3:
        block = block.replace("’", "'").replace("–", "-").replace("“", '"').replace("”", '"')
    if chance.random() < 0.2:
        block = block.replace(" ", "\u00a0", 3)
    if chance.random() < 0.1:
        block = block.upper() if len(block) < 60 else f"**{block}**"
    if chance.random() < 0.2:
        middle = block.find(" ", len(block) // 2)
        block = f"{block[:middle]}\n{block[middle + 1 :]}" if middle > 0 else block
    return block
