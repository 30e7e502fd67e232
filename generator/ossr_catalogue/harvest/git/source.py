"""Harvest a Git repository: one commit, without history or checkout, and only the files that are read."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Self

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.folder import is_nameable, unnameable
from ossr_catalogue.harvest.git.address import parse_address, parse_ref
from ossr_catalogue.harvest.git.command import Git, GitError
from ossr_catalogue.harvest.slug import slug_of
from ossr_catalogue.harvest.source import MAX_FILE_BYTES, MAX_READ_BYTES, NOTHING_KNOWN, Snapshot, Unchanged
from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.forge import WebAddresses, web_addresses, web_repository

_REGULAR: Final = ("100644", "100755", "100664")
"""Modes of files; links (120000) and submodules (160000) are passed over."""
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

_SERVER: Final = {"file": ("--upload-pack=git -c uploadpack.allowFilter=true upload-pack",)}
"""A repository on this machine gives single files like those of the forges, whatever its own settings say."""


class GitSource:
    """A repository at the tip of its default branch, or at a branch, tag or commit.

    It costs one request for the list of files and one for each `read`, however many files that asks for.
    """

    def __init__(
        self, url: str, ref: str | None = None, *, repository: str | None = None, timeout_seconds: float = 300
    ) -> None:
        """Prepare; nothing is asked yet.

        Args:
            url: https, ssh, `git@host:path` or file; without a user's name or password.
            ref: Branch, tag or commit; None for the default branch.
            repository: The https address that people open, where *url* does not tell it.
            timeout_seconds: For each request.

        Raises:
            UsageError: if *url* or *ref* is nothing that git should be given.
        """
        self._address = parse_address(url)
        self._ref = parse_ref(ref) if ref else "HEAD"
        self._timeout_seconds = timeout_seconds
        self._repository = web_repository(repository or url)
        self.name = f"git {url}" + (f" {ref}" if ref else "")
        self.slug = slug_of(self._repository or url.removesuffix(".git")) or "repository"
        self.requests = 0

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any], base: Path) -> Self:  # noqa: ARG003 - all are made alike
        """Make the source that an entry of `sources.yml` asks for."""
        return cls(settings["git"], settings.get("ref"), repository=settings.get("repository"))

    def snapshots(self, known: Mapping[str, str] = NOTHING_KNOWN) -> Iterator[Snapshot | Unchanged | LeftOut]:
        """Give the one component, after the files that cannot be named.

        Raises:
            SourceError: if the repository cannot be had.
        """
        clone = Git()
        try:
            clone.create(self._address.url)
            if self._is_known(clone, known.get(self.slug, "")):
                yield Unchanged(slug=self.slug)
                return
            self._fetch_list(clone)
            revision = clone.local("rev-parse", "--verify", "FETCH_HEAD^{commit}").decode().strip()
            blobs = _blobs(clone.local("ls-tree", "-r", "-z", "--full-tree", revision))
        except GitError as error:
            raise SourceError(f"{self.name}: {error}; is the address right, and open to all?") from error
        for path in sorted(path for path in blobs if not is_nameable(path)):
            yield unnameable(self.name, path)
        named = {path: blobs[path] for path in sorted(blobs) if is_nameable(path)}
        yield GitSnapshot(self, clone, self._component(revision), named)

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
        tip = _tip(listing, self._ref)
        return tip is not None and etag == self.etag_of(tip)

    def etag_of(self, revision: str) -> str:
        """Give what the component is recognised by: its commit, and where people are sent to see it."""
        return f"{revision} {self._repository or ''}".rstrip()

    def _fetch_list(self, clone: Git) -> None:
        try:
            self._ask(clone, *_SHALLOW, "--filter=blob:none", "origin", self._ref)
        except GitError as error:
            if "filter" not in str(error):
                raise
            self._ask(clone, *_SHALLOW, "--no-filter", "origin", self._ref)

    def _ask(self, clone: Git, *arguments: str, said: bytes = b"") -> bytes:
        self.requests += 1
        return clone.remote(
            *arguments[:1],
            *_SERVER.get(self._address.scheme, ()),
            *arguments[1:],
            scheme=self._address.scheme,
            said=said,
            timeout_seconds=self._timeout_seconds,
        )

    def _component(self, revision: str) -> Component:
        repository = self._repository
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

    def __init__(self, source: GitSource, clone: Git, component: Component, blobs: Mapping[str, str]) -> None:
        """Take over *clone*; *blobs* gives the object of each path, sorted."""
        self.component = component
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
        contents = self._contents(self._affordable(set(wanted.values())))
        return {path: contents[blob] for path, blob in wanted.items() if blob in contents}

    def _present(self) -> dict[str, int]:
        """Give the sizes of what lies in the clone; asking for each by name would make git fetch it alone."""
        shape = "--batch-check=%(objectname) %(objectsize)"
        lines = (
            self._clone.local("cat-file", "--batch-all-objects", "--unordered", shape).decode().splitlines()
        )
        return {name: int(size) for name, size in (line.split() for line in lines)}

    def _affordable(self, wanted: Collection[str]) -> list[str]:
        sizes = self._present()
        chosen, left = [], MAX_READ_BYTES
        for blob in sorted(wanted & sizes.keys()):
            if sizes[blob] <= min(left, MAX_FILE_BYTES):
                chosen.append(blob)
                left -= sizes[blob]
        return chosen

    def _contents(self, blobs: Sequence[str]) -> dict[str, bytes]:
        if not blobs:
            return {}
        answer = self._clone.local(
            "cat-file", "--batch", said="".join(f"{blob}\n" for blob in blobs).encode()
        )
        return dict(_batch(answer))


def _tip(listing: bytes, ref: str) -> str | None:
    """Find the commit of a ref in what `git ls-remote` prints: `<name>`, a tab, the full ref.

    Of refs that end alike, the one that `git fetch` would take: https://git-scm.com/docs/gitrevisions.
    """
    lines = (line.partition("\t") for line in listing.decode("utf-8", "replace").splitlines())
    tips = {full: name for name, _, full in lines}
    for full in (shape.format(ref) for shape in ("{}", "refs/{}", "refs/tags/{}", "refs/heads/{}")):
        if full in tips:
            return tips.get(f"{full}^{{}}", tips[full])  # of an annotated tag the commit behind it
    return None


def _batch(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """Take apart what `git cat-file --batch` prints: `<name> blob <size>`, the content, an empty line."""
    position = 0
    while position < len(answer):
        end = answer.index(b"\n", position)
        name, _, size = answer[position:end].decode().split()
        start, position = end + 1, end + 2 + int(size)
        yield name, answer[start : position - 1]


def _blobs(listing: bytes) -> dict[str, str]:
    """Take apart what `git ls-tree -r -z` prints: `<mode> <type> <name>`, a tab, the path."""
    found = {}
    for entry in listing.split(b"\0")[:-1]:
        facts, _, path = entry.partition(b"\t")
        mode, _, name = facts.decode().split()
        if mode in _REGULAR:
            found[path.decode("utf-8", "surrogateescape")] = name
    return found
