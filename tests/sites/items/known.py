"""Published items as the ones who wrote the sites know them, and how Thai pages write their fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.sites.office import MONTHS
from tests.sites.papers import Paper
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
AS_OF = date(2024, 6, 15)
AGENCY = "สำนักงานสาธารณสุขอำเภอหนองสองห้อง"
WORDS = (
    "เจ้าหน้าที่และเครือข่ายสุขภาพในพื้นที่ร่วมกันดำเนินงานตามแผนที่วางไว้ โดยได้รับความร่วมมือจากประชาชนเป็นอย่างดี "
    "และจะติดตามผลอย่างต่อเนื่องเพื่อให้เกิดประโยชน์สูงสุดแก่ชุมชน"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One item with what a reader of the site can see of it."""

    address: str  # path and query, or a whole address elsewhere
    title: str
    document: bool
    source: str | None = None
    period: tuple[date, date] | None = None
    published: date | None = None
    file_type: str | None = None
    size: str | None = None  # as shown


@dataclass(slots=True)
class Site:
    """A site in the making: its answers, and the items on it."""

    name: str
    answers: dict[str, Answer] = field(default_factory=dict)
    known: list[Known] = field(default_factory=list)

    def page(self, address: str, html: str) -> None:
        """A page."""
        self.answers[address] = Answer(body=html)

    def paper(self, address: str, *lines: str) -> int:
        """A PDF file of a few lines that name no time; gives its size."""
        paper = Paper(lines or ("เอกสารเผยแพร่", "ตามรายละเอียดแนบท้าย"))
        self.answers[address] = Answer(body=paper)
        reply = self.answers[address].reply().body
        return len(reply)

    def file(self, address: str, kind: str, size: int) -> int:
        """A file of another kind: a package of so many bytes."""
        body = b"PK\x03\x04" + b"\0" * (size - 4)
        self.answers[address] = Answer(body=body, content_type=f"application/{kind}")
        return size

    def document(
        self,
        address: str,
        title: str,
        *,
        source: str | None = None,
        period: tuple[date, date] | None = None,
        published: date | None = None,
        file_type: str | None = None,
        size: str | None = None,
    ) -> None:
        """One more document that a reader of the site meets, with what is shown of it."""
        self.known.append(
            Known(
                address=address,
                title=title,
                document=True,
                source=source,
                period=period,
                published=published,
                file_type=file_type,
                size=size,
            )
        )

    def post(
        self,
        address: str,
        title: str,
        *,
        source: str | None,
        published: date,
        period: tuple[date, date] | None = None,
    ) -> None:
        """One more dated post."""
        self.known.append(
            Known(address=address, title=title, document=False, source=source, published=published, period=period)
        )

    def website(self) -> Website:
        """The site as it is served."""
        missing = Answer(body="<html><head><title>404</title></head><body>ไม่พบหน้า</body></html>", status=404)
        return Website(answers=dict(self.answers), missing=missing)


# --- how days, sizes and months are written ------------------------------------------------------------------


def full(day: date) -> str:
    """14 พฤศจิกายน 2566"""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"


def short(day: date) -> str:
    """14 พ.ย. 66"""
    return f"{day.day} {SHORT[day.month - 1]} {(day.year + 543) % 100}"


def figures(day: date) -> str:
    """14/11/2566"""
    return f"{day.day:02}/{day.month:02}/{day.year + 543}"


def thai(text: str) -> str:
    """Thai digits."""
    return text.translate({ord("0") + digit: chr(0x0E50 + digit) for digit in range(10)})


def kilobytes(size: int) -> str:
    """34.71 KB"""
    return f"{size / 1024:.2f} KB"


def month(year: int, number: int) -> tuple[date, date]:
    """First and last day of a month of a Buddhist year."""
    first = date(year - 543, number, 1)
    following = (first + timedelta(days=32)).replace(day=1)
    return first, following - timedelta(days=1)


def fiscal(year: int) -> tuple[date, date]:
    """First and last day of a fiscal year."""
    return date(year - 544, 10, 1), date(year - 543, 9, 30)


def days(first: date, step: int) -> Iterator[date]:
    """Days back in time."""
    day = first
    while True:
        yield day
        day -= timedelta(days=step)


# --- what offices publish ------------------------------------------------------------------------------------

PAPERS: tuple[tuple[str, tuple[date, date] | None], ...] = (
    ("แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567", fiscal(2567)),
    ("รายงานผลการดำเนินงาน ปีงบประมาณ 2567 รอบ 6 เดือน", (date(2023, 10, 1), date(2024, 3, 31))),
    ("คำสั่งแต่งตั้งคณะกรรมการบริหารความเสี่ยง", None),
    ("คู่มือการปฏิบัติงานเรื่องร้องเรียน", None),
    ("สรุปผลการจัดซื้อจัดจ้าง ประจำเดือนพฤษภาคม 2567", month(2567, 5)),
    ("สรุปผลการจัดซื้อจัดจ้าง ประจำเดือนเมษายน 2567", month(2567, 4)),
    ("แผนยุทธศาสตร์สุขภาพ พ.ศ. 2566 - 2570", (date(2023, 1, 1), date(2027, 12, 31))),
    ("แบบฟอร์มขอใช้ห้องประชุม", None),
    ("รายงานประจำปี 2566", fiscal(2566)),
    ("รายงานการใช้จ่ายงบประมาณ ไตรมาสที่ 2/2567", (date(2024, 1, 1), date(2024, 3, 31))),
    ("ประกาศมาตรการประหยัดพลังงาน", None),
    ("งบทดลอง เดือนมีนาคม 2567", month(2567, 3)),
    ("รายงานการประชุมคณะกรรมการประสานงานสาธารณสุขระดับอำเภอ", None),
    ("ตัวชี้วัดคำรับรองการปฏิบัติราชการ ปีงบประมาณ 2567", fiscal(2567)),
    ("แนวทางการส่งต่อผู้ป่วยฉุกเฉิน", None),
    ("หนังสือเวียนเรื่องการลงเวลาปฏิบัติราชการ", None),
)
"""Titles of documents, and the time each states."""

NEWS = (
    "สสอ.ลงพื้นที่เยี่ยมผู้ป่วยติดเตียงในตำบลหนองไผ่",
    "ประชุมประจำเดือนหัวหน้าส่วนราชการ",
    "รณรงค์คัดกรองมะเร็งปากมดลูก",
    "ขอเชิญร่วมบริจาคโลหิตที่หอประชุมอำเภอ",
    "อบรมการช่วยฟื้นคืนชีพขั้นพื้นฐาน",
    "ออกหน่วยแพทย์เคลื่อนที่บ้านโนนสวรรค์",
    "ต้อนรับคณะนิเทศงานจากจังหวัด",
    "แจ้งวันหยุดให้บริการเทศกาลสงกรานต์",
    "กิจกรรมเดินวิ่งเพื่อสุขภาพ",
    "มอบเวชภัณฑ์แก่ผู้ประสบภัยน้ำท่วม",
    "ประกาศประกวดราคาซื้อครุภัณฑ์การแพทย์",
    "ประกาศผู้ชนะการเสนอราคาจ้างเหมาบริการ",
)

UNITS = (
    "กลุ่มงานบริหาร",
    "งานควบคุมโรค",
    "งานพัสดุ",
    "กลุ่มงานยุทธศาสตร์และสารสนเทศ",
    "งานการเจ้าหน้าที่",
    "กลุ่มงานส่งเสริมสุขภาพ",
    "งานคุ้มครองผู้บริโภค",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How far an audit's items are those of the site."""

    items: int
    found: int
    false: tuple[str, ...]
    lost: tuple[str, ...]
    right: Mapping[str, int]  # by field, of the items found
    wrong: tuple[str, ...]  # what differs, to read
