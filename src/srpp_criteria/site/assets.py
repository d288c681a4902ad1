# SPDX-License-Identifier: Apache-2.0
"""Files of the site that are no pages: style sheet, bundled scripts, and what is laid beside the finished pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from srpp_criteria.diagnostics import Diagnostic, Place
from srpp_criteria.errors import InvalidLibrary
from srpp_criteria.site.page import Asset

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HERE = Path(__file__).parent
_BUNDLE = _HERE / "bundle"

FOLDER = "assets/srpp"
"""Where style sheet and scripts lie below the root of the site."""


def theme_assets() -> Iterator[Asset]:
    """Our style sheets, put together, and the bundled scripts.

    Raises:
        InvalidLibrary: nobody has bundled the scripts of this checkout yet.
    """
    styles = (file.read_bytes() for file in sorted((_HERE / "static").glob("*.css")))
    yield Asset(f"{FOLDER}/srpp.css", b"\n".join(styles))
    scripts = sorted(_BUNDLE.glob("*.js"))
    if not scripts:
        place = Place("src/srpp_criteria/site/bundle")
        raise InvalidLibrary([Diagnostic(place, "SRPP101", "there are no bundled scripts", "run `make bundle`")])
    for script in scripts:
        yield Asset(f"{FOLDER}/{script.name}", script.read_bytes())


def write_assets(assets: Iterable[Asset], site_dir: Path) -> None:
    """Write each file at its path below the finished site."""
    for asset in assets:
        target = site_dir / asset.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(asset.content)
