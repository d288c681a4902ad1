# SPDX-License-Identifier: Apache-2.0
"""What the browser reads in a draft and finds in it is what Python reads and finds."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.site.engine import Engine

from srpp_criteria.comparison.word_marks import marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def twin(browser: Browser) -> Iterator[Engine]:
    """The browser side in a page."""
    page = browser.new_page()
    yield Engine(page, "recognition_for_tests.ts")
    page.close()


def read(twin: Engine, name: str, content: bytes) -> Any:  # JSON
    """What the browser makes of a file: its paragraphs, or the trouble."""
    return twin.call("read", [name, base64.b64encode(content).decode()])


# ---- Word-level marks

_WORDS = st.lists(
    st.sampled_from(["the", "Contractor", "shall", "pay", "2", "tiers", ".", ",", "l'entreprise", "Süd", "ΑΣ", "½", " ", "\n", "\u00a0"]),
    max_size=30,
)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(_WORDS, _WORDS), min_size=10, max_size=40))
def test_the_same_words_are_marked(twin: Engine, pairs: list[tuple[list[str], list[str]]]) -> None:
    """To the last space, whatever stands between the words."""
    texts = [(separator.join(before), separator.join(after)) for before, after in pairs for separator in (" ", "")]

    found = twin.each("marked", [list(pair) for pair in texts])

    assert found == [[[run.mark.value, run.text] for run in marks(*pair)] for pair in texts]


# ---- Files

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def packed(**parts: str) -> bytes:
    """A zip archive; `__` in a name stands for a slash, `_rels` as it is."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def word(body: str, before: str = "") -> bytes:
    """A Word file with this body."""
    document = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return packed(**{"_rels/.rels": _RELATIONS, "word/document.xml": document})


def bomb() -> bytes:
    """A small file whose document unpacks to a hundred million bytes."""
    return word(f"<w:p><w:r><w:t>{'a' * 100_000_000}</w:t></w:r></w:p>")


def liar() -> bytes:
    """The same, but its table of contents says that it unpacks to ten bytes."""
    content = bytearray(bomb())
    listed = content.rindex(b"PK\x01\x02")
    content[listed + 24 : listed + 28] = struct.pack("<I", 10)
    return bytes(content)


HOSTILE = {
    "a zip bomb": ("x.docx", bomb, "part-large"),
    "a zip bomb that lies about its size": ("x.docx", liar, "part-large"),
    "entities": ("x.docx", lambda: word("<w:p/>", '<!DOCTYPE x [<!ENTITY a "b">]>'), "dtd"),
    "broken XML": ("x.docx", lambda: word("<w:p>"), "no-xml"),
    "an archive that was cut off": ("x.docx", lambda: word("<w:p/>")[:-30], "no-zip"),
    "an archive with damaged contents": ("x.docx", lambda: word("<w:p/>").replace(b"PK\x03\x04", b"PK\x03\x05"), "no-zip"),
    "an archive that is no document": ("x.docx", lambda: packed(**{"a.txt": "words"}), "no-office"),
    "words in a file that calls itself Word": ("x.docx", lambda: b"words", "no-zip"),
    "a PDF": ("x.pdf", lambda: b"%PDF-1.7 words", "pdf"),
    "a PDF that calls itself text": ("x.txt", lambda: b"%PDF-1.7 words", "pdf"),
    "an old Word file": ("x.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-word"),
    "RTF": ("x.rtf", lambda: b"{\\rtf1 words}", "rtf"),
    "a picture": ("x.txt", lambda: b"\x89PNG\r\n\x1a\n\x00\x00", "no-text"),
    "nothing": ("x.txt", lambda: b"", "empty"),
    "no words": ("x.docx", lambda: word("<w:p/>"), "empty"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_a_file_that_cannot_be_read_safely_has_its_sentence(twin: Engine, case: str) -> None:
    """Never an exception, never a page that stands still."""
    name, content, trouble = HOSTILE[case]

    assert read(twin, name, content()) == {"trouble": trouble}
