# SPDX-License-Identifier: Apache-2.0
"""Legal references as a tender of this market cites them: national where the market transposed the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from srpp_criteria.edition.entry import Citation

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from srpp_criteria.edition.locale import Locale
    from srpp_criteria.models.market import Market, NationalAct, Provision
    from srpp_criteria.models.registers import Act, Locator
    from srpp_criteria.shelf.registers import Registers


class LawOfEdition:
    """Turns keys of the law register, or of the market's provisions, into citations of one edition.

    Args:
        registers: the EU and international law.
        markets: the market sheets of the locale, the country first.
        acts: short names of acts in the language, by key.
        words: interface words in the language; the patterns begin with `cite-`.
    """

    def __init__(
        self,
        registers: Registers,
        markets: Sequence[Market],
        locale: Locale,
        acts: Mapping[str, str],
        words: Mapping[str, str],
    ) -> None:
        self._registers = registers
        self._language = locale.language
        self._acts = acts
        self._words = words
        self._provisions: dict[str, Provision] = {p.key: p for market in markets for p in market.provisions}
        self._national: dict[str, NationalAct] = {a.key: a for market in markets for a in market.acts}
        self._transposed: dict[str, Sequence[str]] = {
            t.eu: t.national for market in markets for t in market.transposition
        }

    def citation(self, key: str) -> Citation | None:
        """The citation for a key; None if nothing is known under it in this language."""
        if key in self._provisions:
            return self._cite_national(key, (key,))
        if key in self._national:
            act = self._national[key]
            text = act.short.get(self._language)
            return Citation(key=key, places=(text,), national=(key,), url=act.url, seen=act.seen) if text else None
        national = self._nearest_transposition(key)
        return self._cite_national(key, national) if national else self._cite_union(key)

    def _nearest_transposition(self, key: str) -> Sequence[str]:
        """The transposition of the place itself, otherwise of the paragraph or article around it."""
        while key:
            if key in self._transposed:
                return self._transposed[key]
            key = key.rpartition("-")[0]
        return ()

    def _cite_national(self, key: str, national: Sequence[str]) -> Citation | None:
        found = [self._provisions[name] for name in national if name in self._provisions]
        texts = [provision.cite[self._language] for provision in found if self._language in provision.cite]
        if not found or len(texts) < len(found):
            return None
        acts = [self._national[p.act] for p in found if p.act in self._national]
        seen = [provision.seen for provision in found]
        return Citation(
            key=key,
            places=tuple(texts),
            national=tuple(national),
            url=acts[0].url if acts else None,
            seen=None if None in seen else min(day for day in seen if day is not None),
        )

    def _cite_union(self, key: str) -> Citation | None:
        if key in self._registers.acts:
            act = self._registers.acts[key]
            return self._union(key, act, self._acts.get(act.key), act.seen)
        if key not in self._registers.articles:
            return None
        act, article = self._registers.articles[key]
        short = self._acts.get(act.key)
        return self._union(key, act, short and self._place(short, article.locator), article.seen)

    @staticmethod
    def _union(key: str, act: Act, text: str | None, seen: dt.date | None) -> Citation | None:
        return Citation(key=key, places=(text,), url=act.url, seen=seen) if text else None

    def _place(self, act: str, locator: Locator) -> str | None:
        """`Directive 2014/24/EU, Article 57(4)(a)`, put together by the pattern of the language."""
        pieces = locator.model_dump(exclude_none=True, exclude={"subparagraph", "through"})
        name = "cite-" + "-".join(pieces)
        pattern = self._words.get(name)
        if pattern is None:
            return None
        text = pattern.replace("{act}", act)
        for piece, number in pieces.items():
            text = text.replace(f"{{{piece}}}", number)
        return text
