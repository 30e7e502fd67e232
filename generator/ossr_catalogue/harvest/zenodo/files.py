"""The files of a record: those that lie there as they are, and those inside its zip."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TypeVar
from urllib.parse import quote

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.archive.archive import Archive, Contents
from ossr_catalogue.harvest.archive.zip_container import ZipContainer
from ossr_catalogue.harvest.archive.zip_ranges import RemoteZip
from ossr_catalogue.harvest.source import MAX_FILE_BYTES, MAX_READ_BYTES
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.ranges import RangeFile, RangeReader, RangesIgnoredError
from ossr_catalogue.harvest.web.replies import HttpError
from ossr_catalogue.harvest.zenodo.record import RecordFile, ZenodoRecord
from ossr_catalogue.model.component import Component

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenZip:
    """A zip of a record, and how its members are addressed."""

    archive: Archive
    members_url: str
    """Template with `{path}`: Zenodo gives out members one by one."""


class RecordFolder:
    """One record's files, whose addresses are computed from their keys: no link of a reply is followed."""

    def __init__(self, http: PoliteHttp, record: ZenodoRecord) -> None:
        self._http = http
        self._url = f"{http.base_url}/api/records/{record.record_id}/files"

    @property
    def files_url(self) -> str:
        """Template with `{path}` for the files that are in no zip."""
        return f"{self._url}/{{path}}/content"

    def open_zip(self, file: RecordFile) -> OpenZip:
        """Look into a zip.

        Raises:
            SourceError: if that is not possible.
        """
        return self._spelled(file.key, lambda url: self._open_zip(file, url))

    def download(self, file: RecordFile) -> bytes:
        """Fetch a file.

        Raises:
            SourceError: if that is not possible, or if it is not the one that the record describes.
        """
        body = self._spelled(
            file.key, lambda url: self._http.get(f"{url}/content", max_bytes=MAX_FILE_BYTES).body
        )
        if file.md5 not in {None, hashlib.md5(body, usedforsecurity=False).hexdigest()}:
            raise SourceError(f"{self._url}: {file.key} is not the file that the record describes (its MD5)")
        return body

    def _spelled(self, key: str, fetch: Callable[[str], _Found]) -> _Found:
        """Try the addresses that a file may have: a slash in a key is written as `%2F`, or as it is."""
        try:
            return fetch(f"{self._url}/{quote(key, safe='')}")
        except HttpError as error:
            if error.status != HTTPStatus.NOT_FOUND or "/" not in key:
                raise
        return fetch(f"{self._url}/{quote(key, safe='/')}")

    def _open_zip(self, file: RecordFile, url: str) -> OpenZip:
        reader = RangeReader(self._http, f"{url}/content", file.size)
        archive: Archive
        try:
            archive = RemoteZip(RangeFile(reader.fetch, file.size), f"{url}/content")
        except RangesIgnoredError:
            archive = ZipContainer(self._http, url)
        return OpenZip(archive=archive, members_url=f"{url}/container/{quote(archive.top)}{{path}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ZenodoSnapshot:
    """A record with its files listed."""

    component: Component
    folder: RecordFolder
    plain: Mapping[str, RecordFile]
    """The files that are in no zip, by their path."""
    archive: Archive | None = None
    etag: str = ""
    failed: dict[str, str] = field(default_factory=dict)
    """Why a file that was asked for could not be had."""

    def paths(self) -> Sequence[str]:
        """List the files; one in the record hides one of the same name in its zip."""
        return tuple(sorted({*self.plain, *(self.archive.paths if self.archive else ())}))

    def read(self, paths: Iterable[str]) -> Mapping[str, bytes]:
        """Fetch several files.

        Raises:
            SourceError: if Zenodo does not answer.
        """
        wanted = tuple(dict.fromkeys(paths))
        contents = [self._read_plain([path for path in wanted if path in self.plain])]
        if self.archive:
            contents.append(self.archive.read(path for path in wanted if path not in self.plain))
        for content in contents:
            self.failed.update(content.failed)
        return {path: data for content in contents for path, data in content.files.items()}

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
            except SourceError as error:
                if isinstance(error, HttpError) and error.is_host_wide:
                    raise
                failed[path] = str(error)
        return Contents(files=files, failed=failed)
