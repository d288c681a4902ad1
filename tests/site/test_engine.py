# SPDX-License-Identifier: Apache-2.0
"""What the browser fills in and writes is what Python fills in and writes, to the last space."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree
from tests.site.engine import Engine
from tests.site.values import HOSTILE, variants

from srpp_criteria import Library
from srpp_criteria.documents.archive import unsealed
from srpp_criteria.documents.compose import item_document, tender_document
from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.docx_inlines import control_tag
from srpp_criteria.documents.fillable import fillable
from srpp_criteria.documents.markdown import to_markdown
from srpp_criteria.documents.plain import to_text
from srpp_criteria.documents.printable import one_line, printable, web_address
from srpp_criteria.edition.tender import tender_of
from srpp_criteria.models.names import ParameterName
from srpp_criteria.models.tender_file import TenderFile
from srpp_criteria.models.words import with_words
from srpp_criteria.wording import clean_value, parse_markup, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from srpp_criteria import Edition
    from srpp_criteria.documents.document import Document
    from srpp_criteria.edition.tender import Tender

LOCALES = ("en", "nb-NO", "de-AT", "nl-BE", "fr-BE")
TIERS = "construction-subcontracting-tier-limit"
AWARD = "construction-award-extra-training-hours"


@pytest.fixture(scope="module")
def library(repository: Path) -> Library:
    """The real library, from its files."""
    return Library.load(repository)


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Iterator[Engine]:
    """The engine in a page."""
    page = browser.new_page()
    yield Engine(page)
    page.close()


@pytest.fixture(params=LOCALES, scope="module")
def edition(library: Library, engine: Engine, request: pytest.FixtureRequest) -> Edition:
    """Each published edition, which the engine has read."""
    edition = library.edition(request.param)
    engine.read(edition)
    return edition


@pytest.fixture
def english(library: Library, engine: Engine) -> Edition:
    """The master edition, which the engine has read."""
    edition = library.edition("en")
    engine.read(edition)
    return edition


def tender(edition: Edition, items: list[tuple[str, dict[str, Any]]], **more: Any) -> Tender:
    """A tender of Python with these items and values."""
    listed = [{"item": item, "parameters": values, **more} for item, values in items]
    file = {"srpp": 1, "title": "Rénovation <b> & Cie", "locale": edition.locale, "items": listed}
    return tender_of(TenderFile.model_validate_json(json.dumps(file)), edition)


def canonical(xml: str | bytes) -> bytes:
    """XML without what makes no difference."""
    root = etree.fromstring(xml.encode() if isinstance(xml, str) else xml)
    if root.tag.endswith("}Relationships"):
        root[:] = sorted(root, key=lambda each: str(each.get("Id")))
    written: bytes = etree.tostring(root, method="c14n")
    return written


def assert_same_file(found: dict[str, str], document: Document) -> None:
    """Every part of the browser's Word file is the part that Python writes."""
    wanted = unsealed(to_docx(document))
    assert set(found) == set(wanted)
    for part, content in wanted.items():
        assert canonical(found[part]) == canonical(content), part


# --- texts


def test_every_item_says_the_same_with_every_kind_of_value(edition: Edition, engine: Engine) -> None:
    """Defaults, limits, singular and plural, each answer, hostile words: one text, one Markdown, one list of blanks."""
    cases = [(entry, values) for entry in edition for values in variants(entry)]
    found = engine.each("item", [[entry.id, values] for entry, values in cases])

    for (entry, values), browser in zip(cases, found, strict=True):
        filled = entry.fill(**values)
        document = item_document(filled, edition)
        told = f"{edition.locale} {entry.id} {values}"
        parts = [
            [part.id, part.title, plain_text(parse_markup(filled.marked(part.text)))]
            for part in entry.item.text
            if part.when is None or filled.holds(part.when)
        ]
        assert browser["problems"] == [], told
        assert browser["parts"] == parts, told
        assert browser["blanks"] == [blank.name for blank in filled.blanks], told
        assert browser["markdown"] == to_markdown(document), told
        assert browser["text"] == to_text(document), told


def test_the_number_of_cases_is_not_by_accident_small(library: Library) -> None:
    """Hundreds of texts, and among them all that values can choose."""
    assert sum(len(variants(entry)) for locale in LOCALES for entry in library.edition(locale)) > 800


def test_a_text_to_paste_has_the_words_of_the_document_and_no_frame(english: Edition, engine: Engine) -> None:
    """Plain text of one item without title page and notice of status."""
    (found,) = engine.each("item", [[TIERS, {}]])

    assert found["bare"].startswith(f"1 {english[TIERS].title}\n")
    assert found["bare"].rstrip() in found["text"]
    assert english.data.words["status-draft"] not in found["bare"]


def test_a_value_that_does_not_fit_never_gets_into_the_text(english: Edition, engine: Engine) -> None:
    """Its place is an open blank, and the problem is named."""
    (found,) = engine.each("item", [[TIERS, {"max_tiers": 9, "nonsense": 1}]])

    assert found["problems"] == [["nonsense", "no-such-value"], ["max_tiers", "above-maximum"]]
    assert found["blanks"] == ["max_tiers"]
    assert f"at most [{english[TIERS].parameters['max_tiers'].label}] tiers" in found["parts"][0][2]


def test_a_value_that_the_law_fixes_stays(library: Library, engine: Engine) -> None:
    """Whoever gives another one is told; the text keeps the law's."""
    locked = [
        (edition, entry, name)
        for edition in map(library.edition, LOCALES)
        for entry in edition
        for name, parameter in entry.parameters.items()
        if parameter.locked
    ]
    assert locked
    for edition, entry, name in locked:
        engine.read(edition)
        default = entry.parameters[name].default
        other = not default if isinstance(default, bool) else 10**6 if isinstance(default, int | float) else "other"
        with_default, with_other = engine.each("item", [[entry.id, {}], [entry.id, {name: other}]])
        assert with_other["problems"] == [[name, "locked"]]
        assert with_other["text"] == with_default["text"]


# --- Word


@pytest.mark.parametrize("number", [1, 2])
def test_the_word_file_of_a_tender_is_the_same(edition: Edition, engine: Engine, number: int) -> None:
    """All items at once: body, header, footer, numbering, links, properties; with stamps, reasons and log, and bare."""
    items = [(entry.id, variants(entry)[number]) for entry in edition]
    reason = "Because <it> is *so*." if number % 2 else None
    left = items.pop()[0] if number % 2 else None
    made = tender(edition, items, reason=reason)
    if left:
        rest = tender(edition, [(left, {})], decision="left")
        made = type(made)(made.title, edition, made.sections, rest.left)
    given = {
        "title": made.title,
        "taken": [[item, values, reason] for item, values in items],
        "left": [{"title": one.entry.title} for one in made.left],
        "stamps": number < 2,
        "log": number < 2,
    }
    document = tender_document(made, stamps=number < 2, log=number < 2)

    assert_same_file(engine.call("word", given), document)
    assert engine.call("markdownOfTender", given) == to_markdown(document)


def test_the_word_file_of_one_item_is_the_same(edition: Edition, engine: Engine) -> None:
    """One heading higher, without contents; one item of each kind."""
    kinds = {entry.item.kind: entry for entry in edition}
    for entry in kinds.values():
        values = variants(entry)[1]
        given = {"title": None, "taken": [[entry.id, values, None]], "left": []}
        assert_same_file(engine.call("word", given), item_document(entry.fill(**values), edition))


def test_lists_links_emphasis_and_long_names_are_the_same_in_word(library: Library, engine: Engine) -> None:
    """What today's texts do not use, tomorrow's may."""
    edition = library.edition("en")
    entry = edition[TIERS]
    rich = (
        "The *list* of **{max_tiers, plural, one {# tier} other {# *whole* tiers}}** "
        "[is here](https://example.org/å?b=c&d"
        ").\n\n3. three\n4. four\n   - deep\n\n     more\n   - [deeper](mailto:a@example.org)\n\n"
        "- again\\\n  broken\n\n"
        "1. new count {agency_counts_as_tier, select, true {} other {, _or_ ''not''}} \n\n"
        "{agency_counts_as_tier, select, true {Also here. } other {}}End"
    )
    long = "a" * 60
    item = with_words(entry.item, {"text.obligation": rich}).model_copy(
        update={"parameters": {**entry.item.parameters, long: entry.item.parameters[ParameterName("max_tiers")]}}
    )
    item = with_words(item, {"text.documentation": f"{{{long}}} and again {{{long}}}."})
    odd = entry.model_copy(update={"item": item})
    assert {part.id for part in entry.item.text} >= {"obligation", "documentation"}
    data = edition.data.model_copy(
        update={"entries": tuple(odd if one.id == TIERS else one for one in edition.data.entries)}
    )
    edition = type(edition)(data, edition.provenance)
    engine.read(edition)

    for values in ({}, {"max_tiers": 1, "agency_counts_as_tier": True}, {"max_tiers": 3, long: 2}):
        made = tender(edition, [(TIERS, values)])
        given = {"title": made.title, "taken": [[TIERS, values, None]], "left": [], "stamps": True}
        assert_same_file(engine.call("word", given), tender_document(made))
        assert engine.call("markdownOfTender", given) == to_markdown(tender_document(made))


@pytest.mark.parametrize(
    "text",
    [
        *HOSTILE,
        "",
        "x" * 65,
        "ø" * 70,
        "𝔘" * 64,
        "𝔘" * 65,
        "https://example.org/a<b?q=å#c",
        "https://user@example.org/",
        "HTTPS://EXAMPLE.org:80/%e2%80%aeabc",
        "https://example.org/%zz%41",
        "javascript:alert(1)",
        "mailto:a.b+c@example.org",
        "mailto:a@b?subject=x",
        "http://example.org/\u00a0x",
        "a\r\nb\rc\x85d\x00e\x7f",
    ],
)
def test_what_may_stand_on_paper_is_the_same(engine: Engine, text: str) -> None:
    """Printable text, lines, values, addresses and the names of Word's fields."""
    wanted = [printable(text), one_line(text), clean_value(text), web_address(text), control_tag(text)]

    assert engine.call("onPaper", text) == wanted


# --- rich text


def test_rich_text_is_made_of_semantic_tags_only(edition: Edition, engine: Engine) -> None:
    """Whatever the words are: no script, no style, no handler, no address but to the web."""
    cases = [[entry.id, values] for entry in edition for values in variants(entry)]
    allowed = {"p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "blockquote", "small"}
    allowed |= {"h2", "h3", "h4", "h5", "h6", "mark", "em", "strong", "br", "a", "hr"}

    for found in engine.each("item", cases):
        for tag in re.findall(r"<[^>]*>", found["html"]):
            assert re.fullmatch(
                r'</?([a-z0-9]+)(?: start="\d+"| scope="(?:col|row)"| href="(?:https?:|mailto:)[^"<>]*")?>', tag
            ), tag
            assert re.split(r"\W", tag.lstrip("</"))[0] in allowed, tag


# --- what cannot be filled in afterwards


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{max_tiers, plural, one {- a\n- b} other {c}}", "paragraphs or a list"),
        ("{max_tiers, plural, one {a\n\nb} other {c}}", "paragraphs or a list"),
        ("{agency_counts_as_tier, plural, other {x}}", "no plural can choose by it"),
        ("{max_tiers, select, other {x}}", "no select can choose by it"),
        ("{nobody}", 'no parameter "nobody"'),
    ],
)
def test_words_that_would_need_a_parser_in_the_browser_are_refused(library: Library, text: str, says: str) -> None:
    """With the template in the answer. That none of the library is such is shown by every test above."""
    edition = library.edition("en")
    entry = edition[TIERS]
    odd = entry.model_copy(update={"item": with_words(entry.item, {"text.obligation": text})})

    with pytest.raises(ValueError, match=says):
        fillable(odd, edition)
