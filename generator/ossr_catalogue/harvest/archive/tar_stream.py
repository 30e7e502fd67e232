"""A tar, compressed or not, that was downloaded: read from its beginning, with nothing unpacked to a disk.

It cannot be read in parts, so it is fetched once into a temporary file, listed once, and gone through again
for each `read`, which keeps the files that are wanted and nothing else.
"""

import bz2
import gzip
import lzma
import time
import weakref
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Final

from ossr_catalogue.harvest.affordable import MAX_RATIO, Announced, affordable
from ossr_catalogue.harvest.archive.archive import (
    MAX_MEMBERS,
    BadArchiveError,
    Contents,
    inside,
)
from ossr_catalogue.harvest.archive.tar_headers import TarMember, members

TARS: Final = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
MAX_TAR_BYTES: Final = 200_000_000
"""As it is downloaded."""
_MAX_UNPACKED_BYTES: Final = 1 << 30
_MAX_SECONDS: Final = 120.0
"""For going through it once."""
_PIECE_BYTES: Final = 1 << 20
_MAX_XZ_MEMORY: Final = 128 << 20
_BROKEN: Final = (EOFError, OSError, ValueError, lzma.LZMAError, zlib.error)
"""All that the decompressors raise for what is wrong."""


class DownloadedTar:
    """A tar in a file of ours, an `Archive`."""

    def __init__(
        self,
        file: BinaryIO,
        where: str,
        *,
        max_unpacked_bytes: int = _MAX_UNPACKED_BYTES,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """List it.

        Args:
            file: The tar as it came, however it is compressed; it is closed when this goes.
            where: What messages call it.
            max_unpacked_bytes: A larger one is not gone through.
            monotonic: Tests need no waiting.

        Raises:
            BadArchiveError: if it is none, or not one that we look into.
        """
        weakref.finalize(self, file.close)
        self._file = file
        self._where = where
        self._size = file.seek(0, 2)
        self._max_unpacked_bytes = max_unpacked_bytes
        self._monotonic = monotonic
        sizes = {member.name: member.size for member, _ in self._members() if member.is_file}
        found = inside(sizes)
        self.top, self.paths, self.skipped = found.top, found.paths, found.skipped
        self.names = None
        self._sizes = found.entries

    def read(self, paths: Iterable[str]) -> Contents:
        """Take several files; of two with one name the last, as `tar x` would leave it.

        Raises:
            BadArchiveError: if it can no longer be gone through.
        """
        sizes = {path: self._sizes[path] for path in paths if path in self._sizes}
        wanted, failed = affordable({path: Announced(size=size) for path, size in sizes.items()})
        files: dict[str, bytes] = {}
        for member, content in self._members() if wanted else ():
            path = member.name.removeprefix(self.top)
            is_meant = member.is_file and member.name.startswith(self.top) and path in wanted
            if is_meant and member.size == sizes[path]:
                files[path] = content(member.size)
        return Contents(files=files, failed=failed)

    def _members(self) -> Iterator[tuple[TarMember, Callable[[int], bytes]]]:
        """Go through it once; what of a member's content is not read is skipped."""
        unpacked = _Unpacked(self._opened(), self._most(), self._monotonic)
        try:
            for count, member in enumerate(members(unpacked.read)):
                _check_count(count)
                end = unpacked.position + member.size + member.padding
                yield member, unpacked.read
                unpacked.skip(end - unpacked.position)
        except BadArchiveError as error:
            raise BadArchiveError(f"{self._where}: {error}; is it a whole tar?") from error
        except _BROKEN as error:
            raise BadArchiveError(f"{self._where}: cannot be unpacked ({error}); make it again") from error

    def _most(self) -> int:
        return min(self._max_unpacked_bytes, MAX_RATIO * max(self._size, _PIECE_BYTES))

    def _opened(self) -> BinaryIO:
        """Recognise by its first bytes how it is compressed: names are often wrong."""
        self._file.seek(0)
        start = self._file.read(6)
        self._file.seek(0)
        if start.startswith(b"\x1f\x8b"):
            return gzip.GzipFile(fileobj=self._file, mode="rb")  # type: ignore[return-value]  # its `read` is all we use
        if start.startswith(b"BZh"):
            return bz2.BZ2File(self._file)  # type: ignore[return-value]  # likewise
        if start.startswith(b"\xfd7zXZ"):
            return _Xz(self._file)  # type: ignore[return-value]  # likewise
        return self._file


class _Unpacked:
    """What comes out of the decompressor, counted and timed."""

    def __init__(self, file: BinaryIO, max_bytes: int, monotonic: Callable[[], float]) -> None:
        self.position = 0
        self._file = file
        self._max_bytes = max_bytes
        self._monotonic = monotonic
        self._deadline = monotonic() + _MAX_SECONDS

    def read(self, size: int) -> bytes:
        """Give the next bytes, fewer only at the end."""
        pieces = []
        while size and (piece := self._file.read(min(size, _PIECE_BYTES))):
            self._count(piece)
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)

    def skip(self, size: int) -> None:
        if size > self._max_bytes - self.position:
            raise BadArchiveError(_TOO_MUCH.format(self._max_bytes))
        while size:
            piece = self._file.read(min(size, _PIECE_BYTES))
            if not piece:
                raise BadArchiveError("it ends in the middle")
            self._count(piece)
            size -= len(piece)

    def _count(self, piece: bytes) -> None:
        self.position += len(piece)
        if self.position > self._max_bytes:
            raise BadArchiveError(_TOO_MUCH.format(self._max_bytes))
        if self._monotonic() > self._deadline:
            raise BadArchiveError(f"it takes longer than {_MAX_SECONDS:.0f} seconds to go through")


_TOO_MUCH: Final = "it would grow to more than {:,} bytes"


class _Xz:
    """An xz stream, whose dictionary may not be as large as it likes."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._lzma = lzma.LZMADecompressor(memlimit=_MAX_XZ_MEMORY)

    def read(self, size: int) -> bytes:
        while not self._lzma.eof:
            fresh = self._file.read(_PIECE_BYTES) if self._lzma.needs_input else b""
            if self._lzma.needs_input and not fresh:
                raise EOFError("it ends in the middle")
            if piece := self._lzma.decompress(fresh, size):
                return piece
        return b""


def _check_count(count: int) -> None:
    if count >= MAX_MEMBERS:
        raise BadArchiveError(f"more than {MAX_MEMBERS:,} files")
