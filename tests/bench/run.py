# SPDX-License-Identifier: Apache-2.0
"""`make bench`: ratios measured in one run, never absolute times.

(a) a cold process that loads and reads one edition, against a bare process that imports pydantic and validates the same
    bytes: at most 1.5;
(b) `srpp list` against `python -c "import pydantic"`: at most 2.0;
(c) `srpp check` of 1,000 generated items against libyaml parsing the same bytes: at most 3.0;
(d) time per item of load, edition and check at 100, 1,000 and 10,000 items: within 1.3 of each other.

Every ratio is the smallest of several rounds on each side, the two sides taking turns, so that a busy machine slows
both. `--quick` leaves out 10,000 items.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generated import generate_checkout, yaml_bytes

from srpp_criteria import shipped

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
start = time.perf_counter()
for content in files:
    yaml.load(content, Loader=yaml.CSafeLoader)
print(time.perf_counter() - start)
"""
STAGES = """
import sys, time, resource
from pathlib import Path
from srpp_criteria.checks import check_shelf
from srpp_criteria.edition.resolve import resolve
from srpp_criteria.shelf.reading import read_shelf
root = Path(sys.argv[1])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
a = time.perf_counter(); shelf = read_shelf(root)
b = time.perf_counter(); data, _ = resolve(shelf, "en")
c = time.perf_counter(); found = check_shelf(shelf)
d = time.perf_counter()
assert len(data.entries) == len(shelf.items), data.missing[:3]
assert not found, found[:3]
print(b - a, c - b, d - c, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def main() -> int:
    """Measure, print, and say with the exit code whether every ratio holds."""
    quick = "--quick" in sys.argv
    results = [cold_read(), listing()]
    with tempfile.TemporaryDirectory() as folder:
        results.append(checking(Path(folder) / "thousand"))
        results += scaling(Path(folder), (100, 1000) if quick else (100, 1000, 10_000))
    for name, ratio, limit in results:
        print(f"{'ok ' if ratio <= limit else 'NOT'} {ratio:6.2f} (at most {limit:.1f})  {name}")
    return 0 if all(ratio <= limit for _, ratio, limit in results) else 1


def cold_read() -> tuple[str, float, float]:
    """(a)."""
    path = str(shipped.DATA / "editions" / "en.json")
    ours, bare = best_of(lambda: run("-c", COLD_READ), lambda: run("-c", BARE_READ.format(path=path)))
    return "(a) cold process reads one edition / bare process validates the same bytes", ours / bare, 1.5


def listing() -> tuple[str, float, float]:
    """(b)."""
    srpp = str(Path(PYTHON).with_name("srpp"))
    ours, bare = best_of(lambda: run_command([srpp, "list"]), lambda: run("-c", "import pydantic"))
    return "(b) srpp list / import pydantic", ours / bare, 2.0


def checking(folder: Path) -> tuple[str, float, float]:
    """(c): the whole command, against parsing alone inside a process that is already there."""
    generate_checkout(folder, 1000)
    srpp = str(Path(PYTHON).with_name("srpp"))
    parse = min(float(output("-c", PARSE, str(folder))) for _ in range(3))
    check = min(run_command([srpp, "check", str(folder)]) for _ in range(3))
    print(f"    1,000 items, {yaml_bytes(folder) / 1e6:.1f} MB of YAML")
    return "(c) srpp check of 1,000 items / libyaml parses the same bytes", check / parse, 3.0


def scaling(folder: Path, sizes: tuple[int, ...]) -> list[tuple[str, float, float]]:
    """(d)."""
    per_item: dict[str, list[float]] = {"load": [], "edition": [], "check": []}
    for size in sizes:
        root = folder / str(size)
        generate_checkout(root, size)
        rounds = [[float(n) for n in output("-c", STAGES, str(root)).split()] for _ in range(5 if size < 10_000 else 2)]
        for number, stage in enumerate(per_item):
            per_item[stage].append(min(one[number] for one in rounds) / size)
        memory = min(one[3] for one in rounds) / size
        print(f"    {size:6} items: peak memory per item {memory:.1f} KiB")
    return [
        (f"(d) {stage}: slowest per item / fastest per item", max(t) / min(t), 1.3) for stage, t in per_item.items()
    ]


def best_of(ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """The best time of each side, taking turns."""
    pairs = [(ours(), theirs()) for _ in range(ROUNDS)]
    return min(a for a, _ in pairs), min(b for _, b in pairs)


def run(*arguments: str) -> float:
    """Wall time of a Python process, in seconds."""
    return run_command([PYTHON, *arguments])


def run_command(command: list[str]) -> float:
    """Wall time of a process, in seconds."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def output(*arguments: str) -> str:
    """What a Python process prints."""
    return subprocess.run([PYTHON, *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


if __name__ == "__main__":
    print(f"Python {sys.version.split()[0]}, peak so far {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss} KiB")
    sys.exit(main())
