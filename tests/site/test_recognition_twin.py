# SPDX-License-Identifier: Apache-2.0
"""What the browser reads in a draft and finds in it is what Python reads and finds, to the last letter of its JSON."""

from __future__ import annotations

import base64
import io
import json
import random
import struct
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.site.engine import Engine

from srpp_criteria import Library
from srpp_criteria.documents.compose import item_document
from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.html import to_html
from srpp_criteria.documents.markdown import to_markdown
from srpp_criteria.documents.odt import to_odt
from srpp_criteria.documents.plain import to_text
from srpp_criteria.errors import UnreadableDraft
from srpp_criteria.recognition.drafts.draft import draft_of
from srpp_criteria.recognition.findings import as_json
from srpp_criteria.recognition.index import Index
from srpp_criteria.recognition.index_data import KnownText, index_data, known_texts
from srpp_criteria.recognition.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from srpp_criteria import Edition
    from srpp_criteria.documents.document import Document

LOCALES = ("en", "nb-NO", "de-AT", "nl-BE", "fr-BE")


@pytest.fixture(scope="module")
def twin(browser: Browser) -> Iterator[Engine]:
    """The browser side in a page."""
    page = browser.new_page()
    yield Engine(page, "recognition_for_tests.ts")
    page.close()


@pytest.fixture(scope="module")
def library(repository: Path) -> Library:
    """The real library, from its files."""
    return Library.load(repository)


def plain(value: object) -> Any:  # JSON
    """As it is after a way through JSON."""
    return json.loads(json.dumps(value))


# ---- Finding


@pytest.fixture(scope="module")
def written(repository: Path) -> dict[str, Any]:
    """The cases that hold for both; Python's own test compares them with what they expect."""
    file = repository / "tests" / "cases" / "recognition" / "drafts.yml"
    cases: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return cases


def test_each_written_case_is_found_alike(twin: Engine, written: dict[str, Any]) -> None:
    """Every field of the findings, not only those that the case names."""
    data = index_data(KnownText(**text) for text in written["texts"])
    index = Index.of(data)
    twin.call("know", [data])
    drafts = [case["draft"] for case in written["cases"]]

    found = twin.each("recognised", [[draft, None] for draft in drafts])

    names = [case["name"] for case in written["cases"]]
    assert dict(zip(names, found, strict=True)) == {
        name: plain(as_json(recognise(draft, index))) for name, draft in zip(names, drafts, strict=True)
    }


def blocks_of(edition: Edition) -> dict[str, list[str]]:
    """The paragraphs of each text as a document shows them."""
    return {entry.id: to_text(item_document(entry.fill(), edition)).split("\n") for entry in edition}


class Scribe:
    """Writes drafts as offices do: cut, renumbered, reworded, filled in, moved, copied twice, with or without stamp."""

    def __init__(self, edition: Edition, seed: int) -> None:
        self._edition = edition
        self._texts = blocks_of(edition)
        self._words = " ".join(block for blocks in self._texts.values() for block in blocks).split()
        self._dice = random.Random(seed)  # noqa: S311  # drafts, not secrets

    def draft(self) -> list[str]:
        """The blocks of one draft."""
        dice, draft = self._dice, list[str]()
        for item in dice.sample(sorted(self._texts), dice.randint(1, 5)):
            blocks = [block for block in self._texts[item] if block.strip()]
            start = dice.randrange(len(blocks))
            part = [piece for block in blocks[start : start + dice.randint(1, 25)] for piece in self._block(block)]
            if dice.random() < 0.15:
                dice.shuffle(part)
            if dice.random() < 0.3:
                stamp = self._edition[item].stamp
                part.append(stamp if dice.random() < 0.5 else stamp[: -dice.randint(1, 9)])
            draft += part
            if dice.random() < 0.3:
                draft.append(" ".join(dice.choice(self._words) for _ in range(20)))
        return draft

    def _block(self, block: str) -> list[str]:
        words = block.split(" ")
        match self._dice.randint(0, 19):
            case 0 | 1 | 2 | 3 | 4:
                return [" ".join(self._reworded(words))]
            case 5:
                return []
            case 6:
                return [f"{self._dice.randint(1, 9)}.{self._dice.randint(1, 9)} {block}"]
            case 7:
                return [block, block]
            case 8:
                return [" ".join(str(self._dice.randint(1, 30)) if word.isdigit() else word for word in words)]
            case 9:
                return [" ".join("____" if word[:1].isdigit() else word for word in words)]
            case 10:
                return [block.replace("'", "’").replace(" ", "\u00a0", 2).replace("-", "\u2011")]
            case _:
                return [block]

    def _reworded(self, words: list[str]) -> list[str]:
        for _ in range(self._dice.randint(1, 4)):
            place = self._dice.randrange(len(words)) if words else 0
            words[place : place + self._dice.randint(0, 1)] = self._dice.choice(([], [self._dice.choice(self._words)]))
        return words


@pytest.mark.parametrize("locale", LOCALES)
def test_edited_drafts_are_read_alike(twin: Engine, library: Library, locale: str) -> None:
    """Forty drafts of each edition; the same drafts each time, so that a red build is red again elsewhere."""
    edition = library.edition(locale)
    data = index_data(known_texts(library.register, [edition], locale))
    twin.call("know", [data])
    index, scribe = Index.of(data), Scribe(edition, seed=4)
    drafts = [scribe.draft() for _ in range(40)]

    found = twin.each("recognised", [[draft, locale] for draft in drafts])

    for draft, one in zip(drafts, found, strict=True):
        assert one == plain(as_json(recognise(draft, index, locale=locale))), draft
    assert sum(len(one["texts"]) for one in found) > 40


def test_the_files_of_several_editions_put_together_know_all_their_texts(twin: Engine, library: Library) -> None:
    """A Norwegian and an English text in one draft are both found, whichever edition the reader is in."""
    editions = [library.edition(locale) for locale in ("en", "nb-NO")]
    twin.call("know", [index_data(known_texts(library.register, [one], one.locale)) for one in editions])
    item = "construction-subcontracting-tier-limit"
    draft = [block for edition in editions for block in blocks_of(edition)[item][3:] if not block.startswith("srpp:")]

    found = twin.call("recognised", [draft, "en"])

    assert [(one["item"], one["text"]["locale"], one["verdict"]) for one in found["texts"]] == [
        (item, "en", "exact"),
        (item, "nb-NO", "exact"),
    ]


# ---- Files


def read(twin: Engine, name: str, content: bytes) -> Any:  # JSON
    """What the browser makes of a file: its blocks, or the trouble."""
    return twin.call("read", [name, base64.b64encode(content).decode()])


WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": to_docx,
    "odt": to_odt,
    "html": lambda document: to_html(document).encode(),
    "md": lambda document: to_markdown(document).encode(),
    "txt": lambda document: to_text(document).encode(),
}


@pytest.mark.parametrize("ending", WRITERS)
def test_our_own_documents_are_read_alike(twin: Engine, library: Library, ending: str) -> None:
    """The same blocks in the same order, in each form in which a text leaves the library."""
    edition = library.edition("nb-NO")
    for entry in list(edition)[::6]:
        content = WRITERS[ending](item_document(entry.fill(), edition))

        blocks = read(twin, f"draft.{ending}", content)["blocks"]

        assert [one.split() for one in blocks] == [one.split() for one in draft_of(content, f"draft.{ending}").blocks]


TEXTS = {
    "wrapped lines": "The Contractor\npays each worker.\n- wages\n- taxes\n\n2.1 It keeps\na register",
    "a Markdown table": "# Title\n| a | b |\n|---|:-:|\n| one two | |\nafter",
    "old line ends": "one\r\ntwo\rthree\u2028four",
    "quotes at the end": "He said “no.”\nAnd left (late).\nand then",
}


@pytest.mark.parametrize("case", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines_are_joined_alike(twin: Engine, case: str, encoding: str) -> None:
    """Whatever wrote them."""
    content = TEXTS[case].encode(encoding)

    assert read(twin, "x.txt", content)["blocks"] == list(draft_of(content, "x.txt").blocks)


def test_what_windows_wrote_is_read_alike(twin: Engine) -> None:
    """Quotation marks and the euro sign of Windows-1252."""
    content = "Die „Löhne“ – 5 €".encode("windows-1252")

    assert read(twin, "x.txt", content)["blocks"] == list(draft_of(content, "x.txt").blocks) == ["Die „Löhne“ – 5 €"]


PAGES = {
    "a page": "<!doctype html><head><title>T</title></head><p>The <b>Firm</b>\npays<br>on time<div>and<p>more</div>end",
    "what is not shown": "<p>a<script>x</script><style>y</style><del>gone</del><ins>came</ins><textarea>z</textarea>",
    "a table": "<table><tr><td>one<td>two<tr><th>three</table>",
    "entities": "<p>5&nbsp;&euro; &amp; more &lt;b&gt;",
}


@pytest.mark.parametrize("case", PAGES)
def test_pages_are_read_alike(twin: Engine, case: str) -> None:
    """By the browser's parser and by Python's."""
    content = PAGES[case].encode()

    blocks = read(twin, "x.html", content)["blocks"]

    assert [one.split() for one in blocks] == [one.split() for one in draft_of(content, "x.html").blocks]


WORD_BODIES = {
    "tracked changes": "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>c</w:t></w:r></w:ins></w:p>",
    "tabs, breaks and hyphens": "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t>"
    '<w:br/><w:br w:type="page"/><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>',
    "a table": "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "a content control": "<w:sdt><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    "a text box": "<w:p><w:r><w:t>a</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent>"
    "</w:pict></w:r><w:r><w:t>c</w:t></w:r></w:p>",
}


@pytest.mark.parametrize("case", WORD_BODIES)
def test_word_bodies_are_read_alike(twin: Engine, case: str) -> None:
    """All changes accepted, cells and boxes as blocks of their own, and the same number of notes."""
    content = word(WORD_BODIES[case])

    found, draft = read(twin, "x.docx", content), draft_of(content, "x.docx")

    assert found["blocks"] == list(draft.blocks)
    assert len(found["notes"]) == len(draft.notes)


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/>'
    "</Relationships>"
)


def packed(**parts: str) -> bytes:
    """A zip archive with these parts."""
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
    "an archive that begins wrongly": (
        "x.docx",
        lambda: word("<w:p/>").replace(b"PK\x03\x04", b"PK\x03\x05"),
        "no-zip",
    ),
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
    """Never an exception, never a page that stands still; Python refuses the same files."""
    name, make, trouble = HOSTILE[case]
    content = make()

    assert read(twin, name, content) == {"trouble": trouble}
    with pytest.raises(UnreadableDraft):
        draft_of(content, name)
