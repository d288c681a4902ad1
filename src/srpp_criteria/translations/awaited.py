# SPDX-License-Identifier: Apache-2.0
"""Which messages a language waits for: a translator is not handed texts that no market of the language has taken up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from srpp_criteria.shelf.shelf import Shelf
    from srpp_criteria.translations.messages import TranslatableMessage

_IN_A_PACK = re.compile(r"pack-[^:]*:items\.(?P<item>[^.]+)\.")


def awaited(messages: Iterable[TranslatableMessage], language: str, shelf: Shelf) -> Iterator[TranslatableMessage]:
    """The messages that a catalogue of a language holds.

    An item goes into an edition when its market has decided on it and its words are translated. A market decides
    first: the words of an item that no market of the language has a file for would be thousands of empty lines. A
    language of no market yet gets everything, because nobody can say which items it will want.
    """
    spoken = language.partition("_")[0]
    codes = {
        code
        for code, market in shelf.markets.items()
        if any(locale.partition("-")[0] == spoken for locale in market.value.locales)
    }
    decided = {item for code, item in shelf.overlays if code in codes}
    for message in messages:
        item = _item_of(message.context)
        if not codes or item in decided or item not in shelf.items:
            yield message


def _item_of(context: str) -> str:
    """The item whose text, or whose place in a pack, a message belongs to; else the register or pack it belongs to.

    >>> _item_of("fair-pay:title"), _item_of("pack-catering:items.fair-pay.why"), _item_of("pack-catering:title")
    ('fair-pay', 'fair-pay', 'pack-catering')
    """
    found = _IN_A_PACK.match(context)
    return found["item"] if found else context.partition(":")[0]
