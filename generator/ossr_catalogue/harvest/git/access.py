"""Who named a repository, and what may therefore be done to read it."""

from dataclasses import dataclass, field

from ossr_catalogue.harvest.git.address import GitAddress, parse_address, parse_public_address
from ossr_catalogue.harvest.git.command import MAX_CLONE_BYTES
from ossr_catalogue.harvest.git.hosts import HOSTS, Hosts
from ossr_catalogue.harvest.git.route import Route
from ossr_catalogue.harvest.web.address_guard import AddressGuard


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """By default that of the operator, whose own hosts may be anywhere."""

    is_harvested: bool = False
    """Whether the address stood in something that was harvested: then it has to be https and public."""
    plain_http: bool = False
    """Whether the operator wants it to be asked without encryption."""
    max_bytes: int = MAX_CLONE_BYTES
    """What a fetch may bring."""
    hosts: Hosts = HOSTS
    guard: AddressGuard = field(default_factory=AddressGuard)
    """Says which addresses are public."""

    def address(self, url: str) -> GitAddress:
        """Take an address.

        Raises:
            UsageError: if it is none that may be asked.
        """
        if self.is_harvested:
            return parse_public_address(url)
        return parse_address(url, plain_http=self.plain_http)

    def route(self, address: GitAddress) -> Route:
        """Say where git may go for a repository at *address*."""
        return Route(
            named_host="" if self.is_harvested else address.host,
            plain_http=self.plain_http and not self.is_harvested,
            guard=self.guard,
        )
