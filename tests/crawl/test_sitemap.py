from __future__ import annotations

import base64
import gzip
import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import pytest

from auditor.config import CrawlLimits
from auditor.crawl.sitemap import GUESSES, Listed, parse_sitemap, read_sitemaps
from auditor.facts import Response, Unreachable, Why
from tests.shared_data import conformance

HOST = "http://a.go.th"
LARGEST = 1024 * 1024
OPTIONS = {"recurse_callback", "recurse_list_callback"}  # of that library; we have none such
NOW = datetime(2024, 6, 15, tzinfo=UTC)


def urlset(*paths: str) -> str:
    return "<urlset>" + "".join(f"<url><loc>{HOST}{path}</loc></url>" for path in paths) + "</urlset>"


def index(*paths: str) -> str:
    locs = "".join(f"<sitemap><loc>{HOST}{path}</loc></sitemap>" for path in paths)
    return f"<sitemapindex>{locs}</sitemapindex>"


@dataclass
class Files:
    """Files that answer by address; redirects are followed."""

    files: dict[str, bytes]
    redirects: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def ask(self, url: str) -> Response | Unreachable:
        """The file at an address."""
        self.asked.append(url)
        final = self.redirects.get(url, url)
        body = self.files.get(final)
        if body is None:
            return Unreachable(why=Why.REFUSED, detail="", attempts=1, at=NOW)
        return Response(
            url=url,
            final_url=final,
            redirects=(url,) if final != url else (),
            status=200,
            headers=(),
            body=body,
            at=NOW,
            wire_bytes=len(body),
        )


async def pages(files: Files, *roots: str, limits: CrawlLimits | None = None) -> list[str]:
    listed = await read_sitemaps(
        [HOST + root for root in roots],
        files.ask,
        limits or CrawlLimits(),
        largest=LARGEST,
        inside=lambda url: url.startswith(f"{HOST}/"),
    )
    return [page.url.removeprefix(HOST) for page in listed]


def served(**texts: str) -> Files:
    return Files({f"{HOST}/{name}.xml": text.encode() for name, text in texts.items()})


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(urlset("/a", "/b").encode(), ["/a", "/b"], id="urlset"),
        pytest.param(b"\xef\xbb\xbf  " + urlset("/a").encode(), ["/a"], id="byte-order-mark-and-blanks"),
        pytest.param(urlset("/a").encode("utf-16"), ["/a"], id="utf-16"),
        pytest.param(gzip.compress(urlset("/a").encode()), ["/a"], id="gzip"),
        pytest.param(gzip.compress(urlset("/a").encode())[:-9], ["/a"], id="gzip-without-its-end"),
        pytest.param(f"{HOST}/a\r\nnot an address\n {HOST}/b ".encode(), ["/a", "/b"], id="plain-text"),
        pytest.param(urlset("/a", "/b").encode()[:-20], ["/a"], id="breaks-off"),
        pytest.param(urlset("/a").replace("loc>", "s:loc>").encode(), ["/a"], id="undeclared-prefix"),
        pytest.param(
            f"<rss><channel><item><title>x</title><link>{HOST}/a</link></item></channel></rss>".encode(),
            ["/a"],
            id="rss",
        ),
        pytest.param(f'<feed><entry><link href="{HOST}/a"/></entry></feed>'.encode(), ["/a"], id="atom"),
        pytest.param(f"<url><loc><![CDATA[{HOST}/a?x=1&y=2]]></loc></url>".encode(), ["/a?x=1&y=2"], id="cdata"),
        pytest.param(
            f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "{HOST}/a">]><urlset><url><loc>&e;</loc></url>'
            "</urlset>".encode(),
            [],
            id="doctype",
        ),
        pytest.param(b"<x>" * 10_000, [], id="nested-without-end"),
        pytest.param(b"<!doctype html><title>404</title>", [], id="a-page"),
        pytest.param(b"", [], id="empty"),
        pytest.param(b"\x1f\x8b\x00broken", [], id="not-gzip-after-all"),
        pytest.param(b'<?xml version="1.0" encoding="no-such"?><urlset/>', [], id="unknown-charset"),
    ],
)
def test_rule_14_a_sitemap_gives_what_can_be_read_and_no_error(body: bytes, expected: list[str]) -> None:
    found = parse_sitemap(body, most=100, largest=LARGEST)
    assert [listed.url.removeprefix(HOST) for listed in found.pages] == expected


def test_the_day_of_the_last_change_is_kept_as_written() -> None:
    body = f"<urlset><url><loc>{HOST}/a</loc><lastmod>2024-06-01</lastmod></url></urlset>".encode()
    found = parse_sitemap(body, most=100, largest=LARGEST)
    assert found.pages == (Listed(url=f"{HOST}/a", lastmod="2024-06-01"),)


def test_rule_12_no_more_addresses_than_allowed_come_out_of_a_file() -> None:
    body = urlset(*(f"/{number}" for number in range(500))).encode()
    assert len(parse_sitemap(body, most=50, largest=LARGEST).pages) == 50


def test_rule_14_a_gzip_bomb_is_unpacked_only_up_to_the_limit() -> None:
    bomb = gzip.compress(b"<urlset>" + b" " * 50_000_000 + f"<url><loc>{HOST}/a</loc></url>".encode())
    assert parse_sitemap(bomb, most=100, largest=1000).pages == ()


async def test_an_index_leads_to_its_sitemaps_and_addresses_elsewhere_are_ignored() -> None:
    files = served(sitemap=index("/one.xml", "/two.xml"), one=urlset("/a", "/b"), two=urlset("/b", "/c"))
    files.files[f"{HOST}/one.xml"] = f"http://b.go.th/x\n{HOST}/a\n{HOST}/b".encode()
    assert await pages(files, "/sitemap.xml") == ["/a", "/b", "/c"]


async def test_rule_12_each_file_is_asked_for_once_even_in_a_ring() -> None:
    files = served(a=index("/b.xml", "/a.xml"), b=index("/a.xml", "/b.xml", "/c.xml"), c=urlset("/x"))
    assert await pages(files, "/a.xml", "/a.xml") == ["/x"]
    assert files.asked == [f"{HOST}/{name}.xml" for name in "abc"]


async def test_rule_12_indexes_are_followed_to_the_depth_allowed() -> None:
    names = "abcdef"
    files = served(**{name: index(f"/{following}.xml") for name, following in pairwise(names)})
    await pages(files, "/a.xml")
    assert files.asked == [f"{HOST}/{name}.xml" for name in "abcd"]


async def test_rule_12_no_more_files_than_allowed_are_asked_for() -> None:
    files = served(a=index(*(f"/{number}.xml" for number in range(100))))
    await pages(files, "/a.xml", limits=CrawlLimits(sitemap_files=7))
    assert len(files.asked) == 7


def conformance_cases() -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads(conformance("sitemap-usp").joinpath("cases.json").read_text())
    return [case for case in cases if not case.get("kwargs", {}).keys() & OPTIONS]


async def test_the_suite_of_ultimate_sitemap_parser_gives_the_same_addresses() -> None:
    for case in conformance_cases():
        home, answers = case["homepage"].rstrip("/"), case["responses"]
        files = Files(
            {url: body_of(answer) for url, answer in answers.items() if answer.get("status_code", 200) == 200},
            {
                url: answer["headers"]["Location"]
                for url, answer in answers.items()
                if answer.get("status_code") == 301
            },
        )
        robots = answers.get(f"{home}/robots.txt", {}).get("text", "")
        lines = [line.strip().partition(":") for line in robots.splitlines()]
        # `Site-map` is a spelling that suite adds to the standard.
        named = [value.strip() for name, _, value in lines if name.lower().replace("-", "") == "sitemap"]
        listed = await read_sitemaps(
            [*named, *(home + guess for guess in GUESSES)],
            files.ask,
            CrawlLimits(),
            largest=LARGEST,
            inside=lambda url, home=home: url.replace("https", "http").startswith(home),  # type: ignore[misc]
        )
        expected = {page["url"] for page in case["pages"]}
        assert {page.url for page in listed} == expected, case["id"]


def body_of(answer: dict[str, Any]) -> bytes:
    if "content" in answer:
        return base64.b64decode(answer["content"]["$b64"])
    return str(answer.get("text", "")).encode()
