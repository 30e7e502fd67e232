"""Harvest a Git repository: one commit, without history or checkout, and only the files that are read."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Self

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.affordable import Announced, affordable
from ossr_catalogue.harvest.folder import is_nameable, unnameable
from ossr_catalogue.harvest.git.access import Access
from ossr_catalogue.harvest.git.address import GitAddress, as_its_host_calls_it, parse_ref
from ossr_catalogue.harvest.git.command import Git, GitError
from ossr_catalogue.harvest.git.output import advised, batch, tip, tree
from ossr_catalogue.harvest.slug import slug_of
from ossr_catalogue.harvest.source import NOTHING_KNOWN, Snapshot, Unchanged
from ossr_catalogue.model.catalogue import Cause, LeftOut
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.forge import WebAddresses, web_addresses, web_repository

_SHALLOW: Final = (
    "fetch",
    "--quiet",
    "--depth=1",
    "--no-tags",
    "--no-recurse-submodules",
    "--no-auto-maintenance",
)
_BLOBS: Final = (
    "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head",
    "--no-auto-maintenance", "--filter=blob:none", "--stdin", "origin",
)  # fmt: skip

_REDIRECTED: Final = re.compile(r"returned error: 30[12378]")
_MISLEADING: Final = frozenset({"", ".", "..", ".git", "git~1"})
"""Parts of paths that git itself makes no repository with, but takes from others."""
_SERVER: Final = {"file": ("--upload-pack=git -c uploadpack.allowFilter=true upload-pack",)}
"""A repository on this machine gives single files like those of the forges, whatever its own settings say."""


class GitSource:
    """A repository at the tip of its default branch, or at a branch, tag or commit.

    It costs one request for the list of files and one for each `read`, however many files that asks for.
    """

    def __init__(
        self,
        url: str,
        ref: str | None = None,
        *,
        repository: str | None = None,
        timeout_seconds: float = 300,
        access: Access | None = None,
    ) -> None:
        """Prepare; nothing is asked yet.

        Args:
            url: https, ssh, `git@host:path` or file; without a user's name or password.
            ref: Branch, tag or commit; None for the default branch.
            repository: The https address that people open, where *url* does not tell it.
            timeout_seconds: For each request.
            access: Who named the address, and what it may therefore lead to; the operator if None.

        Raises:
            UsageError: if *url* or *ref* is nothing that git should be given.
        """
        self._access = access or Access()
        self._address = self._access.address(as_its_host_calls_it(url))
        self._route = self._access.route(self._address)
        self._ref = parse_ref(ref) if ref else "HEAD"
        self._timeout_seconds = timeout_seconds
        self.repository = web_repository(repository or url)
        """Where people find it; None for a folder of this machine."""
        self._url = url
        self._moved_to = ""
        self.name = f"git {url}" + (f" {ref}" if ref else "")
        self.slug = slug_of(self.repository or url.removesuffix(".git")) or "repository"
        self.requests = 0

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any], base: Path) -> Self:  # noqa: ARG003 - all are made alike
        """Make the source that an entry of `sources.yml` asks for."""
        access = Access(plain_http=settings.get("plain-http", False))
        return cls(settings["git"], settings.get("ref"), repository=settings.get("repository"), access=access)

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Snapshot | Unchanged | LeftOut]:
        """Give the one component, after a word on where it is now, if that is elsewhere.

        Raises:
            SourceError: if the repository cannot be had.
        """
        clone = Git(max_bytes=self._access.max_bytes)
        try:
            clone.create(self._address.url)
            if self._is_known(clone, known.get(self.slug, "")):
                yield from self._move()
                yield Unchanged(slug=self.slug)
                return
            self._fetch_list(clone)
            revision = clone.local("rev-parse", "--verify", "FETCH_HEAD^{commit}").decode().strip()
            listed = tree(clone.local("ls-tree", "-r", "-z", "--full-tree", revision))
        except GitError as error:
            raise SourceError(f"{self.name}: {advised(error)}") from error
        yield from self._move()
        named = {path: listed.blobs[path] for path in sorted(listed.blobs) if _is_usable(path)}
        passed_over = [self._passed_over(path) for path in sorted(listed.blobs) if path not in named]
        yield GitSnapshot(
            self, clone, self._component(revision), named, others=listed.others, left_out=passed_over
        )

    def _move(self) -> Iterator[LeftOut]:
        """Tell where the repository is now, if that is elsewhere."""
        if self._moved_to and web_repository(self._moved_to) != web_repository(self._url):
            reason = f"it has moved to {self._moved_to}, and was read there; write that address in its place"
            yield LeftOut(source=self.name, path=self._url, reason=reason, cause=Cause.REMARK)

    def _passed_over(self, path: str) -> LeftOut:
        if not is_nameable(path):
            return unnameable(self.name, path)
        reason = "its name leads out of the repository, or into git's own files"
        return LeftOut(source=self.name, path=path, reason=reason)

    def fetch_blobs(self, clone: Git, revision: str, wanted: Collection[str]) -> None:
        """Bring file contents into a clone, all in one request.

        Raises:
            SourceError: if the host does not give them.
        """
        try:
            self._ask(clone, *_BLOBS, said="\n".join(sorted(wanted)).encode())
        except GitError:  # an old host gives no single file: then everything
            try:
                self._ask(clone, *_SHALLOW, "--refetch", "--no-filter", "origin", revision)
            except GitError as error:
                raise SourceError(f"{self.name}: its files cannot be fetched: {error}") from error

    def _is_known(self, clone: Git, etag: str) -> bool:
        """Ask for nothing but what the ref points to, where that may be all that is needed."""
        if not etag or etag == self.etag_of(self._ref):
            return bool(etag)
        listing = self._ask(clone, "ls-remote", "--quiet", "origin", self._ref, f"{self._ref}^{{}}")
        commit = tip(listing, self._ref)
        return commit is not None and etag == self.etag_of(commit)

    def etag_of(self, revision: str) -> str:
        """Give what the component is recognised by: its commit, and where people are sent to see it."""
        return f"{revision} {self.repository or ''}".rstrip()

    def _fetch_list(self, clone: Git) -> None:
        try:
            self._ask(clone, *_SHALLOW, "--filter=blob:none", "origin", self._ref)
        except GitError as error:
            if "filter" not in str(error):
                raise
            self._ask(clone, *_SHALLOW, "--no-filter", "origin", self._ref)

    def _ask(self, clone: Git, *arguments: str, said: bytes = b"") -> bytes:
        """Ask the host, at most once elsewhere if it says that the repository has moved."""
        try:
            return self._ask_once(clone, *arguments, said=said)
        except GitError as error:
            moved_to = self._new_address() if _REDIRECTED.search(str(error)) and not self._moved_to else None
            if moved_to is None:
                raise
        self._address, self._moved_to = moved_to, moved_to.url
        clone.aim(moved_to.url)
        return self._ask_once(clone, *arguments, said=said)

    def _ask_once(self, clone: Git, *arguments: str, said: bytes) -> bytes:
        settings = self._route.settings(self._address)
        with self._access.hosts.turn(self._address.host):
            self.requests += 1
            return clone.remote(
                *arguments[:1],
                *_SERVER.get(self._address.scheme, ()),
                *arguments[1:],
                scheme=self._address.scheme,
                settings=settings,
                said=said,
                timeout_seconds=self._timeout_seconds,
            )

    def _new_address(self) -> GitAddress | None:
        with self._access.hosts.turn(self._address.host):
            self.requests += 1
            return self._route.follow(self._address, timeout_seconds=min(30.0, self._timeout_seconds))

    def _component(self, revision: str) -> Component:
        repository = self.repository
        web = web_addresses(repository, revision) if repository else WebAddresses(raw=None, view=None)
        title = (repository or self._address.url).rstrip("/").removesuffix(".git").rsplit("/", 1)[-1]
        return Component(
            slug=self.slug,
            title=title,
            revision=revision,
            repository=repository,
            files_url=web.raw,
            view_url=web.view,
        )


class GitSnapshot:
    """The files of one commit."""

    def __init__(
        self,
        source: GitSource,
        clone: Git,
        component: Component,
        blobs: Mapping[str, str],
        *,
        others: Iterable[str] = (),
        left_out: Sequence[LeftOut] = (),
    ) -> None:
        """Take over *clone*; *blobs* gives the object of each path, sorted, *others* what is no file."""
        self.component = component
        self.names: Sequence[str] | None = sorted((*blobs, *filter(_is_usable, others)))
        self.left_out = left_out
        self.reasons: dict[str, str] = {}
        self.etag = source.etag_of(component.revision)
        self._source = source
        self._clone = clone
        self._blobs = blobs

    def paths(self) -> Sequence[str]:
        """List the regular files."""
        return tuple(self._blobs)

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Fetch several files in one request; those that are too large are missing.

        Raises:
            SourceError: if the host does not give them.
        """
        wanted = {path: self._blobs[path] for path in paths if path in self._blobs}
        if absent := set(wanted.values()) - self._present().keys():
            self._source.fetch_blobs(self._clone, self.component.revision, absent)
        contents = self._contents(self._affordable(wanted))
        return {path: contents[blob] for path, blob in wanted.items() if blob in contents}

    def _present(self) -> dict[str, int]:
        """Give the sizes of what lies in the clone; asking for each by name would make git fetch it alone."""
        shape = "--batch-check=%(objectname) %(objectsize)"
        lines = (
            self._clone.local("cat-file", "--batch-all-objects", "--unordered", shape).decode().splitlines()
        )
        return {name: int(size) for name, size in (line.split() for line in lines)}

    def _affordable(self, wanted: Mapping[str, str]) -> list[str]:
        """Give the objects of the paths that are read; of those that are not, `reasons` tells."""
        sizes = self._present()
        announced = {
            path: Announced(size=sizes[blob]) for path, blob in sorted(wanted.items()) if blob in sizes
        }
        taken, refused = affordable(announced)
        self.reasons |= refused
        return sorted({wanted[path] for path in taken})

    def _contents(self, blobs: Sequence[str]) -> dict[str, bytes]:
        if not blobs:
            return {}
        answer = self._clone.local(
            "cat-file", "--batch", said="".join(f"{blob}\n" for blob in blobs).encode()
        )
        return dict(batch(answer))


def _is_usable(path: str) -> bool:
    """Say whether a path names a file of the repository, for people and for whoever unpacks it."""
    return is_nameable(path) and not any(part.lower() in _MISLEADING for part in path.split("/"))
