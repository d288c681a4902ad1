# SPDX-License-Identifier: Apache-2.0
"""Text read back from a file equals the document's text, and hostile files do no harm."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents.sample import REPRESENTATIVE, document, run, words

from srpp_criteria.documents import read_back
from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.inlines import Break, Emphasis, Field, Link
from srpp_criteria.documents.odt import to_odt
from srpp_criteria.documents.read_back import UnreadableFile, text_of_docx, text_of_odt
from srpp_criteria.documents.reading_order import paragraphs

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def archive(**parts: str | bytes) -> bytes:
    """A zip file; double underscores in names stand for slashes, so that names can be written as keywords."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(
                name.replace("__", "/").replace("_xml", ".xml").replace("_rels/rels", "_rels/.rels"), content
            )
    return out.getvalue()


def word_file(body: str, before: str = "") -> bytes:
    """A Word file with this body."""
    rels = f'<Relationships><Relationship Type="{OFFICE_DOCUMENT}" Target="/word/document.xml"/></Relationships>'
    main = f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return archive(_rels__rels=rels, word__document_xml=main)


def odt_file(body: str, before: str = "") -> bytes:
    """An ODT file with this content."""
    spaces = 'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    return archive(content_xml=f"{before}<office {spaces}>{body}</office>")


def test_word_gives_back_the_text_of_the_document() -> None:
    """Every paragraph, cell, form line and content control, in order."""
    assert text_of_docx(to_docx(REPRESENTATIVE)) == paragraphs(REPRESENTATIVE)


def test_odt_gives_back_the_text_of_the_document() -> None:
    """Every paragraph, cell, form line and field, in order."""
    assert text_of_odt(to_odt(REPRESENTATIVE)) == paragraphs(REPRESENTATIVE)


@settings(max_examples=60)
@given(st.text(), st.text())
def test_whatever_the_words_are_both_files_give_them_back(text: str, value: str) -> None:
    """Control characters that XML forbids are gone, everything else is there, spaces and line breaks too."""
    hostile = document(
        words(
            text, Field("a.b", value, label="l"), Emphasis(run(value)), Break(), Link("https://example.org", run(text))
        ),
        words(Field("a.c", value, blank=True, label=text, options=((text, value), (value, text)))),
        title=text,
        notice=value,
    )
    assert text_of_docx(to_docx(hostile)) == paragraphs(hostile)
    assert text_of_odt(to_odt(hostile)) == paragraphs(hostile)


@pytest.mark.parametrize("value", ["]]>", "=HYPERLINK(1)", "<script>x</script>", "&amp;", "{MERGEFIELD x}", "%1.%2"])
def test_values_that_look_like_code_are_words(value: str) -> None:
    """They are neither interpreted nor lost."""
    hostile = document(words(value, Field("a.b", value, label=value)), title=value)
    assert text_of_docx(to_docx(hostile)) == [value, value * 2]
    assert text_of_odt(to_odt(hostile)) == [value, value * 2]


def test_deleted_words_and_field_codes_are_not_read() -> None:
    """A tracked deletion is not part of the text, nor is what Word computes a page number from."""
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r>"
        "<w:del><w:r><w:delText>x</w:delText><w:t>x</w:t></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert text_of_docx(word_file(body)) == ["a b\n\N{NON-BREAKING HYPHEN}"]
    deleted = "<text:tracked-changes><text:p>x</text:p></text:tracked-changes>"
    odt = f"{deleted}<text:p>a<text:tab/>b<text:s text:c='2'/></text:p>"
    assert text_of_odt(odt_file(odt)) == ["a b  "]


def test_an_entity_is_refused() -> None:
    """No file of this machine is read, and no billion laughs is told."""
    local = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    for before in (local, laughs, "<!DOCTYPE x>"):
        with pytest.raises(UnreadableFile, match="document type"):
            text_of_docx(word_file("<w:p/>", before))
        with pytest.raises(UnreadableFile, match="document type"):
            text_of_odt(odt_file("<text:p/>", before))


def test_a_zip_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that unpacks to more than the limit is not parsed, whatever its table of contents says."""
    monkeypatch.setattr(read_back, "LARGEST_PART", 10_000)
    bomb = word_file(f"<w:p><w:r><w:t>{'0' * 20_000}</w:t></w:r></w:p>")
    assert len(bomb) < 2_000
    with pytest.raises(UnreadableFile, match="unpacks to more than 10000 bytes"):
        text_of_docx(bomb)


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is unpacked."""
    monkeypatch.setattr(read_back, "LARGEST_FILE", 10)
    with pytest.raises(UnreadableFile, match="more than 10 are not read"):
        text_of_odt(to_odt(REPRESENTATIVE))


def test_nesting_without_end_is_refused() -> None:
    """A hundred thousand elements inside each other overflow no stack."""
    with pytest.raises(UnreadableFile, match="no well-formed XML"):
        text_of_odt(odt_file("<text:p>" + "<a>" * 100_000 + "</a>" * 100_000 + "</text:p>"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no zip archive"),
        (b"%PDF-1.7", "no zip archive"),
        (archive(other="x"), "has no part"),
        (archive(_rels__rels="<a/>", content_xml="<a"), "names no main document|no well-formed XML"),
    ],
    ids=["empty", "pdf", "other zip", "not xml"],
)
def test_a_file_of_another_kind_gets_a_plain_answer(data: bytes, says: str) -> None:
    """Never a traceback of the zip or XML library."""
    for read in (text_of_docx, text_of_odt):
        with pytest.raises(UnreadableFile, match=says):
            read(data)


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    """Flipping bytes anywhere never leads to another error."""
    for write, read in ((to_docx, text_of_docx), (to_odt, text_of_odt)):
        whole = bytearray(write(document(words("tekst"))))
        for _ in range(data.draw(st.integers(1, 4))):
            whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
        try:
            read(bytes(whole))
        except UnreadableFile:
            continue
