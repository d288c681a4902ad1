# SPDX-License-Identifier: Apache-2.0
"""The known texts as JSON: what both the package and the site's script make their index of.

{"srpp": 1,
 "items":    {id: {"title", "version", "status", "superseded_by", "secured_by", "requires", "forms"}},
 "segments": [pattern, …],
 "passages": [[address, class, [segment, …]], …],
 "texts":    [[item, version, locale, revision, first 8 of the fingerprint, 1 if released else 0, [passage, …]], …]}
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from srpp_criteria.recognition.passages import passages_of
from srpp_criteria.recognition.patterns import gap_kind, plain_segments, segments_of
from srpp_criteria.wording.message import CITATION_PREFIX, MessageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from srpp_criteria.edition.edition import Edition
    from srpp_criteria.models.published import PublishedText

IndexData: TypeAlias = "dict[str, Any]"


@dataclass(frozen=True, slots=True)
class KnownText:
    """One text that a draft may hold."""

    item: str
    version: str
    locale: str
    revision: int
    sha256: str
    released: bool
    entry: Mapping[str, Any]


def known_texts(
    register: Iterable[PublishedText], editions: Iterable[Edition], locale: str | None = None
) -> list[KnownText]:
    """All lines of the register, then the present texts that are not in it.

    Args:
        register: the released texts.
        editions: the present texts.
        locale: only this locale's; None for all.
    """
    found = [
        KnownText(line.item, line.version, line.locale, line.revision, line.sha256, released=True, entry=line.entry)
        for line in register
        if locale in (None, line.locale)
    ]
    released = {(text.item, text.locale, text.sha256) for text in found}
    for edition in editions:
        for entry in edition:
            if locale not in (None, entry.locale) or (entry.id, entry.locale, entry.sha256) in released:
                continue
            data = entry.model_dump(mode="json")
            found.append(
                KnownText(
                    entry.id, entry.version, entry.locale, entry.revision, entry.sha256, released=False, entry=data
                )
            )
    return found


def index_data(texts: Iterable[KnownText]) -> IndexData:
    """The JSON of these texts; equal segments and equal passages stand in it once."""
    return _Collector().of(texts)


class _Collector:
    def __init__(self) -> None:
        self._segments: dict[str, int] = {}
        self._patterns: list[Any] = []
        self._passages: dict[tuple[str, str, tuple[int, ...]], int] = {}
        self._cut: dict[tuple[str, tuple[tuple[str, str], ...]], tuple[int, ...]] = {}

    def of(self, texts: Iterable[KnownText]) -> IndexData:
        items: dict[str, Any] = {}
        ranks: dict[str, tuple[tuple[int, ...], bool]] = {}
        rows: list[list[Any]] = []
        for text in texts:
            rows.append(
                [
                    text.item,
                    text.version,
                    text.locale,
                    text.revision,
                    text.sha256[:8],
                    int(text.released),
                    self._passages_of(text.entry),
                ]
            )
            facts = _facts(text.entry["item"])
            # Of one version the later text, of locales the master's.
            rank = (version_key(text.version), text.locale == "en")
            if rank >= ranks.get(text.item, ((), False)):
                items[text.item], ranks[text.item] = facts, rank
        return {
            "srpp": 1,
            "items": items,
            "segments": self._patterns,
            "passages": [[address, kind, list(segments)] for address, kind, segments in self._passages],
            "texts": rows,
        }

    def _passages_of(self, entry: Mapping[str, Any]) -> list[int]:
        parameters = dict(entry["item"].get("parameters") or {})
        parameters.update((entry.get("ladder") or {}).get("parameters") or {})
        kinds = {name: gap_kind(parameter.get("type", "")) for name, parameter in parameters.items()}
        citations = {
            CITATION_PREFIX + one["key"].replace("-", "_"): "; ".join(one["places"])
            for one in entry.get("citations", ())
        }
        found = []
        for address, kind, words, template in passages_of(entry):
            segments = self._segments_of(words, kinds, citations, template=template)
            if segments:
                found.append(self._passages.setdefault((address, kind, segments), len(self._passages)))
        return found

    def _segments_of(
        self, words: str, kinds: Mapping[str, str], citations: Mapping[str, str], *, template: bool
    ) -> tuple[int, ...]:
        # Versions share most of their words: each template is cut once for each reading of its names.
        template = template and ("{" in words or "'" in words)
        key: tuple[str, tuple[tuple[str, str], ...]] = (words, ())
        if template:
            told = tuple((name, kind) for name, kind in sorted(kinds.items()) if name in words)
            cited = tuple((name, place) for name, place in sorted(citations.items()) if name in words)
            key = (words, told + cited)
        if key not in self._cut:
            try:
                patterns = segments_of(words, kinds, citations) if template else plain_segments(words)
            except MessageError:  # a released text that today's parser does not read
                patterns = plain_segments(words)
            self._cut[key] = tuple(self._segment(pattern) for pattern in patterns)
        return self._cut[key]

    def _segment(self, pattern: list[Any]) -> int:
        key = json.dumps(pattern, ensure_ascii=False, separators=(",", ":"))
        if key not in self._segments:
            self._segments[key] = len(self._patterns)
            self._patterns.append(pattern)
        return self._segments[key]


def _facts(item: Mapping[str, Any]) -> dict[str, Any]:
    related = item.get("related") or {}
    indicators = item.get("monitoring") or item.get("indicators") or ()
    forms = [*(one.get("form") for one in item.get("evidence") or ()), *(one.get("sheet") for one in indicators)]
    return {
        "title": item["title"],
        "version": item["version"],
        "status": item.get("status", "draft"),
        "superseded_by": item.get("superseded_by"),
        "secured_by": list(related.get("secured_by") or ()),
        "requires": list(related.get("requires") or ()),
        "forms": list(dict.fromkeys(filter(None, forms))),
    }


def version_key(version: str) -> tuple[int, ...]:
    """A version as numbers, to be compared.

    >>> version_key("1.10.0") > version_key("1.9.3")
    True
    """
    return tuple(int(number) if number.isdigit() else 0 for number in version.split("."))
