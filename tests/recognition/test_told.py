# SPDX-License-Identifier: Apache-2.0
"""The findings as sentences: names of the draft's language, short lists, and what a reader has to know beside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from srpp_criteria import Library
from srpp_criteria.recognition.findings import MissingLink, Recognition
from srpp_criteria.recognition.index import Index
from srpp_criteria.recognition.index_data import KnownText, index_data
from srpp_criteria.recognition.names import TextNames, names_of, titles_in
from srpp_criteria.recognition.recognise import recognise
from srpp_criteria.recognition.told import told
from srpp_criteria.recognition.verify import index_of

if TYPE_CHECKING:
    from collections.abc import Mapping

TIERS = "construction-subcontracting-tier-limit"
PARTS = tuple(
    f"The {name} duty is that the Contractor pays all wages into an account that worker number {name} alone may use."
    for name in ("first", "second", "third", "fourth", "fifth", "sixth")
)


def known(**item: Any) -> KnownText:
    """A released text."""
    fields = {"title": "Title", "version": "1.0.0", "status": "reviewed", **item}
    return KnownText("duties", "1.0.0", "en", 1, "ab" * 32, released=True, entry={"item": fields})


def lines(text: KnownText, draft: list[str], names: Mapping[str, Any] | None = None) -> list[str]:
    """What is told of a draft that holds a text; names are those of the text, or of another language."""
    found = recognise(draft, Index.of(index_data([text])))
    called = TextNames({"item": names if names is not None else text.entry["item"]})
    return list(told(found, name="draft.txt", names=lambda _: called))


@pytest.fixture(scope="module")
def norwegian() -> tuple[Library, Recognition]:
    """The limit of tiers as a Norwegian tender holds it."""
    library = Library.load()
    filled = library.edition("nb-NO")[TIERS].fill()
    return library, recognise([filled.text, filled.stamp], index_of(library))


def test_texts_parts_and_values_are_called_as_in_the_draft(norwegian: tuple[Library, Recognition]) -> None:
    """A Norwegian draft is reported with the titles and labels of the Norwegian text."""
    library, found = norwegian
    entry = library.edition("nb-NO")[TIERS]

    report = "\n".join(told(found, name="utkast.txt", names=lambda one: names_of(library, one)))

    assert f"  {entry.title}\n" in report
    assert f"  {entry.parameters['max_tiers'].label}: " in report
    assert "max_tiers" not in report


def test_missing_links_are_called_by_their_titles(norwegian: tuple[Library, Recognition]) -> None:
    """In the draft's language; the id stands behind, for the command line. A title nobody knows leaves the id."""
    library, found = norwegian
    found = replace(found, links=(MissingLink("requires", TIERS, ("construction-clause-pay-working-conditions", "x")),))
    edition = library.edition("nb-NO")
    needed = edition["construction-clause-pay-working-conditions"]

    report = list(told(found, name="d", names=lambda one: names_of(library, one), title=titles_in(library, found)))

    assert (
        f"{edition[TIERS].title} ({TIERS}) does not work without {needed.title} ({needed.id}), x, "
        "which is not in the draft."
    ) in report


def test_a_piece_of_a_tender_is_told_where_the_links_are_needed(norwegian: tuple[Library, Recognition]) -> None:
    """One clause that somebody mails lacks nothing of its own; a tender tells its stamps again in an annex."""
    library, found = norwegian
    link = MissingLink("requires", TIERS, ("x",))
    says = "If this is a piece of a tender: what is missing is needed in the whole tender, not here."

    def report(**changes: Any) -> list[str]:
        return list(told(replace(found, **changes), name="d", names=lambda one: names_of(library, one)))

    assert says in report(links=(link,))
    assert says not in report(links=())
    assert says not in report(links=(link,), stamps=found.stamps * 2)
    assert says not in report(links=(link,), texts=found.texts * 3)


@pytest.mark.parametrize(
    ("kept", "told_as"),
    [
        (1, "  Left out: second, third, fourth, fifth and 1 more."),
        (2, "  Left out: third, fourth, fifth, sixth."),
    ],
)
def test_a_long_list_of_parts_is_cut_to_four(kept: int, told_as: str) -> None:
    """The rest is counted."""
    ids = ("first", "second", "third", "fourth", "fifth", "sixth")
    text = known(text=[{"id": name, "text": words} for name, words in zip(ids, PARTS, strict=True)])

    assert told_as in lines(text, list(PARTS[:kept]))


def test_a_value_that_is_not_the_same_everywhere_is_told_with_both() -> None:
    """Two figures for one thing are a dispute to come."""
    text = known(
        text=[
            {"id": "pay", "text": "The Contractor pays all wages of the workers on the site within {days} days."},
            {"id": "late", "text": "Who is not paid within {days} days may leave the site and keeps the wages owed."},
        ],
        parameters={"days": {"type": "integer", "label": "Days to pay"}},
    )
    draft = [
        "The Contractor pays all wages of the workers on the site within {} days.",
        "Who is not paid within {} days may leave the site and keeps the wages owed.",
    ]

    differing = lines(text, [draft[0].format(5), draft[1].format(10)])
    equal = lines(text, [draft[0].format(5), draft[1].format(5)])

    assert "  Days to pay: 5 / 10 (not the same everywhere)" in differing
    assert "  Days to pay: 5" in equal


def test_a_shared_step_of_a_ladder_is_told() -> None:
    """Mailed alone it names no text, and a bare "nothing found" would mislead."""
    file = Path(__file__).parents[1] / "cases" / "recognition" / "drafts.yml"
    texts = yaml.safe_load(file.read_text(encoding="utf-8"))["texts"]
    index = Index.of(index_data(KnownText(**text) for text in texts))
    step = "The Contracting Authority may withhold the payment of the month until the fault is mended."

    report = list(told(recognise([step], index), name="mail.txt", names=lambda _: TextNames({})))

    assert report == [
        "mail.txt: no text of the library in 15 words.",
        "Some words are of a remedy ladder that several texts share: they do not tell which text they were taken from.",
    ]
