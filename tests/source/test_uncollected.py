# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import gc

import pytest

from srpp_criteria.source import uncollected


def test_the_collector_rests_while_many_files_are_read_and_comes_back() -> None:
    """Also when reading fails."""
    assert gc.isenabled()
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyboardInterrupt), uncollected():
        raise KeyboardInterrupt
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    """Whoever switched it off had a reason."""
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
