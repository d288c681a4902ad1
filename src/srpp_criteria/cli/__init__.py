# SPDX-License-Identifier: Apache-2.0
"""The command `srpp`: parse, call one function, print.

Each command lives in its own module and is imported when it is called, so that `srpp list` does not wait for Word.
"""

from __future__ import annotations

from srpp_criteria.cli.main import main

__all__ = ["main"]
