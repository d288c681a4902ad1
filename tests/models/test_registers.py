# SPDX-License-Identifier: Apache-2.0
"""The registers hold what they promise: they load, their keys are unique, and what they name exists."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest
from pydantic import ValidationError

from srpp_criteria.models.base import Model
from srpp_criteria.models.names import LawKey, RegisterKey
from srpp_criteria.models.parameter import (
    DecimalParameter,
    DurationParameter,
    IntegerParameter,
    MoneyParameter,
    PercentageParameter,
)
from srpp_criteria.models.registers import (
    REGISTERS,
    Article,
    BandRegister,
    CaseRegister,
    ConventionRegister,
    CpvRegister,
    GlossaryRegister,
    JudgmentRegister,
    LadderRegister,
    LawRegister,
    NationalNote,
    RiskRegister,
    ScoringMethodRegister,
    StandardRegister,
    TopicRegister,
)
from srpp_criteria.models.registers.law import Act, ActKind
from srpp_criteria.models.registers.provenance import Sourced, Via
from srpp_criteria.models.registers.standard import Coverage
from srpp_criteria.models.words import words_of
from srpp_criteria.source import parse_yaml
from srpp_criteria.wording.message_check import Takes, TakesNumber, check_message

R = TypeVar("R", bound=Model)

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "criteria" / "registers"

FUNDAMENTAL = {"c029", "p029", "c087", "c098", "c100", "c105", "c111", "c138", "c155", "c182", "c187"}
ANNEX_X = {"c029", "c087", "c098", "c100", "c105", "c111", "c138", "c182"}


@cache
def read(name: str) -> Model:
    """The register of that name, through the reader that every file of content passes."""
    file = FOLDER / f"{name}.yml"
    source = parse_yaml(file.read_bytes(), file=f"criteria/registers/{name}.yml")
    assert source.data is not None, "\n".join(str(found) for found in source.diagnostics)
    return REGISTERS[name].model_validate_json(json.dumps(source.data))


def register(cls: type[R]) -> R:
    """The register of that class."""
    name = next(name for name, model in REGISTERS.items() if model is cls)
    found = read(name)
    assert isinstance(found, cls)
    return found


def sourced(value: object) -> list[Sourced]:
    """Everything inside a value that says how far it was looked up."""
    found = [value] if isinstance(value, Sourced) else []
    if isinstance(value, Model):
        for field in type(value).model_fields:
            found += sourced(getattr(value, field))
    elif isinstance(value, tuple):
        for entry in value:
            found += sourced(entry)
    return found


def law_keys() -> list[str]:
    """Keys of all acts and of all places in them."""
    acts = (*register(LawRegister).entries, *register(ConventionRegister).entries, *register(JudgmentRegister).entries)
    return [str(act.key) for act in acts] + [str(article.key) for act in acts for article in act.articles]


NOTES = ["national-notes-construction", "national-notes-textiles", "national-notes-food"]
WRITTEN = sorted(name for name in REGISTERS if (FOLDER / f"{name}.yml").is_file())


def test_only_the_experiences_may_be_without_a_file() -> None:
    """Nobody has told of a text in use yet, and none is invented; everything else is used by items."""
    assert set(REGISTERS) - set(WRITTEN) <= {"experiences"}


@pytest.mark.parametrize("name", WRITTEN)
def test_each_register_loads_from_its_file(name: str) -> None:
    """Every register is read without a complaint and says its own name."""
    assert read(name).model_dump(by_alias=True)["register"] == name


@pytest.mark.parametrize("name", WRITTEN)
def test_a_register_names_its_schema_and_its_licence(name: str) -> None:
    """An editor finds the schema, a lawyer the licence, in the first two lines."""
    first, second, *_ = (FOLDER / f"{name}.yml").read_text(encoding="utf-8").splitlines()

    assert first == f"# yaml-language-server: $schema=../../schemas/register-{name}.schema.json"
    assert second == "# SPDX-License-" + "Identifier: CC0-1.0"  # in two pieces: this file has another licence


@pytest.mark.parametrize(
    "name", [name for name in WRITTEN if name not in {"cpv", "laws", "conventions", "judgments"} and name not in NOTES]
)
def test_the_keys_of_a_register_are_unique(name: str) -> None:
    """No key stands for two things."""
    counted = Counter(entry.get("key") or entry["language"] for entry in read(name).model_dump()["entries"])

    assert [key for key, times in counted.items() if times > 1] == []


def test_no_law_key_stands_for_two_places() -> None:
    """Acts and articles share one space of keys."""
    assert [key for key, times in Counter(law_keys()).items() if times > 1] == []


def test_a_law_key_says_its_place() -> None:
    """Point (a) of Article 57(4) is called art-57-4-a; a key that says another place is refused."""
    article = Article.model_validate_json(
        '{"key": "eu-2014-24-art-57-5", "locator": {"article": "57", "paragraph": "4", "point": "a"},'
        ' "says": "May exclude.", "seen": null}'
    )
    with pytest.raises(ValidationError, match="write eu-2014-24-art-57-4-a"):
        Act(
            key=LawKey("eu-2014-24"),
            kind=ActKind.DIRECTIVE,
            short="Directive 2014/24/EU",
            title="Directive 2014/24/EU",
            seen=None,
            articles=(article,),
        )


def test_what_comes_from_memory_names_no_source() -> None:
    """`seen: null` with a source would dress memory up as reading; a day without a source cannot be checked."""
    for json_text in (
        '{"seen": null, "via": "official", "sources": ["https://example.org/"]}',
        '{"seen": "2026-11-22"}',
        '{"seen": "2026-11-22", "via": "official", "sources": []}',
    ):
        with pytest.raises(ValidationError):
            Sourced.model_validate_json(json_text)


@pytest.mark.parametrize("name", ["laws", "conventions", "judgments", "standards", "risks", "cases", "cpv"])
def test_every_seen_fact_has_an_address(name: str) -> None:
    """Whatever carries a day also carries where it was read and through what kind of source."""
    facts = sourced(read(name))

    assert facts
    assert all(fact.sources and fact.via in set(Via) for fact in facts if fact.seen is not None)


def test_the_list_of_annex_x_is_complete() -> None:
    """Eight conventions stand in Annex X; safety and the protocol of 2014 do not, although they are fundamental."""
    acts = register(ConventionRegister).entries

    assert {act.key.removeprefix("ilo-") for act in acts if act.in_annex_x} == ANNEX_X
    assert {act.key.removeprefix("ilo-") for act in acts if act.core == "fundamental"} == FUNDAMENTAL


def test_memory_stays_memory() -> None:
    """What nobody has found a text of is unverified here too; what was read says how."""
    acts = (*register(LawRegister).entries, *register(ConventionRegister).entries, *register(JudgmentRegister).entries)
    by_key = {str(act.key): act for act in acts}
    places = {str(article.key): article for act in by_key.values() for article in act.articles}

    unread = [one for one in (*by_key.values(), *places.values()) if one.seen is None]

    assert unread
    assert all(one.via is None and not one.sources for one in unread)
    assert places["eu-2014-24-art-70"].via is Via.OFFICIAL


def test_judgments_and_acts_stand_apart() -> None:
    """Each of the registers refuses what belongs into another, so that a key is looked for in one place."""
    act = {"key": "eu-1-1", "kind": "directive", "short": "D", "title": "D", "seen": None}
    judgment = {**act, "kind": "case"}
    convention = {**act, "key": "ilo-c001", "kind": "convention"}

    with pytest.raises(ValidationError, match=r"registers/judgments\.yml"):
        LawRegister.model_validate_json(json.dumps({"register": "laws", "entries": [judgment]}))
    with pytest.raises(ValidationError, match=r"registers/conventions\.yml"):
        LawRegister.model_validate_json(json.dumps({"register": "laws", "entries": [convention]}))
    with pytest.raises(ValidationError, match=r"registers/laws\.yml"):
        ConventionRegister.model_validate_json(json.dumps({"register": "conventions", "entries": [act]}))
    with pytest.raises(ValidationError, match=r"registers/laws\.yml"):
        JudgmentRegister.model_validate_json(json.dumps({"register": "judgments", "entries": [act]}))


def test_twins_explain_each_other() -> None:
    """An article of the utilities or concessions directive points at an article that is explained."""
    acts = register(LawRegister).entries
    places = {article.key: article for act in acts for article in act.articles}

    for article in places.values():
        if article.same_as is not None:
            assert places[article.same_as].says


def test_laws_named_by_other_registers_exist() -> None:
    """Glossary and scoring methods cite keys of the law register only."""
    cited = {key for term in register(GlossaryRegister).entries for key in term.law}
    cited |= {key for method in register(ScoringMethodRegister).entries for key in method.legal_basis}

    assert sorted(cited.difference(law_keys())) == []


def test_topics_named_by_other_registers_exist() -> None:
    """Risks and cases use the topics of the register."""
    topics = {topic.key for topic in register(TopicRegister).entries}
    used = {key for risk in register(RiskRegister).entries for key in risk.topics}
    used |= {key for case in register(CaseRegister).entries for key in case.topics}

    assert sorted(used - topics) == []


def test_every_need_of_the_community_has_a_topic() -> None:
    """Working conditions, equality, supply chain, disability, online safety, and product matters are all there."""
    assert len({topic.need for topic in register(TopicRegister).entries}) == 6


@pytest.mark.parametrize("name", NOTES)
def test_notes_on_countries_say_how_far_they_were_looked_up(name: str) -> None:
    """Sixty items a sector, each once; what is recalled has no day, and what was seen has one."""
    entries = read(name).model_dump()["entries"]
    notes = [note for entry in entries for note in entry["notes"]]

    assert len({entry["item"] for entry in entries}) == len(entries) == 60
    assert {entry["item"] for entry in entries} <= {file.stem for file in (ROOT / "criteria").glob("*/*.yml")}
    assert all(entry["item"].startswith(name.removeprefix("national-notes-")) for entry in entries)
    assert all((note["seen"] is None) == ("seen" not in note["marks"]) for note in notes)


def test_a_recalled_note_has_no_day() -> None:
    """Memory does not become reading by being copied into an overlay."""
    note = {"countries": ["NO"], "says": "A rule.", "marks": ["recalled"], "seen": "2026-11-22"}

    with pytest.raises(ValidationError, match="write seen: null"):
        NationalNote.model_validate_json(json.dumps(note))


def test_glossary_words_point_at_each_other() -> None:
    """A word that sends the reader on sends to a word that exists."""
    terms = register(GlossaryRegister).entries
    keys = {term.key for term in terms}

    assert {other for term in terms for other in term.see_also} <= keys


def test_about_two_hundred_codes_are_known() -> None:
    """Codes carry the official check digit; a wrong form is refused by the model."""
    codes = [entry.code for entry in register(CpvRegister).entries]

    assert len(codes) >= 200
    assert len(set(codes)) == len(codes)
    assert "55523100-3" in codes


def test_codes_named_by_risks_exist() -> None:
    """A risk names codes that the register knows."""
    known = {entry.code for entry in register(CpvRegister).entries}

    assert {code for risk in register(RiskRegister).entries for code in risk.cpv} <= known


def test_items_named_by_risks_exist() -> None:
    """A risk promises no item that the library does not have."""
    ids = {file.stem for file in (ROOT / "criteria").glob("*/*.yml")}

    assert {item for risk in register(RiskRegister).entries for item in risk.items} <= ids


def test_every_matrix_row_is_a_standard_of_the_register() -> None:
    """A row for a scheme that nobody described is refused."""
    text = (FOLDER / "standards.yml").read_bytes().replace(b"- standard: label-gots\n", b"- standard: label-gotts\n")
    source = parse_yaml(text, file="standards.yml")

    with pytest.raises(ValidationError, match="label-gotts"):
        StandardRegister.model_validate_json(json.dumps(source.data))


def test_no_scheme_is_trusted_beyond_what_it_covers() -> None:
    """Product tests prove nothing social, an organic label neither, and a factory certificate traces no goods."""
    matrices = {matrix.sector: matrix for matrix in register(StandardRegister).matrices}
    rows = {(str(sector), str(row.standard)): row for sector, matrix in matrices.items() for row in matrix.rows}

    tested = rows["textiles", "label-oeko-tex-standard-100"]
    organic = rows["food", "label-eu-organic"]
    factory = rows["textiles", "standard-sa8000"]
    assert not tested.covered
    assert not tested.partly
    assert organic.coverage(RegisterKey("core-conventions")) is Coverage.NOT_COVERED
    assert factory.coverage(RegisterKey("traceability")) is Coverage.NOT_COVERED


def test_a_ladder_step_is_right_for_every_allowed_figure() -> None:
    """Texts of ladders use exactly the declared figures, in sentences that hold for each allowed value."""
    for ladder in register(LadderRegister).entries:
        takes: dict[str, Takes] = {}
        for name, parameter in ladder.parameters.items():
            assert isinstance(
                parameter,
                IntegerParameter | DurationParameter | DecimalParameter | PercentageParameter | MoneyParameter,
            )
            whole = isinstance(parameter, IntegerParameter | DurationParameter)
            takes[name] = TakesNumber(parameter.minimum, parameter.maximum, decimals=not whole)  # type: ignore[arg-type]
        texts = [step.text for step in ladder.steps] + [ladder.skip_rule, ladder.cap_rule]
        faults = [fault for text in texts for fault in check_message(text, locale="en", parameters=takes)]
        used = set(re.findall(r"\{(remedy_[a-z_]+)", " ".join(texts)))

        assert faults == [], ladder.key
        assert used == set(takes), ladder.key


def test_every_ladder_hears_first_and_has_a_limit() -> None:
    """The contractor is heard, sums have a ceiling, and ending the contract, where it is possible, comes last."""
    for ladder in register(LadderRegister).entries:
        words = " ".join([*(step.text for step in ladder.steps), ladder.skip_rule])
        ends = [position for position, step in enumerate(ladder.steps) if step.id == "termination"]

        assert re.search(r"\bhear|\bheard\b|\banswers within\b|\bgives its reasons\b", words), ladder.key
        assert "{remedy_cap_percent}" in ladder.cap_rule, ladder.key
        assert ends in ([], [len(ladder.steps) - 1]), ladder.key


def test_a_ladder_figure_is_named_as_one() -> None:
    """Names of a ladder's figures start with remedy_, so that they never collide with an item's own."""
    with pytest.raises(ValidationError, match="write remedy_days"):
        LadderRegister.model_validate_json(
            (json.dumps(register(LadderRegister).model_dump(mode="json", by_alias=True))).replace(
                "remedy_answer_days", "days"
            )
        )


def test_bands_leave_no_gap() -> None:
    """In every sector the next band starts where the last one ends."""
    bands = register(BandRegister).entries

    for sector in ("construction", "textiles", "food"):
        limits = [limit for band in bands for limit in band.limits if limit.sector == sector]
        assert limits[0].from_value == 0
        assert limits[-1].below_value is None
        assert [limit.below_value for limit in limits[:-1]] == [limit.from_value for limit in limits[1:]]


def test_award_criteria_can_name_the_six_methods() -> None:
    """The register explains each method that the code computes."""
    assert {method.key for method in register(ScoringMethodRegister).entries} == {
        "linear",
        "quality-scale",
        "quantity-times-credibility",
        "level-ladder",
        "monetised",
        "price-anchored",
    }


def test_only_printed_words_are_translated() -> None:
    """Explanations for the keepers of the library never reach a translator; titles and contract texts do."""
    laws = [words.address for words in words_of(read("laws"))]
    ladder = [words.address for words in words_of(read("remedy-ladders")) if "labour-rights" in words.address]

    assert "entries.eu-2014-24.short" in laws
    assert all(address.endswith(".short") for address in laws)
    assert "entries.labour-rights.steps.hearing.text" in ladder
    assert not any("use_when" in address for address in ladder)
