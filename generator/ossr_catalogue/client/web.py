"""Fetch a file over HTTP, with the standard library alone: the client's only door to the network."""

import zlib
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import IO, Final
from urllib.error import HTTPError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from ossr_catalogue import HOME_URL, __version__
from ossr_catalogue.errors import SourceError, UsageError

_USER_AGENT: Final = f"ossr-catalogue-client/{__version__} (+{HOME_URL})"
_PIECE_BYTES: Final = 1 << 16
_PATIENCE: Final = 12
"""So many time-outs of one piece may a whole answer take."""
_GZIP: Final = 31
"""For zlib: a gzip header, and the largest window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for."""

    url: str
    max_bytes: int
    timeout_seconds: float
    """For the connection and for each piece of the answer."""
    etag: str = ""
    """Of what is there already; an unchanged file is not sent again."""
    last_modified: str = ""
    fresh: bool = False
    """True where no cache on the way may answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came."""

    url: str
    """Where it came from in the end, without its query: nothing secret is kept."""
    body: bytes | None
    """None where nothing has changed."""
    etag: str
    last_modified: str


def fetch(question: Question) -> Reply:
    """Fetch a file.

    Raises:
        SourceError: if it does not come, or not whole.
        UsageError: if the address is none of the web, or holds a name or a password.
    """
    url = question.url
    if fault := _fault(url):
        raise UsageError(f"{shown(url)}: {fault}")
    try:
        with closing(_opener().open(_request(question), timeout=question.timeout_seconds)) as answer:
            return _reply(answer.url, answer.headers, _body(answer, question))
    except HTTPError as error:
        with closing(error):
            if error.code == HTTPStatus.NOT_MODIFIED:
                return _reply(error.url, error.headers, None)
            raise SourceError(f"{shown(url)}: the server answered {error.code} {error.reason}") from error
    except (OSError, HTTPException, ValueError, zlib.error) as error:
        raise SourceError(f"{shown(url)}: {_said(error)}") from error


def shown(url: str) -> str:
    """Give an address without what might be secret in it.

    >>> shown("https://me:secret@example.org/index.json?token=1")
    'https://example.org/index.json'
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return "that address"
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def redirect_fault(before: str, after: str) -> str:
    """Say why a redirect is not followed; empty where it is.

    >>> redirect_fault("https://example.org/", "http://example.org/")
    'is not encrypted any more'
    """
    if urlsplit(before).scheme == "https" and urlsplit(after).scheme == "http":
        return "is not encrypted any more"
    return _fault(after)


def _fault(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "is no address"
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return "is no address of the web; give one that begins with https://"
    return (
        "holds a name or a password, which would be sent and kept; leave it out"
        if "@" in parts.netloc
        else ""
    )


def _request(question: Question) -> Request:
    headers = {"User-Agent": _USER_AGENT, "Accept": "application/json", "Accept-Encoding": "gzip"}
    if question.etag:
        headers["If-None-Match"] = question.etag
    if question.last_modified:
        headers["If-Modified-Since"] = question.last_modified
    if question.fresh:
        headers["Cache-Control"] = "no-cache"
    return Request(question.url, headers=headers)  # noqa: S310 - `_fault` has seen to its scheme


class _Redirects(HTTPRedirectHandler):
    """Follows to the web only, and never from https to http."""

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message
    ) -> HTTPResponse | None:
        """Follow; the standard library leaves the connection open where it cannot read the address."""
        try:
            return super().http_error_302(req, fp, code, msg, headers)  # type: ignore[arg-type]
        except ValueError:
            fp.close()
            raise

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        if fault := redirect_fault(req.full_url, newurl):
            fp.close()
            raise SourceError(f"{shown(req.full_url)}: it redirects to {shown(newurl)}, which {fault}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _opener() -> OpenerDirector:
    """Make one that knows http and https, no files and no FTP, and keeps neither cookies nor passwords."""
    opener = OpenerDirector()
    handlers = (
        ProxyHandler,
        HTTPHandler,
        HTTPSHandler,
        HTTPErrorProcessor,
        HTTPDefaultErrorHandler,
        _Redirects,
        UnknownHandler,
    )
    for handler in handlers:
        opener.add_handler(handler())
    return opener


def _body(answer: HTTPResponse, question: Question) -> bytes:
    end = monotonic() + _PATIENCE * question.timeout_seconds
    pieces, size = [], 0
    while piece := answer.read1(_PIECE_BYTES):
        size += len(piece)
        pieces.append(piece)
        _stay_below(size, question.max_bytes)
        if monotonic() > end:
            raise TimeoutError
    if answer.length:
        raise ValueError(f"the answer is cut off, {answer.length:,} bytes are missing")
    return _unpacked(b"".join(pieces), answer.headers.get("Content-Encoding", ""), question.max_bytes)


def _unpacked(body: bytes, encoding: str, max_bytes: int) -> bytes:
    if encoding.lower() not in {"gzip", "x-gzip"}:
        return body
    unpacker = zlib.decompressobj(_GZIP)
    content = unpacker.decompress(body, max_bytes + 1)
    _stay_below(len(content), max_bytes)
    if not unpacker.eof:
        raise ValueError("the answer is cut off")
    return content


def _stay_below(size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise ValueError(f"the answer is larger than {max_bytes:,} bytes, the most that is read")


def _reply(url: str, headers: Message, body: bytes | None) -> Reply:
    return Reply(
        url=shown(url),
        body=body,
        etag=headers.get("ETag", ""),
        last_modified=headers.get("Last-Modified", ""),
    )


def _said(error: Exception) -> str:
    """Say what went wrong, also where the exception has no words for it."""
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    return str(reason) or type(error).__name__
