"""From the records of a server to their components; all sources that have records share this."""

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.archive.archive import ARCHIVES, Archive
from ossr_catalogue.harvest.source import Snapshot, Unchanged
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import GivenUpError, LastingError
from ossr_catalogue.harvest.zenodo.choice import choose, is_open
from ossr_catalogue.harvest.zenodo.component import Release, component_of, release_of
from ossr_catalogue.harvest.zenodo.files import OpenArchive, RecordFolder
from ossr_catalogue.harvest.zenodo.following import Following
from ossr_catalogue.harvest.zenodo.record import RecordFile, ZenodoRecord
from ossr_catalogue.harvest.zenodo.snapshot import ZenodoSnapshot
from ossr_catalogue.model.catalogue import Cause, LeftOut
from ossr_catalogue.model.harvested import Unreadable

Outcome = Snapshot | Unchanged | Unreadable | LeftOut


class RecordReader:
    """Opens what has changed, and gives it before the rest, the newest first."""

    def __init__(self, http: PoliteHttp, source: str, following: Following | None = None) -> None:
        """Prepare.

        Args:
            http: A client for the server.
            source: The name of the source that has the records.
            following: Looks at their repositories; None for not at all.
        """
        self._http = http
        self._source = source
        self._following = following

    def outcomes(self, records: Iterable[ZenodoRecord], known: Mapping[str, str]) -> Iterator[Outcome]:
        """Give each record, and its repository; one that several name belongs to the newest of them.

        Raises:
            SourceError: in the end, if the server was given up before all were looked at.
        """
        newest_first = sorted(records, key=lambda one: -int(one.record_id))
        owned = self._owned(newest_first, known)
        missed: list[GivenUpError] = []
        for record in sorted(newest_first, key=lambda one: _is_known(one, known)):
            release = owned.get(record.record_id)
            if _is_known(record, known):
                yield Unchanged(slug=record.slug)
            else:
                try:
                    release = (yield from self._opened(record)) or release
                except GivenUpError as error:
                    missed.append(error)
            if release and self._following:
                yield from self._following.outcomes(release, record, known)
        if missed:
            raise SourceError(
                f"incomplete, {len(missed)} of {len(newest_first)} records were not looked at: {missed[0]}"
            )

    def _owned(self, records: Iterable[ZenodoRecord], known: Mapping[str, str]) -> dict[str, Release]:
        """Say which record each repository belongs to, as far as that is known before they are opened."""
        if self._following is None:
            return {}
        self._following.begin()
        releases = ((one.record_id, release_of(one) or _remembered(one, known)) for one in records)
        return {name: release for name, release in releases if release and self._following.claim(release)}

    def _opened(self, record: ZenodoRecord) -> Generator[Outcome, None, Release | None]:
        """Give a record; return the repository that only its `codemeta.json` names, if it may be followed.

        Raises:
            GivenUpError: if the server is not asked any more.
        """
        place = f"records/{record.record_id}"
        choice = choose(record)
        left_out = [
            self._left_out(f"{place}/files/{key}" if key else place, reason, _unseen(record, key))
            for key, reason in choice.left_out.items()
        ]
        folder = RecordFolder(self._http, record)
        opened = None
        try:
            opened = folder.open_archive(choice.archive) if choice.archive else None
        except GivenUpError:
            raise
        except SourceError as error:
            left_out.append(self._unopened(record, choice.archive, error))
            if not isinstance(error, LastingError):
                yield from left_out  # another day brings all of it: until then it stays as it was
                return None
        if not (opened or choice.plain):
            is_to_be_remembered = choice.archive and record.etag
            yield from [_unreadable(record, left_out)] if is_to_be_remembered else left_out
            return None
        if opened:
            left_out += [self._left_out(place, reason) for reason in _passed_over(opened.archive)]
        snapshot = ZenodoSnapshot(
            record=record,
            about=component_of(
                record, base_url=self._http.base_url, files_url=_files_url(folder, opened, choice.archive)
            ),
            folder=folder,
            plain=choice.plain,
            archive=opened.archive if opened else None,
            left_out=tuple(left_out),
        )
        yield snapshot
        return self._told(snapshot)

    def _told(self, snapshot: ZenodoSnapshot) -> Release | None:
        if self._following is None or not snapshot.told_repository or release_of(snapshot.record):
            return None
        release = Release(repository=snapshot.told_repository)
        return release if self._following.claim(release) else None

    def _unopened(self, record: ZenodoRecord, file: RecordFile | None, error: SourceError) -> LeftOut:
        path = f"records/{record.record_id}/files/{file.key if file else ''}"
        left_out = self._left_out(path, str(error), record.slug)
        return left_out if isinstance(error, LastingError) else replace(left_out, cause=Cause.UNREACHED)

    def _left_out(self, path: str, reason: str, slug: str = "") -> LeftOut:
        return LeftOut(source=self._source, path=path, reason=reason, slug=slug)


def _unreadable(record: ZenodoRecord, left_out: Iterable[LeftOut]) -> Unreadable:
    return Unreadable(slug=record.slug, etag=record.etag, left_out=tuple(left_out))


def _is_known(record: ZenodoRecord, known: Mapping[str, str]) -> bool:
    """Say whether a record is in the state that is remembered, with or without what its files say."""
    remembered = known.get(record.slug, "")
    return bool(record.etag) and (remembered == record.etag or remembered.startswith(f"{record.etag} "))


def _remembered(record: ZenodoRecord, known: Mapping[str, str]) -> Release | None:
    """Give the repository that the files of an unchanged record name."""
    told = known.get(record.slug, "").removeprefix(record.etag).strip()
    return Release(repository=told) if told and _is_known(record, known) else None


def _unseen(record: ZenodoRecord, key: str) -> str:
    """Name the component where its files are closed: what they hold is not known to be gone."""
    return "" if key or is_open(record) else record.slug


def _files_url(folder: RecordFolder, opened: OpenArchive | None, file: RecordFile | None) -> str | None:
    if opened:
        return opened.members_url
    return None if file else folder.files_url


def _passed_over(archive: Archive) -> Iterator[str]:
    """Say what of an archive nobody looks at."""
    yield from _counted("names in it that lead outside or cannot be printed", archive.skipped)
    inner = [path for path in archive.paths if path.lower().endswith(ARCHIVES)]
    yield from _counted("archives inside of its archive, which are not opened", inner)


def _counted(what: str, names: Sequence[str]) -> Iterator[str]:
    if names:
        yield f"{what}: {len(names)}, the first is {names[0]!r}"
