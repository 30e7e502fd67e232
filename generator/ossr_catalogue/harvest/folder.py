"""Harvest a folder: a checkout, or an unpacked release."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Final, Self

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.ignored import Ignored, is_never_entered
from ossr_catalogue.harvest.slug import slug_of
from ossr_catalogue.harvest.source import MAX_FILE_BYTES, MAX_READ_BYTES, NOTHING_KNOWN, Snapshot
from ossr_catalogue.model.catalogue import Cause, LeftOut
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.forge import WebAddresses, web_addresses, web_repository

_MAX_FILES: Final = 100_000
_MAX_DIGESTED_BYTES: Final = 1_000_000_000
"""Beyond this, and for files that are not read at all, the digest takes the size for the content."""

_MAX_SETTINGS_BYTES: Final = 100_000
_ORIGIN: Final = re.compile(r'^\[remote "origin"\]\n(?:[ \t]+[^\n]*\n)*?[ \t]+url = (\S+)', re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicCopy:
    """Where the files of a folder can be seen by everybody."""

    repository: str
    """Its https address."""
    revision: str | None = None
    directory: str = ""
    """The folder's place in that repository; empty for the top."""

    @property
    def slug(self) -> str:
        """Its identity."""
        return slug_of(f"{self.repository}/{self.directory}")

    def addresses(self) -> WebAddresses:
        """Give the templates for its files; they need the revision."""
        if not self.revision:
            return WebAddresses(raw=None, view=None)
        found = web_addresses(self.repository, self.revision)
        place = f"{self.directory.strip('/')}/{{path}}" if self.directory else "{path}"
        return WebAddresses(
            raw=found.raw and found.raw.replace("{path}", place),
            view=found.view and found.view.replace("{path}", place),
        )


class FolderSource:
    """A folder on this machine; nothing outside it is ever read, whatever its links point to.

    What `.gitignore` names, version control, caches and virtual environments are no part of it.
    """

    def __init__(
        self,
        path: Path,
        *,
        name: str | None = None,
        public_copy: PublicCopy | None = None,
        only: Sequence[str] = (),
    ) -> None:
        """Prepare; nothing is read yet.

        Args:
            path: The folder.
            name: As `sources.yml` writes it, relative to that file; the component's identity comes from
                this unless there is a public copy, so that it is the same on every machine. Without a name, a
                checkout has the identity of the repository that it was cloned from.
            public_copy: Where people find the same files.
            only: Names or globs over the path (`*` spans folders); where there are some, nothing else of
                the folder is looked at.
        """
        self.name = f"folder {name or path.as_posix()}"
        self.requests = 0
        self.slug = public_copy.slug if public_copy else slug_of(name or _origin(path) or path.as_posix())
        self.slug = self.slug or slug_of(path.resolve().name) or "folder"
        self._path = path
        self._public_copy = public_copy
        self._only = tuple(only)

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Snapshot]:  # noqa: ARG002 - reading a folder costs nobody anything
        """Give the one component.

        Raises:
            SourceError: if there is no such folder, or too much in it.
        """
        if not self._path.is_dir():
            raise SourceError(f"{self.name}: there is no such folder ({self._path})")
        closed: list[str] = []
        listed = sorted(path for path in _walk(self._path, closed) if self._is_meant(path))
        passed_over = (unnameable(self.name, path) for path in listed if not is_nameable(path))
        yield replace(
            self._snapshot(tuple(path for path in listed if is_nameable(path))),
            left_out=(*passed_over, *map(self._closed, sorted(closed))),
        )

    def _closed(self, folder: str) -> LeftOut:
        reason = "this folder cannot be listed; may it be read?"
        return LeftOut(source=self.name, path=folder, reason=reason, slug=self.slug, cause=Cause.UNREACHED)

    def _is_meant(self, path: str) -> bool:
        return not self._only or any(fnmatchcase(path, pattern) for pattern in self._only)

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any], base: Path) -> Self:
        """Make the source that an entry of `sources.yml` asks for; *base* is the folder of that file."""
        copy = None
        if "repository" in settings:
            copy = PublicCopy(
                repository=web_repository(settings["repository"]) or settings["repository"],
                revision=settings.get("revision"),
                directory=settings.get("directory", ""),
            )
        folder: str = settings["folder"]
        return cls(base / folder, name=folder, only=settings.get("only", ()), public_copy=copy)

    def _snapshot(self, paths: tuple[str, ...]) -> "FolderSnapshot":
        copy = self._public_copy
        addresses = copy.addresses() if copy else WebAddresses(raw=None, view=None)
        component = Component(
            slug=self.slug,
            title=self._path.resolve().name,
            revision=(copy.revision if copy else None) or _digest(self._path, paths),
            repository=copy.repository if copy else None,
            directory=copy.directory.strip("/") if copy else "",
            files_url=addresses.raw,
            view_url=addresses.view,
        )
        return FolderSnapshot(component=component, root=self._path, files=paths)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderSnapshot:
    """The files of a folder as they were listed."""

    component: Component
    root: Path
    files: tuple[str, ...]
    etag: str = ""
    """Nothing: to see that nothing has changed, all of it would have to be read."""
    left_out: tuple[LeftOut, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)

    def paths(self) -> Sequence[str]:
        """List the regular files."""
        return self.files

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Read several files; what is too large, or has meanwhile become a link, is missing."""
        listed = frozenset(self.files)
        found: dict[str, bytes] = {}
        left = MAX_READ_BYTES
        for path in paths:
            content = _content(self.root / path, min(left, MAX_FILE_BYTES)) if path in listed else None
            if content is not None:
                found[path] = content
                left -= len(content)
        return found


def is_nameable(path: str) -> bool:
    """Say whether a path is text that can stand in a list, a URL and a terminal."""
    return (
        path.isprintable() and "\\" not in path and not any("\ud800" <= letter <= "\udfff" for letter in path)
    )


def unnameable(source: str, path: str) -> LeftOut:
    """Report a file whose name is not printable UTF-8."""
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in shown)
    return LeftOut(
        source=source,
        path=shown,
        reason="its name has a backslash or letters that cannot be printed as UTF-8; rename it to be read",
    )


def _origin(folder: Path) -> str | None:
    """Give the web address that a checkout was cloned from, read without git: nothing of it may be run."""
    settings = (_content(folder / ".git" / "config", _MAX_SETTINGS_BYTES) or b"").decode("utf-8", "replace")
    origin = _ORIGIN.search(settings)
    return web_repository(origin[1]) if origin else None


def _walk(root: Path, closed: list[str]) -> Iterator[str]:
    """Give the regular files, no links; the folders that cannot be listed go to *closed*."""
    pending = [("", Ignored())]
    count = 0
    while pending:
        folder, ignored = pending.pop()
        entries = _entries(root / folder)
        if entries is None:
            closed.append(folder)
            continue
        ignored = _with_rules(ignored, folder, entries)
        for entry in entries:
            path = folder + entry.name
            if entry.is_dir(follow_symlinks=False):
                if not ignored.holds(path, is_folder=True) and not _is_foreign(entry):
                    pending.append((f"{path}/", ignored))
            elif entry.is_file(follow_symlinks=False) and not ignored.holds(path, is_folder=False):
                yield path
                count += 1
        if count > _MAX_FILES:
            raise SourceError(f"folder {root}: more than {_MAX_FILES} files; name the part that is meant")


def _entries(folder: Path) -> list[os.DirEntry[str]] | None:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return None


def _with_rules(ignored: Ignored, folder: str, entries: Iterable[os.DirEntry[str]]) -> Ignored:
    for entry in entries:
        if entry.name == ".gitignore" and entry.is_file(follow_symlinks=False):
            content = _content(Path(entry.path), MAX_FILE_BYTES) or b""
            return ignored.below(folder, content.decode("utf-8", "replace"))
    return ignored


def _is_foreign(entry: os.DirEntry[str]) -> bool:
    if is_never_entered(entry.name, frozenset()):
        return True
    inside = _entries(Path(entry.path)) or ()
    return is_never_entered(entry.name, frozenset(one.name for one in inside))


def _content(path: Path, max_bytes: int) -> bytes | None:
    """Read a regular file of at most *max_bytes*; None for anything else."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > max_bytes:
            return None
        content = file.read(max_bytes + 1)
    return content if len(content) <= max_bytes else None


def _digest(root: Path, paths: Iterable[str]) -> str:
    digest = hashlib.sha256()
    left = _MAX_DIGESTED_BYTES
    for path in paths:
        content = _content(root / path, min(left, MAX_FILE_BYTES))
        left -= len(content or b"")
        said = hashlib.sha256(content).hexdigest() if content is not None else _size(root / path)
        digest.update(f"{path}\0{said}\n".encode())
    return f"sha256:{digest.hexdigest()}"


def _size(path: Path) -> str:
    try:
        return f"{path.lstat().st_size} bytes"
    except OSError:  # gone since it was listed
        return "gone"
