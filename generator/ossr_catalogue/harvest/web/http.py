"""Ask one host over HTTP, politely: named, paced, bounded, and never led away to another host."""

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from typing import Final
from urllib.error import URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from ossr_catalogue import HOME_URL, __version__
from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest.web.replies import HttpError, PassingError, Reply, TooLargeError, refusal

USER_AGENT: Final = f"ossr-catalogue/{__version__} (+{HOME_URL})"
"""Zenodo asks for `tool/version (+url)`, and has throttled and blocked those who don't say who they are."""

_MAX_BYTES: Final = 16 << 20
_MAX_ERROR_BYTES: Final = 64 << 10
_MAX_REDIRECTS: Final = 5
_PATIENCE: Final = 5
"""After so many requests in a row that the host refused or did not answer, it is left in peace."""
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class PoliteHttp:
    """A client for one host.

    Only the origin of its base URL is ever asked, so nothing in a reply, neither a link nor a redirect, can
    make it visit another address. It sends no credentials and keeps no cookies. Proxies are taken from the
    environment.
    """

    def __init__(
        self,
        base_url: str,
        *,
        timeout_seconds: float = 30.0,
        pause_seconds: float = 1.0,
        waits_seconds: tuple[float, ...] = (2.0, 10.0),
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare a client; nothing is asked yet.

        Args:
            base_url: The host, with or without a path; http or https.
            timeout_seconds: For the connection and each piece of an answer; the whole may take four times it.
            pause_seconds: At least so much between the starts of two requests.
            waits_seconds: How long to wait before each further attempt at what failed for the moment.
            sleep: Tests need no waiting.
            monotonic: Likewise.

        Raises:
            UsageError: if *base_url* is nothing that can be asked.
        """
        self.base_url = _base(base_url)
        self.requests = 0
        """Every one that was sent: redirects, attempts and failures included."""
        self.bytes_received = 0
        """Of bodies."""
        self._timeout_seconds = timeout_seconds
        self._pause_seconds = pause_seconds
        self._waits_seconds = waits_seconds
        self._sleep = sleep
        self._monotonic = monotonic
        self._next_start = 0.0
        self._failures_in_a_row = 0
        self._opener = _opener()

    def get(
        self,
        url: str,
        *,
        accept: str = "*/*",
        span: tuple[int, int] | None = None,
        max_bytes: int = _MAX_BYTES,
    ) -> Reply:
        """Fetch *url*, of a file the bytes from *span*'s start to before its end.

        Raises:
            HttpError: if there is no answer of status 200 or 206 after all attempts.
            TooLargeError: if the answer has more than *max_bytes*.
        """
        headers = {"User-Agent": USER_AGENT, "Accept": accept}
        if span is not None:
            headers["Range"] = f"bytes={span[0]}-{span[1] - 1}"
        self._check_patience()
        try:
            reply = self._insist(url, headers, max_bytes)
        except HttpError as error:
            self._failures_in_a_row = self._failures_in_a_row + 1 if error.is_host_wide else 0
            raise
        self._failures_in_a_row = 0
        return reply

    def get_json(self, url: str, *, accept: str = "application/json") -> object:
        """Fetch and read a JSON document.

        Raises:
            HttpError: if there is none.
        """
        return self.get(url, accept=accept).json()

    def _check_patience(self) -> None:
        if self._failures_in_a_row >= _PATIENCE:
            raise HttpError(
                f"{self.base_url}: not asked again, it failed {_PATIENCE} times in a row; try again later",
                is_host_wide=True,
            )

    def _insist(self, url: str, headers: Mapping[str, str], max_bytes: int) -> Reply:
        for wait in self._waits_seconds:
            try:
                return self._follow(url, headers, max_bytes)
            except PassingError as error:
                self._sleep(max(wait, error.retry_after))
        return self._follow(url, headers, max_bytes)

    def _follow(self, url: str, headers: Mapping[str, str], max_bytes: int) -> Reply:
        for _ in range(_MAX_REDIRECTS + 1):
            answer = self._ask_once(self._allowed(url), headers, max_bytes)
            if isinstance(answer, Reply):
                return answer
            url = linked(url, answer)
        raise HttpError(f"{url}: more than {_MAX_REDIRECTS} redirects, one after the other")

    def _allowed(self, url: str) -> str:
        """Refuse every address but those of our host; its own https in place of http is fine."""
        try:
            ours, theirs = _origin(self.base_url), _origin(url)
        except ValueError as error:
            raise HttpError(f"{url!r}: not an address that can be asked ({error})") from error
        if theirs != ours and not (ours == ("http", ours[1], 80) and theirs == ("https", ours[1], 443)):
            raise HttpError(
                f"{url!r}: refused, for it leads away from {self.base_url}; "
                "if that is where the service lives now, give it as the base URL"
            )
        return url.replace(" ", "%20")

    def _ask_once(self, url: str, headers: Mapping[str, str], max_bytes: int) -> Reply | str:
        """Give the answer, or the address that it redirects to."""
        self._keep_pace()
        self.requests += 1
        with _network_errors(url), closing(self._open(url, headers)) as response:
            if response.status in _REDIRECTS and response.headers["Location"]:
                return str(response.headers["Location"])
            if response.status not in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT}:
                body = self._beginning(url, response, _MAX_ERROR_BYTES)
                raise refusal(url, response.status, response.headers, body, user_agent=USER_AGENT)
            body = self._whole(url, response, max_bytes)
            return Reply(url=url, status=response.status, headers=response.headers, body=body)

    def _open(self, url: str, headers: Mapping[str, str]) -> HTTPResponse:
        request = Request(url, headers=dict(headers))  # noqa: S310  `_allowed` lets http and https through
        response = self._opener.open(request, timeout=self._timeout_seconds)
        if not isinstance(response, HTTPResponse):
            raise HttpError(f"{url}: there is no way to ask this address")
        return response

    def _keep_pace(self) -> None:
        now = self._monotonic()
        if now < self._next_start:
            self._sleep(self._next_start - now)
        self._next_start = max(now, self._next_start) + self._pause_seconds

    def _whole(self, url: str, response: HTTPResponse, max_bytes: int) -> bytes:
        expected = response.length
        if expected is not None and expected > max_bytes:
            raise _too_large(url, response.status, f"{expected:,}", max_bytes)
        body = self._beginning(url, response, max_bytes + 1)
        if len(body) > max_bytes:
            raise _too_large(url, response.status, f"more than {max_bytes:,}", max_bytes)
        if expected is not None and len(body) < expected:
            raise PassingError(f"{url}: the answer ended after {len(body):,} of {expected:,} bytes")
        return body

    def _beginning(self, url: str, response: HTTPResponse, max_bytes: int) -> bytes:
        """Read piece by piece: a host that sends a byte now and then must not hold us for ever."""
        deadline = self._monotonic() + 4 * self._timeout_seconds
        body = bytearray()
        while len(body) < max_bytes and (piece := response.read1(max_bytes - len(body))):
            body += piece
            self.bytes_received += len(piece)
            if self._monotonic() > deadline:
                raise PassingError(f"{url}: the answer comes too slowly", is_host_wide=True)
        return bytes(body)


def linked(url: str, link: str) -> str:
    """Give the address that a reply from *url* names.

    Raises:
        HttpError: if it is none.
    """
    try:
        return urljoin(url, link)
    except ValueError as error:
        raise HttpError(f"{url}: leads to {link!r}, which is not an address ({error})") from error


def _base(url: str) -> str:
    try:
        _origin(url)
        parts = urlsplit(url)
    except ValueError as error:
        raise UsageError(f"base URL {url!r}: {error}; expected something like https://zenodo.org") from error
    if parts.query or parts.fragment:
        raise UsageError(f"base URL {url!r}: leave out what follows the path")
    return url.rstrip("/")


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    default_port = {"http": 80, "https": 443}.get(parts.scheme)
    if default_port is None:
        raise ValueError("neither http nor https")
    if not parts.hostname:
        raise ValueError("no host in it")
    if "@" in parts.netloc:
        raise ValueError("user names and passwords are not sent")
    return parts.scheme, parts.hostname, parts.port or default_port


def _opener() -> OpenerDirector:
    """Build an opener without `file:` and `ftp:`; redirects and errors are our own business."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPHandler(), HTTPSHandler()):
        opener.add_handler(handler)
    return opener


@contextmanager
def _network_errors(url: str) -> Iterator[None]:
    try:
        yield
    except (OSError, HTTPException) as error:
        reason = error.reason if isinstance(error, URLError) else error
        if isinstance(reason, ssl.SSLCertVerificationError):
            raise HttpError(f"{url}: cannot trust its certificate ({reason})", is_host_wide=True) from error
        what = "no answer in time" if isinstance(reason, TimeoutError) else f"no answer ({reason!r})"
        raise PassingError(f"{url}: {what}", is_host_wide=True) from error


def _too_large(url: str, status: int, found: str, max_bytes: int) -> TooLargeError:
    return TooLargeError(f"{url}: {found} bytes, where at most {max_bytes:,} are taken", status=status)
