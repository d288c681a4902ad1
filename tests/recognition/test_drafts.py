# SPDX-License-Identifier: Apache-2.0
import io
import random
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from srpp_criteria.errors import UnreadableDraft
from srpp_criteria.recognition.drafts.draft import draft_of, read_draft
from srpp_criteria.recognition.drafts.office import MACROS, TRACKED_CHANGES

BODY = "<w:body>{}</w:body>"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(parts: dict[str, bytes | str]) -> bytes:
    """A zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word_file(body: str, **parts: str | bytes) -> bytes:
    """A Word file of one body and some parts beside it."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    document = f"<w:document {WORD}>{BODY.format(body)}</w:document>"
    beside = {f"word/{name.replace('__', '.')}": content for name, content in parts.items()}
    return packed({"_rels/.rels": relation, "word/document.xml": document, **beside})


@pytest.fixture(scope="module")
def real_docx() -> bytes:
    """A file as Word writes it."""
    buffer = io.BytesIO()
    document = Document()
    document.add_paragraph("The Contractor keeps a register of the hours worked.")
    document.save(buffer)
    return buffer.getvalue()


def test_word_gives_what_was_put_in_and_not_what_was_deleted() -> None:
    """Tracked changes are read as if accepted, and the reader says that there are some."""
    draft = draft_of(
        word_file(
            "<w:p><w:r><w:t>The Contractor </w:t></w:r><w:ins><w:r><w:t>never </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>always </w:delText></w:r></w:del><w:r><w:t>pays.</w:t></w:r></w:p>"
        ),
        "draft.docx",
    )

    assert draft.blocks == ("The Contractor never pays.",)
    assert draft.notes == (TRACKED_CHANGES,)


def test_word_gives_footnotes_and_headers() -> None:
    """Words below and above the page are read too."""
    note = f"<w:footnotes {WORD}><w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>"

    assert draft_of(word_file("<w:p><w:r><w:t>Body.</w:t></w:r></w:p>", footnotes__xml=note), "d.docx").blocks == (
        "Body.",
        "A note.",
    )


def test_macros_are_told_and_not_run() -> None:
    """A file with macros is read for its words alone."""
    draft = draft_of(word_file("<w:p><w:r><w:t>Body.</w:t></w:r></w:p>", vbaProject__bin=b"x"), "d.docm")

    assert draft.notes == (MACROS,)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "draft.txt", "no words"),
        (b"%PDF-1.7", "draft.pdf", "PDF"),
        (b"{\\rtf1}", "draft.doc", "RTF"),
        (b"\xd0\xcf\x11\xe0old", "draft.docx", "old Word"),
        (b"words", "draft.docx", "no office file"),
        (b"a\x00b", "draft.txt", "neither text"),
        (b"PK\x03\x04rest", "draft.docx", "cannot be read"),
        (packed({"hello.txt": "x"}), "draft.docx", "cannot be read"),
        (packed({"content.xml": b"<a>" * 5000}), "draft.odt", "well-formed"),
        (packed({"content.xml": b" " * 70_000_000}), "draft.odt", "unpacks to more"),
        (
            packed({"content.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}),
            "d.odt",
            "document type",
        ),
        (packed({str(number): "" for number in range(5001)}), "d.odt", "5001 parts"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_a_bad_file_gets_one_plain_sentence(data: bytes, name: str, says: str) -> None:
    """What cannot be read safely is refused, and the reader is told why."""
    with pytest.raises(UnreadableDraft, match=says):
        draft_of(data, name)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """No traceback for a mistyped name."""
    with pytest.raises(UnreadableDraft, match="cannot be opened"):
        read_draft(tmp_path / "nothing.docx")


@pytest.mark.parametrize(
    "data",
    [
        "Größe: “fünf”".encode(),
        "Größe: “fünf”".encode("utf-8-sig"),
        "\ufeffGröße: “fünf”".encode("utf-16-le"),
        "Größe: “fünf”".encode("cp1252"),
    ],
)
def test_text_is_read_in_the_alphabets_of_windows_and_the_web(data: bytes) -> None:
    """UTF-8 with or without its mark, UTF-16, Windows-1252."""
    assert draft_of(data, "draft.txt").blocks == ("Größe: “fünf”",)


def test_html_without_scripts_styles_and_tags() -> None:
    """What a page shows is read, each paragraph and cell by itself."""
    page = (
        "<html><head><title>T</title><style>p{}</style><body><p>One <b>two</b></p>"
        "<script>three</script><td>four<td>five"
    )

    assert draft_of(page.encode(), "draft.bin").blocks == ("One two", "four", "five")


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), name=st.sampled_from(["a.docx", "a.odt", "a.txt", "a.md", "a.html", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    """Whatever comes, there is a draft or one plain error."""
    try:
        blocks = draft_of(data, name).blocks
    except UnreadableDraft as error:
        blocks = (error.says,)
    assert any(block.strip() for block in blocks)


def test_damaged_copies_of_a_real_file_are_read_or_refused(real_docx: bytes) -> None:
    """A file with broken bytes never ends in a traceback."""
    chance = random.Random(7)  # noqa: S311  # to be repeated
    refused = 0
    for _ in range(120):
        broken = bytearray(real_docx)
        for _ in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        cut = bytes(broken[: chance.choice((len(broken), chance.randrange(len(broken))))])
        try:
            draft_of(cut, "draft.docx")
        except UnreadableDraft:
            refused += 1
    assert refused
