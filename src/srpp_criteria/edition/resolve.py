# SPDX-License-Identifier: Apache-2.0
"""Read the shelf as one market and one language do: a list of pure steps that one can see.

No clock, no files, no logging: the same shelf and locale give the same edition.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from srpp_criteria._version import __version__
from srpp_criteria.edition.adapt import adapt_to_market
from srpp_criteria.edition.complete import drop_incomplete, drop_malformed, put_in_ladders
from srpp_criteria.edition.draft import WHOLE, Draft, DraftEntry, Origin
from srpp_criteria.edition.entry import EditionData, Entry, Missing, Reason, ScoringMethodWords
from srpp_criteria.edition.ladders import LocalLadder, local_ladders
from srpp_criteria.edition.law import LawOfEdition
from srpp_criteria.edition.locale import Locale
from srpp_criteria.edition.region import extended
from srpp_criteria.edition.released import entry_of
from srpp_criteria.edition.stamp import fingerprint
from srpp_criteria.edition.translate import catalogues_of, find, translate, translated
from srpp_criteria.edition.unfit import fault_of
from srpp_criteria.errors import UnknownLocale, UnreadableRelease
from srpp_criteria.models.item import Status
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.source import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from srpp_criteria.models.market import Market
    from srpp_criteria.models.pack import Pack
    from srpp_criteria.models.registers import Ladder
    from srpp_criteria.shelf.catalogue import Catalogue
    from srpp_criteria.shelf.shelf import Shelf

FEWEST_IN_A_PACK = 3

KEEPS_THE_OLD_TEXT = (Reason.STALE, Reason.INCOMPLETE)
"""A national decision or a translation that waits for somebody; meanwhile the text that was released last is shown."""

Origins = dict[str, "Mapping[str, Origin]"]
"""For each entry, where its changed values came from, by address."""


def resolve(shelf: Shelf, tag: str) -> tuple[EditionData, Origins]:
    """The edition of a locale, and for every changed value of every entry where it came from.

    Raises:
        UnknownLocale: no market publishes this locale.
    """
    if tag not in shelf.locales:
        raise UnknownLocale(tag, shelf.locales)
    locale = Locale.parse(tag)
    with uncollected():
        return _resolved(shelf, locale)


def before_market(shelf: Shelf, tag: str) -> EditionData:
    """What a locale would read if its market had changed nothing: the text a market's changes are compared with.

    Raises:
        UnknownLocale: no market publishes this locale.
    """
    if tag not in shelf.locales:
        raise UnknownLocale(tag, shelf.locales)
    with uncollected():
        return _resolved(shelf, replace(Locale.parse(tag), adapted=False))[0]


def gloss(shelf: Shelf, market: str) -> EditionData:
    """The edition of a market in English, for readers who know no language of it; never published as an edition."""
    with uncollected():
        return _resolved(shelf, Locale(f"{MASTER}-{market}", MASTER, market))[0]


def _resolved(shelf: Shelf, locale: Locale) -> tuple[EditionData, Origins]:
    draft = Draft({name: DraftEntry(item.value) for name, item in shelf.items.items()})
    draft = translate(draft, shelf, locale)
    draft = adapt_to_market(draft, shelf, locale)
    ladders = local_ladders(shelf, locale)
    draft = put_in_ladders(draft, ladders, shelf, locale)
    draft = drop_incomplete(draft)
    draft = drop_malformed(draft, shelf)
    released = [_last_released(lack, shelf, locale) for lack in draft.missing if lack.reason in KEEPS_THE_OLD_TEXT]
    kept = {entry.id: (entry, origin) for entry, origin in filter(None, released)}
    origins: Origins = {name: entry.origins for name, entry in draft.entries.items()}
    origins |= {name: {WHOLE: origin} for name, (_, origin) in kept.items()}
    return _finished(draft, [entry for entry, _ in kept.values()], ladders, shelf, locale), origins


def _finished(
    draft: Draft, kept: Iterable[Entry], ladders: Mapping[str, LocalLadder], shelf: Shelf, locale: Locale
) -> EditionData:
    catalogues = catalogues_of(shelf, locale)
    words = interface_words(shelf, catalogues, locale)
    markets = [shelf.markets[name].value for name in locale.markets if name in shelf.markets]
    law = law_of(shelf, locale, markets, catalogues, words)
    entries, missing = [], []
    for entry in draft.entries.values():
        finished = _entry(entry, shelf, locale, law)
        if isinstance(finished, Missing):
            missing.append(finished)
        else:
            entries.append(finished)
    entries += kept
    missing += draft.missing
    entries.sort(key=lambda e: e.id)
    registers = shelf.registers
    names = {entry.id for entry in entries}
    return EditionData(
        locale=locale.tag,
        language=locale.language,
        market=extended(markets),
        library_version=__version__,
        status=markets[-1].status if markets else Status.DRAFT,
        words=words,
        entries=tuple(entries),
        missing=tuple(sorted(missing, key=lambda m: m.item)),
        packs=tuple(_packs((pack.value for pack in shelf.packs.values()), names, catalogues, locale)),
        topics={k: _word(catalogues, locale, f"topics:{k}.title", t.title) for k, t in registers.topics.items()},
        bands={k: _word(catalogues, locale, f"bands:{k}.title", b.title) for k, b in registers.bands.items()},
        scoring_methods={
            k: ScoringMethodWords(
                title=_word(catalogues, locale, f"scoring-methods:{k}.title", m.title),
                formula=_word(catalogues, locale, f"scoring-methods:{k}.formula", m.formula),
            )
            for k, m in registers.scoring_methods.items()
        },
        standards={key: standard.short for key, standard in registers.standards.items()},
        ladders=tuple(_ladders(ladders)),
    )


def _entry(entry: DraftEntry, shelf: Shelf, locale: Locale, law: LawOfEdition) -> Entry | Missing:
    item = entry.item
    keys = list(dict.fromkeys(item.legal_basis))
    citations = [law.citation(key) for key in keys]
    uncited = [key for key, citation in zip(keys, citations, strict=True) if citation is None]
    if uncited:
        says = f'the law "{uncited[0]}" cannot be cited in {locale.tag} (unknown key, or no words in the language)'
        return Missing(
            item=item.id, reason=Reason.INCOMPLETE, says=says, fields=tuple(f"legal_basis.{k}" for k in uncited)
        )
    sha256 = fingerprint(item, entry.ladder, locale.tag)
    return Entry(
        item=item,
        locale=locale.tag,
        revision=_revision(shelf, item.id, item.version, locale.tag, sha256),
        sha256=sha256,
        citations=tuple(citation for citation in citations if citation is not None),
        ladder=entry.ladder,
        adaptations=entry.adaptations,
        mandatory=entry.mandatory,
    )


def _revision(shelf: Shelf, item: str, version: str, locale: str, sha256: str) -> int:
    """1 for a text never released; the released number for the same text; the next one for a better text."""
    released = [line for line in shelf.register.lines_of(item, locale) if line.version == version]
    for line in released:
        if line.sha256 == sha256:
            return line.revision
    return max((line.revision for line in released), default=0) + 1


def _last_released(lack: Missing, shelf: Shelf, locale: Locale) -> tuple[Entry, Origin] | None:
    """Waiting work does not take a text away: readers keep the last one that was released, and are told why."""
    released = shelf.register.lines_of(lack.item, locale.tag)
    if not released:
        return None
    try:
        entry = entry_of(released[-1].text)
    except UnreadableRelease:
        return None  # it stays missing; that the register is damaged is said by the checks
    return entry.model_copy(update={"note": lack.says}), Origin("published", released[-1].place)


def interface_words(shelf: Shelf, catalogues: list[Catalogue], locale: Locale) -> dict[str, str]:
    """Headings and labels in the language; what is not translated is not there, and is reported by the checks."""
    words = {}
    for key, word in shelf.registers.interface.items():
        text = word.text if not locale.catalogues else None
        found = find(catalogues, f"interface:{key}.text", word.text)
        if found is not None:
            text = found.text
        if text is not None:
            words[key] = text
    return words


def law_of(
    shelf: Shelf, locale: Locale, markets: list[Market], catalogues: list[Catalogue], words: Mapping[str, str]
) -> LawOfEdition:
    """The law as the locale cites it."""
    shorts: dict[str, str] = {}
    for register, act in shelf.registers.acts_by_register:
        found = find(catalogues, f"{register}:{act.key}.short", act.short)
        if found is not None:
            shorts[act.key] = found.text
        elif not locale.catalogues:
            shorts[act.key] = act.short
    return LawOfEdition(shelf.registers, markets, locale, shorts, words)


def _word(catalogues: list[Catalogue], locale: Locale, context: str, english: str) -> str:
    """A name of a register in the language; its key's English stays only in the master edition."""
    found = find(catalogues, context, english)
    return found.text if found is not None else (english if not locale.catalogues else "")


def _packs(packs: Iterable[Pack], names: set[str], catalogues: list[Catalogue], locale: Locale) -> Iterable[Pack]:
    """Packs in the language, with the items this edition holds; a pack of fewer than three is none."""
    for pack in packs:
        items = tuple(entry for entry in pack.items if entry.item in names)
        if len(items) < FEWEST_IN_A_PACK:
            continue
        shown, untranslated, _ = (
            translated(pack, f"pack-{pack.id}:", catalogues) if locale.catalogues else (pack, frozenset(), {})
        )
        left = {address for address in untranslated if not address.startswith("items.")} | {
            address for address in untranslated for entry in items if address == f"items.{entry.item}.why"
        }
        if not left and fault_of(shown) is None:
            yield shown.model_copy(update={"items": tuple(e for e in shown.items if e.item in names)})


def _ladders(ladders: Mapping[str, LocalLadder]) -> Iterable[Ladder]:
    """The ladders that are whole in the language, for organisations that choose another one."""
    for local in ladders.values():
        # The clauses on a ladder with a misfit fell out and say why.
        if local.misfit is None and not local.untranslated and fault_of(local.ladder) is None:
            yield local.ladder
