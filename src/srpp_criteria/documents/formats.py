# SPDX-License-Identifier: Apache-2.0
"""The writers by name; each is imported when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from srpp_criteria.errors import MissingExtra

if TYPE_CHECKING:
    from collections.abc import Callable

    from srpp_criteria.documents.document import Document


def _writer(module: str, function: str) -> Callable[[Document], Any]:
    def write(document: Document) -> Any:
        try:
            writer = getattr(import_module(f"srpp_criteria.documents.{module}"), function)
        except ModuleNotFoundError as missing:
            if (missing.name or "").startswith("srpp_criteria"):
                raise
            raise MissingExtra(f"writing {module}", "documents") from missing
        return writer(document)

    return write


WRITERS: dict[str, Callable[[Document], str]] = {
    "text": _writer("plain", "to_text"),
    "markdown": _writer("markdown", "to_markdown"),
    "html": _writer("html", "to_html"),
}
"""Writers of text, by the name a user gives."""


def _encoded(name: str) -> Callable[[Document], bytes]:
    return lambda document: WRITERS[name](document).encode()


FILE_WRITERS: dict[str, Callable[[Document], bytes]] = {
    "docx": _writer("docx", "to_docx"),
    "odt": _writer("odt", "to_odt"),
    "md": _encoded("markdown"),
    "html": _encoded("html"),
    "txt": _encoded("text"),
}
"""Writers of files, by the ending of the file's name."""
