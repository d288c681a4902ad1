# SPDX-License-Identifier: Apache-2.0
"""The site of this checkout as data, once for a process, and the same site as an attacker would like it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import lru_cache
from html.parser import HTMLParser
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import fromstring

import markdown  # type: ignore[import-untyped]  # no stubs
from pydantic import BaseModel
from tests.conftest import ROOT

from srpp_criteria import Edition, Library
from srpp_criteria.models.market import NationalAct
from srpp_criteria.models.registers import Act
from srpp_criteria.site.pages import whole_site

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from srpp_criteria.site.edition_site import WholeSite

TODAY = dt.date(2026, 11, 28)
ADDRESS = "https://example.org/srpp/"
REPOSITORY = "https://example.org/repository"
TIERS = "construction-subcontracting-tier-limit"

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) </div> `a` <!-- ]]>'
"""Words that would do harm wherever one writer forgets to escape."""


@lru_cache(maxsize=1)
def whole() -> WholeSite:
    """The site of this checkout."""
    return whole_site(Library.load(ROOT), repository=REPOSITORY, address=ADDRESS, today=TODAY)


@lru_cache(maxsize=1)
def poisoned_whole() -> WholeSite:
    """The same site with hostile words in every sentence, and every address made a script."""
    fine = whole()
    shelf = fine.shelf
    registers = replace(
        shelf.registers,
        files={name: replace(file, value=_poisoned(file.value)) for name, file in shelf.registers.files.items()},
    )
    bad_shelf = replace(
        shelf,
        registers=registers,
        markets={code: replace(sheet, value=_poisoned(sheet.value)) for code, sheet in shelf.markets.items()},
        overlays={key: replace(overlay, value=_poisoned(overlay.value)) for key, overlay in shelf.overlays.items()},
    )
    return replace(
        fine,
        shelf=bad_shelf,
        editions={locale: _bad_edition(edition) for locale, edition in fine.editions.items()},
        before_market={locale: _bad_edition(edition) for locale, edition in fine.before_market.items()},
        glosses={locale: _bad_edition(edition) for locale, edition in fine.glosses.items()},
    )


def _bad_edition(edition: Edition) -> Edition:
    words = edition.data.words
    # The library's own words are not a stranger's: patterns such as "{label}: " must stay whole.
    return Edition(_poisoned(edition.data).model_copy(update={"words": words}), edition.provenance)


def _poisoned(value: Any) -> Any:
    if isinstance(value, BaseModel):
        update = {name: _poisoned(getattr(value, name)) for name in type(value).model_fields}
        if "maximum_length" in update:
            update["maximum_length"] = 4000  # room for the default and what was put behind it
        if "url" in update and isinstance(value, Act | NationalAct):
            del update["url"]  # it goes through the model of a citation, which refuses it
        return value.model_copy(update=update)
    if isinstance(value, tuple):
        return tuple(_poisoned(one) for one in value)
    if isinstance(value, dict | MappingProxyType):
        return {key: _poisoned(one) for key, one in value.items()}
    if type(value) is str:
        if value.startswith("http"):
            return "javascript:alert(1)//" + value
        return f"{value} {HOSTILE}" if " " in value and not value.startswith("srpp:") else value
    return value


def html_of(text: str) -> str:
    """The text of a page as MkDocs makes HTML of it."""
    extensions = ["admonition", "attr_list", "def_list", "tables", "toc"]
    return str(markdown.markdown(text, extensions=extensions))


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "img", "iframe", "object", "style"}:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.faults.append(f"{tag} {name}=")
            if name in {"href", "src", "action"} and (value or "").strip().lower().startswith(("javascript:", "data:")):
                self.faults.append(f"{tag} {name}={value}")


def faults(html: str) -> list[str]:
    """What in a page could run, or may not stand in it."""
    finder = _Finder()
    finder.feed(html)
    return finder.faults


def xml_of(content: bytes) -> Element:
    """XML that we wrote, read again."""
    return fromstring(content)  # noqa: S314  # nobody else wrote it
