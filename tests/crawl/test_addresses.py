"""RELIABILITY 2: the address guard."""

from __future__ import annotations

import json

import pytest

from auditor.crawl.addresses import AddressGuard, Closed, check_host_literal, is_public
from tests.shared_data import conformance


class Names:
    """A name server that says what a test wants, and counts how often it was asked."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses
        self.asked = 0

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses, whatever the name."""
        assert host
        assert port
        self.asked += 1
        return self.addresses


def test_every_spelling_of_a_closed_address_is_seen_through() -> None:
    """RELIABILITY 2."""
    cases = json.loads((conformance("own-addresses") / "cases.json").read_text(encoding="utf-8"))
    wrong = [case for case in cases if (check_host_literal(case["host"]) is not None) != case["blocked"]]
    assert wrong == []


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.1",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "198.19.255.255",
        "203.0.113.9",
        "239.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:808:808::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fe80::1%eth0",
        "ff02::1",
    ],
)
def test_special_purpose_addresses_are_closed(address: str) -> None:
    """RELIABILITY 2."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "203.113.0.1", "172.32.0.1", "2606:4700::1", "2a00:1450::1"])
def test_public_addresses_are_open(address: str) -> None:
    assert is_public(address)


async def test_one_closed_answer_among_many_closes_the_name() -> None:
    """RELIABILITY 2: all answers are checked."""
    guard = AddressGuard((), Names("203.113.0.1", "10.0.0.1"))
    assert isinstance(await guard.resolve("https", "rebinding.example.com", 443), Closed)


async def test_a_public_name_resolves_once() -> None:
    """RELIABILITY 2: a second look-up cannot change it."""
    names = Names("203.113.0.1")
    guard = AddressGuard((), names)
    first = await guard.resolve("https", "www.example.go.th", 443)
    second = await guard.resolve("http", "www.example.go.th", 80)
    assert first == second == ("203.113.0.1",)
    assert names.asked == 1


@pytest.mark.parametrize("port", [22, 25, 3306, 8080, 8443])
async def test_ports_that_were_not_named_are_closed(port: int) -> None:
    """RELIABILITY 2."""
    guard = AddressGuard((), Names("203.113.0.1"))
    assert isinstance(await guard.resolve("http", "www.example.go.th", port), Closed)


@pytest.mark.parametrize(
    ("scheme", "host", "port", "open_"),
    [
        pytest.param("http", "127.0.0.1", 8080, True, id="as-typed"),
        pytest.param("https", "127.0.0.1", 8080, False, id="other-scheme"),
        pytest.param("http", "127.0.0.1", 8081, False, id="other-port"),
        pytest.param("http", "localhost", 8080, False, id="other-name"),
    ],
)
async def test_a_typed_origin_is_allowed_exactly(scheme: str, host: str, port: int, open_: bool) -> None:  # noqa: FBT001 (a table's column)
    """RELIABILITY 2: an allow-list entry is scheme, host and port."""
    guard = AddressGuard(("http://127.0.0.1:8080/start",), Names("127.0.0.1"))
    assert isinstance(await guard.resolve(scheme, host, port), Closed) is not open_


async def test_a_typed_name_may_be_private() -> None:
    guard = AddressGuard(("http://intranet:80/",), Names("192.168.1.5"))
    assert await guard.resolve("http", "intranet", 80) == ("192.168.1.5",)
