# SPDX-License-Identifier: Apache-2.0
"""Short names for Pagefind's fragments, so that the list of all of them, sent with the first search, stays small.

Pagefind names the fragment of a page by a hash. Hashes cannot be compressed: at 5,000 pages their list takes 35 KB on
the wire, with names in a row it takes 20. A name is three digits of the index's own hash, which changes with every
text, so that no browser takes an old fragment for a new one, and the number of the page.
"""

from __future__ import annotations

import gzip
import re
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PER_INDEX = 3
"""Digits of a name that tell one index from the next."""


def shorten_names(index: Path) -> None:
    """Name the fragments of every language anew, in its list and on the disk.

    Nothing changes where the list is not what it is known to be: an index with long names works as well.
    """
    for listed in index.glob("pagefind.*.pf_meta"):
        language, _, digest = listed.stem.removeprefix("pagefind.").rpartition("_")
        files = {file.stem: file for file in (index / "fragment").glob(f"{language}_*.pf_fragment")}
        content = gzip.decompress(listed.read_bytes())
        names = new_names(content, language, digest, set(files))
        if names is None:
            continue
        for old, new in names.items():
            files[old].rename(files[old].with_name(f".{new}.pf_fragment"))
        for new in names.values():
            (index / "fragment" / f".{new}.pf_fragment").rename(index / "fragment" / f"{new}.pf_fragment")
        listed.write_bytes(gzip.compress(renamed(content, language, names), 9, mtime=0))


def renamed(content: bytes, language: str, names: Mapping[str, str]) -> bytes:
    """The list with the new names, each put in once.

    The pages come first in it; parts of the index, which come later, have names of the same form that stay. The length
    stays, too, so that nothing that counts bytes has to be counted anew.

    >>> renamed(b"..en_4ea594c..en_c3e1970..en_4ea594c..", "en", {"en_4ea594c": "en_13c0000"})
    b'..en_13c0000..en_c3e1970..en_4ea594c..'
    """
    open_names = {old.encode(): new.encode() for old, new in names.items()}
    return _names_in(language).sub(lambda found: open_names.pop(found[0], found[0]), content)


def _names_in(language: str) -> re.Pattern[bytes]:
    return re.compile(rb"%s_[0-9a-f]+" % re.escape(language.encode()))


def new_names(content: bytes, language: str, digest: str, known: set[str]) -> dict[str, str] | None:
    """New names by old ones, in the order of the list; nothing if they do not fit.

    >>> new_names(b"..en_4ea594c..en_c3e1970..en_0000000..", "en", "13cdfeeb09", {"en_4ea594c", "en_c3e1970"})
    {'en_4ea594c': 'en_13c0000', 'en_c3e1970': 'en_13c0001'}
    >>> new_names(b"..en_4ea594c..", "en", "13cdfeeb09", {"en_4ea594c", "en_c3e1970"}) is None
    True
    """
    listed = dict.fromkeys(found.decode() for found in _names_in(language).findall(content) if found.decode() in known)
    widths = {len(name) for name in listed}
    room = min(widths, default=0) - len(language) - 1 - _PER_INDEX
    if len(widths) != 1 or len(listed) != len(known) or room < 1 or len(listed) > 16**room:
        return None
    number = count()
    return {name: f"{language}_{digest[:_PER_INDEX]}{next(number):0{room}x}" for name in listed}
