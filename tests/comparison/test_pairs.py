# SPDX-License-Identifier: Apache-2.0
"""Texts are found by their names, and two of them are read in one language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checkout import Checkout, parameter

from srpp_criteria.comparison.pairs import Pair, pair_of
from srpp_criteria.comparison.reference import TextReference
from srpp_criteria.comparison.report import lines_of, report_of
from srpp_criteria.comparison.report_page import page_of
from srpp_criteria.errors import NotComparable, SrppError, UnknownItem, UnknownLocale, UnknownText


def pair(checkout: Checkout, before: str, after: str) -> Pair:
    """The pair of two references."""
    return pair_of(checkout.library, TextReference.parse(before), TextReference.parse(after))


@pytest.fixture
def history(checkout: Checkout) -> Checkout:
    """Two released versions, the second in two revisions in Norway; today is a third one. Austria has the third."""
    days = {"days": parameter("integer", label="Days")}
    words = "Pay wages within {days} days."
    checkout.market("NO", locales=["nb-NO"])
    checkout.market("AT", locales=["de-AT"])
    for version, text in (("1.0.0", "Pay."), ("1.1.0", words)):
        log = [{"version": version, "date": "2026-11-22", "change": "first", "says": "Text."}]
        checkout.item(version=version, text={"obligation": text}, parameters=days, changelog=log)
        checkout.translate("nb")
        checkout.decide("NO", reviewed_for=version)
        checkout.release(checkout.edition("en")["fair-pay"], on="2026-11-22")
        checkout.release(checkout.edition("nb-NO")["fair-pay"], on="2026-11-22")
    checkout.translate("nb", {"fair-pay:text.obligation": "Betal lønn innen {days} dager."})
    checkout.release(checkout.edition("nb-NO")["fair-pay"], on="2026-11-23")
    log = [{"version": "2.0.0", "date": "2026-11-22", "change": "first", "says": "Text."}]
    checkout.item(version="2.0.0", text={"obligation": words}, parameters=days, changelog=log)
    checkout.translate("nb", {"fair-pay:text.obligation": "Betal lønn innen {days} dager."})
    checkout.translate("de")
    checkout.decide("NO", reviewed_for="2.0.0", parameters={"days": {"default": 1, "reason": "Law."}})
    checkout.decide("AT", reviewed_for="2.0.0", parameters={"days": {"default": 3, "reason": "Law."}})
    return checkout


@pytest.mark.parametrize(
    "written",
    [
        "fair-pay",
        "fair-pay+nb-NO",
        "fair-pay@1.0.0",
        "fair-pay@1.0.0+nb-NO",
        "fair-pay@1.1.0+nb-NO.2",
    ],
)
def test_a_reference_is_read_and_written_alike(written: str) -> None:
    """What a person types is what the program shows."""
    assert str(TextReference.parse(written)) == written


@given(st.text(max_size=40))
def test_any_other_writing_gets_a_way_out(written: str) -> None:
    """No reference is guessed, and nothing ends in a traceback."""
    try:
        read = TextReference.parse(written)
    except UnknownText as unknown:
        hint = unknown.hint
    else:
        hint = "" if str(read) in written else "it was guessed"

    assert hint == "" or "ID@1.0.0" in hint


def test_two_versions_two_revisions_and_today(history: Checkout) -> None:
    """A released text is what was released, not what the files say now."""
    versions = pair(history, "fair-pay@1.0.0", "fair-pay@1.1.0")
    revisions = pair(history, "fair-pay@1.1.0+nb-NO.1", "fair-pay@1.1.0+nb-NO")
    today = pair(history, "fair-pay@1.1.0", "fair-pay")

    assert [versions.before.fill().text, versions.after.fill().text] == ["Pay.", "Pay wages within 2 days."]
    assert [revisions.before.revision, revisions.after.revision] == [1, 2]
    assert (today.after.version, report_of(today).same) == ("2.0.0", True)


def test_a_stamp_finds_its_text_and_a_wrong_one_is_told(history: Checkout) -> None:
    """The end of a stamp is held against the text on record."""
    text = history.library.register.find("fair-pay", "1.0.0", "nb-NO")
    assert text is not None

    assert pair(history, text.stamp, text.stamp).before.stamp == text.stamp
    with pytest.raises(UnknownText, match="ends in #00000000"):
        pair(history, f"{text.stamp[:-8]}00000000", text.stamp)


def test_the_base_text_is_read_in_the_language_of_the_market(history: Checkout) -> None:
    """What is shown is what the market changed, and no translation."""
    found = pair(history, "fair-pay", "fair-pay+nb-NO")

    assert "language of nb-NO" in found.note
    assert {one.address for one in report_of(found).differences} == {"parameters.days.default", "text.obligation"}
    assert report_of(found).least is None
    assert pair(history, "fair-pay+nb-NO", "fair-pay").after_name == found.before_name


def test_two_markets_are_read_in_english(history: Checkout) -> None:
    """And the result says that nobody signs these words."""
    found = pair(history, "fair-pay+nb-NO", "fair-pay+de-AT")

    assert [found.before.fill().text, found.after.fill().text] == [
        "Pay wages within 1 days.",
        "Pay wages within 3 days.",
    ]
    assert "nobody signs" in found.note


@pytest.mark.parametrize(
    ("before", "after", "error", "says"),
    [
        ("fair-pay@1.0.0+nb-NO", "fair-pay", NotComparable, "two languages"),
        ("fair-pay@1.0.0+nb-NO", "fair-pay@1.0.0", NotComparable, r"fair-pay\+nb-NO fair-pay\+en"),
        ("fair-pay@9.0.0", "fair-pay", UnknownText, r"released: 1\.0\.0\+en\.1"),
        ("fair-pay@1.0.0+nb-NO.7", "fair-pay+nb-NO", UnknownText, "was not released"),
        ("no-item", "fair-pay", UnknownItem, "no item"),
        ("fair-pay+sv-SE", "fair-pay", UnknownLocale, "editions: en"),
        ("fair-pay@1.0.0+sv-SE", "fair-pay@1.0.0", UnknownLocale, 'no edition "sv-SE".*editions: en'),
        ("fair-pay", "fair-pay@1.0.0+sv", UnknownLocale, 'no edition "sv".*editions: en'),
        ("other-item@1.0.0", "fair-pay", UnknownText, "ever released"),
    ],
)
def test_what_cannot_be_compared_is_told_with_a_way_out(
    history: Checkout, before: str, after: str, error: type[SrppError], says: str
) -> None:
    """One line, and what to write instead."""
    with pytest.raises(error, match=says):
        pair(history, before, after)


@pytest.fixture
def waiting(history: Checkout) -> Checkout:
    """English is at 2.0.0; Norway decided for 1.1.0 and still shows that."""
    history.decide("NO", reviewed_for="1.1.0", parameters={"days": {"default": 1, "reason": "Law."}})
    return history


@pytest.mark.parametrize(
    ("before", "after"),
    [("fair-pay", "fair-pay+nb-NO"), ("fair-pay+nb-NO", "fair-pay"), ("fair-pay+nb-NO", "fair-pay+de-AT")],
)
def test_an_edition_that_waits_is_not_held_against_the_present_text(waiting: Checkout, before: str, after: str) -> None:
    """What the market changed cannot be seen while it shows an old text; the way out names texts that exist."""
    with pytest.raises(NotComparable) as refused:
        pair(waiting, before, after)

    assert "nb-NO still shows 1.1.0 (revision 2), since the decision of its market waits" in refused.value.says
    assert "fair-pay@1.1.0 fair-pay@2.0.0" in refused.value.hint
    assert "fair-pay@1.1.0+nb-NO" in refused.value.hint
    assert pair(waiting, "fair-pay@1.1.0", "fair-pay@2.0.0").after.version == "2.0.0"
    assert pair(waiting, "fair-pay@1.1.0+nb-NO", "fair-pay@1.1.0+nb-NO").after.revision == 2


def test_a_waiting_translation_is_told_as_one(history: Checkout) -> None:
    """Not every text waits for a decision."""
    history.translate("nb", without=["fair-pay:text.obligation"])

    with pytest.raises(NotComparable, match="since its translation waits"):
        pair(history, "fair-pay", "fair-pay+nb-NO")


def test_the_old_text_of_an_edition_that_waits_has_a_note(waiting: Checkout) -> None:
    """Two texts of one language are compared, and the reader learns that one of them is not of today."""
    found = pair(waiting, "fair-pay@1.1.0+nb-NO.1", "fair-pay+nb-NO")

    assert found.after.revision == 2
    assert "nb-NO still shows 1.1.0" in report_of(found).note
    assert report_of(found).least is not None
    assert report_of(pair(waiting, "fair-pay@1.0.0", "fair-pay")).note == ""


def test_released_texts_of_a_market_that_left_stay_comparable(history: Checkout) -> None:
    """The register never forgets, though no edition of that name is published any more."""
    for file in (history.root / "locales/markets/NO").iterdir():
        file.unlink()

    assert pair(history, "fair-pay@1.0.0+nb-NO", "fair-pay@1.1.0+nb-NO").after.version == "1.1.0"


def test_an_item_that_is_gone_leads_to_its_last_text(history: Checkout) -> None:
    """The register never forgets."""
    (history.root / "criteria/food/fair-pay.yml").unlink()
    history.item("other-item")

    with pytest.raises(UnknownText, match=r"last released text is srpp:fair-pay@1\.1\.0"):
        pair(history, "fair-pay", "fair-pay@1.0.0")


def test_marks_are_read_without_colour(history: Checkout) -> None:
    """Brackets say what a pipe and a person who sees no colours need."""
    lines = list(lines_of(report_of(pair(history, "fair-pay@1.0.0", "fair-pay@1.1.0"))))

    assert "    Pay {+wages within 2 days+}." in lines
    assert lines[-1] == "  text.obligation: the words of an obligation changed"


def test_the_page_needs_nothing_else_and_is_heard(history: Checkout) -> None:
    """No script, no request; the language is set; added words are said."""
    page = page_of(report_of(pair(history, "fair-pay@1.0.0+nb-NO", "fair-pay@1.1.0+nb-NO")))

    assert '<html lang="en">' in page
    assert 'lang="nb-NO"' in page
    assert '<ins><span class="spoken" lang="en">[added: </span>' in page
    assert not any(sign in page for sign in ("<script", "src=", "href=", "url("))


def test_hostile_words_stay_words(checkout: Checkout) -> None:
    """What stands in a text is neither markup nor a code for the terminal."""
    entries = []
    for title in ("<script>alert(1)</script>", 'x" onload="y'):
        checkout.item(title=title)
        entries.append(checkout.edition("en")["fair-pay"])
    report = report_of(Pair(entries[0], entries[1], "\x1b[31mred", "b"))

    assert "<script" not in page_of(report)
    assert not any("\x1b" in line for line in lines_of(report))
