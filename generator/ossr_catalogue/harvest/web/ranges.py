"""A file on a server, read here and there without downloading it."""

import io
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import LastingError, Reply, TooLargeError

SMALL_BYTES: Final = 4 << 20
"""So much is taken from a server that sends the whole file in place of a part."""
_TAIL_BYTES: Final = (1 << 16) + 22
"""A zip's directory ends the file, before a comment of up to 64 KiB: one request mostly sees all of it."""
_BLOCK_BYTES: Final = 32 << 10
_MAX_READ_BYTES: Final = 8 << 20
"""At once; the directory of a zip with all the files that we look at is half as long."""
_CONTENT_RANGE: Final = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)")


class RangesIgnoredError(SourceError):
    """A server sends files only as a whole, and this one is too large for that."""


class WrongSizeError(LastingError):
    """A file is not as long as it was announced."""


class TooMuchAtOnceError(LastingError):
    """A part of a file that has to be read as a whole is too long for it."""


class RangeReader:
    """Fetches parts of one file, whose size is known beforehand."""

    def __init__(self, http: PoliteHttp, url: str, size: int) -> None:
        self.size = size
        self._http = http
        self._url = url
        self._whole: bytes | None = None

    def fetch(self, start: int, end: int) -> bytes:
        """Give the bytes from *start* to before *end*, which lie inside the file.

        Raises:
            RangesIgnoredError: if the server sends the whole file, and that is large.
            SourceError: if the server does not answer, or answers with something else.
        """
        if self._whole is not None:
            return self._whole[start:end]
        try:
            reply = self._http.get(self._url, span=(start, end), max_bytes=max(SMALL_BYTES, end - start))
        except TooLargeError as error:
            raise RangesIgnoredError(
                f"{self._url}: the server does not give parts of a file, and this one has {self.size:,} bytes"
            ) from error
        if reply.status == HTTPStatus.PARTIAL_CONTENT:
            return self._checked_part(reply, start, end)
        self._check_size(len(reply.body))
        self._whole = reply.body
        return self._whole[start:end]

    def _checked_part(self, reply: Reply, start: int, end: int) -> bytes:
        said = reply.headers["Content-Range"] or ""
        match = _CONTENT_RANGE.fullmatch(said)
        if not match or (int(match[1]), int(match[2]) + 1, len(reply.body)) != (start, end, end - start):
            raise SourceError(f"{self._url}: asked for bytes {start}-{end - 1}, got {said!r}")
        if match[3] != "*":
            self._check_size(int(match[3]))
        return reply.body

    def _check_size(self, found: int) -> None:
        if found != self.size:
            raise WrongSizeError(f"{self._url}: has {found:,} bytes, where {self.size:,} were announced")


class RangeFile(io.RawIOBase):
    """A seekable file of which only what is read is fetched, in blocks, each byte once."""

    def __init__(self, fetch: Callable[[int, int], bytes], size: int) -> None:
        super().__init__()
        self._fetch = fetch
        self._size = size
        self._position = 0
        self._blocks: list[tuple[int, bytes]] = []
        """By their start, never overlapping."""

    def readable(self) -> bool:
        """Say yes."""
        return True

    def seekable(self) -> bool:
        """Say yes."""
        return True

    def tell(self) -> int:
        """Give the position."""
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move; nothing is fetched."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise OSError(f"position {base + offset} before the start of the file")
        self._position = base + offset
        return self._position

    def read(self, size: int | None = -1, /) -> bytes:
        """Read *size* bytes, or to the end.

        Raises:
            SourceError: if that cannot be fetched.
            TooMuchAtOnceError: if that is more than is ever taken at once.
        """
        rest = max(0, self._size - self._position)
        wanted = rest if size is None or size < 0 else min(size, rest)
        if wanted > _MAX_READ_BYTES:
            raise TooMuchAtOnceError(f"{wanted:,} bytes at once, where at most {_MAX_READ_BYTES:,} are read")
        start, end = self._position, self._position + wanted
        self.prefetch(start, end, spare=_BLOCK_BYTES)
        self._position = end
        return b"".join(block[max(0, start - at) : end - at] for at, block in self._blocks if at < end)

    def prefetch(self, start: int, end: int, *, spare: int = 0) -> None:
        """Fetch what is missing between *start* and *end*, one request for each gap.

        Raises:
            SourceError: if that cannot be fetched.
        """
        for gap_start, gap_end in self._gaps(max(0, start), min(end, self._size)):
            self._fill(gap_start, gap_end, spare)

    def _fill(self, start: int, end: int, spare: int) -> None:
        """Fetch a gap and up to *spare* bytes, so that reading on needs no further request."""
        if start >= self._size - _TAIL_BYTES and not self._blocks:
            start = max(0, self._size - _TAIL_BYTES)
        until = min((at for at, _ in self._blocks if at >= end), default=self._size)
        end = max(end, min(start + spare, until))
        if self._size <= 2 * _TAIL_BYTES and not self._blocks:
            start, end = 0, self._size
        self._blocks.append((start, self._fetch(start, end)))
        self._blocks.sort(key=lambda block: block[0])

    def _gaps(self, start: int, end: int) -> list[tuple[int, int]]:
        gaps = []
        for at, block in self._blocks:
            if at >= end:
                break
            if at > start:
                gaps.append((start, at))
            start = max(start, at + len(block))
        return [*gaps, (start, end)] if start < end else gaps
