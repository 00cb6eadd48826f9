"""Nights after the first: what did not change is not sent, read or judged again, and nothing is believed for ever."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, update

from auditor.config import CrawlSettings, Politeness
from auditor.extract.cache import key_of
from auditor.facts import Document, DocumentState, Fetched, Page, Site
from auditor.keeping import Order, crawl_on, judge_and_keep
from auditor.records import to_bytes
from auditor.rulebook import load_rulebook
from auditor.store import open_store, tables
from auditor.store.packing import pack, unpack_bytes
from auditor.store.retention import Keep
from tests.extract.office_files import docx, paragraph
from tests.loopback import Asked, LoopbackSite, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.facts import Resource
    from auditor.findings import Audit
    from auditor.rules import Rulebook
    from auditor.store import Store
    from auditor.store.runs import StoredRun

DAY = date(2024, 6, 15)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONG_AGO = "Mon, 01 Jan 2024 00:00:00 GMT"


@cache
def rulebook() -> Rulebook:
    """A few of the rules, so that nights are quick."""
    book = load_rulebook()
    (pack,) = (pack for pack in book.packs if pack.id == "moph-web-2567")
    requirements = pack.requirements[:6]
    topics = {topic for each in requirements for topic in each.topics}
    return replace(
        book,
        topics=tuple(topic for topic in book.topics if topic.id in topics),
        packs=(replace(pack, requirements=requirements),),
    )


def page(title: str, body: str = "", *links: str) -> str:
    menu = "".join(f'<li><a href="{link}">เมนู {link}</a></li>' for link in links)
    return (
        f"<!doctype html><html lang=th><meta charset=utf-8><title>{title}</title><body><nav><ul>{menu}</ul></nav>"
        f"<main><h1>{title}</h1><p>{body or 'ข้อความของหน่วยงาน'} {title * 30}</p></main>"
    )


@dataclass
class Website:
    """Pages whose server knows when they changed: 304 to who has them."""

    pages: dict[str, str | bytes]
    tag: Callable[[str, bytes], str | None] = lambda _, body: f'"{hashlib.sha256(body).hexdigest()[:12]}"'
    modified: str | None = None
    types: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    down: bool = False

    def answer(self, asked: Asked) -> Reply | None:
        """What the server says."""
        if self.down:
            return Reply(status=503, body="ปิดปรับปรุง")
        if asked.target in self.moved:
            return Reply(status=302, headers=(("Location", self.moved[asked.target]), ("ETag", '"moved"')))
        text = self.pages.get(asked.target)
        if text is None:
            return None
        body = text.encode() if isinstance(text, str) else text
        tag = self.tag(asked.target, body)
        told = [("ETag", tag)] if tag is not None else []
        told += [("Last-Modified", self.modified)] if self.modified is not None else []
        has = tag is not None and asked.header("if-none-match") == tag
        has = has or (
            tag is None and self.modified is not None and asked.header("if-modified-since") == self.modified
        )
        kind = self.types.get(asked.target, "text/html; charset=utf-8")
        return Reply(b"" if has else body, None if has else kind, 304 if has else 200, tuple(told))


QUICK = CrawlSettings(politeness=replace(Politeness(), delay=0.0, retries=0), check_external_links=False)


@dataclass
class Nights:
    """A website, a store, and the audits made of the one into the other."""

    website: Website
    server: LoopbackSite
    store: Store
    settings: CrawlSettings = QUICK
    day: date = DAY

    def order(self) -> Order:
        """The audit to make."""
        return Order(
            site=Site(id="x", url=self.server.url, host="127.0.0.1"),
            settings=self.settings,
            rulebook=rulebook(),
            texts=(),
            packs=("moph-web-2567",),
            as_of=self.day,
        )

    def crawl(self) -> StoredRun:
        """One crawl; the server's log is that of this night."""
        self.server.log.clear()
        run = asyncio.run(crawl_on(self.store, self.order(), asyncio.Event()))
        assert run is not None
        return run

    def night(self) -> tuple[StoredRun, Audit]:
        """A crawl and its audit."""
        run = self.crawl()
        return run, judge_and_keep(self.store, run, self.order())

    def asked(self, name: str) -> dict[str, str | None]:
        """What a header said to each page of the site, this night."""
        known = {*self.website.pages, *self.website.moved}
        return {asked.target: asked.header(name) for asked in self.server.log if asked.target in known}

    def found(self, run: StoredRun) -> dict[str, Resource]:
        """What a run met, by path."""
        return {each.url.removeprefix(self.server.origin): each for each in self.store.snapshot(run)}


@pytest.fixture
def nights(address: Callable[[str], str]) -> Iterator[Nights]:
    """A site of a few pages, on SQLite."""
    pages: dict[str, str | bytes] = {
        "/": page("หน้าแรก", "", "/a", "/b", "/c"),
        **{f"/{name}": page(f"เรื่อง {name}", "ประกาศ ณ วันที่ 1 มิถุนายน 2567") for name in "abc"},
    }
    website = Website(pages)
    with LoopbackSite(make=website.answer) as server, open_store(address("sqlite")) as store:
        yield Nights(website, server, store)


def timeless(audit: Audit) -> bytes:
    """The verdicts without the moments at which their evidence was seen."""
    return to_bytes(
        tuple(
            replace(each, evidence=tuple(replace(shown, fetched_at=None) for shown in each.evidence))
            for each in audit.verdicts
        )
    )


def facts(resource: Resource) -> Resource:
    """What was found without when, and how often that was confirmed."""
    assert isinstance(resource.fetch, Fetched)
    return replace(resource, fetch=replace(resource.fetch, at=datetime(2024, 1, 1, tzinfo=UTC), confirmed=0))


def content(resource: Resource) -> Page:
    assert isinstance(resource.content, Page)
    return resource.content


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_what_did_not_change_is_not_sent_again_and_says_the_same(address: Callable[[str], str], kind: str) -> None:
    names = [f"/{number}" for number in range(20)]
    website = Website({"/": page("หน้าแรก", "", *names), **{name: page(f"เรื่องที่ {name}") for name in names}})
    with LoopbackSite(make=website.answer) as server, open_store(address(kind)) as store:
        nights = Nights(website, server, store)
        first, before = nights.night()
        second, after = nights.night()
        assert all(nights.asked("if-none-match").values())
        assert first.coverage is not None
        assert second.coverage is not None
        assert second.coverage.bytes * 10 <= first.coverage.bytes
        assert replace(second.coverage, bytes=0) == replace(first.coverage, bytes=0)
        then, now = nights.found(first), nights.found(second)
        assert {url: facts(each) for url, each in now.items()} == {url: facts(each) for url, each in then.items()}
        for url in website.pages:
            fetch, earlier = now[url].fetch, then[url].fetch
            assert isinstance(fetch, Fetched)
            assert isinstance(earlier, Fetched)
            assert fetch.at >= second.started_at > earlier.at
            assert (fetch.status, fetch.confirmed, earlier.confirmed) == (200, 1, 0)
        assert timeless(after) == timeless(before)
        assert {shown.fetched_at for each in after.verdicts for shown in each.evidence} <= {
            each.fetch.at for each in now.values() if isinstance(each.fetch, Fetched)
        }
        assert store.check() == ()


def test_what_changed_is_read_anew(nights: Nights) -> None:
    nights.night()
    nights.website.pages["/b"] = page("เรื่องใหม่")
    run, _ = nights.night()
    found = nights.found(run)
    assert content(found["/b"]).title == "เรื่องใหม่"
    assert content(found["/a"]).title == "เรื่อง a"
    confirmed = {url: each.fetch.confirmed for url, each in found.items() if isinstance(each.fetch, Fetched)}
    assert (confirmed["/a"], confirmed["/b"]) == (1, 0)


@pytest.mark.parametrize("full_every", [1, 2, 3])
def test_a_server_that_lies_is_found_out_on_the_night_that_asks_for_everything(
    nights: Nights, full_every: int
) -> None:
    nights.website.tag = lambda *_: '"always"'
    nights.settings = replace(nights.settings, full_every=full_every)
    nights.night()
    nights.website.pages["/b"] = page("เรื่องใหม่")
    seen = [content(nights.found(nights.night()[0])["/b"]).title for _ in range(full_every)]
    assert seen == [*["เรื่อง b"] * (full_every - 1), "เรื่องใหม่"]


@pytest.mark.parametrize(
    "change",
    [
        lambda settings: replace(settings, user_agent="another"),
        lambda settings: replace(settings, documents=replace(settings.documents, text_chars=1000)),
        lambda settings: replace(settings, network=replace(settings.network, page_bytes=1_000_000)),
    ],
)
def test_what_was_read_otherwise_is_fetched_anew(
    nights: Nights, change: Callable[[CrawlSettings], CrawlSettings]
) -> None:
    nights.night()
    nights.settings = change(nights.settings)
    nights.night()
    assert set(nights.asked("if-none-match").values()) == {None}


def test_what_another_version_read_is_fetched_anew(nights: Nights) -> None:
    nights.night()
    with nights.store._database.writing() as connection:
        connection.execute(update(tables.run).values(reader="of another version"))
    nights.night()
    assert set(nights.asked("if-none-match").values()) == {None}


@pytest.mark.parametrize(
    ("tag", "sent"),
    [
        ('"plain"', True),
        ('W/"weak"', True),
        ("no-quotes", True),
        ('"with spaces, and: signs;"', True),
        ('"' + "x" * 5000 + '"', False),
        ('"ป้าย"', False),
        ("", False),
    ],
)
def test_an_etag_goes_back_as_it_came_or_not_at_all(nights: Nights, tag: str, *, sent: bool) -> None:
    nights.website.tag = lambda *_: tag
    nights.night()
    run, _ = nights.night()
    assert set(nights.asked("if-none-match").values()) == {tag if sent else None}
    assert set(nights.website.pages) <= set(nights.found(run))


@pytest.mark.parametrize("long_ago", [True, False])
def test_a_time_of_change_counts_once_it_has_passed(nights: Nights, *, long_ago: bool) -> None:
    nights.website.tag = lambda *_: None
    nights.website.modified = LONG_AGO if long_ago else format_datetime(datetime.now(UTC), usegmt=True)
    nights.night()
    nights.night()
    assert set(nights.asked("if-modified-since").values()) == {LONG_AGO if long_ago else None}


def test_conditions_go_to_the_address_that_answered_and_to_no_other(nights: Nights) -> None:
    nights.website.pages["/"] = page("หน้าแรก", "", "/old", "/b")
    nights.website.moved["/old"] = "/a"
    first, _ = nights.night()
    run, _ = nights.night()
    told = nights.asked("if-none-match")
    assert told["/old"] is None
    assert told["/a"]
    before, now = nights.found(first)["/old"], nights.found(run)["/old"]
    assert facts(now) == facts(before)
    assert nights.store.snapshot(run).get(now.key) is not None
    nights.website.moved["/old"] = "/b"
    moved = nights.found(nights.night()[0])["/old"].fetch
    assert isinstance(moved, Fetched)
    assert moved.final_url.endswith("/b")


def test_a_page_that_its_scripts_fill_may_be_another_although_it_is_the_same(nights: Nights) -> None:
    nights.website.pages["/b"] = "<!doctype html><title>แอป</title><div id=root></div><script src=/app.js></script>"
    assert content(nights.found(nights.night()[0])["/b"]).needs_script
    nights.night()
    assert nights.asked("if-none-match")["/b"] is None
    assert nights.asked("if-none-match")["/a"]


def test_an_outage_is_no_night_to_go_by(nights: Nights) -> None:
    nights.night()
    nights.website.down = True
    down, _ = nights.night()
    assert not down.complete
    nights.website.down = False
    run, _ = nights.night()
    assert all(nights.asked("if-none-match").values())
    assert {content(each).title for url, each in nights.found(run).items() if url in nights.website.pages} == {
        "หน้าแรก", "เรื่อง a", "เรื่อง b", "เรื่อง c",
    }  # fmt: skip


def test_a_site_that_outgrew_its_crawl_goes_by_its_newest_nights(nights: Nights) -> None:
    nights.night()
    names = [f"/n{number}" for number in range(12)]
    nights.website.pages = {"/": page("หน้าแรก", "", *names), **{name: page(f"เรื่อง {name}") for name in names}}
    nights.settings = replace(nights.settings, limits=replace(nights.settings.limits, max_pages=9))
    assert not nights.night()[0].complete
    assert not nights.night()[0].complete
    told = nights.asked("if-none-match")
    assert len(told) > 6
    assert all(told.values())


def alter(store: Store, run: StoredRun, target: str, title: str) -> None:
    """Let a run say that a page had another title."""
    snapshot = store.snapshot(run)
    found = next(each for each in snapshot if each.url.endswith(target))
    changed = replace(content(found), title=title)
    with store._database.writing() as connection:
        rows = connection.execute(select(tables.facts)).all()
        (fact,) = [row.id for row in rows if unpack_bytes(row.body) == to_bytes(content(found))]
        connection.execute(update(tables.facts).where(tables.facts.c.id == fact).values(body=pack(changed)))


@pytest.mark.parametrize(
    ("kind", "title"), [("text/html; charset=utf-8", "จากคราวก่อน"), ("text/html; charset=windows-874", "เรื่อง b")]
)
def test_bytes_that_are_as_they_were_are_not_parsed_again_unless_they_read_otherwise(
    nights: Nights, kind: str, title: str
) -> None:
    nights.website.tag = lambda *_: None
    run, _ = nights.night()
    alter(nights.store, run, "/b", "จากคราวก่อน")
    nights.website.types["/b"] = kind
    again = nights.found(nights.night()[0])["/b"]
    assert content(again).title == title


def test_a_document_is_parsed_once_over_all_nights(nights: Nights) -> None:
    paper = docx(paragraph("รายงานประจำปี"))
    nights.website.pages["/"] = page("หน้าแรก", "", "/a.docx")
    nights.website.pages["/a.docx"] = paper
    nights.website.types["/a.docx"] = DOCX
    nights.website.tag = lambda *_: None
    nights.settings = replace(nights.settings, ocr=False)
    first = nights.found(nights.night()[0])["/a.docx"].content
    assert isinstance(first, Document)
    assert first.state is DocumentState.OK
    kept = nights.store.kept()
    key = key_of("docx", hashlib.sha256(paper).hexdigest(), nights.settings.documents)
    assert kept.get(key) is not None
    kept.put(key, to_bytes(replace(first, title="จากคราวก่อน")))
    kept.flush()
    again = nights.found(nights.night()[0])["/a.docx"].content
    assert isinstance(again, Document)
    assert again.title == "จากคราวก่อน"


def test_a_reading_that_is_damaged_or_not_used_any_more_is_gone(store: Store) -> None:
    kept = store.kept()
    kept.put("a", b"reading" * 100)
    kept.put("b", b"other")
    kept.flush()
    table = tables.kept
    with store._database.writing() as connection:
        connection.execute(update(table).where(table.c.sha256 == hashlib.sha256(b"other").digest()).values(body=b"x"))
    assert (store.kept().get("a"), store.kept().get("b"), store.kept().get("c")) == (b"reading" * 100, None, None)
    now = datetime.now(UTC)
    keep = Keep(facts_days=400, text_days=90)
    store.prune(now + timedelta(days=89), keep)
    assert store.kept().get("a") is not None
    store.prune(now + timedelta(days=91), keep)
    assert store.kept().get("a") is None


def test_the_order_of_the_first_night_stays_whatever_answers_sooner(nights: Nights) -> None:
    first = nights.crawl()
    judge_and_keep(nights.store, first, nights.order())
    slow = nights.website.answer
    nights.server.make = lambda asked: (
        replace(reply, delay=0.2) if (reply := slow(asked)) is not None and asked.target in {"/a", "/b"} else reply
    )
    nights.website.pages["/"] = page("หน้าแรก", "", "/new", "/a", "/b", "/c")
    nights.website.pages["/new"] = page("ใหม่")
    second = nights.crawl()
    before = [each.url for each in nights.store.snapshot(first)]
    after = [each.url for each in nights.store.snapshot(second)]
    assert [url for url in after if url in before] == before
    assert len(after) == len(set(after)) == len(before) + 1
