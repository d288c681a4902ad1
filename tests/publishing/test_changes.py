# SPDX-License-Identifier: Apache-2.0
"""What a pull request does to the texts, told to a reviewer: right, readable, bounded, and deaf to hostile words."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.checkout import Checkout

from srpp_criteria.publishing import comment
from srpp_criteria.publishing.base_checkout import UnknownBase, base_checkout
from srpp_criteria.publishing.change_page import LONGEST, as_html, as_markdown
from srpp_criteria.publishing.comment import LONGEST as LONGEST_COMMENT
from srpp_criteria.publishing.comment import MARKER, body, defused, text_of
from srpp_criteria.publishing.pull_request import change_report

if TYPE_CHECKING:
    from collections.abc import Callable

HOSTILE = (
    "Pay @everyone, see #1 and GH-2 at http://evil.example or www.evil.example, <img src=x onerror=alert(1)>"
    " [here](https://evil.example) ![i](x) `code` $x$ **bold** ~~gone~~ | a | &commat;team &#64;team"
    " \N{RIGHT-TO-LEFT OVERRIDE}approved"
)


@pytest.fixture
def sides(tmp_path: Path) -> Callable[[], tuple[Checkout, Checkout]]:
    """A small library in two languages, and a second call that takes a copy of it to be changed."""

    def copy() -> tuple[Checkout, Checkout]:
        before = Checkout(tmp_path / "before")
        before.item("fair-pay")
        before.market("NO")
        before.decide("NO", "fair-pay")
        before.translate("nb", {"fair-pay:text.obligation": "Betal lønn i tide."})
        before.release(before.edition("en")["fair-pay"])
        shutil.copytree(before.root, tmp_path / "after")
        after = Checkout(tmp_path / "after")
        return before, after

    return copy


def told(before: Checkout, after: Checkout) -> str:
    """The report in Markdown."""
    return as_markdown(change_report(before.root, after.root))


def bumped(version: str, change: str) -> list[dict[str, str]]:
    """A changelog with one version more."""
    first = {"version": "1.0.0", "date": "2026-11-22", "change": "first", "says": "First text."}
    return [{"version": version, "date": "2026-11-29", "change": change, "says": "It is better."}, first]


def test_a_change_without_effect_says_so(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """Two equal checkouts: no text differs and the register is untouched."""
    page = told(*sides())

    assert "No text of any edition differs." in page
    assert "Register of published texts: untouched." in page


def test_words_that_went_and_came_are_marked(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """A reviewer sees the words in Markdown that GitHub shows, and what kind of change they are at least."""
    before, after = sides()
    after.item("fair-pay", text={"obligation": "Pay wages within ten days."})

    page = told(before, after)

    assert "Pay wages ~~on time~~ **within ten days** ." in page
    assert "No kind of change is entered; at least major (text.obligation: the words of an obligation changed)" in page


def test_a_text_that_nobody_holds_needs_no_new_version(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """Before its first release a draft may be rewritten."""
    before, after = sides()
    before.item("new-idea", text={"obligation": "Pay wages."})
    after.item("new-idea", text={"obligation": "Pay all wages."})

    assert "It was never released, so the version may stay" in told(before, after)


@pytest.mark.parametrize(
    ("change", "expected"),
    [("patch", "Entered as patch, which is too light: at least major"), ("major", "Entered as major; at least major")],
)
def test_the_kind_entered_is_held_against_the_kind_needed(
    sides: Callable[[], tuple[Checkout, Checkout]], change: str, expected: str
) -> None:
    """An obligation that changed cannot pass as a patch."""
    before, after = sides()
    version = {"patch": "1.0.1", "major": "2.0.0"}[change]
    after.item("fair-pay", text={"obligation": "Pay wages early."}, version=version, changelog=bumped(version, change))

    assert expected in told(before, after)


def test_a_better_translation_is_shown_in_its_edition_only(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """The English text stays out of it."""
    before, after = sides()
    after.translate("nb", {"fair-pay:text.obligation": "Betal lønnen i tide."})

    page = told(before, after)

    assert "nb-NO: 1 changed" in page
    assert "~~lønn~~ **lønnen**" in page
    assert "(en)" not in page


def test_decisions_that_become_stale_are_named(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """A market whose decision was written for an older text learns it here."""
    before, after = sides()
    after.item("fair-pay", text={"obligation": "Pay more."}, version="2.0.0", changelog=bumped("2.0.0", "major"))

    assert "- NO: fair-pay, written for 1.0.0, now 2.0.0" in told(before, after)


def test_texts_that_come_and_go_are_listed(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """A new text is shown with its words; one that went, with the reason if the edition knows one."""
    before, after = sides()
    after.item("fair-rest", title="Fair rest", text={"obligation": "Give breaks."})
    (after.root / "criteria" / "food" / "fair-pay.yml").unlink()

    page = told(before, after)

    assert "en: 1 removed, 1 added" in page
    assert "- obligation: Give breaks." in page


def test_advice_beside_a_text_is_no_change_of_the_text(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """Codes and sources may be corrected; the report says so without marks."""
    before, after = sides()
    after.item("fair-pay", codes={"cpv": ["55500000-5"]})

    page = told(before, after)

    assert "Changed beside the text only" in page
    assert "- fair-pay (en)" in page
    assert "**" not in page


def test_a_touched_register_is_the_first_thing_said(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """An edited or removed release is named with its file; a new one is only counted."""
    before, after = sides()
    (released,) = (after.root / "criteria" / "published").rglob("en.jsonl")
    released.write_bytes(released.read_bytes().replace(b"Pay", b"pay"))

    page = told(before, after)

    assert "The register of published texts was touched" in page
    assert f"- {released.relative_to(after.root).as_posix()}" in page


def test_only_new_findings_are_told(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """What was wrong before is not the fault of this change; a broken file gives no traceback."""
    before, after = sides()
    after.write("criteria/food/broken.yml", "id: [\n")

    old = {str(one) for one in change_report(before.root, before.root).findings}
    page = told(before, after)

    assert old == set()
    assert "criteria/food/broken.yml" in page


# ---- hostile words -------------------------------------------------------------------------------------------------


class Tags(HTMLParser):
    """The tags of a page, and its text outside of code."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Collect."""
        self.tags.add(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data: str) -> None:
        """Collect."""
        self.text += f"{data}\0"  # a mention ends where its text ends


def acts(text: str) -> list[str]:
    """What GitHub would make a link of by itself, in rendered text."""
    return re.findall(r"@\w+|(?<!\w)#\d+|GH-\d+|\w+://|www\.|mailto:", text)


def rendered(markdown: str) -> Tags:
    """Markdown as GitHub reads it, with raw HTML allowed, so that any would be seen."""
    return Tags(MarkdownIt("commonmark").enable(["strikethrough", "table"]).render(markdown))


def test_hostile_words_are_only_shown(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """Mentions, links, images, HTML and signs that nobody sees come out as words, in the title as in the text."""
    before, after = sides()
    after.item(
        "fair-pay", title=HOSTILE.split("<", maxsplit=1)[0], text={"obligation": HOSTILE.replace("<img", "(img")}
    )
    after.item("fair-rest", text={"obligation": "See @everyone at https://evil.example"})

    page = rendered(told(before, after))

    assert page.tags <= {"h2", "h3", "p", "ul", "li", "s", "strong"}
    assert page.attributes == []
    assert acts(page.text) == []
    assert "everyone" in page.text


def test_a_hostile_archive_becomes_a_harmless_comment(tmp_path: Path) -> None:
    """The artifact of a pull request may hold anything: what is posted begins with our words and only shows theirs."""
    archive = tmp_path / "comment.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("comment.md", f"## Fine\n\n{HOSTILE}\n<details open>\n<!-- hidden -->\n{MARKER}\n")

    posted = body(text_of(str(archive)))
    page = rendered(posted.removeprefix(MARKER))

    assert posted.startswith(MARKER)
    assert posted.count(MARKER) == 1
    assert page.tags <= {"h2", "p", "em", "s", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert acts(page.text) == []
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in posted


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x05\x06" + b"\0" * 18])
def test_an_artifact_that_is_no_archive_gives_a_sentence(tmp_path: Path, content: bytes) -> None:
    """Whatever was uploaded, the workflow ends with a comment."""
    archive = tmp_path / "comment.zip"
    archive.write_bytes(content)

    assert "The run left no text that could be read." in body(text_of(str(archive)))


def test_a_comment_is_never_longer_than_github_takes(tmp_path: Path) -> None:
    """A small archive that unpacks to a hundred megabytes is read up to a length and cut at a line."""
    archive = tmp_path / "comment.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("comment.md", "a line of words\n" * 6_000_000)
    assert archive.stat().st_size < 262_144

    posted = body(text_of(str(archive)))

    assert len(posted) < LONGEST_COMMENT + 200
    assert "It goes on" in posted


def test_the_script_of_the_workflow_needs_only_python(tmp_path: Path) -> None:
    """The job that may write installs nothing: the file runs alone, without this package."""
    archive = tmp_path / "comment.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("comment.md", "at most **1** tier")

    done = subprocess.run(
        [sys.executable, "-I", "-S", comment.__file__, str(archive)], capture_output=True, text=True, check=True
    )

    assert done.stdout.endswith("at most **1** tier")


PIECES = [*"ab@#1&;<>[]`$|\\:/w.*_~\n\u200b", "&lt;", "&#35;", "&commat;", "http://", "GH-"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_defusing_twice_changes_nothing(text: str) -> None:
    """What this package wrote comes through the workflow unchanged; nothing acts after either."""
    once = defused(text)

    assert defused(once) == once
    assert acts(rendered(once).text) == []


def test_a_page_has_a_limit(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """Very many and very long texts end with a sentence, not with a comment that cannot be posted."""
    before, after = sides()
    for number in range(60):
        after.item(f"long-{number}", text={"obligation": "Pay *every* wage in time. " * 200})

    page = told(before, after)

    assert len(page) < LONGEST + 1_000
    assert "This page is full" in page
    assert len(body(page)) < LONGEST_COMMENT + 200
    assert page.strip() in body(page)


def test_the_page_in_html_has_no_other_tags(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """The same report as a page of its own: marks are del and ins, words are escaped, nothing is fetched."""
    before, after = sides()
    after.item("fair-pay", title="Fair & <b>pay</b>", text={"obligation": "Pay wages soon."})

    page = as_html(change_report(before.root, after.root))
    seen = Tags(page)

    assert seen.tags <= {"html", "head", "meta", "title", "body", "h2", "h3", "p", "ul", "li", "del", "ins"}
    assert "<del>on time</del> <ins>soon</ins>" in page
    assert page.count("<ul>") == page.count("</ul>")


# ---- the other side ------------------------------------------------------------------------------------------------


def git(root: Path, *arguments: str) -> None:
    """Run git as nobody in particular."""
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def test_the_base_may_be_a_commit(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """Content of the commit is compared with the files as they lie there; the repository is left as it was."""
    _, after = sides()
    git(after.root, "init", "--quiet")
    git(after.root, "add", ".")
    git(after.root, "commit", "--quiet", "--message", "First")
    after.item("fair-pay", text={"obligation": "Pay wages soon."})

    with base_checkout("HEAD", after.root) as folder:
        page = as_markdown(change_report(folder, after.root))

    assert "~~on time~~ **soon**" in page
    assert not folder.exists()


@pytest.mark.parametrize("base", ["nowhere", "--output=stolen", "HEAD;true", "", "-"])
def test_a_base_that_is_nothing_is_refused(sides: Callable[[], tuple[Checkout, Checkout]], base: str) -> None:
    """A name that looks like an option or a command reaches neither git nor a shell."""
    _, after = sides()
    git(after.root, "init", "--quiet")

    with (
        pytest.raises(UnknownBase, match="neither a folder with a checkout nor a commit"),
        base_checkout(base, after.root),
    ):
        pass
    assert not list(after.root.glob("stolen*"))


def test_the_command_prints_the_report(sides: Callable[[], tuple[Checkout, Checkout]]) -> None:
    """`srpp changes` in a checkout, compared with a folder."""
    before, after = sides()
    after.item("fair-pay", text={"obligation": "Pay wages soon."})
    program = Path(sys.executable).with_name("srpp")

    done = subprocess.run(
        [program, "changes", "--base", before.root], cwd=after.root, capture_output=True, text=True, check=False
    )
    wrong = subprocess.run(
        [program, "changes", "--base", "nowhere"], cwd=after.root, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "~~on time~~ **soon**" in done.stdout
    assert wrong.returncode == 2
    assert json.dumps("nowhere") in wrong.stderr
