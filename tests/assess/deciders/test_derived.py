"""What follows from other verdicts: parts, shares, other packs, breaches (CONTRACT.md 3 and 4)."""

from __future__ import annotations

import pytest

from auditor.facts import Coverage, Resource
from auditor.findings import ReasonCode, Status, Verdict
from tests.assess.building import (
    AGENCY,
    answering,
    document,
    heading,
    judge,
    link,
    menu,
    page,
    row,
    site,
    text,
    unreachable,
    verdict,
)

BODY = "\nโครงการเฝ้าระวังโรคติดต่อในพื้นที่ งบประมาณ 50,000 บาท ตัวชี้วัดร้อยละ 90 ของครัวเรือน"
HEADS = ("ลำดับ", "ขั้นตอน", "ระยะเวลา")


def guide(*times: str, file: Resource | None = None) -> tuple[Resource, ...]:
    """A citizen guide with one step for each time."""
    steps = (row(str(n), f"ขั้นที่ {n} ตรวจเอกสาร", time, heads=HEADS) for n, time in enumerate(times, 1))
    links = (link("ดาวน์โหลดคู่มือสำหรับประชาชน", "/g.pdf", block=1),) if file else ()
    intro = text("คู่มือสำหรับประชาชน การขอรับบริการงานอนามัยสิ่งแวดล้อม " * 2)
    made = page("/g", heading("คู่มือสำหรับประชาชน"), intro, *steps, links=links)
    return (made, file) if file else (made,)


def parts(*resources: Resource) -> tuple[Status, Status, Status]:
    audit = judge(site(*resources, start_links=(menu("คู่มือสำหรับประชาชน", "/g"),)))
    steps, durations, download = (
        verdict(audit, f"1.7.guide-{part}").status for part in ("steps", "durations", "download")
    )
    return steps, durations, download


FILE = document("/g.pdf", "คู่มือสำหรับประชาชน\n" + "การขอรับบริการงานอนามัยสิ่งแวดล้อมและการอนุญาตตามกฎหมาย\n" * 3)
P, H, F = Status.PASS, Status.PARTIAL, Status.FAIL


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        pytest.param(("5 นาที", "10 นาที", "1 ชั่วโมง"), (P, P, F), id="all-timed"),
        pytest.param(("5 นาที", "-", "-"), (P, H, F), id="one-timed"),
        pytest.param(("-", "-", "-"), (P, F, F), id="untimed"),
        pytest.param(("5 นาที",), (F, H, F), id="one-step"),
    ],
)
def test_steps_and_times_are_properties_of_the_guide(times: tuple[str, ...], expected: tuple[Status, ...]) -> None:
    assert parts(*guide(*times)) == expected


def test_a_guide_with_its_file_can_be_downloaded() -> None:
    assert parts(*guide("5 นาที", "10 นาที", "15 นาที", file=FILE))[2] is P


REQUEST = (
    "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค\nชื่อหน่วยงาน : สสอ.บึงทอง\n"
    "วัน/เดือน/ปี : 25 ธันวาคม 2566\nหัวข้อ : คู่มือสำหรับประชาชน\nรายละเอียดข้อมูล : ตามเอกสารแนบ\nหมายเหตุ : -"
)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        pytest.param(document("/g.pdf", REQUEST), F, id="the-form-that-asks-to-publish-it"),
        pytest.param(document("/g.pdf", "รายงานประจำปี 2566\n" + "ผลงานของหน่วยงานในรอบปี\n" * 4), F, id="a-report"),
        pytest.param(document("/g.pdf", "การขออนุญาตจำหน่ายอาหาร\n" + "ผู้ขอยื่นคำขอ\n" * 9), P, id="by-no-name"),
        pytest.param(document("/g.pdf", ""), Status.REVIEW, id="a-scan"),
    ],
)
def test_what_is_taken_home_must_be_the_guide_by_its_own_words(file: Resource, expected: Status) -> None:
    assert parts(*guide("5 นาที", "10 นาที", "15 นาที", file=file))[2] is expected


def test_a_guide_whose_file_is_gone_cannot_be_downloaded() -> None:
    assert parts(*guide("5 นาที", "10 นาที", "15 นาที", file=answering("/g.pdf", 404)))[2] is not P


def test_without_the_thing_there_are_no_parts_of_it() -> None:
    found = verdict(judge(site()), "1.6.manual-steps")
    assert found.status is F
    assert found.reasons[0].code is ReasonCode.PARENT_NOT_MET


def test_parts_of_what_could_not_be_looked_at_could_not_be_looked_at() -> None:
    audit = judge(site(unreachable("/m"), start_links=(menu("คู่มือการปฏิบัติงาน", "/m"),)))
    assert verdict(audit, "1.6.manual").status is Status.UNVERIFIABLE
    assert verdict(audit, "1.6.manual-steps").status is Status.UNVERIFIABLE


def test_parts_of_a_scan_need_a_person_as_the_scan_does() -> None:
    listing = page("/m", heading("คู่มือการปฏิบัติงาน"), text("คู่มือ"), links=(link("คู่มือการปฏิบัติงาน", "/m.pdf", block=1),))
    audit = judge(site(listing, document("/m.pdf", ""), start_links=(menu("คู่มือการปฏิบัติงาน", "/m"),)))
    assert verdict(audit, "1.6.manual").status is Status.REVIEW
    assert verdict(audit, "1.6.manual-durations").status is Status.REVIEW


def test_parts_of_an_optional_thing_that_is_absent_do_not_apply() -> None:
    assert verdict(judge(site()), "1.3.knowledge-source").status is Status.NOT_APPLICABLE


DATED = {
    "แผนปฏิบัติราชการ": "แผนปฏิบัติราชการ ปีงบประมาณ {year}",
    "แผนงาน โครงการ และงบประมาณ": "แผนงาน โครงการ และงบประมาณ ปีงบประมาณ {year}",
    "คำรับรองการปฏิบัติราชการ": "คำรับรองการปฏิบัติราชการ ปีงบประมาณ {year}",
    "แผนยุทธศาสตร์": "แผนยุทธศาสตร์ พ.ศ. {year}",
}


def current(*years: int) -> Verdict:
    """`2.2.current` of a site with so many dated papers, of these years."""
    papers, entries = [], []
    for number, ((label, head), year) in enumerate(zip(DATED.items(), years, strict=False)):
        papers.append(document(f"/d{number}.pdf", f"{head.format(year=year)}\n{AGENCY}{BODY}"))
        entries.append(menu(label, f"/d{number}.pdf"))
    return verdict(judge(site(*papers, start_links=tuple(entries))), "2.2.current")


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        pytest.param((2567, 2567, 2567, 2567), P, id="all"),
        pytest.param((2567, 2567, 2567, 2560), H, id="three-of-four"),
        pytest.param((2567, 2560), H, id="half"),
        pytest.param((2567, 2560, 2560, 2560), F, id="one-of-four"),
        pytest.param((2560,), F, id="none"),
    ],
)
def test_the_share_of_current_things_is_taken_over_what_was_found(years: tuple[int, ...], expected: Status) -> None:
    """CONTRACT.md 4: `pass` from 95 %, `fail` under 50 %, else `partial`."""
    assert current(*years).status is expected


@pytest.mark.parametrize("requirement", ["1.5.gws", "3.3.completeness"])
def test_what_follows_from_a_pack_that_is_not_loaded_says_so(requirement: str) -> None:
    found = verdict(judge(site()), requirement)
    assert found.status is Status.UNVERIFIABLE
    assert found.reasons[0].code is ReasonCode.PACK_NOT_LOADED


def test_obedience_to_the_computer_crime_act_cannot_be_seen_from_outside() -> None:
    found = verdict(judge(site()), "3.4.computer-crime")
    assert found.status is Status.UNVERIFIABLE
    assert found.reasons[0].code is ReasonCode.NO_BREACH_SEEN


def test_nothing_dated_on_a_site_that_was_not_read_whole_is_not_judged() -> None:
    half = Coverage(pages=6, complete=False, shallow_known=100, shallow_read=10)
    assert verdict(judge(site(coverage=half)), "2.2.current").status is Status.UNVERIFIABLE


def laws(*sources: str) -> Status:
    names = ("พระราชบัญญัติการสาธารณสุข พ.ศ. 2535", "พระราชบัญญัติยา พ.ศ. 2510", "พระราชบัญญัติอาหาร พ.ศ. 2522")
    rows = (row(name, source, heads=("กฎหมาย", "ที่มา")) for name, source in zip(names, sources, strict=True))
    made = page("/l", heading("กฎหมายที่เกี่ยวข้อง"), *rows)
    return verdict(judge(site(made, start_links=(menu("กฎหมายที่เกี่ยวข้อง", "/l"),))), "1.2.laws-source").status


GAZETTE = "ราชกิจจานุเบกษา เล่ม 109 ตอนที่ 38"


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param((GAZETTE, GAZETTE, GAZETTE), P, id="each"),
        pytest.param((GAZETTE, "-", "-"), H, id="one"),
        pytest.param(("-", "-", "-"), F, id="none"),
        pytest.param(("ผู้เผยแพร่ admin", "-", "-"), F, id="uploader"),
    ],
)
def test_laws_show_where_they_come_from(sources: tuple[str, ...], expected: Status) -> None:
    assert laws(*sources) is expected
