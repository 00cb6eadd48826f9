"""What is taken over of an earlier judgement is what judging again would give, to the byte, on every day."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select

from auditor.config import CrawlSettings, Politeness
from auditor.facts import Site
from auditor.judgements import Judgement
from auditor.keeping import Order, crawl_on, judge, judge_and_keep
from auditor.labelling import matcher_of
from auditor.records import to_bytes
from auditor.rulebook import load_rulebook
from auditor.rules import LabelKind
from auditor.store import open_store, tables
from auditor.store.packing import ALBUM, unpack_bytes
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.findings import Audit
    from auditor.rules import Rulebook
    from auditor.store import Store

DAY = date(2024, 6, 15)
DAYS = (0, 1, 2, 10, 11, 16, 17, 45, 108, 400)

MENU = "".join(
    f'<li><a href="/{path}">{name}</a></li>'
    for path, name in (
        ("news", "ข่าวประชาสัมพันธ์"),
        ("jobs", "ประกาศรับสมัครงาน"),
        ("plan", "แผนปฏิบัติราชการ"),
        ("about", "ประวัติความเป็นมา"),
        ("contact", "ติดต่อเรา"),
    )
)
NEWS = "".join(
    f'<li><a href="/news/{number}">ประชุมประจำเดือน ครั้งที่ {number}</a> <span>วันที่ {number} มิถุนายน 2567</span></li>'
    for number in (2, 9, 14, 20, 28)
)
OLD = "".join(
    f'<li><a href="/news/{number}">ประกาศจัดซื้อจัดจ้าง {number}</a> วันที่เผยแพร่ {number} ธันวาคม 2565</li>'
    for number in (3, 4, 5)
)
JOBS = (
    '<li><a href="/job/1">ประกาศรับสมัครพนักงาน รับสมัครตั้งแต่วันที่ 1 มิถุนายน 2567 ถึงวันที่ 25 มิถุนายน 2567</a> '
    "เผยแพร่ 1 มิถุนายน 2567</li>"
    '<li><a href="/job/2">ประกาศรับสมัครลูกจ้าง รับสมัครตั้งแต่วันที่ 1 กรกฎาคม 2567 ถึงวันที่ 30 กรกฎาคม 2567</a> '
    "เผยแพร่ 2 กรกฎาคม 2567</li>"
)


def page(title: str, body: str) -> Reply:
    return Reply(
        f"<!doctype html><html lang=th><meta charset=utf-8><title>{title}</title><body>"
        f"<header><h1>สำนักงานสาธารณสุขอำเภอตัวอย่าง</h1></header><nav><ul>{MENU}</ul></nav>"
        f"<main><h2>{title}</h2>{body}</main><footer>โทร 0 4359 7076</footer>"
    )


TEXT = "<p>สำนักงานสาธารณสุขอำเภอตัวอย่างดำเนินงานด้านสาธารณสุขของอำเภอ ส่งเสริม ป้องกัน ควบคุมโรค และคุ้มครองผู้บริโภค</p>"
PAGES = {
    "/": page("หน้าแรก", f"<h3>ข่าวประชาสัมพันธ์</h3><ul>{NEWS}</ul>"),
    "/news": page("ข่าวประชาสัมพันธ์", f"<ul>{NEWS}</ul><h3>ประกาศจัดซื้อจัดจ้าง</h3><ul>{OLD}</ul>"),
    "/jobs": page("ประกาศรับสมัครงาน", f"<ul>{JOBS}</ul>"),
    "/plan": page("แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567", TEXT * 4),
    "/about": page("ประวัติความเป็นมา", TEXT * 4),
    "/contact": page("ติดต่อเรา", "<p>โทร 0 4359 7076 โทรสาร 0 4359 7077 อีเมล a@moph.go.th</p>"),
    **{f"/news/{number}": page(f"ข่าวที่ {number}", TEXT) for number in (2, 3, 4, 5, 9, 14, 20, 28)},
    **{f"/job/{number}": page(f"ประกาศรับสมัคร {number}", TEXT) for number in (1, 2)},
}


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


def order(url: str, day: date = DAY) -> Order:
    return Order(
        site=Site(id="x", url=url, host="127.0.0.1"),
        settings=CrawlSettings(politeness=replace(Politeness(), delay=0.0, retries=0), check_external_links=False),
        rulebook=rulebook(),
        texts=(),
        packs=("moph-web-2567",),
        as_of=day,
    )


@pytest.fixture
def store(address: Callable[[str], str]) -> Iterator[Store]:
    with open_store(address("sqlite")) as opened:
        yield opened


def kept(store: Store) -> list[Judgement]:
    with store._database.reading() as connection:
        bodies = map(unpack_bytes, connection.scalars(select(tables.kept.c.body)))
        return [ALBUM.from_bytes(Judgement, body) for body in bodies if b'"until"' in body]


def forget(store: Store) -> None:
    with store._database.writing() as connection:
        connection.execute(delete(tables.kept))


def test_a_judgement_taken_over_is_what_judging_again_gives_on_every_day(store: Store) -> None:
    with LoopbackSite(PAGES) as website:
        runs = []
        for _ in range(2):
            run = asyncio.run(crawl_on(store, order(website.url), asyncio.Event()))
            assert run is not None
            judge_and_keep(store, run, order(website.url))
            runs.append(run)
        said: list[Audit] = []
        taken = 0
        for days in DAYS:
            told = order(website.url, DAY + timedelta(days=days))
            (before,) = kept(store)
            audit = judge(store, runs[1], told)
            taken += kept(store) == [before]
            forget(store)
            assert to_bytes(audit) == to_bytes(judge(store, runs[1], told))
            said.append(audit)
        # Of the days that bring something, each brought it.
        assert len({to_bytes((each.verdicts, each.findings, each.items)) for each in said}) == len(DAYS)
        assert 0 < taken < len(DAYS)
        assert any(dict(each.params).get("age") for each in said[0].findings)
        assert any(item.age_days for item in said[0].items)


@pytest.mark.parametrize(
    "change",
    [
        lambda told: replace(told, set_aside=(("1.1.fax", "ไม่มีโทรสาร"),)),
        lambda told: replace(told, site=replace(told.site, name="สำนักงานอื่น")),
        lambda told: replace(
            told,
            rulebook=replace(
                told.rulebook, packs=tuple(replace(each, sha256="another") for each in told.rulebook.packs)
            ),
        ),
    ],
)
def test_what_is_judged_by_other_terms_is_judged_anew(store: Store, change: Callable[[Order], Order]) -> None:
    with LoopbackSite(PAGES) as website:
        marks = []
        for told in (order(website.url), change(order(website.url))):
            run = asyncio.run(crawl_on(store, told, asyncio.Event()))
            assert run is not None
            judge_and_keep(store, run, told)
            marks.append(kept(store)[0].mark)
    assert marks[0] != marks[1]


def test_labels_that_were_read_are_known_to_the_next_audit_and_mean_the_same(store: Store) -> None:
    kept = store.kept()
    labels = ("แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567", "ข่าว\u200bประชาสัมพันธ์", "\ud800", "x" * 1000, "")
    with matcher_of(rulebook(), kept, "x") as matcher:
        first = [matcher.match(label, kind) for label in labels for kind in LabelKind]
        assert matcher.read == len(first)
    with matcher_of(rulebook(), kept, "x") as matcher:
        again = [matcher.match(label, kind) for label in labels for kind in LabelKind]
        assert 0 < matcher.read < len(again)
    assert again == first
    with matcher_of(replace(rulebook(), topics=rulebook().topics[:5]), kept, "x") as matcher:
        matcher.match(labels[0])
        assert matcher.read == 1


def test_a_site_that_changed_is_judged_anew(store: Store) -> None:
    pages = dict(PAGES)
    with LoopbackSite(make=lambda asked: pages.get(asked.target)) as website:
        audits, runs = [], []
        for _ in range(2):
            run = asyncio.run(crawl_on(store, order(website.url), asyncio.Event()))
            assert run is not None
            audits.append(judge_and_keep(store, run, order(website.url)))
            runs.append(run)
            pages["/contact"] = page("ติดต่อเรา", "<p>ปิดปรับปรุง</p>")
    status = [{each.requirement: each.status for each in audit.verdicts}["1.1.fax"] for audit in audits]
    forget(store)  # what its labels mean as well
    assert judge(store, runs[-1], order(website.url)).verdicts == audits[-1].verdicts
    assert status[0] != status[1]
    assert len(kept(store)) == 1
