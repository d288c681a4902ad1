# SPDX-License-Identifier: Apache-2.0
"""Make a comment from the artifact of a pull request: `python3 comment.py comment.zip` prints its body.

The archive comes from a stranger who may have written anything into it. One file is read, up to a length, nothing is
unpacked to disk, and what could link, mention, embed or hide is defused. Headings, lists, bold and struck words stay.
The workflow that posts the comment runs this file alone, so it imports nothing but the standard library.
"""

from __future__ import annotations

import re
import sys
import unicodedata
import zipfile

MARKER = "<!-- srpp changes -->"
LONGEST = 60_000
"""GitHub takes 65,536 characters."""

HEAD = f"""\
{MARKER}
_Written by a workflow from the files of this pull request. It is no review, and nobody has approved anything by it._

"""
_BREAK = "\N{ZERO WIDTH SPACE}"
# Each sign that begins a link, an image, HTML, code or a formula, as the entity that only shows it. An ampersand stays
# where it begins such an entity, so that defusing twice changes nothing; `&commat;` would be a mention once decoded.
_KEPT = "&lt;|&gt;|&amp;|&#(?:35|36|42|91|92|93|95|96|124|126);"
_SIGNS = {"<": "&lt;", ">": "&gt;", "&": "&amp;"} | {sign: f"&#{ord(sign)};" for sign in "[]`$|\\"}
_SIGN = re.compile(rf"{_KEPT}|[<>&\[\]`$|\\]")
# GitHub makes links of these by itself: a mention, an issue, an address. A space without width keeps them words.
_BY_ITSELF = re.compile(r"(?i:@(?=\w)|(?<!&)#(?=\d)|&#35;(?=\d)|GH-(?=\d)|:(?=//)|www(?=\.)|(?:mailto|xmpp)(?=:))")


def defused(text: str) -> str:
    """The text without anything that acts; doing it twice changes nothing.

    >>> print(defused("~~at most 2~~ **1** <img src=x> [here](x)"))
    ~~at most 2~~ **1** &lt;img src=x&gt; &#91;here&#93;(x)
    >>> defused("@all, see #4") == defused(defused("@all, see #4")) == "@\\u200ball, see #\\u200b4"
    True
    """
    shown = "".join(sign for sign in text if sign in {"\n", _BREAK} or unicodedata.category(sign)[0] != "C")
    signs = _SIGN.sub(lambda match: _SIGNS.get(match[0], match[0]), shown)
    return _BY_ITSELF.sub(lambda match: match[0] + _BREAK, signs)


def text_of(archive: str) -> str:
    """The text in the archive, cut where it becomes too long; a sentence if there is none."""
    try:
        with zipfile.ZipFile(archive) as opened, opened.open("comment.md") as file:
            return file.read(LONGEST * 4).decode("utf-8", errors="replace")
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return "The run left no text that could be read."


def body(text: str) -> str:
    """The whole comment: first our own words, then theirs, defused and never longer than GitHub takes.

    >>> body("at most **1** tier").splitlines()[-1]
    'at most **1** tier'
    """
    shown = defused(text)
    room = LONGEST - len(HEAD)
    if len(shown) > room:
        shown = shown[:room].rpartition("\n")[0] + "\n\nIt goes on; the run of the workflow shows the rest.\n"
    return HEAD + shown


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # it is a text stream here
    sys.stdout.write(body(text_of(sys.argv[1])))
