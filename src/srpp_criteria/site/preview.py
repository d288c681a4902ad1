# SPDX-License-Identifier: Apache-2.0
"""One page of the site, at once and for a draft: what its author sees before anybody else does.

The page is the one that the site has, made by the same maker; its links and scripts are taken out, because it is read
from a disk, and what `srpp check` says of the file stands on top.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import markdown  # type: ignore[import-untyped]  # it ships none

from srpp_criteria.checks import check_shelf
from srpp_criteria.diagnostics import Severity, counted
from srpp_criteria.edition.edition import Edition
from srpp_criteria.edition.entry import Reason
from srpp_criteria.edition.resolve import before_market, gloss, resolve
from srpp_criteria.errors import SrppError, UnknownItem
from srpp_criteria.shelf.reading import read_shelf
from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.edition_site import WholeSite
from srpp_criteria.site.item_page import item_page

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from srpp_criteria.diagnostics import Diagnostic
    from srpp_criteria.edition.entry import EditionData
    from srpp_criteria.shelf.shelf import Shelf

_EXTENSIONS: Final = ("admonition", "attr_list", "def_list", "tables")
# Links of the site lead to pages that are not there on a disk; addresses of the web and of this page stay.
_INNER_LINK: Final = re.compile(r' href="(?!https?://|#|mailto:)[^"]*"')
_STATIC: Final = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Preview:
    """A page that opens from a disk.

    Attributes:
        html: the whole page, with its style sheet in it.
        findings: what `srpp check` says of the file.
        trouble: why the text itself is not on it; empty if it is.
    """

    html: str
    findings: tuple[Diagnostic, ...]
    trouble: str


def preview(root: Path, item: str, *, locale: str, today: dt.date) -> Preview:
    """The page of an item of a checkout in an edition.

    Raises:
        UnknownItem: no file of the checkout has this name.
        UnknownLocale: there is no such edition.
    """
    shelf = read_shelf(root)
    findings = tuple(found for found in check_shelf(shelf) if Path(found.place.file).stem == item)
    if item not in shelf.items and not findings:
        raise UnknownItem(item, locale, shelf.items)
    trouble = ""
    body = ""
    if item not in shelf.items:
        trouble = "The file cannot be read as an item. Mend what srpp check finds first."
    else:
        body, trouble = _body(shelf, item, locale, today)
    title = body[: body.find("\n")].lstrip("# ") if body else item
    html = _document(title, locale, _findings(findings, trouble), _rendered(body) if body else "")
    return Preview(html, findings, trouble)


def _body(shelf: Shelf, item: str, locale: str, today: dt.date) -> tuple[str, str]:
    """The Markdown of the page, or why there is none."""
    editions = {tag: _edition(resolve(shelf, tag)[0]) for tag in dict.fromkeys((MASTER, locale))}
    edition = editions[locale]
    if item not in edition:
        return "", f"The text is not in the edition {locale}: {_why_missing(edition, item)}"
    before, glosses = _compared_with(shelf, locale, edition)
    whole = WholeSite(shelf, editions, before, glosses, "", "", today)
    try:
        return item_page(edition[item], whole.sites[locale]).markdown, ""
    except SrppError as unfit:
        return "", f"The text cannot be filled in. {unfit}"


def _why_missing(edition: Edition, item: str) -> str:
    """Why an item is not in an edition, and what brings it in."""
    missing = edition.missing.get(item)
    market = edition.locale.partition("-")[2]
    if missing is None:
        return "nobody has said why."
    says = missing.says.rstrip(".")
    return {
        Reason.NOT_DECIDED: f"{says}. A decision of the market is written into locales/markets/{market}/{item}.yml.",
        Reason.EXCLUDED: f"the market leaves it out. {says}.",
        Reason.STALE: f"the decision of the market is for an older text ({says}). An expert has to look at it again.",
        Reason.INCOMPLETE: f"something is not translated yet: {says}.",
        Reason.INVALID: f"the decision of the market does not fit the text. {says}.",
    }[missing.reason]


def _compared_with(shelf: Shelf, locale: str, edition: Edition) -> tuple[Mapping[str, Edition], Mapping[str, Edition]]:
    if edition.market is None:
        return {}, {}
    return {locale: _edition(before_market(shelf, locale))}, {locale: _edition(gloss(shelf, edition.market.market))}


def _edition(data: EditionData) -> Edition:
    def nowhere(item: str) -> None:
        raise UnknownItem(item, data.locale, (), "a preview does not trace values; use srpp explain")

    return Edition(data, nowhere)  # type: ignore[arg-type]  # it never returns


def _rendered(body: str) -> str:
    html = markdown.markdown(body, extensions=list(_EXTENSIONS), output_format="html")
    return _INNER_LINK.sub("", html)


def _findings(findings: Sequence[Diagnostic], trouble: str) -> str:
    """What stands on top: why there is no text, and what the check says of the file."""
    told = f"<p><strong>{escape(trouble)}</strong></p>" if trouble else ""
    if not findings:
        good = "" if trouble else " preview--good"
        nothing = "finds nothing wrong in the file itself." if trouble else "finds nothing."
        return f'<aside class="preview{good}">{told}<p><strong>srpp check</strong> {nothing}</p></aside>'
    rows = "\n".join(
        f"<li>{'' if found.severity is Severity.ERROR else 'warning: '}{escape(str(found))}</li>" for found in findings
    )
    errors = sum(found.severity is Severity.ERROR for found in findings)
    counts = f"{counted(errors, 'error')}, {counted(len(findings) - errors, 'warning')}"
    summary = f"<summary>srpp check: {counts}</summary>"
    return f'<aside class="preview">{told}<details open>{summary}\n<ul>\n{rows}\n</ul></details></aside>'


_OWN_STYLE: Final = """
.preview{font-size:16px;line-height:1.5;border-left:.4rem solid #b3261e;padding:.2rem 1rem;margin:0 0 1.5rem;
  background:#fff4f2;color:#1c1b1f}
.preview--good{border-color:#1b6e3c;background:#eef8f1}
.preview summary{font-weight:700;cursor:pointer}
.preview li{overflow-wrap:anywhere}
main{max-width:52rem;margin:1.5rem auto;padding:0 1rem}
html{font-size:20px}
body{font-family:system-ui,sans-serif}
"""


def _document(title: str, locale: str, findings: str, body: str) -> str:
    style = "\n".join([*_style_sheets(), _OWN_STYLE]).replace("</", "<\\/")
    return f"""<!doctype html>
<html lang="{escape(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>Preview: {escape(title)}</title>
<style>
{style}
</style>
</head>
<body data-md-color-scheme="default" data-md-color-primary="teal">
<main>
{findings}
<article class="md-typeset">
{body}
</article>
</main>
</body>
</html>
"""


def _style_sheets() -> Iterator[str]:
    """The theme's style sheets, if it is installed, then ours, as the site has them."""
    theme = find_spec("material")
    if theme is not None and theme.origin is not None:
        sheets = Path(theme.origin).parent / "templates" / "assets" / "stylesheets"
        for sheet in sorted(sheets.glob("*.min.css")):
            yield re.sub(r"/\*# sourceMappingURL=.*?\*/", "", sheet.read_text(encoding="utf-8"))
    for sheet in sorted(_STATIC.glob("*.css")):
        yield sheet.read_text(encoding="utf-8")
