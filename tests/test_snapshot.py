from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from auditor.facts import Block, BlockKind, Coverage, Fetched, Kind, Page, Region, Resource, Run, Site, Step
from auditor.snapshot import MemorySnapshot
from auditor.urls import canonical

SITE = Site(id="a", url="http://a.go.th/", host="a.go.th")
NOW = datetime(2024, 6, 15, tzinfo=UTC)


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


@pytest.mark.parametrize("memory", [10**6, 0], ids=["in-memory", "on-disk"])
def test_resources_come_back_whole_in_the_order_in_which_they_were_met(memory: int) -> None:
    given = [resource("/"), resource("/b", "ข"), resource("/a", "ก")]
    snapshot = MemorySnapshot(SITE, given, memory=memory)
    assert list(snapshot) == given
    assert snapshot.get("http://a.go.th/a") == given[2]
    assert snapshot.get("http://a.go.th/none") is None
    assert len(snapshot) == 3


@pytest.mark.parametrize("memory", [10**6, 0], ids=["in-memory", "on-disk"])
def test_redirects_are_followed_to_where_they_ended(memory: int) -> None:
    target = resource("/new")
    snapshot = MemorySnapshot(SITE, [target, resource("/old", None, final="/new")], memory=memory)
    assert snapshot.get("http://a.go.th/old") == target


def test_being_sent_home_as_a_way_to_say_not_found_is_not_followed() -> None:
    sent_home = replace(resource("/gone", None, final="/"), soft_404=True)
    assert MemorySnapshot(SITE, [resource("/"), sent_home]).get(sent_home.key) == sent_home


@pytest.mark.parametrize("key", ["https://a.go.th/a", "http://www.a.go.th/a", "https://www.a.go.th/a"])
def test_an_address_is_found_by_the_other_names_of_its_site(key: str) -> None:
    kept = resource("/a")
    snapshot = MemorySnapshot(SITE, [kept])
    assert snapshot.get(key) == kept
    assert snapshot.get(key.replace("a.go.th", "b.go.th")) is None


def test_redirects_that_end_nowhere_or_in_a_circle_are_themselves() -> None:
    lost, one, two = (
        resource("/lost", None, final="/gone"),
        resource("/1", None, final="/2"),
        resource("/2", None, final="/1"),
    )
    snapshot = MemorySnapshot(SITE, [lost, one, two])
    assert snapshot.get(lost.key) == lost
    assert snapshot.get(one.key) in (one, two)


def test_what_is_said_again_of_an_address_replaces_what_was_said_before() -> None:
    snapshot = MemorySnapshot(SITE, [resource("/"), resource("/a", "old")], memory=0)
    snapshot.add(resource("/a", None))
    assert [found.content for found in snapshot][1] is None


def test_a_snapshot_has_its_run_and_coverage_once_it_is_finished() -> None:
    snapshot = MemorySnapshot(SITE)
    with pytest.raises(ValueError, match="not finished"):
        _ = snapshot.run
    run = Run(id="r", started_at=NOW, finished_at=NOW)
    snapshot.finish(run, Coverage(pages=3))
    assert (snapshot.site, snapshot.run, snapshot.coverage.pages) == (SITE, run, 3)
