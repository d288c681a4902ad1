# SPDX-License-Identifier: Apache-2.0
"""In which order the blocks of a file stand, and where a blank line parts them.

What, why, words, values, proof, law, history: as a drafter thinks, and as all files here have it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_OF_KIND: Final[Mapping[str, tuple[str, ...]]] = {
    "criterion": ("scoring",),
    "clause": ("monitoring", "remedies", "buyer_duties", "flow_down"),
    "form": ("filled_by", "sections"),
    "monitoring-sheet": ("rhythm", "kept_by", "checked_by", "indicators", "columns"),
    "market-dialogue": ("questions",),
    "site-visit": ("checks", "findings"),
    "expert-meeting": ("agenda",),
}
_NAME: Final = ("id", "kind", "stage", "version", "status", "superseded_by", "sunset", "sectors", "topics", "level")
_WORDS: Final = ("title", "intent", "text", "parameters")
_PROOF_AND_LAW: Final = ("evidence", "guidance", "legal_basis", "related", "codes", "crosswalk")
_HISTORY: Final = ("sources", "changelog", "reviews", "waivers")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a kind of file is laid out.

    Attributes:
        keys: the keys of the top level in their order; empty: the order is its author's.
        head: the keys that stand together without blank lines; None: no blank lines are put in anywhere.
        plain_words: whether words stand without quotes; registers and market sheets keep the quotes they have.
    """

    keys: tuple[str, ...]
    head: frozenset[str] | None = None
    plain_words: bool = True


_OVERLAY: Final = Layout(
    (
        *("item", "reviewed_for", "decision", "reason", "legal_basis", "parameters", "text", "evidence"),
        *("remedies", "guidance", "mandatory", "sources", "waivers"),
    )
)
_PACK: Final = Layout(
    ("pack", "id", "version", "status", "title", "intent", "sectors", "band", "risk", "cpv", "items"),
)
_MARKET: Final = Layout(
    (
        *("market", "extends", "name", "status", "locales", "currency", "union", "checked", "acts", "provisions"),
        *("transposition", "facts", "duties", "ladders", "ladder_parameters", "bodies", "terms", "cases", "sources"),
        *("open_points", "format"),
    ),
    frozenset({"market", "extends", "name", "status", "locales", "currency", "union", "checked"}),
    plain_words=False,
)
_TENDER: Final = Layout(("srpp", "title", "locale", "created", "cpv", "items"))
_REGISTER: Final = Layout((), plain_words=False)


def layout_of(data: Any) -> Layout:
    """The layout of a file by what stands in it; a file of no known kind keeps its order.

    >>> layout_of({"id": "x", "kind": "form"}).keys[-5:]
    ('crosswalk', 'sources', 'changelog', 'reviews', 'waivers')
    """
    if not isinstance(data, dict):
        return _REGISTER
    kind = data.get("kind")
    if isinstance(kind, str) and kind in _OF_KIND and "id" in data:
        return Layout(
            (*_NAME, *_WORDS, *_OF_KIND[kind], *_PROOF_AND_LAW, *_HISTORY), frozenset((*_NAME, "title", "intent"))
        )
    for key, layout in (("decision", _OVERLAY), ("pack", _PACK), ("market", _MARKET), ("srpp", _TENDER)):
        if key in data:
            return layout
    return _REGISTER
