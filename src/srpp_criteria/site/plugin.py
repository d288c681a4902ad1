# SPDX-License-Identifier: Apache-2.0
"""The MkDocs plugin: hands the pages of every edition to MkDocs. All else is in `pages`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

from srpp_criteria import shipped
from srpp_criteria.library import Library
from srpp_criteria.site.assets import theme_assets, write_assets
from srpp_criteria.site.frame import Frames
from srpp_criteria.site.pages import assets_of, pages_of, whole_site
from srpp_criteria.site.search_index import write_search_index

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from srpp_criteria.site.edition_site import WholeSite
    from srpp_criteria.site.page import Page


class SrppConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs is untyped here
    """Options of the plugin in mkdocs.yml."""

    library = config_options.Type(str, default="")
    """Folder of another checkout whose library is published; empty: the one that the package belongs to."""


class SrppPlugin(BasePlugin[SrppConfig]):  # type: ignore[no-untyped-call]  # the same
    """Adds the generated pages to the site, and lays the files that are no pages beside them."""

    _whole: WholeSite
    _pages: dict[str, Page]
    _frames: Frames

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Hand over every page of every edition."""
        library = Library.load(self.config.library or shipped.checkout())
        self._whole = whole_site(
            library,
            repository=config.repo_url or "",
            address=config.site_url or "",
            today=dt.datetime.now(dt.UTC).date(),
        )
        self._pages = {page.path: page for page in pages_of(self._whole)}
        self._frames = Frames(self._whole, self._pages.values(), set(files.src_uris))
        for page in self._pages.values():
            files.append(File.generated(config, page.path, content=page.markdown))
        for asset in theme_assets():
            files.append(File.generated(config, asset.path, content=asset.content))
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Look at each template of the theme once, not for every page; a changed template needs a new start."""
        env.auto_reload = False
        return env

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Tell MkDocs the title and the description of a page; it would look for them in the text."""
        ours = self._pages.get(page.file.src_uri)
        if ours is not None:
            page.meta = {"title": ours.title, "description": ours.description or ours.title}
            if not ours.indexed:
                page.meta["robots"] = "noindex"
            page.meta["hide"] = ["navigation", *(["toc"] if ours.wide else [])]
        return markdown

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the theme the frame of the page."""
        context["srpp"] = self._frames.of(page.file.src_uri)  # type: ignore[typeddict-unknown-key]  # templates read it
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Lay machine twins, feeds and the search index beside the pages."""
        site_dir = Path(config.site_dir)
        write_assets(assets_of(self._whole), site_dir)
        write_search_index(self._whole, site_dir)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: object) -> LiveReloadServer:
        """Build again when a text changes."""
        for folder in ("criteria", "locales"):
            server.watch(str(shipped.checkout() / folder))
        return server
