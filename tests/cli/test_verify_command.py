# SPDX-License-Identifier: Apache-2.0
import json
from pathlib import Path

from click.testing import CliRunner

from srpp_criteria.cli.main import srpp
from srpp_criteria.library import Library

ITEM = "construction-subcontracting-tier-limit"


def test_a_copied_clause_is_named_and_its_missing_links_are_told(tmp_path: Path) -> None:
    """A clause with its stamp is found; what its chain lacks makes the exit code 1."""
    filled = Library.load().edition("en")[ITEM].fill()
    draft = tmp_path / "draft.md"
    draft.write_text(f"{filled.text}\n\n{filled.stamp}\n", encoding="utf-8")

    result = CliRunner().invoke(srpp, ["verify", str(draft), "--json"])

    found = json.loads(result.stdout)
    assert [(one["item"], one["verdict"], one["stamped"]) for one in found["texts"]] == [(ITEM, "exact", True)]
    assert [link["kind"] for link in found["links"]] == ["requires", "form-missing"]
    assert result.exit_code == 1


def test_an_altered_clause_is_shown_word_by_word(tmp_path: Path) -> None:
    """What went stands between [- -], what came between {+ +}."""
    filled = Library.load().edition("en")[ITEM].fill()
    draft = tmp_path / "draft.txt"
    draft.write_text(filled.text.replace("side by side", "behind each other"), encoding="utf-8")

    result = CliRunner().invoke(srpp, ["verify", str(draft)])

    assert "altered" in result.stdout
    assert "{+behind each other+}" in result.stdout
    assert "[-side by side-]" in result.stdout
    assert result.exit_code == 1


def test_a_draft_without_our_words_is_well(tmp_path: Path) -> None:
    """Nothing of ours, nothing to look at."""
    draft = tmp_path / "draft.txt"
    draft.write_text("Prices are quoted without tax.", encoding="utf-8")

    result = CliRunner().invoke(srpp, ["verify", str(draft)])

    assert result.stdout == "draft.txt: no text of the library in 5 words.\n"
    assert result.exit_code == 0
