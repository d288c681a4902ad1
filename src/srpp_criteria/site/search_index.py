# SPDX-License-Identifier: Apache-2.0
"""The search index: Pagefind reads one short page for each item, made for it and shown to nobody.

The pages themselves would be the wrong thing to read: they carry the words of the frame, and no weights. Pagefind is
run once over a folder; its Python interface takes a tenth of a second for each page that is handed over alone.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from pagefind_bin import get_executable  # type: ignore[import-untyped]  # it has no types

from srpp_criteria.shelf.shelf import MASTER
from srpp_criteria.site.rendering import rendered
from srpp_criteria.site.search_document import item_document
from srpp_criteria.site.search_facets import write_facets
from srpp_criteria.site.search_names import shorten_names
from srpp_criteria.site.search_words import synonyms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from srpp_criteria.site.edition_site import WholeSite

FOLDER = "pagefind"
"""Where the index lies below the root of the site."""

WORTH_FINDING = ("packs", "sectors", "topics", "market", "glossary", "labels")
"""Pages of an edition that are found beside its items; the others only repeat what these say."""

GUIDES = ("guide", "concepts", "reference")
"""Pages written by hand, in English: they are found in the master edition."""

_ONLY_FOR_ITS_OWN_BOX = ("*ui*", "pagefind-highlight.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""Files for an interface that this site does not use, and for pages without a language."""

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_ENGLISH = re.compile(r'(<[a-z][a-z0-9]*\b[^<>]*?\slang="en")')
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)


def write_search_index(whole: WholeSite, site_dir: Path) -> None:
    """Write the index of every language below the finished site."""
    output = site_dir / FOLDER
    with tempfile.TemporaryDirectory() as folder:
        for path, document in _documents(whole, site_dir):
            target = Path(folder) / path / "index.html"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(document, encoding="utf-8")
        _index(Path(folder), output)
    shorten_names(output)
    write_facets(output, site_dir, whole.sites)
    shutil.rmtree(output / "filter")
    for pattern in _ONLY_FOR_ITS_OWN_BOX:
        for file in output.glob(pattern):
            file.unlink()


def _documents(whole: WholeSite, site_dir: Path) -> Iterator[tuple[str, str]]:
    """Address and content of everything that can be found."""
    for site in whole.sites.values():
        vocabulary = synonyms_of(site.edition)
        for entry in site.edition:
            yield f"{site.locale}/{entry.id}", item_document(entry, site, vocabulary)
        parents = [site_dir / site.locale / name for name in WORTH_FINDING]
        if site.locale == MASTER:
            parents += [site_dir / name for name in GUIDES]
        for parent in parents:
            for page in sorted(parent.glob("**/index.html")):
                document = _page_document(page.read_text(encoding="utf-8"), site.locale)
                if document is not None:
                    yield page.parent.relative_to(site_dir).as_posix(), document


def _page_document(page: str, locale: str) -> str | None:
    """The article of a finished page, without the frame around it; nothing if it has none."""
    article = _ARTICLE.search(page)
    if article is None:
        return None
    text = _PERMALINK.sub("", article[1])
    if locale != MASTER:
        # An excerpt cannot say where its language changes, so notes that only exist in English are not read.
        text = _ENGLISH.sub(r'\1 data-pagefind-ignore="all"', text)
    title = _TITLE.search(text)
    if title is None:
        return None
    return rendered(
        "search-page.html",
        locale=locale,
        title=" ".join(html.unescape(Markup(title[1]).striptags()).split()),  # noqa: S704  # its tags are taken away
        article=Markup(text.replace(title[0], "", 1)),  # noqa: S704  # it was escaped when the page was made
    )


def _index(folder: Path, output: Path) -> None:
    """Run Pagefind over a folder of pages.

    Raises:
        RuntimeError: it failed; the message is what it said.
    """
    shutil.rmtree(output, ignore_errors=True)
    done = subprocess.run(  # noqa: S603  # the program comes with a package, and its arguments are folders of ours
        [get_executable(), "--site", folder, "--output-path", output, "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        message = f"Pagefind could not write the search index: {done.stderr or done.stdout}"
        raise RuntimeError(message)
