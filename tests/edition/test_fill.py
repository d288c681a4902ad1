# SPDX-License-Identifier: Apache-2.0
"""The figures of a purchase in the text: checked all at once, written as the country writes them, blanks marked."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.checkout import ladder, national_law, parameter
from tests.written_cases import written_cases

from srpp_criteria import InvalidValue
from srpp_criteria.edition.fill import read_value
from srpp_criteria.models.parameter import DecimalParameter, Parameter

if TYPE_CHECKING:
    from tests.checkout import Checkout

    from srpp_criteria import Entry

Case = dict[str, Any]


def _entry(checkout: Checkout, text: str, locale: str = "en", translated: str | None = None, **figures: Any) -> Entry:
    """An item with one sentence and these parameters, as the edition of the locale has it."""
    checkout.item(text={"obligation": text}, parameters=figures)
    language, _, country = locale.partition("-")
    if country:
        checkout.market(country, locales=[locale])
        checkout.decide(country)
        checkout.translate(language, {"fair-pay:text.obligation": translated or text})
    return checkout.edition(locale)["fair-pay"]


def _figure(fields: Case) -> Case:
    return parameter(fields["type"], **{name: value for name, value in fields.items() if name != "type"})


@pytest.mark.parametrize("case", written_cases("fill/figures.yml"))
def test_a_figure_is_written_as_its_readers_write_it(checkout: Checkout, case: Case) -> None:
    """Numbers, money, percentages, days and answers, locale by locale."""
    entry = _entry(checkout, "{figure}", case["locale"], figure=_figure(case["figure"]))

    shown = entry.fill(figure=case["given"]).text

    assert shown.replace("\u00a0", " ").replace("\u202f", " ") == case["expect"]
    if case["figure"]["type"] in {"integer", "decimal", "percentage", "money"}:
        assert " " not in shown, "a figure may break"


@pytest.mark.parametrize("case", written_cases("fill/complaints.yml"))
def test_a_value_that_does_not_fit_gets_a_plain_sentence(checkout: Checkout, case: Case) -> None:
    """The name of the figure, what is wrong, and what would be right."""
    entry = _entry(
        checkout,
        "{figure}",
        figure=_figure(
            {"default": None, **case["figure"]}
            if case["figure"]["type"] not in {"choice", "boolean"}
            else case["figure"]
        ),
    )

    with pytest.raises(InvalidValue) as caught:
        entry.fill(figure=case["given"])

    assert caught.value.complaints == (f"figure {case['expect']}",)


@pytest.mark.parametrize("case", written_cases("fill/plurals.yml"))
def test_a_sentence_is_grammatical_for_every_number(checkout: Checkout, case: Case) -> None:
    """The forms are those of the language of the edition, not of English."""
    entry = _entry(checkout, case["english"], case["locale"], case["words"], tiers=parameter())

    assert {number: entry.fill(tiers=int(number)).text for number in case["expect"]} == case["expect"]


def test_all_complaints_come_at_once(checkout: Checkout) -> None:
    """Who filled in four figures wrongly is told four times in one answer, not once in four answers."""
    entry = _entry(
        checkout, "{tiers} {share} {day}", tiers=parameter(), share=parameter("percentage"), day=parameter("date")
    )

    with pytest.raises(InvalidValue) as caught:
        entry.fill(tiers=1000, share="much", day="tomorrow", teirs=2)

    assert caught.value.item == "fair-pay"
    assert caught.value.complaints == (
        'has no parameter "teirs" (did you mean "tiers"?)',
        "tiers is 1000, above the maximum 100",
        'share is "much" (write a number such as 12 or 7.5)',
        'day is "tomorrow" (write a day as YYYY-MM-DD)',
    )
    assert str(caught.value).startswith('fair-pay: has no parameter "teirs"')
    assert caught.value.hint


def test_a_name_that_is_near_no_other_gets_the_list(checkout: Checkout) -> None:
    """The buyer learns which figures there are."""
    entry = _entry(checkout, "{tiers} {share}", tiers=parameter(), share=parameter("percentage"))

    with pytest.raises(InvalidValue, match=r'has no parameter "currency" \(parameters: tiers, share\)'):
        entry.fill(currency="EUR")


def test_what_is_not_named_keeps_its_default(checkout: Checkout) -> None:
    """The default of the edition stands in the text."""
    entry = _entry(checkout, "{tiers} of {share}", tiers=parameter(default=3), share=parameter("percentage"))

    assert entry.fill().text == "3 of 2%"
    assert entry.fill(tiers=4).text == "4 of 2%"


def test_a_figure_without_value_is_a_blank_that_is_shown_and_listed(checkout: Checkout) -> None:
    """Nobody overlooks a blank: its label stands in brackets, and the list names it."""
    entry = _entry(
        checkout,
        "Write to {office} by {day}.",
        office=parameter("text", label="Office"),
        day=parameter("date", label="Last day"),
    )

    filled = entry.fill(day=dt.date(2026, 11, 22))

    assert filled.text == "Write to [Office] by 22 November 2026."
    assert [(blank.name, blank.label) for blank in filled.blanks] == [("office", "Office")]
    assert entry.fill(office="the mayor", day="2026-11-22").blanks == ()


def test_the_label_of_a_blank_is_in_the_language_of_the_edition(checkout: Checkout) -> None:
    """A blank is read by the buyer of that country."""
    entry = _entry(checkout, "{office}", "nb-NO", office=parameter("text", label="Office"))

    assert entry.fill().text == "[nb: Office]"


@pytest.mark.parametrize("blank", ["plural", "select"])
def test_a_blank_that_chooses_words_still_makes_a_sentence(checkout: Checkout, blank: str) -> None:
    """Before the figure is known, the general form is shown."""
    text = {"plural": "{n, plural, one {# tier} other {# tiers}}", "select": "{n, plural, one {a tier} other {tiers}}"}
    entry = _entry(checkout, text[blank], n=parameter(default=None, label="Tiers"))

    shown = entry.fill().text

    assert shown in {"[Tiers] tiers", "tiers"}


def test_a_value_that_was_filled_in_may_be_taken_back(checkout: Checkout) -> None:
    """None means: not filled in yet."""
    entry = _entry(checkout, "{tiers}", tiers=parameter(label="Tiers"))

    assert [blank.name for blank in entry.fill(tiers=None).blanks] == ["tiers"]  # type: ignore[arg-type]  # from JSON


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ({}, ["obligation", "paper"]),
        ({"form": "web"}, ["obligation"]),
        ({"agency": True}, ["obligation", "agency", "paper"]),
        ({"agency": "yes", "form": "web"}, ["obligation", "agency"]),
        ({"agency": False, "form": "paper"}, ["obligation", "paper"]),
    ],
    ids=["defaults", "other answer", "yes", "yes in words", "no"],
)
def test_a_part_is_in_the_text_only_under_its_condition(
    checkout: Checkout, given: dict[str, Any], parts: list[str]
) -> None:
    """`when` looks at a yes-or-no or at an answer; the parts keep their order."""
    checkout.item(
        text={
            "obligation": "Pay.",
            "agency": {"text": "Agencies count.", "when": {"parameter": "agency", "equals": True}},
            "paper": {"text": "On paper.", "when": {"parameter": "form", "equals": "paper"}},
        },
        parameters={"agency": parameter("boolean", default=False), "form": parameter("choice")},
    )

    filled = checkout.edition("en")["fair-pay"].fill(**given)

    assert [part.id for part in filled.parts] == parts


def test_words_are_chosen_by_an_answer(checkout: Checkout) -> None:
    """`select` in the sentence, by the key of the option or by true and false."""
    entry = _entry(
        checkout,
        "Hand it in {form, select, paper {on paper} other {online}}{late, select, true {, late} other {}}.",
        form=parameter("choice"),
        late=parameter("boolean", default=False),
    )

    assert entry.fill().text == "Hand it in on paper."
    assert entry.fill(form="web", late=True).text == "Hand it in online, late."


def test_figures_of_the_remedies_are_filled_in_with_those_of_the_clause(checkout: Checkout) -> None:
    """One call for the whole clause; the limits are those of the ladder."""
    checkout.register("remedy-ladders", entries=[ladder("standard")])
    checkout.clause(text={"obligation": "{tiers}"}, parameters={"tiers": parameter()})
    entry = checkout.edition("en")["fair-pay"]
    assert entry.ladder is not None

    filled = entry.fill(tiers=1, remedy_days=8)

    assert list(entry.parameters) == ["tiers", "remedy_days"]
    assert (filled.text, filled.sentence(entry.ladder.steps[0].text)) == ("1", "Within 8 days.")
    with pytest.raises(InvalidValue, match="remedy_days is 21, above the maximum 20"):
        entry.fill(remedy_days=21)


def test_a_citation_in_the_text_is_no_figure_of_the_buyer(checkout: Checkout) -> None:
    """`{cite_…}` is filled by the law of the edition; nobody can set it."""
    cite = {"nb": "§ 19-3 anskaffelsesforskriften"}
    checkout.item(text={"obligation": "See {cite_eu_2014_24_art_70}."})
    checkout.market(
        "NO",
        **national_law("NO", "no-1", cite),
        transposition=[{"eu": "eu-2014-24-art-70", "national": ["no-1"]}],
    )
    checkout.decide("NO")
    checkout.translate("nb", {"fair-pay:text.obligation": "Se {cite_eu_2014_24_art_70}."})
    entry = checkout.edition("nb-NO")["fair-pay"]

    assert entry.fill().text == "Se § 19-3 anskaffelsesforskriften."
    assert entry.parameters == {}
    with pytest.raises(InvalidValue, match="has no parameter"):
        entry.fill(cite_eu_2014_24_art_70="§ 1")


@pytest.mark.parametrize(
    "words",
    [
        "**bold**",
        "{tiers}",
        "{cite_eu_2014_24_art_70}",
        "<script>",
        "'{'",
        "a\nb",
        "\ue000x\ue001",
        "[x](javascript:1)",
    ],
)
def test_words_of_the_buyer_are_words_and_nothing_else(checkout: Checkout, words: str) -> None:
    """What a buyer types never becomes a placeholder, and never breaks out of its field."""
    entry = _entry(checkout, "Write to {office} now.", office=parameter("text"), tiers=parameter())

    shown = entry.fill(office=words).text

    assert shown.startswith("Write to ")
    assert shown.endswith(" now.")
    assert "Article 70" not in shown
    assert not any(0xE000 <= ord(character) <= 0xF8FF for character in shown)


def test_a_moment_is_taken_for_its_day(checkout: Checkout) -> None:
    """A program that hands over a date with a time is understood, limits included."""
    entry = _entry(checkout, "{day}", day=parameter("date", minimum="2026-01-01"))

    assert entry.fill(day=dt.datetime(2026, 11, 22, 12, 30)).text == "22 November 2026"  # noqa: DTZ001  # a local day


def test_a_filled_text_carries_the_stamp_of_its_entry(checkout: Checkout) -> None:
    """Figures do not make it another text."""
    entry = _entry(checkout, "{tiers}", tiers=parameter())

    assert entry.fill(tiers=1).stamp == entry.fill(tiers=2).stamp == entry.stamp


PARAMETER: TypeAdapter[Parameter] = TypeAdapter(Parameter)
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.text(max_size=30),
    st.dates(),
    st.datetimes(),
    st.integers(min_value=10**4400, max_value=10**4401),
)


def _taken(figure: Parameter, value: object) -> object:
    """The value as the figure takes it; None if there is a complaint, which must make a sentence with the name."""
    try:
        return read_value(figure, value)
    except ValueError as complaint:
        words = str(complaint)
    assert words.split(maxsplit=1)[0] in {"is", "has"}
    return None


@given(value=ANYTHING)
def test_whatever_is_given_is_taken_or_complained_about(value: Any) -> None:
    """For a figure of any type: a value within its limits, or a ValueError in words; nothing else is raised."""
    figure = DecimalParameter.model_validate_json(
        '{"type": "decimal", "label": "x", "default": 1, "minimum": 0, "maximum": 10,'
        ' "basis": {"kind": "judgement", "says": "x"}}'
    )

    found = _taken(figure, value)

    assert found is None or (isinstance(found, Decimal) and 0 <= found <= 10)


@given(value=ANYTHING, kind=st.sampled_from(["integer", "money", "date", "boolean", "choice", "text"]))
def test_fill_never_fails_in_another_way_than_by_complaints(value: Any, kind: str) -> None:
    """Tender files come from strangers: each value is used or complained about."""
    fields = {**parameter(kind), **({"minimum": "2000-01-01", "maximum": "2030-12-31"} if kind == "date" else {})}
    figure = PARAMETER.validate_python(fields, strict=False)

    _taken(figure, value)
