# SPDX-License-Identifier: Apache-2.0
"""Cases that a lawyer can read and write: a YAML file with a sentence `about` what it shows, and a list of `cases`.

Each case has a `name`, which is a sentence, what goes in, and what to `expect`. A case added to a file is a test.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from srpp_criteria.source import read_yaml

if TYPE_CHECKING:
    from _pytest.mark import ParameterSet

CASES = Path(__file__).parent / "cases"


def written_cases(file: str) -> list[ParameterSet]:
    """The cases of one file below tests/cases/, each under its name; what stands beside the list is in each case."""
    source = read_yaml(CASES / file, root=CASES)
    assert isinstance(source.data, dict), source.diagnostics
    shared: dict[str, Any] = {name: value for name, value in source.data.items() if name not in {"about", "cases"}}
    assert source.data["about"], "say in a sentence what the cases are about"
    cases = source.data["cases"]
    assert isinstance(cases, list)
    assert cases, f"{file} shows nothing"
    return [pytest.param({**shared, **case}, id=str(case["name"])) for case in cases if isinstance(case, dict)]
