# SPDX-License-Identifier: Apache-2.0
"""SRPP5xx, markets and overlays: national changes fit the base text, the law and the languages of the market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.checks.registry import MARKET_CHECKS, OVERLAY_CHECKS, Finding, check
from srpp_criteria.checks.takes import takes_of
from srpp_criteria.diagnostics import Severity
from srpp_criteria.edition.adapt import adapted, is_stale
from srpp_criteria.edition.draft import DraftEntry
from srpp_criteria.edition.locale import Locale
from srpp_criteria.edition.region import extended
from srpp_criteria.edition.unfit import UnfitOverlay
from srpp_criteria.models.item import Clause
from srpp_criteria.models.parameter import MoneyParameter
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.wording import check_markup, check_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from srpp_criteria.models.market import Market
    from srpp_criteria.models.overlay import Overlay
    from srpp_criteria.models.words import Path
    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.shelf.shelved import Shelved


def languages_of(market: Market) -> list[str]:
    """The languages a market publishes in, and English for the gloss."""
    return list(dict.fromkeys([*(Locale.parse(locale).language for locale in market.locales), MASTER]))


@check(MARKET_CHECKS, "SRPP530", "market-key-unknown")
def market_key_unknown(market: Market, shelf: Shelf) -> Iterator[Finding]:
    """A market sheet names an act, provision, fact, source or EU article that does not exist.

    ## Why it matters
    The citation in the tender would be empty or wrong.

    ## How to mend it
    Correct the key, or enter what is missing.

    ## Wrong
    ```yaml
    # locales/markets/NO/market.yml
    transposition:
      - {eu: eu-2014-24-art-70, national: [no-act-2]}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/market.yml
    transposition:
      - {eu: eu-2014-24-art-70, national: [no-act-1]}
    ```
    """
    whole = _sheet(market.market, shelf) or market
    acts = {act.key for act in whole.acts}
    provisions = {provision.key for provision in whole.provisions}
    sources = {source.key for source in market.sources}
    facts = {fact.key for fact in whole.facts}
    for position, provision in enumerate(market.provisions):
        if provision.act not in acts:
            yield Finding(("provisions", position, "act"), f'there is no act "{provision.act}"', "enter it under acts")
    for position, entry in enumerate(market.transposition):
        if entry.eu not in shelf.registers.articles and entry.eu not in shelf.registers.acts:
            yield Finding(("transposition", position, "eu"), f'there is no law "{entry.eu}"', "see registers/laws.yml")
        for number, key in enumerate(entry.national):
            if key not in provisions:
                yield Finding(
                    ("transposition", position, "national", number),
                    f'there is no provision "{key}"',
                    "enter it under provisions",
                )
    for position, duty in enumerate(market.duties):
        for number, key in enumerate(duty.legal_basis):
            if key not in provisions and key not in acts:
                yield Finding(
                    ("duties", position, "legal_basis", number),
                    f'there is no provision "{key}"',
                    "enter it under provisions",
                )
        for number, key in enumerate(duty.facts):
            if key not in facts:
                yield Finding(
                    ("duties", position, "facts", number), f'there is no fact "{key}"', "enter it under facts"
                )
    for field, position, value in _sourced(market):
        key = value.source  # type: ignore[attr-defined]
        if key is not None and key not in sources:
            yield Finding((field, position, "source"), f'there is no source "{key}"', "enter it under sources")
    for position, fact in enumerate(market.facts):
        for number, dated in enumerate(fact.values):
            if dated.source is not None and dated.source not in sources:
                yield Finding(
                    ("facts", position, "values", number, "source"),
                    f'there is no source "{dated.source}"',
                    "enter it under sources",
                )


@check(MARKET_CHECKS, "SRPP534", "region-without-its-country")
def region_without_its_country(market: Market, shelf: Shelf) -> Iterator[Finding]:
    """A region does not say which country it extends, or a country says that it extends another market.

    ## Why it matters
    The law, facts and decisions of the country hold in the region too; whoever reads the sheet must see it.

    ## How to mend it
    Write the country's code, the first two letters of the region's, under `extends`; a country has none.

    ## Wrong
    ```yaml
    # locales/markets/NO/market.yml
    extends: SE
    ```

    ## Right
    ```yaml
    # locales/markets/NO/market.yml
    extends: null
    ```
    """
    country, dash, _ = market.market.partition("-")
    wanted = country if dash else None
    if market.extends != wanted:
        hint = f"write extends: {wanted}" if wanted else "delete extends"
        yield Finding(("extends",), f"{market.market} extends {market.extends or 'nothing'}", hint)
    elif wanted is not None and wanted not in shelf.markets:
        yield Finding(("extends",), f'there is no market "{wanted}"', "write the sheet of the country first")


@check(MARKET_CHECKS, "SRPP531", "market-language-missing")
def market_language_missing(market: Market, _: Shelf) -> Iterator[Finding]:
    """A citation or name is missing in a language that the market publishes.

    ## Why it matters
    Items that cite it fall out of that edition.

    ## How to mend it
    Write the words in every language of the market's locales, and an English gloss.

    ## Wrong
    ```yaml
    # locales/markets/NO/market.yml
    provisions:
      - {key: no-act-1, act: no-act, cite: {en: section 1}, seen: null}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/market.yml
    provisions:
      - {key: no-act-1, act: no-act, cite: {nb: § 1, en: section 1}, seen: null}
    ```
    """
    languages = languages_of(market)
    fields: list[tuple[Path, Mapping[str, str]]] = [(("name",), market.name)]
    fields += [(("provisions", n, "cite"), p.cite) for n, p in enumerate(market.provisions)]
    fields += [(("acts", n, "short"), a.short) for n, a in enumerate(market.acts)]
    fields += [(("facts", n, "label"), f.label) for n, f in enumerate(market.facts)]
    fields += [(("duties", n, "title"), d.title) for n, d in enumerate(market.duties)]
    yield from _missing_languages(fields, languages)


@check(MARKET_CHECKS, "SRPP533", "ladder-figure-unknown")
def ladder_figure_unknown(market: Market, shelf: Shelf) -> Iterator[Finding]:
    """A market changes a figure that a remedy ladder does not have, or leaves an amount in a foreign currency.

    ## Why it matters
    The buyer would sign an amount that nobody meant.

    ## How to mend it
    Name ladders and figures of registers/remedy-ladders.yml; give every amount in the market's currency.

    ## Wrong
    ```yaml
    # locales/markets/NO/market.yml
    ladder_parameters:
      standard:
        remedy_weeks: {default: 2, reason: Holidays.}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/market.yml
    ladder_parameters:
      standard:
        remedy_days: {default: 10, reason: Holidays.}
    ```
    """
    for key, changes in market.ladder_parameters.items():
        ladder = shelf.registers.ladders.get(key)
        for name in changes:
            if ladder is None or name not in ladder.parameters:
                yield Finding(
                    ("ladder_parameters", key, name),
                    f'there is no figure "{name}" of a ladder "{key}"',
                    "correct the names",
                )
    for ladder in shelf.registers.ladders.values():
        for name, parameter in ladder.parameters.items():
            change = market.ladder_parameters.get(ladder.key, {}).get(name)
            currency = (change.currency if change else None) or getattr(parameter, "currency", market.currency)
            if currency != market.currency:
                says = f'"{name}" of the ladder "{ladder.key}" is in {currency}, the market pays in {market.currency}'
                yield Finding(("ladder_parameters",), says, "give default, limits and currency under ladder_parameters")


@check(MARKET_CHECKS, "SRPP532", "ladder-swap-unknown")
def ladder_swap_unknown(market: Market, shelf: Shelf) -> Iterator[Finding]:
    """A market replaces a remedy ladder by one that does not exist.

    ## Why it matters
    Every clause on that ladder falls out of the edition.

    ## How to mend it
    Name ladders of registers/remedy-ladders.yml on both sides.

    ## Wrong
    ```yaml
    # locales/markets/NO/market.yml
    ladders: {standard: mild}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/market.yml
    ladders: {}
    ```
    """
    for old, new in market.ladders.items():
        for key in (old, new):
            if key not in shelf.registers.ladders:
                yield Finding(
                    ("ladders", old),
                    f'there is no remedy ladder "{key}"',
                    f"ladders: {', '.join(shelf.registers.ladders)}",
                )


@check(OVERLAY_CHECKS, "SRPP510", "overlay-without-item")
def overlay_without_item(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Finding]:
    """A market decides about an item that the library does not have.

    ## Why it matters
    The work is lost without a word.

    ## How to mend it
    Correct the id and the file's name.

    ## Wrong
    ```yaml
    # locales/markets/NO/fair-wages.yml
    item: fair-wages
    reviewed_for: 1.0.0
    decision: adopt
    reason: It fits.
    ```

    ## Right
    ```yaml
    # locales/markets/NO/fair-plan.yml
    item: fair-plan
    reviewed_for: 1.0.0
    decision: adopt
    reason: It fits.
    ```
    """
    if overlay.value.item not in shelf.items:
        yield Finding(("item",), f'there is no item "{overlay.value.item}"', "correct the id and the name of the file")


@check(OVERLAY_CHECKS, "SRPP521", "overlay-does-not-fit")
def overlay_does_not_fit(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Finding]:
    """A national change names a part, parameter or figure that the base text does not have, or breaks its limits.

    ## Why it matters
    The item falls out of the edition: a text that is half adapted must not be signed.

    ## How to mend it
    The message names what is there; correct the overlay.

    ## Wrong
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    text:
      - replace: obligations
        languages: {nb: Leverandøren betaler lønn., en: The Contractor pays wages.}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    text:
      - replace: obligation
        languages: {nb: Leverandøren betaler lønn., en: The Contractor pays wages.}
    ```
    """
    item = shelf.items.get(overlay.value.item)
    if item is None or overlay.value.decision == "exclude":
        return
    for language in _published(overlay, shelf):
        try:
            adapted(DraftEntry(item.value), overlay, by="", layer="", language=language, narrows_only=False)
        except UnfitOverlay as unfit:
            yield Finding(unfit.path, str(unfit), "correct the overlay")


@check(OVERLAY_CHECKS, "SRPP522", "overlay-language-missing")
def overlay_language_missing(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Finding]:
    """New words are missing in a language that the market publishes, or have no English gloss.

    ## Why it matters
    The item falls out of the edition of that language; without the gloss no colleague abroad can compare.

    ## How to mend it
    Write the words in every language of the market, and in English.

    ## Wrong
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    text:
      - replace: obligation
        languages: {nb: Leverandøren betaler lønn.}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    text:
      - replace: obligation
        languages: {nb: Leverandøren betaler lønn., en: The Contractor pays wages.}
    ```
    """
    market = shelf.markets.get(_market(overlay))
    if market is None:
        return
    yield from _missing_languages(list(_texts(overlay.value)), languages_of(market.value))


@check(OVERLAY_CHECKS, "SRPP523", "overlay-wording")
def overlay_wording(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Finding]:
    """New words use a placeholder that the item does not have, lack a plural form, or hold forbidden markup.

    ## Why it matters
    The sentence would be wrong for some allowed value.

    ## How to mend it
    The message says what is wrong; the codes SRPP140 to SRPP159 are explained one by one in the reference.
    """
    item = shelf.items.get(overlay.value.item)
    takes = takes_of(item.value.parameters) if item is not None else {}
    for path, texts in _texts(overlay.value):
        for language, text in texts.items():
            if path[0] in {"text", "evidence"}:
                for fault in check_message(text, locale=language, parameters=takes):
                    yield Finding((*path, language), fault.says, fault.hint, fault.code)
            for fault in check_markup(text):
                yield Finding((*path, language), fault.says, fault.hint, fault.code)


@check(OVERLAY_CHECKS, "SRPP524", "overlay-law-unknown")
def overlay_law_unknown(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Finding]:
    """A national change rests on a provision, threshold or source that is not in the market sheet or the file.

    ## Why it matters
    The citation in the tender would be empty.

    ## How to mend it
    Enter the provision or fact in market.yml, the source in the overlay.

    ## Wrong
    ```yaml
    # locales/markets/NO/fair-pay.yml
    legal_basis: [no-act-2]
    ```

    ## Right
    ```yaml
    # locales/markets/NO/fair-pay.yml
    legal_basis: [no-act-1]
    ```
    """
    market = _sheet(_market(overlay), shelf)
    if market is None:
        return
    value = overlay.value
    known: set[str] = {p.key for p in market.provisions} | {a.key for a in market.acts}
    known |= {*shelf.registers.articles, *shelf.registers.acts}
    for position, key in enumerate(value.legal_basis):
        if key not in known:
            yield Finding(("legal_basis", position), f'there is no provision "{key}"', "enter it in market.yml")
    if value.mandatory is not None:
        for position, key in enumerate(value.mandatory.legal_basis):
            if key not in known:
                yield Finding(
                    ("mandatory", "legal_basis", position), f'there is no provision "{key}"', "enter it in market.yml"
                )
        threshold = value.mandatory.threshold
        if threshold is not None and threshold not in {fact.key for fact in market.facts}:
            yield Finding(("mandatory", "threshold"), f'there is no fact "{threshold}"', "enter it in market.yml")


@check(OVERLAY_CHECKS, "SRPP525", "foreign-currency")
def foreign_currency(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Finding]:
    """An amount stays in another currency than that of the market.

    ## Why it matters
    A tender in kroner with a threshold in euros is a mistake that the first bidder asks about.

    ## How to mend it
    Give default, limits and currency of the parameter in the overlay.

    ## Wrong
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    parameters:
      fine: {default: 20, minimum: 0, maximum: 1000, currency: NOK, reason: Amounts of the country.}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    parameters:
      fine: {default: 2, minimum: 0, maximum: 100, currency: EUR, reason: Amounts of the country.}
    ```
    """
    market, item = shelf.markets.get(_market(overlay)), shelf.items.get(overlay.value.item)
    if market is None or item is None or overlay.value.decision == "exclude":
        return
    for name, parameter in item.value.parameters.items():
        if not isinstance(parameter, MoneyParameter):
            continue
        change = overlay.value.parameters.get(name)
        currency = (change.currency if change else None) or parameter.currency
        if currency != market.value.currency:
            says = f'"{name}" is in {currency}, the market pays in {market.value.currency}'
            yield Finding(("parameters",), says, f"set currency, default and limits of {name}")


@check(OVERLAY_CHECKS, "SRPP526", "foreign-currency-in-remedies")
def foreign_currency_in_remedies(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Finding]:
    """A clause sets an amount of its remedy ladder, but the market counts that amount in its own currency.

    ## Why it matters
    Twenty euros an hour would become twenty kroner.

    ## How to mend it
    Set the figure again under `remedies.figures` of the overlay, in the currency of the market.

    ## Wrong
    ```yaml
    # locales/markets/NO/market.yml
    ladder_parameters:
      standard:
        remedy_amount: {default: 2400, minimum: 0, maximum: 9000, currency: EUR, reason: Wages are high.}
    ```

    ## Right
    ```yaml
    # locales/markets/NO/fair-pay.yml
    decision: adapt
    remedies:
      figures: {remedy_amount: 2400}
      reason: Wages are high.
    ```
    """
    market, item = shelf.markets.get(_market(overlay)), shelf.items.get(overlay.value.item)
    if market is None or item is None or not isinstance(item.value, Clause) or overlay.value.decision == "exclude":
        return
    given = overlay.value.remedies.figures if overlay.value.remedies else {}
    for name in item.value.remedies.figures:
        change = market.value.ladder_parameters.get(item.value.remedies.ladder, {}).get(name)
        if change is not None and change.currency is not None and name not in given:
            says = f'"{name}" of the clause is not in {change.currency}'
            yield Finding(("remedies",), says, f"set {name} under remedies.figures")


@check(OVERLAY_CHECKS, "SRPP540", "overlay-stale", severity=Severity.WARNING)
def overlay_stale(overlay: Shelved[Overlay], shelf: Shelf) -> Iterator[Finding]:
    """A national change was written for an older version of the item.

    ## Why it matters
    Readers keep the last released text of the locale until somebody has looked at the new one. That is a warning and no
    error: a new version must not have to wait for every market.

    ## How to mend it
    Read the changelog of the new version, adapt, raise `reviewed_for`.

    ## Wrong
    ```yaml
    # locales/markets/NO/fair-pay.yml
    reviewed_for: 0.9.0
    ```

    ## Right
    ```yaml
    # locales/markets/NO/fair-pay.yml
    reviewed_for: 1.0.0
    ```
    """
    item = shelf.items.get(overlay.value.item)
    if item is None:
        return
    written, base = overlay.value.reviewed_for, item.value.version
    if is_stale(reviewed_for=written, base=base):
        hint = f"read the changelog of {base}, adapt, raise reviewed_for"
        yield Finding(("reviewed_for",), f"written for {written}, base is now {base}", hint)
    elif is_stale(reviewed_for=base, base=written):
        yield Finding(("reviewed_for",), f"written for {written}, but base is only {base}", "correct reviewed_for")


def _sheet(code: str, shelf: Shelf) -> Market | None:
    """The sheet of a country, or of a region with all that its country says."""
    codes = dict.fromkeys((code.partition("-")[0], code))
    return extended([shelf.markets[known].value for known in codes if known in shelf.markets])


def _market(overlay: Shelved[Overlay]) -> str:
    return overlay.file.split("/")[-2] if "/" in overlay.file else ""


def _published(overlay: Shelved[Overlay], shelf: Shelf) -> list[str]:
    market = shelf.markets.get(_market(overlay))
    return (
        [] if market is None else list(dict.fromkeys(Locale.parse(locale).language for locale in market.value.locales))
    )


def _texts(overlay: Overlay) -> Iterator[tuple[Path, Mapping[str, str]]]:
    for position, change in enumerate(overlay.text):
        if change.languages:
            yield ("text", position, "languages"), change.languages
        if change.title:
            yield ("text", position, "title"), change.title
    for position, proof in enumerate(overlay.evidence):
        yield ("evidence", position, "what"), proof.what
        yield ("evidence", position, "how_checked"), proof.how_checked
    for name, parameter in overlay.parameters.items():
        if isinstance(parameter.default, dict):
            yield ("parameters", name, "default"), parameter.default
    if overlay.guidance is not None:
        for field in ("use_when", "avoid_when", "watch_out"):
            texts = getattr(overlay.guidance, field)
            if texts:
                yield ("guidance", field), texts
    if overlay.mandatory is not None:
        yield ("mandatory", "scope"), overlay.mandatory.scope


def _missing_languages(fields: Iterable[tuple[Path, Mapping[str, str]]], languages: Iterable[str]) -> Iterator[Finding]:
    for path, texts in fields:
        missing = [language for language in languages if language not in texts]
        if missing:
            yield Finding(
                path,
                f"words are missing in {', '.join(missing)}",
                "write them in every language of the market and in English",
            )


def _sourced(market: Market) -> Iterator[tuple[str, int, object]]:
    for field in ("acts", "provisions", "duties", "cases"):
        for position, value in enumerate(getattr(market, field)):
            yield field, position, value
