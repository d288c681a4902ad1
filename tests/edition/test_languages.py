# SPDX-License-Identifier: Apache-2.0
"""What the cases in tests/cases/edition/languages.yml cannot say: every field, ladders, law, packs, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.checkout import EFFORT, ladder, parameter

from srpp_criteria.models.words import words_of
from srpp_criteria.translations.messages import messages

if TYPE_CHECKING:
    from tests.checkout import Checkout


def _norwegian_clause(checkout: Checkout) -> None:
    """A clause with every sort of words, adopted by Norway; not translated yet."""
    checkout.register("remedy-ladders", entries=[ladder("standard")])
    checkout.clause(
        text={"obligation": {"title": "Pay", "text": "Pay within {days} days, see {cite_eu_2014_24_art_70}."}},
        parameters={"days": parameter("duration", label="Days", help="Count from the invoice.")},
        evidence=[
            {
                "id": "slips",
                "stage": "performance",
                "what": "The pay slips.",
                "given_by": "contractor",
                "checked_by": "contract-manager",
                "how_checked": "Compare two of them.",
                "effort": EFFORT,
            }
        ],
        flow_down={"applies_to": "Every firm.", "duty": "Pass it on."},
    )
    checkout.market("NO")
    checkout.decide("NO")


def test_every_word_a_reader_sees_is_norwegian(checkout: Checkout) -> None:
    """Item, remedy ladder and citation: not one sentence of the Norwegian clause is English."""
    _norwegian_clause(checkout)
    checkout.translate("nb")

    entry = checkout.edition("nb-NO")["fair-pay"]

    assert entry.ladder is not None
    shown = [*words_of(entry.item), *words_of(entry.ladder)]
    assert len(shown) == 31
    assert [words.address for words in shown if not words.text.startswith("nb: ")] == []
    assert entry.fill().text == "nb: Pay within 2 days, see nb: nb: Directive 2014/24/EU, Article 70."


def test_one_untranslated_sentence_takes_the_item_out_wherever_it_stands(checkout: Checkout) -> None:
    """Each sentence of clause and ladder in turn: without it the clause is not in the edition, and it is named."""
    _norwegian_clause(checkout)
    contexts = [
        message.context
        for message in messages(checkout.shelf)
        if message.context.startswith(("fair-pay:", "remedy-ladders:standard."))
    ]
    assert len(contexts) == 31

    for context in contexts:
        checkout.translate("nb", without=[context])
        edition = checkout.edition("nb-NO")

        address = context.removeprefix("fair-pay:").replace("remedy-ladders:standard.", "ladder.")
        assert "fair-pay" not in edition, context
        assert edition.missing["fair-pay"].reason == "incomplete"
        assert edition.missing["fair-pay"].fields == (address,)


@pytest.mark.parametrize(
    "context", ["laws:eu-2014-24.short", "interface:cite-article.text"], ids=["name of the act", "word for article"]
)
def test_a_law_that_cannot_be_cited_in_the_language_takes_the_item_out(checkout: Checkout, context: str) -> None:
    """The citation of Article 70 does not stand in a Norwegian clause in English."""
    _norwegian_clause(checkout)
    checkout.translate("nb", without=[context])

    missing = checkout.edition("nb-NO").missing["fair-pay"]

    assert missing.reason == "incomplete"
    assert missing.fields == ("legal_basis.eu-2014-24-art-70",)


def test_a_national_citation_in_another_language_only_takes_the_item_out(checkout: Checkout) -> None:
    """Belgium cites the act in Dutch and in French; a provision without French words is not shown in Dutch."""
    checkout.item()
    checkout.market(
        "BE",
        locales=["nl-BE", "fr-BE"],
        acts=[{"key": "be-act", "title": {"nl": "Wet"}, "short": {"nl": "Wet"}, "seen": None}],
        provisions=[{"key": "be-1", "act": "be-act", "cite": {"nl": "artikel 7 van de wet"}, "seen": None}],
        transposition=[{"eu": "eu-2014-24-art-70", "national": ["be-1"]}],
    )
    checkout.decide("BE")
    checkout.translate("nl")
    checkout.translate("fr")

    assert checkout.edition("nl-BE")["fair-pay"].citations[0].text == "artikel 7 van de wet"
    assert checkout.edition("fr-BE").missing["fair-pay"].fields == ("legal_basis.eu-2014-24-art-70",)


def test_the_message_names_the_first_field_and_how_many_there_are(checkout: Checkout) -> None:
    """A translator sees at once how much is left."""
    _norwegian_clause(checkout)
    checkout.translate("nb", without=["fair-pay:title", "fair-pay:intent"])

    says = checkout.edition("nb-NO").missing["fair-pay"].says

    assert says == "2 of its texts are not translated, the first is intent"


def test_labels_of_registers_are_in_the_language_or_empty(checkout: Checkout) -> None:
    """Topics and bands that nobody translated show nothing rather than English."""
    checkout.item()
    checkout.market("NO")
    checkout.translate("nb", without=["topics:safety.title"])

    data = checkout.edition("nb-NO").data

    assert data.topics == {"pay": "nb: Pay", "safety": ""}
    assert data.bands == {"A": "nb: Small contract"}


def test_words_of_the_library_itself_are_in_the_language_or_not_there(checkout: Checkout) -> None:
    """A heading that nobody translated is left out of the Norwegian words, so that no writer can print it."""
    checkout.register(
        "interface",
        entries=[{"key": "contents", "text": "Contents"}, {"key": "page", "text": "Page {n}"}],
    )
    checkout.market("NO")
    checkout.translate("nb", without=["interface:page.text"])

    assert checkout.edition("nb-NO").data.words == {"contents": "nb: Contents"}
    assert checkout.edition("en").data.words == {"contents": "Contents", "page": "Page {n}"}


def _pack(checkout: Checkout, items: list[str]) -> None:
    for item in items:
        checkout.item(item)
    checkout.write(
        "criteria/packs/canteen.yml",
        {
            "id": "canteen",
            "version": "1.0.0",
            "status": "draft",
            "title": "School canteen",
            "intent": "Lunch.",
            "sectors": ["food"],
            "band": "A",
            "risk": "low",
            "cpv": ["15000000-8"],
            "items": [{"item": item, "why": f"It is {item}."} for item in items],
        },
    )


def test_a_pack_holds_what_its_edition_holds(checkout: Checkout) -> None:
    """An item that Norway did not decide about is not in the Norwegian pack; the sentence about it is not needed."""
    _pack(checkout, ["one-a", "two-b", "three-c", "four-d"])
    checkout.market("NO")
    for item in ("one-a", "two-b", "three-c"):
        checkout.decide("NO", item)
    checkout.translate("nb", without=["pack-canteen:items.four-d.why"])

    pack = checkout.edition("nb-NO").packs["canteen"]

    assert [entry.item for entry in pack.items] == ["one-a", "two-b", "three-c"]
    assert pack.title == "nb: School canteen"
    assert pack.items[0].why == "nb: It is one-a."


@pytest.mark.parametrize("context", ["pack-canteen:title", "pack-canteen:items.two-b.why"])
def test_a_pack_that_is_not_translated_is_not_in_the_edition(checkout: Checkout, context: str) -> None:
    """Packs do not mix languages either."""
    _pack(checkout, ["one-a", "two-b", "three-c"])
    checkout.market("NO")
    for item in ("one-a", "two-b", "three-c"):
        checkout.decide("NO", item)
    checkout.translate("nb", without=[context])

    assert checkout.edition("nb-NO").packs == {}
    assert list(checkout.edition("en").packs) == ["canteen"]


def test_two_items_make_no_pack(checkout: Checkout) -> None:
    """A selection of fewer than three items is none."""
    _pack(checkout, ["one-a", "two-b", "three-c"])
    checkout.market("NO")
    checkout.decide("NO", "one-a")
    checkout.decide("NO", "two-b")
    checkout.translate("nb")

    assert checkout.edition("nb-NO").packs == {}
