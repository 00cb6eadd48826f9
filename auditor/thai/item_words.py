"""Words beside published items: what hints at a field, what a date says of data, what leads a link's name."""

from __future__ import annotations

import re

_TELLING = re.compile(
    r"[0-9๐-๙]|มา|จาก|โดย|ผู้|งาน|หน่วย|เจ้าของ|เครดิต|อ้างอิง|ขอบคุณ|[a-z]{2}|ไฟล์|พีดีเอฟ|เวิร|เอ็?กเซล", re.IGNORECASE
)
_SOURCE = re.compile(
    r"มา|จาก|โดย|ผู้|งาน|หน่วย|เจ้าของ|แหล่ง|เครดิต|อ้างอิง|ขอบคุณ|ข่าว|source|by|(?<![a-z])cr(?![a-z])|author|credit|owner|publish|maintain|organi|depart",
    re.IGNORECASE,
)
_TYPE = re.compile(r"[a-z]{3}|พีดีเอฟ|เวิร|เอ็?กเซล|พาวเวอร", re.IGNORECASE)
_PART = re.compile(r"ไตรมาส|เดือน|ครึ่งปี|รอบ|(?<![a-z])q\s?[1-4]|tri\s?[1-4]|quarter", re.IGNORECASE)
_OFFERS = re.compile(
    r"สมัคร|ลงทะเบียน|ข้อเสนอ|เสนอราคา|ซอง|หมดเขต|ปิดรับ|สิ้นสุด(?:การ)?(?:รับ|ประกาศ|เผยแพร่|วันที่)|ครบกำหนด|หมดอายุ"
    r"|deadline|closing|expir|apply",
    re.IGNORECASE,
)
_TERM_OF_WORK = re.compile(
    r"ระยะเวลา(?:การ)?(?:จ้าง|ปฏิบัติ|ทำงาน)|เริ่ม(?:ปฏิบัติ|จ้าง|งาน|ทำงาน)|สัญญา(?:จ้าง)?|จ้างเหมา[ก-๎ ]*ตั้งแต่"
)
_CLOSED = re.compile(
    r"(?:^|[|·•:\n(\[])[\s*-]*(?:ปิด(?:การ)?รับ(?:สมัคร|ข้อเสนอ|ลงทะเบียน|ซอง)?|หมดเขต(?:รับสมัคร|การรับสมัคร)?|หมดเวลา(?:รับสมัคร)?"
    r"|สิ้นสุด(?:ระยะเวลา)?(?:การ)?(?:รับสมัคร|ประกาศ|ยื่นข้อเสนอ|ลงทะเบียน))แล้ว(?=$|[\s|·•,.!)\]])(?!\s+จะ)"
)
_CLOSING = re.compile(rf"{_OFFERS.pattern}|ภายใน|ก่อน|ไม่เกิน|ถึง|วันสุดท้าย|until|due", re.IGNORECASE)
_PUBLISHED = re.compile(r"เผยแพร่|โพสต?์|ลงประกาศ|ประกาศเมื่อ|publish|posted", re.IGNORECASE)
_ABOUT_DATA = re.compile("ข้อมูล|ช่วง|period|data", re.IGNORECASE)
_COUNTING = re.compile("นับ|เข้าชม|since", re.IGNORECASE)
_ON = re.compile(r"^เมื่อ(?:วันที่)?$")
_DOWNLOAD = re.compile(r"^(?:ดาว(?:น์?|์น)?โหลด|download)\s*[:：]?\s+(?=\S{4})", re.IGNORECASE)
_NAMED_TYPE = re.compile(r"[a-z ]*[ก-๎][ก-๎ ]*|.*(?:excel|word|power).*", re.IGNORECASE)


def may_tell(text: str) -> bool:
    """May a line hold a date, size, type or source at all? Most lines of running text need not be read."""
    return _TELLING.search(text) is not None


def may_hold_source(text: str) -> bool:
    """May a line name a source behind a label?"""
    return _SOURCE.search(text) is not None


def may_hold_type(text: str) -> bool:
    """May a line tell a file type?"""
    return _TYPE.search(text) is not None


def may_be_part_of_year(name: str) -> bool:
    """May a name tell a quarter, half or month whose year stands elsewhere?"""
    return _PART.search(name) is not None


def may_close(text: str) -> bool:
    """May a line state a last day?"""
    return _CLOSING.search(text) is not None


def closes_offers(words: str) -> bool:
    """Do the words say until when one may apply or offer, or how long a notice stands?"""
    return _OFFERS.search(words) is not None


def says_closed(text: str) -> bool:
    """Does a line, or a part of it, say that one may no longer apply or offer, as a state and not as an event?"""
    return _CLOSED.search(text) is not None


def opens_applications(words: str) -> bool:
    """Do the words before a span of days say that one may apply or offer then, rather than work or be paid?"""
    return _OFFERS.search(words) is not None and _TERM_OF_WORK.search(words) is None


def may_be_published(text: str) -> bool:
    """May a line of a document label a date as that of publication?"""
    return _PUBLISHED.search(text) is not None


def is_about_data(label: str) -> bool:
    """Does the label of a date say that it is one of data?"""
    return _ABOUT_DATA.search(label) is not None


def is_count(label: str) -> bool:
    """Does the label of a date say from when visitors are counted?"""
    return _COUNTING.search(label) is not None


def is_bare_on(label: str) -> bool:
    """Does the label say no more than «on the»?"""
    return _ON.match(label) is not None


def without_download(name: str) -> str:
    """The name of a link without «ดาวน์โหลด» before it."""
    return _DOWNLOAD.sub("", name)


def is_named_type(words: str) -> bool:
    """Is a type told by the name of a program, which in a title is as often a subject (Excel for beginners)?"""
    return _NAMED_TYPE.fullmatch(words) is not None
