# SPDX-License-Identifier: Apache-2.0
"""`make bench`, the site: what building costs against plain Material, and what comes over the wire.

(e) processor time per page of the whole build (reading, resolving, pages, twins, search index) against plain Material
    for MkDocs with its own search on the same Markdown, at about 300 pages: at most 1.6. Neither side lists its pages
    in the navigation, which costs Material a time that grows with the square of the pages.
(f) The same time per page at about 6,000 pages against about 300: at most 1.3.
(g) Kilobytes over the wire, compressed as a web server does it, from opening the catalogue with a word in its address
    until the first result is shown, at 200 and at 5,000 items: at most 150. The theme's own style sheets and script,
    which every page of the site shares, are told apart.
(h) Kilobytes of an item page with the theme, which has no fonts: at most 150.
(i) The median time from a query to the data of its first ten results, in Chromium at 5,000 items: at most 100 ms.
"""

from __future__ import annotations

import datetime as dt
import gzip
import os
import resource
import shutil
import statistics
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml
from generated import generate_checkout
from playwright.sync_api import sync_playwright

from srpp_criteria import Library
from srpp_criteria.site.pages import pages_of, whole_site
from srpp_criteria.site.search_index import write_search_index

sys.path.append(str(Path(__file__).resolve().parents[2]))

from tests.chromium import launch_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Response

    from srpp_criteria.site.edition_site import WholeSite

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 28)
LIMIT = 150
ROUNDS = 4
ITEM = "construction-subcontracting-tier-limit"
QUERIES = (
    "apprentice hours",
    "living wage",
    "subcontractor",
    "kitchen",
    "audit right",
    "accessible",
    "fair trade",
    "safety",
)


class Build(NamedTuple):
    """A finished build: processor seconds and number of pages."""

    seconds: float
    pages: int

    @property
    def per_page(self) -> float:
        """Seconds for one page."""
        return self.seconds / self.pages


def site_results(folder: Path, *, quick: bool) -> list[tuple[str, float, float]]:
    """Every measurement of the site, as title, figure and limit."""
    few, many = (70, 400) if quick else (70, 2930)
    # The two sides take turns, and the best of each counts: whatever else runs on the machine is not measured.
    rounds = [(building(folder / "few", few), plain_building(folder / "few")) for _ in range(ROUNDS)]
    small, plain = (min(side, key=lambda one: one.seconds) for side in zip(*rounds, strict=True))
    results = [("(e) our build per page / plain Material on the same Markdown", small.per_page / plain.per_page, 1.6)]
    large = building(folder / "many", many)
    results.append(
        (f"(f) per page at {large.pages} pages / at {small.pages} pages", large.per_page / small.per_page, 1.3)
    )
    for name, size in (("few", 200), ("many", 1000 if quick else 5000)):
        results += searching(folder, folder / name / "site", size, timed=name == "many")
    with serving(folder / "few" / "site") as address:
        results.append(("(h) KB of an item page, theme included", fetched(f"{address}en/{ITEM}-0/")[0] / 1000, LIMIT))
    return results


def building(folder: Path, items: int) -> Build:
    """Build the site of a generated library, as `make site` does."""
    if not folder.exists():
        generate_checkout(folder, items)
    seconds = spent(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "site")], SRPP_LIBRARY=str(folder)
    )
    pages = sum(1 for _ in (folder / "site").rglob("*.html"))
    print(f"    {pages:6} pages from {items} items in {seconds:.0f} s, {seconds / pages * 1e3:.1f} ms per page")
    return Build(seconds, pages)


def plain_building(folder: Path) -> Build:
    """Plain Material over the same pages, written down as Markdown files."""
    source = folder / "plain" / "docs"
    for page in pages_of(whole(folder)):
        target = source / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page.markdown, encoding="utf-8")
    for hand_written in (ROOT / "docs").rglob("*.md"):
        target = source / hand_written.relative_to(ROOT / "docs")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(hand_written, target)
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV", ""))
    extensions = settings["markdown_extensions"]
    config = {
        "site_name": "plain",
        "theme": {"name": "material", "font": False},
        "nav": ["index.md"],
        "not_in_nav": "*",
        "validation": {"links": {"not_found": "ignore", "anchors": "ignore", "unrecognized_links": "ignore"}},
        "markdown_extensions": extensions,
        "plugins": ["search"],
    }
    (folder / "plain" / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "plain" / "site")]
    seconds = spent(command, at=folder / "plain")
    pages = sum(1 for _ in (folder / "plain" / "site").rglob("*.html"))
    print(f"    {pages:6} pages of plain Material in {seconds:.0f} s, {seconds / pages * 1e3:.1f} ms per page")
    return Build(seconds, pages)


def whole(folder: Path) -> WholeSite:
    """The generated library as the site sees it."""
    return whole_site(Library.load(folder), repository="https://example.org/srpp", address="", today=TODAY)


def searching(folder: Path, site: Path, items: int, *, timed: bool) -> Iterator[tuple[str, float, float]]:
    """(g) and (i): a site whose search index holds this many items."""
    library = folder / f"index-{items}"
    generate_checkout(library, items)
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    write_search_index(whole(library), site)
    with serving(site) as address:
        total, theme = fetched(f"{address}en/catalogue/?q=apprentice", until=".srpp-result")
        print(f"    {items:6} items: {total / 1e3:.0f} KB until the first result, {theme / 1e3:.0f} KB the theme's")
        yield f"(g) KB until the first result at {items} items, without the theme", (total - theme) / 1000, LIMIT
        if timed:
            yield f"(i) ms to answer a query at {items} items, median", answered(address), 100


FIRST_RESULT = """new MutationObserver((_, watcher) => {
    if (!document.querySelector(".srpp-result")) return;
    window.firstResult = performance.now();
    watcher.disconnect();
}).observe(document, { childList: true, subtree: true });"""


def fetched(address: str, until: str = "") -> tuple[int, int]:
    """Bytes over the wire: all, and those of the theme's own style sheets and script.

    With `until`, only what was asked for before an element like that stood on the page.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page()
        sizes: dict[str, int] = {}

        def note(response: Response) -> None:
            sizes[response.url] = int(response.headers.get("content-length", "0"))

        page.on("response", note)
        page.add_init_script(FIRST_RESULT)
        page.goto(address)
        if until:
            page.wait_for_selector(until)
        page.wait_for_load_state("networkidle")
        asked = page.evaluate("""() => performance.getEntriesByType("resource")
            .filter(one => window.firstResult === undefined || one.startTime <= window.firstResult)
            .map(one => one.name)""")
        browser.close()
    counted = {url: size for url, size in sizes.items() if url == address or url in asked}
    theme = sum(size for url, size in counted.items() if "/assets/" in url and "/assets/srpp/" not in url)
    return sum(counted.values()), theme


def answered(address: str) -> float:
    """Milliseconds from a query to the data of its first ten results, in the median over many queries."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page()
        page.goto(f"{address}en/catalogue/")
        times = [one_answer(page, query) for query in QUERIES * 4]
        browser.close()
    return statistics.median(times[len(QUERIES) :])  # the first round loads pieces of the index over the wire


def one_answer(page: Page, query: str) -> float:
    """Milliseconds of one query, asked as the catalogue asks."""
    milliseconds, found = page.evaluate(
        """async query => {
            const index = await import(new URL("../../pagefind/pagefind.js", location.href).href);
            await index.options({ noWorker: true, excerptLength: 28 });
            await index.init();
            const before = performance.now();
            const answer = await index.search(query);
            await Promise.all(answer.results.slice(0, 10).map(one => one.data()));
            return [performance.now() - before, answer.results.length];
        }""",
        query,
    )
    assert found > 0, query
    return float(milliseconds)


class _Compressing(SimpleHTTPRequestHandler):
    """Serves files as a web server does: text compressed, with its length."""

    def do_GET(self) -> None:
        """Answer with one file."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data, kind = path.read_bytes(), self.guess_type(str(path))
        text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        data = gzip.compress(data, 6) if text else data
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if text:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class serving:  # noqa: N801  # reads as a verb where it is used
    """Serve a folder while a block runs; gives its address."""

    def __init__(self, folder: Path) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Compressing, directory=str(folder)))
        self._server.daemon_threads = True

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def spent(command: list[str], at: Path = ROOT, **environment: str) -> float:
    """Processor seconds of a command and all it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    given = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    subprocess.run(command, cwd=at, env=given, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
