# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from srpp_criteria.source import PoEntry, PoKey, Refusal, parse_po, read_po

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = """\
# SPDX-License-Identifier: CC0-1.0
msgid ""
msgstr ""
"Language: nb\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. The duty itself.
#: criteria/food/fair-wages.yml:12
msgctxt "fair-wages:obligation"
msgid "The contractor pays {rate}."
msgstr "Leverandøren betaler {rate}."

#, fuzzy
#| msgctxt "fair-wages:title"
#| msgid "Wages"
msgctxt "fair-wages:title"
msgid ""
"Fair "
"\\"wages\\"\\n"
"now"
msgstr ""
"Anstendig "
"lønn"

msgid "no context"
msgstr ""

#~ msgctxt "old:title"
#~ msgid "Old"
#~ msgstr "Gammel"
"""


def test_a_catalogue_gives_its_translations_by_context_and_original(tmp_path: Path) -> None:
    """Fuzzy ones are marked, untranslated ones are empty, obsolete ones are gone; each knows its line."""
    (tmp_path / "nb.po").write_bytes(CATALOGUE.encode())

    po = read_po(tmp_path / "nb.po", tmp_path)

    assert po.diagnostics == ()
    assert po.file == "nb.po"
    assert po.header["Language"] == "nb"
    assert dict(po.entries) == {
        PoKey("fair-wages:obligation", "The contractor pays {rate}."): PoEntry(
            "Leverandøren betaler {rate}.", fuzzy=False, line=11
        ),
        PoKey("fair-wages:title", 'Fair "wages"\nnow'): PoEntry("Anstendig lønn", fuzzy=True, line=18),
        PoKey("", "no context"): PoEntry("", fuzzy=False, line=26),
    }


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('msgid "a\nmsgstr "b"\n', "1:7 SRPP108"),
        ('msgid a"\nmsgstr "b"\n', "1:7 SRPP108"),
        ('msgid "a"\nmsgstr "b" c\n', "2:8 SRPP108"),
        ('msgid "a"\nmsgstr "b"\n"c\n', "3:1 SRPP108"),
        ('msgid "a"b"\nmsgstr "b"\n', "1:7 SRPP108"),
        ('msgid "a"\nmsgstr "b\\q"\n', "2:10 SRPP108"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', "3:1 SRPP108"),
        ('msgstr "a"\nmsgid "b"\nmsgstr "c"\n', "1:1 SRPP108"),
        ('msgctxt "a"\nmsgstr "c"\n', "2:1 SRPP108"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "3:1 SRPP108"),
        ('msgid "a"\n# why\nmsgstr "b"\n', "2:1 SRPP108"),
        ('"a"\n', "1:1 SRPP108"),
        ('msgid "a"', "1:1 SRPP108"),
        ('Msgid "a"\nmsgstr "b"\n', "1:1 SRPP108"),
        ('domain "x"\n', "1:1 SRPP108"),
        ('msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\n', "2:1 SRPP108"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "4:1 SRPP113"),
        ('msgctxt "x"\nmsgid "a"\nmsgstr "b"\nmsgctxt "x"\nmsgid "a"\nmsgstr "b"\n', "5:1 SRPP113"),
        ('msgid ""\nmsgstr "Language: nb\\n"\nmsgid ""\nmsgstr "Language: de\\n"\n', "3:1 SRPP113"),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n', "1:1 SRPP104"),
        ('msgid "a"\nmsgstr "pay\u202eyap"\n', "2:12 SRPP106"),
        ('msgid "a"\nmsgstr "wa\u200bges"\n', "2:11 SRPP107"),
    ],
)
def test_what_babel_would_misread_is_refused_where_it_stands(content: str, expected: str) -> None:
    """Babel cuts off letters, merges entries and drops lines without a word; here each gives line, column and code."""
    po = parse_po(content.encode(), file="x.po")

    first = po.diagnostics[0]
    assert f"{first.place.line}:{first.place.column} {first.code}" == expected
    assert first.hint
    assert po.entries == {}


def test_a_header_cannot_ask_for_a_thousand_million_plural_forms() -> None:
    """Babel would make a list of that length; the header is not believed."""
    header = r'"Plural-Forms: nplurals=999999999; plural=0;\nPO-Revision-Date: yesterday\nLanguage: %%\n"'

    po = parse_po(f'msgid ""\nmsgstr {header}\n\nmsgid "a"\nmsgstr "b"\n'.encode(), file="x.po")

    assert po.diagnostics == ()
    assert po.entries[PoKey("", "a")].text == "b"


def test_obsolete_entries_may_repeat_a_live_one() -> None:
    """Weblate keeps the old translation when an original comes back."""
    po = parse_po(b'msgid "a"\nmsgstr "b"\n\n#~ msgid "a"\n#~ msgstr "c"\n', file="x.po")

    assert po.entries == {PoKey("", "a"): PoEntry("b", fuzzy=False, line=1)}


def test_a_catalogue_may_be_larger_than_a_criterion_but_not_without_limit() -> None:
    """8 MiB: a whole language fits, an attack does not."""
    entry = b'msgid "a"\nmsgstr "b"\n# '

    assert parse_po(entry.ljust(8 * 1024 * 1024, b"x"), file="x.po").diagnostics == ()
    (refusal,) = parse_po(entry.ljust(8 * 1024 * 1024 + 1, b"x"), file="x.po").diagnostics
    assert refusal.code == Refusal.TOO_LARGE


_TEXTS = st.text(
    st.characters(codec="utf-8", categories=["L", "Nd", "P", "Sc"], include_characters=' \n\t"\\%{}'), max_size=120
)


@given(messages=st.dictionaries(st.tuples(_TEXTS, _TEXTS.filter(bool)), st.tuples(_TEXTS, st.booleans()), max_size=5))
def test_what_babel_writes_comes_back_as_it_was(messages: dict[tuple[str, str], tuple[str, bool]]) -> None:
    """Quotes, line breaks, long lines that are wrapped, flags: nothing is lost on the way through a file."""
    catalog = Catalog(locale="nb")
    for (context, msgid), (text, fuzzy) in messages.items():
        catalog.add(msgid, text, context=context or None, flags=["fuzzy"] if fuzzy else [])
    file = BytesIO()
    write_po(file, catalog)

    po = parse_po(file.getvalue(), file="nb.po")

    if po.diagnostics:
        # A letter that nobody sees was among them.
        assert {refusal.code for refusal in po.diagnostics} == {Refusal.INVISIBLE}
        return
    assert {key: (entry.text, entry.fuzzy) for key, entry in po.entries.items()} == messages


def test_the_catalogues_of_this_repository_are_in_order(repository: Path) -> None:
    """Real translations, not only examples."""
    for path in sorted((repository / "locales").rglob("*.po")):
        assert read_po(path, repository).diagnostics == ()
