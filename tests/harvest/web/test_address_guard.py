"""Only public addresses are connected to, whatever a name resolves to, and however an address is written."""

import socket
from typing import Any

import pytest

from ossr_catalogue.harvest.web.address_guard import AddressGuard, RefusedAddressError

REFUSED = {
    "this machine": "127.0.0.1",
    "no address": "0.0.0.0",  # noqa: S104 - nobody listens, it is refused
    "a private network": "10.1.2.3",
    "another": "172.16.0.1",
    "the one at home": "192.168.1.1",
    "a cloud's metadata": "169.254.169.254",
    "a provider's network": "100.64.0.1",
    "everybody": "255.255.255.255",
    "a group": "224.0.0.1",
    "this machine by IPv6": "::1",
    "nothing by IPv6": "::",
    "a link": "fe80::1%eth0",
    "a site": "fec0::1",
    "a private network by IPv6": "fd00::1",
    "a group by IPv6": "ff02::1",
    "IPv4 within IPv6": "::ffff:127.0.0.1",
    "IPv4 behind a translator": "64:ff9b::a9fe:a9fe",
    "IPv4 by 6to4": "2002:7f00:1::1",
    "IPv4 by Teredo": "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "documentation": "192.0.2.1",
}
PUBLIC = ("8.8.8.8", "188.185.79.172", "2001:4860:4860::8888", "64:ff9b::808:808")


def guard_of(*addresses: str, allowed: tuple[str, ...] = ()) -> AddressGuard:
    def resolve(_: str, port: int, **__: object) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    return AddressGuard(resolve=resolve, allowed=allowed)


@pytest.mark.parametrize("address", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(RefusedAddressError, match=r"innocent\.org: refused, for it is at \S+, which is not"):
        guard_of(address).addresses("innocent.org", 80)


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_may_be_asked(address: str) -> None:
    assert guard_of(address).addresses("example.org", 80) == ((socket.AF_INET, (address, 80)),)


def test_one_address_that_is_not_public_is_enough_to_refuse() -> None:
    with pytest.raises(RefusedAddressError):
        guard_of("8.8.8.8", "127.0.0.1").addresses("rebinding.org", 80)


def test_a_network_can_be_allowed_and_no_other_with_it() -> None:
    assert guard_of("127.0.0.1", allowed=("127.0.0.0/8",)).addresses("localhost", 80)
    with pytest.raises(RefusedAddressError):
        guard_of("10.0.0.1", allowed=("127.0.0.0/8", "::1/128")).addresses("localhost", 80)


def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    asked: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        def resolve(host: str, port: int, **_: object) -> list[Any]:
            asked.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        guard = AddressGuard(resolve=resolve, allowed=("127.0.0.0/8",))
        with guard.connect("example.org", port, 5.0) as connection:
            assert connection.getpeername() == ("127.0.0.1", port)
    assert asked == ["example.org"]


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        guard = guard_of("127.0.0.2", "127.0.0.1", allowed=("127.0.0.0/8",))
        with guard.connect("example.org", port, 5.0) as connection:
            assert connection.getpeername() == ("127.0.0.1", port)


def test_where_none_answers_that_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(ConnectionRefusedError):
        guard_of("127.0.0.1", allowed=("127.0.0.0/8",)).connect("example.org", port, 5.0)


def test_a_name_without_an_address_is_told() -> None:
    with pytest.raises(OSError, match=r"example\.org has no address"):
        guard_of().connect("example.org", 80, 5.0)
