"""Connections that lead to public addresses only, whatever a name resolves to.

Harvested text names the hosts: without this, an address in somebody's list could make a machine of ours ask
its own network, or the metadata service of its cloud. The address that was checked is the one connected to.
"""

import socket
import ssl
from collections.abc import Callable, Iterable
from http.client import HTTPConnection, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any, Final

from ossr_catalogue.errors import SourceError

Address = tuple[socket.AddressFamily, tuple[Any, ...]]
"""A family, and what `socket.connect` takes."""
_NAT64: Final = ip_network("64:ff9b::/96")
_LAST_32_BITS: Final = 0xFFFF_FFFF


class RefusedAddressError(SourceError):
    """A host is at an address that is not public."""


class AddressGuard:
    """Says which addresses may be connected to, and connects to them."""

    def __init__(
        self,
        *,
        allowed: Iterable[str] = (),
        resolve: Callable[..., list[Any]] = socket.getaddrinfo,
    ) -> None:
        """Take the networks that may be asked although they are not public, as tests do with 127.0.0.0/8.

        Args:
            allowed: networks in the notation of CIDR.
            resolve: stands for `socket.getaddrinfo`.
        """
        self._allowed = tuple(ip_network(network) for network in allowed)
        self._resolve = resolve

    def addresses(self, host: str, port: int) -> tuple[Address, ...]:
        """Give the addresses of a host.

        Raises:
            RefusedAddressError: if any of them is not public: a host that has both is up to no good.
            OSError: if the name leads nowhere.
        """
        found = self._resolve(host, port, type=socket.SOCK_STREAM)
        for _, _, _, _, address in found:
            if not self._may_be_asked(str(address[0])):
                raise RefusedAddressError(f"{host}: refused, for it is at {address[0]}, which is not public")
        return tuple((family, address) for family, _, _, _, address in found)

    def connect(self, host: str, port: int, timeout_seconds: float) -> socket.socket:
        """Connect to the first address of a host that answers.

        Raises:
            RefusedAddressError: if it is not public.
            OSError: if none answers.
        """
        failure: OSError | None = None
        for family, address in self.addresses(host, port):
            connection = socket.socket(family, socket.SOCK_STREAM)
            try:
                connection.settimeout(timeout_seconds)
                connection.connect(address)
            except OSError as error:
                connection.close()
                failure = error
            else:
                return connection
        raise failure or OSError(f"{host} has no address")

    def _may_be_asked(self, text: str) -> bool:
        address = _embedded(ip_address(text.partition("%")[0]))
        if any(address.version == network.version and address in network for network in self._allowed):
            return True
        is_local = isinstance(address, IPv6Address) and address.is_site_local  # fec0::/10, from before 2004
        return address.is_global and not (address.is_multicast or address.is_reserved or is_local)


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Give the IPv4 address that an IPv6 address stands for, if it does for one."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & _LAST_32_BITS)
    tunnel = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or tunnel or address


class GuardedHttpConnection(HTTPConnection):
    """A connection that a guard makes."""

    def __init__(self, host: str, port: int, *, guard: AddressGuard, timeout: float) -> None:
        super().__init__(host, port, timeout=timeout)
        self._guard = guard
        self._seconds = timeout

    def connect(self) -> None:
        """Connect to an address that the guard has checked."""
        self.sock = self._guard.connect(self.host, self.port, self._seconds)


class GuardedHttpsConnection(HTTPSConnection):
    """The same over TLS; the certificate is that of the name, whatever the address."""

    def __init__(self, host: str, port: int, *, guard: AddressGuard, timeout: float) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=timeout, context=self._tls)
        self._guard = guard
        self._seconds = timeout

    def connect(self) -> None:
        """Connect to an address that the guard has checked, and shake hands."""
        plain = self._guard.connect(self.host, self.port, self._seconds)
        try:
            self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def guarded_connection(
    scheme: str, host: str, port: int, *, guard: AddressGuard, timeout: float
) -> HTTPConnection:
    """Prepare a connection for `http` or `https`; nothing is sent yet."""
    kind = GuardedHttpsConnection if scheme == "https" else GuardedHttpConnection
    return kind(host, port, guard=guard, timeout=timeout)
