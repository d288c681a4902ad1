# SPDX-License-Identifier: Apache-2.0
"""The one place where the version stands; the build, the command line and the stamps read it from here."""

from __future__ import annotations

__version__ = "0.1.0"
