"""What a host answers over HTTP: a reply, or a refusal put into words."""

import json
from dataclasses import dataclass
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

from ossr_catalogue.errors import SourceError
from ossr_catalogue.harvest.web.pace import seconds_to_reset

_LONGEST_WAIT_SECONDS: Final = 300


class HttpError(SourceError):
    """A request got no usable answer; `status` is None where there was none at all."""

    def __init__(self, message: str, *, status: int | None = None, is_host_wide: bool = False) -> None:
        super().__init__(message)
        self.status = status
        self.is_host_wide = is_host_wide
        """The next request will most likely fail for the same reason."""


class LastingError(SourceError):
    """Asking again another day brings the same: what is there is broken, too large, or refused."""


class TooLargeError(HttpError, LastingError):
    """An answer is larger than was asked for; nothing of it was kept."""


class RefusedError(HttpError, LastingError):
    """The host says no, for good."""


class GivenUpError(HttpError):
    """The host is not asked anything more in this run."""


class PassingError(HttpError):
    """It may work if it is asked again."""

    retry_after: float = 0.0
    """What the host asks to wait, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A successful answer: 200, or 206 for a range."""

    url: str
    status: int
    headers: Message
    body: bytes

    def json(self) -> object:
        """Read the body.

        Raises:
            HttpError: if it is not JSON, whatever its status said.
        """
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            kind = self.headers.get_content_type()
            raise HttpError(
                f"{self.url}: answered with {kind} that is no JSON ({error}); is this the API's address?",
                status=self.status,
            ) from error


def refusal(url: str, status: int, headers: Message, body: bytes, *, user_agent: str) -> HttpError:
    """Put an answer that is no success into words, and say whether asking again may help."""
    is_html = headers.get_content_type() == "text/html"
    message = f"{url}: {_named(status)}{_in_its_words(body, is_html=is_html)}"
    if status == HTTPStatus.FORBIDDEN and is_html:
        advice = f"; the host seems to block this client, which calls itself {user_agent!r}"
        return HttpError(message + advice, status=status, is_host_wide=True)
    # GitHub says 403 when its limit is reached.
    is_spent = status in _OVER_THE_LIMIT and headers["X-RateLimit-Remaining"] == "0"
    if status not in _PASSING and not is_spent:
        return (RefusedError if status in _FOR_GOOD else HttpError)(message, status=status)
    # Zenodo sends Retry-After with every reply: it means something with these two only.
    wait = _retry_after(headers) if status in _SAY_HOW_LONG else 0.0
    if is_spent:
        wait = max(wait, seconds_to_reset(headers) or 0.0)
    if wait > _LONGEST_WAIT_SECONDS:
        advice = f"; it asks to wait {wait:.0f} s: run again after that"
        return HttpError(message + advice, status=status, is_host_wide=True)
    passing = PassingError(message, status=status, is_host_wide=is_spent or status in _HOST_WIDE)
    passing.retry_after = wait
    return passing


_FOR_GOOD: Final = {
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.GONE,
    HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
}
_OVER_THE_LIMIT: Final = {HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}
_SAY_HOW_LONG: Final = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
_HOST_WIDE: Final = {*_SAY_HOW_LONG, HTTPStatus.BAD_GATEWAY}
"""A 500 or 504 may be the fault of one record, a large or a broken one."""
_PASSING: Final = {*_HOST_WIDE, HTTPStatus.INTERNAL_SERVER_ERROR, HTTPStatus.GATEWAY_TIMEOUT}


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _in_its_words(body: bytes, *, is_html: bool) -> str:
    """Quote the message of a JSON error; a page of HTML says nothing that is worth a line."""
    if is_html:
        return ", with a page of HTML in place of an answer"
    try:
        message = json.loads(body)["message"]
    except (ValueError, RecursionError, LookupError, TypeError):
        return ""
    return f": {str(message)[:200]!r}"


def _retry_after(headers: Message) -> float:
    """Give the seconds to wait, from a number or from a date, which is taken relative to the reply's own."""
    value = headers["Retry-After"]
    try:
        if value is None or value.strip().isdecimal():
            return float(value or 0)
        until = parsedate_to_datetime(value) - parsedate_to_datetime(headers["Date"])
        return max(0.0, until.total_seconds())
    except (ValueError, TypeError):
        return 0.0
