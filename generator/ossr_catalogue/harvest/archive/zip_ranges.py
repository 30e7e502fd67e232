"""A zip on a server: its directory and its members are read by byte ranges, in few requests."""

import lzma
import stat
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from ossr_catalogue.harvest.affordable import Announced, affordable
from ossr_catalogue.harvest.archive.archive import (
    MAX_MEMBERS,
    BadArchiveError,
    Contents,
    inside,
    is_junk,
    is_safe,
)
from ossr_catalogue.harvest.web.ranges import RangeFile

_MAX_HEADER_BYTES: Final = 30 + 2 * 0xFFFF
"""The fixed part, and the name and the extra field at their longest."""
_MAX_GAP_BYTES: Final = 64 << 10
"""Fetching so much too much costs less than another request."""
_MAX_BATCH_BYTES: Final = 8 << 20
_BROKEN: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,  # encrypted
    OSError,  # a bad offset; broken bzip2
    ValueError,  # names that are no UTF-8
    lzma.LZMAError,
    struct.error,
    zlib.error,
)
"""All that `zipfile` raises for what is wrong with a zip."""


class RemoteZip:
    """An open zip, an `Archive`."""

    def __init__(self, file: RangeFile, where: str) -> None:
        """Read the directory.

        Raises:
            BadArchiveError: if *file*, which messages call *where*, is no zip that we look into.
            SourceError: if the server does not answer.
        """
        self._file = file
        try:
            self._zip = ZipFile(file)
        except _BROKEN as error:
            raise BadArchiveError(
                f"{where}: its directory cannot be read ({error}); is it a whole zip?"
            ) from error
        entries = self._zip.infolist()
        if len(entries) > MAX_MEMBERS:
            raise BadArchiveError(f"{where}: {len(entries):,} files, at most {MAX_MEMBERS:,} are looked at")
        files = {entry.filename: entry for entry in entries if _is_file(entry)}
        found = inside(files)
        self.top, self.paths, self.skipped = found.top, found.paths, found.skipped
        self.names: Sequence[str] | None = _names(entries, found.top)
        self._members = found.entries
        self._ends = _ends(entries, self._zip.start_dir)

    def read(self, paths: Iterable[str]) -> Contents:
        """Fetch several files, neighbours in the zip with one request.

        Raises:
            SourceError: if the server does not answer.
        """
        asked = {path: self._members[path] for path in paths if path in self._members}
        wanted, failed = affordable({path: _announced(entry) for path, entry in asked.items()})
        for start, end in _batches(sorted(self._span(asked[path]) for path in wanted)):
            self._file.prefetch(start, end)
        files: dict[str, bytes] = {}
        for path in sorted(wanted):
            try:
                files[path] = self._unpack(asked[path])
            except _BROKEN as error:
                failed[path] = f"it cannot be unpacked ({error}); make the zip again"
        return Contents(files=files, failed=failed)

    def _unpack(self, entry: ZipInfo) -> bytes:
        """Take as much as was announced: what would become more is cut, and fails its checksum."""
        with self._zip.open(entry) as member:
            return member.read(entry.file_size)

    def _span(self, entry: ZipInfo) -> tuple[int, int]:
        start = entry.header_offset
        return start, min(self._ends[start], start + _MAX_HEADER_BYTES + entry.compress_size)


def _names(entries: Iterable[ZipInfo], top: str) -> list[str]:
    """Give the paths of everything; an empty folder may be a submodule."""
    names = {entry.filename.removeprefix(top).rstrip("/") for entry in entries}
    return sorted(name for name in names if is_safe(name) and not is_junk(name))


def _is_file(entry: ZipInfo) -> bool:
    mode = entry.external_attr >> 16
    is_folder = entry.filename.endswith("/")  # `is_dir` fails where there is no name
    return not is_folder and stat.S_IFMT(mode) in {0, stat.S_IFREG}


def _announced(entry: ZipInfo) -> Announced:
    return Announced(size=entry.file_size, packed=entry.compress_size)


def _ends(entries: Iterable[ZipInfo], directory: int) -> Mapping[int, int]:
    """Say where each member ends at the latest: at the next one or at the directory."""
    starts = sorted({entry.header_offset for entry in entries} | {directory})
    return {**dict(pairwise(starts)), starts[-1]: starts[-1]}


def _batches(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join what lies near together, so that it comes with one request."""
    if not spans:
        return
    start, end = spans[0]
    for next_start, next_end in spans[1:]:
        if next_start - end > _MAX_GAP_BYTES or next_end - start > _MAX_BATCH_BYTES:
            yield start, end
            start = next_start
        end = max(end, next_end)
    yield start, end
