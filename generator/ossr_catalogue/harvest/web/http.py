"""Ask one host over HTTP, politely: named, paced, bounded, and never led away to another host."""

import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from types import MappingProxyType
from typing import BinaryIO, Final
from urllib.error import URLError
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request

from ossr_catalogue import HOME_URL, __version__
from ossr_catalogue.harvest.web.origin import checked_base, linked, origin, shown
from ossr_catalogue.harvest.web.pace import Pace
from ossr_catalogue.harvest.web.replies import (
    GivenUpError,
    HttpError,
    PassingError,
    Reply,
    TooLargeError,
    refusal,
)
from ossr_catalogue.harvest.web.taken import Taken

USER_AGENT: Final = f"ossr-catalogue/{__version__} (+{HOME_URL})"
"""Zenodo asks for `tool/version (+url)`, and has throttled and blocked those who don't say who they are."""

_MAX_BYTES: Final = 16 << 20
_MAX_ERROR_BYTES: Final = 64 << 10
_PIECE_BYTES: Final = 64 << 10
_SLOWEST_BYTES_PER_SECOND: Final = 250_000
"""A long answer may take longer, but not if it comes more slowly than this."""
_MAX_REDIRECTS: Final = 5
_PATIENCE: Final = 5
"""After so many requests in a row that the host refused or did not answer, it is left in peace."""
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class PoliteHttp:
    """A client for one host.

    Only the origin of its base URL is ever asked, so nothing in a reply, neither a link nor a redirect, can
    make it visit another address. It sends no credentials but what it was given, and keeps no cookies.
    Proxies are taken from the environment.
    """

    def __init__(
        self,
        base_url: str,
        *,
        timeout_seconds: float = 30.0,
        pause_seconds: float = 1.0,
        budget: int | None = None,
        headers: Mapping[str, str] = MappingProxyType({}),
        waits_seconds: tuple[float, ...] = (2.0, 10.0),
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare a client; nothing is asked yet.

        Args:
            base_url: The host, with or without a path; http or https.
            timeout_seconds: For the connection and each piece of an answer; the whole may take four times it.
            pause_seconds: At least so much between the starts of two requests.
            budget: No more requests than these; None for as many as it takes.
            headers: Sent with every request, to this host alone.
            waits_seconds: How long to wait before each further attempt at what failed for the moment.
            sleep: Tests need no waiting.
            monotonic: Likewise.

        Raises:
            UsageError: if *base_url* is nothing that can be asked.
        """
        self.base_url = checked_base(base_url)
        self.requests = 0
        """Every one that was sent: redirects, attempts and failures included."""
        self.bytes_received = 0
        """Of bodies."""
        self._timeout_seconds = timeout_seconds
        self._pace = Pace(pause_seconds, sleep=sleep, monotonic=monotonic)
        self._budget = budget
        self._headers = headers
        self._waits_seconds = waits_seconds
        self._sleep = sleep
        self._monotonic = monotonic
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
            GivenUpError: if the host has failed too often, or the budget is spent.
        """
        headers = {**self._headers, "User-Agent": USER_AGENT, "Accept": accept}
        if span is not None:
            headers["Range"] = f"bytes={span[0]}-{span[1] - 1}"
        return self._patiently(url, headers, Taken(max_bytes=max_bytes))

    def download(self, url: str, into: BinaryIO, *, max_bytes: int) -> None:
        """Fetch *url* into an empty file, a piece at a time.

        Raises:
            HttpError: as `get` does; what lies in the file is then worth nothing.
        """
        headers = {**self._headers, "User-Agent": USER_AGENT, "Accept": "*/*"}
        self._patiently(url, headers, Taken(max_bytes=max_bytes, into=into))

    def _patiently(self, url: str, headers: Mapping[str, str], taken: Taken) -> Reply:
        self._check_patience()
        try:
            reply = self._insist(url, headers, taken)
        except HttpError as error:
            self._failures_in_a_row = self._failures_in_a_row + 1 if error.is_host_wide else 0
            raise
        self._failures_in_a_row = 0
        return reply

    def post(self, url: str, body: bytes, *, media_type: str, accept: str) -> Reply:
        """Send *body* once: whether an attempt that failed was heard, nobody knows. A redirect is fetched.

        Raises:
            HttpError: as `get` does.
        """
        self._check_patience()
        headers = {**self._headers, "User-Agent": USER_AGENT, "Accept": accept, "Content-Type": media_type}
        answer = self._ask_once(self._allowed(url), headers, Taken(max_bytes=_MAX_BYTES), body)
        return answer if isinstance(answer, Reply) else self.get(linked(url, answer), accept=accept)

    def get_json(self, url: str, *, accept: str = "application/json") -> object:
        """Fetch and read a JSON document.

        Raises:
            HttpError: if there is none.
        """
        return self.get(url, accept=accept).json()

    def _check_patience(self) -> None:
        if self._failures_in_a_row >= _PATIENCE:
            raise GivenUpError(
                f"{self.base_url}: not asked again, it failed {_PATIENCE} times in a row; try again later",
                is_host_wide=True,
            )

    def _check_budget(self) -> None:
        if self._budget is not None and self.requests >= self._budget:
            raise GivenUpError(
                f"{self.base_url}: not asked again, its budget of {self._budget} requests is spent; "
                "the next run goes on from here",
                is_host_wide=True,
            )

    def _insist(self, url: str, headers: Mapping[str, str], taken: Taken) -> Reply:
        for wait in self._waits_seconds:
            try:
                return self._follow(url, headers, taken)
            except PassingError as error:
                self._sleep(max(wait, error.retry_after))
        return self._follow(url, headers, taken)

    def _follow(self, url: str, headers: Mapping[str, str], taken: Taken) -> Reply:
        for _ in range(_MAX_REDIRECTS + 1):
            answer = self._ask_once(self._allowed(url), headers, taken)
            if isinstance(answer, Reply):
                return answer
            url = linked(url, answer)
        raise HttpError(f"{url}: more than {_MAX_REDIRECTS} redirects, one after the other")

    def _allowed(self, url: str) -> str:
        """Refuse every address but those of our host; its own https in place of http is fine."""
        try:
            ours, theirs = origin(self.base_url), origin(url)
        except ValueError as error:
            raise HttpError(f"{shown(url)}: not an address that can be asked ({error})") from error
        if theirs != ours and not (ours == ("http", ours[1], 80) and theirs == ("https", ours[1], 443)):
            raise HttpError(
                f"{shown(url)}: refused, for it leads away from {self.base_url}; "
                "if that is where the service lives now, give it as the base URL"
            )
        return url.replace(" ", "%20")

    def _ask_once(
        self, url: str, headers: Mapping[str, str], taken: Taken, sent: bytes | None = None
    ) -> Reply | str:
        """Give the answer, or the address that it redirects to."""
        self._check_budget()
        self._pace.keep()
        self.requests += 1
        with _network_errors(url), closing(self._open(url, headers, sent)) as response:
            self._pace.heed(response.headers)
            if response.status in _REDIRECTS and response.headers["Location"]:
                return str(response.headers["Location"])
            if response.status not in {HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT}:
                answer = self._beginning(url, response, Taken(max_bytes=_MAX_ERROR_BYTES))
                body = bytes(answer.body)
                raise refusal(url, response.status, response.headers, body, user_agent=USER_AGENT)
            body = self._whole(url, response, taken.anew())
            return Reply(url=url, status=response.status, headers=response.headers, body=body)

    def _open(self, url: str, headers: Mapping[str, str], sent: bytes | None) -> HTTPResponse:
        request = Request(url, data=sent, headers=dict(headers))  # noqa: S310  `_allowed` lets http and https through
        response = self._opener.open(request, timeout=self._timeout_seconds)
        if not isinstance(response, HTTPResponse):
            raise HttpError(f"{url}: there is no way to ask this address")
        return response

    def _whole(self, url: str, response: HTTPResponse, taken: Taken) -> bytes:
        expected = response.length
        if expected is not None and expected > taken.max_bytes:
            raise _too_large(url, response.status, f"{expected:,}", taken.max_bytes)
        self._beginning(url, response, taken, spare=1)
        if taken.size > taken.max_bytes:
            raise _too_large(url, response.status, f"more than {taken.max_bytes:,}", taken.max_bytes)
        if expected is not None and taken.size < expected:
            raise PassingError(f"{url}: the answer ended after {taken.size:,} of {expected:,} bytes")
        return bytes(taken.body)

    def _beginning(self, url: str, response: HTTPResponse, taken: Taken, *, spare: int = 0) -> Taken:
        """Read piece by piece: a host that sends a byte now and then must not hold us for ever."""
        started, most = self._monotonic(), taken.max_bytes + spare
        while taken.size < most and (piece := response.read1(min(most - taken.size, _PIECE_BYTES))):
            taken.add(piece)
            self.bytes_received += len(piece)
            patience = 4 * self._timeout_seconds + taken.size / _SLOWEST_BYTES_PER_SECOND
            if self._monotonic() - started > patience:
                raise PassingError(f"{url}: the answer comes too slowly", is_host_wide=True)
        return taken


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
