# SPDX-License-Identifier: Apache-2.0
"""LibreOffice opens both files, and shows numbers and text as they are meant. Runs where it is installed."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.documents.sample import REPRESENTATIVE

from srpp_criteria.documents.docx import to_docx
from srpp_criteria.documents.odt import to_odt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from srpp_criteria.documents.document import Document

pytestmark = pytest.mark.office


@pytest.mark.parametrize(("suffix", "write"), [("docx", to_docx), ("odt", to_odt)], ids=["docx", "odt"])
def test_libreoffice_counts_the_clauses(suffix: str, write: Callable[[Document], bytes], tmp_path: Path) -> None:
    """Its own numbering gives the numbers that our other writers write, and all prompts are printed."""
    file = tmp_path / f"tender.{suffix}"
    file.write_bytes(write(REPRESENTATIVE))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=120)
    shown = (tmp_path / "tender.txt").read_text(encoding="utf-8-sig").splitlines()

    for line in (
        "1 Kontraktsvilkår",
        "1.1 Begrensning av underleverandørledd",
        "1.1.1 Leverandøren skal ikke ha flere enn 2 ledd i kjeden",
        "1.1.2 Leverandøren varsler oppdragsgiver senest Varslingsfrist i dager dager",
        "1.1.3 Brudd gir dagmulkt. Leverandøren rapporterer velg rytme.",
        "1.2 Dokumentasjon og oppfølging",
        "1.2.2 Indikatorer",
        "Egenerklæring",
    ):
        assert any(" ".join(found.split()).startswith(line) for found in shown), f"{line}\n" + "\n".join(shown)
