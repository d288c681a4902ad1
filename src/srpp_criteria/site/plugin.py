# SPDX-License-Identifier: Apache-2.0
"""The MkDocs plugin: hands the pages of every edition to MkDocs. All else is in `pages`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from srpp_criteria import shipped
from srpp_criteria.library import Library
from srpp_criteria.site.pages import pages_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files


class SrppConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs is untyped here
    """The plugin has no options."""


class SrppPlugin(BasePlugin[SrppConfig]):  # type: ignore[no-untyped-call]  # the same
    """Adds the generated pages to the site."""

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand over one page for each entry of each edition."""
        library = Library.load(shipped.checkout())
        for locale in library.locales:
            for page in pages_of(library.edition(locale)):
                files.append(File.generated(config, page.path, content=page.markdown))
        return files

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Build again when a text changes."""
        for folder in ("criteria", "locales"):
            server.watch(str(shipped.checkout() / folder))
        return server
