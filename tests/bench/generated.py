# SPDX-License-Identifier: Apache-2.0
"""Checkouts of any size, made from the real items, each under a new name."""

from __future__ import annotations

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

REAL = Path(__file__).resolve().parents[2] / "criteria"


def generate_checkout(root: Path, size: int) -> None:
    """Write `size` items below `root`: whole rounds of all real items, so that their mix is the same at every size.

    Ids get a number; links between items stay inside one round.
    """
    shutil.copytree(REAL / "registers", root / "criteria" / "registers")
    items = {path.stem: path for path in sorted(REAL.glob("*/*.yml")) if path.parent.name not in {"registers", "packs"}}
    names = re.compile("|".join(sorted((re.escape(name) for name in items), key=len, reverse=True)))
    texts = {name: path.read_text(encoding="utf-8") for name, path in items.items()}
    for number, name in enumerate(islice(cycle(items), size)):
        round_number = number // len(items)
        last = round_number == (size - 1) // len(items)
        folder = root / "criteria" / f"sector-{round_number}"
        folder.mkdir(parents=True, exist_ok=True)
        # The last round may be cut short: its links lead into the first one.
        target = 0 if last else round_number
        text = names.sub(rf"\g<0>-{target}", texts[name])
        text = text.replace(f"id: {name}-{target}", f"id: {name}-{round_number}", 1)
        (folder / f"{name}-{round_number}.yml").write_text(text, encoding="utf-8")


def yaml_bytes(root: Path) -> int:
    """Bytes of all YAML files below a folder."""
    return sum(path.stat().st_size for path in root.rglob("*.yml"))
