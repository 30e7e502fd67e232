"""The headers of a tar, read by nobody but us: only regular files count, and nothing is taken at its word.

https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06 (ustar, pax), and
https://www.gnu.org/software/tar/manual/html_node/Standard.html (long names, sparse files). The standard
library's reader believes the lengths in extended headers and maps of sparse files; this one bounds them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.harvest.archive.archive import BadArchiveError

_BLOCK: Final = 512
_MAX_HEADER_BYTES: Final = 64 << 10
_MAX_HEADERS_IN_A_ROW: Final = 8
_REGULAR: Final = frozenset({b"0", b"\0", b"7"})
_LONG_NAME, _LONG_LINK, _PAX, _PAX_FOR_ALL, _OLD_SPARSE = b"L", b"K", b"x", b"g", b"S"
_PAX_RECORD: Final = re.compile(rb"(\d{1,6}) ([^=\n]{1,200})=", re.DOTALL)
_NUMBER: Final = re.compile(rb"[0-7]{1,12}")

Read = Callable[[int], bytes]
"""Gives so many of the next bytes of the tar, or fewer at its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TarMember:
    """A member, whose content comes next."""

    name: str
    size: int
    is_file: bool
    """Neither a link, a device, a folder nor a file with holes."""

    @property
    def padding(self) -> int:
        """How many bytes follow its content, up to the next header."""
        return -self.size % _BLOCK


def members(read: Read) -> Iterator[TarMember]:
    """Give the members; between two of them the caller has to read or skip content and padding.

    Raises:
        BadArchiveError: if this is no tar, or it ends in the middle.
    """
    for header in iter(lambda: _exactly(read, _BLOCK, may_end=True), b""):
        if not header.strip(b"\0"):
            return  # the first of the two empty blocks at the end
        yield _member(read, header)


def _member(read: Read, header: bytes) -> TarMember:
    said: dict[bytes, bytes] = {}
    for _ in range(_MAX_HEADERS_IN_A_ROW):
        _check(header)
        kind, size = header[156:157], _size(header[124:136])
        if kind not in {_LONG_NAME, _LONG_LINK, _PAX, _PAX_FOR_ALL}:
            return _described(read, header, said)
        content = _extension(read, size)
        if kind == _PAX:
            said |= _pax(content)
        elif kind == _LONG_NAME:
            said[b"path"] = content.split(b"\0", 1)[0]
        header = _exactly(read, _BLOCK)
    raise BadArchiveError(f"a member has more than {_MAX_HEADERS_IN_A_ROW} headers")


def _described(read: Read, header: bytes, said: Mapping[bytes, bytes]) -> TarMember:
    kind = header[156:157]
    size = _pax_size(said[b"size"]) if b"size" in said else _size(header[124:136])
    if kind == _OLD_SPARSE:
        _skip_sparse_map(read, header)
    has_holes = any(key.startswith(b"GNU.sparse") for key in said)
    name = said.get(b"path") or _plain_name(header)
    is_file = kind in _REGULAR and not has_holes and not name.endswith(b"/")
    # Links and folders have no content, whatever their size says.
    has_content = kind in _REGULAR or kind == _OLD_SPARSE or kind not in b"123456"
    return TarMember(name=_text(name), size=size if has_content else 0, is_file=is_file)


def _plain_name(header: bytes) -> bytes:
    name = header[:100].split(b"\0", 1)[0]
    prefix = header[345:500].split(b"\0", 1)[0] if header[257:263] == b"ustar\0" else b""
    return prefix + b"/" + name if prefix else name


def _text(name: bytes) -> str:
    """Read a name; a leading `./` is what `tar c .` writes."""
    return name.decode("utf-8", "surrogateescape").removeprefix("./")


def _check(header: bytes) -> None:
    said = header[148:156].strip(b" \0")
    counted = sum(header[:148]) + sum(b" " * 8) + sum(header[156:])
    if not _NUMBER.fullmatch(said) or int(said, 8) != counted:
        raise BadArchiveError("it is broken, or no tar: a header's checksum is wrong")


def _size(field: bytes) -> int:
    if field[0] & 0x80:  # more than eight gigabytes, in binary
        return int.from_bytes(bytes([field[0] & 0x7F]) + field[1:], "big")
    digits = field.strip(b" \0")
    if digits and not _NUMBER.fullmatch(digits):
        raise BadArchiveError(f"the size of a member is {digits!r}")
    return int(digits or b"0", 8)


def _pax_size(said: bytes) -> int:
    if not re.fullmatch(rb"\d{1,18}", said):
        raise BadArchiveError(f"the size of a member is {said[:40]!r}")
    return int(said)


def _pax(content: bytes) -> dict[bytes, bytes]:
    r"""Read records of `length key=value\n`."""
    said: dict[bytes, bytes] = {}
    at = 0
    while match := _PAX_RECORD.match(content, at):
        end = at + int(match[1])
        if end <= match.end() or end > len(content):
            raise BadArchiveError("an extended header is broken")
        said[match[2]] = content[match.end() : end - 1]
        at = end
    return said


def _skip_sparse_map(read: Read, header: bytes) -> None:
    goes_on = header[482]
    for _ in range(_MAX_HEADER_BYTES // _BLOCK):
        if not goes_on:
            return
        goes_on = _exactly(read, _BLOCK)[504]
    raise BadArchiveError("the map of a sparse file is too long")


def _extension(read: Read, size: int) -> bytes:
    if size > _MAX_HEADER_BYTES:
        raise BadArchiveError(f"an extended header of {size:,} bytes, at most {_MAX_HEADER_BYTES:,} are read")
    return _exactly(read, size + -size % _BLOCK)[:size]


def _exactly(read: Read, size: int, *, may_end: bool = False) -> bytes:
    content = read(size)
    if len(content) != size and (content or not may_end):
        raise BadArchiveError("it ends in the middle")
    return content
