"""The repository or record that executables come from, pinned to one revision."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from ossr_catalogue.model.forge import web_addresses

_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An author."""

    name: str
    """`Given Family`, or the name of an organisation."""
    orcid: str | None = None
    """The bare identifier, e.g. `0000-0002-1825-0097`."""
    affiliation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One piece of software of the OSSR."""

    slug: str
    """Its identity in this catalogue, fit for a URL: `github.com-gammapy-gammapy`, `zenodo-4701488`."""
    title: str
    revision: str
    """What was harvested: a commit, a record id, or the digest of a folder."""
    description: str = ""
    """Plain text."""
    authors: tuple[Person, ...] = ()
    licence: str | None = None
    """An SPDX expression."""
    keywords: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    version: str | None = None
    """As its authors number it."""
    doi: str | None = None
    repository: str | None = None
    """Where a browser or `git clone` finds it, without `git+`, `.git` or a final slash; None for a folder."""
    homepage: str | None = None
    directory: str = ""
    """Its place in the repository; empty for the top."""
    files_url: str | None = None
    """Template with `{path}` for the raw file at the pinned revision; None where there is no such thing."""
    view_url: str | None = None
    """Likewise for a page that shows the file to people."""

    @property
    def git_revision(self) -> str | None:
        """The revision as `git checkout` takes it; None for a record's id or a folder's digest."""
        if _COMMIT.fullmatch(self.revision):
            return self.revision
        # A tag counts where the files' addresses say that the repository has it.
        raw = web_addresses(self.repository, self.revision).raw if self.repository else None
        return self.revision if raw and raw == self.files_url else None

    @property
    def address(self) -> str:
        """What it is known by wherever it is found: its place in its repository, else its slug."""
        return f"{self.repository}/{self.directory}".rstrip("/") if self.repository else self.slug

    def file_url(self, path: str) -> str | None:
        """Give the address of a file's bytes at the pinned revision; a URL stays itself."""
        return _fill(self.files_url, path)

    def file_page(self, path: str) -> str | None:
        """Give the address of a page that shows a file at the pinned revision."""
        return _fill(self.view_url, path)


def _fill(template: str | None, path: str) -> str | None:
    if "://" in path:
        return path
    return template.replace("{path}", quote(path, safe="/", errors="replace")) if template else None
