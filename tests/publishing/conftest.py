# SPDX-License-Identifier: Apache-2.0
"""A small library without a fault, so that it can be released; Norway publishes one of its items."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from tests.checkout import REGISTERS, Checkout

if TYPE_CHECKING:
    from pathlib import Path

PAY = "The Contractor pays wages on the last day of the month at the latest."


@pytest.fixture
def library(tmp_path: Path, repository: Path) -> Checkout:
    """One item in English and Bokmål, nothing released yet."""
    checkout = Checkout(tmp_path / "checkout")
    shutil.copy(repository / "criteria" / "registers" / "cpv.yml", checkout.root / "criteria" / "registers")
    words = [{"key": f"locale-{key}", "text": key} for key in ("en", "nb-no")]
    checkout.register("interface", entries=[*REGISTERS["interface"]["entries"], *words])
    checkout.item(text={"obligation": PAY})
    checkout.market("NO", name={"en": "Norway", "nb": "Norge"})
    checkout.decide("NO")
    checkout.translate("nb")
    return checkout
