# SPDX-License-Identifier: Apache-2.0
"""Plain data out of YAML events, and the refusal of every YAML feature that a criteria file does not need.

Two readers must never see two different texts in the same bytes; most of what is refused here is where YAML
programs differ. Nothing recurses: the depth limit is reached before any stack is.
"""

from __future__ import annotations

import sys
from typing import Final, TypeAlias, cast

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    YAMLError,
)

from srpp_criteria.source.characters import is_clean, refuse_escapes
from srpp_criteria.source.events import Event, Mark, events_of
from srpp_criteria.source.limits import MAX_NESTING
from srpp_criteria.source.refusals import Refusal, Refusals
from srpp_criteria.source.scalars import may_not_be_text, plain_value
from srpp_criteria.source.soft_breaks import join_soft_breaks
from srpp_criteria.source.syntax_errors import refuse_syntax

Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | float | bool | None"
"""What a YAML file can hold: the values of JSON. Dates, money and percentages are made of it by the models."""

_Around: TypeAlias = "tuple[dict[str, Plain] | None, list[Plain] | None, list[Mark], str | None]"
"""The mapping or list around an open one: itself, the places of its keys, and the key that waits for a value."""

_MERGE_KEY: Final = "<<"
_SHOWN_KEY: Final = 60
_WRITE_OUT: Final = "write the text where it belongs, or put a value that begins with & or * in quotes"


def plain_data(text: str, refusals: Refusals) -> Plain:
    """The content of one YAML file; only to be used when nothing was added to `refusals`.

    >>> plain_data("market: NO", Refusals("market.yml"))
    {'market': 'NO'}
    """
    before = len(refusals.found)
    try:
        top = _Building(text, refusals).data()
    except YAMLError as error:
        refuse_syntax(error, text, refusals)
        return None
    if len(refusals.found) > before:
        return None
    if top is None:
        refusals.add(Refusal.EMPTY, 1, 1, "the file is empty", "write at least id and kind, or delete the file")
    elif not isinstance(top, dict):
        hint = 'begin the file with "name: value" lines'
        refusals.add(Refusal.NO_MAPPING, 1, 1, "the file is not a mapping of names to values", hint)
    return top


class _Building:
    """Plain data growing from the events of one file."""

    __slots__ = ("_documents", "_refusals", "_text")

    def __init__(self, text: str, refusals: Refusals) -> None:
        self._text = text
        self._refusals = refusals
        self._documents = 0

    def data(self) -> Plain:
        """Everything in the file, as far as it was read."""
        # One long loop instead of small methods: it runs for every word of the library; calls would double its cost.
        top: Plain = None
        into_map: dict[str, Plain] | None = None
        into_list: list[Plain] | None = None
        key: str | None = None
        # Where each key of the open mapping stands, in the order of the mapping: only a duplicate asks for it.
        key_marks: list[Mark] = []
        around: list[_Around] = []
        next_event = events_of(self._text)
        has_escapes = "\\" in self._text
        value: Plain
        while True:
            event = next_event()
            kind: type[object] = type(event)
            if kind is ScalarEvent:
                word = event.value
                style = event.style
                if event.anchor is not None or event.tag is not None:
                    self._refuse_properties(event)
                if has_escapes and style == '"' and not is_clean(word):
                    refuse_escapes(word, event.start_mark.line + 1, event.start_mark.column + 1, self._refusals)
                if into_map is not None and key is None:
                    key = sys.intern(word)
                    if key in into_map or (style == "" and (key == _MERGE_KEY or may_not_be_text(key))):
                        key = self._checked_key(key, style, event.start_mark, into_map, key_marks)
                    key_marks.append(event.start_mark)
                    continue
                if style == "":
                    value = plain_value(word) if may_not_be_text(word) else word
                else:
                    value = join_soft_breaks(word) if "\n" in word else word
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                into_map, into_list, key_marks, key = around.pop()
                continue
            elif kind is MappingStartEvent:
                value = {}
            elif kind is SequenceStartEvent:
                value = []
            elif kind is AliasEvent:
                says = f"*{event.anchor} stands for another part of the file"
                self._refuse(Refusal.ANCHOR, event.start_mark, says, _WRITE_OUT)
                value = None
            elif kind is StreamEndEvent or (kind is DocumentStartEvent and not self._may_begin(event)):
                return top
            else:
                continue

            waiting_key = None
            if into_map is not None:
                if key is None:
                    waiting_key = self._refused_key(event, key_marks)
                else:
                    into_map[key] = value
                    key = None
            elif into_list is not None:
                into_list.append(value)
            else:
                top = value
            if kind is ScalarEvent:
                continue
            if kind is AliasEvent:
                key = waiting_key
                continue
            if event.anchor is not None or event.tag is not None:
                self._refuse_properties(event)
            if len(around) == MAX_NESTING:
                says = f"lists and mappings are nested more than {MAX_NESTING} deep"
                self._refuse(Refusal.TOO_DEEP, event.start_mark, says, "use fewer levels")
                return top
            around.append((into_map, into_list, key_marks, waiting_key))
            into_map, into_list = (value, None) if isinstance(value, dict) else (None, cast("list[Plain]", value))
            key_marks = []

    def _checked_key(self, key: str, style: str, mark: Mark, mapping: dict[str, Plain], key_marks: list[Mark]) -> str:
        """The key, or a stand-in that no file can contain when the key is refused."""
        if style == "" and key == _MERGE_KEY:
            says = 'the merge key "<<" copies another part of the file'
            self._refuse(Refusal.MERGE_KEY, mark, says, "write the copied lines where they belong")
        elif style == "" and not isinstance(meant := plain_value(key), str):
            if key == "":
                self._refuse(Refusal.KEY_NOT_TEXT, mark, "a key is missing before the colon", 'write "key: value"')
            else:
                kind = "true or false" if isinstance(meant, bool) else "null" if meant is None else "a number"
                self._refuse(Refusal.KEY_NOT_TEXT, mark, f"the key {key} means {kind}", f'write "{key}" in quotes')
        elif key in mapping:
            if self._refusals.are_full():
                return _stand_in(key_marks)
            first = key_marks[list(mapping).index(key)]
            shown = key if len(key) <= _SHOWN_KEY else f"{key[:_SHOWN_KEY]}…"
            says = f'the key "{shown}" stands here and in line {first.line + 1}'
            self._refuse(Refusal.DUPLICATE, mark, says, "keep one of the two")
        else:
            return key
        return _stand_in(key_marks)

    def _refused_key(self, event: Event, key_marks: list[Mark]) -> str:
        if not isinstance(event, AliasEvent):
            says = "a list or a mapping stands where a key must stand"
            hint = "put a value that begins with [ or { in quotes; indent a list below its key"
            self._refuse(Refusal.KEY_NOT_TEXT, event.start_mark, says, hint)
        stand_in = _stand_in(key_marks)
        key_marks.append(event.start_mark)
        return stand_in

    def _refuse_properties(self, event: Event) -> None:
        if event.anchor is not None:
            self._refuse(Refusal.ANCHOR, event.start_mark, f"&{event.anchor} names a part of the file", _WRITE_OUT)
        if event.tag is not None:
            hint = "delete it, or put a value that begins with ! in quotes"
            self._refuse(Refusal.TAG, event.start_mark, f"the tag {event.tag} changes what the value means", hint)

    def _may_begin(self, document: Event) -> bool:
        self._documents += 1
        if self._documents > 1:
            says = "a second document begins here"
            self._refuse(
                Refusal.SEVERAL_DOCUMENTS,
                document.start_mark,
                says,
                'one file, one item: delete "---" or split the file',
            )
            return False
        if document.version or document.tags:
            says = "a line that begins with % changes how the file is read"
            self._refuse(Refusal.DIRECTIVE, document.start_mark, says, "delete it")
        return True

    def _refuse(self, reason: Refusal, mark: Mark, says: str, hint: str) -> None:
        self._refusals.add(reason, mark.line + 1, mark.column + 1, says, hint)


def _stand_in(key_marks: list[Mark]) -> str:
    # NULL is refused in every text, so no real key equals a stand-in.
    return f"\x00{len(key_marks)}"
