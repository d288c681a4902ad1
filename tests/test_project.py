# SPDX-License-Identifier: Apache-2.0
"""What holds for the repository as a whole, whatever it contains."""

from __future__ import annotations

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TARGETS = [
    *("serve", "test", "site", "bundle", "check", "lint", "format", "types", "imports", "workflows"),
    *("bench", "schemas", "pages", "translations", "build", "snapshots", "lock", "clean", "help"),
]
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
HEADINGS = ["Question", "Options", "Decision", "Price"]
# Put together, so that the licence tool does not take this line for a statement.
TAG = "SPDX-License-" + "Identifier:"

# Which extra a part of the package may import from; every other part lives on the core alone.
EXTRA_OF = {
    "authoring": "authoring",
    "documents": "documents",
    "recognition": "documents",
    "site": "site",
    "cli": "terminal",
}


def run(*command: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command at the root of the checkout and keep what it says."""
    return subprocess.run(
        command,
        cwd=at,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def files(repository: Path) -> list[Path]:
    """Every file that is or would be committed."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", at=repository).stdout
    found = [repository / name for name in listed.split("\0") if name]
    assert found, "this test needs a git checkout"
    return [file for file in found if file.is_file()]


@pytest.fixture(scope="module")
def pyproject(repository: Path) -> dict[str, Any]:
    """pyproject.toml as data."""
    return tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))


def decision_pages(repository: Path) -> list[Path]:
    """The numbered decision pages, in order."""
    return sorted((repository / "docs" / "decisions").glob("[0-9]*.md"))


def requirements(lines: Iterable[str | dict[str, str]]) -> list[Requirement]:
    """Requirements of a dependency list, without the references to other groups."""
    return [Requirement(line) for line in lines if isinstance(line, str)]


def names(lines: Iterable[str | dict[str, str]]) -> set[str]:
    """Normalised package names of a dependency list."""
    return {canonicalize_name(requirement.name) for requirement in requirements(lines)}


def every_dependency(pyproject: dict[str, Any]) -> list[Requirement]:
    """All that core, extras and groups ask for directly."""
    project = pyproject["project"]
    lists = [
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *pyproject["dependency-groups"].values(),
    ]
    return [requirement for lines in lists for requirement in requirements(lines)]


# ---- set-up --------------------------------------------------------------------------------------------------------


def test_make_alone_lists_every_target(repository: Path) -> None:
    """Whoever types `make` sees each target with what it is for."""
    alone = run("make", "--no-print-directory", at=repository).stdout
    listed = re.findall(r"^  make (\w+) +\S.+$", alone, re.MULTILINE)

    assert sorted(listed) == sorted(TARGETS)
    assert alone == run("make", "--no-print-directory", "help", at=repository).stdout


def test_readme_begins_with_two_commands_that_exist(repository: Path) -> None:
    """A newcomer types `make serve` and `make test`; every other command in the guides exists, too."""
    readme = (repository / "README.md").read_text(encoding="utf-8")
    guides = readme + (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert re.findall(r"^make (\w+)", readme, re.MULTILINE) == ["serve", "test"]
    assert set(re.findall(r"`make (\w+)`", guides)) <= set(TARGETS)


def test_ci_begins_with_the_command_of_the_readme(repository: Path) -> None:
    """CI runs what a person is told to run, and stops at the first failure."""
    script = repository / ".ci" / "run"
    commands = [line for line in script.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]

    assert commands[0] == "set -euo pipefail"
    assert commands[2] == "make test"
    assert os.access(script, os.X_OK)


def test_the_version_stands_in_one_place(repository: Path, pyproject: dict[str, Any]) -> None:
    """The build reads the version from the package, and the change log begins with it."""
    source = (repository / "src" / "srpp_criteria" / "_version.py").read_text(encoding="utf-8")
    (version,) = re.findall(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    log = (repository / "CHANGELOG.md").read_text(encoding="utf-8")

    assert pyproject["project"]["dynamic"] == ["version"]
    assert pyproject["tool"]["hatch"]["version"]["path"] == "src/srpp_criteria/_version.py"
    assert importlib.metadata.version("srpp-criteria") == version, "run `make test`: it installs the new version"
    assert re.findall(r"^## (\S+)", log, re.MULTILINE)[0] == version


def test_each_release_first_says_whether_anything_must_be_done(repository: Path) -> None:
    """The first words under each release in the change log answer the reader's first question."""
    releases = (repository / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1:]

    assert releases
    for release in releases:
        title, _, text = release.partition("\n")
        assert text.strip().startswith("**Must I do anything?** "), title


def test_supported_pythons_are_named_everywhere_alike(repository: Path, pyproject: dict[str, Any]) -> None:
    """Metadata, CI and the oldest version that style and types are checked for agree."""
    classifiers = pyproject["project"]["classifiers"]
    workflow = (repository / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")

    assert tuple(re.findall(r"Python :: (3\.\d+)", " ".join(classifiers))) == SUPPORTED
    assert tuple(re.findall(r'"(3\.\d+)"', workflow)) == SUPPORTED
    assert pyproject["project"]["requires-python"] == f">={SUPPORTED[0]}"
    assert pyproject["tool"]["mypy"]["python_version"] == SUPPORTED[0]
    assert pyproject["tool"]["ruff"]["target-version"] == "py" + SUPPORTED[0].replace(".", "")


def test_actions_are_pinned_by_commit(repository: Path) -> None:
    """No action can change under us by a moved tag."""
    for workflow in (repository / ".github" / "workflows").glob("*.yml"):
        uses = re.findall(r"uses: (\S+)", workflow.read_text(encoding="utf-8"))
        assert uses
        assert [action for action in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []


# ---- dependencies --------------------------------------------------------------------------------------------------


def test_each_dependency_has_its_reason(repository: Path, pyproject: dict[str, Any]) -> None:
    """Every package we ask for is named on a decision page."""
    pages = "\n".join(page.read_text(encoding="utf-8").lower() for page in decision_pages(repository))
    unexplained = {asked.name for asked in every_dependency(pyproject) if asked.name.lower() not in pages}

    assert unexplained == set()


def test_mkdocs_stays_below_2(pyproject: dict[str, Any]) -> None:
    """MkDocs 2 has no plug-ins and cannot carry the theme."""
    asked = {one.name: one.specifier for one in requirements(pyproject["project"]["optional-dependencies"]["site"])}

    assert not asked["mkdocs"].contains("2.0")


def locked(lock: Path) -> dict[str, list[Version]]:
    """Pinned versions in a lock file; a package may have one per range of Python versions."""
    pins: dict[str, list[Version]] = {}
    for name, version in re.findall(r"^([a-z0-9-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), re.MULTILINE):
        pins.setdefault(name, []).append(Version(version))
    return pins


def test_locks_fit_what_pyproject_asks_for(repository: Path, pyproject: dict[str, Any]) -> None:
    """The lock files pin every direct dependency to a version that pyproject.toml allows."""
    core = locked(repository / "requirements" / "core.txt")
    build = locked(repository / "requirements" / "build.txt")
    everything = locked(repository / "requirements" / "dev.txt")

    assert names(pyproject["project"]["dependencies"]) <= core.keys()
    assert names(pyproject["dependency-groups"]["build"]) <= build.keys()
    assert core.keys() | build.keys() <= everything.keys()
    for asked in every_dependency(pyproject):
        pins = everything.get(canonicalize_name(asked.name), [])
        assert pins, f"{asked} is not locked: run `make lock`"
        assert all(asked.specifier.contains(pin) for pin in pins), f"{asked} is locked to {pins}: run `make lock`"


@pytest.mark.parametrize("lock", ["core.txt", "build.txt", "dev.txt"])
def test_nothing_is_installed_without_a_hash(repository: Path, lock: str) -> None:
    """Each pinned package carries hashes, and no line names an index or an address."""
    text = (repository / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if not line.startswith("#")]

    assert lines
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==.+?(\s+--hash=sha256:[0-9a-f]{64})+", line)] == []


def third_party(code: str) -> Iterator[str]:
    """Top-level names that a module imports from outside the standard library and outside this package."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            modules = [node.module or ""]
        else:
            continue
        for module in modules:
            top = module.partition(".")[0]
            if top not in sys.stdlib_module_names and top != "srpp_criteria":
                yield top


def test_each_part_imports_only_what_it_declares(repository: Path, pyproject: dict[str, Any]) -> None:
    """The core runs without extras, and nothing leans on a package that somebody else happens to bring."""
    project = pyproject["project"]
    distributions = importlib.metadata.packages_distributions()
    core = names(project["dependencies"]) | {"pydantic-core"}  # its version is pydantic's to choose
    source = repository / "src" / "srpp_criteria"
    undeclared = []
    for file in source.rglob("*.py"):
        part = file.relative_to(source).parts[0].removesuffix(".py")
        extra = EXTRA_OF.get(part, "")
        allowed = core | names(project["optional-dependencies"].get(extra, []))
        for module in third_party(file.read_text(encoding="utf-8")):
            providers = {canonicalize_name(name) for name in distributions.get(module, [module])}
            if not providers & allowed:
                undeclared.append(f"{file.relative_to(repository)}: {module}")

    assert undeclared == []


def test_importing_the_package_loads_no_extra(repository: Path) -> None:
    """A cold `import srpp_criteria` pays for no document writer, site or table."""
    loaded = run(sys.executable, "-c", "import sys, srpp_criteria; print(*sys.modules)", at=repository).stdout.split()

    assert "srpp_criteria" in loaded
    assert {"docx", "odfdo", "lxml", "mkdocs", "rich"} & set(loaded) == set()


def test_the_package_is_typed(repository: Path) -> None:
    """Type checkers of those who use the package read our annotations."""
    assert (repository / "src" / "srpp_criteria" / "py.typed").read_text(encoding="utf-8") == ""


# ---- words ---------------------------------------------------------------------------------------------------------


def test_decisions_are_numbered_without_gaps_and_listed(repository: Path) -> None:
    """Each decision has the next number, in its file name and in its title, and stands in the index."""
    pages = decision_pages(repository)
    index = (repository / "docs" / "decisions" / "index.md").read_text(encoding="utf-8")

    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    assert re.findall(r"^\| \[\d{4}\]\((.+?)\)", index, re.MULTILINE) == [page.name for page in pages]
    for page in pages:
        title = page.read_text(encoding="utf-8").splitlines()[0]
        question = title.removeprefix(f"# {page.name[:4]} · ")
        assert question != title, f"{page.name} does not begin with its number"
        assert f"| {question} |" in index, f"the index asks another question than {page.name}"


def test_a_decision_is_one_page_with_four_headings(repository: Path) -> None:
    """Question, options, decision, price; short enough to be read."""
    for page in decision_pages(repository):
        text = page.read_text(encoding="utf-8")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == HEADINGS, page.name
        assert len(text.splitlines()) <= 60, page.name


def without_code(markdown: str) -> str:
    """A page without what it shows as code: an example of a link leads nowhere."""
    return re.sub(r"^(`{3,})[^`].*?^\1$|`[^`\n]+`|^    .*$", "", markdown, flags=re.DOTALL | re.MULTILINE)


def test_links_between_pages_lead_somewhere(repository: Path, files: list[Path]) -> None:
    """No relative link in a Markdown page is dead; the strict build looks at links to pages that it makes itself."""
    made = re.compile(r"(?:\.\./)?(?:reference/api\.md$|(?:en|[a-z]{2}-[A-Z]{2})/)")
    beside_made = re.compile(r"docs/[a-z]{2}-[A-Z]{2}/guide\.md")  # written, in a folder of made pages
    dead = [
        f"{file.relative_to(repository)}: {link}"
        for file in files
        if file.suffix == ".md" and "tests" not in file.relative_to(repository).parts
        if not beside_made.fullmatch(file.relative_to(repository).as_posix())
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", without_code(file.read_text(encoding="utf-8")))
        if not re.match(r"\w+:", link) and not made.match(link) and not (file.parent / link).exists()
    ]

    assert dead == []


def readable(files: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Files that are text, with their text."""
    for file in files:
        data = file.read_bytes()
        if b"\0" not in data:
            yield file, data.decode("utf-8", errors="replace")


def test_the_address_of_the_repository_stands_in_one_place(repository: Path, files: list[Path]) -> None:
    """Whoever moves or forks the repository changes one line: `repo_url` in mkdocs.yml."""
    (address,) = re.findall(
        r"^repo_url: https://(\S+)$", (repository / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    places = [file.relative_to(repository).as_posix() for file, text in readable(files) if address in text]

    assert places == ["mkdocs.yml"]


def test_no_file_names_a_package_registry_or_a_machine(repository: Path, files: list[Path]) -> None:
    """A mirror or a closed network serves as well, and nobody's home folder is told to the world."""
    # Put together here, so that this file does not name them either.
    hosts = ["pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "npmjs" + ".com", "deb." + "debian.org"]
    forbidden = re.compile("|".join([*map(re.escape, hosts), r"(?<![\w.])/(?:home|Users)/\w+", r"/work/" + "main"]))
    found = [
        f"{file.relative_to(repository)}: {match[0]}"
        for file, text in readable(files)
        if (match := forbidden.search(text))
    ]

    assert found == []


def test_each_source_file_begins_with_its_licence(repository: Path, files: list[Path]) -> None:
    """Code is Apache-2.0, the words under criteria/ and locales/ are CC0-1.0, and the first lines say so."""
    wrong = []
    for file in files:
        top = file.relative_to(repository).parts[0]
        if file.suffix not in {".py", ".yml", ".po"} or "cases" in file.parts:
            continue
        licence = "CC0-1.0" if top in {"criteria", "locales"} else "Apache-2.0"
        head = file.read_text(encoding="utf-8").split("\n", 3)[:3]
        if f"# {TAG} {licence}" not in head:
            wrong.append(file.relative_to(repository).as_posix())

    assert wrong == []


def test_licences_are_complete_for_the_reuse_specification(repository: Path) -> None:
    """Every file has a licence and an owner, and each licence's text is there."""
    answer = run(
        sys.executable, "-m", "reuse", "lint", "--lines", at=repository, REUSE_ENCODING_MODULE="charset_normalizer"
    )

    assert (answer.stdout, answer.returncode) == ("", 0), answer.stderr


# ---- the site ------------------------------------------------------------------------------------------------------


class Fetched(HTMLParser):
    """Collects the addresses that a browser fetches by itself when it shows a page."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.components: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Links (`a`) are for people; everything else with an address is for the browser."""
        given = {name: value or "" for name, value in attrs}
        if tag == "link" and given.get("rel") in {"canonical", "edit", "next", "prev"}:
            return
        if tag != "a":
            self.addresses += [given[name] for name in ("src", "href", "srcset", "data") if name in given]
        self.components.append(given.get("data-md-component", ""))


@pytest.fixture(scope="module")
def front_page(built_site: Path) -> Fetched:
    """The built front page, as a browser reads it."""
    page = Fetched()
    page.feed((built_site / "index.html").read_text(encoding="utf-8"))
    return page


def test_the_site_asks_no_other_host(front_page: Fetched) -> None:
    """Fonts, scripts and styles come from the site itself, so that it works from a closed network."""
    assert front_page.addresses
    assert [address for address in front_page.addresses if re.match(r"(https?:)?//", address)] == []


def test_the_link_to_the_repository_is_only_a_link(front_page: Fetched) -> None:
    """Material's own link makes the browser ask the repository's host for stars and forks; ours does not."""
    assert "header" in front_page.components
    assert "source" not in front_page.components
