"""From a record to the repository that it archives.

The repository is looked at as the record pins it, at the tag that one of its links names, else at the tip of
its default branch; and only when the record is new or has changed, or its repository could not be had since.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ossr_catalogue.errors import CatalogueError
from ossr_catalogue.harvest.git.access import Access
from ossr_catalogue.harvest.git.source import GitSource
from ossr_catalogue.harvest.slug import slug_of
from ossr_catalogue.harvest.source import Explained, Snapshot, Source, Unchanged, Whole
from ossr_catalogue.harvest.zenodo.component import Release
from ossr_catalogue.harvest.zenodo.record import ZenodoRecord
from ossr_catalogue.model.catalogue import Cause, LeftOut
from ossr_catalogue.model.component import Component
from ossr_catalogue.model.forge import web_addresses
from ossr_catalogue.model.harvested import Unreadable

_FOR: Final = " for "
"""Between what a repository is recognised by and the state of the record that led to it."""
OpenRepository = Callable[[Release], Source]


def public_repository(release: Release) -> Source:
    """Make a source of a repository that somebody's record names: https only, and at a public address.

    Raises:
        UsageError: if git should not be given that address.
    """
    # GitHub and GitLab both know it by this name; GitLab would redirect from the one without.
    is_forge = web_addresses(release.repository, "").raw is not None
    url = release.repository + (".git" if is_forge else "")
    return GitSource(url, release.ref, access=Access(is_harvested=True))


@dataclass(frozen=True, slots=True)
class FollowedSnapshot:
    """A repository, recognised by its commit and by the state of the record that led to it."""

    inner: Snapshot
    etag: str
    left_out: Sequence[LeftOut]
    reasons: Mapping[str, str]
    names: Sequence[str] | None

    @property
    def component(self) -> Component:
        """What its source knows."""
        return self.inner.component

    def paths(self) -> Sequence[str]:
        """List its files."""
        return self.inner.paths()

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Fetch several of them.

        Raises:
            SourceError: if its host does not answer.
        """
        return self.inner.read(paths)


class Following:
    """The repositories of one source's records, each once in a run."""

    def __init__(self, source: str, open_repository: OpenRepository = public_repository) -> None:
        """Prepare for the source of that name."""
        self.requests = 0
        """To the hosts of the repositories."""
        self._source = source
        self._open_repository = open_repository
        self._seen: set[str] = set()

    def begin(self) -> None:
        """Begin another run."""
        self._seen.clear()

    def claim(self, release: Release) -> bool:
        """Say whether nobody has asked for this repository before; the first record has it."""
        slug = slug_of(release.repository)
        is_first = slug not in self._seen
        self._seen.add(slug)
        return is_first

    def outcomes(
        self, release: Release, record: ZenodoRecord, known: Mapping[str, str]
    ) -> Iterator[Snapshot | Unchanged | Unreadable | LeftOut]:
        """Give a repository that was claimed; nothing is asked if it was had for this state of its record."""
        slug = slug_of(release.repository)
        commit, separator, state = known.get(slug, "").partition(_FOR)
        if separator and record.etag and state == record.etag:
            yield Unchanged(slug=slug)
            return
        try:
            yield from self._visited(self._open_repository(release), {slug: commit}, _FOR + record.etag)
        except CatalogueError as error:
            where = f"{release.repository} {release.ref or ''}".rstrip()
            reason = f"its record {record.record_id} leads there: {error}"
            yield LeftOut(source=self._source, path=where, reason=reason, slug=slug, cause=Cause.UNREACHED)

    def _visited(
        self, repository: Source, known: Mapping[str, str], mark: str
    ) -> Iterator[Snapshot | Unchanged | Unreadable | LeftOut]:
        told: list[LeftOut] = []
        try:
            for one in repository.snapshots(known):
                if isinstance(one, LeftOut):
                    told.append(one)
                elif isinstance(one, Unchanged):
                    yield replace(one, etag=(one.etag or known[one.slug]) + mark)
                elif isinstance(one, Unreadable):
                    yield replace(one, etag=one.etag + mark)
                else:
                    yield _followed(one, one.etag + mark, told)
        finally:
            self.requests += repository.requests


def _followed(snapshot: Snapshot, etag: str, told: Iterable[LeftOut]) -> FollowedSnapshot:
    """Wrap a snapshot, with what its source told beside it."""
    explained = snapshot if isinstance(snapshot, Explained) else None
    return FollowedSnapshot(
        snapshot,
        etag,
        (*told, *(explained.left_out if explained else ())),
        explained.reasons if explained else {},
        snapshot.names if isinstance(snapshot, Whole) else None,
    )
