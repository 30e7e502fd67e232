"""A record with its files listed: those that lie there as they are, and those inside its archive."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ossr_catalogue.harvest.archive.archive import Archive, Contents
from ossr_catalogue.harvest.metadata import codemeta
from ossr_catalogue.harvest.source import MAX_FILE_BYTES, MAX_READ_BYTES
from ossr_catalogue.harvest.web.replies import LastingError
from ossr_catalogue.harvest.zenodo.component import Release, release_of
from ossr_catalogue.harvest.zenodo.files import RecordFolder
from ossr_catalogue.harvest.zenodo.record import RecordFile, ZenodoRecord
from ossr_catalogue.model.catalogue import LeftOut
from ossr_catalogue.model.component import Component

_CODEMETA: Final = "codemeta.json"


@dataclass(slots=True, kw_only=True)
class ZenodoSnapshot:
    """One version of a record."""

    record: ZenodoRecord
    about: Component
    """As far as Zenodo itself describes it."""
    folder: RecordFolder
    plain: Mapping[str, RecordFile]
    """The files that are in no archive, by their path."""
    archive: Archive | None = None
    left_out: tuple[LeftOut, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict)
    told_repository: str = ""
    """What `codemeta.json` says, once that was read."""

    @property
    def component(self) -> Component:
        """What Zenodo knows; where that names no repository, the one of `codemeta.json` once it was read.

        So the same executable has the same identity in the record and in its repository.
        """
        repository = self.about.repository or self.told_repository or None
        return replace(self.about, repository=repository)

    @property
    def etag(self) -> str:
        """The state of the record, and behind it the repository if only `codemeta.json` names it."""
        told = "" if self.about.repository else self.told_repository
        return f"{self.record.etag} {told}".rstrip() if self.record.etag else ""

    @property
    def release(self) -> Release | None:
        """What it is a release of, as far as that is known by now."""
        told = Release(repository=self.told_repository) if self.told_repository else None
        return release_of(self.record) or told

    def paths(self) -> Sequence[str]:
        """List the files; one in the record hides one of the same name in its archive."""
        return tuple(sorted({*self.plain, *(self.archive.paths if self.archive else ())}))

    @property
    def names(self) -> Sequence[str] | None:
        """What is known of a zip; without one, a record holds files that may belong anywhere."""
        known = self.archive.names if self.archive else None
        return None if known is None else sorted({*self.plain, *known})

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Fetch several files; those that are broken or too large are missing.

        Raises:
            SourceError: if one of them may be had another time.
        """
        wanted = tuple(dict.fromkeys(paths))
        contents = [self._read_plain([path for path in wanted if path in self.plain])]
        if self.archive:
            contents.append(self.archive.read(path for path in wanted if path not in self.plain))
        for content in contents:
            self.reasons.update(content.failed)
        files = {path: data for content in contents for path, data in content.files.items()}
        if _CODEMETA in files:
            self.told_repository = codemeta.read(files[_CODEMETA], _CODEMETA).repository
        return files

    def _read_plain(self, paths: Sequence[str]) -> Contents:
        files: dict[str, bytes] = {}
        failed: dict[str, str] = {}
        left = MAX_READ_BYTES
        for path in paths:
            file = self.plain[path]
            if file.size > min(left, MAX_FILE_BYTES):
                failed[path] = f"it has {file.size:,} bytes, at most {min(left, MAX_FILE_BYTES):,} are read"
                continue
            left -= file.size
            try:
                files[path] = self.folder.download(file)
            except LastingError as error:
                failed[path] = str(error)
        return Contents(files=files, failed=failed)
