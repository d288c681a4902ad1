# SPDX-License-Identifier: Apache-2.0
"""Catalogues follow the English text: kept, new, or fuzzy; nothing a translator wrote is lost."""

from __future__ import annotations

import gettext
import io
import shutil
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from srpp_criteria.shelf.reading import read_shelf
from srpp_criteria.source import PoKey, parse_po
from srpp_criteria.translations.messages import messages
from srpp_criteria.translations.update import compiled, updated_catalogues

if TYPE_CHECKING:
    from pathlib import Path

    from srpp_criteria.source import PoFile
    from srpp_criteria.translations.catalogues import Coverage

TIERS = "construction-subcontracting-tier-limit"
TITLE = PoKey(f"{TIERS}:title", "Limit on the number of subcontracting tiers")


@pytest.fixture
def checkout(tmp_path: Path, repository: Path) -> Path:
    """The master content and the markets, with the Norwegian and the Austrian catalogues."""
    shutil.copytree(repository / "criteria", tmp_path / "criteria")
    shutil.copytree(repository / "locales" / "markets", tmp_path / "locales" / "markets")
    for language in ("nb", "de_AT"):
        shutil.copytree(repository / "locales" / "languages" / language, tmp_path / "locales" / "languages" / language)
    return tmp_path


def catalogue(checkout: Path, language: str = "nb", domain: str = "construction") -> Path:
    """Where a catalogue lies."""
    return checkout / "locales" / "languages" / language / "LC_MESSAGES" / f"{domain}.po"


def read(checkout: Path, language: str = "nb") -> PoFile:
    """The construction catalogue as the library reads it."""
    return parse_po(catalogue(checkout, language).read_bytes(), file="construction.po")


def update(checkout: Path) -> dict[tuple[str, str], Coverage]:
    """What `make translations` does, and its coverage by language and domain."""
    return {(coverage.language, coverage.domain): coverage for coverage, _ in updated_catalogues(checkout)}


def change_english(checkout: Path, old: str, new: str) -> None:
    """Change words of the tier limit."""
    file = checkout / "criteria" / "construction" / f"{TIERS}.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_message_says_where_it_stands(checkout: Path) -> None:
    """The context is `<item-id>:<part-or-field>`, so that the same words in two places are two messages."""
    contexts = {message.context for message in messages(read_shelf(checkout))}

    assert f"{TIERS}:text.obligation" in contexts
    assert f"{TIERS}:parameters.max_tiers.label" in contexts
    assert "remedy-ladders:labour-rights.title" in contexts
    assert "pack-building-renovation:title" in contexts


def test_translators_are_told_which_messages_are_icu(checkout: Path) -> None:
    """Weblate checks placeholders by the flag; prose without parameters has none."""
    update(checkout)
    catalog = read_po(io.BytesIO(catalogue(checkout).read_bytes()))
    flags = {message.context: message.flags for message in catalog if message.id}

    assert "icu-message-format" in flags[f"{TIERS}:text.obligation"]
    assert "icu-message-format" not in flags[f"{TIERS}:title"]


def test_updating_an_up_to_date_catalogue_changes_no_byte(checkout: Path) -> None:
    """No clock, no line numbers: the same content gives the same file."""
    before = catalogue(checkout).read_bytes()

    update(checkout)

    assert catalogue(checkout).read_bytes() == before


def test_changed_english_turns_its_translation_fuzzy_and_keeps_the_words(checkout: Path) -> None:
    """The translator sees the old words and looks; until then the sentence is not translated."""
    old = read(checkout).entries[TITLE].text
    change_english(checkout, "title: Limit on the number of subcontracting tiers", "title: Limit on tiers")

    coverage = update(checkout)["nb", "construction"]

    entry = read(checkout).entries[PoKey(f"{TIERS}:title", "Limit on tiers")]
    assert (entry.text, entry.fuzzy) == (old, True)
    assert coverage.fuzzy == 1
    assert coverage.translated == coverage.total - 1


def test_a_new_sentence_arrives_empty(checkout: Path) -> None:
    """New words wait for a translator under their own context."""
    change_english(checkout, "watch_outs:\n", "watch_outs:\n    - A mistake nobody made before.\n")

    update(checkout)

    added = PoKey(f"{TIERS}:guidance.watch_outs.1", "A mistake nobody made before.")
    assert added in read(checkout).entries


def test_an_item_waits_for_the_decision_of_a_market(checkout: Path) -> None:
    """A translator is handed the words of an item once a market of the language has a file for it, also in packs."""
    (checkout / "locales" / "markets" / "NO" / f"{TIERS}.yml").unlink()
    update(checkout)
    without = {message.context for message in read_po(io.BytesIO(catalogue(checkout).read_bytes())) if message.id}
    packs = catalogue(checkout, domain="packs").read_text(encoding="utf-8")

    assert f"{TIERS}:title" not in without
    assert f":items.{TIERS}.why" not in packs
    assert "construction-clause-apprentice-hours:title" in without


def test_a_language_without_a_market_gets_every_word(checkout: Path) -> None:
    """Nobody can say yet which items it will want."""
    catalogue(checkout, "lt").parent.mkdir(parents=True)
    coverage = update(checkout)

    assert coverage["lt", "construction"].total > coverage["nb", "construction"].total
    assert coverage["lt", "construction"].translated == 0


def test_a_translation_is_never_guessed_from_other_words(checkout: Path) -> None:
    """A new sentence that resembles an old one gets no borrowed translation."""
    change_english(checkout, "  - id: what-counts\n", "  - id: what-does-count\n")

    update(checkout)

    moved = [entry for key, entry in read(checkout).entries.items() if key.context == f"{TIERS}:text.what-does-count"]
    assert [entry.text for entry in moved] == [""]


def test_a_variant_gets_no_empty_messages(checkout: Path) -> None:
    """de_AT holds only what differs from de; it has nothing to be filled in."""
    coverage = update(checkout)["de_AT", "construction"]

    assert coverage.translated == coverage.total > 0


def test_a_damaged_catalogue_is_reported_and_left_alone(checkout: Path) -> None:
    """What a translator wrote is not thrown away because a quotation mark is missing."""
    damaged = catalogue(checkout).read_bytes().replace(b'msgstr "', b"msgstr ", 1)
    catalogue(checkout).write_bytes(damaged)

    found = [diagnostic for _, diagnostics in updated_catalogues(checkout) for diagnostic in diagnostics]

    assert [(d.place.file, d.code) for d in found] == [("locales/languages/nb/LC_MESSAGES/construction.po", "SRPP108")]
    assert catalogue(checkout).read_bytes() == damaged


def test_compiled_catalogues_hold_the_translations(checkout: Path) -> None:
    """Any gettext tool finds the Norwegian title under its context."""
    written = list(compiled(checkout))

    assert "locales/languages/nb/LC_MESSAGES/construction.mo" in written
    with catalogue(checkout).with_suffix(".mo").open("rb") as file:
        norwegian = gettext.GNUTranslations(file)
    assert norwegian.pgettext(TITLE.context, TITLE.msgid) == read(checkout).entries[TITLE].text
