# SPDX-License-Identifier: Apache-2.0
"""What may stand on paper: text without control characters, addresses that only lead to the web."""

from __future__ import annotations

import re
from urllib.parse import quote

from srpp_criteria.wording.link_target import is_allowed_target

# XML 1.0, section 2.2, "Char": everything outside is forbidden even as a character reference. C1 controls are allowed
# there but mean nothing on paper; bidirectional overrides could show another sentence than the one that is stored.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?|\u2028|\u2029|\x85")

_LONGEST_ADDRESS = 2000
"""Word refuses files with hyperlinks over 2083 characters."""
_ADDRESS_CHARACTERS = "/%:@!$&'()*+,;=-._~?#"


def printable(text: str) -> str:
    r"""The text as it may stand on paper; line feeds stay, tabs become spaces, other control characters go.

    >>> printable("a\x00b\tc\r\nd\u202ee")
    'ab c\nde'
    """
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def one_line(text: str) -> str:
    r"""Printable text for titles and labels, where no line may break.

    >>> one_line(" Tiers\n of  subcontractors ")
    'Tiers of subcontractors'
    """
    return re.sub(r"[ \n]+", " ", printable(text)).strip(" ")


def web_address(url: str) -> str | None:
    """The address if it leads to a web page or a mailbox, percent-encoded; None for anything else.

    Word repairs a file whose hyperlink is no valid address, so doubtful ones become plain text.

    >>> web_address("https://example.org/a<b?q=å")
    'https://example.org/a%3Cb?q=%C3%A5'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not is_allowed_target(url):
        return None
    address = quote(url, safe=_ADDRESS_CHARACTERS)
    return address if len(address) <= _LONGEST_ADDRESS else None
