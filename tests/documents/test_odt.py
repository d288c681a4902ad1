# SPDX-License-Identifier: Apache-2.0
"""What LibreOffice and other offices expect of the ODT file. odfdo reads it back as a second opinion."""

from __future__ import annotations

import io
import zipfile

import odfdo
import pytest
from lxml import etree
from tests.documents.sample import NOTICE_DAYS, REPRESENTATIVE, STAMP, document, words

from srpp_criteria.documents.document import Direction, Heading, NumberedClause
from srpp_criteria.documents.inlines import Field, Link, ListBlock, Text
from srpp_criteria.documents.odt import to_odt
from srpp_criteria.documents.odt_xml import NAMESPACES as NS
from srpp_criteria.documents.odt_xml import qualified


def part(data: bytes, name: str = "content.xml") -> etree._Element:
    """One part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def said(element: etree._Element) -> str:
    """The words inside an element."""
    inside = ((" " if child.tag == qualified("text:s") else said(child)) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inside)


@pytest.fixture(scope="module")
def written() -> bytes:
    """The representative document."""
    return to_odt(REPRESENTATIVE)


@pytest.fixture(scope="module")
def content(written: bytes) -> etree._Element:
    """Its main part."""
    return part(written)


def test_the_same_document_is_the_same_file(written: bytes) -> None:
    """Two exports of one text can be compared byte for byte."""
    assert to_odt(REPRESENTATIVE) == written


def test_the_format_can_be_told_from_the_first_bytes(written: bytes) -> None:
    """`mimetype` comes first and uncompressed, as ISO 26300 asks; the manifest lists exactly what is there."""
    assert written[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    manifest = part(written, "META-INF/manifest.xml")
    named = {entry.get(f"{{{manifest.nsmap['manifest']}}}full-path") for entry in manifest}
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert named - {"/"} == set(archive.namelist()) - {"mimetype", "META-INF/manifest.xml"}


def test_another_library_reads_headings_and_properties(written: bytes) -> None:
    """Outline levels are real, title and language are set, no person is named."""
    opened = odfdo.Document(io.BytesIO(written))
    assert [(heading.get_attribute("text:outline-level"), str(heading)) for heading in opened.body.headers] == [
        ("1", "Kontraktsvilkår\n"),
        ("2", "Begrensning av underleverandørledd\n"),
        ("2", "Dokumentasjon og oppfølging\n"),
        ("3", "Indikatorer\n"),
        ("4", "Merknad om opphav\n"),
        ("1", "Egenerklæring\n"),
        ("1", "Vedlegg: tekstenes versjoner\n"),
    ]
    assert (opened.meta.title, opened.meta.language) == (REPRESENTATIVE.title, "nb-NO")
    assert opened.meta.initial_creator == "srpp-criteria"
    assert opened.meta.creation_date is None


def test_headings_and_clauses_are_one_list(content: etree._Element) -> None:
    """Each numbered piece continues the one before, so that 1, 1.1, 1.1.1 count through the whole document."""
    pieces = [
        found for found in content.iter(qualified("text:list")) if found.get(qualified("text:style-name")) == "Clauses"
    ]
    ids = [piece.get(qualified("xml:id")) for piece in pieces]
    assert [piece.get(qualified("text:continue-list")) for piece in pieces] == [None, *ids[:-1]]
    depth = [len(piece.findall(".//text:list-item", NS)) for piece in pieces]
    assert depth == [1, 2, 3, 3, 3, 2, 3, 3, 4]


def test_clause_numbers_show_all_levels(written: bytes) -> None:
    """1.1.1, not 1."""
    levels = part(written, "styles.xml").findall(".//text:list-style[@style:name='Clauses']/*", NS)
    assert [level.get(qualified("text:display-levels")) for level in levels[:3]] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("nb-NO", {"language": "nb", "country": "NO"}),
        ("sr-Latn-RS", {"language": "sr", "script": "Latn", "country": "RS"}),
        ("eo", {"language": "eo", "country": "none"}),
    ],
    ids=["country", "script", "neither"],
)
def test_the_spell_checker_knows_the_language(tag: str, expected: dict[str, str]) -> None:
    """Language, script and country stand on the default style, so every paragraph has them."""
    styles = part(to_odt(document(words("tekst"), language=tag)), "styles.xml")
    text = next(next(styles.iter(qualified("style:default-style"))).iter(qualified("style:text-properties")))
    found = {name: text.get(qualified(f"fo:{name}")) for name in ("language", "script", "country")}
    assert {name: value for name, value in found.items() if value} == expected


def test_header_and_footer_speak_the_language_of_the_document(written: bytes) -> None:
    """Title and locale above, "Side 1 av 1" with page fields below."""
    styles = part(written, "styles.xml")
    assert said(next(styles.iter(qualified("style:header")))) == (
        "Kontraktsvilkår for rehabilitering av skolebyggNorge, bokmål"
    )
    footer = next(styles.iter(qualified("style:footer")))
    assert said(footer) == "Side 1 av 1"
    assert footer.find(".//text:page-number", NS) is not None
    assert footer.find(".//text:page-count", NS) is not None


def test_table_headers_repeat_and_rows_do_not_split(content: etree._Element) -> None:
    """A long table can be read on every page; a short one is kept on one."""
    tables = [t for t in content.iter(qualified("table:table")) if "Godtatte standarder" in said(t)]
    assert len(tables[0].findall("table:table-header-rows/table:table-row", NS)) == 1
    assert tables[0].get(qualified("table:style-name")) == "ShortGrid"
    row = content.find(".//style:style[@style:name='Row']/style:table-row-properties", NS)
    assert row is not None
    assert row.get(qualified("fo:keep-together")) == "always"


def test_values_are_fields(content: etree._Element) -> None:
    """A text is an input field with its label, a choice a drop-down list that shows what was chosen."""
    inputs = {f.get(qualified("text:description")): said(f) for f in content.iter(qualified("text:text-input"))}
    assert inputs["Høyeste antall ledd"] == "2"
    choice = next(content.iter(qualified("text:drop-down")))
    assert choice.get(qualified("text:name")) == "Sanksjon"
    assert [label.get(qualified("text:value")) for label in choice] == ["dagmulkt", "tilbakehold"]
    assert [label.get(qualified("text:current-selected")) for label in choice] == ["true", None]
    assert said(choice) == "dagmulkt"


def test_an_unfilled_value_is_marked_and_found_from_the_first_page(content: etree._Element) -> None:
    """The prompt is printed on yellow, and the list of open blanks leads to it."""
    link = next(a for a in content.iter(qualified("text:a")) if said(a) == "Varslingsfrist i dager")
    place = (link.get(qualified("xlink:href")) or "").removeprefix("#")
    mark = content.find(f".//text:bookmark-start[@text:name='{place}']", NS)
    assert mark is not None
    blank = mark.getnext()
    assert blank is not None
    assert (blank.get(qualified("text:style-name")), said(blank)) == ("Placeholder", NOTICE_DAYS.label)


def test_links_inside_the_file_find_their_place(content: etree._Element) -> None:
    """No link leads nowhere."""
    links = {a.get(qualified("xlink:href")) or "" for a in content.iter(qualified("text:a"))}
    places = {f"#{m.get(qualified('text:name'))}" for m in content.iter(qualified("text:bookmark-start"))}
    assert {link for link in links if link.startswith("#")} <= places


def test_only_styles_that_exist_are_used(written: bytes, content: etree._Element) -> None:
    """A misspelt style name would silently become the default."""
    styles = part(written, "styles.xml")
    defined = {s.get(qualified("style:name")) for root in (styles, content) for s in root.iter() if "style" in s.tag}
    used = {e.get(qualified(f"{p}:style-name")) for p in ("text", "table") for e in content.iter()} - {None}
    assert used <= defined


def test_the_stamp_is_not_spell_checked(written: bytes, content: etree._Element) -> None:
    """It has a style of its own, in no language."""
    stamp = next(p for p in content.iter(qualified("text:p")) if said(p) == STAMP)
    assert stamp.get(qualified("text:style-name")) == "SRPP_20_Stamp"
    look = part(written, "styles.xml").find(".//style:style[@style:name='SRPP_20_Stamp']/style:text-properties", NS)
    assert look is not None
    assert look.get(qualified("fo:language")) == "zxx"


def test_spaces_are_kept() -> None:
    """OpenDocument folds white space, so leading and double spaces are elements."""
    root = part(to_odt(document(words("  a  b", Field("x.y", "1"), " c"))))
    paragraph = list(root.iter(qualified("text:p")))[-1]
    assert [child.get(qualified("text:c")) for child in paragraph.iter(qualified("text:s"))] == ["2", "1", "1"]


def test_a_counted_list_may_begin_later() -> None:
    """A list that counts from 3 does so in the file."""
    listed = NumberedClause(1, (ListBlock(ordered=True, start=3, items=((words("tredje"),), (words("fjerde"),))),))
    root = part(to_odt(document(Heading(1, "Vilkår"), listed)))
    items = root.findall(".//text:list[@text:style-name='Clause_20_Counted']/text:list-item", NS)
    assert [item.get(qualified("text:start-value")) for item in items] == ["3", None]


def test_a_link_that_is_no_web_address_is_plain_text() -> None:
    """A script or a local file is never one click away."""
    bad = ("javascript:alert(1)", "file:///etc/passwd", "vnd.sun.star.script:x", "#nowhere")
    root = part(to_odt(document(*(words(Link(target, (Text("her"),))) for target in bad))))
    assert not list(root.iter(qualified("text:a")))


def test_a_right_to_left_language_turns_the_page() -> None:
    """The page and the bar of a notice are mirrored."""
    data = to_odt(document(words("שלום"), language="he-IL", direction=Direction.RIGHT_TO_LEFT, notice="!"))
    page = next(part(data, "styles.xml").iter(qualified("style:page-layout-properties")))
    assert page.get(qualified("style:writing-mode")) == "rl-tb"
    box = part(data).find(".//style:style[@style:name='box-status']/style:table-cell-properties", NS)
    assert box is not None
    assert box.get(qualified("fo:border-left")) == "none"
