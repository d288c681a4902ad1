# SPDX-License-Identifier: Apache-2.0
"""The forms for people without git, and what each of their fields becomes.

The ids of forms and fields are addresses: pages of the site and links in mails fill them in. They stay as they are; a
test compares them with the files in `.github/ISSUE_TEMPLATE/`.

propose-an-item: a draft of an item
    name: title and id · sector: folder and sectors · topic: topics · kind: kind and stage · whom: intent ·
    text: first part · proof: first proof · source: first source
correct-a-text: a note that names file and part
    stamp: item, edition and file · trouble: what is wrong · better: the part that is most like it, and its new words
national-adaptation: a draft of an overlay
    stamp: item and reviewed_for · market: folder · decision, reason: the same · part, language, words: one changed
    part · source: first source
field-experience: an entry of registers/experiences.yml
    stamp: item, version and stamp · market, year, what, outcome, source: the same
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from srpp_criteria.errors import SrppError
from srpp_criteria.source.characters import is_clean

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BODY: Final = 65_536
"""Most characters of a filled form: as many as an issue can have."""

MAX_ANSWER: Final = 3_500
"""Most characters of one answer: a field of the models holds no more."""

_HEADING: Final = re.compile(r"^### (.+?)[ \t]*$")
_NO_ANSWER: Final = "_No response_"


class UnreadableForm(SrppError):
    """A filled form from which no draft can be made."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: its id, which is the name of its file, and its fields by id with their labels.

    Attributes:
        id: name of the form.
        labels: the heading of each field, by the field's id, in the order of the form.
        required: ids of the fields that must be filled in.
    """

    id: str
    labels: Mapping[str, str]
    required: frozenset[str]


FORMS: Final = (
    Form(
        "propose-an-item",
        {
            "name": "What is it called",
            "sector": "What is bought",
            "topic": "What it is about",
            "kind": "Where it stands",
            "whom": "Whom does it protect, and what must the supplier do differently",
            "proof": "How is it checked, by whom and when",
            "text": "A text, if you have one",
            "source": "Where can we read about it",
        },
        frozenset({"name", "sector", "whom"}),
    ),
    Form(
        "correct-a-text",
        {
            "stamp": "Which text",
            "trouble": "What is wrong, or what happened",
            "better": "How would you write it",
            "source": "Where can we read it",
        },
        frozenset({"stamp", "trouble"}),
    ),
    Form(
        "national-adaptation",
        {
            "stamp": "Which text",
            "market": "For which country",
            "decision": "What should happen with it there",
            "reason": "Why",
            "part": "Which part changes",
            "language": "In which language are your words",
            "words": "How must it read there",
            "source": "Which law or page says so",
        },
        frozenset({"stamp", "market", "decision", "reason"}),
    ),
    Form(
        "field-experience",
        {
            "stamp": "Which text",
            "market": "In which country",
            "year": "In which year",
            "what": "What happened",
            "outcome": "What came of it",
            "source": "Where can it be read",
        },
        frozenset({"stamp", "market", "year", "what", "outcome"}),
    ),
)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form with its answers, cleaned: no control characters, no empty answers, nothing longer than a field holds."""

    form: Form
    answers: Mapping[str, str]

    def one_line(self, field: str, limit: int = 200) -> str:
        """An answer on one line, cut to a length; empty if there is none."""
        return " ".join(self.answers.get(field, "").split())[:limit].rstrip()


def filled_form(body: str) -> FilledForm:
    r"""Read the Markdown that GitHub makes of a filled form.

    Raises:
        UnreadableForm: it is none of our forms, or somebody wrote a second heading of the form into an answer.

    >>> filled_form("### Which text\n\nfair-pay\n\n### What is wrong, or what happened\n\nToo vague.").answers
    {'stamp': 'fair-pay', 'trouble': 'Too vague.'}
    """
    if len(body) > MAX_BODY:
        raise UnreadableForm("the form is longer than an issue can be", f"at most {MAX_BODY} characters")
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    headings = [found[1] for line in lines if (found := _HEADING.match(line))]
    form = _form_of(headings)
    ids = {label: field for field, label in form.labels.items()}
    answers: dict[str, list[str]] = {}
    here: list[str] = []
    for line in lines:
        found = _HEADING.match(line)
        field = ids.get(found[1]) if found else None
        if field is None:
            here.append(line)
            continue
        if field in answers:
            raise UnreadableForm(
                f'the heading "{form.labels[field]}" stands there twice', "take it out of the answer that holds it"
            )
        here = answers.setdefault(field, [])
    cleaned = {field: _cleaned(field, "\n".join(lines), form) for field, lines in answers.items()}
    given = {field: answer for field, answer in cleaned.items() if answer}
    missing = [form.labels[field] for field in form.labels if field in form.required and field not in given]
    if missing:
        raise UnreadableForm(f'there is no answer to "{missing[0]}"', "fill it in")
    return FilledForm(form, given)


def _form_of(headings: list[str]) -> Form:
    present = set(headings)
    fitting = [form for form in FORMS if all(form.labels[field] in present for field in form.required)]
    if not fitting:
        names = ", ".join(form.id for form in FORMS)
        raise UnreadableForm("this is no filled form of the library", f"forms: {names}")
    return max(fitting, key=lambda form: len(present & set(form.labels.values())))


def _cleaned(field: str, answer: str, form: Form) -> str:
    kept = answer if is_clean(answer) else "".join(sign for sign in answer if is_clean(sign))
    lines = [line.rstrip() for line in kept.expandtabs(4).split("\n")]
    words = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if words == _NO_ANSWER:
        return ""
    if len(words) > MAX_ANSWER:
        raise UnreadableForm(
            f'the answer to "{form.labels[field]}" has {len(words)} characters', f"at most {MAX_ANSWER}"
        )
    return words
