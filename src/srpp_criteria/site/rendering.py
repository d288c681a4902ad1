# SPDX-License-Identifier: Apache-2.0
"""Templates of pages: Jinja with everything escaped, and the few words of ours that templates may use.

A template is CommonMark with blocks of HTML. A heading is written `## {{ words["…"] | heading }} {: #anchor }`, so that
it stands in the table of contents; all else is HTML, which Markdown passes through untouched. A block of HTML begins at
the start of a line, and its outermost element closes it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from markupsafe import Markup

from srpp_criteria.documents.html import flow_html, inlines_html
from srpp_criteria.documents.markdown import escaped
from srpp_criteria.documents.printable import web_address
from srpp_criteria.edition.locale import Locale
from srpp_criteria.wording import format_date, format_decimal, parse_markup

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from jinja2.runtime import Context

    from srpp_criteria.documents.document import Inlines
    from srpp_criteria.documents.inlines import Flow

_SENTENCE_END = re.compile(r"(?<=\w{2}[.!?])\s(?=[^\W\d_a-zà-ÿ])")
_SHORTENED = (
    "Mio.",
    "Mrd.",
    "bzw.",
    "inkl.",
    "exkl.",
    "ggf.",
    "Abs.",
    "Art.",
    "art.",
    "Nr.",
    "nr.",
    "No.",
    "jf.",
    "ca.",
    "St.",
)
"""Shortened words of our languages after which a sentence goes on with a capital letter."""


def rendered(template: str, **values: object) -> str:
    """A template of `site/templates/` with these values. `locale` is always among them: it decides on figures."""
    return _environment().get_template(template).render(**values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("srpp_criteria.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {
        "date": _date,
        "number": _number,
        "heading": _heading,
        "prose": _prose,
        "flow": _flow,
        "inlines": _inlines,
        "first_sentence": first_sentence,
        "web": _web,
        "label": _label,
        "seen": _seen,
    }
    return environment


@pass_context
def _date(context: Context, day: dt.date) -> str:
    """A day as the edition writes it."""
    return format_date(day, Locale.parse(context["locale"]).cldr)


@pass_context
def _number(context: Context, number: Decimal | float) -> str:
    """A number as the edition writes it; a float by the digits that stand in the file."""
    exact = Decimal(str(number)) if isinstance(number, float) else number
    return format_decimal(exact, Locale.parse(context["locale"]).cldr)


def _heading(text: str) -> Markup:
    """Words as a Markdown heading: every character that could be markup is escaped."""
    return Markup(escaped(text.replace("\n", " ")))  # noqa: S704  # `escaped` leaves no HTML


def first_sentence(text: str) -> str:
    """The first sentence of prose without markup, for a page that lists much and leads to the whole.

    A full stop counts only before a capital letter, after two letters or more that are no shortened word.

    >>> first_sentence("Sheets of cotton, 2.5 m wide, e.g. for hospitals. The pack follows the cotton.")
    'Sheets of cotton, 2.5 m wide, e.g. for hospitals.'
    >>> first_sentence("Bau ab 1 Mio. Euro für ein Jahr. Das Paket schützt.")
    'Bau ab 1 Mio. Euro für ein Jahr.'
    """
    whole = " ".join(text.split())
    ends = (found.start() for found in _SENTENCE_END.finditer(whole))
    return whole[: next((end for end in ends if not whole[:end].endswith(_SHORTENED)), len(whole))]


def _prose(text: str) -> Markup:
    """Paragraphs and lists of content as HTML."""
    return Markup(flow_html(parse_markup(text)))  # noqa: S704  # the writer escapes


def _flow(blocks: tuple[Flow, ...]) -> Markup:
    """Parsed paragraphs and lists as HTML."""
    return Markup(flow_html(blocks))  # noqa: S704  # the writer escapes


def _inlines(inlines: Inlines) -> Markup:
    """The inlines of one paragraph as HTML."""
    return Markup(inlines_html(inlines))  # noqa: S704  # the writer escapes


def _web(url: str | None) -> str:
    """An address that may stand in a link; empty for any that may not."""
    return web_address(url or "") or ""


@pass_context
def _label(context: Context, words: str) -> str:
    """Words as a label before their text, with the colon of the language."""
    return str(context["words"]["labelled"]).replace("{label}", words)


@pass_context
def _seen(context: Context, day: dt.date | None) -> str:
    """When somebody read a source, or plainly that nobody has."""
    words: Mapping[str, str] = context["words"]
    return words["unverified"] if day is None else words["page-seen"].replace("{date}", _date(context, day))
