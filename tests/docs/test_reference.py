# SPDX-License-Identifier: Apache-2.0
"""The reference names everything there is and nothing else, and its examples are what the models accept."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter
from tests.docs.fences import Fence, fences

import srpp_criteria
from srpp_criteria.checks.pages import checks_page, pages
from srpp_criteria.cli.main import COMMANDS, srpp
from srpp_criteria.edition.entry import EditionData, Entry, Missing
from srpp_criteria.errors import SrppError
from srpp_criteria.models.item import Item
from srpp_criteria.models.market import Market
from srpp_criteria.models.overlay import Overlay
from srpp_criteria.models.pack import Pack
from srpp_criteria.models.published import PublishedText, Release
from srpp_criteria.models.tender_file import TenderFile
from srpp_criteria.scoring import METHODS, points
from srpp_criteria.source import parse_yaml
from srpp_criteria.wording.plurals import category_of

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(page for folder in ("guide", "concepts", "reference") for page in (DOCS / folder).glob("*.md"))
SHAPES: dict[str, Any] = {
    "item": Item,
    "market": Market,
    "overlay": Overlay,
    "pack": Pack,
    "tender-file": TenderFile,
    "published-text": PublishedText,
    "release": Release,
}


def read(page: str) -> str:
    """The words of a page below docs/."""
    return (DOCS / page).read_text(encoding="utf-8")


def sections(page: str, level: str = "##") -> dict[str, str]:
    """The sections of a page by their titles."""
    return dict(re.findall(rf"^{level} (.+?)\n(.*?)(?=^##|\Z)", read(page), re.MULTILINE | re.DOTALL))


# ---- commands ------------------------------------------------------------------------------------------------------


def test_every_command_has_a_section_and_no_other_is_there() -> None:
    """The reference follows the order of `srpp --help`."""
    assert list(sections("reference/commands.md")) == [f"srpp {name}" for name in COMMANDS]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_documented_with_its_usage_and_exactly_its_options(name: str) -> None:
    """The page says what `--help` says: the same usage line, the same options and choices."""
    command = srpp.get_command(click.Context(srpp), name)
    assert command is not None
    context = click.Context(command, info_name=f"srpp {name}")
    text = sections("reference/commands.md")[f"srpp {name}"]
    rows = dict(re.findall(r"^\| (`-.+?`) \| (.+) \|$", text, re.MULTILINE))
    options = [one for one in command.params if isinstance(one, click.Option)]

    assert f"`{command.get_usage(context).removeprefix('Usage: ')}`" in text
    assert list(rows) == [", ".join(f"`{name}`" for name in one.opts + one.secondary_opts) for one in options]
    for option, says in zip(options, rows.values(), strict=True):
        if isinstance(option.type, click.Choice):
            assert re.findall(r"`([\w-]+)`", says) == list(option.type.choices)


# ---- checks --------------------------------------------------------------------------------------------------------


def test_the_pages_of_checks_are_what_the_checks_say() -> None:
    """The pages are generated; this fails when a docstring changed and its page did not."""
    drifted = [name for name, text in pages().items() if read(f"reference/{name}") != text]

    assert not drifted, "docs/reference/ drifted: run `make pages`"
    written = {f"checks/{path.name}" for path in (DOCS / "reference" / "checks").glob("*.md")}
    assert written == set(pages()) - {"checks.md"}


def test_every_code_that_the_program_knows_has_a_section() -> None:
    """A drafter who looks up the code of a finding finds it."""
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    used = set(re.findall(r'"(SRPP\d{3})"', source))
    explained = re.findall(r"^### .+ \{ #(SRPP\d{3}) \}$", checks_page(), re.MULTILINE)

    assert used <= set(explained)
    assert len(explained) == len(set(explained))


def test_every_code_that_a_page_names_exists() -> None:
    """No guide sends its reader to a check that is not there."""
    known = set(re.findall(r"#(SRPP\d{3}) ", checks_page()))
    named = {code for page in PAGES for code in re.findall(r"#(SRPP\d{3})\)", page.read_text(encoding="utf-8"))}

    assert named
    assert named <= known


# ---- Python --------------------------------------------------------------------------------------------------------


def test_public_names_are_exactly_the_documented_ones() -> None:
    """What is not in the reference is not public, and the other way round."""
    assert sorted(sections("reference/python.md")) == sorted(srpp_criteria.__all__)


@pytest.mark.parametrize(
    "name", ["Library", "Edition", "Entry", "Filled", "FilledPart", "Missing", "Register", "PublishedText"]
)
def test_each_public_attribute_is_documented(name: str) -> None:
    """Methods, properties and fields of a public class stand in its table, and nothing that it does not have."""
    kind = getattr(srpp_criteria, name)
    own = {attribute for attribute in vars(kind) if not attribute.startswith(("_", "model_"))}
    if kind in {Entry, Missing, PublishedText}:
        own |= set(kind.model_fields)
    cells = re.findall(r"^\| (`.+?) \|", sections("reference/python.md")[name], re.MULTILINE)
    documented = {
        one.removeprefix(f"{name}.").partition("(")[0] for cell in cells for one in re.findall(r"`(.+?)`", cell)
    }

    assert documented == own


def test_each_exception_is_documented_with_its_facts() -> None:
    """The tree in the guide has every exception, and its section names what it carries."""
    tree = read("guide/developer.md")
    for kind in SrppError.__subclasses__():
        if kind.__module__ != SrppError.__module__:
            continue  # what a command for authors says to them is no part of the Python API
        section = sections("reference/python.md")[kind.__name__]
        facts = {name for name in kind.__init__.__code__.co_names if name in section}
        carried = re.search(rf"── {kind.__name__} +(.+)", tree)
        assert carried is not None, kind
        assert facts, kind
        assert all(f"`{fact}`" in section for fact in carried[1].split(", ")), kind


# ---- files ---------------------------------------------------------------------------------------------------------


def example(name: str, level: str) -> Fence | None:
    """The example below the heading of a schema."""
    text = read("reference/files.md")
    start = text.index(f"\n{level} {name}\n")
    line = text.count("\n", 0, start) + 1
    below = [fence for fence in fences(DOCS / "reference" / "files.md") if fence.line > line]
    ending = text.find("\n##", start + 3)
    last = text.count("\n", 0, ending) if ending > 0 else text.count("\n")
    return next((fence for fence in below if fence.line <= last and fence.language in {"yaml", "json"}), None)


def test_every_schema_has_a_section(repository: Path) -> None:
    """Each file in schemas/ is described, and nothing that has no schema."""
    names = {path.name.removesuffix(".schema.json") for path in (repository / "schemas").iterdir()}
    described = {*sections("reference/files.md"), *sections("reference/files.md", "###")} - {"Registers"}

    assert described == names


@pytest.mark.parametrize("name", SHAPES)
def test_the_example_of_a_file_is_valid(name: str) -> None:
    """Schema and model accept it; it names its schema."""
    fence = example(name, "##")
    assert fence is not None
    data = json.loads(fence.text) if fence.language == "json" else plain(fence.text)
    schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))

    assert [error.message for error in Draft202012Validator(schema).iter_errors(data)] == []
    TypeAdapter(SHAPES[name]).validate_json(json.dumps(data))
    if fence.language == "yaml":
        assert re.match(rf"# yaml-language-server: \$schema=\S*schemas/{name}\.schema\.json\n", fence.text)


@pytest.mark.parametrize("name", [n for n in sections("reference/files.md", "###") if n.startswith("register-")])
def test_the_example_of_a_register_is_a_valid_entry(name: str) -> None:
    """The example fits as one entry of the register."""
    fence = example(name, "###")
    assert fence is not None
    schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    entry = {"$defs": schema["$defs"], **schema["properties"]["entries"]["items"]}

    assert [error.message for error in Draft202012Validator(entry).iter_errors(plain(fence.text))] == []


def test_the_fields_of_an_edition_are_named() -> None:
    """An edition is generated; the page lists what it holds."""
    named = re.findall(r"`([a-z_]+)`", sections("reference/files.md")["edition"].partition("Its fields:")[2])

    assert named == list(EditionData.model_fields)


def plain(text: str) -> Any:
    """A block of YAML as the library reads it; days and the like stay strings."""
    read_file = parse_yaml(text.encode(), file="example.yml")
    assert read_file.diagnostics == (), [str(one) for one in read_file.diagnostics]
    return read_file.data


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_yaml_in_the_guides_is_valid_or_taken_from_a_real_file(page: Path) -> None:
    """A block with a `$schema` line is valid; one with a title shows lines of that file, in their order."""
    for fence in fences(page):
        if fence.language != "yaml":
            continue
        schema = re.match(r"# yaml-language-server: \$schema=\S*/([\w-]+)\.schema\.json\n.*\S", fence.text, re.DOTALL)
        if fence.title:
            rest = (ROOT / fence.title).read_text(encoding="utf-8")
            for line in filter(None, map(str.strip, fence.text.replace("…", "").splitlines())):
                at = rest.find(line)
                assert at >= 0, f"{page.name}:{fence.line}: {fence.title} has no line {line!r} there"
                rest = rest[at:]
        elif schema and schema[1] in SHAPES and fence.text.count("\n") > 1:
            TypeAdapter(SHAPES[schema[1]]).validate_json(json.dumps(plain(fence.text)))
        elif fence.text.startswith("srpp: 1"):
            TypeAdapter(TenderFile).validate_json(json.dumps(plain(fence.text)))
        else:
            assert yaml.safe_load(fence.text) is None or plain(fence.text), f"{page.name}:{fence.line}"


# ---- numbers -------------------------------------------------------------------------------------------------------


def table(text: str) -> list[dict[str, str]]:
    """The first table of a section, row by row."""
    lines = [
        [cell.strip(" `") for cell in line.strip().strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[2:]]


@pytest.mark.parametrize("method", METHODS)
def test_each_worked_example_of_a_method_earns_its_points(method: str) -> None:
    """What the page says a bidder gets is what the program computes."""
    rows = table(sections("concepts/scoring.md")[method])
    assert len(rows) >= 3
    for row in rows:
        wanted = row.pop("points")
        assert str(points(method, **{name: Decimal(value) for name, value in row.items() if value})) == wanted, row


def test_plural_forms_in_the_guide_are_those_of_the_languages() -> None:
    """The numbers in the translators' table take the form of their column."""
    rows = table(sections("guide/translator.md")["Where a number bends the sentence"])
    assert len(rows) >= 4
    for row in rows:
        for language in re.findall(r"\((\w\w)\)", row.pop("Language")):
            for form, numbers in row.items():
                for number in filter(None, numbers.split(", ")):
                    value = Decimal(number) if "." in number else int(number)
                    assert category_of(language, value) == form, (language, number)
