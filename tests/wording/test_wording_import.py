# SPDX-License-Identifier: Apache-2.0
"""Importing the package is cheap: a command that shows no sentence pays for none."""

from __future__ import annotations

import subprocess
import sys

import pytest

from srpp_criteria import wording

LATE = ("icu4py", "babel", "markdown_it", "difflib")


def modules_after(code: str) -> set[str]:
    """The slow modules that a fresh Python has loaded after `code`."""
    report = f"{code}\nimport sys\nprint(*[name for name in {LATE!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_loads_neither_icu_nor_babel_nor_markdown() -> None:
    """They come when they are first needed."""
    assert modules_after("import srpp_criteria.wording") == set()


def test_every_public_name_has_a_home() -> None:
    """The names promised are the names that can be loaded, and no others."""
    assert set(wording._HOME_OF) == set(wording.__all__)  # noqa: SLF001  the table behind the lazy names
    assert all(getattr(wording, name) is not None for name in wording.__all__)
    with pytest.raises(AttributeError, match="no attribute 'parze'"):
        wording.parze  # noqa: B018


def test_checking_and_formatting_plain_text_loads_nothing_either() -> None:
    """Most strings have no plural and no markup."""
    code = """
from srpp_criteria.wording import *
text = "The contractor's {max_tiers} tiers, **at most**."
assert not [*check_message(text, locale="en", parameters={"max_tiers": TakesNumber(1, 5)}), *check_markup(text)]
assert format_message(parse(text), {"max_tiers": Value("2", number=2)}, "en").endswith("2 tiers, **at most**.")
assert parse_markup("At most 2 tiers.")
"""
    assert modules_after(code) == set()
