# SPDX-License-Identifier: Apache-2.0
"""SRPP5xx, translations: a sentence in another language takes the same values and no other markup.

SRPP501: the placeholders of a translation are not those of the English text. SRPP502: a published language lacks words
of the library itself, so that no document can be written in it. SRPP503: a translated start value does not fit its
field. SRPP504: a published language has no words for the drafting checks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.checks.takes import takes_of
from srpp_criteria.diagnostics import Diagnostic, Place, Severity
from srpp_criteria.edition.locale import Locale
from srpp_criteria.edition.resolve import interface_words
from srpp_criteria.edition.translate import catalogues_of
from srpp_criteria.models.names import LadderKey
from srpp_criteria.models.parameter import TextParameter
from srpp_criteria.models.words import words_of
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.wording import MessageError, check_markup, check_message, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from srpp_criteria.models.base import Model
    from srpp_criteria.shelf.catalogue import Catalogue
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.wording import Takes


def check_catalogue(catalogue: Catalogue, shelf: Shelf) -> Iterator[Diagnostic]:
    """SRPP501: another set of placeholders; SRPP140 to SRPP159: wording that is wrong in this language."""
    translated: list[tuple[str, Model, Mapping[str, Takes]]] = [
        (name, item.value, takes_of(item.value.parameters)) for name, item in shelf.items.items()
    ]
    translated += [
        (f"remedy-ladders:{key}", ladder, takes_of(ladder.parameters))
        for key, ladder in shelf.registers.ladders.items()
    ]
    for context, model, takes in translated:
        for words in words_of(model):
            address = (
                f"{context}.{words.address}" if context.startswith("remedy-ladders:") else f"{context}:{words.address}"
            )
            found = catalogue.find(address, words.text)
            if found is None:
                continue
            if words.message:
                yield from _message(words.text, found.text, found.place, catalogue.language, takes)
            for fault in check_markup(found.text):
                yield Diagnostic(found.place, fault.code, fault.says, fault.hint)
    yield from _defaults_that_fit(catalogue, shelf)


def _defaults_that_fit(catalogue: Catalogue, shelf: Shelf) -> Iterator[Diagnostic]:
    """SRPP503: the words that stand in a text field by themselves must fit into it in every language."""
    for name, item in shelf.items.items():
        for parameter, value in item.value.parameters.items():
            if not isinstance(value, TextParameter) or value.default is None:
                continue
            found = catalogue.find(f"{name}:parameters.{parameter}.default", value.default)
            if found is not None and len(found.text) > value.maximum_length:
                says = f"the start value has {len(found.text)} characters (at most {value.maximum_length})"
                yield Diagnostic(found.place, "SRPP503", says, "shorten the translation")


def check_ladders(shelf: Shelf) -> Iterator[Diagnostic]:
    """SRPP140 to SRPP159: the wording of the remedy ladders, which is contract text like that of items."""
    register = shelf.registers.files.get("remedy-ladders")
    if register is None:
        return
    ladders = shelf.registers.ladders
    for words in words_of(register.value):
        key = words.address.split(".")[1]
        if words.message and key in ladders:
            for fault in check_message(
                words.text, locale=MASTER, parameters=takes_of(ladders[LadderKey(key)].parameters)
            ):
                yield Diagnostic(register.place(words.path), fault.code, fault.says, fault.hint)
        for fault in check_markup(words.text):
            yield Diagnostic(register.place(words.path), fault.code, fault.says, fault.hint)


def check_interface(shelf: Shelf) -> Iterator[Diagnostic]:
    """SRPP502: without a heading in its language a tender cannot be written."""
    register = shelf.registers.files.get("interface")
    if register is None:
        return
    for tag in shelf.locales:
        locale = Locale.parse(tag)
        words = interface_words(shelf, catalogues_of(shelf, locale), locale)
        needed = [*shelf.registers.interface, f"locale-{tag.lower()}"]
        missing = list(dict.fromkeys(key for key in needed if key not in words))
        if missing:
            says = f"{len(missing)} words of the library have no translation for {tag}, the first is {missing[0]}"
            yield Diagnostic(register.place(), "SRPP502", says, "translate registers.po of that language")


def check_drafting_words(shelf: Shelf) -> Iterator[Diagnostic]:
    """SRPP504: without its words a language is not read by the drafting checks, and nobody would notice."""
    register = shelf.registers.files.get("drafting")
    if register is None:
        return
    for language in dict.fromkeys(Locale.parse(tag).language for tag in shelf.locales):
        if language not in shelf.registers.drafting:
            says = f"there are no words of the drafting checks for the language {language}"
            hint = "add an entry for it; whoever writes the language knows them"
            yield Diagnostic(register.place(), "SRPP504", says, hint, Severity.WARNING)


def _message(english: str, text: str, place: Place, language: str, takes: Mapping[str, Takes]) -> Iterator[Diagnostic]:
    for fault in check_message(text, locale=language, parameters=takes):
        yield Diagnostic(place, fault.code, fault.says, fault.hint)
    try:
        wanted, given = set(parse(english).arguments), set(parse(text).arguments)
    except MessageError:
        return  # SRPP140 says so
    for name in sorted(wanted - given):
        yield Diagnostic(
            place,
            "SRPP501",
            f"the translation leaves out {{{name}}}",
            "every placeholder of the English text is needed",
        )
    for name in sorted(given - wanted):
        yield Diagnostic(
            place, "SRPP501", f"the English text has no {{{name}}} here", "use the placeholders of the English text"
        )
