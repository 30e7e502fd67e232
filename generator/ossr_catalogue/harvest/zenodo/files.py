"""The files of a record, whose addresses are computed from their keys: no link of a reply is followed."""

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import BinaryIO, Final, TypeVar, cast
from urllib.parse import quote

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.archive.archive import Archive
from ossr_catalogue.harvest.archive.tar_stream import MAX_TAR_BYTES, DownloadedTar
from ossr_catalogue.harvest.archive.zip_container import ZipContainer
from ossr_catalogue.harvest.archive.zip_ranges import RemoteZip
from ossr_catalogue.harvest.source import MAX_FILE_BYTES
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.ranges import RangeFile, RangeReader, RangesIgnoredError
from ossr_catalogue.harvest.web.replies import HttpError
from ossr_catalogue.harvest.zenodo.choice import is_zip
from ossr_catalogue.harvest.zenodo.record import RecordFile, ZenodoRecord

_Found = TypeVar("_Found")
_IN_MEMORY_BYTES: Final = 8 << 20
"""A download that is larger lies in a temporary file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenArchive:
    """An archive of a record, and how its members are addressed."""

    archive: Archive
    members_url: str | None
    """Template with `{path}`: Zenodo gives out the members of a zip one by one, those of a tar not."""


class RecordFolder:
    """One record's files."""

    def __init__(self, http: PoliteHttp, record: ZenodoRecord) -> None:
        self._http = http
        self._url = f"{http.base_url}/api/records/{record.record_id}/files"

    @property
    def files_url(self) -> str:
        """Template with `{path}` for the files that are in no archive."""
        return f"{self._url}/{{path}}/content"

    def open_archive(self, file: RecordFile) -> OpenArchive:
        """Look into a zip, or download a tar.

        Raises:
            SourceError: if that is not possible; a `LastingError` if it never will be.
        """
        opener = self._open_zip if is_zip(file) else self._open_tar
        return self._spelled(file.key, lambda url: opener(file, url))

    def download(self, file: RecordFile) -> bytes:
        """Fetch a file.

        Raises:
            SourceError: if that is not possible, or if it is not the one that the record describes.
        """
        body = self._spelled(
            file.key, lambda url: self._http.get(f"{url}/content", max_bytes=MAX_FILE_BYTES).body
        )
        self._check(file, hashlib.md5(body, usedforsecurity=False).hexdigest())
        return body

    def _check(self, file: RecordFile, md5: str) -> None:
        """Refuse what was spoiled on its way: files of a published record never change."""
        if file.md5 not in {None, md5}:
            raise SourceError(f"{self._url}: {file.key} is not the file that the record describes (its MD5)")

    def _spelled(self, key: str, fetch: Callable[[str], _Found]) -> _Found:
        """Try the addresses that a file may have: a slash in a key is written as `%2F`, or as it is."""
        try:
            return fetch(f"{self._url}/{quote(key, safe='')}")
        except HttpError as error:
            if error.status != HTTPStatus.NOT_FOUND or "/" not in key:
                raise
        return fetch(f"{self._url}/{quote(key, safe='/')}")

    def _open_zip(self, file: RecordFile, url: str) -> OpenArchive:
        reader = RangeReader(self._http, f"{url}/content", file.size)
        archive: Archive
        try:
            archive = RemoteZip(RangeFile(reader.fetch, file.size), f"{url}/content")
        except RangesIgnoredError:
            archive = ZipContainer(self._http, url)
        return OpenArchive(archive=archive, members_url=f"{url}/container/{quote(archive.top)}{{path}}")

    def _open_tar(self, file: RecordFile, url: str) -> OpenArchive:
        scratch = cast("BinaryIO", tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES))  # noqa: SIM115 - the archive closes it
        try:
            self._http.download(f"{url}/content", scratch, max_bytes=MAX_TAR_BYTES)
            scratch.seek(0)
            digest = hashlib.file_digest(scratch, lambda: hashlib.md5(usedforsecurity=False))  # type: ignore[arg-type]
            self._check(file, digest.hexdigest())
            return OpenArchive(archive=DownloadedTar(scratch, f"{url}/content"), members_url=None)
        except BaseException:
            scratch.close()
            raise
