"""WARC files: what was kept is judged again without a request; files of other crawlers are read as well."""

from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from auditor.config import NetworkLimits
from auditor.crawl.crawler import Archives, crawl_site
from auditor.crawl.exchange import Reply as KeptReply
from auditor.crawl.purpose import Purpose
from auditor.crawl.redirects import Hop, unreachable
from auditor.crawl.warc import ArchiveFetcher, WarcKeeper, read_index
from auditor.errors import UsageError
from auditor.facts import Document, Fetched, Page, Resource, Response, Run, Site, Skipped, SkipWhy, Unreachable, Why
from auditor.snapshot import MemorySnapshot
from tests.crawl.crawling import QUICK, page
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.crawl.redirects import Outcome

HOST = "https://www.sso-test.go.th"
HTML = "<title>วิสัยทัศน์</title><p>เป็นองค์กรหลักด้านสุขภาพ</p>"
PAGES = {
    "/": page("<p>ยินดีต้อนรับ</p>", menu=("/a", "/moved", "/gone", "/broken", "/loop", "/plan.csv")),
    "/a": page("<p>เนื้อหาของหน้าเอ</p>", title="หน้าเอ"),
    "/moved": Reply("", status=302, headers=(("Location", "/a?x=\u0e01"),)),
    "/a?x=%E0%B8%81": page("<p>เนื้อหาที่ย้ายมา</p>"),
    "/gone": Reply("ไม่พบ", status=404),
    "/broken": Reply("ขัดข้อง", status=500),
    "/loop": Reply("", status=301, headers=(("Location", "/loop"),)),
    "/plan.csv": Reply("แผน,งบประมาณ\n1,2\n", "text/csv; charset=utf-8"),
}


async def crawled(url: str, host: str, archives: Archives) -> MemorySnapshot:
    site = Site(id="test", url=url, host=host)
    snapshot = MemorySnapshot(site)
    end = await crawl_site(site, QUICK, snapshot, archives=archives)
    snapshot.finish(Run(id="run", started_at=end.started_at, finished_at=end.finished_at), end.coverage)
    return snapshot


def told(resource: Resource) -> tuple[object, ...]:
    """What a resource says, but for how often it was tried."""
    fetch = resource.fetch
    came = (fetch.why, fetch.detail) if isinstance(fetch, Unreachable) else fetch
    return resource.key, resource.kind, resource.trail, came, resource.content, resource.soft_404


async def test_a_kept_crawl_is_read_again_as_it_was(tmp_path: Path) -> None:
    keeper = WarcKeeper(tmp_path / "a.warc.gz")
    with LoopbackSite(PAGES) as server:
        url, host = server.url, server.host
        live = await crawled(url, host, Archives(keeper=keeper))
    keeper.close()
    again = await crawled(url, host, Archives(archive=read_index(tmp_path / "a.warc.gz")))
    assert sorted(map(told, again), key=str) == sorted(map(told, live), key=str)
    assert again.coverage.complete
    assert again.coverage.requests == 0
    assert all(one.fetch.warc for one in again if isinstance(one.fetch, Fetched))


async def test_what_was_kept_is_the_crawls_own_time(tmp_path: Path) -> None:
    keeper = WarcKeeper(tmp_path / "a.warc")
    with LoopbackSite(PAGES) as server:
        live = await crawled(server.url, server.host, Archives(keeper=keeper))
        keeper.close()
        archive = read_index(tmp_path / "a.warc")
        twice = [await crawled(server.url, server.host, Archives(archive=archive)) for _ in range(2)]
    assert twice[0].run == twice[1].run
    assert live.run.started_at <= twice[0].run.started_at <= twice[0].run.finished_at <= live.run.finished_at


class OtherCrawler:
    """Writes WARC files as other programs do."""

    def __init__(self, path: Path, *, version: str = "1.0", compressed: bool = False) -> None:
        self._path = path
        self._memory = io.BytesIO()
        self._writer = WARCWriter(self._memory, gzip=compressed, warc_version=version)

    def response(
        self, url: str, body: bytes, *fields: tuple[str, str], status: str = "200 OK", kind: str = "response"
    ) -> OtherCrawler:
        """An answer, its body as it came over the wire."""
        record = self._writer.create_warc_record(
            url,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            warc_headers_dict={"WARC-Date": "2024-06-15T03:00:00Z"},
            http_headers=StatusAndHeaders(status, list(fields), protocol="HTTP/1.1"),
        )
        self._writer.write_record(record)
        return self

    def revisit(self, url: str, of: bytes) -> OtherCrawler:
        """The note that an address gave the same body as another."""
        digest = self._writer.create_warc_record(
            url, "response", payload=io.BytesIO(of), length=len(of), http_headers=StatusAndHeaders("200 OK", [])
        ).rec_headers.get_header("WARC-Payload-Digest")
        record = self._writer.create_revisit_record(
            url,
            digest,
            "x",
            "2024-06-15T03:00:00Z",
            http_headers=StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"),
        )
        self._writer.write_record(record)
        return self

    def written(self, *, cut: int = 0) -> Path:
        """The file, without its last `cut` bytes."""
        data = self._memory.getvalue()
        self._path.write_bytes(data[: len(data) - cut])
        return self._path


PARTS = (HTML.encode()[:40], HTML.encode()[40:])
CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (*PARTS, b""))
TYPE = ("Content-Type", "text/html; charset=utf-8")
BODIES = [
    pytest.param(HTML.encode(), (TYPE,), id="plain"),
    pytest.param(gzip.compress(HTML.encode()), (TYPE, ("Content-Encoding", "gzip")), id="gzip"),
    pytest.param(CHUNKED, (TYPE, ("Transfer-Encoding", "chunked")), id="chunked"),
    pytest.param(HTML.encode(), (TYPE, ("Transfer-Encoding", "chunked")), id="dechunked-but-said-to-be-chunked"),
]


async def asked(path: Path, url: str, purpose: Purpose = Purpose.ANY, limits: NetworkLimits | None = None) -> Outcome:
    return await ArchiveFetcher(read_index(path), limits or NetworkLimits()).fetch(url, purpose=purpose)


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize(("body", "fields"), BODIES)
async def test_bodies_are_read_as_other_crawlers_keep_them(
    tmp_path: Path, body: bytes, fields: tuple[tuple[str, str], ...], version: str, *, compressed: bool
) -> None:
    other = OtherCrawler(tmp_path / "o.warc", version=version, compressed=compressed)
    path = other.response(HOST + "/v", body, *fields).response(HOST + "/w", b"x", TYPE).written()
    found = await asked(path, HOST + "/v")
    assert isinstance(found, Response)
    assert (found.body.decode(), found.at.isoformat()) == (HTML, "2024-06-15T03:00:00+00:00")


async def test_a_revisit_has_the_body_of_the_first_visit(tmp_path: Path) -> None:
    other = OtherCrawler(tmp_path / "o.warc.gz", compressed=True)
    path = other.response(HOST + "/v", HTML.encode(), TYPE).revisit(HOST + "/same", HTML.encode()).written()
    found = await asked(path, HOST + "/same")
    assert isinstance(found, Response)
    assert found.body.decode() == HTML


async def test_of_several_answers_the_last_good_one_counts(tmp_path: Path) -> None:
    other = OtherCrawler(tmp_path / "o.warc").response(HOST + "/v", b"old", TYPE)
    other.response(HOST + "/v", b"new", TYPE).response(HOST + "/v", b"", TYPE, status="503 Busy")
    found = await asked(other.written(), HOST + "/v")
    assert isinstance(found, Response)
    assert found.body == b"new"


async def test_an_address_is_found_by_any_of_its_spellings(tmp_path: Path) -> None:
    path = OtherCrawler(tmp_path / "o.warc").response(HOST + "/%E0%B8%81/", b"x", TYPE).written()
    assert isinstance(await asked(path, HOST + "/ก/"), Response)
    assert isinstance(await asked(path, HOST + "/%e0%b8%81/?utm_source=line"), Response)


async def test_what_the_file_does_not_hold_was_not_looked_at(tmp_path: Path) -> None:
    link = b'<a href="/b">\xe0\xb8\x81</a><p>' + b"text " * 40
    path = OtherCrawler(tmp_path / "o.warc").response(HOST + "/", link, TYPE).written()
    snapshot = await crawled(HOST + "/", "www.sso-test.go.th", Archives(archive=read_index(path)))
    missing = next(one for one in snapshot if one.url == HOST + "/b")
    assert isinstance(missing.fetch, Skipped)
    assert missing.fetch.why is SkipWhy.BUDGET
    assert not snapshot.coverage.complete
    assert snapshot.coverage.limits == ("not-archived",)


async def test_a_file_that_breaks_off_is_used_as_far_as_it_goes(tmp_path: Path) -> None:
    other = OtherCrawler(tmp_path / "o.warc.gz", compressed=True).response(HOST + "/", HTML.encode(), TYPE)
    path = other.response(HOST + "/b", HTML.encode() * 50, TYPE).written(cut=60)
    snapshot = await crawled(HOST + "/", "www.sso-test.go.th", Archives(archive=read_index(path)))
    assert isinstance(snapshot.get(next(iter(snapshot)).key), Resource)
    assert "archive-damaged" in snapshot.coverage.limits


async def test_rule_5_a_kept_bomb_is_refused_like_a_live_one(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 20_000_000)
    path = OtherCrawler(tmp_path / "o.warc").response(HOST + "/b", bomb, TYPE, ("Content-Encoding", "gzip")).written()
    found = await asked(path, HOST + "/b", Purpose.PAGE, NetworkLimits(page_bytes=100_000, document_bytes=100_000))
    assert isinstance(found, Unreachable)
    assert found.why is Why.TOO_LARGE


async def test_documents_of_an_archive_are_read(tmp_path: Path) -> None:
    home = b'<a href="/p.csv">plan</a>' + b"<p>text " * 40
    other = OtherCrawler(tmp_path / "o.warc").response(HOST + "/", home, TYPE)
    path = other.response(HOST + "/p.csv", "แผน,1\n".encode(), ("Content-Type", "text/csv")).written()
    snapshot = await crawled(HOST + "/", "www.sso-test.go.th", Archives(archive=read_index(path)))
    assert [type(one.content) for one in snapshot] == [Page, Document]


@pytest.mark.parametrize(
    ("why", "fallback", "found"),
    [
        pytest.param(Why.REFUSED, True, True, id="refused"),
        pytest.param(Why.TIMEOUT, True, True, id="dropped"),
        pytest.param(Why.REFUSED, False, False, id="https-was-typed"),
        pytest.param(Why.DNS, True, False, id="no-such-name"),
    ],
)
async def test_a_site_without_https_is_found_where_no_scheme_was_typed(
    tmp_path: Path, why: Why, *, fallback: bool, found: bool
) -> None:
    plain = "http://www.sso-test.go.th/"
    keeper = WarcKeeper(tmp_path / "a.warc")
    keeper.keep(HOST + "/robots.txt", "GET", unreachable(why, "no answer"), None)
    reply = KeptReply(
        status=200, headers=(("content-type", "text/html; charset=utf-8"),), body=HTML.encode(), wire_bytes=9
    )
    keeper.keep(plain, "GET", Hop(reply=reply, at=datetime(2024, 6, 15, tzinfo=UTC)), None)
    keeper.close()
    site = Site(id="t", url=HOST + "/", host="www.sso-test.go.th", fallback=plain if fallback else None)
    snapshot = MemorySnapshot(site)
    end = await crawl_site(site, QUICK, snapshot, archives=Archives(archive=read_index(tmp_path / "a.warc")))
    assert end.coverage.pages == int(found)
    assert next(iter(snapshot)).url == (plain if found else HOST + "/")


BAD_FILES = [
    pytest.param(b"", id="empty"),
    pytest.param(b"%PDF-1.7 and so on\n" * 50, id="no-warc"),
    pytest.param(b"\x1f\x8b\x08\x00broken", id="broken-gzip"),
    pytest.param(b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n", id="no-address"),
]


@pytest.mark.parametrize("data", BAD_FILES)
def test_a_file_without_any_answer_is_an_error_of_usage(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.warc").write_bytes(data)
    with pytest.raises(UsageError, match=r"x\.warc: no answer"):
        read_index(tmp_path / "x.warc")


def test_a_file_that_is_not_there_is_an_error_of_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        read_index(tmp_path / "none.warc")


def test_a_kept_file_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(b"mine")
    with pytest.raises(UsageError, match="is there already"):
        WarcKeeper(tmp_path / "a.warc.gz")
    assert (tmp_path / "a.warc.gz").read_bytes() == b"mine"
