# SPDX-License-Identifier: Apache-2.0
"""A filled issue form becomes a draft, and what a stranger writes never becomes more than a value."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.authoring.conftest import ROOT

from srpp_criteria.authoring.from_form import FormDraft, draft_of
from srpp_criteria.authoring.issue_forms import FORMS, MAX_ANSWER, MAX_BODY, UnreadableForm, filled_form
from srpp_criteria.authoring.keeping import keep
from srpp_criteria.authoring.skeleton import KINDS
from srpp_criteria.errors import SrppError
from srpp_criteria.models.overlay import Overlay
from srpp_criteria.shelf.reading import REGISTERS, read_shelf
from srpp_criteria.shelf.validation import validated
from srpp_criteria.source import parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.authoring.issue_forms import Form

DAY = dt.date(2026, 11, 29)
CASES = ROOT / "tests" / "cases" / "forms"
SHELF = read_shelf(ROOT)
BY_ID = {form.id: form for form in FORMS}


def draft(form: str, **changed: str) -> FormDraft:
    """The draft of a filled example, with other answers to some of its fields."""
    answers = dict(filled_form((CASES / f"{form}.md").read_text(encoding="utf-8")).answers) | changed
    return draft_of(filled_form(body(BY_ID[form], answers)), SHELF, day=DAY)


def body(form: Form, answers: dict[str, str]) -> str:
    """The Markdown that GitHub makes of answers."""
    return "\n\n".join(f"### {label}\n\n{answers.get(field, '_No response_')}" for field, label in form.labels.items())


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_the_mapping_and_the_form_have_the_same_fields(form: Form) -> None:
    """A label that is changed in one place only would lose the answer."""
    template = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / f"{form.id}.yml").read_text(encoding="utf-8"))
    fields = template["body"]

    assert {field["id"]: field["attributes"]["label"] for field in fields} == form.labels
    assert {field["id"] for field in fields if field.get("validations", {}).get("required")} == form.required


def test_there_is_a_mapping_for_each_form() -> None:
    """No form is filled in vain."""
    names = {path.stem for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")} - {"config"}

    assert {form.id for form in FORMS} == names


def test_a_proposal_becomes_an_item() -> None:
    """The answers stand in their fields; what nobody answered says TODO."""
    found = draft("propose-an-item")
    data: Any = yaml.safe_load(found.text)

    assert found.path == "criteria/construction/construction-clause-drinking-water-shade-on-hot-days.yml"
    assert (data["kind"], data["topics"], data["title"]) == (
        "clause",
        ["occupational-safety"],
        "Drinking water & shade on hot days",
    )
    assert data["text"][0]["text"].startswith("TODO On each day with a forecast of (28) degrees")
    assert data["sources"] == [
        {"key": "from-the-form", "title": "report on heat at work", "url": "https://example.org/heat", "seen": None}
    ]


@pytest.mark.parametrize(
    "kind",
    [
        "selection",
        "award",
        "technical-specification",
        "form",
        "monitoring-sheet",
        "market-dialogue",
        "site-visit",
        "what?",
    ],
)
def test_a_proposal_of_each_kind_is_valid(kind: str) -> None:
    """The draft is read by our own models before it is handed out."""
    assert yaml.safe_load(draft("propose-an-item", kind=kind).text)["id"]


def test_an_adaptation_becomes_an_overlay() -> None:
    """Decision, reason and the new words of the part that was named."""
    found = draft("national-adaptation")
    data: Any = yaml.safe_load(found.text)

    assert found.path == "locales/markets/NO/construction-subcontracting-tier-limit.yml"
    assert (data["decision"], data["reviewed_for"]) == ("adapt", SHELF.items[data["item"]].value.version)
    assert data["text"][0]["replace"] == "obligation"
    assert set(data["text"][0]["languages"]) == {"nb", "en"}


def test_an_experience_becomes_a_record_that_nobody_has_verified() -> None:
    """What is told is kept as told; `seen` stays null."""
    found = draft("field-experience", source="https://example.org/report")
    file = parse_yaml(found.text.encode(), file="experiences.yml")
    register, complaints = validated(file, REGISTERS["experiences"])

    assert complaints == []
    assert register is not None
    entry = register.value.entries[0]  # type: ignore[attr-defined]  # the register of experiences
    assert (entry.market, entry.year, entry.outcome, entry.seen) == ("NO", 2026, "left-out", None)


def test_a_correction_names_the_part_it_is_about() -> None:
    """File, line, present words and the new ones, ready to be taken over."""
    found = draft("correct-a-text")

    assert "## Suggestion for part `what-counts`" in found.text
    assert "`criteria/construction/construction-subcontracting-tier-limit.yml:24:11`, now:" in found.text
    assert "Test laboratories do not count either." in found.text


HOSTILE = [
    "x\nid: other\nkind: form",
    "&a *a !!python/object:os.system",
    "'\"\n---\n...\n%YAML 1.1",
    "| \n  deeper\n no",
    "{{ 7*7 }} {max_tiers} {x, plural, other {#}}",
    "```\nout of the fence\n```\n````",
    "<script>alert(1)</script> <!-- gone",
    "../../../etc/passwd",
    "# no comment\n- no list\n  - at all",
    "\u202eright to left\u202c \x1b[31m \x00",
    "\ttab\t\n\x0b",
    "@all #1 https://example.org/'\"",
    "   ",
]


_KEYS: dict[str, set[str]] = {
    "propose-an-item": {key for model in KINDS.values() for key in model.model_fields},
    "national-adaptation": set(Overlay.model_fields),
    "field-experience": {"register", "entries"},
}


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_hostile_answers_stay_values(form: Form, words: str) -> None:
    """In each field: the file has the keys of its kind, its path is made of known names, or the form is refused."""
    for field in form.labels:
        try:
            found = draft(form.id, **{field: words})
        except UnreadableForm:
            continue
        assert ".." not in found.path
        assert not found.path.startswith("/")
        assert all(sign.isprintable() or sign == "\n" for sign in found.text)
        if found.path.endswith(".yml"):
            read = parse_yaml(found.text.encode(), file="x.yml")
            assert read.diagnostics == ()
            assert isinstance(read.data, dict)
            assert not set(read.data) - _KEYS[form.id]


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_a_form_or_is_refused_in_one_sentence(text: str) -> None:
    """Whatever comes in, there is no traceback."""
    bodies = [text, *(body(form, dict.fromkeys(form.labels, text)) for form in FORMS)]
    for one in bodies:
        try:
            draft_of(filled_form(one), SHELF, day=DAY)
        except UnreadableForm:
            continue


def test_a_heading_of_the_form_in_an_answer_is_refused() -> None:
    """Nobody answers a field in the name of somebody else."""
    answer = "Fine.\n\n### What came of it\n\nworked"

    with pytest.raises(UnreadableForm, match="twice"):
        draft("field-experience", what=answer)


def test_a_form_that_is_too_long_is_refused() -> None:
    """An issue has an end, and so has a field."""
    with pytest.raises(UnreadableForm):
        filled_form("x" * (MAX_BODY + 1))
    with pytest.raises(UnreadableForm):
        draft("correct-a-text", trouble="x" * (MAX_ANSWER + 1))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_what_must_be_answered_is_asked_for(form: Form) -> None:
    """The sentence names the question."""
    for field in form.required:
        with pytest.raises(UnreadableForm, match=r"answer|form of the library|twice"):
            draft(form.id, **{field: "_No response_"})


def test_a_second_experience_is_added_to_the_register(tmp_path: Path) -> None:
    """Comments and entries that are there stay; the key is new; the same experience is not told twice."""
    path = keep(draft("field-experience"), tmp_path)
    path.write_text(path.read_text(encoding="utf-8") + "# told by mail\n", encoding="utf-8")
    keep(draft("field-experience", what="It went well: twice."), tmp_path)
    text = path.read_text(encoding="utf-8")
    entries = yaml.safe_load(text)["entries"]

    assert "# told by mail" in text
    assert [entry["key"].endswith("-2026-2") for entry in entries] == [False, True]
    assert entries[1]["what"] == "It went well: twice."
    _, complaints = validated(parse_yaml(text.encode(), file="x.yml"), REGISTERS["experiences"])
    assert complaints == []
    with pytest.raises(UnreadableForm, match="already"):
        keep(draft("field-experience"), tmp_path)
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("faulty", ["entries: x\n", "&a x\n", "register: experiences\nentries: []\n", "- 1\n"])
def test_a_faulty_register_stays_as_it_is(tmp_path: Path, faulty: str) -> None:
    """Its findings are told; no traceback, nothing written."""
    path = keep(draft("field-experience"), tmp_path)
    path.write_text(faulty, encoding="utf-8")

    with pytest.raises(SrppError):
        keep(draft("field-experience", what="Another."), tmp_path)
    assert path.read_text(encoding="utf-8") == faulty


def test_a_mistyped_id_is_answered_with_the_nearest() -> None:
    """Who types an id by hand sees which one it may be."""
    with pytest.raises(UnreadableForm, match=r"did you mean construction-subcontracting-tier-limit\?"):
        draft("correct-a-text", stamp="construction-subcontracting-tier-limits")
