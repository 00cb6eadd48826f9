"""What got worse is looked at a second time before it is told: what failed once is no fall, what fails twice is."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from auditor.facts import Fetched
from auditor.findings import Status
from auditor.keeping import confirm_and_keep, crawl_on
from auditor.rulebook import load_rulebook
from auditor.secondlook import UNSTEADY
from auditor.store import open_store
from auditor.store.runs import RunState
from tests.loopback import NOT_FOUND, Asked, LoopbackSite, Reply
from tests.store.test_resuming import order

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.findings import Audit
    from auditor.keeping import Order
    from auditor.rules import Rulebook
    from auditor.store import Store

HEAD = "<!doctype html><html lang='th'><meta charset='utf-8'><title>สำนักงานสาธารณสุขอำเภอตัวอย่าง</title>"
MISSION = "<a href='/mission'>พันธกิจ</a>"
VISION = "<a href='/about'>เกี่ยวกับหน่วยงาน</a>"
HOME = f"{HEAD}<nav>{MISSION}{VISION}</nav><main><h1>หน้าแรก</h1><p>ยินดีต้อนรับสู่สำนักงานสาธารณสุขอำเภอตัวอย่าง</p></main>"
ABOUT = f"{HEAD}<nav>{MISSION}</nav><main><h1>เกี่ยวกับหน่วยงาน</h1><p><a href='/vision'>วิสัยทัศน์</a></p></main>"
TEXT = "เป็นองค์กรหลักด้านสุขภาพที่ประชาชนเชื่อมั่นและมีส่วนร่วม ภายในปี 2570"
PAGES = {
    "/": HOME,
    "/about": ABOUT,
    "/vision": f"{HEAD}<main><h1>วิสัยทัศน์</h1><p>{TEXT}</p></main>",
    "/mission": f"{HEAD}<main><h1>พันธกิจ</h1><p>1. พัฒนาระบบบริการสุขภาพ 2. ส่งเสริมให้ประชาชนดูแลตนเอง</p></main>",
}
EMPTY = Reply(f"{HEAD}<main></main>")
WORKS = Reply(f"{HEAD}<main><h1>วิสัยทัศน์</h1><p>หน้านี้อยู่ระหว่างปรับปรุง กรุณากลับมาดูใหม่ในภายหลัง ขออภัยในความไม่สะดวก</p></main>")
BUSY = Reply("busy", status=503)
WITHOUT = Reply(HOME.replace(VISION, ""))
NEW = Reply(HOME.replace("</nav>", "<a href='/never-met'>แผนปฏิบัติราชการ</a></nav>"))


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


@dataclass
class Website:
    """Pages, and what some of them answer to the first requests instead."""

    instead: dict[str, list[Reply]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def reply(self, request: Asked) -> Reply | None:
        """What a request gets."""
        path = request.target
        self.asked[path] += 1
        answers = self.instead.get(path, [])
        if self.asked[path] <= len(answers):
            return answers[self.asked[path] - 1]
        return Reply(PAGES[path]) if path in PAGES else None


def told(url: str, **limits: int) -> Order:
    return order(url, **{"second_look_wait": 0, **limits})


async def night(store: Store, what: Order) -> Audit:
    stop = asyncio.Event()
    run = await crawl_on(store, what, stop)
    assert run is not None
    audit = await confirm_and_keep(store, run, what, stop)
    assert audit is not None
    assert store.run(run.id).state is RunState.AUDITED
    assert store.audit(store.run(run.id)) == audit
    return audit


async def nights(folder: Path, instead: dict[str, list[Reply]], **limits: int) -> tuple[Audit, Website]:
    """A good night, and one on which some pages answer otherwise; the second audit."""
    website = Website()
    with LoopbackSite(make=website.reply) as served, open_store(f"sqlite:///{folder / 'a.db'}") as store:
        good = await night(store, told(served.url, **limits))
        assert status(good, "1.1.vision") is Status.PASS
        website.instead, website.asked = instead, Counter()
        return await night(store, told(served.url, **limits)), website


def status(audit: Audit, requirement: str) -> Status:
    return next(each.status for each in audit.verdicts if each.requirement == requirement)


def falls(audit: Audit) -> dict[str, Status]:
    assert audit.changes is not None
    return {each.requirement: each.after for each in audit.changes.requirements}


@pytest.mark.parametrize(
    "instead",
    [
        pytest.param({"/vision": [NOT_FOUND]}, id="missing once"),
        pytest.param({"/vision": [EMPTY]}, id="empty once"),
        pytest.param({"/vision": [WORKS]}, id="other words once"),
        pytest.param({"/about": [NOT_FOUND]}, id="the page that leads to it"),
        pytest.param({"/": [WITHOUT]}, id="a menu without it once"),
        pytest.param({"/about": [EMPTY], "/mission": [NOT_FOUND]}, id="two at once"),
    ],
)
async def test_what_failed_once_is_no_fall(tmp_path: Path, instead: dict[str, list[Reply]]) -> None:
    audit, website = await nights(tmp_path, instead)
    assert falls(audit) == {}
    assert audit.changes is not None
    assert audit.changes.new == ()
    assert audit.coverage.complete
    assert (status(audit, "1.1.vision"), status(audit, "1.1.mission")) == (Status.PASS, Status.PASS)
    assert all(website.asked[path] == 2 for path in instead)


@pytest.mark.parametrize(
    "instead",
    [
        pytest.param({"/vision": [NOT_FOUND] * 9}, id="missing"),
        pytest.param({"/vision": [EMPTY] * 9}, id="empty"),
        pytest.param({"/vision": [EMPTY, NOT_FOUND]}, id="empty, then missing"),
        pytest.param({"/": [WITHOUT] * 9}, id="not in the menu any more"),
    ],
)
async def test_what_fails_twice_is_a_fall(tmp_path: Path, instead: dict[str, list[Reply]]) -> None:
    audit, website = await nights(tmp_path, instead)
    assert falls(audit) == {"1.1.vision": Status.FAIL}
    assert all(website.asked[path] == 2 for path in instead)


async def test_what_cannot_be_looked_at_again_is_carried(tmp_path: Path) -> None:
    audit, _ = await nights(tmp_path, {"/vision": [NOT_FOUND, BUSY]})
    assert falls(audit) == {}
    assert status(audit, "1.1.vision") is Status.UNVERIFIABLE
    carried = next(each.carried for each in audit.verdicts if each.requirement == "1.1.vision")
    assert carried is not None
    assert carried.status is Status.PASS


async def test_a_page_that_comes_back_with_more_than_was_met_leaves_the_crawl_incomplete(tmp_path: Path) -> None:
    audit, _ = await nights(tmp_path, {"/": [WITHOUT, NEW]})
    assert (audit.coverage.complete, UNSTEADY in audit.coverage.limits) == (False, True)
    assert falls(audit) == {}


async def test_the_facts_that_were_taken_back_are_those_that_are_kept(tmp_path: Path) -> None:
    website = Website()
    with LoopbackSite(make=website.reply) as served, open_store(f"sqlite:///{tmp_path / 'a.db'}") as store:
        await night(store, told(served.url))
        website.instead, website.asked = {"/vision": [NOT_FOUND]}, Counter()
        audit = await night(store, told(served.url))
        kept = store.snapshot(store.run(audit.run.id)).get(f"{served.url}vision")
    assert kept is not None
    assert isinstance(kept.fetch, Fetched)
    assert kept.fetch.status == 200
    assert kept.content is not None
    assert [step.label for step in kept.trail][-1] == "วิสัยทัศน์"


async def test_a_second_look_can_be_switched_off_and_is_bounded(tmp_path: Path) -> None:
    audit, website = await nights(tmp_path, {"/vision": [NOT_FOUND]}, second_look=0)
    assert falls(audit) == {"1.1.vision": Status.FAIL}
    assert website.asked["/vision"] == 1


async def test_an_unchanged_night_asks_nothing_twice(tmp_path: Path) -> None:
    _, website = await nights(tmp_path, {})
    assert {website.asked[path] for path in PAGES} == {1}


async def test_a_stop_in_between_keeps_nothing_and_the_next_start_looks_again(tmp_path: Path) -> None:
    website = Website()
    with LoopbackSite(make=website.reply) as served, open_store(f"sqlite:///{tmp_path / 'a.db'}") as store:
        await night(store, told(served.url))
        website.instead, website.asked = {"/vision": [NOT_FOUND]}, Counter()
        what = told(served.url)
        run = await crawl_on(store, what, asyncio.Event())
        assert run is not None
        stop = asyncio.Event()
        stop.set()
        patient = replace(
            what, settings=replace(what.settings, limits=replace(what.settings.limits, second_look_wait=60))
        )
        assert await confirm_and_keep(store, run, patient, stop) is None
        assert store.run(run.id).state is RunState.CRAWLED
        audit = await confirm_and_keep(store, run, what, asyncio.Event())
    assert audit is not None
    assert falls(audit) == {}
