"""What every snapshot answers, whether it is in memory or in a store of either kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.errors import StoreError
from auditor.facts import (
    Block,
    BlockKind,
    Coverage,
    DateSeen,
    DateSource,
    Document,
    DocumentState,
    Fetched,
    Form,
    Image,
    Kind,
    LabelSource,
    Link,
    Page,
    Region,
    Resource,
    RobotsState,
    Run,
    Site,
    Skipped,
    SkipWhy,
    Snapshot,
    Step,
    TrapCut,
    Unreachable,
    Why,
)
from auditor.snapshot import MemorySnapshot
from auditor.store import Store, open_store
from auditor.store.runs import Told
from auditor.thai.dates import find_dates
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Make = Callable[[Sequence[Resource]], Snapshot]

SITE = Site(id="a", url="http://a.go.th/", host="a.go.th", also=("http://b.a.go.th/",), name="สสอ.ตัวอย่าง")
NOW = datetime(2024, 6, 15, 1, 2, 3, 456789, tzinfo=UTC)
RUN = Run(id="r", started_at=NOW, finished_at=NOW + timedelta(seconds=9.25), config=(("delay", 0.25), ("name", None)))
COVERAGE = Coverage(
    pages=3,
    complete=True,
    skipped=((SkipWhy.TRAP, 2),),
    limits=("max-pages",),
    robots=RobotsState.PARSED,
    crawl_delay=1.5,
    traps=(TrapCut(pattern="/0", example="/1", count=5, reason="no-news"),),
)


def resource(path: str, text: str | None = "ข้อความ", final: str | None = None) -> Resource:
    url = f"http://a.go.th{path}"
    block = Block(kind=BlockKind.TEXT, text=text or "", region=Region.MAIN)
    return Resource(
        key=canonical(url),
        url=url,
        kind=Kind.PAGE,
        depth=0,
        trail=(Step(label="", url=url),),
        fetch=Fetched(
            status=200,
            final_url=f"http://a.go.th{final}" if final else url,
            redirects=(url,) if final else (),
            at=NOW,
            declared_type="text/html",
            actual_type="html",
            size=1,
            sha256="0",
        ),
        content=None if text is None else Page(blocks=(block,)),
    )


def stored(store: Store, given: Sequence[Resource]) -> Snapshot:
    run = store.begin(RUN.id, Told(site=SITE, config=RUN.config), RUN.started_at.date(), RUN.started_at)
    recorder = store.recorder(run)
    for each in given:
        recorder.add(each)
    return store.snapshot(recorder.finish(RUN.finished_at, COVERAGE))


def in_memory(given: Sequence[Resource], memory: int) -> Snapshot:
    snapshot = MemorySnapshot(SITE, given, memory=memory)
    snapshot.finish(RUN, COVERAGE)
    return snapshot


@pytest.fixture(params=["memory", "scratch", "sqlite", "postgresql"])
def make(request: pytest.FixtureRequest, address: Callable[[str], str]) -> Iterator[Make]:
    """Makes a snapshot of each kind from what a crawl found."""
    kind = request.param
    if kind in {"memory", "scratch"}:
        yield lambda given: in_memory(given, 10**6 if kind == "memory" else 0)
        return
    with open_store(address(kind)) as store:
        yield lambda given: stored(store, given)


def rich() -> list[Resource]:
    """One of everything that a resource may hold."""
    dates = tuple(
        DateSeen(span=span, source=DateSource.TEXT, block=0) for span in find_dates("๑๕ ม.ค. ๒๕๖๗ 08:30 น.")
    )
    page = Page(
        title="ก\x00ข",
        blocks=(Block(kind=BlockKind.ROW, text="ก ข", region=Region.MAIN, cells=("ก", "ข"), heads=("ค", "")),),
        links=(Link(url="/x", label="ป้าย", source=LabelSource.ALT, region=Region.NAV, block=0, path=("ก", "ข")),),
        images=(Image(url="/i.png", alt="ภาพ", region=Region.MAIN, block=0, width=3, link="/x"),),
        forms=(Form(action="/", method="get", fields=("text:q",), labels=(), region=Region.MAIN, block=0),),
        dates=dates,
        meta=(("og:title", "ก"),),
    )
    paper = Document(kind="pdf", state=DocumentState.OK, created=NOW, pages=2, text=("หนึ่ง", ""), text_pages=1)
    down = Unreachable(why=Why.TIMEOUT, detail="60 s", attempts=3, at=NOW)
    return [
        replace(resource("/"), content=page, from_menu=True),
        replace(resource("/plan.pdf"), kind=Kind.DOCUMENT, content=paper),
        replace(resource("/down", None), fetch=down),
        replace(resource("/logout", None), fetch=Skipped(why=SkipWhy.LOGOUT)),
        replace(resource("/%E0%B8%81", None), url="http://a.go.th/ก"),
    ]


def test_resources_come_back_whole_in_the_order_in_which_they_were_met(make: Make) -> None:
    given = [resource("/"), resource("/b", "ข"), resource("/a", "ก"), *rich()[1:]]
    snapshot = make(given)
    assert list(snapshot) == given
    assert list(snapshot) == given
    assert snapshot.get("http://a.go.th/a") == given[2]
    assert snapshot.get("http://a.go.th/none") is None


def test_every_kind_of_fact_comes_back_as_it_was(make: Make) -> None:
    given = rich()
    snapshot = make(given)
    assert list(snapshot) == given
    assert [snapshot.get(each.key) for each in given] == given


def test_a_long_crawl_comes_back_in_order(make: Make) -> None:
    given = [resource(f"/{number}", f"หน้า {number}") for number in range(233)]
    assert list(make(given)) == given


def test_redirects_are_followed_to_where_they_ended(make: Make) -> None:
    target = resource("/new")
    snapshot = make([target, resource("/old", None, final="/new")])
    assert snapshot.get("http://a.go.th/old") == target


def test_being_sent_home_as_a_way_to_say_not_found_is_not_followed(make: Make) -> None:
    sent_home = replace(resource("/gone", None, final="/"), soft_404=True)
    assert make([resource("/"), sent_home]).get(sent_home.key) == sent_home


@pytest.mark.parametrize("key", ["https://a.go.th/a", "http://www.a.go.th/a", "https://www.a.go.th/a"])
def test_an_address_is_found_by_the_other_names_of_its_site(make: Make, key: str) -> None:
    kept = resource("/a")
    snapshot = make([kept])
    assert snapshot.get(key) == kept
    assert snapshot.get(key.replace("a.go.th", "b.go.th")) is None


def test_redirects_that_end_nowhere_or_in_a_circle_are_themselves(make: Make) -> None:
    lost, one, two = (
        resource("/lost", None, final="/gone"),
        resource("/1", None, final="/2"),
        resource("/2", None, final="/1"),
    )
    snapshot = make([lost, one, two])
    assert snapshot.get(lost.key) == lost
    assert snapshot.get(one.key) in (one, two)


@pytest.mark.parametrize("between", [0, 120])
def test_what_is_said_again_of_an_address_replaces_what_was_said_before(make: Make, between: int) -> None:
    rest = [resource(f"/{number}") for number in range(between)]
    snapshot = make([resource("/"), resource("/a", "old"), *rest, resource("/a", None)])
    assert [found.content for found in snapshot][1] is None
    assert len(list(snapshot)) == 2 + between


def test_a_snapshot_has_its_site_run_and_coverage(make: Make) -> None:
    snapshot = make([resource("/")])
    assert (snapshot.site, snapshot.run, snapshot.coverage) == (SITE, RUN, COVERAGE)


def test_a_crawl_that_goes_on_is_no_snapshot_yet(store: Store) -> None:
    with pytest.raises(ValueError, match="not finished"):
        _ = MemorySnapshot(SITE).run
    with pytest.raises(StoreError, match="never finished"):
        store.snapshot(store.begin("r", Told(site=SITE, config=()), NOW.date(), NOW))
