from __future__ import annotations

import http.client

import pytest

from tests.loopback import Asked, LoopbackSite, Reply


def ask(site: LoopbackSite, target: str, method: str = "GET") -> tuple[int, bytes, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection(site.host, site.port, timeout=5)
    try:
        connection.request(method, target)
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()


def test_a_site_answers_from_its_table_whatever_the_order_of_the_query() -> None:
    with LoopbackSite({"/": Reply("home"), "/ก.php?b=2&a=1": Reply("thai")}) as site:
        assert ask(site, "/")[:2] == (200, b"home")
        assert ask(site, "/%E0%B8%81.php?a=1&b=2")[1] == b"thai"
        assert ask(site, "/no")[0] == 404
        assert site.targets == ["/", "/%E0%B8%81.php?a=1&b=2", "/no"]


def test_a_head_request_gets_the_length_without_the_body() -> None:
    with LoopbackSite({"/a.pdf": Reply(b"%PDF-", "application/pdf")}) as site:
        status, body, headers = ask(site, "/a.pdf", "HEAD")
        assert (status, body, headers["content-length"]) == (200, b"", "5")


def test_pages_can_be_made_as_they_are_asked_for() -> None:
    def make(asked: Asked) -> Reply | None:
        return Reply(asked.target) if asked.target.startswith("/day/") else None

    with LoopbackSite(make=make) as site:
        assert ask(site, "/day/2")[1] == b"/day/2"
        assert ask(site, "/other")[0] == 404


def test_a_site_can_hang_up_instead_of_answering() -> None:
    with LoopbackSite({"/": Reply(hang_up=True)}) as site, pytest.raises(http.client.RemoteDisconnected):
        ask(site, "/")
