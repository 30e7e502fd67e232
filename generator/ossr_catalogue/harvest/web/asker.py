"""Ask any host of the public web one thing, without trusting it: guarded, and bounded in every way."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException
from threading import Timer
from types import MappingProxyType
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.web.address_guard import AddressGuard, guarded_connection
from ossr_catalogue.harvest.web.http import USER_AGENT

_PORTS: Final = {"http": 80, "https": 443}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS: Final = 5
_MOST_BYTES: Final = 64 << 10
_SAFE: Final = "%/:=&?~+!$,;'@()*[]"


class NotAnsweredError(SourceError):
    """There is no answer, or none that says anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a host said."""

    status: int
    headers: Message
    body: bytes
    """The beginning, where it was asked for."""


class Asker:
    """Asks without credentials and cookies, and without a proxy: its address could not be guarded."""

    def __init__(self, guard: AddressGuard, *, timeout_seconds: float = 10.0) -> None:
        """Prepare; the time is for the whole of one answer, redirects counted one by one."""
        self._guard = guard
        self._timeout_seconds = timeout_seconds

    def ask(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] = MappingProxyType({}),
        *,
        with_body: bool = False,
    ) -> Answered:
        """Ask, and follow where it leads.

        Raises:
            NotAnsweredError: if no answer came that can be understood.
        """
        sent = {"User-Agent": USER_AGENT, "Accept": "*/*", **headers}
        for _ in range(_MOST_REDIRECTS + 1):
            parts = _parts(url)
            answer = self._ask_once(method, parts, sent, with_body=with_body)
            target = answer.headers["Location"]
            if answer.status not in _REDIRECTS or not target:
                return answer
            url = urljoin(url, target)
            if _parts(url).netloc != parts.netloc:
                sent.pop("Authorization", None)
        raise NotAnsweredError(f"{url}: more than {_MOST_REDIRECTS} redirects")

    def _ask_once(
        self, method: str, parts: SplitResult, headers: Mapping[str, str], *, with_body: bool
    ) -> Answered:
        host = parts.hostname or ""
        port = parts.port or _PORTS[parts.scheme]
        target = quote(parts.path or "/", safe=_SAFE) + (
            f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
        )
        with _in_words(host):
            connection = guarded_connection(
                parts.scheme, host, port, guard=self._guard, timeout=self._timeout_seconds
            )
            with self._deadline(connection):
                connection.request(method, target, headers=dict(headers))
                response = connection.getresponse()
                body = response.read(_MOST_BYTES) if with_body else b""
                return Answered(status=response.status, headers=response.headers, body=body)

    @contextmanager
    def _deadline(self, connection: HTTPConnection) -> Iterator[None]:
        """Close a connection in the end, or when it has taken too long: a byte now and then is no answer."""
        timer = Timer(2 * self._timeout_seconds, _cut, [connection])
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            connection.close()


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_usable = parts.scheme in _PORTS and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_usable = False
    if not is_usable or "@" in parts.netloc:
        raise NotAnsweredError(f"{url!r}: not an address that can be asked")
    return parts


def _cut(connection: HTTPConnection) -> None:
    try:
        if connection.sock:
            connection.sock.shutdown(socket.SHUT_RDWR)
    except OSError:  # it was closed meanwhile
        return


@contextmanager
def _in_words(host: str) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise NotAnsweredError(f"{host}: no answer in time") from error
    except (OSError, HTTPException, ValueError) as error:
        raise NotAnsweredError(f"{host}: no answer ({error})") from error
