"""Headings of a list of websites, in Thai and English, by the key of `[[site]]` that they stand for."""

from __future__ import annotations

from functools import cache

from auditor.thai.text import fold

SITE_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("id", "code", "รหัส", "รหัสหน่วยงาน", "รหัสเว็บไซต์")),
    ("name", ("name", "agency", "ชื่อ", "ชื่อหน่วยงาน", "หน่วยงาน")),
    ("url", ("url", "address", "website", "web site", "link", "เว็บไซต์", "เว็บไซด์", "ที่อยู่เว็บไซต์", "ลิงก์", "ลิงค์")),
    ("also", ("also", "further hosts", "เว็บไซต์อื่น", "เว็บไซต์อื่นของหน่วยงาน")),
    ("unit_type", ("unit_type", "unit type", "type", "ประเภท", "ประเภทหน่วยงาน")),
    ("province", ("province", "จังหวัด")),
    ("district", ("district", "อำเภอ", "เขต", "อำเภอ/เขต")),
    ("tags", ("tags", "tag", "labels", "ป้าย", "ป้ายกำกับ", "กลุ่ม", "คำค้น")),
    ("packs", ("packs", "pack", "ชุดเกณฑ์", "เกณฑ์")),
    ("register", ("register", "ทะเบียน", "ทะเบียนการเผยแพร่")),
    ("reviews", ("reviews", "ผลการพิจารณา")),
    ("cron", ("cron", "เวลาตรวจ", "กำหนดการตรวจ")),
    ("window", ("window", "ช่วงเวลาตรวจ", "ช่วงเวลา")),
)


def site_column(heading: str) -> str | None:
    """The key that a heading stands for; None if it is none."""
    return _known().get(fold(heading))


@cache
def _known() -> dict[str, str]:
    return {fold(name): key for key, names in SITE_COLUMNS for name in names}
