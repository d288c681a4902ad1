# SPDX-License-Identifier: Apache-2.0
"""`srpp site`: the pages of the site for a generator other than MkDocs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TIERS = "construction-subcontracting-tier-limit"


def test_pages_and_twins_are_written_into_a_folder(tmp_path: Path) -> None:
    """A page bears its title and language; its twins lie where the finished page will."""
    srpp = Path(sys.executable).with_name("srpp")
    done = subprocess.run([srpp, "site", str(tmp_path)], capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    top = (tmp_path / "nb-NO" / f"{TIERS}.md").read_text(encoding="utf-8").split("---")[1]
    assert 'lang: "nb-NO"' in top
    assert (tmp_path / "nb-NO" / TIERS / "index.json").is_file()
    assert (tmp_path / "nb-NO" / "feed.xml").is_file()
