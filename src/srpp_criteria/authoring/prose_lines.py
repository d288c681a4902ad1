# SPDX-License-Identifier: Apache-2.0
"""One sentence per line: a comparison of two versions then shows the sentence that changed.

Only where the words stay the same: line ends inside a paragraph are joined when a file is read, so what is written here
must read exactly as before. In doubt a line stays as it is: a line too long harms nobody.
"""

from __future__ import annotations

import re
from typing import Final

from srpp_criteria.source import join_soft_breaks

# The word before the full stop has four small letters or more, so that "Abs.", "No." or "z. B." end no sentence.
_SENTENCE_END: Final = re.compile(r"(?<=[^\W\d_]{3}[^\W\d_A-Z])([.!?])([\"”’»)]*) (?=[\"“„‘«(]*[A-ZÀ-ÖØ-Þ{])")
_ABBREVIATED: Final = re.compile(
    r"(?:^|\W)(?:approx|resp|incl|excl|inkl|exkl|evtl|zzgl|abzgl|mind|sogen|para|sect|annex|chap|artt|vgl)$",
    re.IGNORECASE,
)
_ENDS_SENTENCE: Final = re.compile(r"(?<=[.!?:;…}])([\"”’»)*_]*)(?=\n)")
# A private-use character, which no text may hold, stands for a line end that its author put behind a sentence.
_KEPT_END: Final = "\ue000"
_MARKER: Final = re.compile(r" *(?:(?:[-*+]|[0-9]{1,9}[.)]) +)*")
_FENCE: Final = re.compile(r" *(?:`{3,}|~{3,})")
_NO_PARAGRAPH: Final = re.compile(r" *(?:>|\||#|\[[^\]]*\]:)")


def one_sentence_per_line(text: str) -> str:
    r"""A text of several lines with one sentence in each; the same words, and the same text once it is read.

    >>> one_sentence_per_line("The buyer checks. It\nanswers within five days.\n\n- Pay slips. And hours.\n")
    'The buyer checks.\nIt answers within five days.\n\n- Pay slips.\n  And hours.\n'
    """
    joined = join_soft_breaks(text)
    if _FENCE.search(joined):
        return text
    marked = join_soft_breaks(_ENDS_SENTENCE.sub(rf"\g<1>{_KEPT_END}", text))
    lines = [piece for line in marked.split("\n") for piece in _sentences(line.removesuffix(_KEPT_END))]
    written = "\n".join(lines) + "\n"
    return written if join_soft_breaks(written) == joined else text


def _sentences(line: str) -> list[str]:
    if _NO_PARAGRAPH.match(line) or line.endswith("\\"):
        return [line]
    marker = _MARKER.match(line)
    indent = " " * (marker.end() if marker else 0)
    pieces = [piece for kept in line.split(f"{_KEPT_END} ") for piece in _split(kept)]
    return [pieces[0], *(indent + piece for piece in pieces[1:])]


def _split(line: str) -> list[str]:
    """The sentences of a line that end outside of braces."""
    pieces, start, depth, counted = [], 0, 0, 0
    for end in _SENTENCE_END.finditer(line):
        depth += line.count("{", counted, end.end()) - line.count("}", counted, end.end())
        counted = end.end()
        if depth == 0 and not _ABBREVIATED.search(line[: end.start()]):
            pieces.append(line[start : end.end() - 1])
            start = end.end()
    return [*pieces, line[start:]]
