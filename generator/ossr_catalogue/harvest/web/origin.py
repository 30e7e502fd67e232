"""Addresses of one host: what may be asked, where a link leads, and how an address is shown."""

from urllib.parse import urljoin, urlsplit

from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest.credentials import without_credentials
from ossr_catalogue.harvest.web.replies import HttpError


def checked_base(url: str) -> str:
    """Give the address that a client is for.

    Raises:
        UsageError: if it is nothing that can be asked.
    """
    try:
        origin(url)
        parts = urlsplit(url)
    except ValueError as error:
        expected = "expected something like https://zenodo.org"
        raise UsageError(f"base URL {shown(url)}: {error}; {expected}") from error
    if parts.query or parts.fragment:
        raise UsageError(f"base URL {shown(url)}: leave out what follows the path")
    return url.rstrip("/")


def origin(url: str) -> tuple[str, str, int]:
    """Give scheme, host and port: https://www.rfc-editor.org/rfc/rfc6454.

    Raises:
        ValueError: if it is nothing that can be asked.
    """
    parts = urlsplit(url)
    default_port = {"http": 80, "https": 443}.get(parts.scheme)
    if default_port is None:
        raise ValueError("neither http nor https")
    if not parts.hostname:
        raise ValueError("no host in it")
    if "@" in parts.netloc:
        raise ValueError("user names and passwords are not sent")
    return parts.scheme, parts.hostname, parts.port or default_port


def linked(url: str, link: str) -> str:
    """Give the address that a reply from *url* names.

    Raises:
        HttpError: if it is none.
    """
    try:
        return urljoin(url, link)
    except ValueError as error:
        raise HttpError(f"{url}: leads to {shown(link)}, which is not an address ({error})") from error


def shown(url: str) -> str:
    """Give an address as it may stand in a message: without credentials, and not endless."""
    return repr(without_credentials(url)[:500])
