# SPDX-License-Identifier: Apache-2.0
"""What the pieces of a found text are called, in the language of the draft: headings and labels, not addresses.

Read from the JSON of the entry, since a line of the register may be older than today's models.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from srpp_criteria.library import Library
    from srpp_criteria.recognition.findings import Recognition, TextFound

_GROUPS: Final = {
    "scoring": "scoring",
    "flow_down": "subcontractors",
    "buyer_duties": "duty of the buyer",
    "monitoring": "indicator",
    "indicators": "indicator",
    "remedies": "remedies",
    "ladder": "remedies",
    "evidence": "proof",
    "sections": "form",
    "columns": "column",
    "questions": "question",
    "checks": "check",
    "findings": "finding",
    "agenda": "agenda",
}
_NAMED_BY: Final = ("title", "label", "indicator", "what", "duty", "question", "check", "means", "point")
_LONGEST: Final = 60


class TextNames:
    """Names of one text and its pieces.

    >>> names = TextNames({"item": {
    ...     "title": "Fair pay",
    ...     "text": [{"id": "obligation", "title": "Pay", "text": "…"}],
    ...     "parameters": {"days": {"label": "Days to pay"}},
    ...     "columns": [{"id": "site", "label": "Name of the site"}],
    ... }})
    >>> names.title, names.value("days"), names.passage("text.obligation"), names.passage("columns.site")
    ('Fair pay', 'Days to pay', 'Pay', 'column: Name of the site')
    """

    def __init__(self, entry: Mapping[str, Any]) -> None:
        self._item: Mapping[str, Any] = entry.get("item") or {}
        self._ladder: Mapping[str, Any] = entry.get("ladder") or {}

    @property
    def title(self) -> str:
        """Title of the text; empty if it has none."""
        return str(self._item.get("title", ""))

    def value(self, name: str) -> str:
        """What the buyer fills in, by its label."""
        for holder in (self._item, self._ladder):
            label = ((holder.get("parameters") or {}).get(name) or {}).get("label")
            if label:
                return str(label)
        return name

    def passage(self, address: str) -> str:
        """Where words stand: the heading of a part, or the kind of entry and how it begins."""
        field, *rest = address.split(".")
        if field == "title":
            return "title"
        if field == "text":
            return _called(self._item.get("text"), rest[0]) or rest[0]
        if field == "ladder":
            step = _called(self._ladder.get("steps"), rest[1]) if rest[0] == "steps" else ""
            return f"{_GROUPS[field]}: {step or rest[-1].replace('_', ' ')}"
        group = _GROUPS.get(field, field)
        names = []
        entries = self._item.get(field)
        for step in rest:
            if not isinstance(entries, list):
                break
            name = _called(entries, step)
            if name:
                names.append(name)
            inner: Mapping[str, Any] = next((one for one in entries if one.get("id") == step), {})
            entries = inner.get("fields") or (entries if step == "fields" else None)
        if field in {"monitoring", "indicators", "evidence", "flow_down", "scoring"} and len(rest) > 1:
            names.append(rest[-1].replace("_", " "))
        return f"{group}: {', '.join(names)}" if names else group


def names_of(library: Library, found: TextFound) -> TextNames:
    """The names of a text that was found, in its own language."""
    text = found.text
    line = library.register.find(found.item, text.version, text.locale, text.revision) if text.released else None
    if line is not None:
        return TextNames(line.entry)
    edition = library.edition(text.locale)
    return TextNames(edition[found.item].model_dump(mode="json") if found.item in edition else {})


def titles_in(library: Library, found: Recognition) -> Callable[[str], str]:
    """Titles of items in the language of the draft, which is that of most of its texts; empty where there is none."""
    locales = Counter(text.text.locale for text in found.texts)
    locale = locales.most_common(1)[0][0] if locales else ""
    editions = [library.edition(each) for each in (locale, "en") if each in library.locales]

    def title(item: str) -> str:
        return next((str(edition[item].title) for edition in editions if item in edition), "")

    return title


def _called(entries: Iterable[Mapping[str, Any]] | None, wanted: str) -> str:
    for position, one in enumerate(entries or (), 1):
        if str(one.get("id", position)) == wanted:
            words = next((str(one[name]) for name in _NAMED_BY if one.get(name)), "")
            words = " ".join(words.split())
            return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return ""
