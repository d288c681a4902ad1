# SPDX-License-Identifier: Apache-2.0
"""Reading many files without the garbage collector looking through all of them again and again.

What is read has no cycles and stays; the collector can free nothing of it but walks over it on every full pass. Ten
thousand items then cost more per item than a hundred. This is the one place where the collector is touched.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the garbage collector while many files are read; the caller's setting comes back afterwards, also on error.

    >>> with uncollected():
    ...     gc.isenabled()
    False
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
