# SPDX-License-Identifier: Apache-2.0
"""Each drafting check finds its fault in every language, and lets the sound sentence beside it pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.checkout import Checkout

from srpp_criteria.checks.run import check_shelf

REPOSITORY = Path(__file__).parents[2]

# language, code, wrong, right
CASES = [
    ("en", "SRPP301", "The Bidder strives to pay on time.", "The Bidder pays on the first day of the month."),
    ("de", "SRPP301", "Der Bieter zahlt nach Möglichkeit pünktlich.", "Der Bieter zahlt am ersten Tag des Monats."),
    ("nb", "SRPP301", "Tilbyderen skal så langt det er mulig betale.", "Tilbyderen skal betale den første i måneden."),
    ("nl", "SRPP301", "De inschrijver betaalt zo mogelijk op tijd.", "De inschrijver betaalt op de eerste dag."),
    ("fr", "SRPP301", "Le soumissionnaire s’efforce de payer.", "Le soumissionnaire paie le premier du mois."),
    ("en", "SRPP304", "The Bidder holds SA8000.", "The Bidder holds SA8000 or equivalent."),
    ("de", "SRPP304", "Der Bieter hat SA8000.", "Der Bieter hat SA8000 oder gleichwertig."),
    ("nb", "SRPP304", "Tilbyderen har SA8000.", "Tilbyderen har SA8000 eller tilsvarende."),
    ("nl", "SRPP304", "De inschrijver heeft SA8000.", "De inschrijver heeft SA8000 of gelijkwaardig."),
    ("fr", "SRPP304", "Le soumissionnaire a SA8000.", "Le soumissionnaire a SA8000 ou équivalent."),
    ("en", "SRPP305", "The Bidder has a company policy.", "No company policy of the Bidder earns points."),
    ("de", "SRPP305", "Der Bieter zahlt im gesamten Unternehmen gut.", "Der Bieter zahlt in diesem Auftrag gut."),
    ("nb", "SRPP305", "Tilbyderen betaler alle sine ansatte godt.", "Tilbyderen betaler alle i kontrakten godt."),
    ("nl", "SRPP305", "De inschrijver betaalt al zijn werknemers goed.", "De inschrijver telt geen bedrijfsbeleid."),
    ("fr", "SRPP305", "Le soumissionnaire paie tous ses salariés.", "Aucune politique générale ne compte."),
    ("en", "SRPP306", "The Bidder answers within 5 days.", "The Bidder answers within 5 days after the question."),
    ("de", "SRPP306", "Der Bieter antwortet binnen 5 Tagen.", "Der Bieter antwortet binnen 5 Tagen nach der Frage."),
    ("nb", "SRPP306", "Tilbyderen svarer innen 5 dager.", "Tilbyderen svarer innen 5 dager etter spørsmålet."),
    (
        "nl",
        "SRPP306",
        "De inschrijver antwoordt binnen 5 dagen.",
        "De inschrijver antwoordt binnen 5 dagen na de vraag.",
    ),
    ("fr", "SRPP306", "Il répond dans les 5 jours.", "Il répond dans les 5 jours suivant la question."),
    ("en", "SRPP307", "Proof shall be archived.", "The Bidder archives the proof."),
    ("de", "SRPP307", "Ein Nachweis ist mit dem Angebot vorzulegen.", "Der Bieter legt einen Nachweis vor."),
    ("nb", "SRPP307", "Bevis skal oppbevares.", "Tilbyderen skal oppbevare bevis."),
    ("nl", "SRPP307", "Het bewijs moet worden bewaard.", "De inschrijver bewaart het bewijs."),
    ("fr", "SRPP307", "La preuve doit être gardée.", "Le soumissionnaire garde la preuve."),
]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A small checkout with the words and the standards of the library."""
    checkout = Checkout(tmp_path_factory.mktemp("drafting"))
    for name in ("drafting", "standards"):
        path = f"criteria/registers/{name}.yml"
        checkout.write(path, (REPOSITORY / path).read_text(encoding="utf-8"))
    return checkout


def codes(checkout: Checkout, language: str, text: str) -> set[str]:
    """What the drafting checks say of one sentence in one language."""
    english = "The Bidder pays wages on time."
    checkout.item(text={"obligation": text if language == "en" else english})
    if language != "en":
        checkout.translate(language, {"fair-pay:text.obligation": text})
    found = {one.code for one in check_shelf(checkout.shelf) if one.code.startswith("SRPP3")}
    if language != "en":
        (checkout.root / f"locales/languages/{language}/LC_MESSAGES/all.po").unlink()
    return found


@pytest.mark.parametrize(("language", "code", "wrong", "right"), CASES)
def test_the_fault_is_found_and_the_sound_sentence_passes(
    checkout: Checkout, language: str, code: str, wrong: str, right: str
) -> None:
    """One fault, one code, in the words of the language."""
    assert codes(checkout, language, wrong) == {code}
    assert codes(checkout, language, right) == set()


@pytest.mark.parametrize(
    "sound",
    [
        "If a partner withdraws, the Bidder names another within 5 days.",
        "The Bidder counts the accidents within the last twelve months.",
        "These are penalties within the meaning of the law; the Bidder pays them.",
        "Within {days, plural, one {# day} other {# days}} after signature the Bidder starts.",
    ],
)
def test_a_time_that_names_its_event_elsewhere_passes(checkout: Checkout, sound: str) -> None:
    """A condition before the limit, a period of the past and a figure of speech are no limits without a start."""
    fields = {"days": {"type": "integer", "label": "Days", "default": 2, "minimum": 1, "maximum": 9,
                       "basis": {"kind": "judgement", "says": "A test."}}} if "{days" in sound else {}  # fmt: skip
    checkout.item(text={"obligation": sound}, parameters=fields)

    assert {one.code for one in check_shelf(checkout.shelf) if one.code.startswith("SRPP3")} == set()
