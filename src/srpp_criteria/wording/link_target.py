# SPDX-License-Identifier: Apache-2.0
"""Where a link in the text may lead: to a web page or to a mailbox, and visibly so."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

# An allow-list, because every list of dangerous schemes has been outwitted by spelling.
# No user name before the host: https://commission.europa.eu@evil.example reads like the wrong place.
_WEB: Final = re.compile(r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:[/?#][^\s\\]*)?", re.IGNORECASE)
_MAIL: Final = re.compile(r"mailto:[a-z0-9._+-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)
# Control characters, bidirectional controls and private use, which also marks placeholders.
_HIDDEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff\U000f0000-\U0010ffff]"
)


def is_allowed_target(target: str) -> bool:
    """Whether a link may lead to `target`, as Markdown has decoded it.

    >>> is_allowed_target("https://eur-lex.europa.eu/eli/dir/2014/24/oj"), is_allowed_target("JavaScript:alert(1)")
    (True, False)
    """
    if not (_WEB.fullmatch(target) or _MAIL.fullmatch(target)):
        return False
    return _HIDDEN.search(unquote(target)) is None


def holds_placeholder(target: str) -> bool:
    """Whether a field or placeholder stands in the target, also after percent-encoding.

    >>> holds_placeholder("https://example.org/%7Bregion%7D")
    True
    """
    decoded = unquote(target)
    return "{" in decoded or re.search("[\ue000-\uf8ff\U000f0000-\U0010ffff]", decoded) is not None
