"""The papers a Thai health office writes, in its own words: memo, request form, order, plan, report, manual.

Names, numbers and places are invented. Years are B.E.; `day` is a date as the paper writes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.sites.papers import PAGE_BREAK, Paper

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
FISCAL_MONTHS = (*MONTHS[9:], *MONTHS[:9])


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The office that signs."""

    name: str
    short: str
    province: str
    reference: str  # of its letters: «ที่ รอ ๐๐๓๓.๓๐๑»
    head: str
    head_title: str
    superior: str
    phone: str
    services: tuple[str, ...]  # what it does, as the headings of its plans


def thai_digits(text: str) -> str:
    """The text with Thai digits."""
    return text.translate({ord("0") + digit: chr(0x0E50 + digit) for digit in range(10)})


def signed(office: Office) -> tuple[str, ...]:
    """The end of a paper."""
    return ("", f"({office.head})", office.head_title)


def memo(office: Office, subject: str, day: str, *, scanned: bool = False) -> Paper:
    """P1: the memo by which the head takes note of a paper and lets it be published. It is not that paper."""
    return Paper(
        (
            "# บันทึกข้อความ",
            f"ส่วนราชการ  {office.name}  โทร. {office.phone}",
            f"ที่ {office.reference}/{len(subject) + 100}          วันที่ {day}",
            f"เรื่อง  ขออนุมัติลงนามใน{subject} และขออนุญาตนำเผยแพร่บนเว็บไซต์ของหน่วยงาน",
            f"เรียน  {office.head_title}",
            "",
            f"        ตามที่ {office.name} ได้จัดทำ{subject} เพื่อใช้ประกอบการประเมินคุณธรรมและความโปร่งใส (MOPH ITA) นั้น",
            "        ในการนี้ งานยุทธศาสตร์จึงขออนุมัติลงนาม และขออนุญาตนำเผยแพร่บนเว็บไซต์ของหน่วยงานต่อไป",
            "        จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ",
            "",
            "อนุมัติ / อนุญาต",
            *signed(office),
        ),
        scanned=scanned,
    )


def request_form(office: Office, subject: str, day: str) -> Paper:
    """P4: the filled-in request to publish something on the website. It is not that thing."""
    return Paper(
        (
            "# แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค",
            "# สำนักงานปลัดกระทรวงสาธารณสุข",
            f"ชื่อหน่วยงาน : {office.name}",
            f"วัน/เดือน/ปี : {day}",
            f"หัวข้อ : {subject}",
            "รายละเอียดข้อมูล (โดยสรุปหรือเอกสารแนบ) : ตามเอกสารแนบ",
            "Link ภายนอก : ไม่มี",
            "หมายเหตุ : -",
            "ผู้รับผิดชอบการให้ข้อมูล            ผู้อนุมัติรับรอง",
            f"(นางสาวกานดา ทองพูน)            ({office.head})",
            f"นักวิชาการสาธารณสุขปฏิบัติการ            {office.head_title}",
            f"วันที่ {day}            วันที่ {day}",
            "ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่",
            "(นายธีรเดช วงศ์คำ)",
            f"นักวิชาการคอมพิวเตอร์  วันที่ {day}",
        )
    )


def webmaster_order(office: Office, number: str, day: str, names: Sequence[tuple[str, str]]) -> Paper:
    """The order that appoints who looks after the website; `names` are persons with their posts."""
    listed = [
        f"{thai_digits(str(row))}. {name}  {post}  ผู้ดูแลเว็บไซต์ (Web Master)"
        for row, (name, post) in enumerate(names, 1)
    ]
    return Paper(
        (
            f"# คำสั่ง{office.name}",
            f"# ที่ {thai_digits(number)}",
            "# เรื่อง แต่งตั้งผู้ดูแลและบริหารจัดการเว็บไซต์ของหน่วยงาน",
            "        เพื่อให้การเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงานเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งผู้มีรายชื่อต่อไปนี้",
            *listed,
            "        ให้มีหน้าที่นำข้อมูลที่ได้รับอนุมัติขึ้นเผยแพร่ ตรวจสอบความครบถ้วนถูกต้อง และนำข้อมูลที่ครบระยะเวลาลงจากเว็บไซต์",
            "        ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป",
            f"        สั่ง ณ วันที่ {thai_digits(day)}",
            *signed(office),
        )
    )


def announcement(office: Office, day: str) -> Paper:
    """The office's own copy of the announcement on publishing through its website."""
    return Paper(
        (
            f"# ประกาศ{office.name}",
            "# เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน",
            "        ด้วยพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐ กำหนดให้หน่วยงานของรัฐเปิดเผยข้อมูลข่าวสารต่อประชาชน",
            f"{office.name} จึงกำหนดแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ดังนี้",
            "๑. ลักษณะ/ประเภทข้อมูลที่หน่วยงานต้องเผยแพร่ต่อสาธารณะ ได้แก่ ข้อมูลหน่วยงาน กฎหมาย คลังความรู้ คู่มือ และข่าวประชาสัมพันธ์",
            "๒. วิธีการและขั้นตอนการเผยแพร่ข้อมูล ให้เจ้าของข้อมูลเสนอหัวหน้าหน่วยงานอนุมัติก่อนส่งผู้ดูแลเว็บไซต์",
            "๓. กลไกการตรวจสอบและกำกับติดตามอย่างต่อเนื่อง",
            f"        ประกาศ ณ วันที่ {thai_digits(day)}",
            *signed(office),
        )
    )


def action_plan(office: Office, year: int) -> Paper:
    """The operational plan of a fiscal year."""
    rows = [
        f"|{number}|{service}|ร้อยละ {70 + 5 * number % 30}|ต.ค. - ก.ย.|{number * 12_500:,}|"
        for number, service in enumerate(office.services, 1)
    ]
    return Paper(
        (
            "# แผนปฏิบัติราชการ",
            f"# ประจำปีงบประมาณ พ.ศ. {year}",
            f"# {office.name}",
            f"# {office.province}",
            PAGE_BREAK,
            "# คำนำ",
            f"        แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. {year} ของ{office.name} จัดทำขึ้นเพื่อเป็นกรอบการดำเนินงาน",
            f"ตั้งแต่วันที่ 1 ตุลาคม {year - 1} ถึงวันที่ 30 กันยายน {year} ให้สอดคล้องกับยุทธศาสตร์ของกระทรวงสาธารณสุข",
            PAGE_BREAK,
            "# แผนงาน/โครงการ",
            "|ลำดับ|โครงการ|เป้าหมาย|ระยะเวลา|งบประมาณ (บาท)|",
            *rows,
            *signed(office),
        )
    )


def strategy(office: Office, first: int, last: int) -> Paper:
    """The strategic plan of several years."""
    goals = [
        f"ยุทธศาสตร์ที่ {number} พัฒนา{service} เป้าประสงค์ ตัวชี้วัด และกลยุทธ์"
        for number, service in enumerate(office.services, 1)
    ]
    return Paper(
        (
            f"# แผนยุทธศาสตร์ด้านสุขภาพ พ.ศ. {first} - {last}",
            f"# {office.name}",
            f"        แผนยุทธศาสตร์ฉบับนี้จัดทำขึ้นจากการวิเคราะห์สภาพแวดล้อมของ{office.short}",
            *goals,
            *signed(office),
        )
    )


def budget(office: Office, year: int) -> Paper:
    """Programmes, projects and money of a fiscal year."""
    rows = [
        f"|{number}|โครงการ{service}|เงินบำรุง|{number * 23_400:,}|{office.short}|"
        for number, service in enumerate(office.services, 1)
    ]
    total = sum(number * 23_400 for number in range(1, len(office.services) + 1))
    return Paper(
        (
            f"# แผนงาน โครงการ และงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. {year}",
            f"# {office.name}",
            "|ที่|แผนงาน/โครงการ|แหล่งงบประมาณ|งบประมาณ (บาท)|ผู้รับผิดชอบ|",
            *rows,
            f"รวมงบประมาณทั้งสิ้น {total:,} บาท",
            *signed(office),
        )
    )


def annual_report(office: Office, year: int, *, scanned: bool = False) -> Paper:
    """The report on a whole fiscal year."""
    rows = [f"|{service}|ร้อยละ 80|ร้อยละ {76 + 3 * number % 20}|" for number, service in enumerate(office.services, 1)]
    return Paper(
        (
            "# รายงานประจำปี",
            f"# ปีงบประมาณ พ.ศ. {year}",
            f"# {office.name} {office.province}",
            PAGE_BREAK,
            f"        รายงานประจำปีฉบับนี้สรุปผลการดำเนินงานระหว่างวันที่ 1 ตุลาคม {year - 1} ถึง 30 กันยายน {year}",
            "|งาน|เป้าหมาย|ผลงาน|",
            *rows,
            "ปัญหาอุปสรรค : บุคลากรไม่เพียงพอ   ข้อเสนอแนะ : พัฒนาระบบข้อมูลให้เป็นปัจจุบัน",
            *signed(office),
        ),
        scanned=scanned,
    )


def agreement(office: Office, year: int) -> Paper:
    """The performance agreement with the superior."""
    return Paper(
        (
            "# คำรับรองการปฏิบัติราชการ",
            f"# ประจำปีงบประมาณ พ.ศ. {year}",
            f"ระหว่าง  {office.superior}  ผู้รับคำรับรอง",
            f"และ  {office.head}  {office.head_title}  ผู้ทำคำรับรอง",
            f"ข้าพเจ้าขอทำความตกลงว่าจะปฏิบัติราชการให้เกิดผลงานตามตัวชี้วัดและเป้าหมายของ{office.name}",
            "|ตัวชี้วัด|น้ำหนัก|เป้าหมาย|",
            *[f"|{service}|{100 // len(office.services)}|ร้อยละ 80|" for service in office.services],
            *signed(office),
        )
    )


def performance_report(office: Office, year: int, half: str = "รอบ 6 เดือน") -> Paper:
    """Results against the indicators."""
    return Paper(
        (
            f"# รายงานผลการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. {year} {half}",
            f"# {office.name}",
            f"(1 ตุลาคม {year - 1} - 31 มีนาคม {year})",
            "|ตัวชี้วัด|เป้าหมาย|ผลการดำเนินงาน|",
            *[f"|{service}|ร้อยละ 80|ร้อยละ {70 + n}|" for n, service in enumerate(office.services)],
            *signed(office),
        )
    )


def monthly_procurement(office: Office, month: str, year: int, bought: Sequence[tuple[str, int]]) -> Paper:
    """Form สขร.1 of a month; nothing bought makes a report of zero."""
    heads = "|ลำดับ|งานที่จัดซื้อ|วงเงิน|ราคากลาง|วิธี|ผู้เสนอราคา|ผู้ได้รับคัดเลือก|เหตุผล|"
    rows = [
        f"|{number}|{what}|{price:,}|{price:,}|เฉพาะเจาะจง|ร้านเจริญภัณฑ์|ร้านเจริญภัณฑ์ {price:,}|ราคาเหมาะสม|"
        for number, (what, price) in enumerate(bought, 1)
    ]
    return Paper(
        (
            f"# สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {month} {year} (แบบ สขร.1)",
            f"# {office.name}",
            *([heads, *rows] if rows else [f"ไม่มีการจัดซื้อจัดจ้างในเดือน {month} {year}"]),
            *signed(office),
        )
    )


def manual(office: Office, work: str, steps: Sequence[tuple[str, str]]) -> Paper:
    """An operating manual; `steps` are what is done and how long it takes ("" where it does not say)."""
    rows = [f"|{number}|{step}|{time}|เจ้าหน้าที่ผู้รับผิดชอบ|" for number, (step, time) in enumerate(steps, 1)]
    return Paper(
        (
            "# คู่มือการปฏิบัติงาน",
            f"# เรื่อง {work}",
            f"# {office.name}",
            "๑. วัตถุประสงค์ เพื่อให้เจ้าหน้าที่ปฏิบัติงานเป็นมาตรฐานเดียวกัน",
            "๒. ขอบเขต ครอบคลุมตั้งแต่รับเรื่องจนแจ้งผล",
            "๓. ขั้นตอนการปฏิบัติงาน",
            "|ขั้นตอนที่|รายละเอียด|ระยะเวลา|ผู้รับผิดชอบ|",
            *rows,
            *signed(office),
        )
    )


def guide(office: Office, service: str, steps: Sequence[tuple[str, str]]) -> Paper:
    """A citizen's guide to a service."""
    rows = [f"|{number}|{step}|{time}|" for number, (step, time) in enumerate(steps, 1)]
    return Paper(
        (
            "# คู่มือสำหรับประชาชน",
            f"# {service}",
            f"หน่วยงานที่ให้บริการ : {office.name}",
            "หลักเกณฑ์ วิธีการ เงื่อนไขในการยื่นคำขอ และเอกสารที่ต้องใช้ : บัตรประจำตัวประชาชน",
            "ขั้นตอนการให้บริการ",
            "|ลำดับ|ขั้นตอน|ระยะเวลา|",
            *rows,
            "ค่าธรรมเนียม : ไม่มี   ช่องทางร้องเรียน : ศูนย์ดำรงธรรม 1567",
        )
    )


def notice(office: Office, heading: str, *lines: str, day: str) -> Paper:
    """An announcement of the office: a vacancy, an invitation to bid, a winner."""
    return Paper(
        (
            f"# ประกาศ{office.name}",
            f"# เรื่อง {heading}",
            *lines,
            f"        ประกาศ ณ วันที่ {day}",
            *signed(office),
        )
    )
