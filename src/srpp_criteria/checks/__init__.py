# SPDX-License-Identifier: Apache-2.0
"""Checks: one check is one function with one code, whose docstring is its page.

The runner reads the shelf, calls every check, adds places and hands out diagnostics. A check speaks in field paths and
knows nothing of lines, colours or exit codes.
"""

from __future__ import annotations

from srpp_criteria.checks.run import check_shelf

__all__ = ["check_shelf"]
