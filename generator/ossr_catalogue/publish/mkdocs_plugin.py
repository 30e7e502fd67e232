"""The only file that knows MkDocs: it builds the prose, and gives the shell for everything else.

Material for MkDocs ends in May 2027; a move to another generator rewrites this file and `catalogue/theme/`.
"""

import logging
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jinja2 import TemplateError

from ossr_catalogue.errors import PublishError
from ossr_catalogue.publish.files import SiteSettings
from ossr_catalogue.publish.pages.shell import Shell
from ossr_catalogue.publish.security_policy import with_policy

# Material asks for it while it is imported: its notice about MkDocs 2 is for who runs MkDocs by hand.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as build_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

_SHELL: Final = "shell.md"
_SHELL_SOURCE: Final = "---\ntemplate: shell.html\nhide: [navigation, toc]\n---\n# Content\n"
_LANDING: Final = "index.md"
_UNUSED: Final = ("assets/javascripts/lunr/*", "assets/javascripts/workers/*", "*.map")
"""Parts of Material that serve its own search, and source maps: 2 MB that no page asks for."""
_OF_PLAYGROUND: Final = "assets/playground/*"
_GENERATED: Final = re.compile(r"<!-- generated: ([a-z-]+) -->")
"""A hole in the prose that is filled with what the program itself knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProsePage:
    """A page that MkDocs wrote, for the search to know it."""

    path: str
    """From the top of the site, `format/`."""
    title: str
    html: str
    """The text's HTML without header and navigation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What MkDocs gave."""

    shell: Shell
    landing: str
    """HTML of `index.md`, which the landing page takes up; empty if there is no such file."""
    pages: tuple[ProsePage, ...]


@dataclass
class _Collected:
    shell: str = ""
    landing: str = ""
    pages: list[ProsePage] = field(default_factory=list)


class CataloguePlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg,unused-ignore]
    """Adds the shell as one hidden page, and keeps it and the landing page's text for the stamping."""

    def __init__(
        self, fills: Mapping[str, str] = MappingProxyType({}), *, has_playground: bool = False
    ) -> None:
        """Take what fills the holes of the prose, by name, as Markdown."""
        self.collected = _Collected()
        self.fills = fills
        self.unused = _UNUSED if has_playground else (*_UNUSED, _OF_PLAYGROUND)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Leave the site map to the doors: MkDocs knows a handful of the pages."""
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the shell, drop what nobody fetches."""
        for file in [file for file in files if any(fnmatch(file.src_uri, unused) for unused in self.unused)]:
            files.remove(file)
        shell = File.generated(config, _SHELL, content=_SHELL_SOURCE, inclusion=InclusionLevel.NOT_IN_NAV)
        files.append(shell)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Fill the holes; those of `mkdocs serve`, which knows nothing of the program, stay empty.

        Raises:
            PluginError: if there is no such thing to be filled in.
        """
        try:
            return _GENERATED.sub(lambda hole: self.fills[hole[1]] if self.fills else "", markdown)
        except KeyError as error:
            raise PluginError(f"{page.file.src_uri}: nothing is generated under the name {error}") from error

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs' signature
        """Keep the text of every page."""
        if page.file.src_uri == _LANDING:
            self.collected.landing = html
        elif page.file.src_uri != _SHELL:
            self.collected.pages.append(ProsePage(path=page.url, title=str(page.title), html=html))
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - likewise
        """Keep the shell, whose pages get a policy each; an empty answer writes no file."""
        if page.file.src_uri == _SHELL:
            self.collected.shell = output
            return ""
        return with_policy(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - likewise
        """Give the page for lost addresses a policy, too."""
        return with_policy(output_content)


def build_prose(
    config_file: Path, output: Path, settings: SiteSettings, fills: Mapping[str, str] = MappingProxyType({})
) -> Prose:
    """Write the prose and Material's assets into *output*, whose content is replaced.

    Args:
        config_file: MkDocs' settings.
        output: the folder of the site.
        settings: of the site.
        fills: Markdown for the holes `<!-- generated: name -->` of the prose, by name.

    Raises:
        PublishError: if the prose or the theme has a mistake.
    """
    has_playground = settings.pyodide is not None
    plugin = CataloguePlugin(fills, has_playground=has_playground)
    with _words_of_mkdocs() as said:
        try:
            config = load_config(
                str(config_file),
                site_dir=str(output),
                site_url=settings.url,
                site_name=settings.name,
                extra={"playground": has_playground},
                plugins=[],
                strict=True,
            )
            config.plugins["ossr-catalogue"] = plugin
            build_mkdocs(config)
        except (MkDocsException, TemplateError) as error:
            raise PublishError(f"{config_file}: {'; '.join([*said, str(error)])}") from error
    collected = plugin.collected
    return Prose(
        shell=Shell(collected.shell),
        landing=collected.landing,
        pages=tuple(sorted(collected.pages, key=_path)),
    )


def _path(page: ProsePage) -> str:
    return page.path


@contextmanager
def _words_of_mkdocs() -> Iterator[list[str]]:
    """Keep what MkDocs would print: it is part of the error if there is one."""
    said: list[str] = []
    keeper = logging.Handler(logging.WARNING)
    keeper.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(keeper)
    try:
        yield said
    finally:
        logger.removeHandler(keeper)
        logger.propagate = propagate
