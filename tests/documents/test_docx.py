# SPDX-License-Identifier: Apache-2.0
"""What a lawyer and their Word expect of the DOCX file. python-docx reads it back as a second opinion."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from lxml import etree
from tests.documents.ooxml_order import ORDER
from tests.documents.sample import (
    NOTICE_DAYS,
    REPORTING,
    REPRESENTATIVE,
    SANCTION,
    STAMP,
    TIERS,
    document,
    run,
    words,
)

from srpp_criteria.documents.document import Direction, Heading, NumberedClause, OpenBlank
from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.docx_inlines import control_tag
from srpp_criteria.documents.inlines import Field, Link, ListBlock, Strong, Text

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def w(name: str) -> str:
    """A name as lxml spells it."""
    return f"{{{NS['w']}}}{name}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """One part of the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def said(element: etree._Element) -> str:
    """The words inside an element."""
    return "".join(text.text or "" for text in element.iter(w("t")))


def one(element: etree._Element, path: str) -> etree._Element:
    """The only element on this path."""
    found = element.findall(path, NS)
    assert len(found) == 1, f"{len(found)} elements on {path}"
    return found[0]


def val(element: etree._Element, path: str) -> str | None:
    """The value of the only element on this path."""
    return one(element, path).get(w("val"))


def paragraph(root: etree._Element, start: str) -> etree._Element:
    """The paragraph that begins with these words."""
    found = [p for p in root.iter(w("p")) if said(p).startswith(start)]
    assert found, f"no paragraph begins with {start}"
    return found[-1]


def control(root: etree._Element, field: Field) -> etree._Element:
    """The first content control of this field."""
    return next(sdt for sdt in root.iter(w("sdt")) if val(sdt, "w:sdtPr/w:tag") == field.name)


@pytest.fixture(scope="module")
def written() -> bytes:
    """The representative document."""
    return to_docx(REPRESENTATIVE)


@pytest.fixture(scope="module")
def body(written: bytes) -> etree._Element:
    """Its main part."""
    return part(written)


def test_the_same_document_is_the_same_file(written: bytes) -> None:
    """Two exports of one text can be compared byte for byte: no clock, no order by chance."""
    assert to_docx(REPRESENTATIVE) == written
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_every_element_stands_in_schema_order() -> None:
    """Word opens the file without repair: children follow the order of ISO/IEC 29500, and none is unknown to it."""
    mirrored = document(*REPRESENTATIVE.blocks, direction=Direction.RIGHT_TO_LEFT, notice="!")
    for data in (to_docx(REPRESENTATIVE), to_docx(mirrored)):
        for name in ("document", "styles", "numbering", "settings"):
            for element in part(data, f"word/{name}.xml").iter():
                order = ORDER.get(etree.QName(element).localname)
                if order is None:
                    continue
                children = [etree.QName(child).localname for child in element]
                if etree.QName(element).localname == "tc":
                    children = [{"tbl": "p"}.get(child, child) for child in children]
                ranks = [order.split().index(child) for child in children]
                assert ranks == sorted(ranks), f"{element.tag}: {children}"


def test_a_table_is_never_the_last_thing(body: etree._Element) -> None:
    """A paragraph follows each table: two tables in a row would melt into one, and Word wants one at the end."""
    for table in body.iter(w("tbl")):
        following = table.getnext()
        assert following is not None
        assert following.tag == w("p")


def test_headings_are_words_own_heading_styles(written: bytes) -> None:
    """The navigation pane, the table of contents and screen readers know them."""
    headings = [
        p for p in docx.Document(io.BytesIO(written)).paragraphs if p.style and p.style.name.startswith("Heading")
    ]

    assert [(p.style.name, p.text) for p in headings if p.style] == [
        ("Heading 1", "Kontraktsvilkår"),
        ("Heading 2", "Begrensning av underleverandørledd"),
        ("Heading 2", "Dokumentasjon og oppfølging"),
        ("Heading 3", "Indikatorer"),
        ("Heading 4", "Merknad om opphav"),
        ("Heading 1", "Egenerklæring"),
        ("Heading 1", "Vedlegg: tekstenes versjoner"),
    ]


def test_headings_and_clauses_share_one_multilevel_numbering(written: bytes, body: etree._Element) -> None:
    """1, 1.1, 1.1.1 come from one list linked to the heading styles, so a clause that is moved is numbered anew."""
    numbering, styles = part(written, "word/numbering.xml"), part(written, "word/styles.xml")
    levels = numbering.findall("w:abstractNum[@w:abstractNumId='1']/w:lvl", NS)

    assert [val(level, "w:lvlText") for level in levels[:3]] == ["%1", "%1.%2", "%1.%2.%3"]
    assert [val(level, "w:pStyle") for level in levels[:4]] == ["Heading1", "Heading2", "Heading3", "Heading4"]
    for level in (1, 2, 3, 4):
        style = one(styles, f"w:style[@w:styleId='Heading{level}']")
        assert val(style, "w:pPr/w:numPr/w:numId") == "1"
        assert val(style, "w:pPr/w:outlineLvl") == str(level - 1)
    clause = paragraph(body, "Leverandøren skal ikke")
    assert val(clause, "w:pPr/w:pStyle") == "SRPPClause"
    assert (val(clause, "w:pPr/w:numPr/w:ilvl"), val(clause, "w:pPr/w:numPr/w:numId")) == ("2", "1")


def test_numbers_are_never_typed(body: etree._Element) -> None:
    """No clause begins with a typed number that would be wrong after the first change."""
    assert not [p for p in map(said, body.iter(w("p"))) if p.startswith("1.1.1")]


def test_a_heading_of_an_annex_goes_without_number(body: etree._Element) -> None:
    """Word's way to say so is list 0."""
    assert val(paragraph(body, "Egenerklæring"), "w:pPr/w:numPr/w:numId") == "0"


def test_each_counted_list_starts_anew(written: bytes, body: etree._Element) -> None:
    """The second list of the document begins at 1 again, and one that begins at 3 does so in Word."""
    first, second = (
        val(paragraph(body, text), "w:pPr/w:numPr/w:numId") for text in ("fører oversikt", "andel foretak")
    )
    assert first != second
    restarts = part(written, "word/numbering.xml").findall("w:num/w:lvlOverride/w:startOverride", NS)
    assert [restart.get(w("val")) for restart in restarts] == ["1", "1"]

    third = to_docx(document(ListBlock(ordered=True, start=3, items=((words("tredje"),),))))
    assert val(part(third, "word/numbering.xml"), "w:num/w:lvlOverride/w:startOverride") == "3"


def test_the_spell_checker_knows_the_language(written: bytes) -> None:
    """The language stands in the defaults of all styles and in the properties; East Asian settings stay as they are."""
    language = one(part(written, "word/styles.xml"), "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    assert language.items() == [(w("val"), "nb-NO")]
    assert docx.Document(io.BytesIO(written)).core_properties.language == "nb-NO"


def test_the_page_is_a4(body: etree._Element) -> None:
    """Not US Letter, which is the default of the library."""
    size = one(body, "w:body/w:sectPr/w:pgSz")
    assert (size.get(w("w")), size.get(w("h"))) == ("11906", "16838")


def test_properties_name_no_person_and_no_time(written: bytes) -> None:
    """The title is there; the author is the library."""
    properties = docx.Document(io.BytesIO(written)).core_properties
    assert properties.title == REPRESENTATIVE.title
    assert (properties.author, properties.last_modified_by) == ("srpp-criteria", "")
    assert (properties.created, properties.modified) == (None, None)


def test_header_and_footer_speak_the_language_of_the_document(written: bytes) -> None:
    """Title and locale above, "Side 1 av 1" with real page fields below."""
    section = docx.Document(io.BytesIO(written)).sections[0]
    assert section.header.paragraphs[0].text == "Kontraktsvilkår for rehabilitering av skolebygg\tNorge, bokmål"
    footer = part(written, "word/footer1.xml")
    assert said(footer) == "Side 1 av 1"
    assert [field.get(w("instr")) for field in footer.iter(w("fldSimple"))] == [" PAGE ", " NUMPAGES "]


def test_table_headers_repeat_and_rows_do_not_split(body: etree._Element) -> None:
    """A long table can be read on every page."""
    table = next(t for t in body.iter(w("tbl")) if "Godtatte standarder" in said(t))
    rows = table.findall("w:tr", NS)
    assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True, False, False]
    assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)
    assert val(table, "w:tblPr/w:tblStyle") == "SRPPTable"
    assert val(table, "w:tblPr/w:tblCaption") == "Dokumentasjon ved tilbud"


def test_a_filled_value_is_a_content_control(body: etree._Element) -> None:
    """The buyer clicks and types; a program finds the value by item and parameter."""
    filled = control(body, TIERS)
    assert said(filled) == "2"
    assert val(filled, "w:sdtPr/w:alias") == "Høyeste antall ledd"
    assert filled.find("w:sdtPr/w:text", NS) is not None
    assert filled.find("w:sdtPr/w:showingPlcHdr", NS) is None


def test_a_choice_is_a_drop_down_list(body: etree._Element) -> None:
    """The options are those of the parameter, and the chosen one is shown."""
    chosen = control(body, SANCTION)
    choices = one(chosen, "w:sdtPr/w:dropDownList")
    assert [(c.get(w("value")), c.get(w("displayText"))) for c in choices] == [
        ("daily-fine", "dagmulkt"),
        ("withholding", "tilbakehold"),
    ]
    assert choices.get(w("lastValue")) == "daily-fine"
    assert said(chosen) == "dagmulkt"


@pytest.mark.parametrize("field", [NOTICE_DAYS, REPORTING], ids=["text", "choice"])
def test_an_unfilled_value_is_marked(written: bytes, body: etree._Element, field: Field) -> None:
    """It shows a prompt in the placeholder style, which is yellow; the first key replaces it."""
    blank = control(body, field)
    assert blank.find("w:sdtPr/w:showingPlcHdr", NS) is not None
    assert val(blank, "w:sdtContent/w:r/w:rPr/w:rStyle") == "PlaceholderText"
    shading = one(part(written, "word/styles.xml"), "w:style[@w:styleId='PlaceholderText']/w:rPr/w:shd")
    assert shading.get(w("fill")) == "FFF0A8"


def test_open_blanks_on_the_first_page_lead_to_their_place(body: etree._Element) -> None:
    """Each entry is a link to a bookmark that stands around the blank."""
    link = next(link for link in body.iter(w("hyperlink")) if said(link) == "Varslingsfrist i dager")
    around = one(body, f".//w:bookmarkStart[@w:name='{link.get(w('anchor'))}']").getnext()
    assert around is not None
    assert val(around, "w:sdtPr/w:tag") == NOTICE_DAYS.name


def test_all_ids_are_unique(body: etree._Element) -> None:
    """Bookmarks and controls, also where one field stands several times."""
    for path in (".//w:bookmarkStart", ".//w:sdtPr/w:id"):
        ids = [element.get(w("id")) or element.get(w("val")) for element in body.findall(path, NS)]
        assert len(ids) == len(set(ids)) > 0


def test_internal_links_find_their_bookmark(body: etree._Element) -> None:
    """No link leads nowhere."""
    targets = {link.get(w("anchor")) for link in body.iter(w("hyperlink"))} - {None}
    assert targets <= {mark.get(w("name")) for mark in body.iter(w("bookmarkStart"))}


def test_nothing_is_fetched_and_nothing_runs(written: bytes) -> None:
    """No picture, font, template or macro: only links a reader may follow point outside."""
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert {name.rsplit(".", 1)[-1] for name in archive.namelist()} == {"xml", "rels"}
        external = [
            relationship.get("Type", "").rsplit("/", 1)[-1]
            for name in archive.namelist()
            if name.endswith(".rels")
            for relationship in etree.fromstring(archive.read(name))
            if relationship.get("TargetMode") == "External"
        ]
    assert set(external) == {"hyperlink"}


def test_the_stamp_is_not_spell_checked(written: bytes, body: etree._Element) -> None:
    """It stands in a small grey style of its own."""
    assert val(paragraph(body, STAMP), "w:pPr/w:pStyle") in ("SRPPStamp", "SRPPCell")
    assert one(part(written, "word/styles.xml"), "w:style[@w:styleId='SRPPStamp']/w:rPr/w:noProof") is not None


def test_only_styles_that_exist_are_used(written: bytes, body: etree._Element) -> None:
    """A misspelt style name would silently become Normal."""
    defined = {style.get(w("styleId")) for style in part(written, "word/styles.xml").iter(w("style"))}
    used = {element.get(w("val")) for tag in ("pStyle", "rStyle", "tblStyle") for element in body.iter(w(tag))}
    assert used <= defined


def test_a_page_break_leaves_no_empty_page(body: etree._Element) -> None:
    """The paragraph after it starts the page itself."""
    assert paragraph(body, "Egenerklæring").find("w:pPr/w:pageBreakBefore", NS) is not None
    assert not body.findall(".//w:br[@w:type='page']", NS)


def test_strong_words_keep_their_fields() -> None:
    """A value inside bold words is bold and still a control."""
    root = part(to_docx(document(words(Strong(run("høyst ", TIERS))))))
    assert one(control(root, TIERS), "w:sdtContent/w:r/w:rPr/w:b") is not None


def test_names_are_cut_where_word_stops_reading() -> None:
    """Word takes 64 characters for tag and title; two long names that begin alike stay apart."""
    long = [Field("x" * 70 + end, "1", label="L" * 100) for end in "ab"]
    root = part(to_docx(document(words(*long))))
    tags = [element.get(w("val")) for element in root.iter(w("tag"))]
    assert tags == [control_tag(field.name) for field in long]
    assert len(set(tags)) == 2
    assert {len(element.get(w("val")) or "") for tag in ("tag", "alias") for element in root.iter(w(tag))} == {64}


def test_a_list_never_offers_the_same_entry_twice() -> None:
    """Word refuses a drop-down list with double entries."""
    field = Field("a.b", "ja", options=(("yes", "ja"), ("yes", "jo"), ("true", "ja"), ("", ""), ("no", "")))
    root = part(to_docx(document(words(field))))
    entries = [(item.get(w("value")), item.get(w("displayText"))) for item in root.iter(w("listItem"))]
    assert entries == [("yes", "ja"), ("no", "no")]


def test_a_clause_that_is_only_a_list_still_has_its_number() -> None:
    """The number stands on a line of its own."""
    listed = NumberedClause(2, (ListBlock(ordered=False, start=1, items=((words("a"),),)),))
    root = part(to_docx(document(Heading(1, "Vilkår"), listed)))
    assert [val(p, "w:pPr/w:pStyle") for p in root.iter(w("p"))] == ["Title", "Heading1", "SRPPClause", "ListBullet"]


def test_a_link_that_is_no_web_address_is_plain_text() -> None:
    """Word repairs files with malformed addresses, and a script must never be one."""
    bad = ("javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://[", "#nowhere", "x" * 3000)
    data = to_docx(document(*(words(Link(target, (Text("her"),))) for target in bad)))
    assert not list(part(data).iter(w("hyperlink")))
    assert said(part(data)).endswith("her" * len(bad))


def test_a_right_to_left_language_turns_the_page() -> None:
    """Paragraphs, tables and section are mirrored."""
    blocks = (words("שלום"), *[b for b in REPRESENTATIVE.blocks if b.__class__.__name__ == "Table"])
    data = to_docx(document(*blocks, language="he-IL", direction=Direction.RIGHT_TO_LEFT))
    assert one(part(data), "w:body/w:sectPr/w:bidi") is not None
    assert part(data).find(".//w:tblPr/w:bidiVisual", NS) is not None
    assert one(part(data, "word/styles.xml"), "w:docDefaults/w:pPrDefault/w:pPr/w:bidi") is not None


def test_a_blank_that_is_listed_but_not_in_the_text_is_no_broken_link() -> None:
    """It is listed as plain words."""
    listed = OpenBlank("a.gone", "Borte", "1")
    root = part(to_docx(document(words("tekst"), open_blanks=(listed,))))
    assert said(paragraph(root, "Borte")) == "Borte"
    assert not list(root.iter(w("hyperlink")))


def test_a_title_and_a_lead_stay_with_what_follows() -> None:
    """No clause title and no "as follows:" is left alone at the foot of a page."""
    listed = ListBlock(ordered=False, start=1, items=((words("a"),),))
    clause = NumberedClause(1, (words("Tittel"), words("Tekst:"), listed, words("Slutt")))
    root = part(to_docx(document(clause)))
    kept = {said(p): p.find("w:pPr/w:keepNext", NS) is not None for p in root.iter(w("p"))}
    assert kept == {"Kontraktsvilkår": False, "Tittel": True, "Tekst:": True, "a": False, "Slutt": False}
