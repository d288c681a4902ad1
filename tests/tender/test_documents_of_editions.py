# SPDX-License-Identifier: Apache-2.0
"""A procurer's file is right in every edition: its words, its language, its blanks, its stamps."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from srpp_criteria import Library
from srpp_criteria.documents.columns import fits_the_page
from srpp_criteria.documents.compose import item_document, tender_document
from srpp_criteria.documents.document import Table
from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.markdown import to_markdown
from srpp_criteria.documents.odt import to_odt
from srpp_criteria.documents.read_back import text_of_docx, text_of_odt
from srpp_criteria.documents.reading_order import paragraphs, words_of
from srpp_criteria.edition.tender import Tender, tender_of
from srpp_criteria.models.item import Clause, Criterion, Form, MonitoringSheet, Stage
from srpp_criteria.models.tender_file import TenderFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from srpp_criteria import Edition

LOCALES = ("en", "nb-NO", "de-AT", "nl-BE", "fr-BE")


@pytest.fixture(scope="module")
def library(repository: Path) -> Library:
    """The real library, from its files."""
    return Library.load(repository)


@pytest.fixture(params=LOCALES)
def edition(library: Library, request: pytest.FixtureRequest) -> Edition:
    """Each published edition."""
    return library.edition(request.param)


def whole_tender(edition: Edition) -> Tender:
    """A tender with every text of an edition."""
    items = [{"item": entry.id} for entry in edition]
    file = {"srpp": 1, "title": "T", "locale": edition.locale, "items": items}
    return tender_of(TenderFile.model_validate_json(json.dumps(file)), edition)


def test_all_five_editions_are_published(library: Library) -> None:
    """English, Norway, Austria, and Belgium in two languages."""
    assert set(library.locales) == set(LOCALES)


def test_at_least_eighteen_items_are_in_every_edition(edition: Edition) -> None:
    """A first real shelf: the whole chain of three sectors."""
    assert len(edition) >= 18
    assert {sector for entry in edition for sector in entry.item.sectors} == {"construction", "textiles", "food"}


def test_the_words_of_the_file_are_those_of_the_edition(edition: Edition) -> None:
    """Read back from Word and OpenDocument, paragraph by paragraph, nothing is lost, added or changed."""
    document = tender_document(whole_tender(edition))

    assert text_of_docx(to_docx(document)) == paragraphs(document)
    assert text_of_odt(to_odt(document)) == paragraphs(document)


def test_no_table_of_a_form_breaks_a_word(edition: Edition) -> None:
    """A table with more columns than a page in portrait has room for is turned: a row for each field, three entries."""
    tables = [
        (entry.item, table)
        for entry in edition
        if isinstance(entry.item, Form)
        for table in item_document(entry.fill(), edition).blocks
        if isinstance(table, Table)
    ]

    assert all(fits_the_page(table) for _, table in tables)
    turned = {item.id for item, table in tables if [words_of(cell) for cell in table.header[1:]] == ["1", "2", "3"]}
    assert turned


def test_who_fills_in_a_choice_sees_its_options(library: Library) -> None:
    """In the columns of a sheet and in the tables of a form; without them everybody would write something else."""
    edition = library.edition("en")

    for entry in edition:
        item = entry.item
        fields = item.columns if isinstance(item, MonitoringSheet) else ()
        if isinstance(item, Form):
            fields = tuple(field for section in item.sections if section.repeat for field in section.fields)
        shown = "\n".join(paragraphs(item_document(entry.fill(), edition))) if fields else ""
        assert all(option in shown for field in fields for option in field.options)


def test_every_part_of_every_text_stands_in_the_word_file(edition: Edition) -> None:
    """The sentences that `fill` gives are found in the file as they are."""
    tender = whole_tender(edition)
    words = flat(" ".join(text_of_docx(to_docx(tender_document(tender)))))

    for taken in tender.taken:
        for part in taken.filled.parts:
            for sentence in re.split(r"\n+(?:- )?", part.text):
                assert flat(plain(sentence)) in words, f"{taken.filled.entry.id}: {part.id}"


def flat(text: str) -> str:
    """Words with single spaces."""
    return " ".join(text.split())


def plain(text: str) -> str:
    """Without the marks of emphasis, list and escape that CommonMark needs."""
    return re.sub(r"^(?:- |\d+\. )", "", re.sub(r"\\([^\w\s])", r"\1", text.replace("*", "")))


def test_the_spell_checker_gets_the_language_of_the_edition(edition: Edition) -> None:
    """Word and LibreOffice check Norwegian as Norwegian."""
    document = tender_document(whole_tender(edition))
    tag = "en-IE" if edition.locale == "en" else edition.locale
    language, country = tag.split("-")

    docx = zipfile.ZipFile(io.BytesIO(to_docx(document))).read("word/styles.xml").decode()
    odt = zipfile.ZipFile(io.BytesIO(to_odt(document))).read("styles.xml").decode()
    assert f'w:val="{tag}"' in docx
    assert f'fo:language="{language}"' in odt
    assert f'fo:country="{country}"' in odt


def test_no_heading_stays_english_in_another_language(edition: Edition, library: Library) -> None:
    """Every heading and label of the library itself is translated, unless the word is the same in both languages."""
    if edition.locale == "en":
        return
    english = library.edition("en").data.words
    shown = text_of_docx(to_docx(tender_document(whole_tender(edition))))

    left = [
        text for key, text in english.items() if edition.data.words[key] != text and len(text) > 3 and text in shown
    ]
    assert left == []


def test_the_draft_notice_stands_on_the_first_page(edition: Edition) -> None:
    """Nobody can overlook that no qualified person has reviewed the text."""
    assert tender_document(whole_tender(edition)).notice == edition.data.words["status-draft"]


def test_the_annex_lists_every_text_with_version_and_stamp(edition: Edition) -> None:
    """Months later the text is found again."""
    shown = text_of_docx(to_docx(tender_document(whole_tender(edition), stamps=False)))

    for entry in edition:
        assert f"srpp:{entry.id}@{entry.version}+{edition.locale}.{entry.revision}#{entry.sha256[:8]}" in shown


def test_open_blanks_are_listed_and_marked(library: Library) -> None:
    """What the buyer must still fill in stands on the first page, and is a placeholder in the text."""
    edition = library.edition("en")
    filled = edition["food-sm-social-title-and-scope"].fill()
    document = item_document(filled, edition)
    body = zipfile.ZipFile(io.BytesIO(to_docx(document))).read("word/document.xml").decode()

    assert [blank.label for blank in document.open_blanks] == [blank.label for blank in filled.blanks] != []
    assert "w:showingPlcHdr" in body


def test_promises_of_an_edition_are_secured_in_that_edition(edition: Edition) -> None:
    """Every award criterion an edition holds brings its clause, the clause its indicator, proof and ladder."""
    for entry in edition:
        item = entry.item
        if isinstance(item, Criterion) and item.stage is Stage.AWARD:
            assert any(name in edition for name in item.related.secured_by), entry.id
        if isinstance(item, Clause):
            assert item.monitoring
            assert item.evidence
            assert entry.ladder is not None
            assert entry.ladder.steps


def test_rendered_texts_are_what_a_lawyer_has_read(
    edition: Edition, snapshot: Callable[[str, str], None], repository: Path
) -> None:
    """Each text of each edition lies in tests/snapshots/<locale>/; a change is read in the pull request."""
    for entry in edition:
        snapshot(f"{edition.locale}/{entry.id}.md", to_markdown(item_document(entry.fill(), edition)))

    folder = repository / "tests" / "snapshots" / edition.locale
    assert {file.stem for file in folder.glob("*.md")} == {entry.id for entry in edition}
