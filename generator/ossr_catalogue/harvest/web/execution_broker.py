"""Ask an IVOA ExecutionBroker for offers, https://github.com/uksrc/Calycopis-openapi.

The address is given by hand, so it is the user's own choice whom to ask; but nothing goes to another machine
in the clear unless that is asked for.
"""

import json
from http import HTTPStatus
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

import yaml

from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest.credentials import without_credentials
from ossr_catalogue.harvest.web.http import PoliteHttp
from ossr_catalogue.harvest.web.replies import HttpError, Reply

_ENDPOINTS: Final = ("requests", "offersets")
"""The newest first; the broker of April 2026 has the second only."""
_NOT_THERE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED})


def ask_broker(
    address: str,
    body: bytes,
    media_type: str,
    *,
    plain_http: bool = False,
    timeout_seconds: float = 30.0,
) -> object:
    """Send a request, and give what is answered as JSON or YAML says it.

    Raises:
        UsageError: if that is no address of a broker, or the request would be sent in the clear.
        HttpError: if it does not answer, or with something else.
    """
    _check(address, plain_http=plain_http)
    http = PoliteHttp(address, timeout_seconds=timeout_seconds, pause_seconds=0.0, waits_seconds=())
    missing: HttpError | None = None
    for endpoint in _ENDPOINTS:
        try:
            url = f"{http.base_url}/{endpoint}"
            return _read(http.post(url, body, media_type=media_type, accept=media_type))
        except HttpError as error:
            if error.status not in _NOT_THERE:
                raise
            missing = error
    raise HttpError(
        f"{without_credentials(address)}: has neither /requests nor /offersets; is it an ExecutionBroker?",
        status=missing.status if missing else None,
    )


def _check(address: str, *, plain_http: bool) -> None:
    shown = without_credentials(address)
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise UsageError(f"--broker {shown}: is no address ({error})") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"--broker {shown}: expected an address like https://broker.example.org")
    if parts.scheme == "http" and not plain_http and not _is_this_machine(parts.hostname):
        raise UsageError(f"--broker {shown}: is not encrypted; write https://, or add --plain-http")


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _read(reply: Reply) -> object:
    if reply.headers.get_content_type().endswith("yaml"):
        try:
            return json.loads(json.dumps(yaml.safe_load(reply.body), default=str))
        except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
            raise HttpError(
                f"{reply.url}: answered with YAML that cannot be read", status=reply.status
            ) from error
    return reply.json()
