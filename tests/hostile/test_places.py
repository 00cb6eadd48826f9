"""Where a site tries to lead us: private addresses, other sites, itself by other names; names from a stub resolver.

RELIABILITY_RULES 2, 3, 7 and 9, and CONTRACT.md section 6, through the whole pipeline.
"""

from __future__ import annotations

import contextlib
import socket
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpcore
import pytest

from tests.crawl.hostile_server import HostileServer, Script, answering, hostile_server, moved, ok
from tests.crawl.test_tls import server_tls
from tests.hostile.auditing import HTML, LOOKED_AWAY, QUICK, VISION_PAGE, Audited, audited, home, page, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

SITE = serving({"/": home(), "/vision": VISION_PAGE})
TO_WWW, FROM_WWW = answering(moved("http://www.a.go.th/")), answering(moved("http://a.go.th/"))
TO_HTTPS = answering(moved("https://www.a.go.th/"))
REFRESH = ok(b'<meta http-equiv="refresh" content="0;url=/home/">', HTML)
SCRIPT = ok(b"<script>window.location='/index.php'</script>", HTML)
DOOR = page('<a href="index.php">เข้าสู่เว็บไซต์</a>')
A, B = "www.a.go.th", "www.b.go.th"
ADDRESSES = {
    "a.go.th": "93.184.216.10",
    A: "93.184.216.11",
    B: "93.184.216.12",
    "xn--12cfi8ixb8l.th": "93.184.216.13",
}


class Internet:
    """A made-up internet: names, addresses, and loopback servers that stand at them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: dict[str, tuple[str, ...]] = {}
        self.tried: list[tuple[str, int]] = []
        self._ports: dict[tuple[str, int], int] = {}
        connect = httpcore.AnyIOBackend.connect_tcp

        def look_up(host: str, port: int, **_: object) -> list[Any]:
            if host not in self.names:
                raise socket.gaierror(socket.EAI_NONAME, "no such name")
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in self.names[host]]

        async def connect_tcp(backend: httpcore.AnyIOBackend, host: str, port: int, *more: Any) -> Any:
            self.tried.append((host, port))
            if (host, port) not in self._ports:
                raise httpcore.ConnectError("nobody there")
            return await connect(backend, "127.0.0.1", self._ports[host, port], *more)

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect_tcp)

    @contextlib.asynccontextmanager
    async def serving(self, sites: Mapping[str, Script]) -> AsyncIterator[dict[str, HostileServer]]:
        """Serve sites by their origins, such as `http://www.a.go.th`."""
        async with contextlib.AsyncExitStack() as stack:
            servers = {}
            for origin, script in sites.items():
                scheme, _, host = origin.partition("://")
                tls = server_tls() if scheme == "https" else None
                servers[origin] = await stack.enter_async_context(hostile_server(script, tls))
                self.names.setdefault(host, (ADDRESSES[host],))
                self._ports[ADDRESSES[host], 443 if tls else 80] = servers[origin].port
            yield servers


@pytest.fixture
def internet(monkeypatch: pytest.MonkeyPatch) -> Internet:
    return Internet(monkeypatch)


def entered(typed: str, door: bytes, inner: str) -> Script:
    """A site whose typed address is only the way to its start page."""
    return serving({typed: door, inner: home(), "/vision": VISION_PAGE})


def passes(done: Audited) -> bool:
    """Was the site read, and its vision found?"""
    return str(done.requirement("1.1.vision")["status"]) == "pass"


async def test_rule_2_nothing_on_a_page_leads_to_a_private_place() -> None:
    async with hostile_server(answering(ok(b"secret", HTML))) as inner:
        there, port = inner.origin, inner.port
        tags = "".join(
            f'<a href="{url}">เอกสาร</a><iframe src="{url}"></iframe><img src="{url}">'
            for url in (
                f"{there}/a.pdf", f"//127.0.0.1:{port}/b.pdf", f"http://2130706433:{port}/c.pdf",
                f"http://[::ffff:127.0.0.1]:{port}/d.pdf", f"http://0x7f.1:{port}/e.pdf", "http://localhost/f.pdf",
                "http://10.0.0.1/g.pdf", "http://169.254.169.254/latest/meta-data/h.pdf", "http://[fe80::1%25eth0]/i.pdf",
            )
        )  # fmt: skip
        index = f"<sitemapindex><sitemap><loc>{there}/s.xml</loc></sitemap></sitemapindex>".encode()
        listed = f"<urlset><url><loc>{there}/s.html</loc></url><url><loc>{there}/s.pdf</loc></url></urlset>".encode()
        site: dict[str, bytes | Script] = {
            "/robots.txt": moved(f"{there}/robots.txt"),
            "/": home(
                f'{tags}<meta http-equiv="refresh" content="9;url={there}/r"><a href="/moved">a</a>'
                '<a href="/base">b</a><a href="/refresh">c</a><a href="/header">d</a>'
            ),
            "/vision": VISION_PAGE,
            "/moved": moved(f"{there}/x.pdf"),
            "/base": page(f'<base href="{there}/"><a href="rel.pdf">r</a>'),
            "/refresh": page(f'<meta http-equiv="refresh" content="0; url={there}/f.pdf">'),
            "/header": ok(b"<p>x", HTML, f"Refresh: 0; url={there}/h.pdf"),
            "/sitemap.xml": ok(index, "Content-Type: text/xml"),
            "/wp-sitemap.xml": ok(listed, "Content-Type: text/xml"),
        }
        async with hostile_server(serving(site)) as server:
            done = await audited(server.url())
        assert inner.requests == []
    assert passes(done)
    assert done.made["coverage"]["skipped"]["private"] > 5


@pytest.mark.parametrize(
    "answers",
    [
        ("93.184.216.34", "10.0.0.1"),
        ("93.184.216.34", "127.0.0.1"),
        ("::ffff:127.0.0.1",),
        ("64:ff9b::7f00:1",),
        ("2002:7f00:1::",),
        ("fd00::1",),
        ("100.64.0.1",),
        ("0.0.0.0",),  # noqa: S104  (an answer, not an address to bind)
    ],
)
async def test_rule_2_one_closed_answer_closes_a_name(internet: Internet, answers: tuple[str, ...]) -> None:
    internet.names["files.c.go.th"] = answers
    start = home('<a href="http://files.c.go.th/plan.pdf">แผนปฏิบัติราชการ</a>')
    async with internet.serving({f"http://{A}": serving({"/": start, "/vision": VISION_PAGE})}):
        done = await audited(f"http://{A}/")
    assert passes(done)
    assert {host for host, _ in internet.tried} == {ADDRESSES[A]}
    assert done.made["coverage"]["skipped"]["private"] == 1


@pytest.mark.parametrize(
    ("typed", "sites"),
    [
        pytest.param("http://a.go.th/", {"http://a.go.th": TO_WWW, f"http://{A}": SITE}, id="www"),
        pytest.param(f"http://{A}/", {f"http://{A}": FROM_WWW, "http://a.go.th": SITE}, id="no www"),
        pytest.param(f"http://{A}/", {f"http://{A}": TO_HTTPS, f"https://{A}": SITE}, id="https"),
        pytest.param(f"http://{A}/", {f"http://{A}": entered("/", REFRESH, "/home/")}, id="refresh"),
        pytest.param(f"http://{A}/", {f"http://{A}": entered("/", SCRIPT, "/index.php")}, id="its own other index"),
        pytest.param(
            f"http://{A}/index.html", {f"http://{A}": entered("/index.html", DOOR, "/index.php")}, id="splash"
        ),
        pytest.param("http://xn--12cfi8ixb8l.th/", {"http://xn--12cfi8ixb8l.th": SITE}, id="a Thai name"),
    ],
)
async def test_a_start_page_that_moves_within_the_site_is_followed(
    internet: Internet, typed: str, sites: dict[str, Script]
) -> None:
    async with internet.serving(sites):
        done = await audited(typed)
    assert passes(done)
    assert done.made["coverage"]["complete"] is True


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(moved(f"http://{B}/"), id="redirect"),
        pytest.param(ok(f'<meta http-equiv="refresh" content="0;url=http://{B}/">'.encode(), HTML), id="refresh"),
        pytest.param(ok(f'<script>location.href="http://{B}/"</script>'.encode(), HTML), id="script"),
        pytest.param(ok(f'<frameset><frame src="http://{B}/"></frameset>'.encode(), HTML), id="frame"),
    ],
)
async def test_another_agencys_site_is_never_judged_for_this_one_unless_it_was_named(
    internet: Internet, start: bytes
) -> None:
    """CONTRACT.md section 6: a sister host belongs only by --also."""
    async with internet.serving({f"http://{A}": serving({"/": start}), f"http://{B}": SITE}) as servers:
        done = await audited(f"http://{A}/")
        assert (done.code, done.made["coverage"]["pages"]) == (3, 0)
        assert done.statuses <= LOOKED_AWAY
        assert servers[f"http://{B}"].requests == []
        named = await audited(f"http://{A}/", also=(f"http://{B}/",))
        assert passes(named)


_SCRIPTED = (
    '<body><noscript>You need to enable JavaScript.</noscript><div id="root"></div><script src="/m.js"></script>',
    '<body><app-root></app-root><script src="/static/js/main.js"></script>',
    '<body><div id="__next">กำลังโหลด</div><script>self.__next=[]</script>',
    "<title>Just a moment...</title><body>Enable JavaScript and cookies to continue<script src=/c.js></script>",
    '<body><script>document.write(unescape("%3Cdiv"))</script>',
)


@pytest.mark.parametrize("body", _SCRIPTED)
async def test_rule_16_a_site_that_needs_javascript_is_never_a_fail(body: str) -> None:
    answer = ok(f"<!doctype html><html><head><meta charset=utf-8></head>{body}".encode(), HTML)
    async with hostile_server(serving({}, answer)) as server:
        done = await audited(server.url())
    assert done.statuses <= LOOKED_AWAY
    assert done.code in {0, 3}


async def test_a_certificate_nobody_vouches_for_is_told_and_stops_only_a_strict_audit() -> None:
    """CONTRACT.md section 4, security.tls, and --strict-tls."""
    async with hostile_server(SITE, server_tls()) as server:
        lenient = await audited(server.url())
        strict = await audited(server.url(), replace(QUICK, strict_tls=True))
    assert passes(lenient)
    assert "unverified-tls" in {each["code"] for each in lenient.requirement("1.1.vision")["reasons"]}
    assert "certificate" in lenient.made["coverage"]["tls_error"]
    assert (strict.code, strict.statuses <= LOOKED_AWAY) == (3, True)


async def test_a_server_without_tls_at_the_typed_https_gives_3() -> None:
    async with hostile_server(SITE) as server:
        done = await audited(server.url().replace("http:", "https:"))
    assert (done.code, done.made["coverage"]["pages"]) == (3, 0)


_TEXT = "Content-Type: text/plain"


@pytest.mark.parametrize(
    ("robots", "state", "code", "read"),
    [
        pytest.param(ok(b"User-agent: *\nDisallow: /\n", _TEXT), "parsed", 3, False, id="closed to all"),
        pytest.param(ok(b"User-agent: audit\nDisallow: /\n", _TEXT), "parsed", 1, True, id="closed to a like name"),
        pytest.param(ok(b"User-agent: auditor\nDisallow: /\n", _TEXT), "parsed", 3, False, id="closed to us"),
        pytest.param(ok(b"", status="503 Busy"), "unreachable", 3, False, id="503"),
        pytest.param(ok(b"", status="429 Slow"), "unreachable", 3, False, id="429"),
        pytest.param(ok(b"", status="403 No"), "absent", 1, True, id="403"),
        pytest.param(ok(b"<!doctype html><title>x</title>", HTML), "absent", 1, True, id="a page"),
        pytest.param(moved("/robots.txt"), "absent", 1, True, id="a circle"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nUser", "unreachable", 3, False, id="cut"),
        pytest.param(
            ok(b"\xef\xbb\xbf\0User-agent: *\rDisallow: /x*" + b"*a" * 3000 + b"$\r" + b"x" * 400_000, _TEXT),
            "parsed", 1, True, id="noise",
        ),
    ],
)  # fmt: skip
async def test_rule_9_robots_decide_what_is_read_and_said(robots: bytes, state: str, code: int, read: bool) -> None:  # noqa: FBT001  (a column)
    site = {"/robots.txt": robots, "/": home(), "/vision": VISION_PAGE}
    async with hostile_server(serving(site)) as server:
        done = await audited(server.url())
        own = await audited(server.url(), replace(QUICK, ignore_robots=True))
    assert (done.made["coverage"]["robots"], done.code, passes(done)) == (state, code, read)
    assert (own.made["coverage"]["robots"], passes(own)) == ("ignored", True)
