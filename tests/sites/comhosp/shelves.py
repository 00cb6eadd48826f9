"""What stands in the download manager: packages with an owner, a day, a kind and a size."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tests.sites import office
from tests.sites.comhosp import papers
from tests.sites.papers import Paper, pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One file of the download manager."""

    slug: str
    title: str
    paper: Paper
    published: str  # ISO day
    owner: str

    @property
    def address(self) -> str:
        """Where its own page is."""
        return f"/download/{self.slug}/"

    @property
    def file(self) -> str:
        """Where the file is."""
        return f"/download/{self.slug}/?wpdmdl={1000 + sum(map(ord, self.slug)) % 997}"

    @property
    def size(self) -> str:
        """Its size as the manager tells it."""
        return f"{len(pdf(self.paper)) / 1024:.2f} KB"


@lru_cache(maxsize=1)
def shelves() -> dict[str, tuple[str, tuple[Package, ...]]]:
    """Title and packages by the category's slug."""
    forms = papers.forms()
    nurse, digital, supply = "กลุ่มการพยาบาล", "กลุ่มงานสุขภาพดิจิทัล", "งานพัสดุ กลุ่มงานบริหารทั่วไป"
    return {
        "แบบฟอร์มสำหรับประชาชน": (
            "แบบฟอร์มสำหรับประชาชน",
            (
                package("ขอสำเนาเวชระเบียน", "แบบคำขอสำเนาเวชระเบียน", forms["form-history"], "2025-10-14", digital),
                package("ขอใบรับรองแพทย์", "แบบคำขอใบรับรองแพทย์ย้อนหลัง", forms["form-cert"], "2025-10-14", digital),
            ),
        ),
        "คู่มือและคำสั่ง": (
            "คู่มือและคำสั่ง",
            (
                package(
                    "wi-opd", "คู่มือการปฏิบัติงานผู้ป่วยนอก (WI-OPD-01)", papers.outpatient_manual(), "2025-11-20", nurse
                ),
                package("cio-2568", "คำสั่งแต่งตั้ง CIO โรงพยาบาล", papers.CIO, "2025-12-01", digital),
                package(
                    "hosxp-manual",
                    "คู่มือการใช้งานโปรแกรมห้องยา",
                    papers.paper("คู่มือการใช้งานโปรแกรมห้องยา", "1. เข้าสู่ระบบ", "2. ค้นหา HN"),
                    "2025-08-05",
                    digital,
                ),
            ),
        ),
        "สขร-1": (
            "สรุปผลการจัดซื้อจัดจ้างรายเดือน (แบบ สขร.1)",
            tuple(
                package(
                    f"skr1-{year}-{office.MONTHS.index(month) + 1:02}",
                    f"สขร.1 ประจำเดือน{month} {year}",
                    office.monthly_procurement(papers.OFFICE, month, year, papers.BUYS),
                    _after(month, year),
                    supply,
                )
                for month, year in papers.MONTHS
            ),
        ),
    }


def package(slug: str, title: str, made: Paper, published: str, owner: str) -> Package:
    """A package."""
    return Package(slug=slug, title=title, paper=made, published=published, owner=owner)


def _after(month: str, year: int) -> str:
    """A day early in the next month."""
    number = office.MONTHS.index(month) + 1
    return f"{year - 543 + number // 12}-{number % 12 + 1:02}-05"
