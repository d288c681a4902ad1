# SPDX-License-Identifier: Apache-2.0
"""Two texts compared word by word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srpp_criteria.comparison.word_marks import Mark, differs, marks

WORDS = st.lists(st.sampled_from(["two", "tiers", "of", "the", "firm", ",", "."]), max_size=30).map(" ".join)


def words(text: str) -> list[str]:
    """A text without its spaces."""
    return text.split()


@given(WORDS, WORDS)
def test_the_runs_hold_both_texts(before: str, after: str) -> None:
    """Nothing is lost, nothing is made up: without the added words it is the old text, without the removed the new."""
    runs = marks(before, after)

    assert words(" ".join(run.text for run in runs if run.mark is not Mark.INSERTED)) == words(before)
    assert words(" ".join(run.text for run in runs if run.mark is not Mark.DELETED)) == words(after)


def test_other_spaces_are_no_difference() -> None:
    """A paragraph that is broken elsewhere says the same."""
    assert not differs(marks("At most two\ntiers.", "At most  two tiers."))


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["a b a b .", "b a ;", "c", "a b a .", "d d d :"]), max_size=6), st.integers(100, 200))
def test_the_runs_of_long_texts_hold_both_texts(changed: list[str], length: int) -> None:
    """Also where sentences are compared first."""
    half = "a b a b . " * length
    before, after = half + half, half + " ".join(changed) + " " + half
    runs = marks(before, after)

    assert words(" ".join(run.text for run in runs if run.mark is not Mark.INSERTED)) == words(before)
    assert words(" ".join(run.text for run in runs if run.mark is not Mark.DELETED)) == words(after)


def test_in_a_long_text_only_the_changed_words_are_marked() -> None:
    """A text of many sentences of which one says something else."""
    sentences = [f"Firm {number} of the contract pays the wages of the month in time." for number in range(400)]
    other = [one.replace("month", "week") if number == 200 else one for number, one in enumerate(sentences)]
    runs = marks(" ".join(sentences), " ".join(other))

    assert [run.text for run in runs if run.mark is not Mark.KEPT] == ["month", "week"]


@pytest.mark.parametrize("word", ["a ", "a b ", "a. ", "a b. "])
def test_texts_that_repeat_themselves_are_compared_at_once(word: str) -> None:
    """The costly case of a comparison by words: nobody may stop a page with it."""
    start = time.perf_counter()
    marks(word * 4_000, f"x {word * 3_900}y")

    assert time.perf_counter() - start < 5


def test_two_long_texts_are_compared_at_once() -> None:
    """The longest part of a text may have thousands of words; a page must not wait for it."""
    long = " ".join(f"word{number % 97} of the contract" for number in range(700))

    assert differs(marks(long, long.replace("word5 ", "other ")))
