"""From bytes to text: UTF-8, and what people's editors make of it."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from ossr_catalogue.document.changes import Correction, SaveAsUtf8
from ossr_catalogue.document.document import Problem
from ossr_catalogue.document.node import Span
from ossr_catalogue.document.problems import unreadable

LARGEST: Final = 10_000_000
"""Bytes; some 5,000 executables. A larger file is no list of one repository."""

_WIDE: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_UNMARKED: Final = (
    (re.compile(rb"[^\0]\0{3}"), "utf-32-le", "UTF-32"),
    (re.compile(rb"\0{3}[^\0]"), "utf-32-be", "UTF-32"),
    (re.compile(rb"[^\0]\0[^\0]\0"), "utf-16-le", "UTF-16"),
    (re.compile(rb"\0[^\0]\0[^\0]"), "utf-16-be", "UTF-16"),
)
"""How a list starts whose mark was lost: with two letters of ASCII, as each does (RFC 4627, section 3)."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text without a byte order mark, and what was unusual about its bytes."""

    text: str
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def decode(data: bytes | str) -> Decoded:
    """Make text of a file's content; what cannot be decoded is text with U+FFFD, and not readable."""
    if len(data) > LARGEST:
        return _refused("", _TOO_LARGE)
    if isinstance(data, str):
        return _checked(data)
    wide = _wide(data)
    if wide:
        mark, encoding, name = wide
        return _from_wide(data[len(mark) :], encoding, name)
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _not_utf_8(data, error)


def encode_like(text: str, data: bytes) -> bytes:
    """Make bytes of a text, in the encoding of other bytes and with a byte order mark if they have one."""
    wide = _wide(data)
    if wide:
        mark, encoding, _ = wide
        return mark + text.encode(encoding)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8")


def _wide(data: bytes) -> tuple[bytes, str, str] | None:
    """Give the byte order mark, the encoding and its name of a text in UTF-16 or UTF-32."""
    for mark, encoding, name in _WIDE:
        if data.startswith(mark):
            return mark, encoding, name
    return next(((b"", encoding, name) for start, encoding, name in _UNMARKED if start.match(data)), None)


def _checked(text: str) -> Decoded:
    marked = text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    surrogate = _SURROGATE.search(text)
    if surrogate:
        problem = unreadable(
            "lone-surrogate", *surrogate.span(), "half of a character stands here", advice="save it as UTF-8"
        ).problem
        return _refused(_SURROGATE.sub("\ufffd", text), problem)
    return Decoded(text=text, problems=(_MARK,) if marked else ())


_TO_UTF_8: Final = Correction(
    title="Save the file as UTF-8, without a byte order mark", changes=(SaveAsUtf8(),), is_safe=True
)
_MARK: Final = Problem(
    kind="byte-order-mark",
    span=Span(0, 0),
    message="the file starts with a byte order mark, which many programs stumble over",
    advice='save it as "UTF-8" instead of "UTF-8 with BOM"',
    fix=_TO_UTF_8,
)


def _from_wide(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        return _refused(
            before,
            unreadable(
                "undecodable",
                len(before),
                len(before),
                f"the file is broken {name}",
                advice="save it as UTF-8",
            ).problem,
        )
    problem = Problem(
        kind="not-utf-8",
        span=Span(0, 0),
        message=f"the file is {name}, expected was UTF-8",
        advice="save it as UTF-8",
        fix=_TO_UTF_8,
    )
    return Decoded(text=text, problems=(problem,))


def _not_utf_8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    start = len(data[: error.start].decode("utf-8"))
    byte = data[error.start : error.start + 1]
    meant = byte.decode("cp1252", "replace")
    guess = f"; in Windows-1252 it would be {meant!r}" if meant.isprintable() and meant != "\ufffd" else ""
    message = f"the byte 0x{byte.hex().upper()} is not UTF-8{guess}"
    problem = unreadable("undecodable", start, start + 1, message, advice="save the file as UTF-8").problem
    return _refused(data.decode("utf-8", "replace").removeprefix("\ufeff"), problem)


_TOO_LARGE: Final = unreadable(
    "too-large",
    0,
    0,
    f"the file has more than {LARGEST / 1e6:.0f} MB, far more than any list of executables",
    advice="keep data out of the list: it only says where they lie",
).problem


def _refused(text: str, problem: Problem) -> Decoded:
    return Decoded(text=text, problems=(problem,), readable=False)
