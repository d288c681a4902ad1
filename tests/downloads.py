# SPDX-License-Identifier: Apache-2.0
"""What a button of a page lets the browser save."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def saved(page: Page, button: str, folder: Path) -> Path:
    """Press the button of this name and keep the file under the name that the page suggests."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target
