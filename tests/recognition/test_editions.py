# SPDX-License-Identifier: Apache-2.0
import pytest

from srpp_criteria import Library
from srpp_criteria.recognition.findings import Verdict
from srpp_criteria.recognition.index import Index
from srpp_criteria.recognition.recognise import recognise
from srpp_criteria.recognition.verify import index_of


@pytest.fixture(scope="module")
def library() -> Library:
    """The present texts."""
    return Library.load()


@pytest.fixture(scope="module")
def index(library: Library) -> Index:
    """All of them, released or not."""
    return index_of(library)


@pytest.mark.parametrize("locale", ["en", "de-AT", "fr-BE", "nl-BE", "nb-NO"])
def test_every_text_of_an_edition_is_found_and_exact(library: Library, index: Index, locale: str) -> None:
    """The parts of all texts, filled in, one below the other: each is found, in its locale, unaltered."""
    edition = library.edition(locale)
    blocks = [line for entry in edition for part in entry.fill().parts for line in part.text.split("\n")]

    found = recognise(blocks, index, locale=locale)

    assert {(one.item, one.text.locale, one.verdict) for one in found.texts} == {
        (entry.id, locale, Verdict.EXACT) for entry in edition
    }
