"""What could not be looked at is never said to be missing (CONTRACT.md 2), wherever the barrier stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.assess import assess
from auditor.facts import DocumentState, SkipWhy
from auditor.findings import Status
from auditor.rules import Condition
from tests.assess.building import (
    AS_OF,
    answering,
    document,
    heading,
    image,
    judge,
    link,
    matcher,
    menu,
    page,
    rulebook,
    site,
    skipped,
    status_of,
    text,
    verdict,
)

if TYPE_CHECKING:
    from auditor.facts import Image, Link, Resource
    from auditor.rules import Requirement

CHART = "ผังองค์กร"
DOOR = menu(CHART, "/chart")
FILE = answering("/chart.pdf", 500)


def leading(*links: Link, words: str = "", images: tuple[Image, ...] = ()) -> Resource:
    """A page of the chart's name with these links, and hardly a word."""
    return page("/chart", heading(CHART), *map(text, (words,) if words else ()), links=links, images=images)


LONG = "สำนักงานตั้งอยู่ในที่ว่าการอำเภอ เปิดทำการทุกวันในเวลาราชการ และให้บริการประชาชนทุกคน " * 4
THIN = [
    pytest.param((leading(link("ดูผังองค์กร", "/chart.pdf")), FILE), Status.UNVERIFIABLE, id="its-file"),
    pytest.param(
        (
            leading(link("ดูผังองค์กร", "/attachment")),
            page("/attachment", heading("orgchart-2567"), links=(link("orgchart-2567", "/chart.pdf"),)),
            FILE,
        ),
        Status.UNVERIFIABLE,
        id="through-a-page-between",
    ),
    pytest.param(
        (leading(link("ดูผังองค์กร", "/chart.pdf")), skipped("/chart.pdf", SkipWhy.ROBOTS)),
        Status.UNVERIFIABLE,
        id="closed-by-robots",
    ),
    pytest.param(
        (leading(link("วิสัยทัศน์", "/vision")), answering("/vision", 500)), Status.REVIEW, id="another-thing-is-shut"
    ),
    pytest.param((leading(link("ดูผังองค์กร", "/chart.pdf"), words=LONG), FILE), Status.REVIEW, id="a-page-with-words"),
    pytest.param(
        (leading(link("ดูผังองค์กร", "/chart.pdf"), images=(image(),)), FILE), Status.REVIEW, id="a-picture-to-look-at"
    ),
    pytest.param((leading(link("ดูผังองค์กร", "/chart.pdf")), answering("/chart.pdf", 404)), Status.REVIEW, id="gone"),
]


@pytest.mark.parametrize(("resources", "expected"), THIN)
def test_a_page_that_only_leads_to_a_shut_thing_does_not_stand_for_it(
    resources: tuple[Resource, ...], expected: Status
) -> None:
    assert status_of(site(*resources, start_links=(DOOR,)), "1.1.structure") is expected


FORM = "แบบคำขอใบอนุญาตขายยา"
FORMS = [
    pytest.param((link(FORM, "/f.pdf"),), skipped("/f.pdf", SkipWhy.ROBOTS), Status.UNVERIFIABLE, id="robots"),
    pytest.param((link(FORM, "/f"),), answering("/f", 503), Status.UNVERIFIABLE, id="answers-503"),
    pytest.param((link(FORM, "/f.pdf"),), answering("/f.pdf", 404), Status.PARTIAL, id="gone"),
    pytest.param((link(FORM, "/f.pdf"),), document("/f.pdf", FORM), Status.PASS, id="there"),
    pytest.param(
        (replace(link("พิมพ์หน้านี้", "/print"), nofollow=True),),
        skipped("/print", SkipWhy.ROBOTS),
        Status.PARTIAL,
        id="only-the-printer-is-shut",
    ),
]


@pytest.mark.parametrize(("links", "target", "expected"), FORMS)
def test_a_file_behind_a_barrier_is_not_called_missing(
    links: tuple[Link, ...], target: Resource, expected: Status
) -> None:
    made = page("/forms", heading("ดาวน์โหลดแบบฟอร์ม"), text("แบบฟอร์มสำหรับประชาชนที่มาติดต่อราชการ"), links=links)
    assert status_of(site(made, target, start_links=(menu("ดาวน์โหลดแบบฟอร์ม", "/forms"),)), "1.7.forms") is expected


GUIDE = "คู่มือสำหรับประชาชน"


def guide(*links: Link) -> Resource:
    words = text("การขอรับบริการงานอนามัยสิ่งแวดล้อมและการอนุญาต " * 6)
    return page("/g", heading(GUIDE), words, text("เอกสาร"), links=links)


def test_nor_is_the_file_of_a_guide() -> None:
    made = guide(link("ดาวน์โหลดคู่มือสำหรับประชาชน", "/g.pdf", block=2))
    audit = judge(site(made, skipped("/g.pdf", SkipWhy.ROBOTS), start_links=(menu(GUIDE, "/g"),)))
    assert verdict(audit, "1.7.guide").status is Status.PASS
    assert verdict(audit, "1.7.guide-download").status is Status.UNVERIFIABLE


def test_a_part_that_a_person_must_look_at_is_not_passed() -> None:
    def asking(requirement: Requirement) -> Requirement:
        wanted = (Condition(detector="interactive-service"),)
        return replace(requirement, content=wanted) if requirement.id == "1.7.guide-steps" else requirement

    pack = rulebook().packs[0]
    rules = replace(rulebook(), packs=(replace(pack, requirements=tuple(map(asking, pack.requirements))),))
    made = guide(link("จองคิวออนไลน์", "https://queue.invalid/x", block=2))
    snapshot = site(made, start_links=(menu(GUIDE, "/g"),))
    audit = assess(snapshot, rules, (pack.id,), AS_OF, matcher())
    assert verdict(audit, "1.7.guide-steps").status is Status.REVIEW


STEPS = "ขั้นตอนและเอกสารที่ใช้\n" * 6
OTHER = document("/other.pdf", f"คู่มือสำหรับประชาชน\nการขอรับบริการงานอนามัย\n{STEPS}ดูคู่มือการปฏิบัติงานประกอบ")


@pytest.mark.parametrize(
    ("behind", "expected"),
    [(skipped("/sop.pdf", SkipWhy.ROBOTS), Status.UNVERIFIABLE), (answering("/sop.pdf", 404), Status.REVIEW)],
    ids=["shut", "gone"],
)
def test_another_paper_is_not_shown_for_a_shut_one(behind: Resource, expected: Status) -> None:
    entries = (menu("คู่มือการปฏิบัติงาน", "/other.pdf"), menu("คู่มือการปฏิบัติงาน สสอ.", "/sop.pdf"))
    assert status_of(site(OTHER, behind, start_links=entries), "1.6.manual") is expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("ข่าวสาร", Status.UNVERIFIABLE, id="all-news"),
        pytest.param("ข่าวประชาสัมพันธ์", Status.FAIL, id="one-kind-of-news"),
    ],
)
def test_job_notices_may_stand_behind_all_news_that_is_shut(label: str, expected: Status) -> None:
    shut = replace(skipped("/news", SkipWhy.ROBOTS), from_menu=True)
    shut = replace(shut, trail=(shut.trail[0], replace(shut.trail[1], label=label)))
    assert status_of(site(shut, start_links=(menu(label, "/news"),)), "1.8.jobs") is expected


def unread(path: str) -> Resource:
    """A file of a kind that is not read."""
    return document(path, state=DocumentState.UNSUPPORTED, kind="xls")


BUDGET = "แผนงาน โครงการ และงบประมาณ ปี {year}"
MONEY = "แผนงาน โครงการ และงบประมาณ ปีงบประมาณ พ.ศ. 2567\nโครงการเฝ้าระวังโรคติดต่อในพื้นที่ งบประมาณ 50,000 บาท"


@pytest.mark.parametrize(
    ("names", "others", "expected"),
    [
        pytest.param((BUDGET.format(year=2566),), (), Status.PARTIAL, id="of-last-year"),
        pytest.param((BUDGET.format(year=2567),), (), Status.REVIEW, id="of-this-year"),
        pytest.param(("แผนงาน โครงการ และงบประมาณ",), (), Status.REVIEW, id="of-no-year"),
        pytest.param(("แผนงาน โครงการ และงบประมาณ 2566 - 2570",), (), Status.REVIEW, id="of-years-that-go-on"),
        pytest.param(
            (BUDGET.format(year=2566), BUDGET.format(year=2567)), (), Status.REVIEW, id="beside-this-year's"
        ),
        pytest.param((BUDGET.format(year=2566),), (MONEY,), Status.PASS, id="beside-this-year's-that-is-read"),
    ],
)
def test_a_file_that_is_not_read_is_of_the_year_that_its_name_tells_if_that_is_over(
    names: tuple[str, ...], others: tuple[str, ...], expected: Status
) -> None:
    files = [(name, unread(f"/b{number}.xls")) for number, name in enumerate(names)]
    files += [(BUDGET.format(year=2567), document(f"/c{number}.pdf", words)) for number, words in enumerate(others)]
    links = tuple(
        link(name, f"/{each.url.rpartition('/')[2]}", block=at + 1) for at, (name, each) in enumerate(files)
    )
    shelf = page("/s", heading("แผนงาน/โครงการ งบประมาณ"), *(text(name) for name, _ in files), links=links)
    made = site(shelf, *(each for _, each in files), start_links=(menu("แผนงาน โครงการ และงบประมาณ", "/s"),))
    assert status_of(made, "1.1.projects-budget") is expected


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("คู่มือการปฏิบัติงาน งานสุขาภิบาลอาหาร.doc", Status.REVIEW, id="the-thing"),
        pytest.param("ดาวน์โหลด.doc", Status.REVIEW, id="whatever-it-is"),
        pytest.param("คู่มือการใช้งานโปรแกรม JHCIS.doc", Status.FAIL, id="a-program's"),
        pytest.param("คู่มือการจัดการเรื่องร้องเรียน.doc", Status.FAIL, id="on-complaints"),
    ],
)
def test_a_file_that_is_not_read_is_not_what_its_name_says_it_is_not(label: str, expected: Status) -> None:
    shelf = page("/s", heading("คู่มือการปฏิบัติงาน"), text(label), links=(link(label, "/m.doc", block=1),))
    made = site(shelf, unread("/m.doc"), start_links=(menu("คู่มือการปฏิบัติงาน", "/s"),))
    assert status_of(made, "1.6.manual") is expected
