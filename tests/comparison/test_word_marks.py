# SPDX-License-Identifier: Apache-2.0
"""Two texts compared word by word."""

from __future__ import annotations

from hypothesis import given
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


def test_two_long_texts_are_compared_at_once() -> None:
    """The longest part of a text may have thousands of words; a page must not wait for it."""
    long = " ".join(f"word{number % 97} of the contract" for number in range(700))

    assert differs(marks(long, long.replace("word5 ", "other ")))
