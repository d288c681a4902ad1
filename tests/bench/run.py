# SPDX-License-Identifier: Apache-2.0
"""`make bench`: ratios measured in one run, never absolute times.

(a) a cold process that loads and reads one edition, against a bare process that imports pydantic and validates the same
    bytes: at most 1.5;
(b) `srpp list` against `python -c "import pydantic"`: at most 2.0;
(c) `srpp check` of 1,000 generated items against libyaml parsing the same bytes: at most 3.0;
(d) time per item of load, edition and check at 100, 1,000 and 10,000 items: within 1.3 of each other. What the same
    registers cost without a single item is measured first, in the same process, and taken off: it is paid once.

(e) to (i) measure the site; they stand in site_bench.py. (r1) to (r3) measure how texts are found in drafts; they stand
in recognition_bench.py.

(a) and (b) run the package as a wheel lays it down: compiled data, no checkout beside it.

Every ratio is the smallest of several rounds on each side, the two sides taking turns. (b) is wall time; the others are
processor time, so that whatever else runs on the machine is not measured. `--quick` leaves out 10,000 items.
"""

from __future__ import annotations

import compileall
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generated import generate_checkout, yaml_bytes
from recognition_bench import recognition_results
from site_bench import site_results

from srpp_criteria import Library, shipped
from srpp_criteria.compiling import compile_editions

if TYPE_CHECKING:
    from collections.abc import Callable

PYTHON = sys.executable
ROUNDS = 7

COLD_READ = """
from srpp_criteria import Library
edition = Library.load().edition("en")
words = 0
for entry in edition:
    words += len(entry.title) + sum(len(part.text) for part in entry.item.text)
assert words
"""
BARE_READ = """
from pathlib import Path
import pydantic
from srpp_criteria.edition.entry import EditionData
data = EditionData.model_validate_json(Path({path!r}).read_bytes())
words = 0
for entry in data.entries:
    words += len(entry.item.title) + sum(len(part.text) for part in entry.item.text)
assert words
"""
PARSE = """
import sys, time
from pathlib import Path
import yaml
files = [path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.yml"))]
start = time.process_time()
for content in files:
    yaml.load(content, Loader=yaml.CSafeLoader)
print(time.process_time() - start)
"""
STAGES = """
import sys, time, resource
from pathlib import Path
from srpp_criteria.checks import check_shelf
from srpp_criteria.edition.resolve import resolve
from srpp_criteria.shelf.reading import read_shelf

def stages(root):
    a = time.process_time(); shelf = read_shelf(root)
    b = time.process_time(); data, _ = resolve(shelf, "en")
    c = time.process_time(); found = check_shelf(shelf)
    d = time.process_time()
    assert len(data.entries) == len(shelf.items), data.missing[:3]
    assert not found, found[:3]
    return b - a, c - b, d - c

few, none, many = (Path(argument) for argument in sys.argv[1:])
stages(few)
fixed = [min(times) for times in zip(*(stages(none) for _ in range(3)))]
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
total = stages(many)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
print(*(whole - once for whole, once in zip(total, fixed)), memory)
"""


class Spent(NamedTuple):
    """What a process took, in seconds."""

    wall: float
    processor: float


def main() -> int:
    """Measure, print, and say with the exit code whether every ratio holds."""
    quick = "--quick" in sys.argv
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        installed = as_installed(folder / "site-packages")
        results = [cold_read(installed), listing(installed), checking(folder / "thousand")]
        results += scaling(folder, (100, 1000) if quick else (100, 1000, 10_000))
        results += site_results(folder / "sites", quick=quick)
    results += recognition_results(quick=quick)
    for title, ratio, limit in results:
        print(f"{'ok ' if ratio <= limit else 'NOT'} {ratio:6.2f} (at most {limit:.1f})  {title}")
    return 0 if all(ratio <= limit for _, ratio, limit in results) else 1


def as_installed(target: Path) -> Path:
    """Lay the package down as a wheel does, with the editions of this checkout compiled into it."""
    package = target / "srpp_criteria"
    shutil.copytree(shipped.DATA.parent, package, ignore=shutil.ignore_patterns("data", "__pycache__"))
    for _ in compile_editions(Library.load(shipped.checkout()), package / "data"):
        pass
    compileall.compile_dir(package, quiet=2)
    return target


def cold_read(installed: Path) -> tuple[str, float, float]:
    """(a)."""
    path = str(installed / "srpp_criteria" / "data" / "editions" / "en.json")
    bare_read = BARE_READ.format(path=path)
    ours, bare = best_of(
        lambda: run("-c", COLD_READ, path=installed).processor, lambda: run("-c", bare_read, path=installed).processor
    )
    return "(a) cold process reads one edition / bare process validates the same bytes", ours / bare, 1.5


def listing(installed: Path) -> tuple[str, float, float]:
    """(b): the same lines as in the script that pip writes."""
    script = "import sys; sys.argv = ['srpp', 'list']; from srpp_criteria.cli import main; sys.exit(main())"
    ours, bare = best_of(lambda: run("-c", script, path=installed).wall, lambda: run("-c", "import pydantic").wall)
    return "(b) srpp list / import pydantic", ours / bare, 2.0


def checking(folder: Path) -> tuple[str, float, float]:
    """(c): the whole command, against parsing alone inside a process that is already there."""
    generate_checkout(folder, 1000)
    srpp = str(Path(PYTHON).with_name("srpp"))
    command = [srpp, "check", str(folder)]
    rounds = [(run_command(command).processor, float(output("-c", PARSE, str(folder)))) for _ in range(3)]
    print(f"    1,000 items, {yaml_bytes(folder) / 1e6:.1f} MB of YAML")
    ratio = min(check for check, _ in rounds) / min(parse for _, parse in rounds)
    return "(c) srpp check of 1,000 items / libyaml parses the same bytes", ratio, 3.0


def scaling(folder: Path, sizes: tuple[int, ...]) -> list[tuple[str, float, float]]:
    """(d)."""
    none, few = folder / "none", folder / "few"
    generate_checkout(none, 0)
    generate_checkout(few, 45)
    per_item: dict[str, list[float]] = {"load": [], "edition": [], "check": []}
    for size in sizes:
        root = folder / str(size)
        generate_checkout(root, size)
        repeats = {100: 9, 1000: 4}.get(size, 2)  # whoever else runs on the machine disturbs one round, not both
        rounds = [
            [float(n) for n in output("-c", STAGES, str(few), str(none), str(root)).split()] for _ in range(repeats)
        ]
        for number, stage in enumerate(per_item):
            per_item[stage].append(min(one[number] for one in rounds) / size)
        memory = min(one[3] for one in rounds) / size
        times = ", ".join(f"{stage} {times[-1] * 1e3:.2f} ms" for stage, times in per_item.items())
        print(f"    {size:6} items, per item: {times}, peak memory {memory:.0f} KiB")
    return [
        (f"(d) {stage}: slowest per item / fastest per item", max(times) / min(times), 1.3)
        for stage, times in per_item.items()
    ]


def best_of(ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """The best time of each side, taking turns."""
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    return min(a for a, _ in pairs), min(b for _, b in pairs)


def run(*arguments: str, path: Path | None = None) -> Spent:
    """Run a Python process; packages in `path` come first."""
    return run_command([PYTHON, *arguments], {**os.environ, "PYTHONPATH": str(path)} if path else None)


def run_command(command: list[str], environment: dict[str, str] | None = None) -> Spent:
    """Run a process and say what it spent."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def output(*arguments: str) -> str:
    """What a Python process prints."""
    return subprocess.run([PYTHON, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}")
    sys.exit(main())
