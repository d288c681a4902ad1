# SPDX-License-Identifier: Apache-2.0
"""How much a file from outside may ask of us.

A criteria file is a few pages of prose. Whatever is a hundred times larger or deeper is a mistake or an attack, and is
refused before it costs time or memory.
"""

from __future__ import annotations

from typing import Final

MAX_YAML_BYTES: Final = 256 * 1024
"""Largest YAML file, in bytes."""

MAX_PO_BYTES: Final = 8 * 1024 * 1024
"""Largest PO catalogue, in bytes: one catalogue holds a whole language."""

MAX_NESTING: Final = 20
"""Deepest mapping or list; the top-level mapping is level 1."""

MAX_REFUSALS: Final = 50
"""Most diagnostics for one file; a file with more is broken as a whole, and a longer list helps nobody."""

MAX_CHARACTER_REFUSALS: Final = 20
"""Most diagnostics about forbidden characters or broken encoding in one file."""

MAX_DIGITS: Final = 15
"""Most digits of a plain number: what a 64-bit float, JSON and a spreadsheet all hold without loss."""

MAX_PUBLISHED_BYTES: Final = 64 * 1024 * 1024
"""Largest file of the register of published texts; it only ever grows."""

MAX_SEAL_BYTES: Final = 64 * 1024
"""Largest release.json: a hundred hashes."""
