"""How git may reach an address: where it was checked to lead, and nowhere else."""

import ipaddress
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Final
from urllib.parse import urljoin, urlsplit

from ossr_catalogue.errors import UsageError
from ossr_catalogue.harvest.credentials import without_credentials
from ossr_catalogue.harvest.git.address import GitAddress, parse_address, parse_public_address
from ossr_catalogue.harvest.git.command import GitError
from ossr_catalogue.harvest.web.address_guard import AddressGuard, RefusedAddressError, guarded_connection
from ossr_catalogue.harvest.web.http import USER_AGENT

GIT_AGENT: Final = f"git/2 {USER_AGENT}"
"""Some hosts answer only those that call themselves git."""
_ANYWHERE: Final = AddressGuard(allowed=("0.0.0.0/0", "::/0"))
_REFS: Final = "/info/refs?service=git-upload-pack"
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Says where git may go for a repository."""

    named_host: str = ""
    """The host that the operator wrote: it may be on a network of its own. All others have to be public."""
    plain_http: bool = False
    """Whether that host is asked without encryption."""
    guard: AddressGuard = field(default_factory=AddressGuard)

    def settings(self, address: GitAddress) -> tuple[str, ...]:
        """Give the settings with which git asks for *address*: no redirects, and only checked addresses.

        The addresses are pinned, so that the name cannot lead elsewhere by the time git asks; a git before
        2.37 does not know how, there the check alone has to do. A proxy could not be held to them, so none
        is used for hosts that the operator did not name.

        Raises:
            GitError: if it leads to an address that is not public.
        """
        if not address.is_web:
            return ()
        common = ("http.followRedirects=false", f"http.userAgent={GIT_AGENT}")
        if address.host == self.named_host:
            return common
        return (*common, "http.proxy=", *self._pin(address))

    def follow(self, address: GitAddress, *, timeout_seconds: float) -> GitAddress | None:
        """Find where a repository has moved to; None where it has not.

        Raises:
            GitError: if it leads anywhere that git may not go.
        """
        place = address.url.rstrip("/") + _REFS
        for _ in range(_MOST_REDIRECTS):
            target = self._redirect(place, self._parsed(_repository(place)), timeout_seconds)
            if target is None:
                found = self._parsed(_repository(place))
                return None if found == address else found
            place = urljoin(place, target)
        raise GitError(f"it leads through more than {_MOST_REDIRECTS} redirects")

    def _pin(self, address: GitAddress) -> tuple[str, ...]:
        try:
            found = self.guard.addresses(address.host, address.port)
        except RefusedAddressError as error:
            raise GitError(str(error)) from error
        except OSError as error:
            raise GitError(f"could not resolve {address.host} ({error})") from error
        if _is_literal(address.host):
            return ()
        numbers = ",".join(_bracketed(str(place[0])) for _, place in found)
        return (f"http.curloptResolve={address.host}:{address.port}:{numbers}",)

    def _parsed(self, url: str) -> GitAddress:
        try:
            address = parse_address(url, plain_http=self.plain_http)
            return address if address.host == self.named_host else parse_public_address(url)
        except UsageError as error:
            raise GitError(
                f"it leads to {without_credentials(url)[:200]!r}, which is refused: {error}"
            ) from error

    def _redirect(self, place: str, address: GitAddress, timeout_seconds: float) -> str | None:
        guard = _ANYWHERE if address.host == self.named_host else self.guard
        try:
            connection = guarded_connection(
                address.scheme, address.host, address.port, guard=guard, timeout=timeout_seconds
            )
            try:
                parts = urlsplit(place)
                connection.request("GET", f"{parts.path}?{parts.query}", headers={"User-Agent": GIT_AGENT})
                response = connection.getresponse()
                return response.headers["Location"] if response.status in _REDIRECTS else None
            finally:
                connection.close()
        except RefusedAddressError as error:
            raise GitError(f"it leads to {address.host}: {error}") from error
        except (OSError, HTTPException, ValueError) as error:
            raise GitError(f"it has moved, and {address.host} does not say where to ({error})") from error


def _repository(place: str) -> str:
    """Give the repository's address of that of its refs."""
    if not place.endswith(_REFS):
        raise GitError(f"it leads to {without_credentials(place)[:200]!r}, which is no repository")
    return place.removesuffix(_REFS)


def _is_literal(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _bracketed(number: str) -> str:
    return f"[{number}]" if ":" in number else number
