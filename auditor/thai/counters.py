"""Counts of visits, readings and downloads that stand where dates and sizes do, and are neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.thai.text import trace_letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """A count."""

    start: int
    end: int
    raw: str
    count: int


_N = r"(?P<n>\d{1,3}(?:,\d{3})+|\d{1,12})(?![\d]|[.,:/\-]\d)"
_WORD = (
    r"(?:จำนวน(?:ผู้|คน|การ)?\s?|ยอด(?:ผู้)?\s?|สถิติ(?:ผู้)?\s?)?(?:เข้าชม|เข้าดู|เข้าอ่าน|ผู้ชม|ผู้อ่าน|ผู้เข้าชม|ผู้เยี่ยมชม|เยี่ยมชม|อ่าน|เปิดอ่าน|เปิดดู|ฮิต"
    r"|ดาวน์?โหลด|ออนไลน์|คลิก|ครั้งที่เข้าชม|วิว|ดู|view(?:s|ed)?|hits?|reads?|visit(?:s|ors?)?|download(?:s|ed)?|count(?:er)?)"
)
_TODAY = r"(?:วันนี้|today)[ :=]{0,3}"
_NEXT = r"[^\d\n]{0,12}"
_YESTERDAY = r"(?:เมื่อวาน(?:นี้)?|yesterday)[ :=]{0,3}"
_COUNTERS = (
    re.compile(rf"{_WORD}(?:\s?แล้ว|\s?จำนวน|\s?เว็บไซต์|\s?ทั้งหมด|\s?วันนี้)?[ :=()\[\]]{{0,4}}{_N}", re.IGNORECASE),
    re.compile(
        rf"(?<![\d.,/:\-]){_N}\s?(?:ครั้ง|คน(?=\s?(?:ออนไลน์|เข้าชม|อ่าน|ดู))|views?|hits?|reads?|downloads?|visitors?)",
        re.IGNORECASE,
    ),
    # What a web board counts of a post.
    re.compile(
        r"(?<![ก-๎a-z\-/])(?:(?:ความ(?:คิด)?เห็น|repl(?:y|ies)|comments?)\s?[:(]|(?:ตอบ(?:กลับ)?|โพสต?์?|กระทู้|posts?)\s?:)\s?"
        r"(?P<n>\d{1,3}(?:,\d{3})+|\d{1,7})(?=\s*(?:$|[)|•·\n]|(?:อ่าน|ครั้ง|ผู้|เข้า|view|read)))",
        re.IGNORECASE,
    ),
    # A counter by days: วันนี้ 25 เมื่อวาน 69 ทั้งหมด 250,671
    re.compile(rf"{_TODAY}{_N}(?={_NEXT}{_YESTERDAY}\d)", re.IGNORECASE),
    re.compile(
        rf"{_TODAY}[\d,]+{_NEXT}{_YESTERDAY}[\d,]+[^\n]{{0,80}}?(?:ทั้งหมด|รวม|total)[ :=]{{0,3}}{_N}", re.IGNORECASE
    ),
    # A bare number beside an item; no other field of metadata is one.
    re.compile(r"^[\s(\[]*(?P<n>\d{1,3}(?:,\d{3})+|\d{1,7})[\s)\]]*$"),
)


def find_counters(text: str) -> tuple[Counter, ...]:
    """Counts in a text; each number once."""
    if not any(letter.isdecimal() for letter in text):
        return ()
    traced = trace_letters(text)
    found: dict[int, Counter] = {}
    for pattern in _COUNTERS:
        for match in pattern.finditer(traced.text):
            start, end = traced.span(*match.span())
            count = int(match["n"].replace(",", ""))
            found.setdefault(match.start("n"), Counter(start=start, end=end, raw=text[start:end], count=count))
    return tuple(found[at] for at in sorted(found))
